import { multiply, type Ore, ore } from '../../../kernel/money.ts'
import type { OutcomeStage, SpeedPremium } from '../../../rules/index.ts'
import { type CountedChain, type CountedJudgement, type CountedRun, placePaidFor } from '../../outcomes/domain/index.ts'
import type { CountedCase, PartySpan, PricedSpan } from './counted-case.ts'
import type { MoneyLaw } from './money-law.ts'
import { type LineKind, lineKinds, type MoneyLines } from './money-lines.ts'

const kindOfStage = {
  r2: 'outcome_payment',
  rr1: 'outcome_payment_rr1',
  rr2: 'outcome_payment_rr2',
} as const satisfies Record<OutcomeStage['code'], LineKind>

const stageKinds: Record<OutcomeStage['code'], number> = {
  r2: lineKinds.indexOf(kindOfStage.r2),
  rr1: lineKinds.indexOf(kindOfStage.rr1),
  rr2: lineKinds.indexOf(kindOfStage.rr2),
}
const speedPremium = lineKinds.indexOf('speed_premium')

/** Writes what the chain's outcome gives: a payment for each step reached, and the speed premium with its step (programme 5). */
export function writeOutcomePay(
  facts: CountedCase,
  { chain, run, reached, law }: CountedJudgement<MoneyLaw>,
  place: number,
  lines: MoneyLines,
): void {
  if (run === null) return
  const { party } = facts.spells[
    placePaidFor(facts.spells, chain.spellsFrom, chain.spellsTo, run.firstDay)
  ] as PartySpan
  const { row } = decisionPaidAt(facts, chain, run.firstDay)
  const price = paymentOre(law, row)
  const { stages } = law.rules.outcomes
  const premium = law.rules.compensation.speedPremium
  for (let step = 0; step < reached.length; step += 1) {
    const { code, shareNumerator, shareDenominator } = stages[step] as OutcomeStage
    const on = reached[step]?.payableOn as number
    lines.add(stageKinds[code], place, on, party, multiply(price, shareNumerator, shareDenominator))
    if (premium?.paidWith === code) lines.add(speedPremium, place, on, party, premiumOre(chain, run, law, row, premium))
  }
}

/** The step of the rules that a kind of line pays for; the premium's is the one that it is paid with. */
export function stageOf(kind: LineKind, law: MoneyLaw): number {
  const { stages } = law.rules.outcomes
  if (kind !== 'speed_premium') return stages.findIndex(({ code }) => kindOfStage[code] === kind)
  return stages.findIndex(({ code }) => code === law.rules.compensation.speedPremium?.paidWith)
}

/** The decision in force on the outcome's first day; after the last granted day the last one (programme 5). */
export function decisionPaidAt(facts: CountedCase, chain: CountedChain, firstDay: number): PricedSpan {
  let place = chain.decisionsTo - 1
  while (place > chain.decisionsFrom && (facts.decisions[place] as PricedSpan).start > firstDay) place -= 1
  return facts.decisions[place] as PricedSpan
}

/** A known price; a case with a decision that lacks one is refused before. */
export function paymentOre(law: MoneyLaw, row: number): Ore {
  const price = law.outcomePayments[row] ?? null
  if (price === null) throw new RangeError('an outcome without a price')
  return price as Ore
}

/** Days of the chain's twelve months that are used when the outcome begins, and that are left then. */
export function premiumDays(chain: CountedChain, { firstDay }: CountedRun, premium: SpeedPremium) {
  const used = firstDay - chain.firstDay
  return { used, left: Math.max(0, premium.chainDays - used) }
}

/** (360 − days used) / 30 × the monthly base fee; nothing is left after the last granted day (programme 5). */
function premiumOre(chain: CountedChain, run: CountedRun, law: MoneyLaw, row: number, premium: SpeedPremium): Ore | 0 {
  const rate = law.baseFees?.[row] ?? null
  if (rate === null) return 0
  if (run.firstDay >= chain.grantedEnd && !law.rules.compensation.premiumAfterLastGrantedDay) return 0
  const { left } = premiumDays(chain, run, premium)
  if (premium.method === 'whole-months-left') return ore(Math.floor(left / premium.monthDays) * rate)
  return multiply(rate as Ore, left, premium.monthDays)
}
