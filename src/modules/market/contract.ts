import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { AddressId, CaseId, ContractId, OrganisationId, UserId } from '../../kernel/ids.ts'

// The brand is a matter of types alone: what travels is a UUID, or a day as YYYY-MM-DD.
const key = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, string>
const day = z.iso.date() as unknown as z.ZodType<Day, string>
const municipalityCode = z.string().regex(/^\d{4}$/)
const areaCode = z.string().min(1).max(20)
const text = (longest: number) => z.string().trim().min(1).max(longest)
/** ISO 639. */
const languageCode = z.string().regex(/^[a-z]{2,3}$/)
const page = {
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
}
const paged = <T extends z.ZodType>(item: T) => ({
  items: z.array(item),
  page: z.number().int(),
  limit: z.number().int(),
  total: z.number().int(),
})

/** What mattered for the choice, by `rules.market.motives`. */
export const motive = z.enum([
  'orientation',
  'location',
  'language',
  'reviews',
  'own-experience',
  'friends',
  'suggestion',
  'other',
])
export type Motive = z.infer<typeof motive>

/** Lines of work that a provider's address is directed to, after the occupation fields of JobTech's taxonomy. */
export const orientation = z.enum([
  'administration',
  'construction',
  'sales',
  'crafts',
  'hotel-restaurant',
  'health-care',
  'industry',
  'installation',
  'it',
  'culture-media',
  'nature',
  'education',
  'cleaning',
  'security',
  'social-work',
  'technology',
  'transport',
  'all',
])
export type Orientation = z.infer<typeof orientation>

const filters = {
  /** Only addresses in this municipality. */
  place: municipalityCode.optional(),
  radiusKm: z.coerce.number().min(1).max(2000).optional(),
  orientation: orientation.optional(),
  language: languageCode.optional(),
  /** Part of a provider's name; where no name holds it, those that come as near as a typing error. */
  name: z.string().trim().max(100).optional(),
  /** Only where there is a place left. */
  places: z.enum(['left']).optional(),
}

/** `municipality` is where the visitor looks from: its seat, and its delivery area. */
export const publicCatalogueQuery = z.object({ municipality: municipalityCode.optional(), ...filters, ...page })
export const caseCatalogueQuery = z.object({ ...filters, ...page })
export type CatalogueQuery = z.infer<typeof caseCatalogueQuery>

/** A contract at an address, with the same facts for all; never anything about payment. */
export const catalogueEntry = z.object({
  contractId: z.string(),
  addressId: z.string(),
  providerId: z.string(),
  providerName: z.string(),
  areaCode: z.string(),
  street: z.string(),
  postcode: z.string().nullable(),
  locality: z.string(),
  municipalityCode: z.string(),
  point: z.object({ lat: z.number(), lon: z.number() }),
  /** The point is the municipality's seat, not the address itself. */
  pointApproximate: z.boolean(),
  /** Great-circle, one decimal; null without a known home. */
  distanceKm: z.number().nullable(),
  languages: z.array(z.string()),
  orientations: z.array(z.string()),
  presentation: z.string(),
  /** Places left under the provider's cap; null without a cap. */
  openPlaces: z.number().int().nullable(),
  /** In service at the address today; null when they are fewer than are told. */
  participants: z.number().int().nullable(),
  /** Contacts with employers for participants under the contract, in the last twelve months. */
  employerContacts: z.number().int(),
  /** Estimated from the distance; null without a known home. Minutes are null where it is too far to walk or cycle. */
  travel: z
    .object({
      km: z.number(),
      walkMinutes: z.number().int().nullable(),
      cycleMinutes: z.number().int().nullable(),
    })
    .nullable(),
})
export type CatalogueEntry = z.infer<typeof catalogueEntry>
const foundEntries = {
  ...paged(catalogueEntry),
  /** No name holds what was typed: these come near it. */
  similar: z.boolean(),
}
export const catalogueReply = z.object(foundEntries)

export const providerReply = z.object({
  providerId: z.string(),
  name: z.string(),
  contracts: z.array(
    z.object({
      contractId: z.string(),
      areaCode: z.string(),
      fromDay: z.string(),
      lastDay: z.string().nullable(),
      openForChoices: z.boolean(),
      addresses: z.array(catalogueEntry.omit({ distanceKm: true, travel: true })),
    }),
  ),
})

/** A spell with a provider; `lastDay` null while no end is known. No price model: that is not for the participant. */
export const placementView = z.object({
  placementId: z.string(),
  providerId: z.string(),
  providerName: z.string(),
  addressId: z.string(),
  how: z.enum(['chosen', 'assisted', 'nearest', 'changed']),
  chosenOn: z.string(),
  firstDay: z.string(),
  lastDay: z.string().nullable(),
})
export type PlacementView = z.infer<typeof placementView>

