import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { orientation } from '../market/contract.ts'

// The brand is a matter of types alone: what travels is a day as YYYY-MM-DD.
const day = z.iso.date() as unknown as z.ZodType<Day, string>
const text = (longest: number) => z.string().trim().min(1).max(longest)
const typed = (longest: number) => z.string().max(longest)
const languageCode = z.string().regex(/^[a-z]{2,3}$/)
const paged = <T extends z.ZodType>(item: T) => ({
  items: z.array(item),
  page: z.number().int(),
  limit: z.number().int(),
  total: z.number().int(),
})
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const topic = z.enum([
  'organisation',
  'areas',
  'references',
  'credit',
  'competence',
  'lease',
  'accessibility',
  'declaration',
])

/** What a document can show. */
export const documentTopics = ['references', 'credit', 'competence', 'lease', 'accessibility', 'declaration'] as const
export const documentTopic = z.enum(documentTopics)
export type DocumentTopic = z.output<typeof documentTopic>

const requirement = z.object({
  /** Keeps its code in later versions, so that the same requirement can be compared. */
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  topic,
  /** `machine`: the check decides it alone; `judged`: two officers do. */
  kind: z.enum(['machine', 'judged']),
  sv: text(2000),
  en: text(2000),
  evidenceSv: typed(1000),
  evidenceEn: typed(1000),
  from: day,
  lastDay: day.nullable(),
})
const termsArea = z.object({ code: z.string().min(1).max(20), priceModel: z.enum(['1', '2']) })
export const termsBody = z.object({
  titleSv: text(200),
  titleEn: text(200),
  requirements: z.array(requirement).max(100),
  areas: z.array(termsArea).max(300),
  applyFrom: day,
  applyLastDay: day.nullable(),
  contractFrom: day,
  contractLastDay: day.nullable(),
  appealSv: text(4000),
  appealEn: text(4000),
})
export type TermsBody = z.input<typeof termsBody>

export const termsParams = z.object({ termsId: z.uuid() })
/** `reason` is needed when they are returned. */
export const termsDecisionBody = z.object({
  outcome: z.enum(['published', 'returned']),
  reason: z.string().trim().max(2000).nullable().default(null),
})
export const termsDecisionReply = z.object({ outcome: z.enum(['published', 'returned']) })
const termsHead = {
  termsId: z.string(),
  version: z.number().int(),
  titleSv: z.string(),
  titleEn: z.string(),
  state: z.enum(['drafted', 'published', 'returned']),
  publishedOn: z.string().nullable(),
  reason: z.string().nullable(),
  draftedByName: z.string(),
  applyFrom: z.string(),
  applyLastDay: z.string().nullable(),
  /** Published, and an application may be sent today. */
  takesApplications: z.boolean(),
}
/** Providers see what is published; the authority also drafts. */
export const termsListReply = z.object(paged(z.object(termsHead)))
export const termsReply = z.object({
  ...termsHead,
  content: z.object({
    ...termsBody.shape,
    requirements: z.array(z.object({ ...requirement.shape, from: z.string(), lastDay: z.string().nullable() })),
    applyFrom: z.string(),
    applyLastDay: z.string().nullable(),
    contractFrom: z.string(),
    contractLastDay: z.string().nullable(),
  }),
  /** It waits, and the reader is another person than who drafted it. */
  mayDecide: z.boolean(),
})
export type TermsReply = z.output<typeof termsReply>

const reference = z.object({
  client: typed(200),
  from: typed(20),
  lastDay: typed(20),
  participants: z.number().int().min(0).max(1_000_000).nullable(),
  contact: typed(300),
  description: typed(4000),
})
/** Days are as typed, and anything may be missing: a draft loses nothing. */
export const applicationContent = z.object({
  organisationNumber: typed(30),
  areas: z.array(z.string().max(20)).max(300),
  references: z.object({ preparing: reference, matching: reference }),
  credit: z.object({
    onDay: typed(20),
    rating: z.number().int().min(0).max(100).nullable(),
    remarks: z.boolean(),
    otherProof: typed(4000),
  }),
  advisers: z
    .array(
      z.object({
        name: typed(200),
        fullTimePercent: z.number().int().min(0).max(100).nullable(),
        yearsOfExperience: z.number().int().min(0).max(80).nullable(),
        competence: typed(2000),
        languages: z.array(languageCode).max(20),
        /** Which of the addresses, counted from 0. */
        address: z.number().int().min(0).max(199).nullable(),
      }),
    )
    .max(500),
  addresses: z
    .array(
      z.object({
        areaCode: typed(20),
        street: typed(200),
        postcode: typed(10),
        locality: typed(100),
        municipalityCode: typed(4),
        /** Both absent = the municipality's seat. */
        lat: z.number().min(-90).max(90).nullable(),
        lon: z.number().min(-180).max(180).nullable(),
        languages: z.array(languageCode).max(50),
        orientations: z.array(orientation).max(20),
        presentation: typed(4000),
        landlord: typed(200),
        leaseFrom: typed(20),
        /** Empty = until further notice. */
        leaseLastDay: typed(20),
        accessibilityBy: typed(200),
        accessibilityOn: typed(20),
        declaredBy: typed(200),
        declaredOn: typed(20),
      }),
    )
    .max(200),
})
export type ApplicationForm = z.output<typeof applicationContent>

