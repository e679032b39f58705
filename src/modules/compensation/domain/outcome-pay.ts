import { multiply, type Ore, ore } from '../../../kernel/money.ts'
import type { OutcomeStage, SpeedPremium } from '../../../rules/index.ts'
import { type CountedJudgement, type CountedRun, type MarkedSpan, placePaidFor } from '../../outcomes/domain/index.ts'
import type { CountedCase } from './counted-case.ts'
import type { MoneyLaw } from './money-law.ts'
import { type LineKind, lineKinds, type MoneyLines } from './money-lines.ts'

const kindOfStage = {
  r2: 'outcome_payment',
  rr1: 'outcome_payment_rr1',
  rr2: 'outcome_payment_rr2',
} as const satisfies Record<OutcomeStage['code'], LineKind>

const stageKinds: Readonly<Record<OutcomeStage['code'], number>> = {
  r2: lineKinds.indexOf(kindOfStage.r2),
  rr1: lineKinds.indexOf(kindOfStage.rr1),
  rr2: lineKinds.indexOf(kindOfStage.rr2),
}
const speedPremium = lineKinds.indexOf('speed_premium')

/** Writes what the chain's outcome gives: a payment for each step reached, and the speed premium with its step (programme 5). */
export function writeOutcomePay(
  facts: CountedCase,
  chain: CountedJudgement<MoneyLaw>,
  place: number,
  lines: MoneyLines,
): void {
  const { run, reached, law } = chain
  if (run === null) return
  const paid = placePaidFor(facts.spells, chain.spellsFrom, chain.spellsTo, run.firstDay)
  const { mark: party } = facts.spells[paid] as MarkedSpan
  const row = rowPaidAt(facts, chain, run)
  const price = paymentOre(law, row)
  for (let step = 0; step < reached.length; step += 1) {
    const { code, shareNumerator, shareDenominator } = law.stages[step] as OutcomeStage
    const on = reached[step]?.payableOn as number
    lines.add(stageKinds[code], place, on, party, multiply(price, shareNumerator, shareDenominator))
    if (law.premium?.paidWith === code) {
      lines.add(speedPremium, place, on, party, premiumOre(chain, run, row, law.premium))
    }
  }
}

/** The place among the rules' steps of the one that a kind of line pays for; for the premium the one that it is paid with. */
export function stageOf(kind: LineKind, law: MoneyLaw): number {
  const premium = law.premium?.paidWith
  return law.stages.findIndex(({ code }) => (kind === 'speed_premium' ? code === premium : kindOfStage[code] === kind))
}

/** The price row of the decision in force on the outcome's first day; after the last granted day of the last one (programme 5). */
export function rowPaidAt(facts: CountedCase, chain: CountedJudgement<MoneyLaw>, { firstDay }: CountedRun): number {
  let place = chain.decisionsTo - 1
  while (place > chain.decisionsFrom && (facts.decisions[place] as MarkedSpan).start > firstDay) place -= 1
  return (facts.decisions[place] as MarkedSpan).mark
}

/** A known price; a case with a decision that lacks one is refused before. */
export function paymentOre(law: MoneyLaw, row: number): Ore {
  const price = law.outcomePayments[row] ?? null
  if (price === null) throw new RangeError('an outcome without a price')
  return price as Ore
}

/** Days of the chain's twelve months that are left when the outcome begins. */
export function premiumDaysLeft(
  chain: CountedJudgement<MoneyLaw>,
  { firstDay }: CountedRun,
  { chainDays }: SpeedPremium,
): number {
  return Math.max(0, chainDays - (firstDay - chain.firstDay))
}

/** (360 − days used) / 30 × the monthly base fee; nothing is left after the last granted day (programme 5). */
function premiumOre(chain: CountedJudgement<MoneyLaw>, run: CountedRun, row: number, premium: SpeedPremium): number {
  const { law } = chain
  if (law.baseFees === null) return 0
  if (run.firstDay >= chain.grantedEnd && !law.premiumAfterLastGrantedDay) return 0
  const rateOre = law.baseFees[row] as Ore
  const left = premiumDaysLeft(chain, run, premium)
  if (premium.method === 'whole-months-left') return ore(Math.floor(left / premium.monthDays) * rateOre)
  return multiply(rateOre, left, premium.monthDays)
}
