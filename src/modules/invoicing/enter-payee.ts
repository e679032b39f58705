import { sql } from 'kysely'
import type { OrganisationId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { openTask } from '../../platform/tasks.ts'
import { wholeOrganisation } from '../../platform/whole-organisation.ts'
import type { GiroAccount } from '../../rules/index.ts'
import { parseGiro } from './domain/index.ts'
import { numberOf } from './parties.ts'
import { findAuthority, savePayee } from './store.ts'

export interface EnterPayee {
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly vatNumber: string | null
  readonly fTax: boolean
  readonly accountKind: GiroAccount['kind']
  readonly accountNumber: string
  readonly kromInvoices: boolean
}

/** The work item of payment details that wait for approval. */
export const approvePayeeTask = 'approve-payee'
const answerWorkingDays = 3

/**
 * The provider's coordinator enters, or changes, where it is paid. Nothing is paid there until an approver of the authority
 * has approved it. Problems: those of `wholeOrganisation`, `organisation-number-missing`, `giro-number`, `vat-number`,
 * `tax-registration`.
 */
export async function enterPayee(context: Context, command: EnterPayee): Promise<Result<{ payeeId: string }>> {
  const may = await wholeOrganisation(context)
  if (!may.ok) return may
  const providerId = context.actor.organisationId as OrganisationId
  await lockName(context, `payee:${providerId}`)
  const { rows } = await sql<{ number: string | null }>`
    select organisation_number as number from platform.organisation where id = ${providerId}`.execute(context.db)
  const own = numberOf(rows[0]?.number)
  if (own === null) return fail(problem('organisation-number-missing'))
  const account = parseGiro(command.accountKind, command.accountNumber)
  if (account === null) return fail(problem('giro-number', { field: 'accountNumber' }))
  const vatNumber =
    command.vatNumber === '' ? null : (command.vatNumber?.replaceAll(/[\s-]/g, '').toUpperCase() ?? null)
  if (vatNumber !== null && vatNumber !== `SE${own}01`) return fail(problem('vat-number', { field: 'vatNumber' }))
  const { street, postcode, city, fTax, kromInvoices } = command
  if (vatNumber === null && !fTax) return fail(problem('tax-registration', { field: 'fTax' }))
  const zone = postcode.replaceAll(/\s/g, '')
  const payeeId = await savePayee(context, providerId, {
    street,
    postcode: zone,
    city,
    vatNumber,
    fTax,
    account,
    kromInvoices,
  })
  await openTask(context, {
    kind: approvePayeeTask,
    subjectId: payeeId,
    why: { code: 'payee-entered' },
    dueOn: addWorkingDays(context.today, answerWorkingDays),
    for: { organisationId: (await findAuthority(context))?.id ?? null },
  })
  return ok({ payeeId })
}
