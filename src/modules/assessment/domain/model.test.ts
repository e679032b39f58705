import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, day } from '../../../kernel/day.ts'
import { type Random, seeded } from '../../../kernel/random.ts'
import { type BirthRegion, type EducationLevel, type ProgrammeCode, rulesOn } from '../../../rules/index.ts'
import { aPersonsFacts } from '../testing.ts'
import {
  type AssessmentFacts,
  assess,
  inputsOn,
  inWords,
  model0,
  weigh,
  whatWouldChange,
  windowResult,
} from './index.ts'

const today = day('2022-10-03')
const chanceOf = (facts: AssessmentFacts): number => assess(inputsOn(facts, today), model0).probability

/** A person of a day's stock of registered people, with the composition of the published participants of 2022. */
function aPersonOfStock(random: Random): AssessmentFacts {
  const days = Math.round(Math.min(3600, Math.exp(6.75 + 0.85 * random.normal())))
  const age = Math.min(64, Math.max(20, Math.round(44 + 12 * random.normal())))
  const extent = random.weighted([
    [100, 60],
    [75, 20],
    [50, 20],
  ])
  return aPersonsFacts({
    sex: random.weighted([
      ['female', 48],
      ['male', 52],
    ]),
    birthDate: addDays(today, -Math.round((age + random.next()) * 365.25)),
    education: random.weighted<EducationLevel>([
      ['compulsory', 31],
      ['upper-secondary', 37],
      ['post-secondary', 28],
      ['unknown', 4],
    ]),
    educationCompleted: random.next() < 0.78,
    birthRegion: random.weighted<BirthRegion>([
      ['sweden', 33],
      ['nordic', 1],
      ['europe', 12],
      ['world', 54],
    ]),
    disability: random.next() < 0.09,
    programme:
      days < 300
        ? null
        : random.weighted<ProgrammeCode | null>([
            ['JOB', 85],
            [null, 15],
          ]),
    registeredFrom: addDays(today, -days),
    registeredDaysTenYears: Math.min(3652, days + random.int(600)),
    ssyk: [random.pick(['2512', '3322', '4110', '5120', '5311', '7126', '8332', '9112'])],
    wantedExtentPercent: extent,
  })
}

describe('the model', () => {
  test('shows parts that add up to the log-odds exactly, in any order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
        const random = seeded(seed)
        const estimate = assess(inputsOn(aPersonOfStock(random), today), model0)
        const sum = [estimate.intercept, ...estimate.parts.map((part) => part.effect)]
        assert.equal(
          random.shuffle(sum).reduce((a, b) => a + b, 0),
          estimate.logOdds,
        )
        assert.ok(Math.abs(Math.log(estimate.probability / (1 - estimate.probability)) - estimate.logOdds) < 1e-9)
        assert.ok(estimate.low < estimate.probability && estimate.probability < estimate.high)
      }),
    )
  })

  test('gives a person far from work a lower chance for the reasons that the studies name', () => {
    const base = chanceOf(aPersonsFacts())
    assert.ok(chanceOf(aPersonsFacts({ disability: true })) < base)
    assert.ok(chanceOf(aPersonsFacts({ education: 'compulsory' })) < base)
    assert.ok(chanceOf(aPersonsFacts({ registeredFrom: day('2017-01-01') })) < base)
    assert.ok(chanceOf(aPersonsFacts({ birthDate: day('1960-01-01') })) < base)
    assert.ok(chanceOf(aPersonsFacts({ birthRegion: 'sweden' })) > base)
  })

  test('says who made it and that it is synthetic', () => {
    assert.equal(model0.provenance, 'A')
    assert.match(model0.note.en, /not estimated on any person/)
    assert.equal(model0.horizonMonths, rulesOn(today).assessment.horizonMonths)
  })

  test('refers a reasonable share of a stock, at levels near 18.5, 38.5 and 43 per cent', () => {
    const random = seeded('stock of registered people')
    const answers = Array.from({ length: 4000 }, () => {
      const facts = aPersonOfStock(random)
      return windowResult(chanceOf(facts), facts, rulesOn(today).assessment, today)
    })
    const referable = answers.filter((answer) => answer.referable)
    const share = (level: string) => referable.filter((answer) => answer.level === level).length / referable.length
    assert.ok(
      Math.abs(referable.length / answers.length - 0.4) < 0.06,
      `referable ${referable.length / answers.length}`,
    )
    assert.ok(Math.abs(share('A') - 0.185) < 0.05, `A ${share('A')}`)
    assert.ok(Math.abs(share('B') - 0.385) < 0.05, `B ${share('B')}`)
    assert.ok(Math.abs(share('C') - 0.43) < 0.05, `C ${share('C')}`)
  })
})

describe('the explanation', () => {
  test('says the chance in tenths', () => {
    assert.deepEqual(inWords(0.43), { kind: 'about', of: 10, count: 4 })
    assert.deepEqual(inWords(0.049), { kind: 'fewer-than', of: 10, count: 1 })
    assert.deepEqual(inWords(0.96), { kind: 'more-than', of: 10, count: 9 })
  })

  test('weighs what speaks for and against, the strongest first, each side adding up to one', () => {
    const { for: good, against } = weigh(assess(inputsOn(aPersonsFacts({ disability: true }), today), model0))
    assert.equal(against[0]?.name, 'disability')
    for (const side of [good, against]) {
      assert.ok(Math.abs(side.reduce((sum, part) => sum + part.share, 0) - 1) < 1e-9)
      assert.deepEqual(
        [...side].sort((a, b) => b.share - a.share),
        side,
      )
    }
  })

  test('names only changes that give another answer when the assessment is made again', () => {
    const law = rulesOn(today).assessment
    const facts = aPersonsFacts({ wantedExtentPercent: 50, education: 'compulsory' })
    const { result, level, referable } = windowResult(chanceOf(facts), facts, law, today)
    const changes = whatWouldChange(facts, model0, law, today)
    assert.ok(changes.length > 0)
    for (const change of changes) assert.notDeepEqual(change.answer, { result, level, referable })
    assert.deepEqual(
      changes
        .map((change) => change.name)
        .filter((name) => !['education', 'wantedExtent', 'occupation', 'occupationsSought'].includes(name)),
      [],
    )
  })

  test('says when the registered days will suffice', () => {
    const law = rulesOn(today).assessment
    const facts = aPersonsFacts({
      registeredFrom: day('2022-06-01'),
      birthDate: day('1963-01-01'),
      registeredDaysTenYears: 900,
    })
    assert.deepEqual(
      whatWouldChange(facts, model0, law, today)
        .filter((change) => change.name === 'registered-days')
        .map((change) => change.to),
      [180],
    )
  })

  test('says none when nothing a person can change gives another answer', () => {
    const facts = aPersonsFacts({ disability: true, birthDate: day('1959-01-01'), registeredFrom: day('2013-01-01') })
    assert.deepEqual(whatWouldChange(facts, model0, rulesOn(today).assessment, today), [])
  })
})
