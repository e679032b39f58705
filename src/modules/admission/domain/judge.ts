import type { UserId } from '../../../kernel/ids.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { isPerArea, type Requirement } from './terms.ts'

export type JudgedOutcome = 'met' | 'not-met'

/** One thing to judge: a requirement, for each area on its own where it is met address by address. */
export type Item = { readonly requirement: Requirement; readonly areaCode: string | null }

/** What one officer holds of an item; a later opinion of the same officer takes the place of the earlier. */
export type Opinion = { readonly by: UserId; readonly outcome: JudgedOutcome; readonly reason: string }

/** `disagreed`: two hold different things, so a third has to say. */
export type Standing =
  | { readonly state: 'unjudged' | 'needs-second' | 'disagreed' }
  | { readonly state: 'settled'; readonly outcome: JudgedOutcome; readonly reason: string }

/** Every item of an application, in the order of the terms. */
export function itemsOf(requirements: readonly Requirement[], areas: readonly string[]): readonly Item[] {
  return requirements.flatMap((requirement): Item[] =>
    isPerArea(requirement) ? areas.map((areaCode) => ({ requirement, areaCode })) : [{ requirement, areaCode: null }],
  )
}

/**
 * Where an item stands: it is settled when two different officers hold the same. What only a machine needs to see is
 * met, because an application that fails the check is not sent.
 */
export function standingOf(item: Item, opinions: readonly Opinion[]): Standing {
  if (item.requirement.kind === 'machine') return { state: 'settled', outcome: 'met', reason: '' }
  for (const outcome of ['met', 'not-met'] as const) {
    const same = opinions.filter((one) => one.outcome === outcome)
    if (new Set(same.map((one) => one.by)).size >= 2) {
      return { state: 'settled', outcome, reason: same.map((one) => one.reason).find((one) => one !== '') ?? '' }
    }
  }
  if (opinions.length === 0) return { state: 'unjudged' }
  return { state: opinions.length === 1 ? 'needs-second' : 'disagreed' }
}

/** Why an area was refused: the requirement, and what the officers said. */
export type Ground = { readonly requirement: string; readonly reason: string }

export type AreaOutcome = {
  readonly areaCode: string
  readonly outcome: 'admitted' | 'refused'
  readonly grounds: readonly Ground[]
}

/** The ground of a refusal that no requirement gives: a municipality may not provide (programme 4.4). */
const municipalityGround = 'municipality'

/**
 * What follows of the judgements, area by area: admitted where nothing that concerns it is unmet. A municipality is
 * refused whatever else holds, while the rule of that day says so. Problem: `judgement-unfinished`.
 */
export function outcomesOf(
  standings: readonly { readonly item: Item; readonly standing: Standing }[],
  areas: readonly string[],
  refusedAsMunicipality: boolean,
): Result<readonly AreaOutcome[]> {
  if (refusedAsMunicipality) {
    const grounds = [{ requirement: municipalityGround, reason: '' }]
    return ok(areas.map((areaCode) => ({ areaCode, outcome: 'refused', grounds })))
  }
  const left = standings.filter(({ standing }) => standing.state !== 'settled').length
  if (left > 0) return fail(problem('judgement-unfinished', { values: { left } }))
  return ok(
    areas.map((areaCode) => {
      const grounds = standings.flatMap(({ item, standing }) =>
        standing.state === 'settled' && standing.outcome === 'not-met' && (item.areaCode ?? areaCode) === areaCode
          ? [{ requirement: item.requirement.code, reason: standing.reason }]
          : [],
      )
      return { areaCode, outcome: grounds.length === 0 ? 'admitted' : 'refused', grounds }
    }),
  )
}
