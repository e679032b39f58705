import { type RawBuilder, sql } from 'kysely'
import type { Day, Month } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId, PlacementId, PlanId, ReportId, UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Context } from '../../platform/context.ts'
import type { AbsenceReason, ApprovalCondition, DeviationKind, MeetingChannel } from '../../rules/index.ts'
import type { Answer, PeriodicReport, ReportState } from './domain/index.ts'

type FactTable =
  | 'spell_adviser'
  | 'mapping'
  | 'plan'
  | 'plan_answer'
  | 'plan_decision'
  | 'meeting'
  | 'meeting_answer'
  | 'attendance'
  | 'activity_entry'
  | 'confirmation'
  | 'dispute_settled'
  | 'deviation_report'
  | 'deviation_decision'
  | 'report_signature'
  | 'report_decision'
  | 'final_report'
  | 'final_report_reading'
  | 'employer_contact_person'
  | 'case_waiver'
  | 'case_waiver_ground'
  | 'informative_report'
  | 'informative_answer'

type Value = string | number | boolean | null | readonly string[] | RawBuilder<unknown>

/** Whose the row is. */
export type OfCase = { readonly caseId: CaseId; readonly personId: PersonId }

/** Adds one fact, with when and by whom; `by` null = the house itself, by rule. Columns are named as in the table. */
export async function addFact(
  context: Context,
  table: FactTable,
  of: OfCase,
  columns: Readonly<Record<string, Value>>,
  by: UserId | null = context.actor.userId,
): Promise<void> {
  const row: Record<string, Value> = {
    case_id: of.caseId,
    person_id: of.personId,
    ...columns,
    recorded_at: context.now,
    recorded_by: by,
  }
  const names = Object.keys(row).map((name) => sql.ref(name))
  const values = Object.values(row).map((value) => sql`${value}`)
  await sql`insert into ${sql.table(`delivery.${table}`)} (${sql.join(names)}) values (${sql.join(values)})`.execute(
    context.db,
  )
}

/** A value for a jsonb column. */
export function json(value: unknown): RawBuilder<unknown> {
  return sql`${JSON.stringify(value)}::jsonb`
}

/** The participant's answer in one word. */
export function answerOf(row: { readonly answer: string | null; readonly settled: string | null }): Answer {
  if (row.answer === null) return 'none'
  if (row.answer === 'confirmed') return 'confirmed'
  if (row.settled === null) return 'disputed'
  return row.settled === 'stands' ? 'settled-stands' : 'settled-does-not-stand'
}

async function first<Row>(context: Context, query: RawBuilder<Row>): Promise<Row | null> {
  const { rows } = await query.execute(context.db)
  return rows[0] ?? null
}

export interface StoredPlan extends OfCase {
  readonly planId: PlanId
  readonly placementId: PlacementId
  readonly providerId: OrganisationId
  readonly version: number
  readonly replaced: boolean
  readonly outcome: 'approved' | 'returned' | null
}

export function findPlan(context: Context, planId: PlanId): Promise<StoredPlan | null> {
  return first(
    context,
    sql<StoredPlan>`
      select plan_id as "planId", case_id as "caseId", person_id as "personId", placement_id as "placementId", provider_id as "providerId",
             version, replaced, outcome
        from delivery.v_plan where plan_id = ${planId}`,
  )
}

/** The spell's latest plan version of any outcome, or null. */
export function latestPlan(context: Context, placementId: PlacementId): Promise<StoredPlan | null> {
  return first(
    context,
    sql<StoredPlan>`
      select plan_id as "planId", case_id as "caseId", person_id as "personId", placement_id as "placementId", provider_id as "providerId",
             version, replaced, outcome
        from delivery.v_plan where placement_id = ${placementId} and not replaced`,
  )
}

export interface StoredMeeting extends OfCase {
  readonly meetingId: string
  readonly placementId: PlacementId
  readonly providerId: OrganisationId
  readonly startsAt: Instant
  readonly onDay: Day
  readonly minutes: number
  readonly mode: MeetingChannel
  readonly individual: boolean
  readonly adviserId: UserId | null
  readonly place: string | null
  readonly attendanceId: string | null
}

/** A meeting as it is planned or was held; null when it has been moved or is not seen. */
export function findMeeting(context: Context, meetingId: string): Promise<StoredMeeting | null> {
  return first(
    context,
    sql<StoredMeeting>`
      select meeting_id as "meetingId", case_id as "caseId", person_id as "personId", placement_id as "placementId", provider_id as "providerId",
             starts_at as "startsAt", on_day as "onDay", minutes, mode, individual, adviser_id as "adviserId", place, attendance_id as "attendanceId"
        from delivery.v_meeting where meeting_id = ${meetingId}`,
  )
}

