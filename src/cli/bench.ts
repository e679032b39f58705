import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Verb } from './verb.ts'

/** The benches, as they stand in `bench/`. */
export const benchNames = [
  'http',
  'catalogue',
  'attendance',
  'import',
  'month-run',
  'periodic',
  'entitlements',
  'bundle',
  'first-screen',
  'train',
  'score',
  'clocks',
  'suggest',
  'nearest',
] as const

const runner = join(import.meta.dirname, '..', '..', 'bench', 'main.ts')

/** `./krom bench [NAME]`: ours beside a bare peer on the same input in the same run, in a process of its own. */
export const benchVerb: Verb = {
  arguments: '[NAME]',
  summary: 'measure speed beside a bare peer',
  help: `./krom bench [NAME]

Runs one bench, or all of them: ${benchNames.join(', ')}. Each uses a throwaway database of its own. A line of JSON for each result,
"least" being the ratio and "most" the value that is promised; what is being done is told on stderr:
{"bench":"import","ours":15100,"peer":310000,"ratio":0.049,"unit":"rows/s","least":0.03}
`,
  async run(args) {
    const unknown = args.filter((name) => !(benchNames as readonly string[]).includes(name))
    if (unknown.length > 0) {
      process.stderr.write(`krom bench: say one of ${benchNames.join(', ')}\n`)
      return 2
    }
    const child = spawn(process.execPath, [...process.execArgv, runner, ...args], { stdio: 'inherit' })
    return new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (code) => resolve(code ?? 1))
    })
  },
}
