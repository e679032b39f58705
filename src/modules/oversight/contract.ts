import { z } from 'zod'
import { type Day, isDay } from '../../kernel/day.ts'

export {
  type ComplaintsReply,
  type ComplaintView,
  complaintAnswerBody,
  complaintAnswerReply,
  complaintBody,
  complaintCaseParams,
  complaintParams,
  complaintReply,
  complaintsReply,
  ownComplaintsReply,
} from './contract/complaints.ts'

/** What the web and the API share about the oversight of the assessment tool (programme 2, 4.2; EU 2024/1689). */

const date = z.iso.date()
const count = z.number().int()
const givenDay = z
  .custom<Day>((value) => typeof value === 'string' && isDay(value), { error: 'date-format' })
  .meta({ type: 'string', format: 'date' })

/** Days, both counted; absent = the months that the rules say, up to today. */
export const periodQuery = z.object({ from: givenDay.optional(), to: givenDay.optional() })
export type PeriodQuery = z.infer<typeof periodQuery>

export const officeParams = z.object({ officeId: z.uuid() })
export const sampleParams = z.object({ sampleId: z.uuid() })
export const itemParams = z.object({ itemId: z.uuid() })
export const editionParams = z.object({ editionId: z.uuid() })
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

const limits = z.object({ low: z.number(), high: z.number() })
const reasonCount = z.object({ code: z.string().describe('A reason of the rules; `few` = several of few'), count })
export const verdicts = ['too-few', 'as-expected', 'high', 'very-high', 'low', 'very-low'] as const

const unit = z.object({
  unitId: z.uuid(),
  name: z.string().nullable(),
  answers: count.describe("Answers to the tool's yes: referrals and abstentions"),
  abstained: count,
  expected: z.number().describe('What the same mix of cases would give over the whole country'),
  ratio: z.number().nullable().describe('Observed over expected; null with too few answers'),
  inner: limits.nullable(),
  outer: limits.nullable(),
  verdict: z.enum(verdicts),
  reasons: z.array(reasonCount).nullable().describe('Null for those who may not see single cases'),
})
export type UnitView = z.infer<typeof unit>

const variation = {
  from: date,
  to: date,
  answers: count,
  abstained: count,
  dispersion: z.number().describe('How much more units differ than chance gives; 1 = no more'),
  leastAnswers: count,
  innerPercent: z.number(),
  outerPercent: z.number(),
  units: z.array(unit),
  months: z.array(z.object({ month: z.string(), answers: count, abstained: count, expected: z.number() })),
  reasons: z.array(reasonCount),
  funnel: z.array(z.object({ answers: count, inner: limits, outer: limits })),
}
export const variationReply = z.object({
  ...variation,
  effects: z.array(
    z.object({
      factor: z.string(),
      group: z.string(),
      answers: count,
      abstained: count,
      oddsRatio: z.number().describe("Odds of an abstention against the factor's largest group"),
    }),
  ),
})
export type VariationReply = z.infer<typeof variationReply>
export const officeVariationReply = z.object({ officeId: z.uuid(), officeName: z.string().nullable(), ...variation })
export type OfficeVariationReply = z.infer<typeof officeVariationReply>

export const reviewVerdicts = ['valid', 'not-valid', 'administrative-error'] as const
const share = z.object({ count, of: count, share: z.number(), low: z.number(), high: z.number() })

export const drawBody = z.object({ from: givenDay.optional(), to: givenDay.optional() })
export type DrawBody = z.infer<typeof drawBody>
export const sampleReply = z.object({ sampleId: z.uuid(), size: count, population: count, seed: count })

const sample = z.object({
  sampleId: z.uuid(),
  from: date,
  to: date,
  size: count,
  population: count,
  seed: count,
  drawnOn: date,
  drawnByName: z.string().nullable(),
  classed: count,
})
export const reviewsReply = z.object({
  items: z.array(sample),
  offices: z
    .array(
      z.object({
        officeId: z.uuid().nullable().describe('Null = all offices together'),
        name: z.string().nullable(),
        classed: count,
        shares: z.record(z.enum(reviewVerdicts), share).nullable().describe('Null with too few'),
      }),
    )
    .describe('All samples together'),
  dueOn: date.describe('A new sample is due'),
  sampleSize: count,
  leastClassed: count,
  intervalPercent: z.number(),
})
export type ReviewsReply = z.infer<typeof reviewsReply>

const item = z.object({
  itemId: z.uuid(),
  position: count,
  caseId: z.uuid(),
  onDay: date,
  code: z.string(),
  text: z.string().nullable(),
  officeName: z.string().nullable(),
  abstainedByName: z.string().nullable(),
  level: z.string().nullable(),
  probability: z.number().nullable(),
  verdict: z.enum(reviewVerdicts).nullable(),
  note: z.string().nullable(),
  classedByName: z.string().nullable(),
  own: z.boolean().describe('The reader abstained; another must review it'),
})
export type ReviewItem = z.infer<typeof item>
export const samplePage = z.object({
  ...sample.shape,
  items: z.object({ items: z.array(item), page: count, limit: count, total: count }),
})
export type SamplePage = z.infer<typeof samplePage>

export const classBody = z.object({ verdict: z.enum(reviewVerdicts), note: z.string().trim().min(3).max(2000) })
export type ClassBody = z.infer<typeof classBody>
export const classReply = z.object({ classId: z.uuid() })

const mattering = z.object({
  fact: z.string(),
  sensitive: z.boolean(),
  cases: count,
  moved: count,
  decided: count,
  most: z.number(),
})
export const checkOutcome = z.object({
  cases: count,
  variants: count,
  differing: count,
  blamed: z.array(z.string()),
  unsorted: z.array(z.string()),
  matters: z.array(mattering),
})
export const sealVerdict = z.object({
  seals: count,
  sealedEntries: count,
  unsealedEntries: count,
  broken: z.array(z.object({ number: count, because: z.string() })),
})
const check = z.object({
  checkId: z.uuid(),
  requestedAt: z.iso.datetime(),
  requestedByName: z.string().nullable(),
  endedAt: z.iso.datetime().nullable(),
  seed: count,
  cases: count,
  variants: count,
  model: z.string().nullable(),
  windowNumber: count.nullable(),
  outcome: checkOutcome.nullable(),
  seals: sealVerdict.nullable(),
})
export type CheckView = z.infer<typeof check>
export const checksReply = z.object({ items: z.array(check), dueOn: date, cases: count, variants: count })
export type ChecksReply = z.infer<typeof checksReply>
/** An act that needs nothing told. */
export const nothingBody = z.object({})
export const checkReply = z.object({ checkId: z.uuid() })
