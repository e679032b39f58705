import { z } from 'zod'

/** What the web and the API share about the model as an open book: its versions, curves, card and edits. */

const modelName = z
  .string()
  .regex(/^[a-z0-9-]{3,80}$/)
  .describe("A version's name, as assessments tell it")
export const modelParams = z.object({ model: modelName })
export const curveParams = z.object({ model: modelName, place: z.coerce.number().int().min(0).max(999) })

const binRange = z.object({ from: z.number().int().min(0), to: z.number().int().min(0) })
const onTerm = {
  term: z.string().min(1).max(200).describe('The variable, or both of a pair, as in age × sex'),
  bins: binRange.describe('Places of the first and the last bin; 0 is missing'),
  across: binRange.optional().describe("In a pair: the second variable's groups"),
}
export const curveChange = z.discriminatedUnion('how', [
  z.object({ ...onTerm, how: z.literal('set'), effect: z.number().describe('On the log-odds') }),
  z.object({ ...onTerm, how: z.literal('shift'), by: z.number().describe('On the log-odds') }),
  z.object({ ...onTerm, how: z.literal('flatten') }),
  z.object({ ...onTerm, how: z.literal('monotone'), direction: z.union([z.literal(-1), z.literal(1)]) }),
])
export type CurveChangeBody = z.infer<typeof curveChange>

export const editModelBody = z.object({
  madeFrom: modelName,
  changes: z.array(curveChange).max(20).describe('In order; none takes an earlier version up again as it was'),
})
export type EditModelBody = z.infer<typeof editModelBody>
export const submitModelBody = z.object({
  reason: z.string().trim().min(3).max(2000),
  fromDay: z.iso.date().describe('First day on which the version answers; ahead of today'),
})
export type SubmitModelBody = z.infer<typeof submitModelBody>
export const decideModelBody = z.object({
  outcome: z.enum(['approved', 'returned']),
  reason: z.string().trim().max(2000).nullable().describe('Needed when it is returned'),
})
export type DecideModelBody = z.infer<typeof decideModelBody>
export const withdrawModelBody = z.object({ reason: z.string().trim().min(3).max(2000) })
export type WithdrawModelBody = z.infer<typeof withdrawModelBody>
export const modelMade = z.object({ model: modelName })
export type ModelMade = z.infer<typeof modelMade>

const who = z.object({ name: z.string().nullable(), on: z.iso.date() })
const action = z.object({
  name: z.enum(['editModel', 'submitModel', 'approveModel', 'returnModel', 'withdrawModel']),
  allowed: z.boolean(),
  because: z.string().nullable().describe('Problem code, when it is not'),
})
export const modelView = z.object({
  model: modelName,
  kind: z.enum(['shipped', 'edited', 'trained', 'restored']),
  state: z.enum(['shipped', 'counting', 'draft', 'sent', 'approved', 'answering', 'returned', 'withdrawn']),
  inForce: z.boolean().describe('Answers today'),
  synthetic: z.boolean().describe('Trained on an invented register'),
  note: z.string(),
  madeFrom: modelName.nullable(),
  changes: z.array(z.object({ term: z.string(), text: z.string() })),
  fromDay: z.iso.date().nullable(),
  reason: z.string().nullable(),
  prepared: who.nullable(),
  sent: who.nullable(),
  decided: who.extend({ outcome: z.enum(['approved', 'returned']), reason: z.string().nullable() }).nullable(),
  withdrawn: who.extend({ reason: z.string() }).nullable(),
  actions: z.array(action).describe('What the reader may do with it'),
})
export type ModelView = z.infer<typeof modelView>
export const modelsReply = z.object({ inForce: modelName, items: z.array(modelView).describe('The latest first') })
export type ModelsReply = z.infer<typeof modelsReply>

const termView = z.object({
  place: z.number().int(),
  name: z.string(),
  label: z.string(),
  kind: z.enum(['number', 'category', 'pair']),
  sensitive: z.boolean().describe('Tells of sex, age, birth region or disability'),
  bound: z.enum(['never-rises', 'one-way']).nullable().describe('What an edit may not break'),
  edited: z.boolean().describe('Differs from what training gave'),
  bins: z.number().int(),
  lowest: z.number(),
  highest: z.number(),
  weight: z.number().nullable().describe('Mean size of the effect over the training rows; null for a pair'),
})
export type TermView = z.infer<typeof termView>
export const modelReply = z.object({
  version: modelView,
  intercept: z.number(),
  interceptError: z.number(),
  baseChance: z.number().describe('Chance of a person all of whose effects are 0'),
  terms: z.array(termView),
})
export type ModelReply = z.infer<typeof modelReply>

