import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  firstDayOf,
  type Month,
  minDay,
  monthOf,
  nextMonth,
} from '../../../kernel/day.ts'
import { multiply, type Ore, sum } from '../../../kernel/money.ts'
import { contains, intersect, overlaps, type Period } from '../../../kernel/period.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { Rules, StomTrack } from '../../../rules/index.ts'
import { inOrder } from '../../outcomes/domain/index.ts'
import type { ContractSpell, Question, Step } from './money-facts.ts'

/** A block of the older service: at most three months in one track. */
export interface StomBlock {
  readonly period: Period & { readonly end: Day }
  readonly track: StomTrack
}

/** What the money of the older service rests on, in any order. */
export interface StomFacts {
  readonly blocks: readonly StomBlock[]
  readonly spells: readonly ContractSpell[]
  /** First days of work or studies that the authority has verified by the older service's own terms. */
  readonly outcomeFirstDays: readonly Day[]
}

export interface StomLine {
  readonly kind: 'stom_day_fee' | 'stom_outcome'
  readonly provider: string
  readonly contract: string | null
  /** Of a day fee. */
  readonly month: Month | null
  /** The outcome's first day. */
  readonly on: Day | null
  readonly amountOre: Ore
  readonly steps: readonly Step[]
}

export interface StomMoney {
  readonly lines: readonly StomLine[]
  readonly questions: readonly Question[]
}

/**
 * What the older service gives (programme 6): a day fee by track for each day of a block with a provider, and the track's
 * amount for the outcome. Nothing is known of its amounts: they are the authority's, and without them, or beyond what is
 * known of its blocks and outcomes, a person is asked and nothing is paid. Problems: `decisions-overlap`, `spells-overlap`.
 */
export function stomMoney(facts: StomFacts, { compensation }: Rules): Result<StomMoney> {
  const blocks = inOrder(facts.blocks)
  const spells = inOrder(facts.spells)
  if (hasOverlap(blocks)) return fail(problem('decisions-overlap', { field: 'blocks' }))
  if (hasOverlap(spells)) return fail(problem('spells-overlap', { field: 'spells' }))
  const amounts = compensation.stomAmounts
  const [outcome, second] = [...facts.outcomeFirstDays].sort()
  const block = outcome === undefined ? undefined : blocks.find(({ period }) => contains(period, outcome))
  const months = compensation.stomBlockMonths
  const asked: Question[] = []
  if (amounts === null && blocks.length > 0) asked.push({ reason: 'stom-amounts-not-set' })
  if (blocks.some(({ period }) => period.end > addMonths(period.start, months)))
    asked.push({ reason: 'stom-block-too-long' })
  if (outcome !== undefined && block === undefined) asked.push({ reason: 'stom-outcome-outside-blocks' })
  if (second !== undefined) asked.push({ reason: 'stom-second-outcome' })
  if (amounts === null || asked.length > 0) return ok({ lines: [], questions: asked })
  const lines = dayFees(blocks, spells, (track) => amounts[track].dayFeeOre)
  const payee = outcome && (spells.findLast(({ period }) => period.start <= outcome) ?? spells[0])
  if (outcome && block && payee) {
    const amountOre = amounts[block.track].outcomeOre
    const steps: Step[] = [{ code: 'stom-outcome', values: { firstDay: outcome, track: block.track, amountOre } }]
    const { provider, contract } = payee
    lines.push({ kind: 'stom_outcome', provider, contract, month: null, on: outcome, amountOre, steps })
  }
  return ok({ lines: lines.filter((line) => line.amountOre !== 0), questions: [] })
}

/** One line for a provider's contract and month. */
function dayFees(
  blocks: readonly StomBlock[],
  spells: readonly ContractSpell[],
  dayFee: (track: StomTrack) => Ore,
): StomLine[] {
  const lines = new Map<string, StomLine>()
  for (const block of blocks) {
    for (const spell of spells) {
      const days = intersect(block.period, spell.period)
      for (let from = days?.start; from && days?.end && from < days.end; ) {
        const month = monthOf(from)
        const end: Day = minDay(days.end, firstDayOf(nextMonth(month)))
        const dayFeeOre = dayFee(block.track)
        const count = daysBetween(from, end)
        const ofDays = multiply(dayFeeOre, count)
        const values = { from, to: addDays(end, -1), days: count, track: block.track, dayFeeOre, amountOre: ofDays }
        const { provider, contract } = spell
        const key = JSON.stringify([month, provider, contract])
        const before = lines.get(key)
        const amountOre = sum([before?.amountOre ?? (0 as Ore), ofDays])
        const steps: Step[] = [...(before?.steps ?? []), { code: 'stom-days', values }]
        lines.set(key, { kind: 'stom_day_fee', provider, contract, month, on: null, amountOre, steps })
        from = end
      }
    }
  }
  return [...lines.values()]
}

function hasOverlap(facts: readonly { readonly period: Period }[]): boolean {
  return facts.some((each, place) => {
    const next = facts[place + 1]
    return next !== undefined && overlaps(each.period, next.period)
  })
}
