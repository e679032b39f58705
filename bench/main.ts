import { benchNames } from '../src/cli/bench.ts'
import * as attendance from './attendance.ts'
import * as bundle from './bundle.ts'
import * as catalogue from './catalogue.ts'
import * as clocks from './clocks.ts'
import * as entitlements from './entitlements.ts'
import * as firstScreen from './first-screen.ts'
import * as http from './http.ts'
import * as persons from './import.ts'
import type { Bench } from './line.ts'
import * as monthRun from './month-run.ts'
import * as nearest from './nearest.ts'
import * as periodic from './periodic.ts'
import * as score from './score.ts'
import * as suggest from './suggest.ts'
import * as train from './train.ts'

/** Every bench by the name that `./krom bench` knows it by. */
export const benches: Readonly<Record<(typeof benchNames)[number], Bench>> = {
  http: http.bench,
  catalogue: catalogue.bench,
  attendance: attendance.bench,
  import: persons.bench,
  'month-run': monthRun.bench,
  periodic: periodic.bench,
  entitlements: entitlements.bench,
  bundle: bundle.bench,
  'first-screen': firstScreen.bench,
  train: train.bench,
  score: score.bench,
  clocks: clocks.bench,
  suggest: suggest.bench,
  nearest: nearest.bench,
}

if (import.meta.main) {
  const wanted = benchNames.filter((name) => process.argv.length === 2 || process.argv.slice(2).includes(name))
  for (const name of wanted) {
    await benches[name](
      (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
      (text) => process.stderr.write(`${text}\n`),
    )
  }
}
