import type { Bins } from './bins.ts'
import { allPairs } from './memory.ts'
import { blockStep, type Crew, type Memory } from './work.ts'

/** Groups of bins that an interaction is made of: few, so that each of its cells has people in it. */
const mostGroups = 10
/** A pair whose excess is under this many standard deviations of chance is not an interaction. */
const leastExcess = 4
const pairRows = 262_144

/** Coarse groups of each column's bins: numbers by rank, levels by effect, of about equal weight. */
export function groupBins(memory: Memory, bins: readonly Bins[]): void {
  const { offsets, sumCurvature, effects, groups, groupCounts } = memory
  for (const [column, { kind }] of bins.entries()) {
    const offset = offsets[column] as number
    const count = (offsets[column + 1] as number) - offset
    const order = Array.from({ length: count }, (_, bin) => bin)
    if (kind === 'category' && count > mostGroups) {
      order.sort((a, b) => (effects[offset + a] as number) - (effects[offset + b] as number) || a - b)
    }
    let whole = 0
    for (let bin = 0; bin < count; bin += 1) whole += sumCurvature[offset + bin] as number
    let before = 0
    for (const bin of order) {
      const middle = before + (sumCurvature[offset + bin] as number) / 2
      const group =
        count <= mostGroups ? bin : Math.min(mostGroups - 1, Math.floor((mostGroups * middle) / (whole || 1)))
      groups[offset + bin] = group
      before += sumCurvature[offset + bin] as number
    }
    groupCounts[column] = Math.min(count, mostGroups)
  }
}

/** The pairs that tell most beyond their columns, best first, never more than `most`; `barred` columns are in none. */
export function choosePairs(
  memory: Memory,
  crew: Crew,
  given: { readonly columns: number; readonly most: number; readonly barred: ReadonlySet<number> },
): [number, number][] {
  if (given.most === 0 || given.columns < 2) return []
  const pairs = allPairs(given.columns)
  crew.run('interaction', pairs.length, blockStep(memory.rows, pairRows))
  return pairs
    .map((pair, index) => ({ pair, excess: memory.pairScores[index] as number, index }))
    .filter(({ pair: [a, b], excess }) => excess > leastExcess && !given.barred.has(a) && !given.barred.has(b))
    .sort((a, b) => b.excess - a.excess || a.index - b.index)
    .slice(0, given.most)
    .map(({ pair }) => pair)
}
