import { firstDayNumber, monthNumberOfDay, weekdaysBetween } from '../../../kernel/day-count.ts'
import { multiply, type Ore } from '../../../kernel/money.ts'
import type { BaseFeeMethod } from '../../../rules/index.ts'
import type { CountedJudgement } from '../../outcomes/domain/index.ts'
import { type ApprovedMonths, anyone, type CountedCase, type PartySpan, type PricedSpan } from './counted-case.ts'
import type { MoneyLaw } from './money-law.ts'
import { lineKinds, type MoneyLines } from './money-lines.ts'

const weekdaysPerMonth = 22
const baseFee = lineKinds.indexOf('base_fee')

/**
 * Writes the base fees of the case's chains: one line for a party and month, rounded after adding (programme 5).
 * Gives whether a day in service has no base fee because the authority has entered none.
 */
export function writeBaseFees(facts: CountedCase, judged: readonly CountedJudgement<MoneyLaw>[], lines: MoneyLines) {
  const month: MonthInHand = { number: Number.NaN, firstRow: lines.count, approvedFrom: 0 }
  let unset = false
  for (let chain = 0; chain < judged.length; chain += 1) {
    unset = writeChain(facts, judged, chain, month, lines) || unset
  }
  roundMonth(month, judged, lines)
  return unset
}

/** Days come in order of time, so that only the rows of the latest month can still grow. */
interface MonthInHand {
  number: number
  firstRow: number
  /** The place of the month's first approved report. */
  approvedFrom: number
}

/** The days in service: of a decision, with a party, and before the outcome that counts begins (programme 5). */
function writeChain(
  facts: CountedCase,
  judged: readonly CountedJudgement<MoneyLaw>[],
  place: number,
  month: MonthInHand,
  lines: MoneyLines,
): boolean {
  const { chain, run, law } = judged[place] as CountedJudgement<MoneyLaw>
  if (chain.serviceEnd === null) return false
  const serviceEnd = run === null ? chain.serviceEnd : Math.min(chain.serviceEnd, run.firstDay)
  const onlyApproved = law.rules.compensation.approvedReportNeeded ? facts.approved : null
  for (let decision = chain.decisionsFrom; decision < chain.decisionsTo; decision += 1) {
    const granted = facts.decisions[decision] as PricedSpan
    for (let at = chain.spellsFrom; at < chain.spellsTo; at += 1) {
      const spell = facts.spells[at] as PartySpan
      const end = Math.min(granted.end, spell.end, serviceEnd)
      let start = Math.max(granted.start, spell.start)
      if (start < end && law.baseFees === null) return true
      while (start < end) {
        turnTo(monthNumberOfDay(start), month, judged, facts.approved, lines)
        const monthEnd = Math.min(end, firstDayNumber(month.number + 1))
        if (onlyApproved === null || isApproved(onlyApproved, month, facts, spell.party)) {
          const row = rowOf(spell.party, place, month, judged, lines)
          const days = feeDays(start, monthEnd, law.rules.compensation.baseFeeMethod)
          lines.amountOre[row] = (lines.amountOre[row] as number) + feeOre(law, granted.row) * days
          lines.parts?.push({ line: row, start, end: monthEnd, decision, chain: place })
        }
        start = monthEnd
      }
    }
  }
  return false
}

/** A known price; a case with a decision that lacks one is refused before. */
export function feeOre(law: MoneyLaw, row: number): Ore {
  const price = law.baseFees?.[row] ?? null
  if (price === null) throw new RangeError('a base fee without a price')
  return price as Ore
}

function turnTo(
  number: number,
  month: MonthInHand,
  judged: readonly CountedJudgement<MoneyLaw>[],
  approved: ApprovedMonths | null,
  lines: MoneyLines,
): void {
  if (number === month.number) return
  roundMonth(month, judged, lines)
  month.number = number
  month.firstRow = lines.count
  while (approved !== null && (approved.months[month.approvedFrom] ?? number) < number) month.approvedFrom += 1
}

function isApproved(approved: ApprovedMonths, month: MonthInHand, facts: CountedCase, party: number): boolean {
  for (let place = month.approvedFrom; approved.months[place] === month.number; place += 1) {
    const whose = approved.providerParties[place]
    if (whose === anyone || whose === facts.parties[party]?.providerParty) return true
  }
  return false
}

/** The party's row of the month, where days counted by another method stand in a row of their own; begun when there is none. */
function rowOf(
  party: number,
  chain: number,
  month: MonthInHand,
  judged: readonly CountedJudgement<MoneyLaw>[],
  lines: MoneyLines,
): number {
  for (let row = month.firstRow; row < lines.count; row += 1) {
    if (lines.party[row] !== party) continue
    const other = lines.chain[row] as number
    if (other === chain || methodOf(judged, other) === methodOf(judged, chain)) return row
  }
  return lines.add(baseFee, chain, month.number, party, 0)
}

/** Rows of a month hold fee × days until the month is over; all by one method, so the sum is exact and rounded once. */
function roundMonth(month: MonthInHand, judged: readonly CountedJudgement<MoneyLaw>[], lines: MoneyLines): void {
  for (let row = month.firstRow; row < lines.count; row += 1) {
    const of = feeDaysOfMonth(month.number, methodOf(judged, lines.chain[row] as number))
    lines.amountOre[row] = multiply(lines.amountOre[row] as Ore, 1, of)
  }
}

function methodOf(judged: readonly CountedJudgement<MoneyLaw>[], chain: number): BaseFeeMethod {
  return (judged[chain] as CountedJudgement<MoneyLaw>).law.rules.compensation.baseFeeMethod
}

/** The days that are paid for, by the method in force: calendar days or weekdays. */
export function feeDays(start: number, end: number, method: BaseFeeMethod): number {
  return method === 'calendar-day-share' ? end - start : weekdaysBetween(start, end)
}

/** What a whole month's fee is divided by: the month's days, its weekdays, or 22 weekdays. */
export function feeDaysOfMonth(month: number, method: BaseFeeMethod): number {
  return method === 'twenty-second-per-weekday'
    ? weekdaysPerMonth
    : feeDays(firstDayNumber(month), firstDayNumber(month + 1), method)
}