export const choiceWindowView = z.object({
  windowId: z.string(),
  cause: z.enum(['referral', 'moved', 'returned', 'contract-over']),
  openedOn: z.string(),
  remindOn: z.string(),
  dueOn: z.string(),
  placeOn: z.string(),
  state: z.enum(['open', 'handed-over', 'placed', 'service-ended']),
})

export const caseCatalogueReply = z.object({
  window: choiceWindowView.nullable(),
  placements: z.array(placementView),
  home: z.object({
    /** Protected identity: nothing is known, and no distance is shown. */
    known: z.boolean(),
    approximate: z.boolean(),
    areaCode: z.string().nullable(),
    /** Where distances are measured from; null when nothing is known. */
    point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  }),
  /** The radius used, in km. */
  radiusKm: z.number(),
  /** First day with a provider that is chosen, or changed to, today. */
  startsOn: z.string(),
  ...foundEntries,
})

export type CaseCatalogue = z.infer<typeof caseCatalogueReply>

export const caseParams = z.object({ caseId: key<CaseId>() })
export const providerParams = z.object({ providerId: key<OrganisationId>() })
export const contractParams = z.object({ contractId: key<ContractId>() })

export const choiceBody = z.object({
  contractId: key<ContractId>(),
  addressId: key<AddressId>(),
  motives: z.array(motive).max(8).optional(),
  /** Earlier than the ordinary start: the caseworker's, with a reason. */
  startOn: day.optional(),
  startReason: text(500).optional(),
})
export const changeBody = z.object({
  contractId: key<ContractId>(),
  addressId: key<AddressId>(),
  /** Absent = the next working day. */
  from: day.optional(),
  motives: z.array(motive).max(8).optional(),
})

/** Where the participant is from `firstDay` on. */
export const placedReply = z.object({ placementId: z.string(), providerId: z.string(), firstDay: z.string() })
export const nameAdviserBody = z.object({ userId: key<UserId>() })

/** Whom of the provider's staff a caseworker may name for a protected identity. */
export const staffToNameReply = z.object({
  staff: z.array(
    z.object({
      userId: key<UserId>(),
      name: z.string(),
      role: z.enum(['coordinator', 'adviser']),
      named: z.boolean().describe('Sees the participant'),
    }),
  ),
})
export type StaffToName = z.output<typeof staffToNameReply>

export const nearestLogReply = z.object({
  onDay: z.string(),
  homeApproximate: z.boolean(),
  candidates: z.array(
    z.object({
      contractId: z.string(),
      addressId: z.string(),
      providerName: z.string(),
      ring: z.enum(['home-area', 'neighbouring-area']),
      distanceKm: z.number(),
      tieOrder: z.number(),
      openPlaces: z.number().nullable(),
      fate: z.enum(['nearest', 'full', 'too-far', 'further-away']),
    }),
  ),
})
export type LoggedCandidate = z.infer<typeof nearestLogReply>['candidates'][number]

export const pageQuery = z.object(page)

/** `search` = part of a provider's name; `open` = whether new choices may be made. */
export const contractsQuery = z.object({
  search: z.string().trim().max(100).optional(),
  open: z.enum(['yes', 'no']).optional(),
  ...page,
})
export const contractsReply = z.object(
  paged(
    z.object({
      contractId: z.string(),
      providerId: z.string(),
      providerName: z.string(),
      areaCode: z.string(),
      priceModel: z.enum(['1', '2']),
      fromDay: z.string(),
      lastDay: z.string().nullable(),
      openForChoices: z.boolean(),
      reason: z.string().nullable().describe('Of the latest stop or opening; null when there was none'),
      addresses: z.number().int(),
    }),
  ),
)

/** `cap` null lifts the cap. */
export const capacityBody = z.object({
  addressId: key<AddressId>(),
  cap: z.number().int().min(0).max(100_000).nullable(),
})
export const newChoicesBody = z.object({ open: z.boolean(), reason: text(500) })
export const providerBody = z.object({ organisationId: key<OrganisationId>(), name: text(200) })
export const addressBody = z.object({
  street: text(200),
  postcode: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  locality: text(100),
  municipalityCode,
  /** Absent = the municipality's seat. */
  point: z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).optional(),
  languages: z.array(languageCode).max(50),
  orientations: z.array(orientation).max(20),
  presentation: z.string().trim().max(4000),
})
/** `lastDay` absent = until further notice. The addresses belong to the provider. */
export const contractBody = z.object({
  providerId: key<OrganisationId>(),
  areaCode,
  priceModel: z.enum(['1', '2']),
  fromDay: day,
  lastDay: day.optional(),
  addressIds: z.array(key<AddressId>()).min(1).max(200),
})
export const keyReply = z.object({ id: z.string() })
export const savedReply = z.object({ saved: z.literal(true) })
