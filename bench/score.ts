import { scoreCrew } from '../src/cli/training/score-crew.ts'
import {
  aloneCrew,
  type Column,
  fitModel,
  type Scorer,
  scorerOf,
  shared,
  slicesOf,
  unbagged,
  type Value,
} from '../src/modules/assessment/domain/index.ts'
import { type Bench, compare, median } from './line.ts'
import { knownTable } from './train-data.ts'
import { runPeer, size } from './train-peer.ts'

const fitRows = 100_000
const people = 20_000

/** Scoring a million rows from their raw columns beside a forest, both in two threads, and one person at a time. */
export const bench: Bench = async (print, say) => {
  say(`generating ${size.rows} rows`)
  const known = knownTable(size.rows, 1)
  const small = knownTable(Math.min(fitRows, size.rows), 3)
  const slices = slicesOf({ ...small, weight: null, time: null }, 1, { stop: 0.1, check: 0 })
  const options = { bins: 64, pairs: 12, monotone: new Map() }
  const model = unbagged(fitModel({ ...small, weight: null, time: null }, slices, options, aloneCrew()))
  const scorer = scorerOf(model)
  const crew = scoreCrew(model)
  const chance = shared.doubles(size.rows)
  await crew.table(known.columns, size.rows, chance)
  const rates: number[] = []
  for (let round = 0; round < size.rounds; round += 1) {
    const from = performance.now()
    await crew.table(known.columns, size.rows, chance)
    rates.push(size.rows / ((performance.now() - from) / 1000))
  }
  await crew.end()
  const one = Array.from({ length: size.rounds + 1 }, () => microsecondsEach(scorer, known.columns)).slice(1)
  say('training and asking the peer')
  const peer = runPeer({ train: known, test: small }, small.rows, size.rounds, say)
  if (peer === null) print({ bench: 'score', ours: Math.round(median(rates)), unit: 'rows/s' })
  else {
    say(`the peer is ${peer.name}`)
    const theirs = peer.predict.map((seconds) => size.rows / seconds)
    print(compare({ bench: 'score', unit: 'rows/s', least: 10 }, rates, theirs))
  }
  print({ bench: 'score-one', ours: Math.round(median(one) * 100) / 100, unit: 'µs', most: 5 })
}

/** People as they come, values by name of level, one after the other. */
function microsecondsEach(scorer: Scorer, columns: readonly Column[]): number {
  const list = Array.from({ length: people }, (_, row) => columns.map((column) => cell(column, row)))
  const from = performance.now()
  let sum = 0
  for (const values of list) sum += scorer.quick(values)
  const took = performance.now() - from
  if (!(sum > 0)) throw new Error('nobody was scored')
  return (took * 1000) / people
}

function cell(column: Column, row: number): Value {
  if (column.kind === 'category') return column.levels[(column.codes[row] as number) - 1] ?? null
  const value = column.values[row] as number
  return Number.isNaN(value) ? null : value
}
