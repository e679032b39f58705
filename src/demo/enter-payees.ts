import { checkDigit } from '../kernel/check-digit.ts'
import { decidePayee, enterPayee } from '../modules/invoicing/index.ts'
import type { Provider } from '../simulation/market.ts'
import { type Cast, type Moment, must, type Stage } from './house.ts'

/** Every provider says where it is paid, and an approver of the authority approves it; the numbers are made up. */
export async function enterPayees(
  stage: Stage,
  moment: Moment,
  { cast, providers }: { readonly cast: Cast; readonly providers: readonly Provider[] },
): Promise<void> {
  const [approver] = cast.approvers
  if (approver === undefined) throw new Error('the stage has no approver')
  for (const [index, provider] of providers.entries()) {
    const actor = cast.providers.get(provider.key)?.coordinator
    if (actor === undefined) throw new Error(`${provider.key} has no coordinator`)
    const six = `9999${String(index + 10).padStart(2, '0')}`
    const { payeeId } = await must(stage, moment, {
      actor,
      operation: 'enterPayee',
      body: (context) =>
        enterPayee(context, {
          street: `Exempelgatan ${index + 1}`,
          postcode: '12345',
          city: 'Exempelstad',
          vatNumber: `SE${provider.organisationNumber}01`,
          fTax: true,
          accountKind: 'bankgiro',
          accountNumber: `${six}${checkDigit(`000${six}`)}`,
          kromInvoices: true,
        }),
    })
    await must(stage, moment, {
      actor: approver,
      operation: 'decidePayee',
      body: (context) => decidePayee(context, { payeeId, outcome: 'approved', reason: null }),
    })
  }
}
