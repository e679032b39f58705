import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { UserId } from '../../kernel/ids.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import type { AdditiveModel, CurveChange, EditEffect, ModelCard, ModelVersionFacts } from './domain/index.ts'

/** A version with everything that has become of it; its model and card are read with `modelNamed`. */
export interface StoredVersion extends ModelVersionFacts {
  readonly id: string
  readonly name: string
  readonly kind: 'edited' | 'trained' | 'restored'
  readonly madeFrom: string | null
  readonly changes: readonly CurveChange[]
  readonly preparedOn: Day
  readonly preparedByName: string | null
  readonly sentOn: Day | null
  readonly sentByName: string | null
  readonly reason: string | null
  readonly decidedOn: Day | null
  readonly decidedByName: string | null
  readonly decisionReason: string | null
  readonly withdrawnOn: Day | null
  readonly withdrawnByName: string | null
  readonly withdrawalReason: string | null
}

export interface NewVersion {
  readonly name: string
  readonly kind: StoredVersion['kind']
  readonly madeFrom: string | null
  readonly changes: readonly CurveChange[]
  readonly model: AdditiveModel
  readonly card: ModelCard
  readonly documentHash: string | null
}

/** Under which the effect of a version is queued to be counted. */
export const modelEffectTask = 'count-model-effect'

/** Nobody makes, sends or decides on versions meanwhile. */
export function lockModels(context: Context): Promise<void> {
  return lockName(context, 'assessment.models')
}

/** Versions, the latest first; `name` alone when given. */
export async function modelVersions(context: Context, name: string | null = null): Promise<StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`
    select v.id, v.name, v.kind, v.made_from as "madeFrom", v.changes, v.prepared_by as "preparedBy", v.prepared_on as "preparedOn",
           e.against as "countedAgainst", s.sent_by as "sentBy", s.sent_on as "sentOn", s.from_day as "fromDay", s.reason, d.outcome,
           d.decided_on as "decidedOn", d.reason as "decisionReason", w.version_id is not null as withdrawn, w.withdrawn_on as "withdrawnOn",
           w.reason as "withdrawalReason", up.display_name as "preparedByName", us.display_name as "sentByName",
           ud.display_name as "decidedByName", uw.display_name as "withdrawnByName"
      from assessment.model_version v
      left join assessment.model_effect e on e.version_id = v.id
      left join assessment.model_submission s on s.version_id = v.id
      left join assessment.model_decision d on d.version_id = v.id
      left join assessment.model_withdrawal w on w.version_id = v.id
      left join platform.user_account up on up.id = v.prepared_by
      left join platform.user_account us on us.id = s.sent_by
      left join platform.user_account ud on ud.id = d.decided_by
      left join platform.user_account uw on uw.id = w.withdrawn_by
     where ${name}::text is null or v.name = ${name}
     order by v.recorded_at desc, v.id desc limit 200`.execute(context.db)
  return rows
}

/** The version of this name, or `null`; the shipped model is not among them. */
export async function findVersion(context: Context, name: string): Promise<StoredVersion | null> {
  return (await modelVersions(context, name))[0] ?? null
}

/** The number that the next version made by hand takes. */
export async function nextVersionNumber(context: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from assessment.model_version where kind <> 'trained'`.execute(context.db)
  return (rows[0]?.count ?? 0) + 1
}

/** Keeps a version and queues the count of its effect on people. */
export async function saveVersion(context: Context, made: NewVersion): Promise<void> {
  const id = newId<string>()
  await sql`
    insert into assessment.model_version (id, name, kind, made_from, changes, model, card, document_hash, prepared_on, prepared_by, recorded_at)
    values (${id}, ${made.name}, ${made.kind}, ${made.madeFrom}, ${JSON.stringify(made.changes)}::jsonb, ${JSON.stringify(made.model)}::jsonb,
      ${JSON.stringify(made.card)}::jsonb, ${made.documentHash}, ${context.today}, ${context.actor.userId}, ${context.now})`.execute(
    context.db,
  )
  const payload = JSON.stringify({ model: made.name })
  await sql`select platform.enqueue(${modelEffectTask}, ${payload}::json, ${`${modelEffectTask}:${made.name}`})`.execute(
    context.db,
  )
}

export interface StoredEffect {
  readonly against: string
  readonly onDay: Day
  readonly effect: EditEffect
}

export async function effectOf(context: Context, versionId: string): Promise<StoredEffect | null> {
  const { rows } = await sql<StoredEffect>`
    select against, on_day as "onDay", effect from assessment.model_effect where version_id = ${versionId}`.execute(
    context.db,
  )
  return rows[0] ?? null
}

/** Keeps a counted effect, once. */
export async function saveEffect(
  context: Context,
  versionId: string,
  { against, onDay, effect }: StoredEffect,
): Promise<void> {
  await sql`
    insert into assessment.model_effect (version_id, against, on_day, rules_key, effect, recorded_at)
    values (${versionId}, ${against}, ${onDay}, ${context.rules.key}, ${JSON.stringify(effect)}::jsonb, ${context.now})
    on conflict do nothing`.execute(context.db)
}

export async function saveSubmission(
  context: Context,
  versionId: string,
  { reason, fromDay }: { readonly reason: string; readonly fromDay: Day },
): Promise<void> {
  await sql`
    insert into assessment.model_submission (version_id, reason, from_day, sent_on, sent_by, recorded_at)
    values (${versionId}, ${reason}, ${fromDay}, ${context.today}, ${context.actor.userId}, ${context.now})`.execute(
    context.db,
  )
}

export async function saveModelDecision(
  context: Context,
  version: StoredVersion & { readonly sentBy: UserId; readonly fromDay: Day },
  { outcome, reason }: { readonly outcome: 'approved' | 'returned'; readonly reason: string | null },
): Promise<void> {
  await sql`
    insert into assessment.model_decision (version_id, prepared_by, sent_by, from_day, outcome, reason, decided_on, decided_by, recorded_at)
    values (${version.id}, ${version.preparedBy}, ${version.sentBy}, ${version.fromDay}, ${outcome}, ${reason}, ${context.today},
      ${context.actor.userId}, ${context.now})`.execute(context.db)
}

export async function saveWithdrawal(context: Context, versionId: string, reason: string): Promise<void> {
  await sql`
    insert into assessment.model_withdrawal (version_id, reason, withdrawn_on, withdrawn_by, recorded_at)
    values (${versionId}, ${reason}, ${context.today}, ${context.actor.userId}, ${context.now})`.execute(context.db)
}
