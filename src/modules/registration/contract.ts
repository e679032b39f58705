import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'

/** Codes that the web and the API share; their meaning stands in the rules. */
export const registrationChannels = ['digital', 'office', 'remote-meeting', 'assisted'] as const
export const birthRegions = ['sweden', 'nordic', 'europe', 'world'] as const
export const educationLevels = ['compulsory', 'upper-secondary', 'post-secondary', 'unknown'] as const
export const programmes = ['JOB', 'UGA', 'ETP'] as const
export const availabilities = ['yes', 'no', 'partly'] as const
export const protections = ['none', 'secrecy-mark', 'protected-registration', 'fictitious-identity'] as const
export const noticeChannels = ['screen', 'letter', 'spoken'] as const

const day = z.string().refine(isDay, { params: { code: 'date-format' } })
const text = (most: number) => z.string().max(most)
const optionalText = (most: number) => text(most).nullish()

export const personDetails = z.object({
  identityNumber: text(20),
  givenName: text(500),
  familyName: text(500),
  street: optionalText(500),
  postcode: optionalText(20),
  locality: optionalText(500),
  municipalityCode: z.string().regex(/^\d{4}$/),
  home: z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).nullish(),
  birthRegion: z.enum(birthRegions),
  education: z.enum(educationLevels),
  educationCompleted: z.boolean().nullish(),
  disability: z.boolean(),
  disabilityCode: optionalText(20),
  programme: z.enum(programmes).nullish(),
  registeredFrom: day.optional(),
  registeredDays10y: z.number().int().min(0).max(3653).optional(),
  ssyk: z.array(z.string().regex(/^\d{1,4}$/)).max(10),
  wantedExtentPercent: z.number().int().min(1).max(100).optional(),
  availableHours: z.number().int().min(0).max(40).optional(),
  language: z.string().regex(/^[a-z]{2,3}$/),
  interpreter: z.boolean(),
  email: optionalText(300),
  phone: optionalText(40),
  drivingLicence: z.boolean().nullish(),
  availability: z.enum(availabilities).optional(),
  protection: z.enum(protections).optional(),
})

export const registerBody = z.object({
  /** A jobseeker leaves the number out: it is the one that the sign-in vouches for. */
  details: personDetails.extend({ identityNumber: personDetails.shape.identityNumber.optional() }),
  channel: z.enum(registrationChannels),
  /** The answers that led to the channel, question by question, as they were given. */
  answers: z.record(text(60), text(500)).optional(),
  /** Whether the person has been told, in the same sitting, that a statistical assessment is used. */
  toldAboutProfiling: z.boolean().optional(),
})
export type RegisterBody = z.input<typeof registerBody>
export const registered = z.object({ personId: z.uuid(), caseId: z.uuid() })

/** Only what changes; the rest stays as it is. `basedOn` is the version that the form was filled from. */
export const correctBody = z.object({ basedOn: z.uuid(), changes: personDetails.partial() })
export const corrected = z.object({ versionId: z.uuid(), changed: z.array(z.string()) })

export const noticeBody = z.object({ channel: z.enum(noticeChannels) })
export const assignmentBody = z.object({ officeId: z.uuid(), caseworkerId: z.uuid().nullable() })
export const namedStaffBody = z.object({ userId: z.uuid() })
export const saved = z.object({ caseId: z.uuid() })

export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export const caseListQuery = pageQuery.extend({
  /** Beginning of given or family name; several words must all match. */
  name: text(100).optional(),
  whose: z.enum(['mine', 'office', 'all']).default('mine'),
})
export const caseLine = z.object({
  caseId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  birthDate: z.string(),
  municipalityCode: z.string(),
  areaCode: z.string().nullable(),
  caseworkerId: z.uuid().nullable(),
  caseworkerName: z.string().nullable(),
  protected: z.boolean(),
  openedOn: z.string(),
  closed: z.boolean(),
})
export type CaseLine = z.infer<typeof caseLine>
export const caseListPage = z.object({
  items: z.array(caseLine),
  page: z.number(),
  limit: z.number(),
  total: z.number(),
})

export const personPage = z.object({
  caseId: z.uuid(),
  personId: z.uuid(),
  versionId: z.uuid(),
  identityNumber: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  locality: z.string().nullable(),
  municipalityCode: z.string(),
  home: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  homeApproximate: z.boolean(),
  sex: z.enum(['female', 'male']),
  birthDate: z.string(),
  birthRegion: z.enum(birthRegions),
  education: z.enum(educationLevels),
  educationCompleted: z.boolean().nullable(),
  disability: z.boolean(),
  disabilityCode: z.string().nullable(),
  programme: z.enum(programmes).nullable(),
  registeredFrom: z.string(),
  registeredDays: z.number(),
  registeredDays10y: z.number(),
  ssyk: z.array(z.string()),
  wantedExtentPercent: z.number(),
  availableHours: z.number(),
  language: z.string(),
  interpreter: z.boolean(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  drivingLicence: z.boolean().nullable(),
  availability: z.enum(availabilities),
  protection: z.enum(protections),
  areaCode: z.string().nullable(),
  areaName: z.string().nullable(),
  officeName: z.string().nullable(),
  caseworkerName: z.string().nullable(),
  profilingNoticeOn: z.string().nullable(),
  openedOn: z.string(),
  closed: z.boolean(),
  /** Every version, latest first: when, and which facts changed in it. */
  versions: z.array(z.object({ id: z.uuid(), recordedAt: z.iso.datetime(), changed: z.array(z.string()) })),
})
export type PersonPage = z.infer<typeof personPage>
/** `person` is null before registration; `vouched` is what the sign-in knows. */
export const ownPersonReply = z.object({
  person: personPage.nullable(),
  vouched: z.object({ name: z.string(), identityNumber: z.string().nullable() }),
})
export type OwnPersonReply = z.infer<typeof ownPersonReply>

export const deliveryAreaLine = z.object({
  code: z.string(),
  name: z.string(),
  service: z.enum(['stom', 'rom']).nullable(),
  priceModelB: z.enum(['1', '2']).nullable(),
  rolledOutFrom: z.string().nullable(),
  municipalities: z.array(z.string()),
})
export const deliveryAreaList = z.object({ items: z.array(deliveryAreaLine) })

export const importStates = ['waiting', 'running', 'done', 'refused'] as const
export const importRun = z.object({
  id: z.uuid(),
  name: z.string(),
  sizeBytes: z.number(),
  state: z.enum(importStates),
  /** Why the whole file is refused, in the reader's language; null otherwise. */
  refusal: z.object({ code: z.string(), title: z.string(), cure: z.string() }).nullable(),
  rows: z.number(),
  rowsTotal: z.number().nullable(),
  accepted: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  recordedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
})
export type ImportRun = z.infer<typeof importRun>
export const importList = z.object({
  items: z.array(importRun),
  page: z.number(),
  limit: z.number(),
  total: z.number(),
})
export const importStarted = z.object({ id: z.uuid() })
const reachChannel = z.enum(['email', 'sms', 'digital-mailbox', 'letter'])
/** Null takes the choice back. */
export const channelBody = z.object({ channel: reachChannel.nullable() })
/** How the person has chosen to be told, and what reaches them. */
export const channelReply = z.object({ chosen: reachChannel.nullable(), possible: z.array(reachChannel) })
export type ChannelReply = z.infer<typeof channelReply>

export const caseParams = z.object({ caseId: z.uuid() })
export const importParams = z.object({ id: z.uuid() })
