import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { RegistrationChannel } from '../../rules/index.ts'
import { lockCase } from '../registration/index.ts'
import { assessLocked } from './assess-person.ts'
import { originOf } from './store.ts'

/**
 * Assesses a digital registrant in a rolled-out area as soon as the notice about profiling is given (programme 4.1).
 * Called by the event `profiling-notice-given`; whoever's act gave the notice, the assessment is the house's own, so a
 * case that does not qualify is simply left to a caseworker.
 */
export async function assessAutomatically(context: Context, payload: { readonly caseId: CaseId }): Promise<void> {
  const origin = await originOf(context, payload.caseId)
  if (origin === null || !origin.rolledOut) return
  const channels: readonly (RegistrationChannel | 'import')[] = context.rules.registration.automaticProfilingChannels
  if (!channels.includes(origin.channel)) return
  const locked = await lockCase(context, payload.caseId)
  if (!locked.ok) return
  await assessLocked(context, locked.value, {
    reason: 'Automatisk bedömning efter digital inskrivning',
    waivedBy: [],
    automatic: true,
  })
}
