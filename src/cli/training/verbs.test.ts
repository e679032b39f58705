import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { seeded } from '../../kernel/random.ts'

const folder = mkdtempSync(join(tmpdir(), 'krom-verbs-'))
after(() => rmSync(folder, { recursive: true }))
const main = join(import.meta.dirname, '..', 'main.ts')

function krom(...args: string[]): { code: number | null; out: string; error: string } {
  const ran = spawnSync(process.execPath, [...process.execArgv, main, ...args], { encoding: 'utf8', cwd: folder })
  return { code: ran.status, out: ran.stdout, error: ran.stderr }
}

const head = 'id,month,age,registered_days,municipality,weight,sustained_exit\n'

function people(rows: number): string {
  const random = seeded('verbs')
  return Array.from({ length: rows }, (_, row) => {
    const days = random.int(900)
    const isGone = random.next() < 1 / (1 + Math.exp(days / 300 - 1.5))
    const month = `2021-${String(1 + Math.floor((12 * row) / rows)).padStart(2, '0')}`
    const age = random.next() < 0.1 ? '' : 18 + random.int(47)
    return `${row},${month},${age},${days},0${100 + random.int(20)},${1 + random.int(2)},${isGone ? 1 : 0}\n`
  }).join('')
}

function fileOf(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

describe('from a CSV to chances on the command line', () => {
  const rows = 1500
  fileOf('people.csv', head + people(rows))
  const asked = [
    '--target',
    'sustained_exit',
    '--weight',
    'weight',
    '--categorical',
    'municipality',
    '--monotone',
    'registered_days:-1',
  ]
  const trained = krom(
    'train',
    '--data',
    'people.csv',
    '--out',
    'model.json',
    ...asked,
    '--time',
    'month',
    '--bags',
    '2',
  )

  test('train writes a model and tells how it does', () => {
    assert.equal(trained.error, '')
    assert.equal(trained.code, 0)
    const line = JSON.parse(trained.out)
    assert.equal(line.rows, rows)
    assert.ok(line.auc > 0.6 && line.brier < 0.25)
  })

  test('score gives each row parts that add up, and the same chance without them', () => {
    const { code, out } = krom('score', '--model', 'model.json', '--data', 'people.csv')
    assert.equal(code, 0)
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.equal(lines.length, rows)
    for (const [index, { row, probability, intercept, parts }] of lines.entries()) {
      assert.equal(row, index + 1)
      const sum = parts.reduce((all: number, part: { effect: number }) => all + part.effect, intercept)
      assert.equal(probability, 1 / (1 + Math.exp(-sum)))
    }
    const plain = krom('score', '--model', 'model.json', '--data', 'people.csv', '--no-parts').out.trim().split('\n')
    assert.deepEqual(
      plain.map((line) => JSON.parse(line)),
      lines.map(({ row, probability }) => ({ row, probability })),
    )
  })

  test('score tells of a level that training never saw, and refuses a file without the columns', () => {
    fileOf('other.csv', 'age,registered_days,municipality\n30,10,9999\n')
    const told = krom('score', '--model', 'model.json', '--data', 'other.csv')
    assert.match(told.error, /1 row has a level of municipality that training never saw: counted as the mean/)
    assert.match(told.out, /"notes":\[\{"name":"municipality","why":"level-not-seen","value":"9999"\}\]/)
    fileOf('few.csv', 'age\n30\n')
    assert.match(krom('score', '--model', 'model.json', '--data', 'few.csv').error, /there is no column municipality/)
  })

  const refused: readonly [string, string, RegExp][] = [
    ['a target of two', people(100).replace(/,1\n/, ',2\n'), /line \d+: the target is not 0 or 1/],
    ['one row', people(1), /1 row is too few to learn from/],
    [
      'a constant column',
      people(200).replace(/,0\d\d\d,/g, ',0114,'),
      /column municipality has the same value, or none, in every row/,
    ],
    [
      'a column that is empty',
      people(200).replace(/,0\d\d\d,/g, ',,'),
      /column municipality has the same value, or none/,
    ],
  ]
  test('train refuses a file with nothing in it', () => {
    fileOf('nothing.csv', '')
    assert.match(krom('train', '--data', 'nothing.csv', '--out', 'bad.json', ...asked).error, /the file has no header/)
  })

  for (const [name, text, says] of refused) {
    test(`train refuses ${name} and writes nothing`, () => {
      fileOf('bad.csv', head + text)
      const { code, error } = krom('train', '--data', 'bad.csv', '--out', 'bad.json', ...asked)
      assert.equal(code, 1)
      assert.match(error, says)
      assert.ok(!existsSync(join(folder, 'bad.json')))
    })
  }
})
