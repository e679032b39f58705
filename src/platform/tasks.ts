import { sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import type { CaseId, OfficeId, OrganisationId, PersonId, UserId } from '../kernel/ids.ts'
import type { Context } from './context.ts'

/** A work item: what is to be done, about whom, why, by when and by whom. */
export interface Task {
  readonly kind: string
  /** The thing it is about; the same kind and subject is open at most once. */
  readonly subjectId: string
  readonly caseId?: CaseId
  readonly personId?: PersonId
  /** A code with values, worded by the screen; keys and days only, never names. */
  readonly why: { readonly code: string; readonly values?: Readonly<Record<string, string | number>> }
  readonly dueOn: Day
  readonly for: {
    readonly officeId?: OfficeId | null
    readonly userId?: UserId | null
    readonly organisationId?: OrganisationId | null
  }
}

/** Opens a work item; opening it again while it is open changes nothing. */
export async function openTask(context: Context, task: Task): Promise<void> {
  await openTasks(context, [task])
}

/** `openTask` for many, in one statement. */
export async function openTasks(context: Context, tasks: readonly Task[]): Promise<void> {
  if (tasks.length === 0) return
  const rows = tasks.map((task) => ({
    kind: task.kind,
    subject_id: task.subjectId,
    case_id: task.caseId,
    person_id: task.personId,
    why: task.why,
    due_on: task.dueOn,
    for_office: task.for.officeId,
    for_user: task.for.userId,
    for_organisation: task.for.organisationId,
  }))
  await sql`
    insert into platform.task (kind, subject_id, case_id, person_id, why, due_on, for_office, for_user, for_organisation, opened_at, opened_by)
    select r.kind, r.subject_id, r.case_id, r.person_id, r.why, r.due_on, r.for_office, r.for_user, r.for_organisation, ${context.now}, ${context.actor.userId}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (kind text, subject_id uuid, case_id uuid, person_id uuid, why jsonb, due_on date, for_office uuid, for_user uuid, for_organisation uuid)
    on conflict do nothing`.execute(context.db)
}

/** Finishes the open work item of this kind and subject, if there is one. */
export async function closeTask(context: Context, task: { kind: string; subjectId: string }): Promise<void> {
  await sql`select platform.close_task(${task.kind}, ${task.subjectId}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}
