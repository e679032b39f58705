import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KnownTable } from './train-data.ts'

/** What the peer took, in seconds by round, and how well it did. */
export interface PeerResult {
  readonly name: string
  readonly fit: readonly number[]
  readonly fitCpu: readonly number[]
  readonly predict: readonly number[]
  readonly predictCpu: readonly number[]
  readonly auc: number
  readonly ece: number
}

/** How big the benches of the model are; smaller only to try them out. */
export const size = {
  rows: Number(process.env.KROM_BENCH_ROWS ?? 1_000_000),
  rounds: Number(process.env.KROM_BENCH_ROUNDS ?? 5),
}

const script = join(import.meta.dirname, 'train-peer.py')

/** Lays both tables as the peer reads them, runs it on `fitRows` of them; `null` when no python3 here has the library. */
export function runPeer(
  tables: { readonly train: KnownTable; readonly test: KnownTable },
  fitRows: number,
  rounds: number,
  say: (text: string) => void,
): PeerResult | null {
  const python = ['python3', '/usr/bin/python3'].find((name) => {
    return spawnSync(name, ['-c', 'try:\n import xgboost\nexcept ImportError:\n import sklearn']).status === 0
  })
  if (python === undefined) {
    say('no python3 here has xgboost or scikit-learn (Debian: python3-xgboost, python3-sklearn): no peer')
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'krom-bench-'))
  try {
    writeTable(join(folder, 'train'), tables.train)
    writeTable(join(folder, 'test'), tables.test)
    const ran = spawnSync(python, [script, folder, String(fitRows), String(rounds)], { encoding: 'utf8' })
    if (ran.status !== 0) throw new Error(`the peer failed: ${ran.stderr}`)
    return JSON.parse(ran.stdout) as PeerResult
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const rowsAtOnce = 20_000

function writeTable(path: string, { rows, columns, target }: KnownTable): void {
  const file = openSync(`${path}.x`, 'w')
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, rows - from)
    const block = new Float32Array(count * columns.length)
    for (const [place, column] of columns.entries()) {
      const values = column.kind === 'number' ? column.values : column.codes
      for (let row = 0; row < count; row += 1) block[row * columns.length + place] = values[from + row] as number
    }
    writeSync(file, new Uint8Array(block.buffer))
  }
  closeSync(file)
  writeFileSync(`${path}.y`, target)
}
