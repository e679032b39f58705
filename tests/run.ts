import { readTree } from './source/tree.ts'
import { type Ended, endChildren, runChild } from './stages/child.ts'
import { type Totals, totalsMark } from './stages/reporter.ts'
import { runsAsOrdinaryRole, testFilesByStage } from './stages/stages.ts'

/**
 * The one test command: everything that must hold, cheapest first, each stage with its result. All stages run even when
 * one fails, so that one run tells everything.
 *
 *   npm test                     everything
 *   npm run check:fast           the part that needs no database
 *   npm test -- market           only tests whose path contains a word, and none of the other stages
 */
const fast = process.argv.includes('--fast')
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'))

// Each test file is a process of its own that loads the whole house: what one has compiled the next need not compile again.
process.env.NODE_COMPILE_CACHE ??= 'node_modules/.cache/compiled'

const sum: Totals = { passed: 0, failed: 0, skipped: 0 }
const longestTest = '600000'

type Cleanup = () => Promise<void>
const cleanups: Cleanup[] = []

async function main(): Promise<void> {
  const tree = readTree()
  const files = testFilesByStage(tree.keys())
  if (words.length === 0) {
    const lanes = [
      [biome, typesOf('src and tests', 'tsconfig.json'), ...(fast ? [] : [webBuild])],
      [typesOf('web', 'web/tsconfig.json'), typesOf('the browser tests', 'tests/browser/tsconfig.json')],
    ]
    if (!fast) lanes[1]?.push(knip)
    await Promise.all(lanes.map(runTools))
  }
  await tests('pure tests', files.pure, 2)
  if (fast) return
  await tests('database tests', files.database, 2)
  await testsAsOrdinaryRole(files.database.filter(runsAsOrdinaryRole))
  await tests('browser tests', files.browser, 2)
}

type Tool = { name: string; command: string; args: readonly string[] }
const biome: Tool = { name: 'style (biome)', command: 'biome', args: ['check', '--error-on-warnings', '.'] }
const knip: Tool = { name: 'nothing unused (knip)', command: 'knip', args: ['--no-progress'] }
const webBuild: Tool = { name: 'web (vite build)', command: 'node', args: ['tests/stages/build-web.ts'] }
const typesOf = (what: string, project: string): Tool => ({
  name: `types of ${what} (tsc)`,
  command: 'tsc',
  args: ['--noEmit', '-p', project],
})

/** One tool after the other. Each counts as one test; what it says is shown when it is not content. */
async function runTools(tools: readonly Tool[]): Promise<void> {
  for (const { name, command, args } of tools) {
    const { value, seconds } = await timed(() => runChild(`node_modules/.bin/${command}`, args))
    const isOk = value.code === 0
    sum[isOk ? 'passed' : 'failed'] += 1
    console.log(isOk ? `ok  ${name}, ${seconds} s` : `${value.output}\nFAILED  ${name}`)
  }
}

/** Runs test files with Node's runner; no file at all is a failure, for nothing was tested. */
async function tests(
  name: string,
  all: readonly string[],
  atOnce: number,
  env: Record<string, string> = {},
): Promise<void> {
  const files = all.filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  if (files.length === 0 && words.length > 0) return
  if (files.length === 0) {
    sum.failed += 1
    console.log(`${name}\n  FAILED  no test file was found`)
    return
  }
  const reporter = ['--test-reporter=./tests/stages/reporter.ts', '--test-reporter-destination=stdout']
  const args = [
    ...process.execArgv,
    '--test',
    `--test-concurrency=${atOnce}`,
    `--test-timeout=${longestTest}`,
    ...reporter,
    ...files,
  ]
  let totals: Totals | undefined
  const onLine = (line: string): void => {
    if (line.startsWith(totalsMark)) totals = JSON.parse(line.slice(totalsMark.length)) as Totals
    else console.log(line)
  }
  console.log(name)
  const { value, seconds } = await timed(() => runChild(process.execPath, args, { env, onLine }))
  console.log(`  ${seconds} s`)
  const { passed, failed, skipped } = totals ?? { passed: 0, failed: 0, skipped: 0 }
  sum.passed += passed
  sum.skipped += skipped
  sum.failed += value.code === 0 ? failed : Math.max(failed, 1)
  if (totals === undefined) console.log('  FAILED  the runner ended without its totals')
  console.log(`  ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
}

/** The same tests on a server that is only known by its address, as a role without special rights. */
async function testsAsOrdinaryRole(files: readonly string[]): Promise<void> {
  if (!files.some((path) => words.length === 0 || words.some((word) => path.includes(word)))) return
  const { ordinaryServer } = await import('../src/platform/test-database.ts')
  const server = await ordinaryServer()
  cleanups.push(server.stop)
  await tests('database tests as an ordinary role', files, 2, { KROM_TEST_DATABASE_URL: server.url })
  cleanups.splice(cleanups.indexOf(server.stop), 1)
  await server.stop()
}

async function timed(work: () => Promise<Ended>): Promise<{ value: Ended; seconds: string }> {
  const started = performance.now()
  const value = await work()
  return { value, seconds: ((performance.now() - started) / 1000).toFixed(1) }
}

/** Ends what the tests share: the database server of this clone, and any server of our own. */
async function cleanUp(): Promise<void> {
  for (const cleanup of cleanups.splice(0)) await cleanup()
  if (fast) return
  const { stopTestServer } = await import('../src/platform/test-database.ts')
  await stopTestServer()
}

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void endChildren()
      .then(cleanUp)
      .finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  })
}

try {
  await main()
} catch (error) {
  sum.failed += 1
  console.log('  FAILED  the runner itself', error)
}
if (!stopping) {
  await cleanUp()
  if (sum.skipped > 0) console.log(`\n${sum.skipped} skipped`)
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0
}
