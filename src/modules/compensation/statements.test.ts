import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day, month } from '../../kernel/day.ts'
import type { StatementId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { aProvider, type TestParticipant, type TestProvider } from '../market/testing.ts'
import { verifyOutcome } from '../outcomes/index.ts'
import { aClaim, aParticipant, outcomesWorld } from '../outcomes/testing.ts'
import {
  actionsOf,
  approveStatement,
  closeContract,
  closeMonth,
  closeMonths,
  explainLine,
  moneyOf,
  requestMonthRun,
  returnStatement,
  statementPage,
  statementsOf,
} from './index.ts'
import { anApprovedReport, workOf } from './testing.ts'

interface StatementRow {
  id: StatementId
  month: string
  total_ore: number
  line_count: number
}

describe('statements in a database', () => {
  let world: TestWorld
  let provider: TestProvider
  let other: TestProvider
  let participant: TestParticipant
  let approver: Actor
  let secondApprover: Actor

  before(async () => {
    ;({ world } = await outcomesWorld('2022-04-04'))
    provider = await aProvider(world, { name: 'Stigen AB' })
    other = await aProvider(world, { name: 'Bron AB' })
    participant = await aParticipant(world, provider)
    approver = world.approver
    secondApprover = await world.anActor('approver', { name: 'Bo Prov' })
  })
  after(() => world.drop())

  const codeOf = async <T>(actor: Actor, body: (context: Context) => Promise<Result<T>>) => {
    const result = await world.as(actor, body)
    return result.ok ? null : result.problem.code
  }
  const statements = () =>
    world.rows<StatementRow>(
      'select id, month, total_ore, line_count from compensation.statement order by recorded_at, id',
    )
  const statementOf = async (text: string): Promise<StatementRow> => {
    const found = (await statements()).findLast((each) => each.month === text)
    assert.ok(found, `no statement for ${text}`)
    return found
  }
  const approve = (actor: Actor, statement: StatementRow, totalOre = statement.total_ore) =>
    codeOf(actor, (context) => approveStatement(context, { statementId: statement.id, totalOre }))
  const amounts = async (statement: StatementRow) =>
    (
      await world.rows<{ key: string; ore: number }>(
        'select entitlement_key as key, amount_ore as ore from compensation.entitlement_line where statement_id = $1 order by 1',
        [statement.id],
      )
    ).map((row) => [row.key, row.ore])

  test('the month before is closed the day after the reports were due, once', async () => {
    await anApprovedReport(world, participant, provider, { month: '2022-04', decidedBy: world.secondCaseworker.userId })
    world.today = day('2022-05-10')
    await world.sweep(closeMonths)
    assert.deepEqual(await statements(), [])
    world.today = day('2022-05-11')
    await world.sweep(closeMonths)
    world.today = day('2022-05-12')
    await world.sweep(closeMonths)
    const [april, ...more] = await statements()
    assert.ok(april)
    assert.deepEqual(more, [])
    assert.deepEqual(await world.rows('select level from decision.v_decision'), [{ level: 'A' }])
    // In service from 20 April: 11 of 30 days of 1 210 kronor.
    assert.deepEqual(await amounts(april), [['base_fee 2022-04', 44_367]])
    assert.deepEqual([april.month, april.line_count], ['2022-04', 1])
    const closed = await world.rows('select statement_id from compensation.month_closed')
    assert.equal(closed.length, 1, 'a contract nobody was placed under is not closed')
  })

  test('nobody but the system closes, and no month that is not over', async () => {
    const { contractId } = provider
    const close = (actor: Actor, text: string) =>
      codeOf(actor, (context) => closeContract(context, { contractId, month: month(text) }))
    assert.equal(await close(approver, '2022-04'), 'not-allowed')
    assert.equal(await close(systemActor, '2022-05'), 'month-not-over')
    assert.equal(await codeOf(world.caseworker, (c) => requestMonthRun(c, { month: month('2022-04') })), 'not-allowed')
    assert.equal(await codeOf(approver, (c) => requestMonthRun(c, { month: month('2022-05') })), 'month-not-over')
  })

  test('the participant never sees money, other providers never this one’s', async () => {
    const seen = (actor: Actor) =>
      world.must(actor, async (context) => {
        const { rows } = await sql<{ lines: number; statements: number; steps: number }>`
          select (select count(*) from compensation.entitlement_line) as lines, (select count(*) from compensation.v_statement) as statements,
                 (select count(*) from compensation.v_step) as steps`.execute(context.db)
        const row = rows[0]
        return ok([row?.lines, row?.statements, row?.steps])
      })
    const analyst = await world.anActor('analyst')
    const municipality = await world.anActor('municipality', {
      organisationId: await world.anOrganisation('municipality', 'Mölndals stad'),
    })
    for (const actor of [participant.actor, other.coordinator, analyst, municipality, world.administrator]) {
      assert.deepEqual(await seen(actor), [0, 0, 0], actor.role)
    }
    for (const actor of [provider.coordinator, world.caseworker, approver, world.overseer]) {
      assert.deepEqual(await seen(actor), [1, 1, 1], actor.role)
    }
  })

  test('two different approvers are needed for what the calendar made, and what they saw must still hold', async () => {
    const april = await statementOf('2022-04')
    assert.equal(await approve(world.caseworker, april), 'not-allowed')
    assert.equal(await approve(provider.coordinator, april), 'not-allowed')
    assert.equal(await approve(approver, april, april.total_ore + 1), 'changed-meanwhile')
    const nowhere = { ...april, id: participant.caseId as unknown as StatementId }
    assert.equal(await approve(approver, nowhere), 'not-found')
    assert.equal(await approve(approver, april), null)
    assert.equal(await approve(approver, april), 'four-eyes-same-person')
    const page = await world.must(approver, (c) => statementPage(c, april.id, { page: 1, limit: 20 }, 'sv'))
    assert.deepEqual([page.state, page.approvals, page.can.approve.because], ['waiting', 1, 'four-eyes-same-person'])
    assert.deepEqual(
      page.outliers.map((one) => [one.code, one.line]),
      [['first-statement', null]],
    )
    assert.match(page.outliers[0]?.text ?? '', /första underlag/)
    const own = await world.must(provider.coordinator, (c) => statementPage(c, april.id, { page: 1, limit: 20 }, 'sv'))
    assert.deepEqual([own.outliers, own.questions], [[], []], 'what the authority looks at is its own')
    assert.equal(await approve(secondApprover, april), null)
    const third = await world.anActor('approver')
    assert.equal(await approve(third, april), 'already-approved')
    assert.equal(
      await codeOf(third, (c) => returnStatement(c, { statementId: april.id, code: 'other', reason: 'För sent' })),
      'already-approved',
    )
    const notices = await world.rows("select 1 from platform.notice where kind = 'compensation.statement-approved'")
    assert.equal(notices.length, 1)
  })

  test('who decided, verified or approved a fact never approves the money, not even past the application', async () => {
    await anApprovedReport(world, participant, provider, { month: '2022-05', decidedBy: world.secondCaseworker.userId })
    world.today = day('2022-06-11')
    await world.sweep(closeMonths)
    const may = await statementOf('2022-05')
    for (const facts of [world.caseworker, world.secondCaseworker]) {
      const sameAsApprover: Actor = { ...facts, role: 'approver' }
      assert.equal(await approve(sameAsApprover, may), 'four-eyes-fact')
      await assert.rejects(
        world.as(sameAsApprover, async (context) => {
          await sql`insert into compensation.statement_approval values (${may.id}, ${provider.providerId}, 1, ${facts.userId}, ${may.total_ore}, ${context.now})`.execute(
            context.db,
          )
          return ok(null)
        }),
        /four eyes/,
      )
    }
  })

  test('a returned statement needs a reason, counts as not posted and is made again on request', async () => {
    const may = await statementOf('2022-05')
    const giveBack = (actor: Actor, reason: string) =>
      codeOf(actor, (context) => returnStatement(context, { statementId: may.id, code: 'fact-wrong', reason }))
    assert.equal(await giveBack(world.caseworker, 'Fel'), 'not-allowed')
    assert.equal(await giveBack(approver, '  '), 'required')
    assert.equal(await giveBack(approver, 'Kontrollera redovisningen'), null)
    assert.equal(await giveBack(secondApprover, 'Kontrollera redovisningen'), 'already-returned')
    assert.equal(await approve(secondApprover, may), 'already-returned')
    world.today = day('2022-06-12')
    await world.sweep(closeMonths)
    assert.equal((await statements()).length, 2, 'the calendar does not make it again')
    const sums = await closeMonth(workOf(world), { month: month('2022-05'), requestedBy: approver.userId })
    assert.deepEqual(sums, ok({ statements: 1, lines: 1, openCases: 0 }))
    const again = await statementOf('2022-05')
    assert.notEqual(again.id, may.id)
    assert.deepEqual(await amounts(again), await amounts(may))
    assert.equal(await approve(approver, again), 'four-eyes-preparer')
    assert.equal(await approve(secondApprover, again), null)
    const page = await world.must(approver, (c) => statementPage(c, again.id, { page: 1, limit: 20 }, 'en'))
    assert.deepEqual(
      [page.state, page.neededApprovers, page.madeByName, page.change.previousMonth, page.change.newCases],
      ['approved', 1, 'Alex Prov', '2022-04', 0],
    )
    assert.equal(page.returned, null)
    const why = { code: page.returnedBefore?.code, reason: page.returnedBefore?.reason, by: page.returnedBefore?.name }
    assert.deepEqual(why, { code: 'fact-wrong', reason: 'Kontrollera redovisningen', by: 'Alex Prov' })
    const list = await world.must(secondApprover, async (c) =>
      ok(await statementsOf(c, { page: 1, limit: 20, state: 'returned' })),
    )
    assert.deepEqual(
      list.items.map((one) => [one.month, one.returned?.code, one.madeAgain]),
      [['2022-05', 'fact-wrong', true]],
    )
  })

  test('a late report is paid with the next statement, about its own month', async () => {
    world.today = day('2022-07-11')
    await anApprovedReport(world, participant, provider, { month: '2022-07', signedOn: day('2022-08-05') })
    await world.sweep(closeMonths)
    assert.equal((await statements()).at(-1)?.month, '2022-05', 'nothing to post for June')
    await anApprovedReport(world, participant, provider, { month: '2022-06', signedOn: day('2022-08-05') })
    world.today = day('2022-08-11')
    await world.sweep(closeMonths)
    assert.deepEqual(
      (await amounts(await statementOf('2022-07'))).map(([key]) => key),
      ['base_fee 2022-06', 'base_fee 2022-07'],
    )
  })

  test('a late outcome takes back what was paid for days after it began, and pays the outcome and the premium', async () => {
    world.today = day('2022-09-20')
    const claimId = await aClaim(world, provider, participant, { firstDay: '2022-05-16' })
    await world.must(world.secondCaseworker, (context) =>
      verifyOutcome(context, { claimId, outcome: 'verified', reason: 'Inkomstuppgiften stämmer' }),
    )
    world.today = day('2022-10-11')
    await world.sweep(closeMonths)
    const september = await statementOf('2022-09')
    const lines = new Map((await amounts(september)) as [string, number][])
    assert.deepEqual([...lines].sort(), [
      // 15 of 31 days are right, all 31 were posted: 58 548 − 121 000.
      ['base_fee 2022-05', -62_452],
      ['base_fee 2022-06', -121_000],
      ['base_fee 2022-07', -121_000],
      ['outcome_payment 2022-04-20', 2_030_000],
      // 26 days used, 334 left: 121 000 × 334 / 30.
      ['speed_premium 2022-04-20', 1_347_133],
    ])
    const sum = [...lines.values()].reduce((all, each) => all + each, 0)
    assert.equal(september.total_ore, sum)
    assert.equal(await approve({ ...world.secondCaseworker, role: 'approver' }, september), 'four-eyes-fact')
    const page = await world.must(approver, (c) => statementPage(c, september.id, { page: 1, limit: 2 }, 'sv'))
    assert.deepEqual([page.change.corrections.lines, page.lineItems.total, page.lineItems.items.length], [3, 5, 2])
    assert.deepEqual(page.change.clawbacks, { lines: 3, ore: -62_452 - 121_000 - 121_000 })
    assert.ok(
      page.lineItems.items.every((line) => line.amountOre < 0),
      'corrections come first',
    )
    assert.deepEqual(page.hidden, { lines: 0, ore: 0 })
  })

  test('the same facts again give no lines', async () => {
    world.today = day('2022-11-11')
    await world.sweep(closeMonths)
    assert.equal((await statements()).at(-1)?.month, '2022-09')
  })

  test('every line of the case is explained to staff and provider', async () => {
    const money = await world.must(world.caseworker, async (c) => ok(await moneyOf(c, participant.caseId, 'sv')))
    const clawback = money.lines.find((line) => line.month === '2022-06' && line.amountOre < 0)
    assert.match(clawback?.steps.at(-1)?.text ?? '', /^Rätt belopp är 0,00.kr; .* är redan bokfört, så skillnaden är −/)
    const payment = money.lines.find((line) => line.kind === 'outcome_payment')
    assert.equal(payment?.rule.name, 'compensation.outcomePaymentOre')
    assert.equal(payment?.facts.claimIds.length, 1)
    assert.equal(payment?.participant?.startsWith('Prova'), true)
    const april = money.lines.find((line) => line.month === '2022-04')
    assert.deepEqual([april?.state, april?.approvals.length, april?.facts.reportIds.length], ['approved', 2, 1])
    const [total] = money.totals
    const standing = money.lines.filter((line) => line.state !== 'returned')
    assert.equal(
      total?.postedOre,
      standing.reduce((all, line) => all + line.amountOre, 0),
    )
    const own = await world.must(provider.coordinator, async (c) => ok(await moneyOf(c, participant.caseId, 'sv')))
    assert.equal(own.lines.length, money.lines.length)
    const others = await world.must(other.coordinator, async (c) => ok(await moneyOf(c, participant.caseId, 'sv')))
    assert.deepEqual(others, { totals: [], lines: [] })
    assert.deepEqual(await world.must(approver, async (c) => ok(await actionsOf(c, participant.caseId))), [])
  })

  test('one amount is explained all the way down to its provider and to staff, and to nobody else', async () => {
    const money = await world.must(world.caseworker, async (c) => ok(await moneyOf(c, participant.caseId, 'sv')))
    const lineFor = (text: string) => {
      const found = money.lines.find(
        (line) => `${line.kind} ${line.month ?? ''}`.trim() === text && line.amountOre !== 0,
      )
      assert.ok(found, text)
      return found.lineId
    }
    const explain = (actor: Actor, lineId: string) => world.must(actor, (c) => explainLine(c, lineId, 'sv'))
    const outcome = await explain(world.caseworker, lineFor('outcome_payment'))
    assert.deepEqual(
      [outcome.rule.title, outcome.rule.provenance, outcome.facts.claims.length, outcome.facts.decisions.length],
      ['Resultatersättning', 'C', 1, 1],
    )
    const [claim] = outcome.facts.claims
    assert.deepEqual([claim?.firstDay, claim?.decidedByName, claim?.evidence], ['2022-05-16', 'Noor Prov', 1])
    const own = await explain(provider.coordinator, lineFor('outcome_payment'))
    assert.deepEqual(own.facts.claims, outcome.facts.claims)
    assert.equal(own.facts.unseen, 1, 'the decision of somebody who has left is no longer the provider’s to read')
    const clawback = await explain(world.caseworker, lineFor('base_fee 2022-06'))
    assert.deepEqual(
      clawback.history.map((one) => [one.month, one.amountOre]),
      [
        ['2022-07', 121_000],
        ['2022-09', -121_000],
      ],
    )
    const april = await explain(approver, lineFor('base_fee 2022-04'))
    assert.deepEqual(
      [april.statement.state, april.statement.version, april.statement.approvals.map((one) => one.name)],
      ['approved', 1, ['Alex Prov', 'Bo Prov']],
    )
    assert.deepEqual([april.facts.reports[0]?.month, april.facts.reports[0]?.how], ['2022-04', 'person'])
    for (const stranger of [participant.actor, other.coordinator, world.administrator])
      assert.equal(
        await codeOf(stranger, (c) => explainLine(c, lineFor('outcome_payment'), 'sv')),
        'not-found',
        stranger.role,
      )
  })

  test('the list shows what waits first', async () => {
    const list = await world.must(approver, async (c) => ok(await statementsOf(c, { page: 1, limit: 20 })))
    assert.deepEqual(
      list.items.map((each) => `${each.month} ${each.state}`),
      ['2022-09 waiting', '2022-07 waiting', '2022-05 approved', '2022-05 returned', '2022-04 approved'],
    )
    const own = await world.must(provider.coordinator, async (c) =>
      ok(await statementsOf(c, { page: 1, limit: 2, state: 'approved' })),
    )
    assert.deepEqual([own.total, own.items.length, own.items[0]?.providerName], [2, 2, 'Stigen AB'])
    const others = await world.must(other.coordinator, async (c) => ok(await statementsOf(c, { page: 1, limit: 20 })))
    assert.equal(others.total, 0)
  })

  test('posted lines, statements, approvals and returns never change', async () => {
    for (const table of ['statement', 'entitlement_line', 'statement_approval', 'statement_return']) {
      const column = table === 'entitlement_line' ? 'amount_ore' : 'recorded_at'
      await assert.rejects(world.rows(`update compensation.${table} set ${column} = ${column}`), /never changes/)
      await assert.rejects(world.rows(`delete from compensation.${table}`), /never changes/)
      await assert.rejects(world.rows(`truncate compensation.${table} cascade`), /never changes/)
    }
  })

  test('a line cannot come to a statement afterwards, and a statement is the sum of its lines', async () => {
    const april = await statementOf('2022-04')
    await assert.rejects(
      world.rows(
        `insert into compensation.entitlement_line
         select (jsonb_populate_record(l, jsonb_build_object('id', uuidv7(), 'entitlement_key', 'base_fee 2099-01'))).* from compensation.entitlement_line l where statement_id = $1`,
        [april.id],
      ),
      /not the sum of its lines/,
    )
    await assert.rejects(
      world.rows(
        `insert into compensation.statement
         select (jsonb_populate_record(s, jsonb_build_object('id', uuidv7(), 'version', 9))).* from compensation.statement s where id = $1`,
        [april.id],
      ),
      /not the sum of its lines/,
    )
  })

  test('a case that is refused posts nothing and asks its caseworker, the others go on', async () => {
    world.today = day('2022-11-14')
    const second = await aParticipant(world, provider)
    const third = await aParticipant(world, provider)
    await world.rows(
      `insert into market.placement select (jsonb_populate_record(p, jsonb_build_object('id', uuidv7(), 'first_day', p.first_day + 5))).*
         from market.placement p where case_id = $1`,
      [second.caseId],
    )
    for (const each of [second, third]) await anApprovedReport(world, each, provider, { month: '2022-11' })
    world.today = day('2022-12-12')
    const closed = await closeMonth(workOf(world), { month: month('2022-11') })
    assert.deepEqual(closed, ok({ statements: 1, lines: 1, openCases: 1 }))
    const tasks = await world.rows<{ case_id: string; why: { code: string } }>(
      "select case_id, why from platform.task where kind = 'settle-money' and closed_at is null",
    )
    assert.deepEqual(
      tasks.map((task) => [task.case_id, task.why.code]),
      [[second.caseId, 'spells-overlap']],
    )
    const november = await statementOf('2022-11')
    const page = await world.must(approver, (c) => statementPage(c, november.id, { page: 1, limit: 20 }, 'sv'))
    assert.deepEqual(
      page.questions.map((one) => [one.caseId, one.code, one.askedName === null]),
      [[second.caseId, 'spells-overlap', false]],
    )
  })

  test('lines of a protected person are counted, and not shown to who may not see that person', async () => {
    world.today = day('2023-01-02')
    const hidden = await aParticipant(world, provider, { protection: 'secrecy-mark' })
    await anApprovedReport(world, hidden, provider, { month: '2023-01' })
    world.today = day('2023-02-13')
    await closeMonth(workOf(world), { month: month('2023-01') })
    const january = await statementOf('2023-01')
    const page = (actor: Actor) => world.must(actor, (c) => statementPage(c, january.id, { page: 1, limit: 20 }, 'sv'))
    const ofApprover = await page(approver)
    assert.deepEqual(
      [ofApprover.totalOre, ofApprover.hidden],
      [january.total_ore, { lines: 1, ore: january.total_ore }],
    )
    assert.deepEqual(ofApprover.lineItems.items, [])
    const ofProvider = await page(provider.coordinator)
    assert.deepEqual(ofProvider.hidden, { lines: 0, ore: 0 })
    assert.equal(await approve({ ...world.caseworker, role: 'approver' }, january), 'four-eyes-fact')
    assert.equal(await approve(approver, january), null)
  })
})
