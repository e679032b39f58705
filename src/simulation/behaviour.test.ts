import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays, daysBetween } from '../kernel/day.ts'
import { parseOrganisationNumber } from '../kernel/organisation-number.ts'
import { isWorkingDay } from '../kernel/working-days.ts'
import { theTool } from '../modules/assessment/testing.ts'
import { language, municipality } from '../rules/reference/index.ts'
import { countSteps, script } from './behaviour.ts'
import { historyDay, stockDay } from './course.ts'
import { areas, market, openOffers } from './market.ts'
import { isParticipant } from './people.ts'
import { gothenburgRegion } from './places.data.ts'
import { population } from './population.ts'
import type { PersonAct, PersonStep } from './script.ts'

const providers = market('test')
const world = population('test', 2000, theTool.scorer)
const days = script('test', { people: world.people, providers, scorer: theTool.scorer })
const steps = days.flatMap((day) => day.persons)
const byPerson = Map.groupBy(steps, (step) => step.person)

function of<A extends PersonAct['act']>(act: A): (PersonStep & { readonly input: Extract<PersonAct, { act: A }> })[] {
  return steps.filter((step) => step.input.act === act) as never
}

describe('the market', () => {
  it('has 24 providers with organisation numbers of the right form, each once', () => {
    assert.equal(providers.length, 24)
    assert.equal(new Set(providers.map((provider) => provider.organisationNumber)).size, 24)
    assert.equal(new Set(providers.map((provider) => provider.name)).size, 24)
    for (const provider of providers) assert.ok(parseOrganisationNumber(provider.organisationNumber).ok)
  })

  it('divides the region into three areas: both price models, and one without open contracts', () => {
    const codes = areas.flatMap((area) => area.municipalities)
    assert.deepEqual(codes.toSorted(), gothenburgRegion.map((place) => place.code).toSorted())
    const open = new Set(openOffers(providers).map((offer) => offer.contract.areaCode))
    assert.deepEqual(
      areas.filter((area) => open.has(area.code)).map((area) => area.priceModelB),
      ['1', '2'],
    )
    assert.equal(areas.length, 3)
  })

  it('names known languages and municipalities', () => {
    for (const address of providers.flatMap((provider) => provider.addresses)) {
      assert.ok(municipality(address.municipalityCode), address.key)
      for (const code of address.languages) assert.ok(language(code), code)
    }
  })
})

describe('the script of the year', () => {
  it('asks for at most 30,000 use cases', () => {
    assert.ok(countSteps(days) > 10_000 && countSteps(days) < 24_000, String(countSteps(days)))
  })

  it('is the same for the same seed', () => {
    const few = world.people.slice(0, 40)
    const cast = { people: few, providers, scorer: theTool.scorer }
    assert.deepEqual(script('a', cast), script('a', cast))
  })

  it('covers each day of the year before the stock and nothing else', () => {
    assert.equal(days.length, daysBetween(historyDay, stockDay))
    for (const day of days) for (const step of day.persons) assert.equal(step.on, day.day)
  })

  it('begins with the registration of everyone, once', () => {
    assert.equal(of('register').length, world.people.length)
    for (const own of byPerson.values()) assert.equal(own[0]?.input.act, 'register')
  })

  it('lets 77 % choose themselves and 16–20 % be placed by rule or with help', () => {
    const chosen = world.people.filter((person) => isParticipant(person) && !person.isCanary)
    const share = (how: string) => (100 * chosen.filter((person) => person.course?.how === how).length) / chosen.length
    assert.ok(Math.abs(share('own') - 77) < 5, String(share('own')))
    assert.ok(share('nearest') > 12 && share('nearest') < 22, String(share('nearest')))
  })

  it('leaves about a third of the meetings that were due without one that counts in time', () => {
    let due = 0
    for (const person of world.people.filter(isParticipant)) {
      const { firstDay, lastDay } = person.course ?? {}
      if (firstDay) due += Math.ceil(daysBetween(firstDay, addDays(lastDay ?? addDays(stockDay, -1), 1)) / 14)
    }
    const held = of('hold-meeting').filter(({ on, input }) => input.came && input.minutes >= 30 && on === input.day)
    const missing = 1 - held.length / due
    assert.ok(missing > 0.28 && missing < 0.42, String(missing))
  })

  it('logs meetings and activities on working days in service, never ahead of time', () => {
    const service = new Map(world.people.map((person) => [person.key, person.course]))
    for (const { person, on, input } of [...of('hold-meeting'), ...of('log-activity')]) {
      const course = service.get(person)
      assert.ok(isWorkingDay(input.day) && input.day <= on, `${person} ${input.day}`)
      assert.ok(course?.firstDay && input.day >= course.firstDay, person)
      assert.ok(course.lastDay === null || input.day <= course.lastDay, person)
    }
  })

  it('interrupts, extends, changes provider, and takes outcomes from signal to verification', () => {
    for (const act of [
      'interrupt',
      'extend',
      'change',
      'signal',
      'claim',
      'verify',
      'dispute',
      'final-report',
      'abstain',
      'name-adviser',
    ] as const)
      assert.ok(of(act).length > 0, act)
    for (const { person, on } of of('claim'))
      assert.ok(of('signal').some((step) => step.person === person && step.on < on))
    assert.ok(of('verify').some(({ input }) => !input.verified))
  })
})
