import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTree } from './source/tree.ts'
import { canRun, runsAsOrdinaryRole, stageOf, testFilesByStage } from './stages/stages.ts'

const testFiles = [...readTree().keys()].filter((path) => /\.(test|spec)\.[a-z]+$/.test(path))

test('every test file is one that the runner runs', () => {
  assert.ok(testFiles.length > 0, 'no test file was read')
  assert.deepEqual(
    testFiles.filter((path) => !canRun(path)),
    [],
    'a test is called *.test.ts and has no JSX, for Node runs it as it stands',
  )
  assert.deepEqual(Object.values(testFilesByStage(testFiles)).flat().sort(), testFiles.sort())
})

test('pure rooms need no database, and what is unknown is given one', () => {
  assert.equal(stageOf('src/kernel/day.test.ts'), 'pure')
  assert.equal(stageOf('src/modules/market/domain/choice.test.ts'), 'pure')
  assert.equal(stageOf('src/modules/market/choose.test.ts'), 'database')
  assert.equal(stageOf('tests/access-matrix.test.ts'), 'database')
  assert.equal(stageOf('tests/new/thing.test.ts'), 'database')
  assert.equal(stageOf('tests/browser/journey.test.ts'), 'browser')
})

test('a test with JSX, or under another name, is not run and so is refused', () => {
  assert.equal(canRun('web/src/ui/card.test.tsx'), false)
  assert.equal(canRun('src/kernel/day.spec.ts'), false)
})

test('the journeys run as an ordinary role too', () => {
  assert.equal(runsAsOrdinaryRole('tests/journeys/main-job.test.ts'), true)
  assert.equal(runsAsOrdinaryRole('src/modules/market/choose.test.ts'), false)
})
