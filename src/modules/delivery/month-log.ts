import { sql } from 'kysely'
import { firstDayOf, lastDayOf, type Month } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PlacementId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { LoggedActivity, LoggedMeeting, MonthLog, OwnSpell } from './domain/index.ts'
import { answerOf } from './store.ts'

type Answered = { readonly answer: string | null; readonly settled: string | null }
type Row = {
  spells: readonly OwnSpell[]
  activities: readonly (Omit<LoggedActivity, 'answer'> & Answered)[]
  meetings: readonly (Omit<LoggedMeeting, 'answer' | 'disputed'> & Answered)[]
  plan: MonthLog['plan']
}

/** Whose log of which month. */
export type LogOf = { readonly caseId: CaseId; readonly providerId: OrganisationId; readonly month: Month }

/** The log of a month with one provider, as it stands now: what the report is derived from. One statement. */
export async function monthLog(context: Context, of: LogOf): Promise<MonthLog & { placementIds: PlacementId[] }> {
  const from = firstDayOf(of.month)
  const to = lastDayOf(of.month)
  const mine = sql`case_id = ${of.caseId} and provider_id = ${of.providerId}`
  const days = sql`on_day between ${from}::date and ${to}::date`
  const { rows } = await sql<Row>`
    select coalesce((
             select json_agg(json_build_object('placementId', placement_id, 'firstDay', first_day, 'lastDay', last_day) order by first_day)
               from market.v_placement
              where ${mine} and first_day <= ${to}::date and (last_day is null or last_day >= ${from}::date)), '[]') as spells,
           coalesce((
             select json_agg(json_build_object('onDay', on_day, 'code', code, 'hours', hours, 'mode', mode, 'withWhom', with_whom, 'came', came,
                                               'tookPlace', took_place, 'reason', reason, 'languageSupport', language_support,
                                               'jobProposals', job_proposals, 'answer', answer, 'settled', settled) order by on_day, entry_id)
               from delivery.v_activity where ${mine} and ${days}), '[]') as activities,
           coalesce((
             select json_agg(json_build_object('onDay', on_day, 'minutes', minutes, 'mode', mode, 'individual', individual, 'held', held,
                                               'languageSupport', language_support, 'jobProposals', job_proposals, 'answer', answer,
                                               'settled', settled) order by starts_at, meeting_id)
               from delivery.v_meeting where ${mine} and ${days}), '[]') as meetings,
           (select json_build_object('activities', p.activities) from delivery.v_plan p
             where p.case_id = ${of.caseId} and p.provider_id = ${of.providerId} and p.outcome = 'approved'
             order by p.decided_on desc, p.version desc limit 1) as plan`.execute(context.db)
  const row = rows[0]
  if (!row) throw new Error('a query without from gives one row')
  const { spells, plan } = row
  return {
    month: of.month,
    spells,
    placementIds: spells.map((spell) => spell.placementId),
    activities: row.activities.map(({ settled, ...entry }) => ({
      ...entry,
      answer: answerOf({ answer: entry.answer, settled }),
    })),
    meetings: row.meetings.map(({ settled, ...meeting }) => {
      const answer = answerOf({ answer: meeting.answer, settled })
      return { ...meeting, answer, disputed: answer === 'disputed' || answer === 'settled-does-not-stand' }
    }),
    plan,
  }
}
