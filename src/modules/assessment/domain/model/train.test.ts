import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Random, seeded } from '../../../../kernel/random.ts'
import type { ColumnTerm } from './additive-model.ts'
import { areaUnderCurve, brierScore, calibrationError, calibrationLine } from './measures.ts'
import { shared } from './memory.ts'
import { scorerOf, type Value } from './scorer.ts'
import type { Column, TrainingTable } from './table.ts'
import { type Trained, type TrainOptions, train } from './train.ts'
import { aloneCrew } from './work.ts'

const plain: TrainOptions = {
  seed: 1,
  bins: 32,
  pairs: 4,
  bags: 0,
  monotone: new Map(),
  cuts: [0.3, 0.5],
  synthetic: true,
  periods: null,
}

type Row = {
  readonly days: number
  readonly age: number
  readonly sex: string
  readonly place: string
  readonly noise: number
}

/** Invented people whose chance falls with days, bends with age, differs by place, and turns on age and sex together. */
function people(rows: number, seed: string, logOdds: (row: Row) => number = truth): TrainingTable {
  const random = seeded(seed)
  const list = Array.from({ length: rows }, () => draw(random))
  const target = Uint8Array.from(list, (row) => (random.next() < 1 / (1 + Math.exp(-logOdds(row))) ? 1 : 0))
  const number = (name: 'days' | 'age' | 'noise'): Column => {
    const values = shared.doubles(rows)
    for (const [index, row] of list.entries()) values[index] = row[name]
    return { kind: 'number', name, values }
  }
  const category = (name: 'sex' | 'place'): Column => {
    const levels = [...new Set(list.map((row) => row[name]))].sort()
    const codes = Uint16Array.from(list, (row) => 1 + levels.indexOf(row[name]))
    return { kind: 'category', name, codes, levels }
  }
  const columns = [number('days'), number('age'), category('sex'), category('place'), number('noise')]
  return { rows, columns, target, weight: null, time: null }
}

function draw(random: Random): Row {
  return {
    days: Math.round(Math.exp(7 * random.next())),
    age: random.next() < 0.05 ? Number.NaN : 18 + random.int(47),
    sex: random.pick(['female', 'male']),
    place: `p${Math.floor(60 * random.next() ** 3)}`,
    noise: random.normal(),
  }
}

function truth({ days, age, sex, place }: Row): number {
  const years = Number.isNaN(age) ? 0 : (age - 40) / 12
  const together = years > 0 && sex === 'male' ? 1 : 0
  return 1.1 - 0.35 * Math.log(days) - 0.3 * years * years + ((Number(place.slice(1)) % 5) - 2) * 0.15 + together
}

function trained(table: TrainingTable, options: Partial<TrainOptions> = {}): Trained {
  const made = train(table, { ...plain, ...options }, aloneCrew())
  assert.ok(made.ok, JSON.stringify(made))
  return made.trained
}

function termOf({ model }: Trained, name: string): ColumnTerm {
  const term = model.terms.find((one) => one.name === name)
  assert.ok(term !== undefined && term.kind !== 'pair')
  return term
}

const table = people(6000, 'people of the tests')

