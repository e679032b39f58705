import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { seeded } from '../../kernel/random.ts'
import {
  type AssessmentFacts,
  aloneCrew,
  assess,
  scorerOf,
  shared,
  type TrainingTable,
  train,
  windowResult,
} from '../../modules/assessment/domain/index.ts'
import { aPersonsFacts, theTool } from '../../modules/assessment/testing.ts'
import { rulesOn } from '../../rules/index.ts'
import { assessLines } from '../assess.ts'
import { threadCrew } from './crew.ts'
import { csvTable } from './csv-table.ts'
import { readModel, writeModel } from './model-file.ts'
import { scoreCrew } from './score-crew.ts'

const folder = mkdtempSync(join(tmpdir(), 'krom-training-'))
after(() => rmSync(folder, { recursive: true }))

const options = {
  seed: 5,
  bins: 16,
  pairs: 3,
  bags: 2,
  monotone: new Map<string, -1 | 1>([['registered_days', -1]]),
  cuts: [0.4],
  synthetic: true,
  periods: null,
}
const origin = { target: 'y', weight: null, time: null, seed: 5, bins: 16, pairs: 3, bags: 2 }

function people(rows: number): TrainingTable {
  const random = seeded('threads')
  const days = shared.doubles(rows)
  const age = shared.doubles(rows)
  const codes = shared.codes(rows)
  const target = new Uint8Array(rows)
  for (let row = 0; row < rows; row += 1) {
    days[row] = random.int(900)
    age[row] = 18 + random.int(47)
    codes[row] = 1 + random.int(3)
    const logOdds = 0.8 - (days[row] as number) / 400 + ((age[row] as number) > 40 && codes[row] === 1 ? 1 : 0)
    target[row] = random.next() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0
  }
  const columns = [
    { kind: 'number' as const, name: 'registered_days', values: days },
    { kind: 'number' as const, name: 'age', values: age },
    { kind: 'category' as const, name: 'office', codes, levels: ['a', 'b', 'c'] },
  ]
  return { rows, columns, target, weight: null, time: null }
}

function modelFile(name: string): string {
  const made = train(people(4000), options, aloneCrew())
  assert.ok(made.ok)
  const file = join(folder, name)
  writeModel(file, made.trained, origin)
  return file
}

const wanted = { categories: new Set<string>(), numbers: new Set<string>(), only: null }
const csv = (text: string, over: Partial<Parameters<typeof csvTable>[1]> = {}) =>
  csvTable(Buffer.from(text), { ...wanted, ...over })

test('two threads train the very model that one does', async () => {
  const table = people(40_000)
  const crew = threadCrew(2)
  const together = train(table, options, crew)
  await crew.end()
  assert.deepEqual(together, train(table, options, aloneCrew()))
})

test('two threads score a table as one does', async () => {
  const table = people(60_000)
  const made = train(table, options, aloneCrew())
  assert.ok(made.ok)
  const { model } = made.trained
  const alone = new Float64Array(table.rows)
  scorerOf(model).table(table.columns, table.rows, alone)
  const together = shared.doubles(table.rows)
  const crew = scoreCrew(model, 2)
  await crew.table(table.columns, table.rows, together)
  await crew.end()
  assert.deepEqual([...together], [...alone])
})

describe('the reader of CSV', () => {
  test('tells numbers from words, and an empty field is missing', () => {
    const read = csv('a,b;c,d\n1,x,-2.5\n,"he said ""no""",1e3\n')
    assert.ok(typeof read !== 'string')
    assert.equal(read.rows, 2)
    assert.deepEqual([...read.columns.keys()], ['a', 'b;c', 'd'])
    const [a, words, d] = [...read.columns.values()]
    assert.deepEqual(a?.kind === 'number' && [...a.values], [1, Number.NaN])
    assert.deepEqual(words?.kind === 'category' && words.levels, ['he said "no"', 'x'])
    assert.deepEqual(d?.kind === 'number' && [...d.values], [-2.5, 1000])
  })

  test('takes semicolons, a byte order mark left to the file, and a column of codes as words when told', () => {
    const read = csv('code;n\n0114;1\n0180;2\n', { categories: new Set(['code']) })
    assert.ok(typeof read !== 'string')
    const code = read.columns.get('code')
    assert.deepEqual(code?.kind === 'category' && code.levels, ['0114', '0180'])
  })

  test('reads anew when a word comes after thousands of numbers', () => {
    const read = csv(`n\n${'1\n'.repeat(3000)}x\n`)
    assert.ok(typeof read !== 'string')
    assert.equal(read.columns.get('n')?.kind, 'category')
  })

  const refused: readonly [string, string, RegExp][] = [
    ['a row that is too short', 'a,b\n1,2\n3\n', /^line 3: 1 fields where the header has 2/],
    ['an infinity', 'a\n1\ninf\n', /^line 3: a: not a finite number/],
    ['a number beyond all bounds', 'a\n1\n1e999\n', /^line 3: a: not a finite number/],
    ['a written NaN', 'a\n1\nNaN\n', /^line 3: a: not a finite number/],
    ['a name twice', 'a,a\n1,2\n', /names "a" twice/],
  ]
  for (const [name, text, says] of refused) test(`refuses ${name}`, () => assert.match(String(csv(text)), says))

  test('refuses a word where a number must be, and a column that is not there', () => {
    assert.match(String(csv('a\n1\nx\n', { numbers: new Set(['a']) })), /line 3: a: not a number/)
    assert.match(String(csv('a\n1\n', { only: new Set(['b']) })), /there is no column b; the file has a/)
  })
})

