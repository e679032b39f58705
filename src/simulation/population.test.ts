import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { daysBetween, yearsBetween } from '../kernel/day.ts'
import { distanceKm } from '../kernel/geo.ts'
import { birthDate, type PersonNumber, sexOf } from '../kernel/person-number.ts'
import { theTool } from '../modules/assessment/testing.ts'
import { municipality } from '../rules/reference/index.ts'
import { canaries } from './canaries.ts'
import { meanAgeYears, meanRegisteredDays, medianRegisteredDays, stockShares } from './composition.ts'
import { historyDay, stockDay } from './course.ts'
import { levelFor } from './eligibility.ts'
import { publisher } from './participants.data.ts'
import { isInServiceOn, isParticipant, type Person } from './people.ts'
import { gothenburgRegion } from './places.data.ts'
import { population } from './population.ts'

const world = population('test', 2000, theTool.scorer)
const participants = world.people.filter((person) => isParticipant(person) && !person.isCanary)
const inService = participants.filter((person) => isInServiceOn(person, stockDay))
const number = (person: Person) => person.details.identityNumber as PersonNumber
const registeredDays = (person: Person) => daysBetween(person.facts.registeredFrom, stockDay)

/** The share of a list that a test holds, in percent. */
function percent(list: readonly Person[], holds: (person: Person) => boolean): number {
  return (100 * list.filter(holds).length) / list.length
}

function near(actual: number, wanted: number, tolerance: number, what: string): void {
  assert.ok(
    Math.abs(actual - wanted) <= tolerance,
    `${what}: ${actual.toFixed(2)}, wanted ${wanted.toFixed(2)} ± ${tolerance}`,
  )
}

describe('the published stock, both columns together', () => {
  it('names who publishes it', () => {
    assert.match(publisher, /IFAU/)
  })

  it('has the figures that the programme names', () => {
    near(meanAgeYears, 43.7, 0.1, 'mean age')
    near(100 * stockShares.sex.female, 47.5, 0.1, 'women')
    near(100 * stockShares.disability.yes, 8.5, 0.1, 'disability')
    near(100 * stockShares.job.yes, 72, 0.3, 'JOB')
    near(meanRegisteredDays, 1344, 1, 'registered days, mean')
    near(medianRegisteredDays, 951, 1, 'registered days, median')
    for (const [level, share] of [
      ['A', 18.5],
      ['B', 38.5],
      ['C', 43],
    ] as const)
      near(100 * stockShares.level[level], share, 0.2, level)
  })
})