describe('training', () => {
  test('gives the same model, baseline and card for the same rows and seed', () => {
    const first = trained(table, { bags: 3 })
    assert.deepEqual(trained(table, { bags: 3 }), first)
    assert.notDeepEqual(trained(table, { bags: 3, seed: 2 }).model, first.model)
  })

  test('finds the interaction that is there, and none where chances only add up', () => {
    const names = (made: Trained): string[] =>
      made.model.terms.flatMap((term) => (term.kind === 'pair' ? [term.name] : []))
    assert.ok(names(trained(table)).includes('age × sex'))
    assert.deepEqual(names(trained(people(6000, 'adding up', ({ days }) => 1 - 0.3 * Math.log(days)))), [])
  })

  test('orders people nearly as well as the truth, and better than the plain baseline', () => {
    const { card } = trained(people(20_000, 'many'))
    const fresh = people(20_000, 'fresh')
    const chance = Float64Array.from({ length: fresh.rows }, (_, row) => {
      const of = (index: number): number => (fresh.columns[index] as { values: Float64Array }).values[row] as number
      const level = (index: number): string => {
        const column = fresh.columns[index] as { codes: Uint16Array; levels: readonly string[] }
        return column.levels[(column.codes[row] as number) - 1] ?? ''
      }
      const x = truth({ days: of(0), age: of(1), sex: level(2), place: level(3), noise: 0 })
      return 1 / (1 + Math.exp(-x))
    })
    const bayes = areaUnderCurve({ chance, target: fresh.target, weight: new Float64Array(fresh.rows).fill(1) })
    assert.ok(card.measured.auc > bayes - 0.03, `${card.measured.auc} of ${bayes}`)
    assert.ok(card.measured.auc > card.baseline.auc + 0.01, `${card.measured.auc} and ${card.baseline.auc}`)
    assert.ok(card.measured.calibrationSlope.low < 1.1 && card.measured.calibrationSlope.high > 0.9)
  })

  test('keeps a curve on the side that it was told, even where the rows say otherwise', () => {
    const rising = people(4000, 'rising', ({ noise }) => noise)
    const free = termOf(trained(rising), 'noise')
    const bound = trained(rising, { monotone: new Map([['noise', -1]]) })
    const falls = (effects: readonly number[]): boolean =>
      effects.slice(1).every((effect, index, all) => index === 0 || effect <= (all[index - 1] as number))
    assert.ok(!falls(free.effects))
    assert.ok(falls(termOf(bound, 'noise').effects))
    const kept = trained(table, { monotone: new Map([['days', -1]]), bags: 2 })
    const { effects } = termOf(kept, 'days')
    assert.ok(falls(effects) && (effects[1] as number) > (effects.at(-1) as number) + 1)
    assert.ok(kept.model.terms.every((term) => term.kind !== 'pair' || !term.name.includes('days')))
  })

  test('shrinks rare levels toward the mean', () => {
    const shifted = people(4000, 'rare', () => 0)
    const place = shifted.columns[3] as Column & { kind: 'category' }
    const target = shifted.target.slice()
    const codes = place.codes.slice().map((code) => (code <= 3 ? 1 : 2 + (code % 8)))
    codes.fill(10, 0, 12)
    for (let row = 0; row < codes.length; row += 1) {
      if (codes[row] === 10) target[row] = 1
      else if ((codes[row] as number) % 2 === 0) target[row] = row % 3 === 0 ? 0 : 1
    }
    const columns: Column[] = [{ ...place, codes, levels: Array.from({ length: 10 }, (_, level) => `l${level}`) }]
    const { effects, rows } = termOf(trained({ ...shifted, columns, target }), 'place')
    assert.ok((rows[10] as number) <= 12)
    // Twelve of twelve succeeded: without shrinking the effect would grow without end.
    assert.ok((effects[10] as number) > 0 && (effects[10] as number) < 2, `${effects[10]}`)
  })

  test('stops before it has learned chance by heart', () => {
    const chanceOnly = trained(people(3000, 'chance', () => 0))
    assert.ok(Math.abs(chanceOnly.card.measured.auc - 0.5) < 0.1)
    for (const term of chanceOnly.model.terms) {
      for (const effect of term.effects.flat()) assert.ok(Math.abs(effect) < 0.5, `${term.name} ${effect}`)
    }
  })

  test('counts a row of weight two as two rows', () => {
    const weight = Float64Array.from(table.target, (one) => (one === 1 ? 3 : 1))
    const share = (made: Trained): number => 1 / (1 + Math.exp(-made.model.intercept))
    assert.ok(share(trained({ ...table, weight })) > share(trained(table)) + 0.1)
  })

  test('holds out the latest rows when it knows the time', () => {
    const time = Float64Array.from({ length: table.rows }, (_, row) => row)
    const periods = Array.from(time, (at) => `2021-${String(1 + Math.floor(at / 500)).padStart(2, '0')}`)
    const { card } = trained({ ...table, time }, { periods })
    assert.equal(card.data.heldOutBy, 'time')
    assert.deepEqual(
      card.drift.map(({ period }) => period),
      ['2021-11', '2021-12'],
    )
    assert.deepEqual(card.data.rows, { trained: 4800, stopping: 600, measured: 600 })
  })

  test('tells the errors of each group at each cut point and how often re-fits disagree', () => {
    const { card, model } = trained(table, { bags: 4 })
    assert.deepEqual(
      card.cutPoints.map(({ cut }) => cut),
      [0.3, 0.5],
    )
    for (const point of card.cutPoints) {
      assert.deepEqual(
        point.groups.map(({ group }) => group),
        ['female', 'male'],
      )
      assert.ok(point.groups.some(({ falseHighRiskRatio }) => falseHighRiskRatio === 1))
      assert.ok((point.flipRateNear ?? 0) > (point.flipRate ?? 1))
    }
    assert.equal(card.groups.length, 2)
    assert.ok(termOf({ model } as Trained, 'days').errors.some((error) => error > 0))
    assert.equal(trained(table).card.cutPoints[0]?.flipRate, null)
  })
})

