import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { findCase } from '../registration/index.ts'
import type { InformativeReply, InformativeView } from './contract/desk.ts'

type Row = Omit<InformativeView, 'earlier'> & { readonly replaces: string | null; readonly replaced: boolean }

/**
 * The case's informative reports that stand, those that wait for an answer first, each with those that it corrects; a provider's
 * own to a provider, for a need can tell of health. Problem: `not-found`.
 */
export async function listInformative(context: Context, caseId: CaseId): Promise<Result<InformativeReply>> {
  if ((await findCase(context, caseId)) === null) return fail(problem('not-found'))
  const { role, organisationId } = context.actor
  const own = role === 'coordinator' || role === 'adviser' ? organisationId : null
  const { rows } = await sql<Row>`
    select r.informative_id as "informativeId", o.name as "providerName", r.need, r.words, r.on_day as "onDay", u.display_name as by,
           r.replaces, r.replaced,
           case when r.answered_on is null then null
                else json_build_object('words', r.answer_words, 'onDay', r.answered_on, 'by', w.display_name) end as answer
      from delivery.v_informative_report r
      join platform.organisation o on o.id = r.provider_id
      left join platform.user_account u on u.id = r.recorded_by
      left join platform.user_account w on w.id = r.answered_by
     where r.case_id = ${caseId} and (${own}::uuid is null or r.provider_id = ${own})
     order by (r.answered_on is null and r.need <> 'extension') desc, r.recorded_at desc`.execute(context.db)
  const byId = new Map(rows.map((row) => [row.informativeId, row]))
  const items = rows
    .filter((row) => !row.replaced)
    .map(({ replaces, replaced: _replaced, ...current }) => ({ ...current, earlier: versionsFrom(replaces, byId) }))
  return ok({ items })
}

function versionsFrom(key: string | null, byId: ReadonlyMap<string, Row>): InformativeView['earlier'] {
  const row = key === null ? undefined : byId.get(key)
  if (row === undefined) return []
  const { replaces, replaced: _replaced, ...version } = row
  return [version, ...versionsFrom(replaces, byId)]
}
