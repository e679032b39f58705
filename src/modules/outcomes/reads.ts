import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Action } from '../registration/index.ts'
import { claimants } from './claim-outcome.ts'
import type { ClaimView, OutcomesReply } from './contract.ts'
import { decideSignal } from './domain/index.ts'
import { reportingState } from './reporting-state.ts'
import { findService } from './service-facts.ts'
import { signallers } from './signal-outcome.ts'
import { standingClaims } from './store.ts'
import { taskKinds } from './tasks.ts'
import { canVerify, mayVerify } from './verify-outcome.ts'

/** The signals and claims of a case as the actor may see them, the latest first. */
export async function outcomesOf(context: Context, caseId: CaseId): Promise<OutcomesReply> {
  const signals = await sql<OutcomesReply['signals'][number]>`
    select id as "signalId", told_by as "toldBy", kind, extent_percent as "extentPercent", starts_on as "startsOn", employer, recorded_at as "recordedAt",
           (select json_build_object('outcome', a.outcome, 'reason', a.reason, 'onDay', a.on_day) from outcomes.signal_answer a where a.signal_id = s.id) as answer
      from outcomes.signal s where case_id = ${caseId} order by recorded_at desc, id desc limit 100`.execute(context.db)
  const claims = await sql<ClaimView>`
    select c.id as "claimId", c.provider_id as "providerId", c.kind, c.subsidised, c.extent_percent as "extentPercent",
           c.pace_percent as "pacePercent", c.first_day as "firstDay", c.last_day as "lastDay", c.employer,
           c.organisation_number as "organisationNumber", c.occupation, c.replaces, n.id is not null as replaced,
           case when v.outcome is not null then v.outcome when n.id is not null then 'replaced' else 'waiting' end as state,
           v.reason, v.on_day as "decidedOn", u.display_name as "decidedByName", c.recorded_at as "recordedAt",
           coalesce((select json_agg(json_build_object('evidenceId', e.id, 'name', e.name, 'mediaType', e.media_type, 'bytes', length(e.bytes),
                       'sha256', encode(e.sha256, 'hex')) order by e.recorded_at, e.id)
                       from outcomes.evidence e where e.claim_id = c.id), '[]') as evidence
      from outcomes.claim c
      left join outcomes.claim n on n.replaces = c.id
      left join outcomes.verification v on v.claim_id = c.id
      left join platform.user_account u on u.id = v.recorded_by
     where c.case_id = ${caseId} order by c.recorded_at desc, c.id desc limit 100`.execute(context.db)
  if (signals.rows.length + claims.rows.length > 0) await findService(context, caseId)
  return { signals: signals.rows, claims: claims.rows }
}

/** What this module offers on the case's page to the acting role. */
export async function actionsOf(context: Context, caseId: CaseId): Promise<Action[]> {
  const { role, organisationId } = context.actor
  const signals = (signallers as readonly string[]).includes(role)
  if (!signals) return []
  const service = await findService(context, caseId)
  if (service === null) return []
  const state = await reportingState(context, service)
  if (!state.ok) return []
  const claims = (claimants as readonly string[]).includes(role)
  const today = { firstDay: context.today, lastDay: null, provider: claims ? organisationId : null }
  const signal = decideSignal(state.value, today, context.rules, context.today)
  if (!signal.ok && signal.problem.code === 'never-in-service') return []
  const actions = [action('signalOutcome', signal)]
  if (claims)
    actions.push(
      action(
        'claimOutcome',
        decideSignal({ ...state.value, claimedFirstDays: [] }, today, context.rules, context.today),
      ),
    )
  if (role === 'caseworker') {
    const waiting = (await standingClaims(context, caseId)).find((claim) => claim.decision === null)
    const may = mayVerify(context, service)
    if (await signalWaits(context, caseId)) actions.push(action('answerSignals', may))
    if (waiting) actions.push(action('verifyOutcome', may.ok ? canVerify(context, service, waiting, 'verified') : may))
  }
  return actions
}

/** A caseworker has been asked to look, and neither answered nor ended the service nor got a claim to verify instead. */
async function signalWaits(context: Context, caseId: CaseId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from platform.task where kind = ${taskKinds.lookAtSignal} and subject_id = ${caseId} and closed_at is null`.execute(
    context.db,
  )
  return rows.length > 0
}

function action(name: string, can: Result<unknown> = ok(null)): Action {
  const module = 'outcomes'
  return can.ok ? { name, module, allowed: true } : { name, module, allowed: false, because: can.problem }
}