/** In order of time, and the latest sixth without one who succeeded. */
function lateFailures(): TrainingTable {
  const time = Float64Array.from({ length: table.rows }, (_, row) => row)
  return { ...table, time, target: table.target.slice().fill(0, (table.rows * 5) / 6) }
}

describe('bad input is refused, never trained on', () => {
  const faults: readonly [string, string, TrainingTable, Partial<TrainOptions>][] = [
    ['one row', 'too-few-rows', people(1, 'one'), {}],
    ['no column', 'no-columns', { ...table, columns: [] }, {}],
    ['a target of two', 'target-not-binary', { ...table, target: table.target.slice().fill(2, 7, 8) }, {}],
    ['one outcome only', 'one-outcome', { ...table, target: new Uint8Array(table.rows) }, {}],
    ['a negative weight', 'weight-not-valid', { ...table, weight: new Float64Array(table.rows).fill(-1) }, {}],
    ['a missing time', 'time-missing', { ...table, time: new Float64Array(table.rows).fill(Number.NaN) }, {}],
    ['nobody who succeeded among those held out', 'not-measurable', lateFailures(), {}],
    ['a curve of words', 'monotone-not-number', table, { monotone: new Map([['sex', 1]]) }],
  ]
  for (const [name, code, given, options] of faults) {
    test(name, () => {
      const made = train(given, { ...plain, ...options }, aloneCrew())
      assert.equal(made.ok ? 'trained' : made.fault.code, code)
    })
  }

  test('a column that names each row', () => {
    const levels = Array.from({ length: table.rows }, (_, row) => `row ${row}`)
    const names: Column = {
      kind: 'category',
      name: 'who',
      codes: Uint16Array.from(levels.keys(), (row) => row + 1),
      levels,
    }
    const made = train({ ...table, columns: [...table.columns, names] }, plain, aloneCrew())
    assert.deepEqual(made, { ok: false, fault: { code: 'too-many-levels', column: 'who', levels: 6000, most: 2000 } })
  })

  test('a constant column and an infinity', () => {
    const constant: Column = { kind: 'number', name: 'c', values: new Float64Array(table.rows).fill(3) }
    const infinite: Column = {
      kind: 'number',
      name: 'i',
      values: new Float64Array(table.rows).fill(Number.NEGATIVE_INFINITY),
    }
    for (const [column, code] of [
      [constant, 'constant-column'],
      [infinite, 'not-finite'],
    ] as const) {
      const made = train({ ...table, columns: [...table.columns, column] }, plain, aloneCrew())
      assert.equal(made.ok ? 'trained' : made.fault.code, code)
    }
  })
})

