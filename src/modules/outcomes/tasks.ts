import type { Day } from '../../kernel/day.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import type { CaseService } from './service-facts.ts'

/** Work items of this module; their reasons are worded by the screens. */
export const taskKinds = { verifyOutcome: 'verify-outcome', lookAtSignal: 'look-at-signal' } as const

// A day to steer the queue by; no rule of the programme says how long a caseworker may take.
const handlingWorkingDays = 5

/** When a caseworker should have handled what the law names no day for. */
export function handledBy(today: Day): Day {
  return addWorkingDays(today, handlingWorkingDays)
}

/** The case's caseworker, or the office while nobody is named. */
export function forCaseworker(service: Pick<CaseService, 'caseworkerId' | 'officeId'>) {
  return service.caseworkerId === null
    ? { officeId: service.officeId }
    : { userId: service.caseworkerId, officeId: service.officeId }
}
