import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { ore } from '../../../kernel/money.ts'
import { rulesOn } from '../../../rules/index.ts'
import { type CapCommand, type CapUse, decideCap, drawsOn, opensOn, roomUnder } from './index.ts'

const today = day('2022-10-03')
const rules = rulesOn(today)
const anyone = { appropriation: null, programmeGroup: null, officeId: null } as const
const cap: CapCommand = {
  ...anyone,
  name: 'Oktobertaket',
  kind: 'referral',
  period: '2022-10',
  limitDecisions: 10,
  limitCommittedOre: null,
}
const codeOf = (changes: Partial<CapCommand>) => {
  const decided = decideCap({ ...cap, ...changes }, rules, today)
  return decided.ok ? 'ok' : decided.problem.code
}

describe('a cap', () => {
  test('is entered for the month or the year that runs, or a later one, never for one that is over', () => {
    assert.equal(codeOf({}), 'ok')
    assert.equal(codeOf({ period: '2022' }), 'ok')
    assert.equal(codeOf({ period: '2023-02' }), 'ok')
    assert.equal(codeOf({ period: '2022-09' }), 'budget-period-past')
    assert.equal(codeOf({ period: '2021' }), 'budget-period-past')
    assert.equal(codeOf({ period: '2022-13' }), 'budget-period-unknown')
    assert.equal(codeOf({ period: 'oktober' }), 'budget-period-unknown')
  })

  test('needs a limit that a budget can have', () => {
    assert.equal(codeOf({ limitDecisions: null }), 'budget-limit-missing')
    for (const limitDecisions of [-1, 1.5, 1e15, Number.NaN])
      assert.equal(codeOf({ limitDecisions }), 'budget-limit-range', `${limitDecisions}`)
    assert.equal(codeOf({ limitCommittedOre: 1e15 }), 'budget-limit-range')
    assert.equal(codeOf({ limitDecisions: 0 }), 'ok')
    assert.equal(codeOf({ limitDecisions: null, lifted: true }), 'ok')
  })

  test('names an appropriation that exists, and counts decisions where their cost is not known', () => {
    assert.equal(codeOf({ appropriation: '9:9' as never }), 'appropriation-unknown')
    assert.equal(codeOf({ appropriation: '1:2' }), 'ok')
    assert.equal(codeOf({ appropriation: '1:2', limitCommittedOre: 100 }), 'budget-cap-not-measured')
    assert.equal(codeOf({ appropriation: '1:3', limitCommittedOre: 100 }), 'ok')
  })

  test('lets activity support bear on those in a programme only', () => {
    assert.deepEqual(drawsOn('JOB', rules), ['1:2', '1:3'])
    assert.deepEqual(drawsOn(null, rules), ['1:3'])
  })
})

describe('room under a cap', () => {
  const use = (changes: Partial<CapUse>): CapUse => ({
    ...anyone,
    id: 'c1',
    name: 'Oktobertaket',
    kind: 'referral',
    period: '2022-10',
    limitDecisions: 10,
    limitCommittedOre: null,
    usedDecisions: 9,
    usedOre: 0,
    ...changes,
  })
  const commitment = { expectedOre: ore(2_000_000), deviationOre: ore(0) }
  const room = (...uses: CapUse[]) => roomUnder(uses, commitment, today)

  test('is there for the last place, not for one more, and every cap must have it', () => {
    assert.equal(room(use({})).ok, true)
    assert.equal(room().ok, true)
    assert.equal(room(use({ usedDecisions: 10 })).ok, false)
    assert.equal(room(use({}), use({ name: 'Kontoret', limitDecisions: 0, usedDecisions: 0 })).ok, false)
  })

  test('is measured in expected kronor too, to the öre', () => {
    const committed = { limitDecisions: null, limitCommittedOre: 5_000_000 }
    assert.equal(room(use({ ...committed, usedOre: 3_000_000 })).ok, true)
    assert.equal(room(use({ ...committed, usedOre: 3_000_001 })).ok, false)
  })

  test('that is gone is told with the cap, the period, what remains and when to come back', () => {
    const closed = room(use({ limitDecisions: null, limitCommittedOre: 5_000_000, usedOre: 4_000_000, period: '2022' }))
    assert.deepEqual(!closed.ok && closed.problem, {
      code: 'budget-closed',
      values: { cap: 'Oktobertaket', period: '2022', leftDecisions: '–', leftKronor: 10_000, opensOn: '2023-01-02' },
    })
    assert.equal(opensOn('2022-10', today), '2022-11-01')
  })
})
