import {
  addDays,
  type Day,
  daysBetween,
  daysIn,
  firstDayOf,
  type Month,
  minDay,
  monthOf,
  nextMonth,
  weekday,
} from '../../../kernel/day.ts'
import { multiply, type Ore, ore } from '../../../kernel/money.ts'
import { eachDay, intersect, type Period } from '../../../kernel/period.ts'
import type { BaseFeeMethod, LevelPrices } from '../../../rules/index.ts'
import type { JudgedChain } from '../../outcomes/domain/index.ts'
import {
  type BaseFee,
  type ContractSpell,
  type MoneyFacts,
  type PricedDecision,
  priceAt,
  type Step,
} from './money-facts.ts'
import type { MoneyLaw } from './money-law.ts'

const weekdaysPerMonth = 22

/** Days of one month, with one provider, under one decision. */
interface Part {
  readonly days: Period & { readonly end: Day }
  readonly month: Month
  readonly spell: ContractSpell
  readonly decision: PricedDecision
  readonly chainFirstDay: Day
}

/** What one month of a chain costs by day, and how many such days it has. */
interface Measure {
  readonly days: number
  readonly of: number
}

/** The days in service of a chain: up to its last day in service, and before the outcome that counts begins (programme 5). */
function serviceOf({ chain, outcome }: JudgedChain): (Period & { readonly end: Day }) | null {
  if (chain.lastDayInService === null) return null
  const after = addDays(chain.lastDayInService, 1)
  const end = outcome ? minDay(after, outcome.run.firstDay) : after
  return end > chain.firstDay ? { start: chain.firstDay, end } : null
}

/** Whether the chain has a day in service with anyone, for which a base fee is needed. */
export function hasServiceDays(judged: JudgedChain<PricedDecision, ContractSpell>): boolean {
  return partsOf(judged).length > 0
}

/** The base fees of the case's chains, one line for a provider's contract and month, rounded after adding. */
export function baseFees(
  judged: readonly JudgedChain<PricedDecision, ContractSpell>[],
  approvedReports: MoneyFacts['approvedReports'],
  lawOf: (chainFirstDay: Day) => MoneyLaw,
): BaseFee[] {
  const groups = new Map<string, Part[]>()
  for (const part of judged.flatMap(partsOf)) {
    const law = lawOf(part.chainFirstDay)
    const needed = law.rules.compensation.approvedReportNeeded
    if (law.baseFees === null || (needed && !isApproved(part, approvedReports))) continue
    const { baseFeeMethod } = law.rules.compensation
    const key = JSON.stringify([part.month, part.spell.provider, part.spell.contract, baseFeeMethod])
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  return [...groups.values()].map((parts) => lineOf(parts, lawOf)).filter((line) => line.amountOre !== 0)
}

function isApproved(part: Part, approved: MoneyFacts['approvedReports']): boolean {
  if (approved === 'all') return true
  return approved.some((report) =>
    typeof report === 'string'
      ? report === part.month
      : report.month === part.month && report.provider === part.spell.provider,
  )
}

function partsOf(judged: JudgedChain<PricedDecision, ContractSpell>): Part[] {
  const service = serviceOf(judged)
  if (service === null) return []
  const { firstDay: chainFirstDay, decisions, spells } = judged.chain
  const parts: Part[] = []
  for (const decision of decisions) {
    for (const spell of spells) {
      const granted = intersect(decision.period, service)
      const days = granted && intersect(granted, spell.period)
      if (!days?.end) continue
      for (const piece of byMonth(days.start, days.end)) {
        parts.push({ days: piece, month: monthOf(piece.start), spell, decision, chainFirstDay })
      }
    }
  }
  return parts
}

function byMonth(start: Day, end: Day): (Period & { readonly end: Day })[] {
  const pieces: (Period & { readonly end: Day })[] = []
  for (let from = start; from < end; ) {
    const to = minDay(end, firstDayOf(nextMonth(monthOf(from))))
    pieces.push({ start: from, end: to })
    from = to
  }
  return pieces
}

function lineOf(parts: readonly Part[], lawOf: (chainFirstDay: Day) => MoneyLaw): BaseFee {
  const [first] = parts
  if (first === undefined) throw new RangeError('a line needs days')
  const measured = parts.map((part) => {
    const law = lawOf(part.chainFirstDay)
    const rateOre = priceAt(law.baseFees as LevelPrices, part.decision)
    return { part, rateOre, law, ...measure(part, law.rules.compensation.baseFeeMethod) }
  })
  // Parts of one month counted by one method share their divisor, so the sum is exact and rounded once.
  const of = measured[0]?.of ?? 1
  const amountOre = multiply(ore(measured.reduce((sum, { rateOre, days }) => sum + rateOre * days, 0)), 1, of)
  return {
    kind: 'base_fee',
    provider: first.spell.provider,
    contract: first.spell.contract,
    month: first.month,
    levels: [...new Set(parts.map((part) => part.decision.level))].sort(),
    chainFirstDays: [...new Set(parts.map((part) => part.chainFirstDay))].sort(),
    amountOre,
    rule: lawOf(first.chainFirstDay).baseFeeRule,
    steps: [...measured.flatMap(stepsOfPart), { code: 'base-fee-rounded', values: { amountOre } }],
  }
}

function stepsOfPart({ part, rateOre, days, of }: Measure & { part: Part; rateOre: Ore }): Step[] {
  const { start, end } = part.days
  const { level, priceModel } = part.decision
  const price = level === 'B' && priceModel !== null ? `B${priceModel}` : level
  return [
    {
      code: 'days-at-level',
      values: { from: start, to: addDays(end, -1), days: daysBetween(start, end), level: price },
    },
    { code: 'base-fee-share', values: { rateOre, days, of } },
  ]
}

/** Days and divisor by the method in force: calendar days of the month, its weekdays, or 22 weekdays. */
function measure({ days, month }: Part, method: BaseFeeMethod): Measure {
  if (method === 'calendar-day-share') return { days: daysBetween(days.start, days.end), of: daysIn(month) }
  const whole = { start: firstDayOf(month), end: firstDayOf(nextMonth(month)) }
  return { days: weekdaysIn(days), of: method === 'weekday-share' ? weekdaysIn(whole) : weekdaysPerMonth }
}

function weekdaysIn(days: Period): number {
  return [...eachDay(days)].filter((each) => weekday(each) <= 5).length
}
