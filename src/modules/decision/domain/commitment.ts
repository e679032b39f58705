import { type Ore, ore } from '../../../kernel/money.ts'
import { type Level, type PriceModel, priceOf, type Rules } from '../../../rules/index.ts'
import { courseAhead, type MonthAhead, type Standing } from './service-course.ts'

/** What a decision is expected to cost, and how far a single case may be from it. */
export interface Commitment {
  readonly expectedOre: Ore
  /** Standard deviation of one case, in öre: of n independent cases it grows with the root of n. */
  readonly deviationOre: Ore
}

/** The amounts that a level is paid by; öre, not rounded, for expectations only. */
export interface LevelAmounts {
  readonly monthlyFeeOre: number
  readonly outcomeOre: number
  /** What an outcome gives besides when it begins after that many months of the chain. */
  premiumOre(monthsUsed: number): number
}

type Priced = { readonly level: Level; readonly priceModel: PriceModel | null }

/**
 * The level's amounts under the rules; where the base fee is unknown (ROM2 before the authority has entered it) the
 * demo's is used, as the statements do. Level B without a price model is priced as the mean of the two.
 */
export function amountsOf({ level, priceModel }: Priced, rules: Rules): LevelAmounts {
  const { baseFeeOre, demoBaseFeeOre, outcomePaymentOre, speedPremium } = rules.compensation
  const fees = baseFeeOre ?? demoBaseFeeOre
  const price = (table: typeof outcomePaymentOre): number => {
    const given = priceOf(table, level, priceModel)
    if (given !== null) return given
    return ((priceOf(table, level, '1') ?? 0) + (priceOf(table, level, '2') ?? 0)) / 2
  }
  const monthlyFeeOre = fees === null ? 0 : price(fees)
  return {
    monthlyFeeOre,
    outcomeOre: price(outcomePaymentOre),
    premiumOre(monthsUsed) {
      if (speedPremium === null) return 0
      const left = Math.max(0, speedPremium.chainDays / speedPremium.monthDays - monthsUsed)
      return monthlyFeeOre * (speedPremium.method === 'whole-months-left' ? Math.floor(left) : left)
    },
  }
}

/**
 * What a decision of the kind commits (programme 5, budget): base fee, outcome payment and speed premium by their
 * probabilities. A referral commits its own days and what may come of them; an extension what it adds to that.
 */
export function commitmentOf(
  decision: Priced & { readonly kind: 'referral' | 'extension'; readonly days: number },
  rules: Rules,
): Commitment {
  const { lengthDays, monthDays } = rules.decision
  const { level } = decision
  const months = Math.round(decision.days / monthDays)
  const amounts = amountsOf(decision, rules)
  if (decision.kind === 'referral') {
    return rounded(spreadOf({ level, monthsServed: 0, monthsGranted: months, settled: true }, amounts, rules))
  }
  const served = Math.round(lengthDays / monthDays)
  const longer = spreadOf(
    { level, monthsServed: served, monthsGranted: served + months, settled: true },
    amounts,
    rules,
  )
  // Without it the service would end now, and its own chance of an outcome afterwards is committed already.
  const already = afterEndOre(level, amounts, rules)
  return rounded({ mean: longer.mean - already, variance: longer.variance })
}

function afterEndOre(level: Level, amounts: LevelAmounts, rules: Rules): number {
  const served = Math.round(rules.decision.lengthDays / rules.decision.monthDays)
  const [last] = courseAhead({ level, monthsServed: served - 1, monthsGranted: served, settled: true }, rules)
  return last === undefined || last.ends === 0 ? 0 : (last.outcomeAfter / last.ends) * amounts.outcomeOre
}

interface Spread {
  readonly mean: number
  readonly variance: number
}

/** Mean and variance over every way in which the service may go. */
function spreadOf(standing: Standing, amounts: LevelAmounts, rules: Rules): Spread {
  let mean = 0
  let square = 0
  for (const way of waysOf(courseAhead(standing, rules), standing.monthsServed, amounts)) {
    mean += way.probability * way.ore
    square += way.probability * way.ore ** 2
  }
  return { mean, variance: Math.max(0, square - mean ** 2) }
}

/** Who leaves in a month is reckoned to have served half of it. */
function* waysOf(
  ahead: readonly MonthAhead[],
  served: number,
  { monthlyFeeOre, outcomeOre, premiumOre }: LevelAmounts,
): Generator<{ probability: number; ore: number }> {
  for (const { month, outcome, exit, ends, outcomeAfter } of ahead) {
    const used = month - 0.5
    const fees = (used - served) * monthlyFeeOre
    const allFees = (month - served) * monthlyFeeOre
    yield { probability: outcome, ore: fees + outcomeOre + premiumOre(used) }
    yield { probability: exit, ore: fees }
    yield { probability: outcomeAfter, ore: allFees + outcomeOre }
    yield { probability: ends - outcomeAfter, ore: allFees }
  }
}

function rounded({ mean, variance }: Spread): Commitment {
  return { expectedOre: ore(Math.round(mean)), deviationOre: ore(Math.round(Math.sqrt(variance))) }
}
