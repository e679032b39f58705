import type { OrganisationId, UserId } from '../../../kernel/ids.ts'
import { isProtected, type Protection } from './person.ts'

/** Why someone may see a person: the authority's duty, being named for a protected person, or being the person. */
export type AccessGround = 'public-duty' | 'named-staff' | 'self'

export interface AccessWish {
  readonly holder: OrganisationId | UserId
  readonly ground: AccessGround
}

/**
 * Who may see a newly registered person (programme 4.1, 12): the whole authority, unless the identity is protected, then
 * only staff named for the case; and the person's own user.
 */
export function accessFor(person: {
  readonly protection: Protection
  readonly authority: OrganisationId | null
  readonly namedStaff: readonly UserId[]
  readonly ownUser: UserId | null
}): AccessWish[] {
  const own: AccessWish[] = person.ownUser === null ? [] : [{ holder: person.ownUser, ground: 'self' }]
  return [...own, ...staffAccess(person.protection, person.authority, person.namedStaff)]
}

/** The part of `accessFor` that is staff's and changes with the protection. */
export function staffAccess(
  protection: Protection,
  authority: OrganisationId | null,
  namedStaff: readonly UserId[],
): AccessWish[] {
  if (isProtected(protection)) {
    return [...new Set(namedStaff)].map((holder) => ({ holder, ground: 'named-staff' as const }))
  }
  return authority === null ? [] : [{ holder: authority, ground: 'public-duty' }]
}