const curveBin = z.object({
  place: z.number().int(),
  kind: z.enum(['missing', 'level', 'range']),
  text: z.string(),
  effect: z.number(),
  error: z.number().describe('Standard deviation over the re-fits'),
  rows: z.number().describe('Training rows'),
  trained: z.number().nullable().describe('What training gave, where it was another'),
})
export type CurveBin = z.infer<typeof curveBin>
export const curveReply = z.object({
  version: modelView,
  term: termView,
  unit: z.string().nullable(),
  bins: z.array(curveBin).describe('Empty for a pair'),
  pair: z
    .object({
      down: z.object({ label: z.string(), groups: z.array(z.string()) }),
      across: z.object({ label: z.string(), groups: z.array(z.string()) }),
      effects: z.array(z.array(z.number())),
      errors: z.array(z.array(z.number())),
      trained: z.array(z.array(z.number())).nullable().describe('What training gave, where a cell was another'),
    })
    .nullable(),
})
export type CurveReply = z.infer<typeof curveReply>

const count = z.number().int().nullable().describe('null: too few to tell, or another such number would follow from it')
const chance = z.number().nullable()
const answer = z.enum(['near', 'A', 'B', 'C', 'far'])
export const modelEffectReply = z.object({
  version: modelView,
  against: z.string().nullable().describe('The model that answered when it was counted; null while it is counted'),
  onDay: z.iso.date().nullable(),
  effect: z
    .object({
      people: count,
      changed: count,
      yesBefore: count.describe('People to whom the tool says yes; null: too few to tell'),
      yesAfter: count,
      meanBefore: z.number(),
      meanAfter: z.number(),
      largestRise: z.number(),
      largestFall: z.number(),
      moves: z.array(z.object({ from: answer, to: answer, people: count })),
      groups: z.array(
        z.object({
          dimension: z.string(),
          dimensionLabel: z.string(),
          group: z.string(),
          label: z.string(),
          people: count,
          meanBefore: chance,
          meanAfter: chance,
          changed: count,
          yesBefore: count,
          yesAfter: count,
        }),
      ),
      calibration: z.literal('not-measured').describe('Nobody has an outcome under the new model yet'),
    })
    .nullable(),
})
export type ModelEffectReply = z.infer<typeof modelEffectReply>

const measured = z.object({ value: z.number(), low: z.number(), high: z.number() })
const quality = z.object({
  auc: z.number(),
  brier: z.number(),
  calibrationSlope: measured,
  calibrationIntercept: measured,
  expectedCalibrationError: z.number(),
})
const group = { column: z.string(), group: z.string() }
const columnData = { name: z.string(), missingShare: z.number() }
/** A card as training writes it. */
export const modelCard = z.object({
  data: z.object({
    synthetic: z.boolean(),
    rows: z.object({ trained: z.number(), stopping: z.number(), measured: z.number() }),
    shareOfOnes: z.number(),
    heldOutBy: z.enum(['time', 'chance']),
    time: z.object({ from: z.string(), to: z.string() }).nullable(),
    columns: z.array(
      z.discriminatedUnion('kind', [
        z.object({ ...columnData, kind: z.literal('number'), least: z.number(), mean: z.number(), most: z.number() }),
        z.object({ ...columnData, kind: z.literal('category'), levels: z.number() }),
      ]),
    ),
  }),
  measured: quality,
  baseline: quality,
  groups: z.array(
    z.object({ ...group, rows: z.number(), meanChance: z.number(), shareOfOnes: z.number(), gap: measured }),
  ),
  cutPoints: z.array(
    z.object({
      cut: z.number(),
      shareBelow: z.number(),
      falseHighRisk: z.number(),
      falseLowRisk: z.number(),
      flipRate: z.number().nullable(),
      flipRateNear: z.number().nullable(),
      groups: z.array(
        z.object({
          ...group,
          falseHighRisk: z.number(),
          falseLowRisk: z.number(),
          falseHighRiskRatio: z.number().nullable(),
        }),
      ),
    }),
  ),
  drift: z.array(z.object({ period: z.string(), rows: z.number(), meanChance: z.number(), shareOfOnes: z.number() })),
})
export const modelCardReply = z.object({
  version: modelView,
  card: modelCard,
  measuredOn: modelName.describe(
    'The version whose chances were measured: of an edited one, the trained model behind it',
  ),
  inForceCuts: z
    .array(z.number())
    .describe('Cut points of the window in force, each of which the card measures or not'),
  words: z
    .array(
      z.object({
        column: z.string(),
        label: z.string(),
        groups: z.array(z.object({ group: z.string(), label: z.string() })),
      }),
    )
    .describe('The columns and their groups in words'),
})
export type ModelCardReply = z.infer<typeof modelCardReply>
