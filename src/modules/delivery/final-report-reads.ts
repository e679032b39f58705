import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { findCase } from '../registration/index.ts'
import type { FinalReportsReply, FinalReportView } from './contract/final-reports.ts'
import { finalReportDueOn } from './domain/index.ts'
import { type LeftSpells, leftSpells } from './left-spells.ts'

type Row = Omit<FinalReportView, 'earlier'> & { readonly placementId: string; readonly replaces: string | null }

/** The final report of each spell of the case that has one, by the spell's key, with the versions that it corrects. */
export async function finalReportsOf(context: Context, caseId: CaseId): Promise<Map<string, FinalReportView>> {
  const { rows } = await sql<Row>`
    select f.id as "finalReportId", f.placement_id as "placementId", f.replaces, f.occupation, f.done, f.progress, f.next_step as "nextStep",
           f.on_day as "onDay", u.display_name as by,
           case when r.final_report_id is not null then json_build_object('onDay', r.on_day, 'by', w.display_name) end as read
      from delivery.final_report f
      left join platform.user_account u on u.id = f.recorded_by
      left join delivery.final_report_reading r on r.final_report_id = f.id
      left join platform.user_account w on w.id = r.recorded_by
     where f.case_id = ${caseId}`.execute(context.db)
  const byId = new Map(rows.map((row) => [row.finalReportId, row]))
  const replaced = new Set(rows.map((row) => row.replaces))
  return new Map(
    rows
      .filter((row) => !replaced.has(row.finalReportId))
      .map(({ placementId, replaces, ...current }) => [
        placementId,
        { ...current, earlier: versionsFrom(replaces, byId) },
      ]),
  )
}

/**
 * The ended spells of the acting provider in a case and their final reports: also when the case is closed to it (programme 12).
 * Problem: `not-found`.
 */
export async function ownFinalReports(context: Context, caseId: CaseId): Promise<Result<FinalReportsReply>> {
  const left = await leftSpells(context, caseId)
  const spells = left?.spells ?? (await endedSpells(context, caseId))
  if (spells === null) return fail(problem('not-found'))
  const finals = await finalReportsOf(context, caseId)
  return ok({
    items: spells.map((spell) => ({
      ...spell,
      codes: [...spell.codes],
      dueOn: finalReportDueOn(spell.lastDay, context.rules),
      report: finals.get(spell.placementId) ?? null,
    })),
  })
}

/** Null for a case that the actor does not see. */
async function endedSpells(context: Context, caseId: CaseId): Promise<LeftSpells['spells'] | null> {
  if ((await findCase(context, caseId)) === null) return null
  const { rows } = await sql<LeftSpells['spells'][number]>`
    select p.placement_id as "placementId", p.first_day as "firstDay", p.last_day as "lastDay",
           (select coalesce(json_agg(distinct a->>'code'), '[]') from delivery.v_plan n, jsonb_array_elements(n.activities) a
             where n.case_id = p.case_id and n.placement_id = p.placement_id and n.outcome = 'approved') as codes
      from market.v_placement p
     where p.case_id = ${caseId} and p.provider_id = ${context.actor.organisationId} and p.last_day >= p.first_day
       and p.last_day <= ${context.today}::date
     order by p.first_day`.execute(context.db)
  return rows
}

function versionsFrom(key: string | null, byId: ReadonlyMap<string, Row>): FinalReportView['earlier'] {
  const row = key === null ? undefined : byId.get(key)
  if (row === undefined) return []
  const { placementId: _spell, replaces, read: _read, ...version } = row
  return [version, ...versionsFrom(replaces, byId)]
}
