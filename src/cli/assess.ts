import { join } from 'node:path'
import { z } from 'zod'
import { addDays, type Day, isDay, parseDay } from '../kernel/day.ts'
import {
  type AssessmentFacts,
  columnsOn,
  resultOf,
  type Score,
  type Scorer,
  scorerOf,
  type Value,
  type WindowAnswer,
  windowResult,
} from '../modules/assessment/domain/index.ts'
import { type CutPoints, type Window, windowNumbered } from '../rules/index.ts'
import { answerLines, type LineStreams, processStreams } from './lines.ts'
import { readModel } from './training/model-file.ts'
import { readOptions, wholeOption } from './training/options.ts'
import type { Verb } from './verb.ts'

const help = `./krom assess --model model.json --window 4 --on 2022-03-01 < people.ndjson

Assesses a person a line under a window's cut points and criteria on a day (programme 4.2). It decides nothing.

In:   {"id":"p1","sex":"female","age":41,"registered_days":380,"programme":"JOB", …} on one line: a value for each column that the
      model was trained on, null = missing. The window's criteria read "programme" (JOB, UGA, ETP or null), "registered_days" or
      "registeredFrom", "age" or "birthDate", and "wantedExtentPercent" (100). Without --model the shipped model is used; its
      columns are also counted from the facts of a register: sex, birthDate, education, educationCompleted, birthRegion, disability,
      registeredFrom, registeredDaysTenYears, ssyk, wantedExtentPercent, municipalityCode.
Out:  {"id":"p1","probability":0.37,"result":"near|referable|far","level":"B","referable":true,"window":4,"intercept":-0.8,
       "parts":[{"name":"age","effect":0.2}],"reasons":[…]}
      The intercept and the parts add up to the log-odds exactly. "level" is null unless the result is referable; "referable" says
      whether the criteria of the window are met too. "reasons": the cut points that decided and each criterion of the window.
      "notes" tells values that training never saw; they count as the mean.
A line that cannot be read is refused: its number and the reason on standard error, exit code 1.
`

/** The model that Krom is shipped with, used when no other is named. */
const shippedModel = join(import.meta.dirname, '..', 'modules', 'assessment', 'shipped-model.generated.json')

const use = 'krom assess: say [--model FILE] --window 1-6 --on YYYY-MM-DD; --help shows more'

const dayText = z.string().refine(isDay, 'not a day')
const personLine = z.looseObject({
  id: z.union([z.string(), z.number()]),
  programme: z.string().nullish(),
  registeredFrom: dayText.optional(),
  registered_days: z.number().min(0).max(40_000).optional(),
  registeredDays: z.number().min(0).max(40_000).optional(),
  birthDate: dayText.optional(),
  age: z.union([z.number().min(0).max(130), z.string()]).optional(),
  wantedExtentPercent: z.number().min(0).max(100).optional(),
})

/** The facts of a register, from which the shipped model's columns are counted. */
const wholeFacts = z.object({
  sex: z.enum(['female', 'male']),
  birthDate: dayText,
  education: z.enum(['compulsory', 'upper-secondary', 'post-secondary', 'unknown']),
  educationCompleted: z.boolean().nullable(),
  birthRegion: z.enum(['sweden', 'nordic', 'europe', 'world']),
  disability: z.boolean(),
  registeredFrom: dayText,
  registeredDaysTenYears: z.number().min(0),
  ssyk: z.array(z.string()),
  wantedExtentPercent: z.number(),
  municipalityCode: z.string(),
})

interface Law {
  readonly window: Window
  readonly cutPoints: CutPoints
  readonly on: Day
}

/** `./krom assess`: a person a line in, the assessment with its parts out; needs no database. */
export const assessVerb: Verb = {
  arguments: '--model F --window N --on DAY',
  summary: 'assess people under a window, line by line',
  help,
  run(args) {
    return assessLines(args, processStreams())
  },
}

/** The verb over any streams. Exit code: 0 done, 1 a line or the model was refused, 2 wrong use. */
export async function assessLines(args: readonly string[], io: LineStreams): Promise<number> {
  const given = readOptions(args, ['--model', '--window', '--on'])
  const file = typeof given === 'string' ? '' : (given.get('--model') ?? shippedModel)
  const number = typeof given === 'string' ? given : wholeOption(given, '--window', { otherwise: 0, least: 1, most: 6 })
  const on = typeof given === 'string' ? null : parseDay(given.get('--on') ?? '')
  if (typeof number === 'string' || number === 0 || !on?.ok) {
    io.error(use)
    return 2
  }
  const model = readModel(file)
  if (typeof model === 'string') {
    io.error(`krom assess: ${model}`)
    return 1
  }
  const law: Law = { ...windowNumbered(number, on.value), on: on.value }
  const scorer = scorerOf(model)
  return answerLines(io, (json) => {
    const assessed = assessLine(json, scorer, law)
    return typeof assessed === 'string' ? assessed : [assessed]
  })
}

