import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, day } from '../../../kernel/day.ts'
import { rulesOn } from '../../../rules/index.ts'
import { openPlaces, type Seat, takesPlace } from './capacity.ts'
import { choiceDays } from './choice-days.ts'
import { choiceDaysCases, seatCases, startCases } from './days.cases.ts'
import { canTake } from './offer.ts'
import { firstDayWithoutAccess, lastDayOfSpell } from './placement-end.ts'
import { firstDayBack, firstDayOfService, ordinaryFirstDay } from './start-day.ts'

const rules = rulesOn(day('2022-10-03'))

describe('the days of a choice', () => {
  for (const { rule, openedOn, cause, ...expected } of choiceDaysCases) {
    test(`${rule} (${openedOn})`, () => {
      assert.deepEqual(choiceDays(day(openedOn), cause, rules), { openedOn, ...expected })
    })
  }
})

describe('the first day in service', () => {
  for (const { rule, chosenOn, firstDay } of startCases) {
    test(rule, () => assert.equal(ordinaryFirstDay(day(chosenOn), null, rules), firstDay))
  }

  const asked = {
    by: 'caseworker',
    chosenOn: day('2022-10-03'),
    ordinary: day('2022-10-17'),
    startReason: 'Kursen börjar då',
  } as const

  test('a caseworker with a reason may let it be earlier, at the earliest the day after the choice', () => {
    for (const startOn of ['2022-10-04', '2022-10-10', '2022-10-17']) {
      assert.deepEqual(firstDayOfService({ ...asked, startOn: day(startOn) }), { ok: true, value: startOn })
    }
  })

  test('is otherwise refused when it is not the ordinary one', () => {
    const refused = (command: Partial<Parameters<typeof firstDayOfService>[0]>) => {
      const result = firstDayOfService({ ...asked, startOn: day('2022-10-10'), ...command })
      return result.ok ? null : result.problem.code
    }
    assert.equal(refused({ by: 'participant' }), 'early-start-only-by-caseworker')
    assert.equal(refused({ by: 'rule' }), 'early-start-only-by-caseworker')
    assert.equal(refused({ startReason: null }), 'early-start-needs-reason')
    assert.equal(refused({ startReason: '  ' }), 'early-start-needs-reason')
    assert.equal(refused({ startOn: day('2022-10-03') }), 'start-before-choice')
    assert.equal(refused({ startOn: day('2022-10-18') }), 'start-too-late')
    assert.equal(refused({ startOn: null, startReason: null }), null)
  })
})

test('is sooner where the decision lets it, never on the day of the choice', () => {
  const chosenOn = day('2022-10-03')
  assert.equal(ordinaryFirstDay(chosenOn, day('2022-10-10'), rules), '2022-10-10')
  assert.equal(ordinaryFirstDay(chosenOn, day('2022-09-30'), rules), '2022-10-04')
  assert.equal(ordinaryFirstDay(chosenOn, day('2022-11-30'), rules), '2022-10-17')
})

test('after a return is the day back, or the next working day when that has passed', () => {
  assert.equal(firstDayBack(day('2022-10-07'), day('2022-10-20'), rules), '2022-10-20')
  assert.equal(firstDayBack(day('2022-10-07'), day('2022-10-05'), rules), '2022-10-10')
})

describe('a place under the cap', () => {
  for (const { rule, seat, on, takes } of seatCases) {
    test(`${rule}: ${takes ? 'taken' : 'free'} on ${on}`, () => {
      const [chosenOn, firstDay, lastDay] = seat
      const parsed = { chosenOn: day(chosenOn), firstDay: day(firstDay), lastDay: lastDay && day(lastDay) }
      assert.equal(takesPlace(parsed, day(on)), takes)
    })
  }

  test('is unlimited without a cap, and a lowered cap shows none left instead of evicting', () => {
    assert.equal(openPlaces(null, 400), null)
    assert.equal(openPlaces(10, 7), 3)
    assert.equal(openPlaces(5, 7), 0)
    assert.equal(openPlaces(0, 0), 0)
  })
})

describe('the end of a spell', () => {
  const spell = { firstDay: day('2022-10-17'), lastDay: null }

  test('comes on the last day in service, and the day before the first when it never began', () => {
    assert.equal(lastDayOfSpell(spell, day('2022-11-30')), '2022-11-30')
    assert.equal(lastDayOfSpell(spell, day('2022-10-05')), '2022-10-16')
  })

  test('is never made later by another cause', () => {
    const ended = { ...spell, lastDay: day('2022-11-30') }
    assert.equal(lastDayOfSpell(ended, day('2022-12-15')), null)
    assert.equal(lastDayOfSpell(ended, day('2022-11-30')), null)
    assert.equal(lastDayOfSpell(ended, day('2022-11-15')), '2022-11-15')
  })

  test('leaves the provider 30 days to read the case', () => {
    assert.equal(firstDayWithoutAccess(day('2022-11-30'), rules), '2022-12-31')
  })
})

describe('the cap, whatever happens', () => {
  const act = fc.oneof(
    fc.record({ do: fc.constant('choose' as const) }),
    fc.record({ do: fc.constant('end' as const), seat: fc.nat(30), inDays: fc.integer({ min: 0, max: 20 }) }),
    fc.record({ do: fc.constant('cap' as const), cap: fc.option(fc.nat(4), { nil: null }) }),
    fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 10 }) }),
  )
  const contract = { period: { start: day('2022-01-01'), end: null }, openForChoices: true }

  test('is never exceeded by a choice, and lowering it moves nobody out', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let today = day('2022-10-03')
        let cap: number | null = 1
        const seats: Seat[] = []
        const taken = () => seats.filter((seat) => takesPlace(seat, today)).length
        for (const each of acts) {
          const before = taken()
          if (each.do === 'wait') today = addDays(today, each.days)
          if (each.do === 'cap') cap = each.cap
          const seat = each.do === 'end' ? seats[each.seat] : undefined
          if (each.do === 'end' && seat !== undefined && seat.lastDay === null) {
            seats[each.seat] = { ...seat, lastDay: addDays(today, each.inDays) }
          }
          if (each.do === 'cap') assert.equal(taken(), before)
          if (each.do !== 'choose') continue
          const firstDay = ordinaryFirstDay(today, null, rules)
          const allowed = canTake({ ...contract, openPlaces: openPlaces(cap, before) }, firstDay).ok
          assert.equal(allowed, cap === null || before < cap)
          if (allowed) seats.push({ chosenOn: today, firstDay, lastDay: null })
          assert.ok(cap === null || taken() <= Math.max(cap, before))
        }
      }),
    )
  })
})
