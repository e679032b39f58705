import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type AdditiveModel, type Column, scorerOf } from '../../modules/assessment/domain/index.ts'

/** Rows from `from` up to `to` of a table, laid apart without being copied where the memory is shared. */
export interface ScoreShare {
  readonly columns: readonly Column[]
  readonly rows: number
  readonly into: Float64Array
}

/** Scores whole tables. `end` lets the other threads go. */
export interface ScoreCrew {
  /** Writes each row's probability into `into`, which must lie in shared memory, as the columns' best do. */
  table(columns: readonly Column[], rows: number, into: Float64Array): Promise<void>
  end(): Promise<void>
}

const fewestRows = 50_000

/** Two threads where the machine has two: the caller's own scores the first half. A short table is left to it alone. */
export function scoreCrew(model: AdditiveModel, threads = Math.min(2, availableParallelism())): ScoreCrew {
  const scorer = scorerOf(model)
  const other = threads > 1 ? new Worker(new URL('./score-worker.ts', import.meta.url), { workerData: model }) : null
  return {
    async table(columns, rows, into) {
      if (other === null || rows < fewestRows || !(into.buffer instanceof SharedArrayBuffer)) {
        scorer.table(columns, rows, into)
        return
      }
      const half = Math.ceil(rows / 2)
      const done = once(other, 'message')
      other.postMessage(shareOf(columns, into, half, rows))
      const own = shareOf(columns, into, 0, half)
      scorer.table(own.columns, own.rows, own.into)
      await done
    },
    async end() {
      await other?.terminate()
    },
  }
}

function shareOf(columns: readonly Column[], into: Float64Array, from: number, to: number): ScoreShare {
  const parts = columns.map((column) =>
    column.kind === 'number'
      ? { ...column, values: column.values.subarray(from, to) }
      : { ...column, codes: column.codes.subarray(from, to) },
  )
  return { columns: parts, rows: to - from, into: into.subarray(from, to) }
}
