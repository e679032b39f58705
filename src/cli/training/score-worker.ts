import { parentPort, workerData } from 'node:worker_threads'
import { type AdditiveModel, scorerOf } from '../../modules/assessment/domain/index.ts'
import type { ScoreShare } from './score-crew.ts'

const scorer = scorerOf(workerData as AdditiveModel)

parentPort?.on('message', ({ columns, rows, into }: ScoreShare) => {
  scorer.table(columns, rows, into)
  parentPort?.postMessage(rows)
})