describe('scoring', () => {
  const { model } = trained(table, { bags: 2 })
  const scorer = scorerOf(model)
  const number = fc.oneof(fc.double({ noNaN: true }), fc.constant(null))
  const text = fc.oneof(fc.constantFrom('female', 'male', 'p1', 'p2', 'p40'), fc.string(), fc.constant(null))
  const values: fc.Arbitrary<Value[]> = fc.tuple(number, number, text, text, number)

  test('gives parts that add up to the log-odds exactly, in any order, whatever the values', () => {
    fc.assert(
      fc.property(values, fc.integer(), (one, seed) => {
        const { logOdds, intercept, parts, probability } = scorer.one(one)
        const all = seeded(seed).shuffle([intercept, ...parts.map((part) => part.effect)])
        assert.equal(
          all.reduce((sum, effect) => sum + effect, 0),
          logOdds,
        )
        assert.equal(probability, 1 / (1 + Math.exp(-logOdds)))
        assert.equal(scorer.quick(one), probability)
      }),
    )
  })

  test('gives a table the same chances as its rows one by one', () => {
    const fresh = people(500, 'other places', truth)
    const into = new Float64Array(fresh.rows)
    scorer.table(fresh.columns, fresh.rows, into)
    for (let row = 0; row < fresh.rows; row += 1) {
      const own = fresh.columns.map((column): Value => {
        if (column.kind === 'category') return column.levels[(column.codes[row] as number) - 1] ?? null
        return Number.isNaN(column.values[row]) ? null : (column.values[row] as number)
      })
      assert.equal(into[row], scorer.quick(own))
    }
  })

  test('counts what training never saw as the mean, and says so', () => {
    const { parts, notes } = scorer.one([null, 40, 'other', 'p999', 0])
    assert.deepEqual(
      notes.map(({ name, why }) => [name, why]),
      [
        ['days', 'missing-not-seen'],
        ['sex', 'level-not-seen'],
        ['place', 'level-not-seen'],
      ],
    )
    const silent = ['days', 'sex', 'place']
    const effects = parts.filter(({ name }) => name.split(' × ').some((one) => silent.includes(one)))
    assert.ok(effects.length >= 3 && effects.every(({ effect }) => effect === 0))
  })
})

describe('the measures', () => {
  const weight = [1, 1, 1, 1]
  test('the area under the curve counts ties a half', () => {
    assert.equal(areaUnderCurve({ chance: Float64Array.of(0.1, 0.2, 0.3, 0.4), target: [0, 0, 1, 1], weight }), 1)
    assert.equal(areaUnderCurve({ chance: Float64Array.of(0.5, 0.5, 0.5, 0.5), target: [0, 1, 0, 1], weight }), 0.5)
    assert.equal(areaUnderCurve({ chance: Float64Array.of(0.1, 0.2, 0.3, 0.4), target: [0, 1, 0, 1], weight }), 0.75)
  })

  test('the Brier score and the calibration error are 0 for perfect chances only', () => {
    const perfect = { chance: Float64Array.of(0, 0, 1, 1), target: [0, 0, 1, 1], weight }
    assert.equal(brierScore(perfect), 0)
    assert.equal(calibrationError(perfect), 0)
    assert.equal(brierScore({ ...perfect, chance: Float64Array.of(0.5, 0.5, 0.5, 0.5) }), 0.25)
    assert.equal(calibrationError({ ...perfect, chance: Float64Array.of(0.75, 0.75, 0.75, 0.75) }), 0.25)
  })

  test('too bold chances have a slope under one', () => {
    const random = seeded('bold')
    const logOdds = Float64Array.from({ length: 20_000 }, () => random.normal())
    const target = Uint8Array.from(logOdds, (x) => (random.next() < 1 / (1 + Math.exp(-x)) ? 1 : 0))
    const bold = {
      chance: logOdds.map((x) => 1 / (1 + Math.exp(-2 * x))),
      target,
      weight: new Float64Array(20_000).fill(1),
    }
    const { slope, intercept } = calibrationLine(bold)
    assert.ok(slope.low < 0.5 && slope.high > 0.5 && slope.high - slope.low < 0.1)
    assert.ok(intercept.low < 0 && intercept.high > 0)
  })
})
