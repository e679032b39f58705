import { sql } from 'kysely'
import { addDays, type Day, firstDayOf, lastDayOf, type Month, monthOf } from '../../kernel/day.ts'
import type { CaseId, OrganisationId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import type { CaseHead } from '../registration/index.ts'
import { openOffice } from './desk.ts'
import { refreshDrafts } from './drafts.ts'
import { deliveryEvents, type EntryDisputed } from './events.ts'
import { addFact } from './store.ts'
import { forCaseworker, forProvider, taskKinds } from './tasks.ts'

export interface AnsweredItem {
  readonly kind: 'meeting' | 'activity'
  /** The attendance or the activity entry. */
  readonly id: string
  readonly answer: 'confirmed' | 'disputed'
  readonly comment?: string | undefined
}

/** Some rows, each with its answer; or a month, whose unanswered rows are all confirmed. */
export type ConfirmLog = { readonly caseId: CaseId } & (
  | { readonly items: readonly AnsweredItem[]; readonly month?: undefined }
  | { readonly month: Month; readonly items?: undefined }
)

interface Row {
  readonly kind: 'meeting' | 'activity'
  readonly id: string
  readonly onDay: Day
  readonly providerId: OrganisationId
  readonly confirmationId: string | null
  readonly answer: 'confirmed' | 'disputed' | null
  readonly toldBy: 'participant' | 'staff' | null
  readonly settled: string | null
}

/**
 * The participant confirms or disputes what is logged, or the office's caseworker writes down what the participant said on the
 * telephone or in person; never the provider, whose hours they are. The same answer again changes nothing; a changed mind replaces the
 * former answer, but only the participant changes what the participant answered: the office settles such a dispute, with its reasons.
 * A row that was corrected has to be answered anew (programme 4.5). Publishes `entry-disputed`.
 * Problems: `not-found`, `not-allowed`, `not-your-office`, `changed-meanwhile`, `already-decided`, `answered-by-participant`.
 */
export async function confirmLog(context: Context, command: ConfirmLog): Promise<Result<{ answered: number }>> {
  const locked = await openOffice(context, command.caseId, ['jobseeker', 'caseworker'])
  if (!locked.ok) return locked
  const rows = await answerable(context, command)
  const items: readonly AnsweredItem[] = command.items ?? rows.filter((row) => row.answer === null).map(confirmed)
  const news: { row: Row; item: AnsweredItem }[] = []
  for (const item of items) {
    const row = rows.find((each) => each.id === item.id && each.kind === item.kind)
    if (row === undefined) return fail(problem('changed-meanwhile'))
    if (row.answer === item.answer) continue
    if (row.settled !== null) return fail(problem('already-decided'))
    if (row.toldBy === 'participant' && context.actor.role !== 'jobseeker')
      return fail(problem('answered-by-participant'))
    news.push({ row, item })
  }
  // Sent together: none needs another's answer.
  await Promise.all(news.map(({ row, item }) => saveAnswer(context, locked.value, row, item)))
  const months = new Map<string, { providerId: OrganisationId; month: Month }>()
  for (const { row } of news) {
    const month = monthOf(row.onDay)
    months.set(`${row.providerId} ${month}`, { providerId: row.providerId, month })
  }
  for (const { providerId, month } of months.values()) {
    await refreshDrafts(context, { ...locked.value, providerId }, month)
  }
  return ok({ answered: news.length })
}

function confirmed(row: Row): AnsweredItem {
  return { kind: row.kind, id: row.id, answer: 'confirmed' }
}

/** Rows of the log as they stand, with the answer to each. */
async function answerable(context: Context, command: ConfirmLog): Promise<Row[]> {
  const ids = command.items?.map((item) => item.id) ?? []
  const chosen = command.month
    ? sql`l.on_day between ${firstDayOf(command.month)}::date and ${lastDayOf(command.month)}::date`
    : sql`l.id = any (${ids}::uuid[])`
  const { rows } = await sql<Row>`
    select l.kind, l.id, l.on_day as "onDay", l.provider_id as "providerId", l.confirmation_id as "confirmationId", l.answer, l.settled,
           c.told_by as "toldBy"
      from (select 'meeting' as kind, attendance_id as id, case_id, on_day, provider_id, confirmation_id, answer, settled
              from delivery.v_meeting where attendance_id is not null
            union all
            select 'activity', entry_id, case_id, on_day, provider_id, confirmation_id, answer, settled from delivery.v_activity) l
      left join delivery.confirmation c on c.id = l.confirmation_id
     where l.case_id = ${command.caseId} and ${chosen}`.execute(context.db)
  return rows
}

async function saveAnswer(context: Context, head: CaseHead, row: Row, item: AnsweredItem): Promise<void> {
  await addFact(context, 'confirmation', head, {
    id: newId<string>(),
    subject_kind: row.kind,
    subject_id: row.id,
    answer: item.answer,
    comment: item.comment?.trim() || null,
    told_by: context.actor.role === 'jobseeker' ? 'participant' : 'staff',
    replaces: row.confirmationId,
  })
  if (item.answer === 'confirmed') {
    if (row.answer === 'disputed') await closeDispute(context, row.id)
    return
  }
  const task = {
    subjectId: row.id,
    caseId: head.caseId,
    personId: head.personId,
    why: { code: 'disputed', values: { kind: row.kind, day: row.onDay } },
    dueOn: addDays(context.today, context.rules.delivery.disputeDays),
  }
  // The provider may correct the row; the caseworker can settle it, before it is old enough for the overseer.
  await openTask(context, { ...task, kind: taskKinds.disputed, for: forProvider(row.providerId) })
  await openTask(context, { ...task, kind: taskKinds.settleDispute, for: forCaseworker(head) })
  const { caseId, personId } = head
  const payload: EntryDisputed = {
    caseId,
    personId,
    providerId: row.providerId,
    kind: row.kind,
    entryId: row.id,
    onDay: row.onDay,
  }
  await context.publish({ name: deliveryEvents.entryDisputed, payload })
}

/** The work items about a disputed row end when it is confirmed, corrected or settled. */
export async function closeDispute(context: Context, subjectId: string): Promise<void> {
  const kinds = [taskKinds.disputed, taskKinds.settleDispute, taskKinds.oldDispute]
  await Promise.all(kinds.map((kind) => closeTask(context, { kind, subjectId })))
}
