import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { fromInclusive } from '../../../kernel/period.ts'
import { must, type Result } from '../../../kernel/result.ts'
import { rulesOn } from '../../../rules/index.ts'
import type { Outcome } from './lasting-run.ts'
import {
  countedIn,
  decideClaim,
  decideSignal,
  decideVerification,
  type OutcomeClaim,
  type ReportingState,
  type Signal,
} from './reporting.ts'
import { type Granted, type ProviderSpell, serviceChains } from './service.ts'

const rules = rulesOn(day('2022-10-03'))
const decisions = [{ period: fromInclusive(day('2021-03-01'), day('2021-08-27')) } as Granted]
const spells: ProviderSpell[] = [{ provider: 'p1', period: fromInclusive(day('2021-03-01'), day('2021-08-01')) }]
const chainsWith = (list: ProviderSpell[]) => must(serviceChains(decisions, list, rules))
const state: ReportingState = { chains: chainsWith(spells), claimedFirstDays: [] }
const report = (firstDay: string, provider: string | null = null): Signal => ({
  firstDay: day(firstDay),
  lastDay: null,
  provider,
})
const codeOf = (result: Result<unknown>) => (result.ok ? null : result.problem.code)

describe('a signal', () => {
  const on = (reported: Signal, today = '2021-07-01', given = state) =>
    codeOf(decideSignal(given, reported, rules, day(today)))

  test('programme 4.6: is taken from the start until 24 months after the last day in service', () => {
    assert.equal(on(report('2021-07-01')), null)
    assert.equal(on(report('2021-07-02')), 'in-the-future')
    assert.equal(on(report('2021-07-01'), '2023-08-01'), null)
    assert.equal(on(report('2021-07-01'), '2023-08-02'), 'reported-too-late')
    assert.equal(on(report('2021-02-28')), 'outcome-before-start')
  })

  test('is not taken for somebody whom nobody had, nor from a provider that did not have the person', () => {
    assert.equal(on(report('2021-07-01'), '2021-07-01', { ...state, chains: chainsWith([]) }), 'never-in-service')
    assert.equal(on(report('2021-07-01', 'p1')), null)
    assert.equal(on(report('2021-07-01', 'p2')), 'not-your-participant')
  })

  test('programme 4.6: is not needed once a claim of the chain is made', () => {
    const claimed = (firstDay: string) => ({ ...state, claimedFirstDays: [day(firstDay)] })
    assert.equal(on(report('2021-07-01'), '2021-07-01', claimed('2021-06-01')), 'claim-already-made')
    assert.equal(on(report('2021-07-01'), '2021-07-01', claimed('2021-02-01')), null)
  })
})

test('a claim that ends lies in the past and the right way round', () => {
  const on = (lastDay: string) =>
    codeOf(decideClaim(state, { ...report('2021-05-03', 'p1'), lastDay: day(lastDay) }, rules, day('2021-07-01')))
  assert.equal(on('2021-05-02'), 'end-before-start')
  assert.equal(on('2021-07-02'), 'in-the-future')
  assert.equal(on('2021-07-01'), null)
})

const aJob = (from: string, to: string | null, key = 'k'): Outcome => ({
  key,
  reportedNumber: 0,
  kind: 'work',
  subsidised: false,
  extentPercent: null,
  pacePercent: null,
  period: fromInclusive(day(from), to === null ? null : day(to)),
  verified: true,
})

describe('a verification', () => {
  const on = (claim: Partial<OutcomeClaim>, today: string, outcomes: Outcome[] = []) => {
    const whole = { outcome: aJob('2021-05-03', null), decided: false, replaced: false, evidence: 1, ...claim }
    const facts = { decisions, spells, outcomes, wantedPercent: 100 }
    return codeOf(decideVerification(whole, facts, 'verified', rules, day(today)))
  }

  test('programme 4.7: what goes on is verified when it has lasted 4 calendar months', () => {
    assert.equal(on({}, '2021-09-02'), 'outcome-not-lasted-yet')
    assert.equal(on({}, '2021-09-03'), null)
  })

  test('programme 5: work that it joins counts in', () => {
    assert.equal(on({}, '2021-08-05', [aJob('2021-04-01', '2021-04-30', 'before')]), null)
  })

  test('a short piece can be verified, for it may join another', () => {
    assert.equal(on({ outcome: aJob('2021-05-03', '2021-05-31') }, '2021-06-01'), null)
  })

  test('needs evidence, and a claim that is neither decided nor corrected', () => {
    assert.equal(on({ evidence: 0 }, '2021-10-01'), 'evidence-missing')
    assert.equal(on({ decided: true }, '2021-10-01'), 'claim-decided')
    assert.equal(on({ replaced: true }, '2021-10-01'), 'claim-replaced')
  })

  test('tells the chain and the first day of the whole run that it counts in', () => {
    const outcomes = [aJob('2021-04-01', '2021-04-30', 'before'), aJob('2021-05-03', null, 'after')]
    const facts = { decisions, spells, wantedPercent: 100 }
    assert.equal(countedIn('after', { ...facts, outcomes }, () => rules)?.firstDay, '2021-04-01')
    assert.equal(
      countedIn('other', { ...facts, outcomes }, () => rules),
      null,
    )
    const overlapping = { ...facts, decisions: [...decisions, ...decisions], outcomes }
    assert.equal(
      countedIn('after', overlapping, () => rules),
      null,
    )
  })
})