function assessLine(json: unknown, scorer: Scorer, law: Law): object | string {
  const line = personLine.safeParse(json)
  if (!line.success) {
    const [issue] = line.error.issues
    return `not-valid: ${issue?.path.join('.') || 'line'}: ${issue?.message ?? ''}`
  }
  const facts = factsOf(line.data, law)
  if (typeof facts === 'string') return facts
  const values = valuesOf(line.data, scorer, facts, law.on)
  if (typeof values === 'string') return values
  const score = scorer.one(values)
  const answer = windowResult(score.probability, facts, law, law.on)
  return shown(line.data.id, score, answer, law)
}

function shown(id: string | number, score: Score, answer: WindowAnswer, { window, cutPoints }: Law): object {
  const { probability, intercept, parts, notes } = score
  const { result, level, referable, criteria } = answer
  const decided = { name: 'cut-points', result, level, ...boundsOf(probability, cutPoints) }
  return {
    id,
    probability,
    result,
    level,
    referable,
    window: window.number,
    intercept,
    parts,
    reasons: [decided, ...criteria],
    ...(notes.length > 0 ? { notes } : {}),
  }
}

/** The cut points that the chance lies between; the upper one is not reached. */
function boundsOf(probability: number, cutPoints: CutPoints): { from: number | null; below: number | null } {
  const { result, level } = resultOf(probability, cutPoints)
  const { nearFrom, levelAFrom, levelBFrom, farBelow } = cutPoints
  if (result === 'near') return { from: nearFrom, below: null }
  if (result === 'far') return { from: null, below: farBelow }
  if (level === 'A') return { from: levelAFrom, below: nearFrom }
  return level === 'B' ? { from: levelBFrom, below: levelAFrom } : { from: farBelow, below: levelBFrom }
}

type PersonLine = z.infer<typeof personLine>

/** What the window's criteria ask about; other facts play no part in them. */
function factsOf(line: PersonLine, { window, on }: Law): AssessmentFacts | string {
  const days = line.registered_days ?? line.registeredDays
  const registeredFrom = line.registeredFrom ?? (days === undefined ? undefined : addDays(on, -Math.round(days)))
  const asksDays = window.registeredDays > 0 || window.registeredDaysInProgramme > 0
  if (registeredFrom === undefined && asksDays) return 'registered_days: the window asks for it'
  const years = typeof line.age === 'number' ? line.age : undefined
  const birthDate = line.birthDate ?? (years === undefined ? undefined : addDays(on, -Math.ceil(years * 365.25) - 1))
  if (birthDate === undefined && window.adultOrProgramme !== null) return 'age: the window asks for it'
  const told = wholeFacts.safeParse(line)
  return {
    ...(told.success ? told.data : nothingTold),
    birthDate: (birthDate ?? addDays(on, -14_610)) as Day,
    programme: programmes.find((code) => code === line.programme) ?? null,
    registeredFrom: (registeredFrom ?? on) as Day,
    wantedExtentPercent: line.wantedExtentPercent ?? 100,
    municipalityGroup: '',
  }
}

const programmes = ['JOB', 'UGA', 'ETP'] as const
/** Facts that no criterion of a window asks about. */
const nothingTold = {
  sex: 'female',
  education: 'unknown',
  educationCompleted: null,
  birthRegion: 'sweden',
  disability: false,
  registeredDaysTenYears: 0,
  ssyk: [],
  municipalityCode: '',
} as const

/** A value for each of the model's columns: as the line tells it, or counted from its dates. */
function valuesOf(line: PersonLine, scorer: Scorer, facts: AssessmentFacts, on: Day): Value[] | string {
  const told = line as Record<string, unknown>
  const counted = wholeFacts.safeParse(line).success ? columnsOn(facts, on) : null
  const values: Value[] = []
  for (const [index, name] of scorer.names.entries()) {
    const value = counted?.[name] ?? told[name]
    if (value === undefined) return `${name}: the model needs it; say null when it is missing`
    const isNumber = scorer.model.terms[index]?.kind === 'number'
    if (
      value !== null &&
      (isNumber ? typeof value !== 'number' : !['string', 'number', 'boolean'].includes(typeof value))
    ) {
      return `${name}: should be a ${isNumber ? 'number' : 'text'} or null`
    }
    values.push(value === null || isNumber ? (value as Value) : String(value))
  }
  return values
}
