/** Where a test file is run; cheapest first. */
export type TestStage = 'pure' | 'database' | 'browser'

const pureRooms = /^(src\/(kernel|rules|simulation|modules\/[^/]+\/domain)|web\/src)\//
const pureFiles = /^tests\/(architecture|tidy|stages)\.test\.ts$/

/** Which stage runs a test file. A new folder of tests belongs to the database stage until it says otherwise. */
export function stageOf(path: string): TestStage {
  if (path.startsWith('tests/browser/')) return 'browser'
  return pureRooms.test(path) || pureFiles.test(path) ? 'pure' : 'database'
}

/** Whether Node can run the file as it stands; it strips types, but reads no JSX. */
export function canRun(path: string): boolean {
  return path.endsWith('.test.ts')
}

/** The test files that also run on somebody's own PostgreSQL, as a role without special rights: the journeys open every door. */
export function runsAsOrdinaryRole(path: string): boolean {
  return stageOf(path) === 'database' && path.startsWith('tests/journeys/')
}

/** Every file of tests in a list of paths, by stage, in the order of their names. */
export function testFilesByStage(paths: Iterable<string>): Record<TestStage, string[]> {
  const found: Record<TestStage, string[]> = { pure: [], database: [], browser: [] }
  for (const path of [...paths].sort()) if (canRun(path)) found[stageOf(path)].push(path)
  return found
}
