import { day } from '../src/kernel/day.ts'
import { must } from '../src/kernel/result.ts'
import {
  countedCase,
  emptyCase,
  factsOfLine,
  type LawFor,
  MoneyEngine,
  MoneyLines,
  moneyLaw,
  PackedCases,
  preparedLaw,
} from '../src/modules/compensation/domain/index.ts'
import { rulesOfVersion } from '../src/rules/index.ts'
import { columnsOf, roomFor, runLoop } from './entitlements-loop.ts'
import { jsonRulesPeer, type Peer, type PeerFacts, peerFacts, zenPeer } from './entitlements-peers.ts'
import { type Bench, compare } from './line.ts'
import { type Life, lives } from './lives.ts'

const rounds = 7
/** Passes over all lives in a round: the processor's clock ticks some 250 times a second. */
const passes = 6
const peerCases = 2_000
const rowsPerLife = 20
const lawFor: LawFor = (on) => moneyLaw(rulesOfVersion('rom1', on))

/**
 * What lives give under ROM1, cases a second of processor time, beside two general rule engines and beside a loop written by hand.
 * Facts and lines are in memory; reading, printing and explaining are left out. All give the same sums, which is checked.
 */
export const bench: Bench = async (print, say) => {
  const counted = lives(Number(process.env.KROM_BENCH_CASES ?? 100_000), 1)
  say(`entitlements: ${counted.length} lives`)
  const ours = ourEngine(counted)
  const loop = handWritten(counted)
  if (ours.run() !== loop.run()) throw new Error('the loop and the engine give different sums')
  const few = counted.slice(0, peerCases).map((life) => peerFacts(life, lawFor))
  const wanted = ourEngine(counted.slice(0, peerCases)).run()
  const on = day('2021-01-01')
  const peers = { 'json-rules-engine': jsonRulesPeer(on), 'zen-engine': zenPeer(on) }
  const speeds = {
    ours: [] as number[],
    loop: [] as number[],
    'json-rules-engine': [] as number[],
    'zen-engine': [] as number[],
  }
  for (let round = 0; round < rounds; round += 1) {
    speeds.ours.push(perSecond(counted.length, ours.run))
    speeds.loop.push(perSecond(counted.length, loop.run))
    for (const [name, peer] of Object.entries(peers) as [keyof typeof peers, Peer][]) {
      speeds[name].push(await peerSpeed(peer, few, wanted))
    }
    say(`entitlements: round ${round + 1} of ${rounds}`)
  }
  const unit = 'cases/s'
  // The first round is the warm-up.
  const measured = (values: readonly number[]) => values.slice(1)
  for (const name of ['json-rules-engine', 'zen-engine'] as const) {
    print(compare({ bench: `entitlements-${name}`, unit, least: 100 }, measured(speeds.ours), measured(speeds[name])))
  }
  print(compare({ bench: 'entitlements-loop', unit, least: 0.3 }, measured(speeds.ours), measured(speeds.loop)))
}

/** The product's engine over packed facts; a run gives the sum of all amounts. */
export function ourEngine(of: readonly Life[]) {
  const packed = new PackedCases()
  for (const life of of) packed.add(countedCase(must(factsOfLine(life))))
  const engine = new MoneyEngine(preparedLaw(lawFor))
  const lines = new MoneyLines('without-parts', of.length * rowsPerLife)
  const facts = emptyCase()
  const run = () => {
    lines.clear()
    for (let place = 0; place < packed.count; place += 1) {
      packed.take(place, facts)
      if (engine.write(facts, lines) !== null) throw new Error('a generated life is refused')
    }
    return lines.amountOre.subarray(0, lines.count)
  }
  return { run: () => sum(run()) }
}

/** The loop written by hand. */
export function handWritten(of: readonly Life[]) {
  const columns = columnsOf(of)
  const lines = roomFor(of.length * rowsPerLife)
  return { run: () => sum(lines.amountOre.subarray(0, runLoop(columns, lines))) }
}

function sum(amounts: Int32Array | Float64Array): number {
  let total = 0
  for (let row = 0; row < amounts.length; row += 1) total += amounts[row] as number
  return total
}

function perSecond(cases: number, run: () => number): number {
  const began = process.cpuUsage()
  for (let pass = 0; pass < passes; pass += 1) run()
  return (cases * passes) / secondsSince(began)
}

/** Processor time of all threads: what else the machine does, and waiting for another thread, costs nobody anything. */
function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}

async function peerSpeed(peer: Peer, cases: readonly PeerFacts[], wanted: number): Promise<number> {
  const began = process.cpuUsage()
  let total = 0
  for (const facts of cases) total += await peer(facts)
  if (total !== wanted) throw new Error(`a peer gives ${total} öre and not ${wanted}`)
  return cases.length / secondsSince(began)
}