export const applicationParams = z.object({ applicationId: z.uuid() })
export const applicationBody = z.object({ termsId: z.uuid() })
/** `basedOn` = the draft that it goes on from, so that two people never overwrite each other. */
export const draftBody = z.object({ basedOn: z.uuid(), content: applicationContent })

const state = z.enum(['draft', 'sent', 'decided', 'withdrawn'])
const fault = z.object({
  code: z.string(),
  /** Path in the content, such as `references.matching.client`; absent for the whole application. */
  field: z.string().optional(),
  title: z.string(),
  cure: z.string(),
})
export const savedDraftReply = z.object({ draftId: z.string(), faults: z.array(fault) })
/** `topic` in the address: the body is the file itself. */
export const documentParams = z.object({ applicationId: z.uuid(), topic: documentTopic })
export const documentKey = z.object({ documentId: z.uuid() })
export const documentReply = z.object({ documentId: z.string() })
/** `reason` may be empty. */
export const withdrawalBody = z.object({ reason: z.string().trim().max(2000).default('') })
export const withdrawalReply = z.object({ withdrawnOn: z.string() })
export const sentReply = z.object({ sentOn: z.string(), dueOn: z.string() })

const applicationHead = {
  applicationId: z.string(),
  organisationName: z.string(),
  termsId: z.string(),
  termsTitleSv: z.string(),
  termsTitleEn: z.string(),
  state,
  savedAt: z.iso.datetime(),
  sentOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  /** Days from when it was sent to the decision, or to today. */
  handlingDays: z.number().int().nullable(),
  areas: z.number().int(),
}
/** `left`: things that two officers do not agree on yet; null for the applicant. */
export const applicationsReply = z.object(
  paged(z.object({ ...applicationHead, left: z.number().int().nullable(), disagreed: z.number().int().nullable() })),
)
export type ApplicationListed = z.output<typeof applicationsReply>['items'][number]

const outcome = z.enum(['met', 'not-met'])
const item = z.object({
  requirement: z.string(),
  areaCode: z.string().nullable(),
  topic,
  kind: z.enum(['machine', 'judged']),
  sv: z.string(),
  en: z.string(),
  evidenceSv: z.string(),
  evidenceEn: z.string(),
  answerKind: z.string(),
  standing: z.enum(['unjudged', 'needs-second', 'disagreed', 'settled']),
  outcome: outcome.nullable(),
  opinions: z.array(
    z.object({ name: z.string(), own: z.boolean(), outcome, reason: z.string(), at: z.iso.datetime() }),
  ),
  /** How the same kind of answer to the same requirement was judged in other applications. */
  precedents: z.object({ met: z.number().int(), notMet: z.number().int(), differs: z.boolean() }),
  /** What is held here is not what was held of the same answer elsewhere. */
  unequal: z.boolean(),
})
export type JudgedItem = z.output<typeof item>

const areaDecision = z.object({
  areaCode: z.string(),
  outcome: z.enum(['admitted', 'refused']),
  grounds: z.array(z.object({ requirement: z.string(), sv: z.string(), en: z.string(), reason: z.string() })),
  contractId: z.string().nullable(),
})
export const applicationReply = z.object({
  ...applicationHead,
  draftId: z.string(),
  content: applicationContent,
  requirements: z.array(
    z.object({
      code: z.string(),
      topic,
      sv: z.string(),
      en: z.string(),
      evidenceSv: z.string(),
      evidenceEn: z.string(),
    }),
  ),
  offeredAreas: z.array(z.string()),
  documents: z.array(
    z.object({ documentId: z.string(), topic: documentTopic, name: z.string(), bytes: z.number().int() }),
  ),
  /** What the applicant said when it was taken back; null when nothing. */
  withdrawalReason: z.string().nullable(),
  /** What a machine can see is wrong with the draft; empty once it is sent. */
  faults: z.array(fault),
  /** A municipality may not provide: the application is refused whatever else holds. */
  municipality: z.boolean(),
  /** For the officers; null for the applicant. */
  items: z.array(item).nullable(),
  decision: z
    .object({
      onDay: z.string(),
      reason: z.string(),
      appealSv: z.string(),
      appealEn: z.string(),
      areas: z.array(areaDecision),
    })
    .nullable(),
})
export type ApplicationReply = z.output<typeof applicationReply>

/** One's own view of some of the things to judge; it takes the place of what one held before. */
export const judgementBody = z.object({
  judgements: z
    .array(
      z.object({
        requirement: z.string().min(1).max(40),
        areaCode: z.string().max(20).nullable().default(null),
        outcome,
        /** Needed when it is not met. */
        reason: z.string().trim().max(2000).default(''),
      }),
    )
    .min(1)
    .max(1000),
})
export const judgementReply = z.object({ left: z.number().int(), disagreed: z.number().int() })
export const decisionBody = z.object({ reason: z.string().trim().min(3).max(4000) })
export const decisionReply = z.object({
  areas: z.array(z.object({ areaCode: z.string(), outcome: z.enum(['admitted', 'refused']) })),
})
export const keyReply = z.object({ id: z.string() })
export const begunReply = z.object({ id: z.string(), draftId: z.string() })
