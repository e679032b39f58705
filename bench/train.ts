import { threadCrew } from '../src/cli/training/crew.ts'
import {
  areaUnderCurve,
  calibrationError,
  fitModel,
  type Scored,
  scorerOf,
  slicesOf,
  type TrainingTable,
  unbagged,
} from '../src/modules/assessment/domain/index.ts'
import { type Bench, median } from './line.ts'
import { knownTable } from './train-data.ts'
import { runPeer, size } from './train-peer.ts'

const testRows = 300_000
const three = (value: number): number => Math.round(value * 1000) / 1000

/**
 * Training on a million rows with 25 columns, from the raw columns to the fitted model, beside a boosted forest of 100
 * trees of 31 leaves; then how well each orders and how well its chances match, on other rows of the same kind.
 */
export const bench: Bench = async (print, say) => {
  say(`generating ${size.rows} rows`)
  const known = knownTable(size.rows, 1)
  const test = knownTable(Math.min(testRows, size.rows), 2)
  const table: TrainingTable = {
    rows: size.rows,
    columns: known.columns,
    target: known.target,
    weight: null,
    time: null,
  }
  const slices = slicesOf(table, 1, { stop: 0.1, check: 0 })
  const crew = threadCrew(2)
  const fitOnce = () => fitModel(table, slices, { bins: 64, pairs: 12, monotone: new Map() }, crew)
  const [seconds, cpu]: [number[], number[]] = [[], []]
  let fitted = fitOnce()
  const megabytes = process.resourceUsage().maxRSS / 1024
  for (let round = 0; round < size.rounds; round += 1) {
    say(`training, round ${round + 1} of ${size.rounds}`)
    const [from, used] = [performance.now(), process.cpuUsage()]
    fitted = fitOnce()
    const { user, system } = process.cpuUsage(used)
    seconds.push((performance.now() - from) / 1000)
    cpu.push((user + system) / 1e6)
  }
  await crew.end()
  const chance = new Float64Array(test.rows)
  scorerOf(unbagged(fitted)).table(test.columns, test.rows, chance)
  const scored: Scored = { chance, target: test.target, weight: new Uint8Array(test.rows).fill(1) }
  const own = { auc: areaUnderCurve(scored), ece: calibrationError(scored) }
  const bayes = areaUnderCurve({ ...scored, chance: test.chance })
  say('training the peer')
  const peer = runPeer({ train: known, test }, size.rows, size.rounds, say)
  if (peer !== null) say(`the peer is ${peer.name}`)
  const beside = (ours: number, theirs: number | undefined) =>
    theirs === undefined
      ? { ours: three(ours) }
      : { ours: three(ours), peer: three(theirs), ratio: three(ours / theirs) }
  print({ bench: 'train', ...beside(median(seconds), peer ? median(peer.fit) : undefined), unit: 's', mostRatio: 1 })
  print({ bench: 'train-cpu', ...beside(median(cpu), peer ? median(peer.fitCpu) : undefined), unit: 's' })
  print({ bench: 'train-auc', ...beside(own.auc, peer?.auc), unit: `of ${three(bayes)}` })
  print({ bench: 'train-ece', ...beside(own.ece, peer?.ece), unit: 'share', most: 0.005 })
  print({ bench: 'train-memory', ours: Math.round(megabytes), unit: 'MB', most: 1024 })
}
