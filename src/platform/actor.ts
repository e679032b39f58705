import type { OfficeId, OrganisationId, PersonId, UserId } from '../kernel/ids.ts'

/** The duties of programme section 3; coordinator and adviser are the provider's two sub-roles, system is a job. */
export const roles = [
  'jobseeker',
  'caseworker',
  'coordinator',
  'adviser',
  'approver',
  'overseer',
  'municipality',
  'analyst',
  'administrator',
] as const
export type SignedInRole = (typeof roles)[number]
/** `system` is a job; `public` is a visitor who has not signed in. */
export type Role = SignedInRole | 'system' | 'public'

/** Who acts: a signed-in user under one duty, or a job. */
export interface Actor {
  readonly userId: UserId | null
  readonly role: Role
  readonly organisationId: OrganisationId | null
  readonly officeId: OfficeId | null
  readonly personId: PersonId | null
  readonly name: string
}

/** Jobs act as the house itself; approvals count it as nobody. */
export const systemActor: Actor = {
  userId: null,
  role: 'system',
  organisationId: null,
  officeId: null,
  personId: null,
  name: 'Krom',
}