describe('the demo population of 2,000', () => {
  it('has about 2,000 registered people, a fifth of whom are or were participants', () => {
    assert.equal(world.people.length, 2000)
    near(participants.length, 400, 2, 'participants')
    assert.equal(world.notRegistered.length, 3)
  })

  for (const [name, list] of [
    ['everyone who is or was in the service', participants],
    ['those in service on the day', inService],
  ] as const) {
    it(`composes ${name} like the stock, in sex, birth region, education, disability, JOB and level`, () => {
      near(
        percent(list, (person) => sexOf(number(person)) === 'female'),
        100 * stockShares.sex.female,
        1.5,
        'women',
      )
      near(
        percent(list, (person) => person.facts.disability),
        100 * stockShares.disability.yes,
        1.5,
        'disability',
      )
      near(
        percent(list, (person) => person.facts.programme === 'JOB'),
        100 * stockShares.job.yes,
        2,
        'JOB',
      )
      for (const [region, share] of Object.entries(stockShares.birthRegion))
        near(
          percent(list, (person) => person.facts.birthRegion === region),
          100 * share,
          1.5,
          region,
        )
      for (const [education, share] of Object.entries(stockShares.education))
        near(
          percent(list, (person) => person.facts.education === education),
          100 * share,
          1.5,
          education,
        )
      for (const [level, share] of Object.entries(stockShares.level))
        near(
          percent(list, (person) => person.level === level),
          100 * share,
          1,
          level,
        )
    })

    it(`gives ${name} the stock's age and registered time`, () => {
      const ages = list.map((person) => daysBetween(birthDate(number(person)), stockDay) / 365.25)
      near(ages.reduce((sum, age) => sum + age, 0) / ages.length, meanAgeYears, 0.7, 'mean age')
      const days = list.map(registeredDays).sort((a, b) => a - b)
      near(days.reduce((sum, one) => sum + one, 0) / days.length, meanRegisteredDays, 80, 'mean days')
      near(days[Math.floor(days.length / 2)] ?? 0, medianRegisteredDays, 80, 'median days')
    })
  }

  it('has been in service as long as the stock, by months', () => {
    const bounds = { '0-3': [1, 90], '4-6': [91, 180], '7-9': [181, 270], '10-12': [271, 360] } as const
    for (const [months, [least, most]] of Object.entries(bounds)) {
      const share = percent(inService, ({ course }) => {
        const days = course?.firstDay ? daysBetween(course.firstDay, stockDay) + 1 : 0
        return days >= least && days <= most
      })
      near(share, 100 * stockShares.monthsInService[months as keyof typeof bounds], 2.5, months)
    }
  })

  it('only sends people whom the tool says yes to, at its own level', () => {
    for (const person of world.people) {
      if (person.course !== null)
        assert.equal(levelFor(person.facts, person.course, theTool.scorer), person.level, person.key)
    }
  })

  it('uses numbers that the tax agency keeps for tests, each once', () => {
    const numbers = world.people.map((person) => number(person))
    assert.equal(new Set(numbers).size, numbers.length)
    for (const one of numbers) assert.ok(Number(one.slice(8, 11)) >= 980, one)
  })

  it('tells facts that agree with the identity number', () => {
    for (const person of world.people) {
      assert.equal(person.facts.birthDate, birthDate(number(person)), person.key)
      const age = yearsBetween(person.facts.birthDate, stockDay)
      assert.ok(age >= 18 && age <= 66, `${person.key} is ${age}`)
    }
  })

  it('lives in the 13 municipalities, near their seats', () => {
    const codes = new Set(gothenburgRegion.map((place) => place.code))
    assert.equal(codes.size, 13)
    for (const { details, key } of world.people) {
      const seat = municipality(details.municipalityCode)?.seat
      assert.ok(codes.has(details.municipalityCode) && seat, key)
      if (details.home) assert.ok(distanceKm(details.home, seat) < 30, key)
    }
    assert.equal(new Set(world.people.map((person) => person.details.municipalityCode)).size, 13)
  })

  it('has contacts that reach nobody: example.com and the numbers kept for fiction', () => {
    for (const { details, key } of world.people) {
      if (details.email) assert.match(details.email, /^[a-z.0-9-]+@example\.com$/, key)
      if (details.phone) {
        const last = Number(/^070-1740(\d{3})$/.exec(details.phone)?.[1])
        assert.ok(last >= 605 && last <= 699, `${key} ${details.phone}`)
      }
    }
  })

  it('opens cases within the year, never before the person is registered nor after the assessment', () => {
    for (const { key, openedOn, facts, course } of world.people) {
      assert.ok(openedOn >= historyDay && openedOn < stockDay, `${key} ${openedOn}`)
      assert.ok(openedOn >= facts.registeredFrom, key)
      if (course) assert.ok(openedOn <= course.assessedOn && course.assessedOn <= course.decidedOn, key)
    }
  })

  it('casts each story once', () => {
    const stories = world.people.flatMap((person) => person.story ?? [])
    assert.equal(stories.length, 12)
    assert.equal(new Set(stories).size, 12)
  })

  it('has one canary for each grade of protected identity, with no coordinates', () => {
    assert.deepEqual(
      canaries.map((canary) => canary.protection),
      ['secrecy-mark', 'protected-registration', 'fictitious-identity'],
    )
    for (const person of world.people.filter((one) => one.isCanary)) {
      assert.equal(person.details.home, null)
      assert.match(`${person.details.givenName} ${person.details.familyName}`, /Kanari.+ Skyddad/)
    }
    assert.equal(
      world.people.filter((person) => person.details.protection && person.details.protection !== 'none').length,
      3,
    )
  })
})

describe('other sizes and seeds', () => {
  it('gives the same people for the same seed, others for another', () => {
    assert.deepEqual(population('again', 60, theTool.scorer), population('again', 60, theTool.scorer))
    assert.notDeepEqual(population('again', 60, theTool.scorer), population('other', 60, theTool.scorer))
  })

  it('gives nobody for size 0, and keeps the fifth at another size', () => {
    assert.deepEqual(population('none', 0, theTool.scorer), { people: [], notRegistered: [] })
    const small = population('small', 250, theTool.scorer)
    near(small.people.filter((person) => isParticipant(person) && !person.isCanary).length, 50, 1, 'participants')
  })
})
