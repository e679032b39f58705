import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, DecisionId, LetterId, PersonId } from '../../kernel/ids.ts'

/** What the web and the API share about decisions (programme 4.3). The codes' meaning stands in the rules. */
export const abstentionCodes = [
  'about-to-start',
  'deeper-support',
  'health-or-rehabilitation',
  'other-measure',
  'wrong-data',
  'administrative-error',
  'other',
] as const
export const interruptionCauses = [
  'work',
  'studies',
  'long-absence',
  'misconduct',
  'cannot-benefit',
  'no-suitable-support',
  'moved-out',
  'other',
] as const
const nextSteps = ['job-search', 'other-measure', 'education', 'municipality', 'new-assessment', 'work'] as const
export const levels = ['A', 'B', 'C'] as const
export const talkModes = ['meeting', 'video', 'telephone'] as const
export const letterKinds = [
  'referral',
  'extension',
  'interruption',
  'dates',
  'parallel-measure',
  'parallel-measure-ended',
  'no-extension',
] as const
export type LetterKind = (typeof letterKinds)[number]

// The brand is a matter of types alone: what travels is a day as YYYY-MM-DD.
const day = z.iso.date() as unknown as z.ZodType<Day, string>
const basedOn = z
  .string()
  .max(100)
  .describe('The version of the case that the page was drawn from; another one in between gives changed-meanwhile')
  .optional()
const words = (least: number) => z.string().trim().min(least).max(2000)
const level = z.enum(levels)

export const planningTalkBody = z.object({
  heldOn: day,
  mode: z.enum(talkModes),
  available: z.enum(['yes', 'no', 'partly']).describe("Stands at the labour market's disposal"),
  notes: words(3),
  nextStep: z.enum(nextSteps).optional().describe('What comes after the service; of a talk that plans its end'),
})
export type PlanningTalkBody = z.infer<typeof planningTalkBody>

export const referralBody = z.object({
  basedOn,
  reason: words(3).describe('Why the service is needed; stands in the letter'),
  level: level.optional().describe("The tool's level, as a check"),
  startEarlier: z.object({ on: day, reason: words(3) }).optional(),
})
export type ReferralBody = z.infer<typeof referralBody>

export const abstentionBody = z.object({
  basedOn,
  code: z.enum(abstentionCodes),
  text: z.string().trim().max(2000).optional(),
})
export type AbstentionBody = z.infer<typeof abstentionBody>

export const extensionBody = z.object({ basedOn, reason: words(3), level: level.optional() })
export type ExtensionBody = z.infer<typeof extensionBody>

export const interruptionBody = z.object({
  basedOn,
  lastDay: day,
  cause: z.enum(interruptionCauses),
  reason: z.string().trim().max(2000).optional(),
})
export type InterruptionBody = z.infer<typeof interruptionBody>

export const returnBody = z.object({ basedOn, returnOn: day })
export type ReturnBody = z.infer<typeof returnBody>

export const previewQuery = z.object({
  kind: z.enum(['referral', 'extension', 'interruption']),
  reason: z.string().max(2000).default(''),
  cause: z.enum(interruptionCauses).optional(),
  lastDay: z.string().max(10).optional(),
})

const date = z.iso.date()

export const talkReply = z.object({ talkId: z.uuid() })
export const decisionReply = z.object({
  decisionId: z.uuid(),
  chainId: z.uuid(),
  level,
  letterId: z.uuid(),
  firstDay: date.nullable(),
  lastDay: date.nullable(),
})
export type DecisionReply = z.infer<typeof decisionReply>
export const abstentionReply = z.object({ abstentionId: z.uuid(), investigateBy: date.nullable() })
export type AbstentionReply = z.infer<typeof abstentionReply>
export const interruptionReply = z.object({ interruptionId: z.uuid(), letterId: z.uuid(), nextStepBy: date })
export type InterruptionReply = z.infer<typeof interruptionReply>
export const returnReply = z.object({ returnOn: date, lastDay: date })
export const previewReply = z.object({ title: z.string(), html: z.string() })

export const decisionView = z.object({
  id: z.uuid(),
  kind: z.enum(['referral', 'extension']),
  level,
  grantedOn: date,
  days: z.number().int(),
  firstDay: date.nullable(),
  lastDay: date.nullable().describe('Last day granted, that day included'),
})
export const chainView = z.object({
  chainId: z.uuid(),
  state: z.enum(['granted', 'coming', 'running', 'interrupted', 'withdrawn', 'ended', 'over']),
  firstDay: date.nullable(),
  lastGrantedDay: date.nullable(),
  decisions: z.array(decisionView),
})
export type ChainView = z.infer<typeof chainView>
export const chainsReply = z.object({ items: z.array(chainView).describe('The latest first') })