/** Whose a meeting is and when, as a look before the case is held; null as `findMeeting`. */
export function glanceAtMeeting(
  context: Context,
  meetingId: string,
): Promise<Pick<StoredMeeting, 'caseId' | 'placementId' | 'startsAt' | 'mode'> | null> {
  return first(
    context,
    sql<Pick<StoredMeeting, 'caseId' | 'placementId' | 'startsAt' | 'mode'>>`
      select case_id as "caseId", placement_id as "placementId", starts_at as "startsAt", mode from delivery.meeting m
       where id = ${meetingId} and not exists (select 1 from delivery.meeting n where n.replaces = m.id)`,
  )
}

/** Whether a meeting with the person there is recorded in the spell on an earlier day. */
export async function metBefore(
  context: Context,
  of: { readonly caseId: CaseId; readonly placementId: PlacementId },
  onDay: Day,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from delivery.v_meeting
     where case_id = ${of.caseId} and placement_id = ${of.placementId} and on_day < ${onDay}::date and held limit 1`.execute(
    context.db,
  )
  return rows.length > 0
}

export interface StoredEntry extends OfCase {
  readonly entryId: string
  readonly placementId: PlacementId
  readonly onDay: Day
  readonly code: string
  readonly hours: number
  readonly mode: 'physical' | 'remote'
  readonly withWhom: string
}

export function findEntry(context: Context, entryId: string): Promise<StoredEntry | null> {
  return first(
    context,
    sql<StoredEntry>`
      select entry_id as "entryId", case_id as "caseId", person_id as "personId", placement_id as "placementId", on_day as "onDay", code, hours,
             mode, with_whom as "withWhom"
        from delivery.v_activity where entry_id = ${entryId}`,
  )
}

export interface StoredDeviation extends OfCase {
  readonly deviationId: string
  readonly providerId: OrganisationId
  readonly kind: 'absence' | DeviationKind
  readonly reason: AbsenceReason | null
  readonly firstDay: Day
  readonly lastDay: Day
  readonly outcome: 'accepted' | 'not-accepted' | null
}

export function findDeviation(context: Context, deviationId: string): Promise<StoredDeviation | null> {
  return first(
    context,
    sql<StoredDeviation>`
      select deviation_id as "deviationId", case_id as "caseId", person_id as "personId", provider_id as "providerId", kind, reason,
             first_day as "firstDay", last_day as "lastDay", outcome
        from delivery.v_deviation where deviation_id = ${deviationId}`,
  )
}

export interface StoredReport extends OfCase {
  readonly reportId: ReportId
  readonly providerId: OrganisationId
  readonly month: Month
  readonly version: number
  readonly content: PeriodicReport
  readonly digest: string
  readonly dueOn: Day
  readonly failed: readonly ApprovalCondition[] | null
  readonly state: ReportState
  readonly replaced: boolean
}

const reportColumns = sql`
  r.report_id as "reportId", r.case_id as "caseId", r.person_id as "personId", r.provider_id as "providerId", r.month, r.version, r.content,
  r.digest, r.due_on as "dueOn", to_json(r.failed) as failed, r.state, false as replaced`

/** A report by its key; an earlier version too, told as `replaced`. */
export async function findReport(context: Context, reportId: ReportId): Promise<StoredReport | null> {
  const current = await first(
    context,
    sql<StoredReport>`select ${reportColumns} from delivery.v_report r where r.report_id = ${reportId}`,
  )
  if (current) return current
  return first(
    context,
    sql<StoredReport>`
      select p.id as "reportId", p.case_id as "caseId", p.person_id as "personId", p.provider_id as "providerId", p.month, p.version, p.content,
             p.digest, p.due_on as "dueOn", null as failed, 'draft' as state, true as replaced
        from delivery.periodic_report p where p.id = ${reportId}`,
  )
}

/** The current version of a month's report with a provider, or null. */
export async function currentReport(
  context: Context,
  of: { caseId: CaseId; providerId: OrganisationId; month: Month },
): Promise<StoredReport | null> {
  return (await currentReports(context, of.month, [of]))[0] ?? null
}

/**
 * The current versions of a month's reports that there are, of many at once. Each is looked up by its case: on the first of a
 * month the server still believes that the month has no reports, and would go through all of them for each.
 */
export async function currentReports(
  context: Context,
  month: Month,
  of: readonly { readonly caseId: CaseId; readonly providerId: OrganisationId }[],
): Promise<StoredReport[]> {
  const { rows } = await sql<StoredReport>`
    select ${reportColumns}
      from unnest(${of.map((each) => each.caseId)}::uuid[], ${of.map((each) => each.providerId)}::uuid[]) i (case_id, provider_id)
     cross join lateral (select * from delivery.v_report v where v.case_id = i.case_id and v.month = ${month} offset 0) r
     where r.provider_id = i.provider_id`.execute(context.db)
  return rows
}
