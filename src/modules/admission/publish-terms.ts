import { sql } from 'kysely'
import { approval, refusalFor } from '../../kernel/approval.ts'
import type { UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { openTender } from '../market/index.ts'
import { deliveryAreas } from '../registration/index.ts'
import { checkTerms, type TenderTerms } from './domain/index.ts'
import { findTerms } from './store.ts'

/** Who drafts and publishes tender terms. */
const keepers = ['overseer', 'administrator'] as const

/**
 * Drafts a new version of the tender terms; it binds nobody until another person has published it.
 * Problems: `not-allowed`, `area-unknown`, and those of `checkTerms`.
 */
export async function draftTerms(context: Context, content: TenderTerms): Promise<Result<{ id: string }>> {
  await lockName(context, 'admission.terms')
  const may = mayAct(context, keepers)
  if (!may.ok) return may
  const checked = checkTerms(content)
  if (!checked.ok) return checked
  const known = new Set((await deliveryAreas(context)).map((area) => area.code))
  const unknown = content.areas.find((area) => !known.has(area.code))
  if (unknown !== undefined) return fail(problem('area-unknown', { field: 'areas', values: { code: unknown.code } }))
  const id = newId<string>()
  await sql`
    insert into admission.terms (id, version, content, drafted_by, recorded_at)
    select ${id}, coalesce(max(version), 0) + 1, ${JSON.stringify(content)}::jsonb, ${context.actor.userId}, ${context.now} from admission.terms`.execute(
    context.db,
  )
  return ok({ id })
}

export interface DecideTerms {
  readonly termsId: string
  readonly outcome: 'published' | 'returned'
  /** Needed when they are returned. */
  readonly reason: string | null
}

/**
 * Publishes, or returns, terms that another person drafted. From then on they are never changed, and contracts under them
 * stand in their areas only. Problems: `not-allowed`, `not-found`, `terms-decided`, `four-eyes-preparer`, `required` on `reason`.
 */
export async function decideTerms(
  context: Context,
  { termsId, outcome, reason }: DecideTerms,
): Promise<Result<{ outcome: DecideTerms['outcome'] }>> {
  await lockName(context, `admission.terms:${termsId}`)
  const may = mayAct(context, keepers)
  if (!may.ok) return may
  const terms = await findTerms(context, termsId)
  if (terms === null) return fail(problem('not-found'))
  if (terms.state !== 'drafted') return fail(problem('terms-decided'))
  const refusal = refusalFor(approval([terms.draftedBy], 1), context.actor.userId as UserId)
  if (refusal !== null) return fail(refusal)
  const why = reason?.trim() || null
  if (outcome === 'returned' && why === null) return fail(problem('required', { field: 'reason' }))
  await sql`
    insert into admission.terms_decision (terms_id, drafted_by, outcome, reason, on_day, decided_by, recorded_at)
    values (${termsId}, ${terms.draftedBy}, ${outcome}, ${why}, ${context.today}, ${context.actor.userId}, ${context.now})`.execute(
    context.db,
  )
  if (outcome === 'returned') return ok({ outcome })
  const opened = await openTender(context, { tenderId: termsId, areas: terms.content.areas })
  return opened.ok ? ok({ outcome }) : opened
}
