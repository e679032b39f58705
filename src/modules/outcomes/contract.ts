import { z } from 'zod'
import { type Day, isDay } from '../../kernel/day.ts'
import type { CaseId, ClaimId, OrganisationId, PersonId } from '../../kernel/ids.ts'

/** What the web and the API share about outcomes (programme 4.6 signal, 4.7). */
export const outcomeKinds = ['work', 'studies'] as const

// The brand is a matter of types alone: what travels is a UUID.
const key = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, string>
const day = z
  .custom<Day>((value) => typeof value === 'string' && isDay(value), { error: 'date-format' })
  .meta({ type: 'string', format: 'date' })
const percent = z.number().int().min(1).max(100)

export const caseParams = z.object({ caseId: key<CaseId>() })
export const claimParams = z.object({ claimId: key<ClaimId>() })
export const evidenceParams = z.object({ evidenceId: z.uuid() })

/** R1: work or studies have begun. */
export const signalBody = z.object({
  kind: z.enum(outcomeKinds),
  firstDay: day,
  extentPercent: percent.nullish().describe('Percent of full time; absent = full time'),
  employer: z.string().trim().max(200).optional(),
})
export type SignalBody = z.infer<typeof signalBody>
export const signalReply = z.object({ signalId: z.uuid() })

/** What a caseworker makes of the signals of a case that nobody has answered. */
export const signalAnswerBody = z.object({
  outcome: z.enum(['goes-on', 'not-so']).describe('The service goes on for now, or the signal does not hold'),
  reason: z.string().trim().min(1).max(2000).optional().describe('Needed for one that does not hold'),
})
export type SignalAnswerBody = z.infer<typeof signalAnswerBody>
export const signalAnswerReply = z.object({ answered: z.number().int().describe('How many signals it answers') })

/** R2: it has lasted. */
export const claimBody = z.object({
  kind: z.enum(outcomeKinds),
  subsidised: z.boolean().default(false),
  extentPercent: percent.nullish().describe('Work: percent of full time; absent = full time'),
  pacePercent: percent.nullish().describe('Studies: percent of full-time studies; absent = full time'),
  firstDay: day,
  lastDay: day.nullish().describe('Absent while it goes on'),
  employer: z.string().trim().min(1).max(200).describe('Employer or school'),
  organisationNumber: z.string().trim().max(20).nullish().describe('Absent for a sole trader or a foreign employer'),
  occupation: z.string().trim().max(200).nullish(),
  replaces: key<ClaimId>().nullish().describe('The claim that this one corrects'),
})
export type ClaimBody = z.infer<typeof claimBody>
export const claimReply = z.object({ claimId: z.uuid() })

export const evidenceReply = z.object({ evidenceId: z.uuid(), sha256: z.string(), mediaType: z.string() })

export const verificationBody = z.object({
  outcome: z.enum(['verified', 'refused']),
  reason: z.string().trim().min(3).max(2000),
})
export type VerificationBody = z.infer<typeof verificationBody>
export const verificationReply = z.object({
  counts: z.boolean().describe('It is the one outcome of its chain that ends the service and is paid'),
  firstDay: z.iso.date().describe('First day of the outcome, with the work that it joins'),
})
export type VerificationReply = z.infer<typeof verificationReply>

const date = z.iso.date()
export const signalView = z.object({
  signalId: z.uuid(),
  toldBy: z.enum(['participant', 'provider', 'caseworker']),
  kind: z.enum(outcomeKinds),
  extentPercent: z.number().nullable(),
  startsOn: date,
  employer: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  answer: z
    .object({ outcome: signalAnswerBody.shape.outcome, reason: z.string().nullable(), onDay: date })
    .nullable()
    .describe('What a caseworker made of it; null also for who may not know'),
})
export const claimView = z.object({
  claimId: z.uuid(),
  providerId: z.uuid(),
  kind: z.enum(outcomeKinds),
  subsidised: z.boolean(),
  extentPercent: z.number().nullable(),
  pacePercent: z.number().nullable(),
  firstDay: date,
  lastDay: date.nullable(),
  employer: z.string(),
  organisationNumber: z.string().nullable(),
  occupation: z.string().nullable(),
  replaces: z.uuid().nullable(),
  replaced: z.boolean(),
  state: z.enum(['waiting', 'verified', 'refused', 'replaced']),
  reason: z.string().nullable(),
  decidedOn: date.nullable(),
  decidedByName: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  evidence: z.array(
    z.object({ evidenceId: z.uuid(), name: z.string(), mediaType: z.string(), bytes: z.number(), sha256: z.string() }),
  ),
})
export type ClaimView = z.infer<typeof claimView>
export const outcomesReply = z.object({ signals: z.array(signalView), claims: z.array(claimView) })
export type OutcomesReply = z.infer<typeof outcomesReply>

/** Published when a signal is recorded. */
export interface OutcomeSignalled {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly signalId: string
  readonly kind: 'work' | 'studies'
  readonly startsOn: Day
}

/** Published when a claim is verified. Only one that counts ends the service, after `lastDay` (programme 5). */
export interface OutcomeVerified {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly claimId: ClaimId
  /** Who claimed it. */
  readonly providerId: OrganisationId
  /** The chain of decisions that it counts in; null when it does not count. */
  readonly chainId: string | null
  readonly firstDay: Day
  /**
   * The last day that spells keep: the day before `firstDay`. When a spell begins on `firstDay` itself, that day: no base
   * fee is paid for it, but the provider that had the person on the first day stays known, for the outcome is paid to it.
   */
  readonly lastDay: Day
  readonly counts: boolean
}
