import { sql } from 'kysely'
import { monthOf } from '../../kernel/day.ts'
import type { DecisionId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import type { Level, PriceModel } from '../../rules/index.ts'
import type { CaseHead } from '../registration/index.ts'
import {
  type CapUse,
  type Commitment,
  commitmentOf,
  type DecisionKind,
  drawsOn,
  opensOn,
  roomUnder,
} from './domain/index.ts'
import { forCaseworker, taskKinds } from './tasks.ts'

/** The part of a decision that a budget looks at. */
export interface Wanted {
  readonly kind: DecisionKind
  readonly level: Level
  readonly priceModel: PriceModel | null
  readonly days: number
}

type Head = Pick<CaseHead, 'programme' | 'officeId'>

/**
 * Whether a new decision would have room under the caps of the month, and what it would commit. Looks only.
 * Problem: `budget-closed`.
 */
export async function roomFor(context: Context, head: Head, wanted: Wanted): Promise<Result<Commitment>> {
  const commitment = commitmentOf(wanted, context.rules)
  const room = roomUnder(await capsOn(context, head, wanted.kind, false), commitment, context.today)
  return room.ok ? ok(commitment) : room
}

/**
 * Takes the room: holds every cap that counts the decision until the transaction ends, so that of two who race for the
 * last place exactly one gets it. A refusal leaves behind that it happened, and a task to come back when the budget
 * opens (programme 4.3: nothing is silently dropped). Problem: `budget-closed`.
 */
export async function takeRoom(context: Context, head: CaseHead, wanted: Wanted): Promise<Result<Commitment>> {
  const commitment = commitmentOf(wanted, context.rules)
  const uses = await capsOn(context, head, wanted.kind, true)
  const room = roomUnder(uses, commitment, context.today)
  if (room.ok) return ok(commitment)
  const full = fullAmong(uses, commitment, context)
  if (full !== null) context.leaveBehind((later) => noteRefusal(later, head, full))
  return room
}

/** The first cap that leaves no room for the decision; null when there is room. Looks only. */
export async function closedCap(context: Context, head: Head, wanted: Wanted): Promise<CapUse | null> {
  const uses = await capsOn(context, head, wanted.kind, false)
  return fullAmong(uses, commitmentOf(wanted, context.rules), context)
}

function fullAmong(uses: readonly CapUse[], commitment: Commitment, { today }: Context): CapUse | null {
  return uses.find((use) => !roomUnder([use], commitment, today).ok) ?? null
}

async function capsOn(context: Context, head: Head, kind: DecisionKind, hold: boolean): Promise<CapUse[]> {
  const { rules, today } = context
  const { rows } = await sql<{ cap: CapUse }>`
    select decision.caps_on(${kind}, ${monthOf(today)}, ${drawsOn(head.programme, rules)}::text[], ${groupOf(head)}, ${head.officeId}::uuid,
                            ${hold}) as cap`.execute(context.db)
  return rows.map((row) => row.cap)
}

function groupOf({ programme }: Pick<Head, 'programme'>): string {
  return programme ?? 'none'
}

/** Counts the refusal, once a case and cap, and puts the case in the queue for when the budget opens. */
export async function noteRefusal(context: Context, head: CaseHead, { id, name, kind, period }: CapUse): Promise<void> {
  const { today, now, actor } = context
  await sql`
    insert into decision.budget_refusal (cap_id, case_id, person_id, kind, refused_on, recorded_at, recorded_by)
    values (${id}, ${head.caseId}, ${head.personId}, ${kind}, ${today}, ${now}, ${actor.userId})
    on conflict on constraint counted_once do nothing`.execute(context.db)
  await openTask(context, {
    kind: taskKinds.budgetOpens,
    subjectId: head.caseId,
    caseId: head.caseId,
    personId: head.personId,
    why: { code: `budget-closed-${kind}`, values: { cap: name, period } },
    dueOn: opensOn(period, today),
    for: forCaseworker(head),
  })
  if (kind === 'referral') await closeTask(context, { kind: taskKinds.decideReferral, subjectId: head.caseId })
  context.wrotePerson(head.personId)
}

/** Keeps what the decision commits, and closes the task of an earlier refusal. */
export async function saveCommitment(
  context: Context,
  head: CaseHead,
  made: Wanted & Commitment & { readonly decisionId: DecisionId; readonly areaCode: string },
): Promise<void> {
  const { rules, today, now } = context
  await sql`
    insert into decision.commitment (decision_id, kind, month, level, price_model, area_code, office_id, programme_group, appropriations,
      expected_ore, deviation_ore, rules_key, recorded_at)
    values (${made.decisionId}, ${made.kind}, ${monthOf(today)}, ${made.level}, ${made.priceModel}, ${made.areaCode}, ${head.officeId},
      ${groupOf(head)}, ${drawsOn(head.programme, rules)}::text[], ${made.expectedOre}, ${made.deviationOre}, ${rules.key}, ${now})`.execute(
    context.db,
  )
  await closeTask(context, { kind: taskKinds.budgetOpens, subjectId: head.caseId })
}
