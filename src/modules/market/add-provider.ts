import { sql } from 'kysely'
import type { OrganisationId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { findProvider } from './reads.ts'

export interface AddProvider {
  /** An organisation that is already known to the house. */
  readonly organisationId: OrganisationId
  readonly name: string
}

/** Who keeps the register of providers, contracts and addresses. */
export const registrars = ['administrator', 'overseer', 'system'] as const

/**
 * Admits an organisation as a provider. A municipality is refused by the localisation principle from the day of the
 * ruling (programme 4.4). Problems: `not-allowed`, `not-found`, `municipality-not-provider`, `already-provider`,
 * `authority-not-provider`.
 */
export async function addProvider(context: Context, command: AddProvider): Promise<Result<{ id: OrganisationId }>> {
  await lockName(context, `market.provider:${command.organisationId}`)
  const may = mayAct(context, registrars)
  if (!may.ok) return may
  const { rows } = await sql<{ kind: string }>`
    select kind from platform.organisation where id = ${command.organisationId}`.execute(context.db)
  const can = canProvide(rows[0]?.kind ?? null, context.rules.market.municipalityMayProvide)
  if (!can.ok) return can
  if ((await findProvider(context, command.organisationId)) !== null) return fail(problem('already-provider'))
  await sql`
    insert into market.provider (id, name, recorded_at, recorded_by)
    values (${command.organisationId}, ${command.name}, ${context.now}, ${context.actor.userId})`.execute(context.db)
  return ok({ id: command.organisationId })
}

/** Whether an organisation of this kind may be a provider. Problems: `not-found`, `municipality-not-provider`, `authority-not-provider`. */
export function canProvide(kind: string | null, municipalityMay: boolean): Result<null> {
  if (kind === null) return fail(problem('not-found'))
  if (kind === 'municipality' && !municipalityMay) return fail(problem('municipality-not-provider'))
  return kind === 'authority' ? fail(problem('authority-not-provider')) : ok(null)
}
