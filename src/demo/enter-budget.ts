import { kronor } from '../kernel/money.ts'
import { setBudgetFigure } from '../modules/compensation/index.ts'
import { setBudgetCap } from '../modules/decision/index.ts'
import { type Cast, type Moment, must, type Stage } from './house.ts'

/** Made up to the size of the demo's market: the appropriation for each year, in kronor. */
const appropriations = [
  { period: '2022', amount: 12_000_000 },
  { period: '2023', amount: 24_000_000 },
] as const

/** The most referrals of the year, high enough that the demo never meets it. */
const referralsOfTheYear = 1_000

/** The administrator enters what there is to pay with and a cap on the year's referrals. */
export async function enterBudget(stage: Stage, moment: Moment, { administrator: actor }: Cast): Promise<void> {
  for (const { period, amount } of appropriations) {
    const kind = 'appropriation'
    const figure = {
      kind,
      appropriation: '1:3',
      period,
      value: kronor(amount),
      reason: `Regleringsbrev ${period}.`,
    } as const
    await must(stage, moment, {
      actor,
      operation: 'setBudgetFigure',
      body: (context) => setBudgetFigure(context, figure),
    })
  }
  const cap = {
    name: 'Årets anvisningar',
    kind: 'referral',
    period: '2022',
    appropriation: null,
    programmeGroup: null,
    officeId: null,
    limitDecisions: referralsOfTheYear,
    limitCommittedOre: null,
    reason: 'Volymen som anslaget 2022 räcker till.',
  } as const
  await must(stage, moment, { actor, operation: 'setBudgetCap', body: (context) => setBudgetCap(context, cap) })
}
