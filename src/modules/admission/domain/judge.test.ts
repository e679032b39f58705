import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import type { UserId } from '../../../kernel/ids.ts'
import { anAddress, anApplication, aRequirement, someTerms } from '../testing.ts'
import { answerKind, equalTreatment, itemsOf, type Opinion, outcomesOf, standingOf } from './index.ts'

const by = (name: string, outcome: Opinion['outcome'], reason = ''): Opinion => ({
  by: name as UserId,
  outcome,
  reason,
})
const references = { requirement: aRequirement('references'), areaCode: null }
const lease = (areaCode: string) => ({ requirement: aRequirement('lease', { topic: 'lease' }), areaCode })

describe('a requirement', () => {
  test('is judged once for the whole application, or once for each area where it is met address by address', () => {
    const items = itemsOf([references.requirement, lease('').requirement], ['A', 'B'])
    assert.deepEqual(
      items.map((one) => [one.requirement.code, one.areaCode]),
      [
        ['references', null],
        ['lease', 'A'],
        ['lease', 'B'],
      ],
    )
  })

  test('is settled when two different officers hold the same', () => {
    const state = (...opinions: Opinion[]) => standingOf(references, opinions).state
    assert.equal(state(), 'unjudged')
    assert.equal(state(by('a', 'met')), 'needs-second')
    assert.equal(state(by('a', 'met'), by('a', 'met')), 'disagreed')
    assert.equal(state(by('a', 'met'), by('b', 'not-met')), 'disagreed')
    assert.equal(state(by('a', 'met'), by('b', 'met')), 'settled')
    const third = standingOf(references, [by('a', 'met'), by('b', 'not-met', 'För gammalt.'), by('c', 'not-met')])
    assert.deepEqual(third, { state: 'settled', outcome: 'not-met', reason: 'För gammalt.' })
    const machine = { requirement: aRequirement('number', { kind: 'machine' }), areaCode: null }
    assert.deepEqual(standingOf(machine, []), { state: 'settled', outcome: 'met', reason: '' })
  })

  test('that is not met refuses the areas that it concerns, and no other', () => {
    const settled = (outcome: Opinion['outcome'], reason = '') => ({ state: 'settled', outcome, reason }) as const
    const standings = [
      { item: references, standing: settled('met') },
      { item: lease('A'), standing: settled('not-met', 'Kort avtal.') },
      { item: lease('B'), standing: settled('met') },
    ]
    const decided = outcomesOf(standings, ['A', 'B'], false)
    assert.deepEqual(decided.ok && decided.value, [
      { areaCode: 'A', outcome: 'refused', grounds: [{ requirement: 'lease', reason: 'Kort avtal.' }] },
      { areaCode: 'B', outcome: 'admitted', grounds: [] },
    ])
    const all = outcomesOf([{ item: references, standing: settled('not-met', 'Nej.') }], ['A', 'B'], false)
    assert.deepEqual(all.ok && all.value.map((one) => one.outcome), ['refused', 'refused'])
    const open = outcomesOf([{ item: references, standing: { state: 'needs-second' } }], ['A'], false)
    assert.equal(!open.ok && open.problem.code, 'judgement-unfinished')
    const town = outcomesOf([{ item: references, standing: { state: 'unjudged' } }], ['A'], true)
    assert.deepEqual(town.ok && town.value[0]?.grounds, [{ requirement: 'municipality', reason: '' }])
  })
})

describe('equal treatment', () => {
  const facts = { sentOn: day('2022-10-03'), lowestCreditRating: 40, terms: someTerms() }
  const about = (topic: Parameters<typeof aRequirement>[1]) => ({
    requirement: aRequirement('x', topic),
    areaCode: null,
  })

  test('finds that two answers are of the same kind, whoever gave them', () => {
    const kind = (content = anApplication()) => answerKind(about({ topic: 'references' }), content, facts)
    const other = anApplication({ organisationNumber: '556016-0680' })
    const { preparing, matching } = other.references
    const same = { ...other, references: { preparing: { ...preparing, client: 'Annan', participants: 99 }, matching } }
    assert.equal(kind(same), kind())
    const few = { ...other, references: { preparing: { ...preparing, participants: 9 }, matching } }
    assert.notEqual(kind(few), kind())
    const old = {
      ...other,
      references: { preparing: { ...preparing, lastDay: '2020-12-31', from: '2020-10-01' }, matching },
    }
    assert.notEqual(kind(old), kind())
  })

  test('names the kind of every topic', () => {
    const kind = (
      topic: 'credit' | 'competence' | 'lease' | 'accessibility' | 'declaration' | 'areas',
      content = anApplication(),
    ) => answerKind(about({ topic }), content, facts)
    assert.equal(kind('areas'), 'checked')
    assert.equal(kind('credit'), 'rating-enough')
    assert.equal(
      kind('credit', anApplication({ credit: { onDay: '2022-09-15', rating: 30, remarks: false, otherProof: 'x' } })),
      'capacity-otherwise',
    )
    assert.equal(kind('competence'), 'years-3')
    assert.equal(kind('lease'), 'lease-lasts')
    const short = anApplication({ addresses: [anAddress(), anAddress({ leaseLastDay: '2024-05-30' })] })
    assert.equal(kind('lease', short), 'lease-lasts; lease-short')
    assert.equal(kind('accessibility'), 'certified-lately')
    assert.equal(
      kind('accessibility', anApplication({ addresses: [anAddress({ accessibilityOn: '2021-10-03' })] })),
      'certified-earlier',
    )
    assert.equal(kind('declaration'), 'declared')
  })

  test('is told when the same answer has been judged both ways', () => {
    const found = (met: number, notMet: number) =>
      equalTreatment([
        { outcome: 'met', applications: met },
        { outcome: 'not-met', applications: notMet },
      ])
    assert.deepEqual(found(3, 0), { met: 3, notMet: 0, differs: false, outcome: 'met' })
    assert.deepEqual(found(0, 2), { met: 0, notMet: 2, differs: false, outcome: 'not-met' })
    assert.deepEqual(found(3, 1), { met: 3, notMet: 1, differs: true, outcome: null })
    assert.deepEqual(equalTreatment([]), { met: 0, notMet: 0, differs: false, outcome: null })
  })
})
