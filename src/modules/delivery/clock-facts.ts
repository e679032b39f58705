import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day, mondayOf } from '../../kernel/day.ts'
import type { CaseId, PersonId, PlacementId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import {
  type Absence,
  type ClockActivity,
  type ClockCase,
  countsForClocks,
  type Meeting,
  type NextDue,
  nextDue,
} from './domain/index.ts'
import { answerOf } from './store.ts'

type MeetingRow = Omit<Meeting, 'disputed'> & { readonly answer: string | null; readonly settled: string | null }

/** What the clocks of one spell need, as stored. */
export interface ClockFacts {
  readonly placementId: PlacementId
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly firstDay: Day
  readonly lastDay: Day | null
  readonly areaCode: string
  readonly availableHours: number
  readonly meetings: readonly MeetingRow[]
  /** Of this week only: earlier weeks are closed. */
  readonly activities: readonly ClockActivity[]
  readonly absences: readonly Absence[]
  readonly plan: { readonly on: Day; readonly hours: number } | null
}

/**
 * Facts for the clocks of the spells that `chosen` picks from `market.v_placement p`; set-based, one statement. The activities
 * are those of the current week, which is what may still be due.
 */
export async function clockFacts(context: Context, chosen: RawBuilder<unknown>): Promise<ClockFacts[]> {
  const monday = mondayOf(context.today)
  const { rows } = await sql<ClockFacts>`
    select p.placement_id as "placementId", p.case_id as "caseId", p.person_id as "personId", p.first_day as "firstDay", p.last_day as "lastDay",
           p.area_code as "areaCode", v.available_hours as "availableHours",
           coalesce((
             select json_agg(json_build_object('onDay', m.on_day, 'minutes', m.minutes, 'mode', m.mode, 'individual', m.individual, 'held', m.held,
                                               'answer', m.answer, 'settled', m.settled))
               from delivery.v_meeting m where m.placement_id = p.placement_id and m.case_id = p.case_id and m.held), '[]') as meetings,
           coalesce((
             select json_agg(json_build_object('on', e.on_day, 'hours', e.hours, 'physical', e.mode = 'physical', 'kind', e.code))
               from delivery.v_activity e
              where e.case_id = p.case_id and e.placement_id = p.placement_id and e.held
                and e.on_day between ${monday}::date and ${addDays(monday, 6)}::date
                and (e.answer is distinct from 'disputed' or e.settled = 'stands')), '[]') as activities,
           coalesce((
             select json_agg(json_build_object('from', a.first_day, 'to', a.last_day)) from delivery.v_absence a where a.case_id = p.case_id), '[]') as absences,
           (select json_build_object('on', l.agreed_on, 'hours', l.hours_per_week) from delivery.v_plan l
             where l.placement_id = p.placement_id and l.outcome is distinct from 'returned' order by l.agreed_on, l.version limit 1) as plan
      from market.v_placement p
      join registration.v_person v on v.person_id = p.person_id
     where ${chosen}
     order by p.first_day, p.placement_id`.execute(context.db)
  return rows
}

/** The clocks' case of a spell as known at the end of the day. */
function clockCase(facts: ClockFacts, until: Day): ClockCase {
  const meetings = facts.meetings.map((row): Meeting => {
    const answer = answerOf(row)
    return { ...row, disputed: answer === 'disputed' || answer === 'settled-does-not-stand' }
  })
  return {
    service: { from: facts.firstDay, to: facts.lastDay },
    plan: facts.plan,
    meetings: meetings
      .filter((meeting) => countsForClocks(meeting, facts.areaCode))
      .map((meeting) => ({ on: meeting.onDay, minutes: meeting.minutes, physical: meeting.mode === 'physical' })),
    activities: facts.activities,
    absences: facts.absences,
    availableHours: facts.availableHours,
    until,
  }
}

/** What is due next in a spell that goes on; nothing when it is over. */
export function dueOf(context: Context, facts: ClockFacts): NextDue[] {
  if (facts.lastDay !== null && facts.lastDay < context.today) return []
  const monday = mondayOf(context.today)
  const weekly = ['weekly-physical-activity', 'weekly-hours']
  // Earlier weeks' activities were not read: what they owed is past mending.
  return nextDue(clockCase(facts, context.today), context.rules).filter(
    (due) => !weekly.includes(due.rule) || due.dueOn >= monday,
  )
}
