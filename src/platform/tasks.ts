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
  await sql`
    insert into platform.task (kind, subject_id, case_id, person_id, why, due_on, for_office, for_user, for_organisation, opened_at, opened_by)
    values (${task.kind}, ${task.subjectId}, ${task.caseId ?? null}, ${task.personId ?? null}, ${JSON.stringify(task.why)}::jsonb, ${task.dueOn},
            ${task.for.officeId ?? null}, ${task.for.userId ?? null}, ${task.for.organisationId ?? null}, ${context.now}, ${context.actor.userId})
    on conflict do nothing`.execute(context.db)
}

/** Opens many work items at once, each as `openTask` would. */
export async function openTasks(context: Context, tasks: readonly Task[]): Promise<void> {
  if (tasks.length === 0) return
  const rows = tasks.map((task) => ({
    ...task,
    for_office: task.for.officeId ?? null,
    for_user: task.for.userId ?? null,
    for_organisation: task.for.organisationId ?? null,
  }))
  await sql`
    insert into platform.task (kind, subject_id, case_id, person_id, why, due_on, for_office, for_user, for_organisation, opened_at, opened_by)
    select r.kind, r."subjectId", r."caseId", r."personId", r.why, r."dueOn", r.for_office, r.for_user, r.for_organisation, ${context.now}::timestamptz,
           ${context.actor.userId}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (kind text, "subjectId" uuid, "caseId" uuid, "personId" uuid, why jsonb,
           "dueOn" date, for_office uuid, for_user uuid, for_organisation uuid)
    on conflict do nothing`.execute(context.db)
}

/** Finishes the open work item of this kind and subject, if there is one. */
export async function closeTask(context: Context, task: { kind: string; subjectId: string }): Promise<void> {
  await sql`select platform.close_task(${task.kind}, ${task.subjectId}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}
