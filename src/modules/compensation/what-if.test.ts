import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day, month } from '../../kernel/day.ts'
import { kronor } from '../../kernel/money.ts'
import type { Actor } from '../../platform/actor.ts'
import { openLog } from '../../platform/log.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { aProvider, type TestParticipant, type TestProvider } from '../market/testing.ts'
import { verifyOutcome } from '../outcomes/index.ts'
import { aClaim, aParticipant, outcomesWorld } from '../outcomes/testing.ts'
import type { WhatIfReply } from './contract.ts'
import { type AskWhatIf, askWhatIf, closeMonth, computeWhatIf, tasks, whatIfPage } from './index.ts'
import { anApprovedReport, workOf } from './testing.ts'

describe('what a month would give', () => {
  let world: TestWorld
  let provider: TestProvider
  let ann: TestParticipant
  let ben: TestParticipant

  before(async () => {
    ;({ world } = await outcomesWorld('2022-04-04'))
    provider = await aProvider(world, { name: 'Stigen AB' })
    ann = await aParticipant(world, provider)
    ben = await aParticipant(world, provider, { protection: 'secrecy-mark' })
    for (const person of [ann, ben]) {
      await anApprovedReport(world, person, provider, { month: '2022-04' })
      await anApprovedReport(world, person, provider, { month: '2022-05' })
    }
    world.today = day('2022-06-13')
    await closeMonth(workOf(world), { month: month('2022-05') })
    world.today = day('2022-09-20')
    const claimId = await aClaim(world, provider, ann, { firstDay: '2022-05-16' })
    await world.must(world.secondCaseworker, (context) =>
      verifyOutcome(context, { claimId, outcome: 'verified', reason: 'Inkomstuppgiften stämmer' }),
    )
    world.today = day('2022-10-11')
  })
  after(() => world.drop())

  const posted = () =>
    world.rows(
      `select (select count(*) from compensation.statement) as statements, (select count(*) from compensation.entitlement_line) as lines,
              (select count(*) from compensation.month_closed) as closed, (select count(*) from compensation.month_run) as runs,
              (select count(*) from ledger.posting) as postings, (select count(*) from platform.task where kind = 'settle-money') as tasks`,
    )
  const page = (actor: Actor, whatIfId: string) =>
    world.must(actor, (c) => whatIfPage(c, whatIfId, { page: 1, limit: 20 }))
  const computed = async (command: AskWhatIf): Promise<WhatIfReply> => {
    const { whatIfId } = await world.must(world.approver, (c) => askWhatIf(c, command))
    assert.equal((await page(world.approver, whatIfId)).state, 'waiting')
    await tasks['what-if'](workOf(world), { whatIfId }, openLog())
    return page(world.approver, whatIfId)
  }
  const sums = (reply: WhatIfReply) =>
    Object.fromEntries(reply.byKind.map((each) => [each.kind, [each.oldOre, each.newOre, each.differenceOre]]))

  test('now is old, new and the difference that closing it would post, and nothing is posted', async () => {
    const before = await posted()
    const reply = await computed({ month: month('2022-09') })
    assert.deepEqual(await posted(), before)
    assert.deepEqual([reply.state, reply.contracts, reply.contractsDone, reply.openCases], ['done', 1, 1, 0])
    assert.deepEqual(sums(reply), {
      base_fee: [390_867, 328_415, -62_452],
      outcome_payment: [0, 2_030_000, 2_030_000],
      speed_premium: [0, 1_347_133, 1_347_133],
    })
    assert.deepEqual(
      reply.lines.items.map((line) => [line.caseId, line.kind, line.differenceOre]),
      [
        [ann.caseId, 'outcome_payment', 2_030_000],
        [ann.caseId, 'speed_premium', 1_347_133],
        [ann.caseId, 'base_fee', -62_452],
      ],
    )
    assert.deepEqual(
      reply.byProvider.map((each) => [each.providerName, each.differenceOre]),
      [['Stigen AB', 3_314_681]],
    )
    const { whatIfId } = reply
    assert.ok((await computeWhatIf(workOf(world), whatIfId)).ok, 'run again it changes nothing')
    assert.deepEqual(await page(world.overseer, whatIfId), reply)
  })

  test('under other prices tells what they would give, for whom the reader may see', async () => {
    const before = await posted()
    const prices = (a: number) => ({ A: kronor(a), B: kronor(a), C: kronor(a) })
    const reply = await computed({
      month: month('2022-05'),
      baseFeeOre: prices(2_420),
      outcomePaymentOre: prices(10_000),
    })
    assert.deepEqual(await posted(), before)
    // April is 11 of 30 days of 2 420 kronor for both; Ann has 15 of 31 days in May. The outcome is payable in September.
    assert.deepEqual(sums(reply), { base_fee: [390_867, 2 * 88_733 + 117_097 + 242_000, 145_696] })
    assert.deepEqual(
      reply.lines.items.map((line) => line.caseId),
      [ann.caseId],
      'Ben is counted, and his name and sum are not shown',
    )
    assert.equal(reply.byKind[0]?.cases, 2)
    const later = await computed({ month: month('2022-09'), outcomePaymentOre: prices(10_000) })
    assert.deepEqual(sums(later).outcome_payment, [0, 1_000_000, 1_000_000])
  })

  test('is what closing the month then posts', async () => {
    const foreseen = await computed({ month: month('2022-09') })
    await closeMonth(workOf(world), { month: month('2022-09') })
    const lines = await world.rows<{ kind: string; ore: number }>(
      `select l.kind, sum(l.amount_ore) as ore from compensation.entitlement_line l join compensation.statement s on s.id = l.statement_id
        where s.month = '2022-09' group by 1 order by 1`,
    )
    const expected = foreseen.byKind.map((each) => ({ kind: each.kind, ore: each.differenceOre }))
    assert.deepEqual(lines, expected)
    const after = await computed({ month: month('2022-09') })
    assert.deepEqual([after.byKind.map((each) => each.differenceOre), after.lines.total], [[0, 0, 0], 0])
    const earlier = await computed({ month: month('2022-05') })
    assert.deepEqual(
      sums(earlier),
      { base_fee: [328_415, 328_415, 0] },
      'what a later month paid is left out of account',
    )
  })

  test('is for approvers, of a month that is over', async () => {
    const codeOf = async (actor: Actor, text: string) => {
      const asked = await world.as(actor, (c) => askWhatIf(c, { month: month(text) }))
      return asked.ok ? null : asked.problem.code
    }
    assert.equal(await codeOf(world.approver, '2022-10'), 'month-not-over')
    assert.equal(await codeOf(world.caseworker, '2022-09'), 'not-allowed')
    const nowhere = await world.as(world.approver, (c) => whatIfPage(c, ann.caseId, { page: 1, limit: 20 }))
    assert.equal(nowhere.ok ? null : nowhere.problem.code, 'not-found')
    const missing = await computeWhatIf(workOf(world), ann.caseId)
    assert.equal(missing.ok ? null : missing.problem.code, 'not-found')
  })
})
