import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import type { OfficeId, StatementId, UserId } from '../../kernel/ids.ts'
import type { Ore } from '../../kernel/money.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import type { PaymentRightsReply } from './contract/rights.ts'
import { type OfficePart, type PaymentRight, paymentRightRefusal } from './domain/index.ts'

export interface GivePaymentRight {
  readonly userId: UserId
  /** Null for the whole authority. */
  readonly officeId: OfficeId | null
  readonly limitOre: number
  readonly from: Day
  /** Absent while no end is known. */
  readonly lastDay?: Day | null | undefined
}

/**
 * Gives an approver the right to approve payments of an office, or of the whole authority, up to an amount a statement
 * (programme 3). Given by an administrator, never to oneself; or by the house when it is furnished.
 * Problems: `not-allowed`, `right-to-oneself`, `approver-unknown`, `right-in-the-past`, `end-before-start`, `not-found`.
 */
export async function givePaymentRight(
  context: Context,
  command: GivePaymentRight,
): Promise<Result<{ rightId: string }>> {
  const may = mayAct(context, ['administrator', 'system'])
  if (!may.ok) return may
  const { userId, officeId, limitOre, from, lastDay = null } = command
  const { actor, today } = context
  if (userId === actor.userId) return fail(problem('right-to-oneself', { field: 'userId' }))
  if (actor.role !== 'system' && from < today) return fail(problem('right-in-the-past', { field: 'from' }))
  if (lastDay !== null && lastDay < from) return fail(problem('end-before-start', { field: 'lastDay' }))
  if (!(await isApprover(context, userId))) return fail(problem('approver-unknown', { field: 'userId' }))
  if (officeId !== null && !(await isOffice(context, officeId)))
    return fail(problem('not-found', { field: 'officeId' }))
  const rightId = newId<string>()
  const validTo = lastDay === null ? null : addDays(lastDay, 1)
  await sql`
    insert into compensation.payment_right (id, user_id, office_id, limit_ore, valid_from, valid_to, given_by, recorded_at)
    values (${rightId}, ${userId}, ${officeId}, ${limitOre}, ${from}, ${validTo}, ${actor.userId}, ${context.now})`.execute(
    context.db,
  )
  return ok({ rightId })
}

/**
 * Ends a right: its last day may be yesterday at the earliest, so that it can be taken away at once.
 * Problems: `not-allowed`, `not-found`, `right-in-the-past`, `right-ended`, `right-to-oneself`.
 */
export async function endPaymentRight(
  context: Context,
  command: { readonly rightId: string; readonly lastDay: Day },
): Promise<Result<{ lastDay: Day }>> {
  const may = mayAct(context, ['administrator'])
  if (!may.ok) return may
  const { rightId, lastDay } = command
  await lockName(context, `payment-right:${rightId}`)
  const { rows } = await sql<{ userId: UserId; validTo: Day | null; ended: boolean }>`
    select user_id as "userId", valid_to as "validTo", exists (select 1 from compensation.payment_right_end e where e.right_id = r.right_id) as ended
      from compensation.v_payment_right r where right_id = ${rightId}`.execute(context.db)
  const [right] = rows
  if (right === undefined) return fail(problem('not-found'))
  if (right.userId === context.actor.userId) return fail(problem('right-to-oneself'))
  if (right.ended || (right.validTo !== null && right.validTo <= context.today)) return fail(problem('right-ended'))
  if (lastDay < addDays(context.today, -1)) return fail(problem('right-in-the-past', { field: 'lastDay' }))
  await sql`
    insert into compensation.payment_right_end (right_id, valid_to, ended_by, recorded_at)
    values (${rightId}, ${addDays(lastDay, 1)}, ${context.actor.userId}, ${context.now})`.execute(context.db)
  return ok({ lastDay })
}

async function isApprover(context: Context, userId: UserId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from platform.duty where user_id = ${userId} and role = 'approver'
       and (valid_to is null or valid_to > ${context.today}) limit 1`.execute(context.db)
  return rows.length > 0
}

async function isOffice(context: Context, officeId: OfficeId): Promise<boolean> {
  const { rows } = await sql`select 1 from platform.office where id = ${officeId}`.execute(context.db)
  return rows.length > 0
}

/** Approvers, offices, and every right that has been given, those that hold first. */
export async function paymentRights(context: Context): Promise<PaymentRightsReply> {
  const { rows: approvers } = await sql<PaymentRightsReply['approvers'][number]>`
    select distinct u.id as "userId", u.display_name as name from platform.duty d join platform.user_account u on u.id = d.user_id
     where d.role = 'approver' and (d.valid_to is null or d.valid_to > ${context.today}) order by 2, 1`.execute(
    context.db,
  )
  const { rows: offices } = await sql<PaymentRightsReply['offices'][number]>`
    select f.id as "officeId", f.name from platform.office f join platform.organisation o on o.id = f.organisation_id
     where o.kind = 'authority' order by 2, 1`.execute(context.db)
  const { rows: rights } = await sql<PaymentRightsReply['rights'][number]>`
    select r.right_id as "rightId", r.user_id as "userId", u.display_name as name, r.office_id as "officeId", f.name as "officeName",
           r.limit_ore as "limitOre", r.valid_from as "from", r.valid_to - 1 as "lastDay", g.display_name as "givenByName",
           r.valid_from <= ${context.today} and (r.valid_to is null or r.valid_to > ${context.today}) as holds
      from compensation.v_payment_right r
      left join platform.user_account u on u.id = r.user_id
      left join platform.user_account g on g.id = r.given_by
      left join platform.office f on f.id = r.office_id
     order by holds desc, u.display_name, f.name nulls first, r.valid_from desc limit 500`.execute(context.db)
  return { approvers, offices, rights }
}

/** Why the actor's rights of the day do not cover the statement, or null; see the domain's `paymentRightRefusal`. */
export async function rightRefusal(context: Context, statementId: StatementId): Promise<Problem | null> {
  const { rows: held } = await sql<{ officeId: string | null; limitOre: Ore; start: Day; end: Day | null }>`
    select office_id as "officeId", limit_ore as "limitOre", valid_from as start, valid_to as "end"
      from compensation.v_payment_right where user_id = ${context.actor.userId}`.execute(context.db)
  const { rows: parts } = await sql<OfficePart>`
    select p.office_id as "officeId", f.name as "officeName", p.part_ore as "partOre"
      from compensation.parts_by_office(${statementId}) p left join platform.office f on f.id = p.office_id
     order by f.name nulls last`.execute(context.db)
  const rights = held.map(
    ({ officeId, limitOre, start, end }): PaymentRight => ({ officeId, limitOre, period: { start, end } }),
  )
  return paymentRightRefusal(rights, parts, context.today)
}
