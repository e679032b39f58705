import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day, mondayOf } from '../../kernel/day.ts'
import type { CaseId, PersonId, PlacementId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { AbsenceReason, ActivityKind } from '../../rules/index.ts'
import {
  type Absence,
  type Breach,
  bookedFor,
  breaches,
  type ClockCase,
  type ClockEvent,
  type ClockLog,
  countsForClocks,
  countsPhysical,
  type DecidedWaiver,
  type Exemption,
  exemptionsOn,
  type Meeting,
  type NextDue,
  type NotHeldReason,
  nextDue,
  nextLook,
} from './domain/index.ts'
import { answerOf } from './store.ts'

type Logged = {
  readonly held: boolean | null
  readonly reason: AbsenceReason | NotHeldReason | null
  readonly answer: string | null
  readonly settled: string | null
  /** Null where it was not asked for. */
  readonly loggedOn: Day | null
}
type MeetingRow = Omit<Meeting, 'disputed' | 'held'> & Logged
type ActivityRow = Logged & {
  readonly on: Day
  readonly hours: number
  readonly physical: boolean
  readonly kind: ActivityKind
}

/** What the clocks of one spell need, as stored. */
export interface ClockFacts {
  readonly placementId: PlacementId
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly firstDay: Day
  readonly lastDay: Day | null
  /** First day of the chain that the spell lies in; null where no hours are counted by its months. */
  readonly chainFrom: Day | null
  readonly areaCode: string
  /** Those in force on some day of the spell. */
  readonly waivers: readonly DecidedWaiver[]
  readonly availableHours: number
  readonly meetings: readonly MeetingRow[]
  readonly activities: readonly ActivityRow[]
  readonly absences: readonly Absence[]
  /** Days in a full-time parallel measure. */
  readonly parallel: readonly Absence[]
  readonly plan: { readonly on: Day; readonly hours: number; readonly loggedOn: Day } | null
}

/** Activities of the current week, which is what may still be due; or the whole log with the day when each was logged. */
export type ClockReach = 'this-week' | 'whole-log'

/** The first day on which a row of attendance, or an entry through its corrections, said that it was held. */
const heldFirst = {
  'this-week': { meeting: sql`null`, activity: sql`null` },
  'whole-log': {
    meeting: sql`(
      select (min(t.recorded_at) at time zone 'Europe/Stockholm')::date from delivery.attendance t
       where t.case_id = m.case_id and t.meeting_id = m.meeting_id and t.took_place and t.came <> 'no')`,
    activity: sql`(
      with recursive line as (
        select x.replaces, x.recorded_at, x.took_place and x.came <> 'no' as held from delivery.activity_entry x where x.id = e.entry_id
        union all
        select x.replaces, x.recorded_at, x.took_place and x.came <> 'no' from delivery.activity_entry x join line on x.id = line.replaces)
      select (min(recorded_at) filter (where held) at time zone 'Europe/Stockholm')::date from line)`,
  },
} as const

// A change of provider starts the clocks anew, but the months of the chain run on (programme 4.5, ROM2 months).
const firstDayOfChain = sql`(
  select min(c.first_day) from decision.v_decision d join decision.v_decision c on c.chain_id = d.chain_id and c.case_id = d.case_id
   where d.case_id = p.case_id and d.decision_id = p.decision_id)`

/**
 * Facts for the clocks of the spells that `chosen` picks from `market.v_placement p`; set-based, one statement.
 */
export async function clockFacts(
  context: Context,
  chosen: RawBuilder<unknown>,
  reach: ClockReach = 'this-week',
): Promise<ClockFacts[]> {
  const monday = mondayOf(context.today)
  const first = heldFirst[reach]
  const days = reach === 'whole-log' ? sql`true` : sql`e.on_day between ${monday}::date and ${addDays(monday, 6)}::date`
  const chainFrom = context.rules.delivery.weeklyHours === null ? sql`null::date` : firstDayOfChain
  const { rows } = await sql<ClockFacts>`
    select p.placement_id as "placementId", p.case_id as "caseId", p.person_id as "personId", p.first_day as "firstDay", p.last_day as "lastDay",
           ${chainFrom} as "chainFrom", p.area_code as "areaCode", v.available_hours as "availableHours",
           coalesce((
             select json_agg(json_build_object('onDay', m.on_day, 'minutes', m.minutes, 'mode', m.mode, 'individual', m.individual, 'held', m.held,
                                               'reason', m.reason, 'answer', m.answer, 'settled', m.settled, 'loggedOn', ${first.meeting})
                             order by m.on_day)
               from delivery.v_meeting m where m.placement_id = p.placement_id and m.case_id = p.case_id), '[]') as meetings,
           coalesce((
             select json_agg(json_build_object('on', e.on_day, 'hours', e.hours, 'physical', e.mode = 'physical', 'kind', e.code, 'held', e.held,
                                               'reason', e.reason, 'answer', e.answer, 'settled', e.settled, 'loggedOn', ${first.activity})
                             order by e.on_day)
               from delivery.v_activity e
              where e.case_id = p.case_id and e.placement_id = p.placement_id and ${days}), '[]') as activities,
           coalesce((
             select json_agg(json_build_object('rule', w.rule, 'area', w.area_code, 'firstDay', w.first_day, 'lastDay', w.last_day))
               from (select w.rule, w.area_code, w.first_day, w.last_day from delivery.v_waiver w where w.outcome = 'approved'
                      union all
                     select c.rule, null, c.first_day, c.last_day from delivery.v_case_waiver c where c.case_id = p.case_id) w
              where w.last_day >= p.first_day and (p.last_day is null or w.first_day <= p.last_day)), '[]') as waivers,
           coalesce((
             select json_agg(json_build_object('from', m.first_day, 'to', m.last_day))
               from decision.v_parallel_measure m where m.case_id = p.case_id and m.full_time), '[]') as parallel,
           coalesce((
             select json_agg(json_build_object('from', a.first_day, 'to', a.last_day)) from delivery.v_absence a where a.case_id = p.case_id), '[]') as absences,
           (select json_build_object('on', l.agreed_on, 'hours', l.hours_per_week,
                                     'loggedOn', (l.recorded_at at time zone 'Europe/Stockholm')::date) from delivery.v_plan l
             where l.placement_id = p.placement_id and l.outcome is distinct from 'returned' order by l.agreed_on, l.version limit 1) as plan
      from market.v_placement p
      join registration.v_person v on v.person_id = p.person_id
     where ${chosen}
     order by p.first_day, p.placement_id`.execute(context.db)
  return rows
}

/** The clocks' case of a spell as known at the end of the day. */
function clockCase(facts: ClockFacts, until: Day): ClockCase {
  return {
    service: { from: facts.firstDay, to: facts.lastDay },
    plan: facts.plan,
    meetings: facts.meetings
      .filter((row) =>
        countsForClocks({ ...row, disputed: isDisputed(row) || isStruck(row) }, facts.areaCode, facts.waivers),
      )
      .map((row) => ({
        on: row.onDay,
        minutes: row.minutes,
        physical: countsPhysical(row, facts.areaCode, facts.waivers),
      })),
    activities: facts.activities.filter((row) => row.held === true && !isDisputed(row) && !isStruck(row)),
    absences: facts.absences,
    parallel: facts.parallel,
    availableHours: facts.availableHours,
    chainFrom: facts.chainFrom ?? undefined,
    until,
  }
}

/** Everything in the log that answers a clock, or would if it had been held or were not disputed. */
function clockLog(facts: ClockFacts, kinds: ReadonlySet<string>): ClockLog {
  const as = (row: Logged) => ({
    held: isStruck(row) ? false : row.held,
    reason: isStruck(row) ? null : row.reason,
    disputed: isDisputed(row),
    loggedOn: row.loggedOn,
  })
  return {
    meetings: facts.meetings
      .filter((row) => countsForClocks({ ...row, held: true, disputed: false }, facts.areaCode, facts.waivers))
      .map(
        (row): ClockEvent => ({
          on: row.onDay,
          physical: countsPhysical(row, facts.areaCode, facts.waivers),
          hours: row.minutes / 60,
          ...as(row),
        }),
      ),
    activities: facts.activities
      .filter((row) => kinds.has(row.kind))
      .map((row): ClockEvent => ({ on: row.on, physical: row.physical, hours: row.hours, ...as(row) })),
    planLoggedOn: facts.plan?.loggedOn ?? null,
  }
}

const isDisputed = (row: Logged) => answerOf(row) === 'disputed'
/** Settled: it did not take place as logged. */
const isStruck = (row: Logged) => answerOf(row) === 'settled-does-not-stand'

function logOf(context: Context, facts: ClockFacts): ClockLog {
  const counting = context.rules.delivery.activities.filter((rule) => rule.countsTowardDuties)
  return clockLog(facts, new Set(counting.map((rule) => rule.code)))
}

/** What is due next, with the meeting that is booked for it. */
export type DueNext = NextDue & { readonly bookedOn: Day | null }

const weekly = ['weekly-physical-activity', 'weekly-hours']

/** What is due next in a spell that goes on; nothing when it is over. */
export function dueOf(context: Context, facts: ClockFacts): DueNext[] {
  if (facts.lastDay !== null && facts.lastDay < context.today) return []
  const monday = mondayOf(context.today)
  const log = logOf(context, facts)
  // Earlier weeks' activities were not always read: what they owed is past mending.
  return nextDue(clockCase(facts, context.today), context.rules)
    .filter((due) => !weekly.includes(due.rule) || due.dueOn >= monday)
    .map((due) => ({ ...due, bookedOn: bookedFor(due.rule, due.dueOn, log, context.today) }))
}

/** Why less is asked of a spell today than otherwise. */
export function exemptToday(context: Context, facts: ClockFacts): Exemption[] {
  return exemptionsOn(context.today, facts, context.rules)
}

/**
 * The periods of a spell that were not kept in time, with their cause, by the law of today; latest first. Without the whole log
 * only those of meetings and plan are known. As known at the end of today unless another day is said.
 */
export function breachesOf(
  context: Context,
  facts: ClockFacts,
  reach: ClockReach,
  until: Day = context.today,
): Breach[] {
  const found = breaches(clockCase(facts, until), logOf(context, facts), context.rules)
  const ofActivities = [...weekly, 'half-physical']
  return reach === 'whole-log' ? found : found.filter((breach) => !ofActivities.includes(breach.rule))
}

/** The first day on which something in the spell can have become a breach that was none at the end of `until`. */
export function lookAgainOn(context: Context, facts: ClockFacts, until: Day): Day {
  return nextLook(clockCase(facts, until), context.rules)
}
