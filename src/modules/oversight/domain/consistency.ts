import type { Random } from '../../../kernel/random.ts'
import { type CaseField, type CaseRecord, irrelevantFields, relevantFacts } from './case-fields.ts'

/** What the tool says of a case, in full: any difference at all is told. */
export interface ToolAnswer {
  readonly probability: number
  readonly result: string
  readonly level: string | null
  readonly referable: boolean
  /** Parts, conditions and whatever else the answer is made of. */
  readonly whole: unknown
}

/** Answers for a whole case: the real way from the registered facts to the answer, and nothing else. Pure. */
export type AskTool = (record: CaseRecord) => ToolAnswer

/** What came of changing what must not matter in one case. */
export interface CaseCheck {
  readonly variants: number
  /** Variants that got another answer. */
  readonly differing: number
  /** Fields that change the answer by themselves although they must not; `together` when it takes several. */
  readonly blamed: readonly string[]
  /** Fields of the record that nobody has sorted as mattering or not: none may be left over. */
  readonly unsorted: readonly string[]
}

/** A check over a sample of cases (programme 2: the same case under irrelevant changes gets the same answer). */
export interface ToolCheck {
  readonly cases: number
  readonly variants: number
  readonly differing: number
  readonly blamed: readonly string[]
  readonly unsorted: readonly string[]
  /** What does matter, the most first. */
  readonly matters: readonly Mattering[]
}

/** How much a fact moves the answer when it alone is another. */
export interface Mattering {
  readonly fact: string
  readonly sensitive: boolean
  readonly cases: number
  /** Cases whose chance moved, and whose result or level became another. */
  readonly moved: number
  readonly decided: number
  /** The most that the chance moved in a case, as a share. */
  readonly most: number
}

/**
 * Changes what must not matter in a case, many times over and several things at once, and compares the whole answer. The
 * order of the fields is changed each time too.
 */
export function checkCase(record: CaseRecord, ask: AskTool, variants: number, random: Random): CaseCheck {
  const before = textOf(ask(record))
  const fields = irrelevantFields.filter(({ name }) => name in record)
  const blamed = new Set<string>()
  let differing = 0
  for (let variant = 0; variant < variants; variant += 1) {
    const chosen = fields.filter(() => random.next() < 0.5)
    const changed: CaseRecord = { ...record, ...Object.assign({}, ...chosen.map((field) => field.change(random))) }
    if (textOf(ask(reordered(changed, random))) === before) continue
    differing += 1
    const alone = chosen.filter(({ name }) => textOf(ask({ ...record, [name]: changed[name] })) !== before)
    for (const { name } of alone) blamed.add(name)
    if (alone.length === 0) blamed.add('together')
  }
  return { variants, differing, blamed: [...blamed].sort(), unsorted: unsortedIn(record) }
}

/** Checks a sample of cases, each from a stream of its own, so that the order of the cases changes nothing. */
export function checkTool(
  sample: readonly { readonly key: string; readonly record: CaseRecord }[],
  ask: AskTool,
  variants: number,
  random: Random,
): ToolCheck {
  const checks = sample.map(({ key, record }) => checkCase(record, ask, variants, random.fork(key)))
  const names = (of: (check: CaseCheck) => readonly string[]): string[] => [...new Set(checks.flatMap(of))].sort()
  return {
    cases: sample.length,
    variants: checks.reduce((sum, check) => sum + check.variants, 0),
    differing: checks.reduce((sum, check) => sum + check.differing, 0),
    blamed: names((check) => check.blamed),
    unsorted: names((check) => check.unsorted),
    matters: mattersIn(
      sample.map(({ record }) => record),
      ask,
    ),
  }
}

/** How much each fact that may matter does matter, tried one at a time over the cases. */
export function mattersIn(records: readonly CaseRecord[], ask: AskTool): Mattering[] {
  const asked = records.map((record) => ({ record, before: ask(record) }))
  return relevantFacts
    .filter(({ name }) => records.every((record) => name in record))
    .map(({ name, sensitive, others }) => {
      let [moved, decided, most] = [0, 0, 0]
      for (const { record, before } of asked) {
        const answers = others(record).map((change) => ask({ ...record, ...change }))
        const moves = answers.map((answer) => Math.abs(answer.probability - before.probability))
        const furthest = Math.max(0, ...moves)
        if (furthest > 0) moved += 1
        if (answers.some((answer) => verdictOf(answer) !== verdictOf(before))) decided += 1
        most = Math.max(most, furthest)
      }
      return { fact: name, sensitive, cases: records.length, moved, decided, most }
    })
    .sort((a, b) => b.most - a.most || (a.fact < b.fact ? -1 : 1))
}

const verdictOf = ({ result, level, referable }: ToolAnswer): string => `${result} ${level} ${referable}`
const textOf = (answer: ToolAnswer): string => JSON.stringify(answer)

function reordered(record: CaseRecord, random: Random): CaseRecord {
  return Object.fromEntries(random.shuffle(Object.entries(record)))
}

function unsortedIn(record: CaseRecord): string[] {
  const sorted = new Set([
    ...irrelevantFields.map((field: CaseField) => field.name),
    ...relevantFacts.flatMap((fact) => fact.fields),
  ])
  return Object.keys(record)
    .filter((name) => !sorted.has(name))
    .sort()
}
