import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Day, day, month } from '../../../kernel/day.ts'
import { fromInclusive } from '../../../kernel/period.ts'
import { rulesOn } from '../../../rules/index.ts'
import { differences, type Posted } from './difference.ts'
import { entitlements } from './entitlements.ts'
import type { MoneyFacts, PricedDecision } from './money-facts.ts'
import { moneyLaw } from './money-law.ts'
import { type ForeseenCase, foreseen, type WaitingClaim } from './provider-money.ts'

const law = moneyLaw(rulesOn(day('2021-03-01')))
const lawFor = () => law
const april = month('2021-04')

const facts = (more: Partial<MoneyFacts> = {}): MoneyFacts => ({
  wantedPercent: 100,
  approvedReports: [],
  decisions: [
    {
      period: fromInclusive(day('2021-03-01'), day('2021-08-27')) as PricedDecision['period'],
      level: 'C',
      priceModel: null,
    },
  ],
  spells: [{ provider: 'p1', contract: 'k1', period: { start: day('2021-03-01'), end: null } }],
  outcomes: [],
  ...more,
})
const aCase = (more: Partial<ForeseenCase> = {}): ForeseenCase => ({
  provider: 'p1',
  facts: facts(),
  reports: [],
  claims: [],
  planApproved: true,
  posted: new Map(),
  ...more,
})
const job = (firstDay: Day, evidence = 1): WaitingClaim => ({
  key: 'claim-1',
  reportedNumber: 0,
  kind: 'work',
  subsidised: false,
  extentPercent: 100,
  pacePercent: null,
  period: { start: firstDay, end: null },
  verified: true,
  evidence,
})
const told = (each: ForeseenCase, on = april) =>
  foreseen(each, on, lawFor).lines.map((line) => [line.state, line.why, line.key, line.amountOre / 100])

/** What is posted when the facts were such. */
function postedFor(given: MoneyFacts): ForeseenCase['posted'] {
  const money = entitlements(given, lawFor)
  assert.ok(money.ok)
  const lines = differences(money.value.entitlements, []).map(
    ({ entitledOre, ...line }): Posted => ({
      ...line,
      postedOre: entitledOre,
    }),
  )
  return new Map([['k1', lines]])
}

test('the month that goes on is expected whole, the month before is blocked until its report is made', () => {
  assert.deepEqual(told(aCase()), [
    ['blocked', 'report-missing', 'base_fee 2021-03', 1980],
    ['expected', 'month-goes-on', 'base_fee 2021-04', 1980],
  ])
})

test('what blocks a month is told by where its report stands', () => {
  const blockedBy = (state: string) =>
    told(aCase({ reports: [{ month: month('2021-03'), state, payable: true }] }))[0]?.slice(0, 2)
  assert.deepEqual(blockedBy('draft'), ['blocked', 'report-not-signed'])
  assert.deepEqual(blockedBy('being-handled'), ['blocked', 'report-being-handled'])
  assert.deepEqual(blockedBy('not-approved'), ['blocked', 'report-not-approved'])
})

test('a report that came too late gives nothing, so it is not told as blocked', () => {
  const late = { month: month('2021-03'), state: 'approved', payable: false }
  assert.deepEqual(
    told(aCase({ reports: [late] })).map(([, , key]) => key),
    ['base_fee 2021-04'],
  )
})

test('without an approved plan every month is blocked by the plan', () => {
  assert.deepEqual(
    told(aCase({ planApproved: false })).map(([state, why]) => [state, why]),
    [
      ['blocked', 'plan-missing'],
      ['blocked', 'plan-missing'],
    ],
  )
})

test('an approved month that is not posted is ready for the next statement', () => {
  const approved = { month: month('2021-03'), state: 'approved', payable: true }
  const ready = aCase({ facts: facts({ approvedReports: [month('2021-03')] }), reports: [approved] })
  assert.deepEqual(told(ready)[0], ['ready', 'next-statement', 'base_fee 2021-03', 1980])
  assert.deepEqual(
    told({ ...ready, posted: postedFor(ready.facts) }).map(([state]) => state),
    ['expected'],
  )
})

test('a claim that waits is blocked by its evidence, then by its verification, once it is payable', () => {
  const on = month('2021-09')
  const pays = (evidence: number) =>
    told(aCase({ claims: [job(day('2021-05-03'), evidence)], planApproved: false }), on).filter(
      ([, , key]) => !String(key).startsWith('base_fee'),
    )
  assert.deepEqual(pays(0), [
    ['blocked', 'claim-lacks-evidence', 'outcome_payment 2021-03-01', 38_000],
    ['blocked', 'claim-lacks-evidence', 'speed_premium 2021-03-01', 19_602],
  ])
  assert.equal(pays(1)[0]?.[1], 'claim-not-verified')
  const early = told(aCase({ claims: [job(day('2021-05-03'))] }), month('2021-08'))
  assert.deepEqual(
    early.filter(([, why]) => why === 'claim-not-verified'),
    [],
    'payable in September',
  )
})

test('what was paid and is right no longer is announced with its reason before it is taken back', () => {
  const withJob = facts({ outcomes: [job(day('2021-05-03'))] })
  const on = month('2021-09')
  assert.deepEqual(told(aCase({ posted: postedFor(withJob) }), on)[0], [
    'clawback',
    'outcome-no-longer-counts',
    'outcome_payment 2021-03-01',
    -38_000,
  ])
  const reported = facts({ approvedReports: [month('2021-05')] })
  assert.deepEqual(told(aCase({ posted: postedFor(reported) }), month('2021-05'))[0], [
    'clawback',
    'report-no-longer-approved',
    'base_fee 2021-05',
    -1980,
  ])
  const approved = [{ month: month('2021-05'), state: 'approved', payable: true }]
  const both = facts({ approvedReports: [month('2021-05')], outcomes: [job(day('2021-05-03'))] })
  const shortened = told(aCase({ facts: both, reports: approved, posted: postedFor(reported) }), on)
  assert.deepEqual(shortened.find(([state]) => state === 'clawback')?.slice(0, 3), [
    'clawback',
    'service-ended-earlier',
    'base_fee 2021-05',
  ])
})

test('a case that is refused, or has no rate, gives a question and no amounts', () => {
  const spell = { provider: 'p2', contract: 'k2', period: { start: day('2021-03-05'), end: null } }
  const twice = facts({ spells: [...facts().spells, spell] })
  assert.deepEqual(foreseen(aCase({ facts: twice }), april, lawFor), { lines: [], question: 'spells-overlap' })
  const unset = () => ({ ...law, baseFees: null })
  assert.equal(foreseen(aCase(), april, unset).question, 'rate-not-set')
})

test('another provider’s amounts are not told', () => {
  assert.deepEqual(told(aCase({ provider: 'p9' })), [])
})
