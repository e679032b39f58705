import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { fromInclusive } from '../../../kernel/period.ts'
import { must } from '../../../kernel/result.ts'
import { rulesOn } from '../../../rules/index.ts'
import { judgedChains } from './counting.ts'
import { lastedMonths, type Outcome, runsOf } from './lasting-run.ts'
import { chainCases, runCases } from './outcomes.cases.ts'
import { type Granted, latestFirstDay, type ProviderSpell, serviceChains, spellPaidFor } from './service.ts'

const rules = rulesOn(day('2022-10-03'))
const granted = (from: string, to: string) => ({ period: fromInclusive(day(from), day(to)) }) as Granted
const spell = (provider: string, from: string, to: string | null): ProviderSpell => ({
  provider,
  period: fromInclusive(day(from), to === null ? null : day(to)),
})
const aJob = (from: string, to: string | null, extentPercent: number | null = null, number = 0): Outcome => ({
  key: `k${number}`,
  reportedNumber: number,
  kind: 'work',
  subsidised: false,
  extentPercent,
  pacePercent: null,
  period: fromInclusive(day(from), to === null ? null : day(to)),
  verified: true,
})

describe('chains of decisions', () => {
  for (const { rule, decisions, spells, chains } of chainCases) {
    test(rule, () => {
      const found = must(
        serviceChains(
          decisions.map(([from, to]) => granted(from, to)),
          spells.map(([provider, from, to]) => spell(provider, from, to)),
          rules,
        ),
      )
      assert.deepEqual(
        found.map((chain) => [
          chain.firstDay,
          chain.lastGrantedDay,
          chain.lastDayInService,
          latestFirstDay(chain, rules),
        ]),
        chains,
      )
    })
  }

  test('overlapping decisions and spells are refused', () => {
    const one = granted('2021-03-01', '2021-08-27')
    const codeOf = (decisions: Granted[], spells: ProviderSpell[]) => {
      const result = serviceChains(decisions, spells, rules)
      return result.ok ? null : result.problem.code
    }
    assert.equal(codeOf([one, granted('2021-08-27', '2022-02-01')], []), 'decisions-overlap')
    assert.equal(codeOf([one], [spell('p', '2021-03-01', null), spell('p', '2021-05-01', null)]), 'spells-overlap')
  })

  test('the outcome is paid to whoever had the person, else to the latest, else to the first', () => {
    const spells = [spell('p1', '2021-03-10', '2021-04-01'), spell('p2', '2021-05-01', '2021-06-01')]
    const [chain] = must(serviceChains([granted('2021-03-01', '2021-08-27')], spells, rules))
    assert.ok(chain)
    const providerOn = (on: string) => spellPaidFor(chain, day(on))?.provider
    assert.deepEqual(['2021-03-05', '2021-03-10', '2021-04-20', '2021-05-01', '2021-10-01'].map(providerOn), [
      'p1',
      'p1',
      'p1',
      'p2',
      'p2',
    ])
    assert.equal(spellPaidFor({ ...chain, spells: [] }, day('2021-04-01')), null)
  })
})

describe('work that lasts', () => {
  for (const { rule, work, wanted, months, runs } of runCases) {
    test(rule, () => {
      const jobs = work.map(([from, to, extent], index) => aJob(from, to, extent, index))
      const found = runsOf(jobs, wanted, rules).map((run) => {
        const lasted = lastedMonths(run, months, rules)
        return [run.firstDay, lasted && [lasted.requiredLastDay, lasted.payableOn]]
      })
      assert.deepEqual(found, runs)
    })
  }

  test('a run names what it consists of, in the order of reporting', () => {
    const [run] = runsOf([aJob('2021-04-05', null, null, 1), aJob('2021-03-01', '2021-04-01', null, 2)], 100, rules)
    assert.deepEqual([run?.keys, run?.reportedNumber], [['k1', 'k2'], 2])
  })

  test('without the rule of gaps, work with a gap is two', () => {
    const strict = { ...rules, outcomes: { ...rules.outcomes, gapDays: 0 } }
    const jobs = [aJob('2021-03-01', '2021-03-31'), aJob('2021-04-02', '2021-04-30'), aJob('2021-05-01', null)]
    assert.deepEqual(
      runsOf(jobs, null, strict).map((run) => run.firstDay),
      ['2021-03-01', '2021-04-02'],
    )
  })
})

describe('the outcome that counts', () => {
  const decisions = [granted('2021-03-01', '2021-08-27')]
  const spells = [spell('p1', '2021-03-01', null)]

  test('on one day the first reported is the one', () => {
    const studies: Outcome = { ...aJob('2021-05-01', null, null, 1), key: 'studies', kind: 'studies' }
    const facts = { decisions, spells, outcomes: [aJob('2021-05-01', null, null, 2), studies], wantedPercent: null }
    const [judged] = must(judgedChains(facts, () => rules))
    assert.deepEqual(judged?.outcome?.run.keys, ['studies'])
  })

  test('nobody who was never in the service has one', () => {
    const result = judgedChains(
      { decisions, spells: [], outcomes: [aJob('2021-05-01', null)], wantedPercent: 100 },
      () => rules,
    )
    assert.equal(result.ok ? null : result.problem.code, 'never-in-service')
  })
})
