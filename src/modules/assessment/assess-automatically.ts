import type { Context } from '../../platform/context.ts'
import { lockCase, type ProfilingNoticeGiven } from '../registration/index.ts'
import { assessLocked } from './assess-person.ts'

/**
 * Assesses a digital registrant in a rolled-out area as soon as the notice about profiling is given (programme 4.1).
 * Called by the event `profiling-notice-given`; whoever's act gave the notice, the assessment is the house's own, so a
 * case that cannot be assessed is simply left to a caseworker.
 */
export async function assessAutomatically(
  context: Context,
  payload: Pick<ProfilingNoticeGiven, 'caseId' | 'assessNow'>,
): Promise<void> {
  if (!payload.assessNow) return
  const locked = await lockCase(context, payload.caseId)
  if (!locked.ok) return
  await assessLocked(context, locked.value, {
    reason: 'Automatisk bedömning efter digital inskrivning',
    waivedBy: [],
    automatic: true,
  })
}
