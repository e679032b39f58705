import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { CompanyKind } from '../../rules/index.ts'
import { chainOf } from '../decision/index.ts'
import { findCase } from '../registration/index.ts'
import { breachesOf, clockFacts } from './clock-facts.ts'
import type { EvidenceReply } from './contract/desk.ts'
import { answeredHours, type Breach, counts, type PlannedActivity } from './domain/index.ts'
import { answerOf } from './store.ts'
import { taskKinds } from './tasks.ts'

type Answered = { readonly answer: string | null; readonly settled: string | null }
type MeetingRow = Answered & {
  readonly onDay: Day
  readonly minutes: number
  readonly mode: string
  readonly came: string | null
  readonly held: boolean | null
  readonly progress: string | null
}
type ActivityRow = Answered & {
  readonly code: string
  readonly hours: number
  readonly mode: string
  readonly withWhom: CompanyKind
}

interface Found extends Pick<EvidenceReply, 'reports' | 'employerContacts' | 'view' | 'viewAskedUntil'> {
  readonly meetings: readonly MeetingRow[]
  readonly activities: readonly ActivityRow[]
  readonly plan: readonly PlannedActivity[] | null
}

/**
 * What was delivered in the case's latest chain, for who decides on an extension or plans the end: meetings, hours and whose they
 * were, the share that the participant has confirmed, what was not kept and why, and the provider's view (programme 4.3).
 * Problem: `not-found`.
 */
export async function serviceEvidence(context: Context, caseId: CaseId): Promise<Result<EvidenceReply>> {
  const head = await findCase(context, caseId)
  if (head === null) return fail(problem('not-found'))
  const chain = await chainOf(context, caseId)
  const { firstDay = null, lastGrantedDay = null } = chain ?? {}
  const period =
    chain === null || firstDay === null || lastGrantedDay === null
      ? null
      : { firstDay, lastDay: lastGrantedDay, decisions: chain.decisions.length }
  const found = await read(context, { caseId, personId: head.personId, from: firstDay ?? context.today })
  const facts = await clockFacts(context, sql`p.case_id = ${caseId}`, 'whole-log')
  const breaches = facts
    .filter((each) => firstDay !== null && each.firstDay >= firstDay)
    .flatMap((each) => breachesOf(context, each, 'whole-log'))
  const { reports, employerContacts, view, viewAskedUntil } = found
  return ok({
    period,
    meetings: meetingsIn(found.meetings),
    ...hoursIn(found),
    breaches: byCause(breaches),
    progress: progressIn(found.meetings),
    reports,
    employerContacts,
    view,
    viewAskedUntil,
  })
}

function meetingsIn(rows: readonly MeetingRow[]): EvidenceReply['meetings'] {
  const held = rows.filter((row) => row.held === true && counts(answerOf(row)))
  return {
    held: held.length,
    minutes: held.reduce((sum, row) => sum + row.minutes, 0),
    physical: held.filter((row) => row.mode === 'physical').length,
    absent: rows.filter((row) => row.held === false && row.came === 'no').length,
    notHeld: rows.filter((row) => row.held === false && row.came !== 'no').length,
  }
}

const latestNotes = 3

function progressIn(rows: readonly MeetingRow[]): EvidenceReply['progress'] {
  const told = rows.flatMap(({ onDay, progress }) => (progress ? [{ onDay, words: progress }] : []))
  return told.slice(-latestNotes).reverse()
}

function hoursIn(found: Found): Pick<EvidenceReply, 'hours' | 'activities'> {
  const meetings = found.meetings
    .filter((row) => row.held === true)
    .map((row) => ({ hours: row.minutes / 60, withWhom: 'adviser' as const, answer: answerOf(row) }))
  const activities = found.activities.map((row) => ({ ...row, answer: answerOf(row) }))
  const sum = (of: readonly { readonly hours: number }[]) => of.reduce((total, one) => total + one.hours, 0)
  const codes = [...new Set([...(found.plan ?? []), ...activities].map((one) => one.code as string))].sort()
  return {
    hours: answeredHours([...meetings, ...activities]),
    activities: codes.map((code) => {
      const own = activities.filter((row) => row.code === code && counts(row.answer))
      return {
        code,
        hours: sum(own),
        physicalHours: sum(own.filter((row) => row.mode === 'physical')),
        plannedPerWeek: found.plan?.find((one) => one.code === code)?.hoursPerWeek ?? null,
      }
    }),
  }
}

function byCause(breaches: readonly Breach[]): EvidenceReply['breaches'] {
  const groups = Map.groupBy(breaches, ({ rule, cause }) => `${rule} ${cause}`)
  return [...groups.values()].flatMap((group) => {
    const [one] = group
    return one ? [{ rule: one.rule, cause: one.cause, count: group.length }] : []
  })
}

async function read(
  context: Context,
  { caseId, from }: { caseId: CaseId; personId: PersonId; from: Day },
): Promise<Found> {
  const { rows } = await sql<Found>`
    select coalesce((
             select json_agg(json_build_object('onDay', m.on_day, 'minutes', m.minutes, 'mode', m.mode, 'came', m.came, 'held', m.held,
                                               'progress', m.progress, 'answer', m.answer, 'settled', m.settled) order by m.on_day)
               from delivery.v_meeting m where m.case_id = ${caseId} and m.on_day >= ${from}::date and m.attendance_id is not null), '[]') as meetings,
           coalesce((
             select json_agg(json_build_object('code', e.code, 'hours', e.hours, 'mode', e.mode, 'withWhom', e.with_whom,
                                               'answer', e.answer, 'settled', e.settled))
               from delivery.v_activity e where e.case_id = ${caseId} and e.on_day >= ${from}::date and e.held), '[]') as activities,
           (select l.activities from delivery.v_plan l
             where l.case_id = ${caseId} and not l.replaced and l.outcome is distinct from 'returned'
             order by l.agreed_on desc, l.version desc limit 1) as plan,
           (select json_build_object('approved', count(*) filter (where r.state = 'approved'),
                                     'waiting', count(*) filter (where r.state in ('received', 'being-handled')),
                                     'notApproved', count(*) filter (where r.state = 'not-approved'),
                                     'notSigned', count(*) filter (where r.state = 'draft'))
              from delivery.v_report r where r.case_id = ${caseId} and r.month >= to_char(${from}::date, 'YYYY-MM')) as reports,
           (select count(*)::int from delivery.v_contact_of_case c where c.case_id = ${caseId} and c.on_day >= ${from}::date) as "employerContacts",
           (select json_build_object('words', i.words, 'onDay', i.on_day, 'providerName', o.name)
              from delivery.v_informative_report i join platform.organisation o on o.id = i.provider_id
             where i.case_id = ${caseId} and not i.replaced and i.need = 'extension' and i.on_day >= ${from}::date order by i.recorded_at desc limit 1) as view,
           (select max(t.due_on) from platform.task t
             where t.case_id = ${caseId} and t.kind = ${taskKinds.giveView} and t.closed_at is null) as "viewAskedUntil"`.execute(
    context.db,
  )
  const row = rows[0]
  if (!row) throw new Error('a query without from gives one row')
  return row
}
