import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day, type Month, month } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { rulesOn } from '../../rules/index.ts'
import { amountsOf } from '../decision/domain/index.ts'
import { aProvider, type TestParticipant, type TestProvider } from '../market/testing.ts'
import { signalOutcome } from '../outcomes/index.ts'
import { aParticipant, outcomesWorld } from '../outcomes/testing.ts'
import { budgetCsv } from './budget-export.ts'
import { setBudgetFigure, valueFor } from './budget-figures.ts'
import { budgetNow, forecastAccuracy } from './budget-reads.ts'
import type { BudgetFigureBody } from './contract/budget.ts'
import { closeMonths, keepForecasts } from './index.ts'
import { anApprovedReport } from './testing.ts'

describe('the budget in a database', () => {
  let world: TestWorld
  let provider: TestProvider
  let participant: TestParticipant

  before(async () => {
    ;({ world } = await outcomesWorld('2022-04-04'))
    provider = await aProvider(world, { name: 'Stigen AB' })
    participant = await aParticipant(world, provider)
    await aParticipant(world, provider)
  })
  after(() => world.drop())

  const budget = (actor: Actor = world.approver) => world.must(actor, async (context) => ok(await budgetNow(context)))
  const accuracy = () => world.must(world.approver, async (context) => ok(await forecastAccuracy(context)))
  const figure = (changes: Partial<BudgetFigureBody>, actor = world.administrator) =>
    world.as(actor, (context) =>
      setBudgetFigure(context, {
        kind: 'appropriation',
        appropriation: '1:3',
        period: '2022',
        value: 1_200,
        reason: 'Regleringsbrev 2022.',
        ...changes,
      }),
    )
  const codeOf = async (result: ReturnType<typeof figure>) => {
    const answer = await result
    return answer.ok ? 'ok' : answer.problem.code
  }

  test('forecasts those who are placed, and what is committed by the decisions', async () => {
    const { firstMonth, cases, months, commitments, areas, offices } = await budget()
    assert.deepEqual([firstMonth, cases], ['2022-04', 2])
    assert.equal(months.length, 18)
    const [april, may] = months
    const levels = await world.rows<{ level: 'A' | 'B'; priceModel: '1' | '2' | null }>(
      'select level, price_model as "priceModel" from decision.v_decision order by level',
    )
    // Both begin in April: half a fee on average, then the whole, but for those who leave.
    const fees = levels.reduce((sum, one) => sum + amountsOf(one, rulesOn(world.today)).monthlyFeeOre, 0)
    const share = (ore: number | undefined) => (ore ?? 0) / fees
    assert.ok(share(april?.expectedOre) > 0.48 && share(april?.expectedOre) < 0.5, `${april?.expectedOre}`)
    assert.ok(share(may?.expectedOre) > 0.94 && share(may?.expectedOre) < 1, `${may?.expectedOre}`)
    assert.ok(
      months.every(
        ({ lowOre, expectedOre, highOre }) => 0 <= lowOre && lowOre <= expectedOre && expectedOre <= highOre,
      ),
    )
    assert.deepEqual(
      commitments.map(({ month, kind, level, decisions }) => [month, kind, level, decisions]),
      levels.map(({ level }) => ['2022-04', 'referral', level, 1]),
    )
    assert.equal(areas.length, 1)
    assert.ok(offices.length >= 1)
  })

  test('keeps the forecast once when a month has closed, and never changes it', async () => {
    world.today = day('2022-04-10')
    await world.sweep(keepForecasts)
    assert.equal((await world.rows('select 1 from compensation.budget_forecast')).length, 0)
    for (const on of ['2022-04-11', '2022-04-12', '2022-04-29']) {
      world.today = day(on)
      await world.sweep(keepForecasts)
    }
    const kept = await world.rows<{ made_in: string; made_on: string }>(
      'select made_in, made_on::text as made_on from compensation.budget_forecast',
    )
    assert.deepEqual(kept, [{ made_in: '2022-04', made_on: '2022-04-11' }])
    await assert.rejects(
      () => world.rows('update compensation.budget_forecast_line set expected_ore = 0'),
      /never changes/,
    )
    assert.deepEqual((await accuracy()).items, [], 'a month that is not closed says nothing')
  })

  test('holds it against what was posted, with its error and whether the interval held', async () => {
    await anApprovedReport(world, participant, provider, { month: '2022-04', decidedBy: world.secondCaseworker.userId })
    world.today = day('2022-05-11')
    await world.sweep(closeMonths, keepForecasts)
    const { items, leads } = await accuracy()
    const [april] = items
    assert.deepEqual([april?.month, april?.madeIn, april?.lead, april?.postedOre], ['2022-04', '2022-04', 0, 44_367])
    assert.equal(april?.errorShare, ((april?.expectedOre ?? 0) - 44_367) / 44_367)
    assert.deepEqual(
      leads.map(({ lead, months }) => [lead, months]),
      [[0, 1]],
    )
    const { posted } = await budget()
    assert.deepEqual(posted, [{ month: '2022-04', kind: 'base_fee', level: 'A', ore: 44_367 }])
  })

  test('takes work that is signalled as pay to come in four months, and no more fees', async () => {
    const before = await budget()
    await world.must(world.caseworker, (context) =>
      signalOutcome(context, {
        caseId: participant.caseId,
        kind: 'work',
        firstDay: day('2022-05-09'),
        employer: 'Bageriet',
      }),
    )
    const now = await budget()
    const payOf = ({ parts }: typeof now, name: string) =>
      parts
        .filter((one) => one.month === name && one.kind !== 'base_fee')
        .reduce((sum, one) => sum + one.expectedOre, 0)
    assert.ok(payOf(now, '2022-09') > payOf(before, '2022-09') + 1_400_000)
    assert.ok((now.months[1]?.expectedOre ?? 0) < (before.months[1]?.expectedOre ?? 0))
  })

  test('assumes new referrals as of late, or as planned', async () => {
    const { newDecisions, months } = await budget()
    assert.equal(newDecisions.perMonth, 2 / 3)
    // On the 11th of May twenty days of it are left; who is referred in them begins in June.
    const [, june, july] = months
    assert.ok((june?.fromNewOre ?? 0) < (20 / 31) * (july?.fromNewOre ?? 0))
    assert.equal(
      await codeOf(figure({ kind: 'new-decisions', appropriation: null, period: '2022-06', value: 600 })),
      'ok',
    )
    const planned = await budget()
    assert.deepEqual(planned.newDecisions.planned, [{ month: '2022-06', decisions: 600 }])
    assert.equal(planned.months[1]?.expectedOre, months[1]?.expectedOre, 'who is referred in June begins in July')
    assert.ok((planned.months[2]?.fromNewOre ?? 0) > 600 * 110_000)
  })

  test('draws the appropriation month by month, the month’s own figure before the year’s', async () => {
    assert.equal(await codeOf(figure({ value: 1_200_000_005 })), 'ok')
    assert.equal(await codeOf(figure({ period: '2022-07', value: 7 })), 'ok')
    assert.equal(await codeOf(figure({ period: '2022-07', value: 9 })), 'ok')
    const { appropriated, figures } = await budget()
    const of2022 = appropriated.filter((one) => one.month.startsWith('2022'))
    assert.equal(of2022.length, 12)
    assert.equal(of2022.find((one) => one.month === '2022-07')?.ore, 9)
    assert.deepEqual(
      figures.filter((one) => one.period === '2022-07').map(({ value, replaced }) => [value, replaced]),
      [
        [9, false],
        [7, true],
      ],
    )
    const whole = [{ kind: 'appropriation', appropriation: '1:3', period: '2022', value: 1_200_000_005 }] as const
    const months = Array.from({ length: 12 }, (_, index) => month(`2022-${String(index + 1).padStart(2, '0')}`))
    const split = months.map((name: Month) =>
      valueFor(whole, { kind: 'appropriation', appropriation: '1:3', month: name }),
    )
    assert.equal(
      split.reduce((sum: number, one) => sum + (one ?? 0), 0),
      1_200_000_005,
    )
  })

  test('refuses figures that no budget has, and everyone but the administrator', async () => {
    assert.equal(await codeOf(figure({ value: -1 })), 'budget-limit-range')
    assert.equal(await codeOf(figure({ value: 1e15 })), 'budget-limit-range')
    assert.equal(await codeOf(figure({ kind: 'new-decisions', appropriation: null, value: 1.5 })), 'budget-limit-range')
    assert.equal(await codeOf(figure({ period: '2021-12' })), 'budget-period-past')
    assert.equal(await codeOf(figure({ period: 'i fjol' })), 'budget-period-unknown')
    assert.equal(await codeOf(figure({ appropriation: '1:9' })), 'appropriation-unknown')
    assert.equal(await codeOf(figure({ appropriation: null })), 'appropriation-unknown')
    assert.equal(await codeOf(figure({}, world.approver)), 'not-allowed')
  })

  test('shows a provider nothing, and an analyst what the approver sees', async () => {
    const bare = await budget(provider.coordinator)
    assert.deepEqual([bare.cases, bare.posted, bare.figures, bare.commitments], [0, [], [], []])
    assert.deepEqual((await budget(await world.anActor('analyst'))).months, (await budget()).months)
  })

  test('is exported as a table that a spreadsheet reads and does not run', async () => {
    const { body, fileName } = await budgetCsv(await budget())
    const lines = String(body).split('\r\n')
    assert.equal(fileName, 'budget-2022-05.csv')
    assert.equal(lines[0], '\uFEFFmonth;kind;level;posted_sek;expected_sek;low_sek;high_sek')
    assert.equal(lines[1], '2022-04;base_fee;A;443,67;;;')
    const guarded = await budgetCsv({
      ...(await budget()),
      posted: [{ month: '=1+1', kind: 'base_fee', level: 'A', ore: -5 }],
    })
    assert.match(String(guarded.body), /'=1\+1;base_fee;A;-0,05/)
  })
})
