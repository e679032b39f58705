import { firstDayNumber, monthNumberOfDay, weekdaysBetween } from '../../../kernel/day-count.ts'
import { divide, type Ore } from '../../../kernel/money.ts'
import { type CountedJudgement, type Judgements, type MarkedSpan, notKnown } from '../../outcomes/domain/index.ts'
import { all, anyone, type CountedCase } from './counted-case.ts'
import type { FeeMethod, MoneyLaw } from './money-law.ts'
import { lineKinds, type MoneyLines } from './money-lines.ts'

const baseFee = lineKinds.indexOf('base_fee')

/** A line that can still grow: fee × days until the month is over, then rounded once. */
interface OpenFee {
  party: number
  chain: number
  method: FeeMethod
  sumOre: number
}

/** Room for the open lines of a month, used again for every month. */
export type OpenFees = OpenFee[]

/**
 * Writes the base fees of a case: one line for a party and month, rounded after adding (programme 5). Days in service are
 * those of a decision, with a party, and before the outcome that counts begins. They come in order of time, so a line is
 * finished when the month is: at once when its days are the month's first in service and go to the month's end.
 * Gives whether a day in service has no base fee because the authority has entered none.
 */
export function writeBaseFees(
  facts: CountedCase,
  judged: Judgements<MoneyLaw>,
  open: OpenFees,
  lines: MoneyLines,
): boolean {
  let rateUnset = false
  let month = notKnown
  let monthEnd = notKnown
  let openCount = 0
  let approvedAt = facts.approvedFrom
  for (let chain = 0; chain < judged.count; chain += 1) {
    const judgement = judged.list[chain] as CountedJudgement<MoneyLaw>
    const { law, run, serviceEnd } = judgement
    const { feeMethod, onlyApproved } = law
    const lastEnd = run === null ? serviceEnd : Math.min(serviceEnd, run.firstDay)
    for (let decision = judgement.decisionsFrom; decision < judgement.decisionsTo; decision += 1) {
      const granted = facts.decisions[decision] as MarkedSpan
      const rateOre = feeOre(law, granted.mark)
      for (let at = judgement.spellsFrom; at < judgement.spellsTo; at += 1) {
        const { start: spellStart, end: spellEnd, mark: party } = facts.spells[at] as MarkedSpan
        const end = Math.min(granted.end, spellEnd, lastEnd)
        let start = Math.max(granted.start, spellStart)
        if (start < end && rateOre === notKnown) {
          rateUnset = true
          continue
        }
        while (start < end) {
          if (start >= monthEnd) {
            if (openCount > 0) openCount = closeMonth(month, open, openCount, lines)
            month = start === monthEnd ? month + 1 : monthNumberOfDay(start)
            monthEnd = firstDayNumber(month + 1)
            approvedAt = firstApproved(facts, approvedAt, month)
          }
          const until = Math.min(end, monthEnd)
          if (!onlyApproved || isApproved(facts, approvedAt, month, party)) {
            const days = feeDays(start, until, feeMethod)
            let line = lines.count
            if (openCount === 0 && until === monthEnd) {
              lines.add(baseFee, chain, month, party, feeShare(rateOre, days, month, feeMethod))
            } else {
              const place = openFor(party, chain, feeMethod, open, openCount)
              if (place === openCount) openCount += 1
              ;(open[place] as OpenFee).sumOre += rateOre * days
              line += place
            }
            if (lines.parts !== null) lines.parts.push({ line, start, end: until, decision, chain })
          }
          start = until
        }
      }
    }
  }
  closeMonth(month, open, openCount, lines)
  return rateUnset
}

/** Where the reports of a month begin, looked for from where those of an earlier one did. */
function firstApproved({ approved, approvedTo }: CountedCase, from: number, month: number): number {
  let at = from
  while (at < approvedTo && (approved[at] as number) < month) at += 2
  return at
}

function isApproved(facts: CountedCase, from: number, month: number, party: number): boolean {
  const { approved, approvedTo } = facts
  if (approvedTo === all) return true
  for (let at = from; at < approvedTo && approved[at] === month; at += 2) {
    const whose = approved[at + 1]
    if (whose === anyone || whose === facts.firstParties[party]) return true
  }
  return false
}

/** The place of the party's open line; days counted by another method stand in a line of their own. */
function openFor(party: number, chain: number, method: FeeMethod, open: OpenFees, count: number): number {
  for (let place = 0; place < count; place += 1) {
    const fee = open[place] as OpenFee
    if (fee.party === party && fee.method === method) return place
  }
  if (count === open.length) open.push({ party, chain, method, sumOre: 0 })
  const fee = open[count] as OpenFee
  fee.party = party
  fee.chain = chain
  fee.method = method
  fee.sumOre = 0
  return count
}

/** Writes the open lines; gives 0, for none is open any longer. */
function closeMonth(month: number, open: OpenFees, count: number, lines: MoneyLines): 0 {
  for (let place = 0; place < count; place += 1) {
    const { party, chain, method, sumOre } = open[place] as OpenFee
    lines.add(baseFee, chain, month, party, divide(sumOre as Ore, feeDaysOfMonth(month, method)))
  }
  return 0
}

/** The days' share of a month's fee, rounded to whole öre; a whole month gives the fee as it is. */
function feeShare(rateOre: number, days: number, month: number, method: FeeMethod): number {
  const of = feeDaysOfMonth(month, method)
  return days === of ? rateOre : divide((rateOre * days) as Ore, of)
}

/** Öre a month; `notKnown` while the authority has entered none. A case with a decision that lacks a price is refused before. */
export function feeOre({ baseFees }: MoneyLaw, row: number): number {
  if (baseFees === null) return notKnown
  const price = baseFees[row] as number | null
  if (price === null) throw new RangeError('a base fee without a price')
  return price
}

/** The days that are paid for, by the method in force: calendar days or weekdays. */
export function feeDays(start: number, end: number, method: FeeMethod): number {
  return method.weekdaysOnly ? weekdaysBetween(start, end) : end - start
}

/** What a whole month's fee is divided by: the month's days, its weekdays, or 22 weekdays. */
export function feeDaysOfMonth(month: number, method: FeeMethod): number {
  return method.daysOfMonth !== null
    ? method.daysOfMonth
    : feeDays(firstDayNumber(month), firstDayNumber(month + 1), method)
}
