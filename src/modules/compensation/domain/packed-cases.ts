import type { CountedOutcome, MarkedSpan } from '../../outcomes/domain/index.ts'
import { all, type CountedCase } from './counted-case.ts'

const headLength = 6
const outcomeLength = 6

/**
 * Many cases in memory as rows of whole numbers: six counts and shares, then decisions, spells, outcomes, parties and
 * approved months, field after field. `add` packs what `countedCase` has made; `take` lays a case out again.
 */
export class PackedCases {
  #numbers = new Int32Array(1024)
  #length = 0
  readonly #starts: number[] = []

  get count(): number {
    return this.#starts.length
  }

  add(facts: CountedCase): void {
    this.#starts.push(this.#length)
    const { decisionCount, spellCount, outcomeCount, partyCount, approvedTo, wanted } = facts
    this.#put(decisionCount, spellCount, outcomeCount, partyCount, approvedTo, wanted)
    for (const { start, end, mark } of facts.decisions) this.#put(start, end, mark)
    for (const { start, end, mark } of facts.spells) this.#put(start, end, mark)
    for (const { start, end, reportedNumber, isStudies, subsidised, verified, extent, pace } of facts.outcomes) {
      const flags = Number(isStudies) + 2 * Number(subsidised) + 4 * Number(verified)
      this.#put(start, end, reportedNumber, flags, extent, pace)
    }
    this.#put(...facts.firstParties)
    this.#put(...facts.approved)
  }

  /** Lays the case of a place out in `into`, whatever lay there before. */
  take(place: number, into: CountedCase): void {
    const numbers = this.#numbers
    let at = this.#starts[place] as number
    into.decisionCount = numbers[at] as number
    into.spellCount = numbers[at + 1] as number
    into.outcomeCount = numbers[at + 2] as number
    into.partyCount = numbers[at + 3] as number
    const approved = numbers[at + 4] as number
    into.wanted = numbers[at + 5] as number
    at = takeSpans(numbers, at + headLength, into.decisions, into.decisionCount)
    at = takeSpans(numbers, at, into.spells, into.spellCount)
    for (let n = 0; n < into.outcomeCount; n += 1, at += outcomeLength) takeOutcome(numbers, at, into.outcomes, n)
    for (let n = 0; n < into.partyCount; n += 1, at += 1) into.firstParties[n] = numbers[at] as number
    into.approved = numbers
    into.approvedFrom = at
    into.approvedTo = approved === all ? all : at + approved
  }

  #put(...more: readonly number[]): void {
    if (this.#length + more.length > this.#numbers.length) {
      const larger = new Int32Array(this.#numbers.length * 2 + more.length)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers.set(more, this.#length)
    this.#length += more.length
  }
}

/** An empty case to `take` others into. */
export function emptyCase(): CountedCase {
  return {
    decisions: [],
    decisionCount: 0,
    spells: [],
    spellCount: 0,
    outcomes: [],
    outcomeCount: 0,
    wanted: 0,
    firstParties: [],
    partyCount: 0,
    approved: new Int32Array(0),
    approvedFrom: 0,
    approvedTo: all,
  }
}

function takeSpans(numbers: Int32Array, from: number, into: MarkedSpan[], count: number): number {
  let at = from
  for (let n = 0; n < count; n += 1, at += 3) {
    if (n === into.length) into.push({ start: 0, end: 0, mark: 0 })
    const span = into[n] as MarkedSpan
    span.start = numbers[at] as number
    span.end = numbers[at + 1] as number
    span.mark = numbers[at + 2] as number
  }
  return at
}

function takeOutcome(numbers: Int32Array, at: number, into: CountedOutcome[], n: number): void {
  if (n === into.length) into.push({ ...noOutcome })
  const outcome = into[n] as CountedOutcome
  const flags = numbers[at + 3] as number
  outcome.start = numbers[at] as number
  outcome.end = numbers[at + 1] as number
  outcome.reportedNumber = numbers[at + 2] as number
  outcome.isStudies = (flags & 1) !== 0
  outcome.subsidised = (flags & 2) !== 0
  outcome.verified = (flags & 4) !== 0
  outcome.extent = numbers[at + 4] as number
  outcome.pace = numbers[at + 5] as number
}

const noOutcome: CountedOutcome = {
  start: 0,
  end: 0,
  reportedNumber: 0,
  isStudies: false,
  subsidised: false,
  verified: false,
  extent: 0,
  pace: 0,
}
