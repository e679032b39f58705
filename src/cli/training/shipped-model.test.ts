import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { resultOf, scorerOf } from '../../modules/assessment/domain/index.ts'
import { windowNumbered } from '../../rules/index.ts'
import { type AssessedFigures, type AssessedGroup, assessedPublished } from '../../simulation/assessed.data.ts'
import {
  hasUpperSecondary,
  isLongTermUnemployed,
  type RegisterRow,
  registerDay,
  syntheticRegister,
} from '../../simulation/register.ts'
import { readModel } from './model-file.ts'

const people = 200_000
const file = join(import.meta.dirname, '..', '..', 'modules', 'assessment', 'shipped-model.generated.json')

type Group = AssessedGroup | 'referable'
type Shares = Omit<AssessedFigures, 'persons' | 'ageMean' | 'daysMean' | 'ageMedian' | 'daysMedian'>

const shares: Readonly<Record<keyof Shares, (row: RegisterRow) => boolean>> = {
  women: ({ sex }) => sex === 'female',
  upperSecondaryCompleted: hasUpperSecondary,
  foreignBorn: ({ birthRegion }) => birthRegion !== 'sweden',
  disability: ({ disability }) => disability === 'yes',
  establishmentProgramme: ({ programme }) => programme === 'ETP',
  longTermUnemployed: isLongTermUnemployed,
  within10Days: ({ registeredDays }) => registeredDays <= 10,
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.floor(sorted.length / 2)] as number
}

/** The bounds: 3 points, for referable 6, for its source's two tables disagree by up to 5.8. */
const points = (group: Group): number => (group === 'referable' ? 6 : 3)

describe('the shipped model', () => {
  const byGroup = new Map<Group, RegisterRow[]>()
  before(() => {
    const model = readModel(file)
    assert.ok(typeof model !== 'string', String(model))
    const scorer = scorerOf(model)
    const { cutPoints } = windowNumbered(2, registerDay)
    for (const row of syntheticRegister('people that the model never saw', people)) {
      const values = scorer.names.map((name) => row[name as keyof RegisterRow])
      const { result, level } = resultOf(scorer.quick(values), cutPoints)
      for (const group of [result, ...(level === null ? [] : [level])]) {
        const rows = byGroup.get(group) ?? []
        if (rows.push(row) === 1) byGroup.set(group, rows)
      }
    }
  })

  for (const group of Object.keys(assessedPublished) as Group[]) {
    test(`sorts people so that "${group}" looks as published`, () => {
      const rows = byGroup.get(group) ?? []
      const figures = assessedPublished[group]
      for (const name of Object.keys(shares) as (keyof Shares)[]) {
        const share = (100 * rows.filter(shares[name]).length) / rows.length
        assert.ok(
          Math.abs(share - figures[name]) <= points(group),
          `${name} ${share.toFixed(1)}, published ${figures[name]}`,
        )
      }
      const age = median(rows.map((row) => row.age))
      const days = median(rows.map((row) => row.registeredDays))
      assert.ok(Math.abs(age / figures.ageMedian - 1) <= 0.1, `median age ${age}, published ${figures.ageMedian}`)
      assert.ok(Math.abs(days / figures.daysMedian - 1) <= 0.1, `median days ${days}, published ${figures.daysMedian}`)
    })
  }

  test('gives each group its published share of the people', () => {
    const whole = ['near', 'referable', 'far'].reduce(
      (sum, group) => sum + assessedPublished[group as Group].persons,
      0,
    )
    for (const group of ['near', 'referable', 'far'] as const) {
      const share = (100 * (byGroup.get(group)?.length ?? 0)) / people
      const wanted = (100 * assessedPublished[group].persons) / whole
      assert.ok(Math.abs(share - wanted) <= 3, `${group} ${share.toFixed(1)}, published ${wanted.toFixed(1)}`)
    }
  })

  test('says that it is synthetic, and never gives a better chance by time alone', () => {
    const model = readModel(file)
    assert.ok(typeof model !== 'string')
    for (const name of ['registeredDays', 'registeredShareTenYears']) {
      const term = model.terms.find((one) => one.name === name)
      assert.ok(term?.kind === 'number' && term.monotone === -1)
      assert.ok(term.effects.slice(2).every((effect, bin) => effect <= (term.effects[bin + 1] as number)))
    }
    const { card } = JSON.parse(readFileSync(file, 'utf8'))
    assert.equal(card.data.synthetic, true)
  })
})
