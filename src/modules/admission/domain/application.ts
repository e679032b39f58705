import type { OrganisationId } from '../../../kernel/ids.ts'
import type { ReferenceKind } from '../../../rules/index.ts'

/** An earlier assignment that shows what the applicant can do; days as typed. */
export type ReferenceAssignment = {
  readonly client: string
  readonly from: string
  readonly lastDay: string
  /** How many people it was about. */
  readonly participants: number | null
  /** Whom the authority can ask, and how. */
  readonly contact: string
  readonly description: string
}

export type CreditCheck = {
  readonly onDay: string
  /** 0–100, as the credit information company gives it. */
  readonly rating: number | null
  readonly remarks: boolean
  /** How financial capacity is shown otherwise, e.g. by an authorised auditor. */
  readonly otherProof: string
}

/** Somebody who is to meet participants. */
export type AdviserAnswer = {
  readonly name: string
  readonly fullTimePercent: number | null
  readonly yearsOfExperience: number | null
  readonly competence: string
  readonly languages: readonly string[]
  /** Which of the addresses, counted from 0. */
  readonly address: number | null
}

/** An address where participants are to be met, with its lease, certificate and declaration. */
export type AddressAnswer = {
  readonly areaCode: string
  readonly street: string
  readonly postcode: string
  readonly locality: string
  readonly municipalityCode: string
  /** Absent = the municipality's seat. */
  readonly lat: number | null
  readonly lon: number | null
  readonly languages: readonly string[]
  readonly orientations: readonly string[]
  readonly presentation: string
  readonly landlord: string
  readonly leaseFrom: string
  /** Empty = until further notice. */
  readonly leaseLastDay: string
  readonly accessibilityBy: string
  readonly accessibilityOn: string
  readonly declaredBy: string
  readonly declaredOn: string
}

/** What an applicant has written so far; anything may be missing or half-typed until it is sent. */
export type ApplicationContent = {
  readonly organisationNumber: string
  readonly areas: readonly string[]
  readonly references: { readonly [Kind in ReferenceKind]: ReferenceAssignment }
  readonly credit: CreditCheck
  readonly advisers: readonly AdviserAnswer[]
  readonly addresses: readonly AddressAnswer[]
}

/** A provider's wish to be admitted under one version of the terms (ansökan). */
export type Application = {
  readonly applicationId: string
  readonly organisationId: OrganisationId
  readonly content: ApplicationContent
}

const emptyReference: ReferenceAssignment = {
  client: '',
  from: '',
  lastDay: '',
  participants: null,
  contact: '',
  description: '',
}

/** A draft that has just been begun. */
export function emptyContent(organisationNumber: string): ApplicationContent {
  return {
    organisationNumber,
    areas: [],
    references: { preparing: emptyReference, matching: emptyReference },
    credit: { onDay: '', rating: null, remarks: false, otherProof: '' },
    advisers: [],
    addresses: [],
  }
}