describe('the file of a model', () => {
  const file = modelFile('model.json')

  test('is the same for the same training, and reads back whole', () => {
    assert.equal(readFileSync(modelFile('again.json'), 'utf8'), readFileSync(file, 'utf8'))
    const model = readModel(file)
    assert.ok(typeof model !== 'string')
    assert.equal(model.target, 'y')
    assert.ok(model.terms.some((term) => term.name === 'age × office'))
  })

  test('is not trusted when edited by hand, from another version, or no model at all', () => {
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const text = readFileSync(file, 'utf8')
    assert.match(String(readModel(write('edited.json', text.replace('"seed": 5', '"seed": 6')))), /has been changed/)
    assert.match(
      String(readModel(write('newer.json', text.replace('"version": 1', '"version": 2')))),
      /is of version 2/,
    )
    assert.match(String(readModel(write('other.json', '{}'))), /is not a model of Krom/)
    assert.match(String(readModel(write('broken.json', '{'))), /is not JSON/)
    assert.match(String(readModel(join(folder, 'none.json'))), /cannot be read/)
  })
})

describe('krom assess', () => {
  const file = modelFile('assess.json')
  const run = async (line: object | string, args = ['--model', file, '--window', '4', '--on', '2022-03-01']) => {
    const out: string[] = []
    const errors: string[] = []
    const text = typeof line === 'string' ? line : JSON.stringify(line)
    const code = await assessLines(args, {
      input: Readable.from([`${text}\n`]),
      out: (one) => void out.push(one),
      error: (one) => void errors.push(one),
    })
    return { code, errors, made: out.map((one) => JSON.parse(one)) }
  }
  const person = { id: 'p1', registered_days: 300, age: 30, office: 'b' }

  test('gives the chance, the result under the window, and parts that add up to the log-odds', async () => {
    const { code, made } = await run(person)
    assert.equal(code, 0)
    const [one] = made
    const sum = one.parts.reduce((all: number, part: { effect: number }) => all + part.effect, one.intercept)
    assert.equal(one.probability, 1 / (1 + Math.exp(-sum)))
    assert.equal(one.id, 'p1')
    assert.equal(one.window, 4)
    assert.ok(['near', 'referable', 'far'].includes(one.result))
    assert.deepEqual(
      one.reasons.map((reason: { name: string }) => reason.name),
      ['cut-points', 'registered-days', 'programme', 'age-or-programme'],
    )
  })

  test('asks the window for its days: 249 outside a programme are too few in window 4, inside one they suffice', async () => {
    const days = async (registered_days: number, programme: string | null): Promise<boolean> =>
      (await run({ ...person, registered_days, programme })).made[0].reasons[1].met
    assert.deepEqual([await days(249, null), await days(250, null), await days(249, 'JOB')], [false, true, true])
  })

  test('says when a value was never seen, and counts it as the mean', async () => {
    const { made } = await run({ ...person, office: 'z' })
    assert.deepEqual(made[0].notes, [{ name: 'office', why: 'level-not-seen', value: 'z' }])
  })

  test("counts the shipped model's columns from the facts of a register, and answers as the running system", async () => {
    const facts = {
      id: 7,
      sex: 'female',
      birthDate: '1985-02-03',
      education: 'upper-secondary',
      educationCompleted: false,
      birthRegion: 'world',
      disability: false,
      programme: 'JOB',
      registeredFrom: '2021-01-01',
      registeredDaysTenYears: 900,
      ssyk: ['5120'],
      wantedExtentPercent: 75,
      municipalityCode: '1480',
    }
    const columns = {
      id: 7,
      sex: 'female',
      age: 37,
      education: 'upper-secondary-unfinished',
      birthRegion: 'world',
      disability: 'no',
      programme: 'JOB',
      registeredDays: 424,
      registeredShareTenYears: 900 / 3652,
      occupation: '5',
      occupationsSought: 'one',
      wantedExtentPercent: 75,
      municipality: '1480',
    }
    const on = day('2022-03-01')
    const args = ['--window', '4', '--on', on]
    const counted = await run(facts, args)
    assert.equal(counted.made[0]?.notes, undefined)
    assert.equal(counted.made[0]?.probability, (await run(columns, args)).made[0]?.probability)
    const asked = aPersonsFacts({ ...facts, municipalityGroup: 'A1' } as unknown as Partial<AssessmentFacts>)
    const { probability, parts } = assess(asked, on, theTool)
    const { result, level } = windowResult(probability, asked, rulesOn(on).assessment, on)
    const { made } = counted
    assert.deepEqual([made[0]?.probability, made[0]?.result, made[0]?.level], [probability, result, level])
    assert.deepEqual(
      made[0]?.parts,
      parts.map(({ name, effect }) => ({ name, effect })),
    )
    const { disability, ...partly } = facts
    assert.equal(disability, false)
    assert.match((await run(partly, args)).errors[0] ?? '', /the model needs it/)
  })

  test('refuses a line without a column of the model, a text for a number, and what is no JSON', async () => {
    const { office, ...rest } = person
    assert.equal(office, 'b')
    assert.match((await run(rest)).errors[0] ?? '', /line 1: office: the model needs it/)
    assert.match(
      (await run({ ...person, registered_days: 'long' })).errors[0] ?? '',
      /line 1: not-valid: registered_days/,
    )
    assert.match((await run('{')).errors[0] ?? '', /line 1: not-json/)
    assert.equal((await run('{')).code, 1)
    assert.equal((await run(person, ['--model', file])).code, 2)
    assert.equal((await run(person, ['--model', file, '--window', '7', '--on', '2022-03-01'])).code, 2)
  })
})
