import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day, month } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { aProvider, type TestParticipant, type TestProvider } from '../market/testing.ts'
import { verifyOutcome } from '../outcomes/index.ts'
import { aClaim, aParticipant, outcomesWorld } from '../outcomes/testing.ts'
import { closeMonth, providerMoney } from './index.ts'
import { anApprovedReport, workOf } from './testing.ts'

describe('what a provider can expect, in a database', () => {
  let world: TestWorld
  let provider: TestProvider
  let other: TestProvider
  let participant: TestParticipant

  before(async () => {
    ;({ world } = await outcomesWorld('2022-04-04'))
    provider = await aProvider(world, { name: 'Stigen AB' })
    other = await aProvider(world, { name: 'Bron AB' })
    participant = await aParticipant(world, provider)
    await world.rows(
      `insert into delivery.plan (id, case_id, person_id, placement_id, provider_id, decision_id, version, goals, activities, hours_per_week,
         language_support, agreed_on, recorded_at)
       select uuidv7(), case_id, person_id, placement_id, provider_id, decision_id, 1, '', '[]', 40, false, first_day, recorded_at
         from market.v_placement where case_id = $1`,
      [participant.caseId],
    )
    await world.rows(
      `insert into delivery.plan_decision (plan_id, case_id, person_id, outcome, why, on_day, recorded_at, recorded_by)
       select plan_id, case_id, person_id, 'approved', 'Prov', agreed_on, recorded_at, $1 from delivery.v_plan`,
      [world.caseworker.userId],
    )
  })
  after(() => world.drop())

  const money = (actor: Actor) =>
    world.must(actor, async (c) => ok(await providerMoney(c, { page: 1, limit: 20 }, 'sv')))
  const told = async (actor: Actor = provider.coordinator) =>
    (await money(actor)).items.map((one) => [one.state, one.why, one.kind, one.month, one.amountOre])

  test('a month without a report is blocked, the one that goes on is expected, each with its arithmetic', async () => {
    world.today = day('2022-05-04')
    assert.deepEqual(await told(), [
      ['blocked', 'report-missing', 'base_fee', '2022-04', 44_367],
      ['expected', 'month-goes-on', 'base_fee', '2022-05', 121_000],
    ])
    const [april] = (await money(provider.coordinator)).items
    assert.ok(april?.participant?.startsWith('Prova'))
    assert.match((april?.steps ?? []).join(' '), /11 av månadens 30 dagar/)
  })

  test('an approved month is ready, then posted, and what waits for approval is told beside it', async () => {
    await anApprovedReport(world, participant, provider, { month: '2022-04' })
    assert.deepEqual((await told())[0], ['ready', 'next-statement', 'base_fee', '2022-04', 44_367])
    world.today = day('2022-05-11')
    await closeMonth(workOf(world), { month: month('2022-04') })
    const { sums, posted } = await money(provider.coordinator)
    assert.deepEqual([sums.ready.lines, posted.waiting], [0, { lines: 1, ore: 44_367 }])
  })

  test('a claim blocks its payment until it is verified, and then what was paid too much is announced as taken back', async () => {
    await anApprovedReport(world, participant, provider, { month: '2022-05' })
    world.today = day('2022-06-11')
    await closeMonth(workOf(world), { month: month('2022-05') })
    world.today = day('2022-09-20')
    const claimId = await aClaim(world, provider, participant, { firstDay: '2022-05-16' })
    const waits = (await told()).filter(([, why]) => why === 'claim-not-verified')
    assert.deepEqual(
      waits.map(([, , kind, , amount]) => [kind, amount]),
      [
        ['outcome_payment', 2_030_000],
        ['speed_premium', 1_347_133],
      ],
    )
    await world.must(world.secondCaseworker, (context) =>
      verifyOutcome(context, { claimId, outcome: 'verified', reason: 'Inkomstuppgiften stämmer' }),
    )
    const { items, sums } = await money(provider.coordinator)
    assert.deepEqual(
      [items[0]?.state, items[0]?.why, items[0]?.amountOre],
      ['clawback', 'service-ended-earlier', -62_452],
    )
    assert.equal(items[0]?.postedOre, 121_000)
    assert.deepEqual([sums.clawback.ore, sums.ready.lines, sums.blocked.lines], [-62_452, 2, 0])
  })

  test('other providers, staff of the authority and participants are told nothing', async () => {
    for (const actor of [other.coordinator, world.caseworker, world.approver, participant.actor]) {
      assert.deepEqual(await told(actor), [], actor.role)
      const facts = await world.must(actor, async (context) => {
        const { rows } = await sql`select * from compensation.own_money_facts('2020-01-01')`.execute(context.db)
        return ok(rows.length)
      })
      assert.equal(facts, 0, actor.role)
    }
  })
})
