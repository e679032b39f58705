import { sql } from 'kysely'
import { addDays, type Day, firstDayOf, lastDayOf, type Month, monthOf } from '../../kernel/day.ts'
import type { CaseId, OfficeId, PersonId, UserId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import type { Sweep } from '../../platform/sweeps.ts'
import { openTask } from '../../platform/tasks.ts'
import { findCase } from '../registration/index.ts'
import { isAsked, reportDueOn } from './domain/index.ts'
import { channelTo } from './open-case.ts'
import { forCaseworker, taskKinds } from './tasks.ts'

// A respite may move a month's last day on; older months than these are reminded of no more.
const monthsBack = 3

/** Months whose reports were due before today, the oldest first. */
function monthsDue(context: Context): Month[] {
  const months: Month[] = []
  for (let back = monthsBack; back > 0; back -= 1) {
    const month = monthBefore(context.today, back)
    if (isAsked(month) && reportDueOn(month, context.rules) < context.today) months.push(month)
  }
  return months
}

function monthBefore(today: Day, back: number): Month {
  let first = firstDayOf(monthOf(today))
  for (let n = 0; n < back; n += 1) first = firstDayOf(monthOf(addDays(first, -1)))
  return monthOf(first)
}

interface Missed {
  readonly caseId: CaseId
  readonly month: Month
  readonly dueOn: Day
}

/** Reports whose last day, a respite included, is over, that have not come and were not reminded of since. */
async function missedUnreminded(context: Context): Promise<Missed[]> {
  const missed: Missed[] = []
  for (const month of monthsDue(context)) {
    const lawful = reportDueOn(month, context.rules)
    const { rows } = await sql<Missed>`
      select m.case_id as "caseId", ${month}::text as month, m.due_on as "dueOn"
        from (select distinct p.case_id,
                     greatest(${lawful}::date, (select max(t.until) from dialogue.respite t where t.case_id = p.case_id and t.month = ${month})) as due_on
                from market.v_placement p
               where p.first_day <= ${lastDayOf(month)}::date and (p.last_day is null or p.last_day >= ${firstDayOf(month)}::date)
                 and not exists (select 1 from dialogue.activity_report r where r.case_id = p.case_id and r.month = ${month})) m
        join registration.v_case c on c.case_id = m.case_id and not c.closed
       where m.due_on < ${context.today}::date
         and not exists (select 1 from dialogue.report_reminder r where r.case_id = m.case_id and r.month = ${month} and r.due_on = m.due_on)
       order by m.case_id`.execute(context.db)
    missed.push(...rows)
  }
  return missed
}

async function remind(context: Context, { caseId, month, dueOn }: Missed): Promise<Result<null>> {
  const head = await findCase(context, caseId)
  if (head === null) return ok(null)
  const { personId } = head
  await sql`
    insert into dialogue.report_reminder (id, case_id, person_id, month, due_on, on_day, recorded_at)
    values (${newId<string>()}, ${caseId}, ${personId}, ${month}, ${dueOn}, ${context.today}, ${context.now})
    on conflict do nothing`.execute(context.db)
  context.wrotePerson(personId)
  await notify(context, { kind: 'dialogue.report-missed', channel: channelTo(head), personId, values: { month } })
  return ok(null)
}

interface Unreached {
  readonly reminderId: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly month: Month
  readonly officeId: OfficeId | null
  readonly caseworkerId: UserId | null
}

const daysBack = 120

/** Reminded some working days ago, and neither report, respite nor an attempt to reach the person has come. */
async function remindedInVain(context: Context): Promise<Unreached[]> {
  const after = context.rules.dialogue.contactAfterWorkingDays
  let latest = context.today
  while (addWorkingDays(latest, after) > context.today) latest = addDays(latest, -1)
  const { rows } = await sql<Unreached>`
    select r.id as "reminderId", r.case_id as "caseId", r.person_id as "personId", r.month, a.office_id as "officeId",
           a.caseworker_user_id as "caseworkerId"
      from dialogue.report_reminder r
      left join registration.v_assignment a on a.case_id = r.case_id
     where r.on_day between ${addDays(context.today, -daysBack)}::date and ${latest}::date
       and not exists (select 1 from dialogue.activity_report s where s.case_id = r.case_id and s.month = r.month)
       and not exists (select 1 from dialogue.respite t where t.case_id = r.case_id and t.month = r.month and t.given_on >= r.on_day)
       and not exists (select 1 from dialogue.report_contact c where c.case_id = r.case_id and c.month = r.month and c.on_day >= r.on_day)
       and not exists (select 1 from platform.task t where t.kind = ${taskKinds.contactAboutReport} and t.subject_id = r.id)
     order by r.on_day, r.id`.execute(context.db)
  return rows
}

async function askForContact(context: Context, unreached: Unreached): Promise<Result<null>> {
  await openTask(context, {
    kind: taskKinds.contactAboutReport,
    subjectId: unreached.reminderId,
    caseId: unreached.caseId,
    personId: unreached.personId,
    why: { code: 'report-missed', values: { month: unreached.month } },
    dueOn: addWorkingDays(context.today, context.rules.dialogue.contactWithinWorkingDays),
    for: forCaseworker(unreached),
  })
  return ok(null)
}

/**
 * The calendar duties of dialogue: a reminder the day after a report's last day, and, when nothing comes, a task for a human to
 * get in touch. Nothing is taken from anybody by itself (programme 4.5).
 */
export const sweeps: readonly Sweep[] = [
  { name: 'remind-of-activity-reports', run: (work) => work.each(missedUnreminded, remind, 3) },
  { name: 'ask-for-contact-about-reports', run: (work) => work.each(remindedInVain, askForContact) },
]
