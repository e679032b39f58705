import { z } from 'zod'
import { isDay } from '../../../kernel/day.ts'

/** What the web and the API share about windows, their comparison and their plans (programme 4.2). Sums in öre. */

const programme = z.enum(['JOB', 'UGA', 'ETP'])
const chance = z.number().gt(0).lt(1)
const days = z.number().int().min(0).max(3650)

const windowException = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  sv: z.string().trim().min(3).max(300),
  en: z.string().trim().min(3).max(300),
  waives: z.enum(['registered-days', 'programme', 'age']),
})
const criteria = {
  registeredDays: days.describe('Registered days needed outside JOB, UGA and ETP; 0 = none'),
  registeredDaysInProgramme: days.describe('Registered days needed inside one of them; 0 = none'),
  programmes: z.array(programme).min(1).nullable().describe('In one of these programmes; null = not asked for'),
  adultOrProgramme: z
    .object({ age: z.number().int().min(16).max(70), programmes: z.array(programme) })
    .nullable()
    .describe('This old and full-time unemployed, or in one of the programmes; null = not asked for'),
  exceptions: z.array(windowException).max(10).describe('Each waives a condition, never a cut point'),
}
const cutPoints = z.object({
  nearFrom: chance.describe('Near from this chance on'),
  levelAFrom: chance,
  levelBFrom: chance,
  farBelow: chance.describe('Far below this chance; level C from it on'),
})
const windowLaw = z.object({ ...criteria, cutPoints })
export type WindowLawView = z.infer<typeof windowLaw>

const windowOfList = z.object({
  number: z.number().int(),
  from: z.iso.date(),
  lastDay: z.iso.date().nullable(),
  decided: z.boolean().describe('Decided on in this system; otherwise published'),
  inForce: z.boolean(),
  law: windowLaw.describe('As it stands today, or on its own nearest day'),
})
export const windowsReply = z.object({ items: z.array(windowOfList) })
export type WindowsReply = z.infer<typeof windowsReply>

export const comparedSide = z.union([
  z.object({ window: z.number().int().min(1).max(99) }),
  z.object({ draft: windowLaw }),
])
export type ComparedSide = z.infer<typeof comparedSide>
export const compareWindowsBody = z.object({ before: comparedSide, after: comparedSide })
export type CompareWindowsBody = z.infer<typeof compareWindowsBody>
export const comparisonRequested = z.object({ queued: z.literal(true), comparisonId: z.uuid() })
export type ComparisonRequested = z.infer<typeof comparisonRequested>
export const comparisonParams = z.object({ comparisonId: z.uuid() })

