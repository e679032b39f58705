import { dayOfNumber } from '../../../kernel/day.ts'
import {
  type CountedJudgement,
  type CountedRun,
  type Judgements,
  kindOfRun,
  latestBeginning,
  type MarkedSpan,
} from '../../outcomes/domain/index.ts'
import { feeDays, feeDaysOfMonth, feeOre } from './base-fee.ts'
import type { CountedCase } from './counted-case.ts'
import type { Step } from './money-facts.ts'
import { type MoneyLaw, priceRows } from './money-law.ts'
import type { FeePart, LineKind } from './money-lines.ts'
import { paymentOre, premiumDaysLeft, rowPaidAt, stageOf } from './outcome-pay.ts'

/** The arithmetic of a base fee: each part's days and share, then the rounding. */
export function feeSteps(
  facts: CountedCase,
  judged: Judgements<MoneyLaw>,
  parts: readonly FeePart[],
  month: number,
  amountOre: number,
): Step[] {
  const steps = parts.flatMap(({ start, end, decision, chain }): Step[] => {
    const { law } = judged.list[chain] as CountedJudgement<MoneyLaw>
    const { mark: row } = facts.decisions[decision] as MarkedSpan
    const method = law.feeMethod
    const share = { days: feeDays(start, end, method), of: feeDaysOfMonth(month, method) }
    const level = priceRows[row] as string
    const days = { from: dayOfNumber(start), to: dayOfNumber(end - 1), days: end - start, level }
    return [
      { code: 'days-at-level', values: days },
      { code: 'base-fee-share', values: { rateOre: feeOre(law, row), ...share } },
    ]
  })
  return [...steps, { code: 'base-fee-rounded', values: { amountOre } }]
}

/** The arithmetic of an outcome payment: why the outcome counts, at what level, and its share of the price. */
export function paymentSteps(
  facts: CountedCase,
  chain: CountedJudgement<MoneyLaw>,
  kind: LineKind,
  amountOre: number,
): Step[] {
  const { law } = chain
  const run = chain.run as CountedRun
  const place = stageOf(kind, law)
  const stage = law.stages[place]
  const lasted = chain.reached[place]
  if (stage === undefined || lasted === undefined) throw new RangeError(`no step for ${kind}`)
  const row = rowPaidAt(facts, chain, run)
  const began = dayOfNumber(run.firstDay)
  const steps: Step[] = [{ code: 'outcome-first-day', values: { kind: kindOfRun(run), firstDay: began } }]
  const latest = dayOfNumber(latestBeginning(chain.serviceEnd, law.outcomes))
  const lastDayInService = dayOfNumber(chain.serviceEnd - 1)
  steps.push({ code: 'outcome-in-time', values: { lastDayInService, latest } })
  const lastDay = dayOfNumber(lasted.requiredLastDay)
  steps.push({ code: 'outcome-lasted', values: { months: stage.months, lastDay } })
  if (lasted.gapDays > 0) steps.push({ code: 'outcome-gap', values: { days: lasted.gapDays } })
  steps.push({ code: 'outcome-level', values: { level: priceRows[row] as string, firstDay: began } })
  const { shareNumerator: numerator, shareDenominator: denominator } = stage
  const share = { priceOre: paymentOre(law, row), numerator, denominator, amountOre }
  return [...steps, { code: 'outcome-share', values: share }]
}

/** The arithmetic of the speed premium: the days used and left, and what they give. */
export function premiumSteps(facts: CountedCase, chain: CountedJudgement<MoneyLaw>, amountOre: number): Step[] {
  const { run, law } = chain
  if (law.premium === null || run === null) throw new RangeError('no premium to explain')
  const { chainDays, method, monthDays } = law.premium
  const left = premiumDaysLeft(chain, run, law.premium)
  const used = run.firstDay - chain.firstDay
  const rateOre = feeOre(law, rowPaidAt(facts, chain, run))
  const days = { from: dayOfNumber(chain.firstDay), to: dayOfNumber(run.firstDay - 1), used, left, chainDays }
  const months = Math.floor(left / monthDays)
  return [
    { code: 'premium-days-used', values: days },
    method === 'whole-months-left'
      ? { code: 'premium-months-left', values: { months, rateOre, amountOre } }
      : { code: 'premium-amount', values: { left, monthDays, rateOre, amountOre } },
  ]
}
