import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import type { CaseId, OfficeId, PersonId, UserId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import type { Context } from '../../platform/context.ts'
import type { Sweep } from '../../platform/sweeps.ts'
import { closeTask, openTasks } from '../../platform/tasks.ts'
import { forCaseworker, taskKinds } from './tasks.ts'

interface Undecided {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly on: Day
  readonly officeId: OfficeId | null
  readonly caseworkerId: UserId | null
}

// Further back than any stop of the sweeps; what is older has been asked for.
const daysBack = 14
const openedAtOnce = 200

/** The newest assessment of the case, where it allows a referral. */
const allows = sql`a.referable and not exists (
  select 1 from assessment.v_assessment n where n.case_id = a.case_id and n.recorded_at > a.recorded_at)`

/** Nothing has been made of the assessment: neither a decision nor an abstention. */
const undecided = sql`
  not exists (select 1 from decision.decision d where d.case_id = a.case_id and d.recorded_at >= a.recorded_at)
  and not exists (select 1 from decision.abstention x where x.case_id = a.case_id and x.recorded_at >= a.recorded_at)`

/**
 * No decision runs or is to begin, so that there is something to refer to; the same as the domain's `currentChain`. One who is assessed
 * anew for an extension is neither referred nor abstained from.
 */
const free = (today: Day) => sql`
  not exists (select 1 from decision.v_decision d
               where d.case_id = a.case_id and d.withdrawn_on is null and (d.last_day is null or d.last_day >= ${today}::date))`

/** Cases that were assessed before today, may be referred, and wait for somebody to decide; each is asked for once. */
async function casesToDecide(context: Context): Promise<Undecided[]> {
  const { rows } = await sql<Undecided>`
    select a.case_id as "caseId", a.person_id as "personId", a.on_day as on, c.office_id as "officeId", c.caseworker_user_id as "caseworkerId"
      from assessment.v_assessment a
      join registration.v_case c on c.case_id = a.case_id and not c.closed
     where a.on_day between ${addDays(context.today, -daysBack)}::date and ${addDays(context.today, -1)}::date
       and ${allows} and ${undecided} and ${free(context.today)}
       and not exists (select 1 from platform.task t
                        where t.case_id = a.case_id and t.opened_at >= a.recorded_at
                          and t.kind in (${taskKinds.decideReferral}, ${taskKinds.budgetOpens}))
     order by a.case_id`.execute(context.db)
  return rows
}

async function askForDecisions(context: Context, cases: readonly Undecided[]): Promise<Result<null>> {
  const { validityDays } = context.rules.assessment
  await openTasks(
    context,
    cases.map(({ caseId, personId, on, ...head }) => ({
      kind: taskKinds.decideReferral,
      subjectId: caseId,
      caseId,
      personId,
      why: { code: 'assessment-allows', values: { on, until: addDays(on, validityDays) } },
      dueOn: addWorkingDays(on, context.rules.decision.takeUpWorkingDays),
      for: forCaseworker(head),
    })),
  )
  for (const { personId } of cases) context.wrotePerson(personId)
  return ok(null)
}

/** Work items that no decision can answer any more: the assessment is too old, another says no, the service goes on, or the case is closed. */
async function outdated(context: Context): Promise<CaseId[]> {
  const oldest = addDays(context.today, -context.rules.assessment.validityDays)
  const { rows } = await sql<{ caseId: CaseId }>`
    select t.subject_id as "caseId" from platform.task t
     where t.kind = ${taskKinds.decideReferral} and t.closed_at is null
       and not exists (select 1 from assessment.v_assessment a
                         join registration.v_case c on c.case_id = a.case_id and not c.closed
                        where a.case_id = t.subject_id and a.on_day >= ${oldest}::date and ${allows} and ${undecided}
                          and ${free(context.today)})
     order by t.subject_id`.execute(context.db)
  return rows.map(({ caseId }) => caseId)
}

/** Subscriber of `person-assessed`: when the tool says no there is nothing left to decide on. */
export async function closeTakeUp(
  context: Context,
  { caseId, referable }: { readonly caseId: string; readonly referable: boolean },
): Promise<void> {
  if (!referable) await closeTask(context, { kind: taskKinds.decideReferral, subjectId: caseId })
}

/** The morning after an assessment that allows a referral, what nobody has decided stands in the queue (programme 4.2, 4.3). */
export const takeUps: readonly Sweep[] = [
  {
    name: 'decision.close-outdated-take-ups',
    run: (work) =>
      work.each(outdated, async (context, caseId) => {
        await closeTask(context, { kind: taskKinds.decideReferral, subjectId: caseId })
        return ok(null)
      }),
  },
  { name: 'decision.ask-for-decisions', run: (work) => work.eachBatch(casesToDecide, askForDecisions, openedAtOnce) },
]