const count = z.number().int().nullable().describe('Null where it is hidden because a number under five could be known')
const byLevel = z.object({ A: count, B: count, C: count })
const comparedGroup = z.object({
  key: z.string(),
  name: z.string().nullable().describe('Of a municipality or a group of municipalities; null where the key is a code'),
  people: count,
  referableBefore: count,
  referableAfter: count,
  enters: count,
  leaves: count,
  otherLevel: count.describe('Referable before and after, at another level'),
  before: byLevel,
  after: byLevel,
  costBeforeOre: count.describe('What referring all who may be is expected to cost, priced as commitments are'),
  costAfterOre: count,
})
export type ComparedGroupView = z.infer<typeof comparedGroup>
const expectedSide = z.object({
  people: z.number().int().describe('Persons, rounded at each level to a multiple of the smallest number shown'),
  outcomes: z.number().int().describe('To work or studies within 12 months, by their chances'),
  revenueOre: z.number().int().describe('What referring them is expected to cost, priced as commitments are'),
})
const providerExpected = z.object({
  providerId: z.string().nullable().describe('Null for those whose delivery area has nobody in service'),
  name: z.string().nullable(),
  before: expectedSide,
  after: expectedSide,
})
export type ProviderExpectedView = z.infer<typeof providerExpected>
const standing = z.enum(['A', 'B', 'C', 'near', 'far', 'not-met'])
const side = z.object({ number: z.number().int().nullable().describe('Null for a draft'), law: windowLaw })
const comparedBy = z.enum([
  'sex',
  'birth-region',
  'education',
  'disability',
  'age',
  'municipality-group',
  'municipality',
])
const comparisonHead = {
  comparisonId: z.uuid(),
  state: z.enum(['waiting', 'running', 'done']),
  onDay: z.iso.date(),
  requestedAt: z.iso.datetime(),
  requestedByName: z.string().nullable(),
  before: side,
  after: side,
  model: z.string().nullable().describe('The model that gave the chances; null until it has begun'),
  people: z.number().int().nullable().describe('To go through; null until it has begun'),
  peopleDone: z.number().int(),
}
export const comparisonsReply = z.object({
  items: z.array(z.object(comparisonHead)),
  page: z.number().int(),
  limit: z.number().int(),
  total: z.number().int(),
})
export type ComparisonsReply = z.infer<typeof comparisonsReply>
export const comparisonReply = z.object({
  ...comparisonHead,
  leastCount: z.number().int(),
  result: z
    .object({
      total: comparedGroup,
      flows: z.array(z.object({ before: standing, after: standing, people: count })),
      groups: z.array(z.object({ by: comparedBy, rows: z.array(comparedGroup) })),
      deadweight: z.object({
        days: z.number().int(),
        flagPercent: z.number(),
        months: z.array(
          z.object({
            month: z.string(),
            starts: count,
            toWork: count,
            sharePercent: z.number().nullable(),
            flagged: z.boolean(),
          }),
        ),
      }),
      providers: z
        .array(providerExpected)
        .nullable()
        .describe('Administrators and analysts only; null also where it was not counted'),
    })
    .nullable()
    .describe('Null until everyone is counted'),
})
export type ComparisonReply = z.infer<typeof comparisonReply>

const reason = z.string().trim().min(3).max(2000)
export const planWindowBody = z.object({
  comparisonId: z.uuid().describe('The comparison it rests on; its second window is what will be in force'),
  from: z
    .string()
    .refine((text): boolean => isDay(text), { error: 'date-format', params: { code: 'date-format' } })
    .meta({ format: 'date' }),
  reason,
})
export type PlanWindowBody = z.infer<typeof planWindowBody>
export const planParams = z.object({ windowPlanId: z.uuid() })
export const decidePlanBody = z.object({
  outcome: z.enum(['approved', 'returned']),
  reason: z.string().trim().max(2000).default('').describe('Needed when it is sent back'),
})
export const withdrawPlanBody = z.object({ reason })
const planState = z.enum(['waiting', 'planned', 'in-force', 'returned', 'withdrawn', 'lapsed'])
export const planChanged = z.object({ planId: z.uuid(), number: z.number().int(), state: planState })
export type PlanChanged = z.infer<typeof planChanged>
const planStep = z.object({
  kind: z.enum(['approved', 'returned', 'withdrawn']),
  onDay: z.iso.date(),
  byName: z.string().nullable(),
  reason: z.string(),
})
const windowPlan = z.object({
  planId: z.uuid(),
  number: z.number().int(),
  from: z.iso.date(),
  lastDay: z.iso.date().nullable().describe('The day before a written rule or a later plan takes over, where one does'),
  state: planState,
  law: windowLaw,
  reason: z.string(),
  comparisonId: z.uuid(),
  draftedOn: z.iso.date(),
  draftedByName: z.string().nullable(),
  mine: z.boolean().describe('Drafted by the reader, who may therefore not approve it'),
  steps: z.array(planStep),
})
export const plansReply = z.object({ items: z.array(windowPlan).describe('The latest first day first') })
export type PlansReply = z.infer<typeof plansReply>

export const comparisonsQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type ComparisonsQuery = z.infer<typeof comparisonsQuery>
