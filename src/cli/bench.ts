import type { Verb } from './verb.ts'

const benches = {
  http: () => import('../../bench/http.ts'),
  import: () => import('../../bench/import.ts'),
  bundle: () => import('../../bench/bundle.ts'),
} as const

/** The benches by name, each loaded only when it is run: they need packages that a running server does not. */
export const benchNames = Object.keys(benches) as (keyof typeof benches)[]

/** `./krom bench [NAME]`: ours beside a bare peer on the same input in the same run. */
export const benchVerb: Verb = {
  arguments: '[NAME]',
  summary: 'measure speed beside a bare peer',
  help: `./krom bench [NAME]

Runs one bench, or all of them: ${benchNames.join(', ')}. Each uses a throwaway database of its own. A line of JSON for each result,
"least" being the ratio and "most" the value that is promised; what is being done is told on stderr:
{"bench":"import","ours":15100,"peer":310000,"ratio":0.049,"unit":"rows/s","least":0.03}
`,
  async run(args) {
    const wanted = benchNames.filter((name) => args.length === 0 || args.includes(name))
    if (wanted.length === 0 || wanted.length < args.length) {
      process.stderr.write(`krom bench: say one of ${benchNames.join(', ')}\n`)
      return 2
    }
    for (const name of wanted) {
      const { bench } = await benches[name]()
      await bench(
        (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
        (text) => process.stderr.write(`${text}\n`),
      )
    }
    return 0
  },
}

/** Loads a bench without running it. */
export async function loadBench(name: (typeof benchNames)[number]) {
  return (await benches[name]()).bench
}
