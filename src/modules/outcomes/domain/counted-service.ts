import type { Span } from './day-span.ts'

/** Days with what the caller hangs on them: of a decision its price, of a spell its provider. */
export interface MarkedSpan extends Span {
  mark: number
}

/** A reported outcome by day numbers; shares in hundredths of a percent so that they add up exactly, `notKnown` when not told. */
export interface CountedOutcome extends Span {
  reportedNumber: number
  isStudies: boolean
  subsidised: boolean
  verified: boolean
  extent: number
  pace: number
}

/**
 * What is known of a case's service and outcomes, by day numbers: decisions and spells in order of time. The lists may be
 * longer than the facts in them, so that one object can hold case after case; the counts say how many are facts.
 */
export interface CountedService {
  readonly decisions: MarkedSpan[]
  decisionCount: number
  readonly spells: MarkedSpan[]
  spellCount: number
  readonly outcomes: CountedOutcome[]
  outcomeCount: number
  /** Wanted extent in hundredths of a percent. */
  wanted: number
}
