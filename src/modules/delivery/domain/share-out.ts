import type { CaseId, UserId } from '../../../kernel/ids.ts'

/** A participant who is to have another adviser. */
export interface ToShare {
  readonly caseId: CaseId
  /** The language that the person wants to be met in. */
  readonly language: string
}

/** Somebody who can take over, with the participants they have already. */
export interface Taker {
  readonly adviserId: UserId
  readonly participants: number
  /** The most that the share of full time allows; null where no such rule is in force or no share is known. */
  readonly most: number | null
  /** Empty where none are known. */
  readonly languages: readonly string[]
}

/**
 * Shares participants out among those who take over: first to whom has room, then to whom speaks the person's language, then to whom
 * has the fewest; alike in the order given. Those with the rarest language choose first, or the room would be taken by others.
 */
export function shareOut(participants: readonly ToShare[], takers: readonly Taker[]): Map<CaseId, UserId> {
  const loads = new Map(takers.map((taker) => [taker.adviserId, taker.participants]))
  const loadOf = (taker: Taker) => loads.get(taker.adviserId) ?? taker.participants
  const speakers = (language: string) => takers.filter((taker) => taker.languages.includes(language)).length
  const rarestFirst = participants.toSorted((a, b) => speakers(a.language) - speakers(b.language))
  const shared = new Map<CaseId, UserId>()
  for (const { caseId, language } of rarestFirst) {
    const rank = (taker: Taker) => {
      const isFull = taker.most !== null && loadOf(taker) >= taker.most
      return [isFull ? 1 : 0, taker.languages.includes(language) ? 0 : 1, loadOf(taker)] as const
    }
    const [first] = takers.toSorted((a, b) => compare(rank(a), rank(b)))
    if (first === undefined) return shared
    shared.set(caseId, first.adviserId)
    loads.set(first.adviserId, loadOf(first) + 1)
  }
  return shared
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
