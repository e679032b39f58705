import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { multiply, ore } from '../../../kernel/money.ts'
import { contains } from '../../../kernel/period.ts'
import type { OutcomeStage, SpeedPremium } from '../../../rules/index.ts'
import {
  type CountingOutcome,
  type JudgedChain,
  latestFirstDay,
  type ReachedStage,
  type ServiceChain,
  spellPaidFor,
} from '../../outcomes/domain/index.ts'
import {
  type ContractSpell,
  type OutcomePayment,
  type PremiumPayment,
  type PricedDecision,
  priceAt,
  type Step,
} from './money-facts.ts'
import type { MoneyLaw } from './money-law.ts'

const kindOfStage = {
  r2: 'outcome_payment',
  rr1: 'outcome_payment_rr1',
  rr2: 'outcome_payment_rr2',
} as const satisfies Record<OutcomeStage['code'], OutcomePayment['kind']>

/** What the chain's outcome gives: a payment for each step reached, and the speed premium with its step (programme 5). */
export function outcomePay(
  { chain, outcome }: JudgedChain<PricedDecision, ContractSpell>,
  law: MoneyLaw,
): (OutcomePayment | PremiumPayment)[] {
  const spell = outcome && spellPaidFor(chain, outcome.run.firstDay)
  if (!spell) return []
  const decision = decisionPaidAt(chain, outcome.run.firstDay)
  const shared = {
    provider: spell.provider,
    contract: spell.contract,
    level: decision.level,
    chainFirstDay: chain.firstDay,
    outcomeFirstDay: outcome.run.firstDay,
    outcomeKeys: outcome.run.keys,
  }
  const lines = outcome.reached.flatMap((reached) => {
    const { stage, payableOn: on } = reached
    const price = priceAt(law.rules.compensation.outcomePaymentOre, decision)
    const amountOre = multiply(price, stage.shareNumerator, stage.shareDenominator)
    const share: Step = {
      code: 'outcome-share',
      values: { priceOre: price, numerator: stage.shareNumerator, denominator: stage.shareDenominator, amountOre },
    }
    const steps = [...outcomeSteps(chain, outcome, reached, decision, law), share]
    const payment: OutcomePayment = {
      kind: kindOfStage[stage.code],
      ...shared,
      on,
      amountOre,
      rule: law.outcomeRule,
      steps,
    }
    const premium = law.rules.compensation.speedPremium
    const left =
      premium?.paidWith === stage.code ? premiumLeft(chain, outcome.run.firstDay, decision, law, premium) : null
    return left === null ? [payment] : [payment, { ...shared, ...left, kind: 'speed_premium' as const, on }]
  })
  return lines.filter((line) => line.amountOre !== 0)
}

/** The decision in force on the outcome's first day; after the last granted day the last one (programme 5). */
function decisionPaidAt(chain: ServiceChain<PricedDecision, ContractSpell>, firstDay: Day): PricedDecision {
  const decision = chain.decisions.find(({ period }) => contains(period, firstDay)) ?? chain.decisions.at(-1)
  if (decision === undefined) throw new RangeError('a chain has a decision')
  return decision
}

function outcomeSteps(
  chain: ServiceChain,
  { run }: CountingOutcome,
  reached: ReachedStage,
  decision: PricedDecision,
  law: MoneyLaw,
): Step[] {
  const { level, priceModel } = decision
  const latest = latestFirstDay(chain, law.rules)
  const steps: Step[] = [{ code: 'outcome-first-day', values: { kind: run.kind, firstDay: run.firstDay } }]
  if (chain.lastDayInService !== null && latest !== null) {
    steps.push({ code: 'outcome-in-time', values: { lastDayInService: chain.lastDayInService, latest } })
  }
  steps.push({ code: 'outcome-lasted', values: { months: reached.stage.months, lastDay: reached.requiredLastDay } })
  if (reached.gapDays > 0) steps.push({ code: 'outcome-gap', values: { days: reached.gapDays } })
  const price = level === 'B' && priceModel !== null ? `B${priceModel}` : level
  steps.push({ code: 'outcome-level', values: { level: price, firstDay: run.firstDay } })
  return steps
}

/** (360 − days used) / 30 × the monthly base fee; nothing is left after the last granted day (programme 5). */
function premiumLeft(
  chain: ServiceChain,
  firstDay: Day,
  decision: PricedDecision,
  law: MoneyLaw,
  premium: SpeedPremium,
): Pick<PremiumPayment, 'amountOre' | 'rule' | 'steps'> | null {
  if (law.baseFees === null) return null
  if (firstDay > chain.lastGrantedDay && !law.rules.compensation.premiumAfterLastGrantedDay) return null
  const used = daysBetween(chain.firstDay, firstDay)
  const left = Math.max(0, premium.chainDays - used)
  const rateOre = priceAt(law.baseFees, decision)
  const usedStep: Step = {
    code: 'premium-days-used',
    values: { from: chain.firstDay, to: addDays(firstDay, -1), used, left, chainDays: premium.chainDays },
  }
  if (premium.method === 'whole-months-left') {
    const months = Math.floor(left / premium.monthDays)
    const amountOre = ore(months * rateOre)
    const steps: Step[] = [usedStep, { code: 'premium-months-left', values: { months, rateOre, amountOre } }]
    return { amountOre, rule: law.premiumRule, steps }
  }
  const amountOre = multiply(rateOre, left, premium.monthDays)
  const values = { left, monthDays: premium.monthDays, rateOre, amountOre }
  return { amountOre, rule: law.premiumRule, steps: [usedStep, { code: 'premium-amount', values }] }
}
