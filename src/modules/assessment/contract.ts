import { z } from 'zod'

/** What the web and the API share about assessments (programme 4.2). */

export const languageCode = z.enum(['sv', 'sv-x-latt', 'en', 'ar'])
export const resultCode = z.enum(['near', 'referable', 'far'])
export const levelCode = z.enum(['A', 'B', 'C'])

export const assessPersonBody = z.object({
  reason: z.string().trim().min(3).max(1000).describe('Why the person is assessed now; needed each time'),
  waivedBy: z
    .array(z.string())
    .max(10)
    .optional()
    .describe("Codes of the window's exceptions that hold for the person"),
})
export type AssessPersonBody = z.infer<typeof assessPersonBody>

export const partOfEstimate = z.object({
  name: z.string().describe('The variable, such as education; of a pair both, as in age × sex'),
  label: z.string().describe('The variable in words'),
  value: z.union([z.string(), z.number()]).describe('Empty when it is missing'),
  valueText: z.string().describe("The person's value in words"),
  effect: z.number().describe('Effect on the log-odds; the intercept and all effects sum to logOdds exactly'),
  error: z.number().nullable().describe("Standard deviation of the effect over the model's re-fits"),
  sensitive: z.boolean().describe('Tells of what the person is and cannot change: sex, age, birth region, disability'),
  of: z
    .array(z.object({ name: z.string(), label: z.string(), valueText: z.string() }))
    .describe('The two variables of a pair; empty otherwise'),
  note: z
    .enum(['level-not-seen', 'missing-not-seen'])
    .nullable()
    .describe('Why the value counted as the mean and not as itself'),
})
export type PartOfEstimate = z.infer<typeof partOfEstimate>

export const criterionOfWindow = z.object({
  name: z.enum(['registered-days', 'programme', 'age-or-programme']),
  met: z.boolean(),
  because: z.object({
    code: z.string(),
    has: z.union([z.number(), z.string()]).optional(),
    needs: z.union([z.number(), z.string()]).optional(),
  }),
  text: z.string(),
})
export type CriterionOfWindow = z.infer<typeof criterionOfWindow>

export const changeTold = z.object({
  name: z.string().describe('What changes; of two together both, as in education × occupation'),
  text: z.string().describe('The change and the answer that it gives'),
  of: z.array(z.object({ name: z.string(), to: z.union([z.string(), z.number()]) })),
  probability: z.number(),
  answer: z.object({ result: resultCode, level: levelCode.nullable(), referable: z.boolean() }),
})
export type ChangeTold = z.infer<typeof changeTold>

export const assessmentView = z.object({
  id: z.uuid(),
  onDay: z.iso.date(),
  recordedAt: z.iso.datetime(),
  recordedBy: z.uuid().nullable(),
  recordedByName: z.string().nullable().describe('Who asked the tool; null when a rule did'),
  automatic: z.boolean(),
  reason: z.string(),
  model: z.string(),
  modelNote: z.string(),
  newerModel: z
    .string()
    .nullable()
    .describe('The model in force now, where another made this, the latest assessment; otherwise null'),
  window: z.number().int(),
  probability: z.number(),
  low: z.number().describe('Lower end of the 90 % interval'),
  high: z.number().describe('Upper end of the 90 % interval'),
  logOdds: z.number(),
  intercept: z.number(),
  parts: z.array(partOfEstimate),
  comparedWith: z.string().describe('With whom the parts compare the person'),
  changes: z.array(changeTold).describe('What would give another answer; told of the latest assessment only'),
  cutPoints: z
    .object({
      nearFrom: z.number(),
      levelAFrom: z.number(),
      levelBFrom: z.number(),
      farBelow: z.number(),
    })
    .nullable()
    .describe("The window's cut points; null when they are others now than those that gave the result"),
  result: resultCode,
  level: levelCode.nullable(),
  referable: z
    .boolean()
    .describe('The tool says yes: referable by the cut points and every criterion of the window is met'),
  criteria: z.array(criterionOfWindow),
  validUntil: z.iso.date(),
  valid: z.boolean().describe('May carry a decision today'),
  notValidBecause: z.string().nullable().describe('Problem code, when it may not'),
})
export type AssessmentView = z.infer<typeof assessmentView>

export const assessmentsReply = z.object({ items: z.array(assessmentView).describe('The latest first') })
export type AssessmentsReply = z.infer<typeof assessmentsReply>

export const assessPersonReply = z.object({
  assessmentId: z.uuid(),
  result: resultCode,
  level: levelCode.nullable(),
  referable: z.boolean(),
  probability: z.number(),
})
export type AssessPersonReply = z.infer<typeof assessPersonReply>

const weighed = z.object({
  name: z.string(),
  text: z.string(),
  share: z.number().describe('Share of all on the same side, 0–1'),
  length: z.number().describe('Length of the bar, 0–1, against the heaviest part of either side'),
  sensitive: z.boolean().describe('Tells of what the person is and cannot change: sex, age, birth region, disability'),
})

export const assessmentExplained = z.object({
  onDay: z.iso.date(),
  language: languageCode,
  answer: z.object({ result: resultCode, level: levelCode.nullable(), referable: z.boolean(), text: z.string() }),
  chance: z.object({
    kind: z.enum(['about', 'fewer-than', 'more-than']),
    of: z.literal(10),
    count: z.number().int(),
    text: z.string(),
    percent: z.number().int(),
    lowPercent: z.number().int().describe('Lower end of the 90 % interval'),
    highPercent: z.number().int().describe('Upper end of the 90 % interval'),
  }),
  for: z.array(weighed),
  against: z.array(weighed),
  comparedWith: z.string().describe('With whom the parts compare the person'),
  criteria: z.array(z.object({ name: z.string(), met: z.boolean(), text: z.string() })),
  changes: z
    .array(changeTold)
    .describe('What would give another answer, found by making the whole assessment again; empty when nothing does'),
  changesText: z.string(),
  howMade: z.string(),
  modelNote: z.string().nullable().describe('What the model is not, in plain words; null when nothing is to be said'),
  howToObject: z.string(),
})
export type AssessmentExplained = z.infer<typeof assessmentExplained>

export const explainedReply = z.object({
  explanation: assessmentExplained.nullable().describe('null while no assessment is made'),
})

/** Published when an assessment is saved. */
export interface PersonAssessed {
  readonly assessmentId: string
  readonly caseId: string
  readonly personId: string
  readonly result: 'near' | 'referable' | 'far'
  readonly level: 'A' | 'B' | 'C' | null
  readonly referable: boolean
}
