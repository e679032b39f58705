import type { Level, PriceModel, Rules } from '../../../rules/index.ts'
import { amountsOf, courseAhead, type LevelAmounts, outcomeAfterEnd } from '../../decision/domain/index.ts'

export const budgetKinds = ['base_fee', 'outcome_payment', 'speed_premium'] as const
export type BudgetKind = (typeof budgetKinds)[number]

/** People who stand alike: all that a forecast needs to know of them. Months are counted from the forecast's first. */
export interface BudgetCell {
  /**
   * In service; coming (begins in month `shift`); begun (work or studies signalled, begun in month `shift`) and verified
   * (the same, proven but not paid yet); left (the granted days ended in month `shift`); new (granted in month `shift`).
   */
  readonly state: 'in-service' | 'coming' | 'begun' | 'verified' | 'left' | 'new'
  readonly level: Level
  readonly priceModel: PriceModel | null
  readonly areaCode: string
  readonly officeId: string | null
  /** Months of the chain behind; for those who have begun, at the beginning. */
  readonly served: number
  readonly granted: number
  /** Months from the forecast's first month; behind it when negative. */
  readonly shift: number
  readonly cases: number
}

/** An expected sum and the variance of it that comes from each case going its own way; öre, not rounded. */
export interface Expected {
  readonly mean: number
  readonly variance: number
}

/** Expected payments of one month. */
export interface ForecastMonth extends Expected {
  /** Of the mean: what comes of decisions that are not made yet. */
  readonly fromNew: number
  readonly byKindAndLevel: ReadonlyMap<string, Expected>
  readonly byArea: ReadonlyMap<string, Expected>
  readonly byOffice: ReadonlyMap<string, Expected>
}

const kindAndLevel = (kind: BudgetKind, level: Level): string => `${kind}/${level}`

/**
 * Expected payments month by month (programme 5, budget). Each way of standing is gone through once, whatever the number
 * of people who stand so; the interval's own part is the sum over independent cases.
 */
export function forecastMonths(cells: readonly BudgetCell[], rules: Rules): ForecastMonth[] {
  const months = Array.from({ length: rules.compensation.forecastMonths }, newMonth)
  const profiles = new Map<string, Profile>()
  for (const cell of cells) {
    const key = [cell.state, cell.level, cell.priceModel, cell.served, cell.granted, cell.shift].join()
    const profile = profiles.get(key) ?? profileOf(cell, rules)
    profiles.set(key, profile)
    for (const [index, month] of months.entries()) addCell(month, cell, profile[index])
  }
  return months
}

type OpenMonth = ForecastMonth & {
  mean: number
  variance: number
  fromNew: number
  byKindAndLevel: Map<string, Expected>
  byArea: Map<string, Expected>
  byOffice: Map<string, Expected>
}

function newMonth(): OpenMonth {
  return { mean: 0, variance: 0, fromNew: 0, byKindAndLevel: new Map(), byArea: new Map(), byOffice: new Map() }
}

function addCell(month: OpenMonth, cell: BudgetCell, one: PersonMonth | undefined): void {
  if (one === undefined || one.mean === 0) return
  // How many will come is itself left to chance: of a Poisson number the variance is the mean square.
  const isNew = cell.state === 'new'
  const spread = (part: Part) => cell.cases * (isNew ? part.square : part.square - part.mean ** 2)
  const total = { mean: cell.cases * one.mean, variance: spread(one) }
  month.mean += total.mean
  month.variance += total.variance
  if (isNew) month.fromNew += total.mean
  addTo(month.byArea, cell.areaCode, total)
  addTo(month.byOffice, cell.officeId ?? '', total)
  for (const kind of budgetKinds) {
    const part = one[kind]
    if (part.mean === 0) continue
    addTo(month.byKindAndLevel, kindAndLevel(kind, cell.level), {
      mean: cell.cases * part.mean,
      variance: spread(part),
    })
  }
}

function addTo(sums: Map<string, Expected>, key: string, more: Expected): void {
  const before = sums.get(key)
  sums.set(
    key,
    before === undefined ? more : { mean: before.mean + more.mean, variance: before.variance + more.variance },
  )
}

/** The mean of what one person gives in a month, and the mean of its square. */
interface Part {
  mean: number
  square: number
}
type PersonMonth = Part & Record<BudgetKind, Part>
type Profile = readonly PersonMonth[]
type OpenProfile = PersonMonth[]

