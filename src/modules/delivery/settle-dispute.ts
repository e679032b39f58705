import { sql } from 'kysely'
import { type Day, monthOf } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { closeDispute } from './confirm-log.ts'
import { openOffice } from './desk.ts'
import { refreshDrafts } from './drafts.ts'
import { addFact } from './store.ts'

export interface SettleDispute {
  readonly confirmationId: string
  /** Whether what the provider logged stands. */
  readonly outcome: 'stands' | 'does-not-stand'
  readonly why: string
}

/**
 * Settles a dispute: the row counts from now on, or it does not (programme 4.5). By the office's caseworker, or the overseer
 * when it is old. Problems: `not-found`, `not-allowed`, `not-your-office`, `changed-meanwhile`, `already-decided`.
 */
export async function settleDispute(context: Context, command: SettleDispute): Promise<Result<{ id: string }>> {
  const seen = await findDispute(context, command.confirmationId)
  if (seen === null) return fail(problem('not-found'))
  const office = await openOffice(context, seen.caseId, ['caseworker', 'overseer'])
  if (!office.ok) return office
  const dispute = await findDispute(context, command.confirmationId)
  if (dispute === null) return fail(problem('changed-meanwhile'))
  if (dispute.settled !== null) return fail(problem('already-decided'))
  await addFact(context, 'dispute_settled', dispute, {
    confirmation_id: dispute.id,
    outcome: command.outcome,
    why: command.why,
    on_day: context.today,
  })
  await closeDispute(context, dispute.subjectId)
  await refreshDrafts(context, dispute, monthOf(dispute.onDay))
  return ok({ id: dispute.id })
}

interface Dispute {
  readonly id: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly providerId: OrganisationId
  readonly subjectId: string
  readonly onDay: Day
  readonly settled: string | null
}

/** A dispute about a row that still stands; null when the answer or the row has been replaced. */
async function findDispute(context: Context, confirmationId: string): Promise<Dispute | null> {
  const { rows } = await sql<Dispute>`
    select c.id, c.case_id as "caseId", c.person_id as "personId", l.provider_id as "providerId", c.subject_id as "subjectId",
           l.on_day as "onDay", c.settled
      from delivery.v_confirmation c
      join (select attendance_id as id, provider_id, on_day from delivery.v_meeting
            union all select entry_id, provider_id, on_day from delivery.v_activity) l on l.id = c.subject_id
     where c.id = ${confirmationId} and c.answer = 'disputed'`.execute(context.db)
  return rows[0] ?? null
}
