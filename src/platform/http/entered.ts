import type { Day } from '../../kernel/day.ts'
import type { OfficeId, OrganisationId, PersonId, UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { DecidedValue } from '../../rules/decided.ts'
import type { SignedInRole } from '../actor.ts'
import type { SystemPurpose } from '../own-system/purposes.ts'

/** What the database tells when a request begins: the day, and who is signed in if anyone is. */
export interface Entered {
  readonly now: Instant
  readonly today: Day
  /** Rule values that the authority has decided on and whose day has come; null where there are none. */
  readonly decided: readonly DecidedValue[] | null
  readonly userId?: UserId
  readonly dutyId?: string
  readonly role?: SignedInRole
  readonly organisationId?: OrganisationId | null
  readonly organisationName?: string | null
  readonly officeId?: OfficeId | null
  readonly personId?: PersonId | null
  readonly name?: string
  readonly csrfToken?: string
  /** Of a request that carries a system's key: what the key is for; none where the key does not hold. */
  readonly systemPurposes?: readonly SystemPurpose[]
}
