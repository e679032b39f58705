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

type Whose = Pick<LogOf, 'caseId' | 'providerId'>
/** A month's log, and the spells that it is the log of. */
export type SpellsLog = MonthLog & { readonly placementIds: readonly PlacementId[] }

/** The log of a month with one provider, as it stands now: what the report is derived from. One statement. */
export async function monthLog(context: Context, of: LogOf): Promise<SpellsLog> {
  const [log] = await monthLogs(context, of.month, [of])
  if (!log) throw new Error('a log was not read')
  return log
}

/** The same of many at once, in the order in which they are asked for. One statement, which looks up each by its case. */
export async function monthLogs(context: Context, month: Month, of: readonly Whose[]): Promise<SpellsLog[]> {
  const from = firstDayOf(month)
  const to = lastDayOf(month)
  const { rows } = await sql<Row>`
    select coalesce((
             select json_agg(json_build_object('placementId', p.placement_id, 'firstDay', p.first_day, 'lastDay', p.last_day) order by p.first_day)
               from market.v_placement p
              where p.case_id = i.case_id and p.provider_id = i.provider_id and p.first_day <= ${to}::date
                and (p.last_day is null or p.last_day >= ${from}::date)), '[]') as spells,
           coalesce((
             select json_agg(json_build_object('onDay', e.on_day, 'code', e.code, 'hours', e.hours, 'mode', e.mode, 'withWhom', e.with_whom, 'came', e.came,
                                               'tookPlace', e.took_place, 'reason', e.reason, 'languageSupport', e.language_support,
                                               'jobProposals', e.job_proposals, 'answer', e.answer, 'settled', e.settled) order by e.on_day, e.entry_id)
               from delivery.v_activity e where e.case_id = i.case_id and e.provider_id = i.provider_id and e.on_day between ${from}::date and ${to}::date), '[]') as activities,
           coalesce((
             select json_agg(json_build_object('onDay', m.on_day, 'minutes', m.minutes, 'mode', m.mode, 'individual', m.individual, 'held', m.held,
                                               'languageSupport', m.language_support, 'jobProposals', m.job_proposals, 'answer', m.answer,
                                               'settled', m.settled) order by m.starts_at, m.meeting_id)
               from delivery.v_meeting m where m.case_id = i.case_id and m.provider_id = i.provider_id and m.on_day between ${from}::date and ${to}::date), '[]') as meetings,
           (select json_build_object('activities', p.activities) from delivery.v_plan p
             where p.case_id = i.case_id and p.provider_id = i.provider_id and p.outcome = 'approved'
             order by p.decided_on desc, p.version desc limit 1) as plan
      from unnest(${of.map((each) => each.caseId)}::uuid[], ${of.map((each) => each.providerId)}::uuid[])
           with ordinality i (case_id, provider_id, place)
     order by i.place`.execute(context.db)
  return rows.map((row) => logOf(month, row))
}

function logOf(month: Month, { spells, plan, activities, meetings }: Row): SpellsLog {
  return {
    month,
    spells,
    placementIds: spells.map((spell) => spell.placementId),
    activities: activities.map(({ settled, ...entry }) => ({
      ...entry,
      answer: answerOf({ answer: entry.answer, settled }),
    })),
    meetings: meetings.map(({ settled, ...meeting }) => {
      const answer = answerOf({ answer: meeting.answer, settled })
      return { ...meeting, answer, disputed: answer === 'disputed' || answer === 'settled-does-not-stand' }
    }),
    plan,
  }
}
