import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { PriceModel } from '../../rules/index.ts'
import { municipality } from '../../rules/reference/index.ts'

export interface OpenArea {
  readonly code: string
  readonly name: string
  /** Municipalities that belong to the area from the day on; they leave the area they were in. */
  readonly municipalities: readonly string[]
  readonly from: Day
}

/**
 * Draws a delivery area of the authority's own, which takes its municipalities over from a day on.
 * Problems: `area-code-taken`, `unknown-municipality`.
 */
export async function openArea(context: Context, command: OpenArea): Promise<Result<{ code: string }>> {
  await lockName(context, `area:${command.code}`)
  const may = mayAct(context, ['administrator', 'system'])
  if (!may.ok) return may
  const unknown = command.municipalities.find((code) => municipality(code) === null)
  if (unknown !== undefined)
    return fail(problem('unknown-municipality', { field: 'municipalities', values: { code: unknown } }))
  const made = await sql`
    insert into registration.delivery_area (code, name) values (${command.code}, ${command.name}) on conflict do nothing`.execute(
    context.db,
  )
  if (made.numAffectedRows !== 1n) return fail(problem('area-code-taken', { field: 'code' }))
  await sql`
    insert into registration.area_municipality (area_code, municipality_code, from_day, recorded_at, recorded_by)
    select ${command.code}, municipality, ${command.from}, ${context.now}, ${context.actor.userId}
      from jsonb_array_elements_text(${JSON.stringify(command.municipalities)}::jsonb) municipality`.execute(context.db)
  return ok({ code: command.code })
}

export interface SetAreaTerms {
  readonly code: string
  readonly from: Day
  /** Which service takes new referrals from the day on: the two never do at once (programme 4.4). */
  readonly service: 'stom' | 'rom'
  /** The price for level B in contracts of the area (programme 5); null while none is set. */
  readonly priceModelB: PriceModel | null
}

/** Sets on which terms an area takes new referrals from a day on; earlier days keep theirs. Problem: `not-found`. */
export async function setAreaTerms(context: Context, command: SetAreaTerms): Promise<Result<{ code: string }>> {
  await lockName(context, `area:${command.code}`)
  const may = mayAct(context, ['administrator', 'system'])
  if (!may.ok) return may
  const known = await sql`select 1 from registration.delivery_area where code = ${command.code}`.execute(context.db)
  if (known.rows.length === 0) return fail(problem('not-found', { field: 'code' }))
  await sql`
    insert into registration.area_terms (area_code, from_day, service, price_model_b, recorded_at, recorded_by)
    values (${command.code}, ${command.from}, ${command.service}, ${command.priceModelB}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  return ok({ code: command.code })
}