/** What one who stands so is expected to give, month by month. */
function profileOf(cell: BudgetCell, rules: Rules): Profile {
  const profile: OpenProfile = Array.from({ length: rules.compensation.forecastMonths }, () => ({
    ...nothing(),
    base_fee: nothing(),
    outcome_payment: nothing(),
    speed_premium: nothing(),
  }))
  const amounts = amountsOf(cell, rules)
  const add = (weight: number, from: number) => addService(profile, { ...cell, from, weight }, amounts, rules)
  if (cell.state === 'in-service') add(1, 0)
  // Begins on some day of the month: half of it is served on average.
  else if (cell.state === 'coming') for (const from of [cell.shift, cell.shift + 1]) add(1 / 2, from)
  // Granted on some day of the month, begins some three weeks later.
  else if (cell.state === 'new') add(1, cell.shift + 1)
  else if (cell.state === 'left') {
    const outcome = { probability: outcomeAfterEnd(cell.level, rules), month: cell.shift + 1, premiumOre: 0 }
    addOutcome(profile, outcome, amounts, rules)
  } else {
    const probability = cell.state === 'verified' ? 1 : rules.decision.durability
    addOutcome(
      profile,
      { probability, month: cell.shift, premiumOre: amounts.premiumOre(cell.served), due: true },
      amounts,
      rules,
    )
  }
  return profile
}

const nothing = (): Part => ({ mean: 0, square: 0 })

function addService(
  profile: OpenProfile,
  person: BudgetCell & { readonly from: number; readonly weight: number },
  amounts: LevelAmounts,
  rules: Rules,
): void {
  const { level, served, granted, from, weight } = person
  const fee = amounts.monthlyFeeOre
  for (const month of courseAhead({ level, monthsServed: served, monthsGranted: granted }, rules)) {
    const at = from + month.month - served - 1
    const stays = month.alive - month.outcome - month.exit
    pay(profile[at], 'base_fee', weight * stays, fee)
    pay(profile[at], 'base_fee', weight * (month.outcome + month.exit), fee / 2)
    const premiumOre = amounts.premiumOre(month.month - 0.5)
    addOutcome(profile, { probability: weight * month.outcome, month: at, premiumOre }, amounts, rules)
    addOutcome(profile, { probability: weight * month.outcomeAfter, month: at + 1, premiumOre: 0 }, amounts, rules)
  }
}

interface BegunOutcome {
  readonly probability: number
  /** The month in which the work or studies begin. */
  readonly month: number
  readonly premiumOre: number
  /** Known already: what should have been paid before comes in the first month. */
  readonly due?: boolean
}

function addOutcome(profile: OpenProfile, begun: BegunOutcome, { outcomeOre }: LevelAmounts, rules: Rules): void {
  const { payDelayMonths, longestWaitMonths } = rules.compensation
  const premiumWith = rules.compensation.speedPremium?.paidWith
  for (const stage of rules.outcomes.stages) {
    const month = begun.month + stage.months + payDelayMonths
    if (month < -longestWaitMonths) continue
    const to = profile[begun.due === true ? Math.max(0, month) : month]
    const amount = (outcomeOre * stage.shareNumerator) / stage.shareDenominator
    const premium = stage.code === premiumWith ? begun.premiumOre : 0
    payBoth(to, begun.probability, amount, premium)
  }
}

function pay(to: PersonMonth | undefined, kind: BudgetKind, probability: number, amountOre: number): void {
  if (to === undefined || probability === 0) return
  for (const part of [to, to[kind]]) {
    part.mean += probability * amountOre
    part.square += probability * amountOre ** 2
  }
}

/** An outcome and its premium come together: the square of the month is of their sum. */
function payBoth(to: PersonMonth | undefined, probability: number, outcomeOre: number, premiumOre: number): void {
  if (to === undefined || probability === 0) return
  to.outcome_payment.mean += probability * outcomeOre
  to.outcome_payment.square += probability * outcomeOre ** 2
  to.speed_premium.mean += probability * premiumOre
  to.speed_premium.square += probability * premiumOre ** 2
  to.mean += probability * (outcomeOre + premiumOre)
  to.square += probability * (outcomeOre + premiumOre) ** 2
}

/**
 * The interval of an expected sum so many months ahead: its own variance and the part that moves all cases together, which
 * grows with the distance; never below zero.
 */
export function intervalOf(
  { mean, variance }: Expected,
  rules: Rules,
  monthsAhead: number,
): { readonly lowOre: number; readonly highOre: number } {
  const { commonDeviation, forecastInterval } = rules.compensation
  const common = commonDeviation.firstMonth + commonDeviation.moreAMonth * monthsAhead
  const width = forecastInterval.deviations * Math.sqrt(Math.max(0, variance) + (common * mean) ** 2)
  return { lowOre: Math.max(0, Math.round(mean - width)), highOre: Math.round(mean + width) }
}
