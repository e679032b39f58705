import { hideSmall } from './small-cells.ts'
import {
  type ComparedBy,
  type ComparisonTally,
  comparedBy,
  flowName,
  type GroupTally,
  isLevel,
  type WindowStanding,
  windowStandings,
} from './window-comparison.ts'

/** A number of persons, or null where it is hidden because it is small or would give a small one away. */
export type Count = number | null

/** What a change of window does to a group of people; sums in öre. */
export interface ComparedGroup {
  readonly key: string
  readonly people: Count
  readonly referableBefore: Count
  readonly referableAfter: Count
  readonly enters: Count
  readonly leaves: Count
  /** Referable before and after, at another level. */
  readonly otherLevel: Count
  readonly before: { readonly A: Count; readonly B: Count; readonly C: Count }
  readonly after: { readonly A: Count; readonly B: Count; readonly C: Count }
  /** What referring everyone who may be would be expected to cost. */
  readonly costBeforeOre: Count
  readonly costAfterOre: Count
}

export interface ComparisonTable {
  readonly total: ComparedGroup
  readonly flows: readonly { readonly before: WindowStanding; readonly after: WindowStanding; readonly people: Count }[]
  readonly groups: readonly { readonly by: ComparedBy; readonly rows: readonly ComparedGroup[] }[]
}

const counts = ['people', 'referableBefore', 'referableAfter', 'enters', 'leaves', 'otherLevel'] as const
const levels = ['A', 'B', 'C'] as const
const cells = [...counts, ...levels.map((l) => `before${l}` as const), ...levels.map((l) => `after${l}` as const)]
type Cell = (typeof cells)[number]

/**
 * The table of a comparison with small numbers hidden, and such as would give them away (programme 12). `groupOf` names
 * the municipality group of a municipality, whose row is the sum of its municipalities' rows.
 */
export function comparisonTable(
  tally: ComparisonTally,
  least: number,
  groupOf: (municipalityCode: string) => string,
): ComparisonTable {
  const rows = new Map<string, GroupTally>([['all', tally.all]])
  for (const by of comparedBy) {
    for (const [key, group] of Object.entries(tally.groups[by])) rows.set(`${by}/${key}`, group)
  }
  const numbers = new Map<string, number>()
  for (const [row, group] of rows) {
    const counted = countsOf(group)
    for (const cell of cells) numbers.set(`${row} ${cell}`, counted[cell])
  }
  const relations = [...rows.keys()].flatMap(insideRow)
  for (const [sum, parts] of sumsOf(tally, groupOf)) {
    relations.push(...cells.map((cell) => [sum, ...parts].map((row) => `${row} ${cell}`)))
  }
  const hidden = hideSmall(numbers, relations, least, (name) => name.startsWith('all '))
  const shown = (row: string, key: string): ComparedGroup =>
    shownRow(row, key, { numbers, hidden, group: rows.get(row) })
  return {
    total: shown('all', 'all'),
    flows: shownFlows(tally.all, least),
    groups: comparedBy.map((by) => ({
      by,
      rows: Object.keys(tally.groups[by])
        .toSorted()
        .map((key) => shown(`${by}/${key}`, key)),
    })),
  }
}

function countsOf({ flows }: GroupTally): Record<Cell, number> {
  const made = Object.fromEntries(cells.map((cell) => [cell, 0])) as Record<Cell, number>
  for (const before of windowStandings) {
    for (const after of windowStandings) {
      const people = flows[flowName(before, after)] ?? 0
      made.people += people
      if (isLevel(before)) made[`before${before}`] += people
      if (isLevel(after)) made[`after${after}`] += people
      if (isLevel(before)) made.referableBefore += people
      if (isLevel(after)) made.referableAfter += people
      if (isLevel(before) && !isLevel(after)) made.leaves += people
      if (!isLevel(before) && isLevel(after)) made.enters += people
      if (isLevel(before) && isLevel(after) && before !== after) made.otherLevel += people
    }
  }
  return made
}

/** Numbers of one row of which each follows from the others. */
function insideRow(row: string): string[][] {
  const named = (...names: Cell[]) => names.map((name) => `${row} ${name}`)
  return [
    named('referableBefore', 'beforeA', 'beforeB', 'beforeC'),
    named('referableAfter', 'afterA', 'afterB', 'afterC'),
    named('referableBefore', 'enters', 'leaves', 'referableAfter'),
  ]
}

/** Rows that are the sum of others: everyone, of each way to count; a municipality group, of its municipalities. */
function sumsOf(tally: ComparisonTally, groupOf: (code: string) => string): [string, string[]][] {
  const whole = comparedBy
    .filter((by) => by !== 'municipality')
    .map((by): [string, string[]] => ['all', Object.keys(tally.groups[by]).map((key) => `${by}/${key}`)])
  const byGroup = Object.groupBy(Object.keys(tally.groups.municipality), groupOf)
  const parts = Object.entries(byGroup).map(([group, codes]): [string, string[]] => [
    `municipality-group/${group}`,
    (codes ?? []).map((code) => `municipality/${code}`),
  ])
  return [...whole, ...parts]
}

function shownRow(
  row: string,
  key: string,
  of: { numbers: ReadonlyMap<string, number>; hidden: ReadonlySet<string>; group: GroupTally | undefined },
): ComparedGroup {
  const at = (cell: Cell): Count => (of.hidden.has(`${row} ${cell}`) ? null : (of.numbers.get(`${row} ${cell}`) ?? 0))
  const before = { A: at('beforeA'), B: at('beforeB'), C: at('beforeC') }
  const after = { A: at('afterA'), B: at('afterB'), C: at('afterC') }
  // The sum follows from the levels and the prices, so it says as much as they do.
  const costOf = (shown: typeof before, ore: number | undefined): Count =>
    Object.values(shown).includes(null) ? null : (ore ?? 0)
  return {
    key,
    people: at('people'),
    referableBefore: at('referableBefore'),
    referableAfter: at('referableAfter'),
    enters: at('enters'),
    leaves: at('leaves'),
    otherLevel: at('otherLevel'),
    before,
    after,
    costBeforeOre: costOf(before, of.group?.costBeforeOre),
    costAfterOre: costOf(after, of.group?.costAfterOre),
  }
}

/** From where to where people go, over everyone; a small number is hidden, and another beside it in its line and column. */
function shownFlows(all: GroupTally, least: number): ComparisonTable['flows'] {
  const pairs = windowStandings.flatMap((before) => windowStandings.map((after) => ({ before, after })))
  const numbers = new Map(pairs.map(({ before, after }) => [flowName(before, after), peopleOf(all, before, after)]))
  for (const one of windowStandings) {
    numbers.set(`${one}>`, sum(windowStandings.map((other) => peopleOf(all, one, other))))
    numbers.set(`>${one}`, sum(windowStandings.map((other) => peopleOf(all, other, one))))
  }
  const lines = windowStandings.map((one) => [`${one}>`, ...windowStandings.map((other) => flowName(one, other))])
  const columns = windowStandings.map((one) => [`>${one}`, ...windowStandings.map((other) => flowName(other, one))])
  const isSum = (name: string) => name.startsWith('>') || name.endsWith('>')
  const hidden = hideSmall(numbers, [...lines, ...columns], least, isSum)
  return pairs.map(({ before, after }) => {
    const name = flowName(before, after)
    return { before, after, people: hidden.has(name) ? null : (numbers.get(name) ?? 0) }
  })
}

function peopleOf({ flows }: GroupTally, before: WindowStanding, after: WindowStanding): number {
  return flows[flowName(before, after)] ?? 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
