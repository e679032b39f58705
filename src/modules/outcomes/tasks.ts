import type { CaseService } from './service-facts.ts'

/** Work items of this module; their reasons are worded by the screens. */
export const taskKinds = { verifyOutcome: 'verify-outcome' } as const

/** The case's caseworker, or the office while nobody is named. */
export function forCaseworker(service: Pick<CaseService, 'caseworkerId' | 'officeId'>) {
  return service.caseworkerId === null
    ? { officeId: service.officeId }
    : { userId: service.caseworkerId, officeId: service.officeId }
}