const values = z.record(z.string(), z.union([z.string(), z.number()]))
const refusal = z.object({
  code: z.string().describe('A problem code'),
  values,
  problems: z.array(z.object({ code: z.string(), values })),
})
export const decisionDesk = z.object({
  version: z.string().describe('Send it back as basedOn'),
  talk: z
    .object({ heldOn: date, available: z.enum(['yes', 'no', 'partly']), nextStep: z.enum(nextSteps).nullish() })
    .nullable(),
  availability: z.enum(['yes', 'no', 'partly']),
  toolSaysNoBecause: z.array(refusal).describe('Empty when the tool says yes or no assessment is made'),
  level: level.nullable(),
  abstained: z.array(z.object({ code: z.string(), text: z.string().nullable(), onDay: date })),
  chains: z.array(chainView),
  actions: z.array(z.object({ name: z.string(), allowed: z.boolean(), because: refusal.optional() })),
})
export type DecisionDesk = z.infer<typeof decisionDesk>

/** Published when a referral is granted; the choice of provider opens. */
export interface ReferralGranted {
  readonly decisionId: DecisionId
  readonly chainId: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly areaCode: string
  readonly level: 'A' | 'B' | 'C'
  readonly grantedOn: Day
  readonly letterId: LetterId
}

/** Published when a caseworker abstains although the tool says yes. The reason is not for providers. */
export interface ReferralAbstained {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly code: (typeof abstentionCodes)[number]
}

/** Published when the chain gets its second decision; its days adjoin the first. */
export interface ExtensionGranted {
  readonly decisionId: DecisionId
  readonly chainId: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly level: 'A' | 'B' | 'C'
  readonly firstDay: Day
  readonly lastDay: Day
}

/** Published when a decision gets its days, or other days before the service has begun. */
export interface DecisionDated {
  readonly decisionId: DecisionId
  readonly chainId: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly firstDay: Day
  readonly lastDay: Day
}

/** Published when the service ends early; `withdrawn` when it never began. */
export interface ServiceInterrupted {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly chainId: string
  readonly decisionId: DecisionId
  readonly lastDay: Day
  readonly cause: (typeof interruptionCauses)[number]
  readonly withdrawn: boolean
}

/** Published when a person returns before the decision's last day; a provider is to be chosen again. */
export interface ServiceResumed {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly chainId: string
  readonly decisionId: DecisionId
  readonly returnOn: Day
  readonly areaCode: string
}

/** Caps on new decisions (programme 4.3). Amounts in öre; what a number may be is the law's to say. */
export const capKinds = ['referral', 'extension'] as const
export const programmeGroups = ['JOB', 'UGA', 'ETP', 'none'] as const

const capScope = {
  kind: z.enum(capKinds),
  period: z.string().trim().max(7).describe('A month, 2022-10, or a year, 2022'),
  appropriation: z.string().trim().max(20).nullable(),
  programmeGroup: z.enum(programmeGroups).nullable(),
  officeId: z.uuid().nullable(),
}

export const budgetCapBody = z.object({
  ...capScope,
  name: z.string().trim().min(3).max(100),
  limitDecisions: z.number().nullable(),
  limitCommittedOre: z.number().nullable(),
  reason: words(3),
  replaces: z.uuid().optional().describe('The cap that this one takes the place of; its scope must be the same'),
  lifted: z.boolean().optional().describe('True takes the cap away; it stays in the history'),
})
export type BudgetCapBody = z.infer<typeof budgetCapBody>
export const budgetCapReply = z.object({ capId: z.uuid() })

export const budgetCapView = z.object({
  ...capScope,
  capId: z.uuid(),
  name: z.string(),
  officeName: z.string().nullable(),
  limitDecisions: z.number().nullable(),
  limitCommittedOre: z.number().nullable(),
  usedDecisions: z.number(),
  usedOre: z.number().describe('What the decisions under the cap were expected to cost'),
  refused: z.number().describe('Decisions that the cap has stopped, each case once'),
  state: z.enum(['in-force', 'lifted', 'replaced', 'over']),
  reason: z.string(),
  replaces: z.uuid().nullable(),
  enteredOn: date,
  enteredBy: z.string().nullable(),
})
export type BudgetCapView = z.infer<typeof budgetCapView>

export const budgetCapsReply = z.object({
  items: z.array(budgetCapView).describe('Those in force first'),
  appropriations: z.array(z.object({ code: z.string(), sv: z.string(), en: z.string(), pays: z.string() })),
  offices: z.array(z.object({ officeId: z.uuid(), name: z.string() })),
})
export type BudgetCapsReply = z.infer<typeof budgetCapsReply>

export const budgetWaitBody = z.object({ kind: z.enum(capKinds) })
export type BudgetWaitBody = z.infer<typeof budgetWaitBody>
export const budgetWaitReply = z.object({ cap: z.string(), opensOn: date })
export type BudgetWaitReply = z.infer<typeof budgetWaitReply>

/** Published when a measure beside the service is decided, or its days are cut; `lastDay` before `firstDay` = it never began. */
export interface ParallelMeasureDecided {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly measureId: string
  readonly kind: string
  readonly firstDay: Day
  readonly lastDay: Day
  readonly fullTime: boolean
}
