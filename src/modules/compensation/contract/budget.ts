import { z } from 'zod'

/** The budget (programme 5): what was posted, what is expected, and how well it was foretold. Amounts in öre; sums only. */
const month = z.string().describe('2022-10')
const level = z.enum(['A', 'B', 'C'])
const kind = z.enum(['base_fee', 'outcome_payment', 'speed_premium'])
const interval = { expectedOre: z.number(), lowOre: z.number(), highOre: z.number() }

const figureKinds = ['appropriation', 'new-decisions'] as const

export const budgetFigureBody = z.object({
  kind: z.enum(figureKinds),
  appropriation: z.string().trim().max(20).nullable(),
  period: z.string().trim().max(7).describe('A month, 2022-10, or a year, 2022'),
  value: z.number().describe('Öre for an appropriation, referrals a month for a plan'),
  reason: z.string().trim().min(3).max(2000),
})
export type BudgetFigureBody = z.infer<typeof budgetFigureBody>
export const budgetFigureReply = z.object({ figureId: z.uuid() })

export const budgetReply = z.object({
  madeOn: z.iso.date(),
  firstMonth: month,
  cases: z.number().describe('Decisions that the forecast rests on'),
  intervalPercent: z.number(),
  commonDeviationPercent: z
    .number()
    .describe(
      'Uncertainty common to all cases in the first month, as a standard deviation; it grows with the distance',
    ),
  newDecisions: z.object({
    perMonth: z.number().describe('As on average the latest months'),
    fromMonths: z.number(),
    planned: z.array(z.object({ month, decisions: z.number() })).describe('Months where a plan is entered instead'),
  }),
  posted: z.array(z.object({ month, kind, level, ore: z.number() })),
  months: z.array(z.object({ month, ...interval, fromNewOre: z.number() })),
  notClosed: z
    .array(z.object({ month, ...interval }))
    .describe('Months that are over but not closed, as the latest kept forecast had them'),
  parts: z.array(z.object({ month, kind, level, ...interval })),
  areas: z.array(z.object({ code: z.string(), ...interval })).describe('The coming twelve months'),
  offices: z.array(z.object({ officeId: z.uuid().nullable(), name: z.string().nullable(), ...interval })),
  appropriations: z.array(z.object({ code: z.string(), sv: z.string(), en: z.string(), pays: z.string() })),
  appropriated: z.array(z.object({ month, appropriation: z.string(), ore: z.number() })),
  figures: z
    .array(
      budgetFigureBody.extend({
        figureId: z.uuid(),
        replaced: z.boolean(),
        enteredOn: z.iso.date(),
        enteredBy: z.string().nullable(),
      }),
    )
    .describe('What was entered, the latest first'),
  commitments: z.array(
    z.object({
      month,
      kind: z.enum(['referral', 'extension']),
      level,
      decisions: z.number(),
      expectedOre: z.number(),
      deviationOre: z.number(),
    }),
  ),
})
export type BudgetReply = z.infer<typeof budgetReply>

const share = z.number().nullable()
export const accuracyReply = z.object({
  intervalPercent: z.number(),
  items: z.array(
    z.object({
      month,
      madeIn: month,
      lead: z.number().describe('Months from the forecast to the month'),
      ...interval,
      postedOre: z.number(),
      errorShare: share,
      inside: z.boolean(),
    }),
  ),
  leads: z.array(
    z.object({
      lead: z.number(),
      months: z.number(),
      meanErrorShare: share,
      biasShare: share,
      insideShare: z.number(),
    }),
  ),
})
export type AccuracyReply = z.infer<typeof accuracyReply>
