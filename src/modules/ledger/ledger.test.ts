import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day, type Month, month } from '../../kernel/day.ts'
import type { CaseId, ContractId, OrganisationId, StatementId } from '../../kernel/ids.ts'
import { ore } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import {
  type TestLine,
  type TestStatement,
  writeApprovals,
  writeReturn,
  writeStatement,
} from '../compensation/testing.ts'
import { balancesOf, bookPayment, bookReturn, bookStatement, closePeriod, reversePayment } from './index.ts'
import { transactionsOf } from './reads.ts'

describe('the ledger in a database', () => {
  let world: TestWorld
  let second: Actor
  const contractId = newId<ContractId>()
  let providerId: OrganisationId
  let april: TestStatement

  before(async () => {
    world = await testWorld({ today: '2022-05-11' })
    second = await world.anActor('approver')
    providerId = await world.anOrganisation('provider', 'Stigen AB')
    april = aStatement('2022-04', [
      { caseId: newId<CaseId>(), amountOre: 44_367 },
      { caseId: newId<CaseId>(), amountOre: 121_000 },
    ])
  })
  after(() => world.drop())

  const aStatement = (of: string, lines: readonly TestLine[], more: Partial<TestStatement> = {}): TestStatement => ({
    statementId: newId<StatementId>(),
    providerId,
    contractId,
    month: month(of),
    lines,
    ...more,
  })
  const codeOf = async <T>(actor: Actor, body: (context: Context) => Promise<Result<T>>) => {
    const result = await world.as(actor, body)
    return result.ok ? null : result.problem.code
  }
  const made = (statement: TestStatement) =>
    codeOf(systemActor, async (context) => {
      await writeStatement(context, statement)
      return bookStatement(context, statement)
    })
  const returned = (statement: TestStatement) =>
    codeOf(systemActor, async (context) => {
      await writeReturn(context, statement)
      return bookReturn(context, statement)
    })
  const approved = (statement: TestStatement) =>
    world.must(systemActor, async (context) => ok(await writeApprovals(context, statement, [world.approver, second])))
  const paid = (statement: TestStatement, amount: number, paymentId = newId<string>()) =>
    codeOf(systemActor, (context) =>
      bookPayment(context, { ...statement, paymentId, amountOre: ore(amount), on: day('2022-06-01') }),
    )
  const openMonth = async () =>
    (await world.rows<{ month: Month }>('select month from ledger.v_period where closed_at is null')).map(
      (p) => p.month,
    )
  const entries = (statement: TestStatement) =>
    world.rows<{ what: string; period: string; owed_ore: number }>(
      'select what, period, owed_ore from ledger.v_transaction where statement_id = $1 order by step',
      [statement.statementId],
    )
  const balances = () =>
    world.rows(
      'select kind, period, cost_ore, owed_ore, paid_ore from ledger.v_balance where provider_id = $1 order by kind, period',
      [providerId],
    )
  async function someoneWaits(): Promise<void> {
    for (;;) {
      const waiting = await world.rows(
        `select 1 from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`,
      )
      if (waiting.length > 0) return
    }
  }
  const refusedBy = (constraint: string, text: string, values: readonly unknown[] = []) =>
    assert.rejects(world.rows(text, values), (error: { constraint?: string }) => {
      assert.equal(error.constraint, constraint)
      return true
    })

  test('a statement is posted line by line, cost against owed, in the period that the first posting opens', async () => {
    assert.equal(await made(april), null)
    assert.deepEqual(await entries(april), [{ what: 'statement', period: '2022-04', owed_ore: 165_367 }])
    assert.deepEqual(await openMonth(), ['2022-04'])
    const rows = await world.rows(
      `select account, kind, appropriation, period, sum(amount_ore)::bigint as ore, count(*) as postings
         from ledger.v_posting group by 1, 2, 3, 4 order by 1`,
    )
    assert.deepEqual(rows, [
      { account: 'cost', kind: 'base_fee', appropriation: '1:3', period: '2022-04', ore: 165_367, postings: 2 },
      { account: 'owed', kind: 'base_fee', appropriation: '1:3', period: '2022-04', ore: -165_367, postings: 2 },
    ])
  })

  test('the same statement told twice is posted once, an unknown one not at all', async () => {
    assert.equal(await codeOf(systemActor, (context) => bookStatement(context, april)), null)
    assert.equal((await entries(april)).length, 1)
    assert.equal(await codeOf(systemActor, (c) => bookStatement(c, { statementId: newId<StatementId>() })), 'not-found')
    assert.equal(await codeOf(world.approver, (context) => bookStatement(context, april)), 'not-allowed')
  })

  test('a returned statement is taken back by its exact reverse and may be made again', async () => {
    const third = newId<CaseId>()
    const wrong = aStatement('2022-05', [{ caseId: third, amountOre: 70_000 }])
    assert.equal(await made(wrong), null)
    await assert.rejects(
      world.as(systemActor, (context) => bookReturn(context, wrong)),
      /is not returned/,
    )
    assert.equal(await returned(wrong), null)
    assert.equal(await codeOf(world.approver, (context) => bookReturn(context, wrong)), null, 'told again')
    const unknown = { statementId: newId<StatementId>() }
    assert.equal(await world.must(systemActor, (context) => bookReturn(context, unknown)), null)
    assert.deepEqual(
      (await entries(wrong)).map((each) => [each.what, each.owed_ore]),
      [
        ['statement', 70_000],
        ['return', 0],
      ],
    )
    assert.equal(await made(aStatement('2022-05', [{ caseId: third, amountOre: 60_000 }])), null)
    assert.deepEqual(await balances(), [
      { kind: 'base_fee', period: '2022-04', cost_ore: 225_367, owed_ore: 225_367, paid_ore: 0 },
    ])
  })

  test('a month that is closed takes no more postings, not even from the owner', async () => {
    assert.equal(await codeOf(world.approver, (c) => closePeriod(c, { month: month('2022-04') })), 'not-allowed')
    assert.equal(await codeOf(systemActor, (c) => closePeriod(c, { month: month('2022-04') })), null)
    assert.equal(await codeOf(systemActor, (c) => closePeriod(c, { month: month('2022-04') })), null, 'told again')
    assert.deepEqual(await openMonth(), ['2022-05'])
    const late = aStatement('2022-04', [{ caseId: newId<CaseId>(), amountOre: 1_000 }])
    assert.equal(await made(late), null)
    assert.deepEqual(await entries(late), [{ what: 'statement', period: '2022-05', owed_ore: 1_000 }])
    await refusedBy(
      'period_is_open',
      `insert into ledger.transaction (what, statement_id, step, provider_id, contract_id, period, total_ore, amount_ore, before_ore, owed_ore, recorded_at)
       select 'statement', uuidv7(), 1, provider_id, contract_id, '2022-04', 5, 5, 0, 5, recorded_at from ledger.transaction limit 1`,
    )
    await refusedBy('one_period_is_open', "insert into ledger.period values ('2022-09', null, '2022-06-01')")
    await refusedBy('months_follow', "insert into ledger.period values ('2022-07', '2022-05', '2022-06-01')")
  })

  test('months closed together open each other in turn', async () => {
    assert.equal(await codeOf(systemActor, (c) => closePeriod(c, { month: month('2022-06') })), null)
    assert.deepEqual(
      (await world.rows<{ month: string }>('select month from ledger.v_period order by 1')).map((each) => each.month),
      ['2022-04', '2022-05', '2022-06', '2022-07'],
    )
    assert.deepEqual(await openMonth(), ['2022-07'])
  })

  test('a payment needs an approved statement, and is never more than is owed', async () => {
    assert.equal(await paid(april, 100_000), 'statement-not-approved')
    await approved(april)
    const paymentId = newId<string>()
    assert.equal(await codeOf(world.caseworker, (c) => reversePayment(c, { paymentId })), 'not-allowed')
    assert.equal(await paid(april, 165_368), 'more-than-owed')
    assert.equal(await paid(april, -1), 'more-than-owed')
    assert.equal(await paid(april, 100_000, paymentId), null)
    assert.equal(await paid(april, 100_000, paymentId), null, 'the same payment told twice')
    assert.equal(await paid(april, 90_000, paymentId), 'payment-booked-otherwise')
    assert.equal(await paid(april, 65_368), 'more-than-owed')
    assert.equal(await paid(april, 65_367), null)
    assert.deepEqual(
      (await entries(april)).map((each) => each.owed_ore),
      [165_367, 65_367, 0],
    )
  })

  test('a payment that failed is undone once and may be made anew under another key', async () => {
    const failing = aStatement('2022-06', [{ caseId: newId<CaseId>(), amountOre: 500 }])
    assert.equal(await made(failing), null)
    await approved(failing)
    const paymentId = newId<string>()
    assert.equal(await codeOf(world.approver, (c) => reversePayment(c, { paymentId })), 'not-found')
    assert.equal(await paid(failing, 500, paymentId), null)
    for (const _ of [1, 2]) assert.equal(await codeOf(world.approver, (c) => reversePayment(c, { paymentId })), null)
    assert.equal(await paid(failing, 500), null)
    assert.deepEqual(
      (await entries(failing)).map((each) => [each.what, each.owed_ore]),
      [
        ['statement', 500],
        ['payment', 0],
        ['payment-reversed', 500],
        ['payment', 0],
      ],
    )
  })

  test('a payment is shared out over kinds, also where one was taken back, and part by part to the öre', async () => {
    const [caseId, claimIds] = [newId<CaseId>(), [newId<string>()]]
    assert.equal(await made(aStatement('2022-05', [{ caseId, amountOre: 301 }])), null)
    const mixed = aStatement('2022-06', [
      { caseId, amountOre: -101, of: '2022-05' },
      { caseId, amountOre: 2_030_000, kind: 'outcome_payment', of: '2022-01-03', claimIds },
      { caseId, amountOre: 1_347_133, kind: 'speed_premium', of: '2022-01-03', claimIds },
    ])
    assert.equal(await made(mixed), null)
    await approved(mixed)
    assert.equal(await paid(mixed, 1_000_001), null)
    assert.equal(await paid(mixed, 3_377_032 - 1_000_001), null)
    const rows = await world.rows<{ kind: string; ore: number }>(
      `select p.kind, sum(p.amount_ore)::bigint as ore from ledger.v_posting p join ledger.v_transaction t using (transaction_id)
        where t.statement_id = $1 and p.account = 'paid' group by 1 order by 1`,
      [mixed.statementId],
    )
    assert.deepEqual(
      rows.map((each) => [each.kind, each.ore]),
      [
        ['base_fee', 101],
        ['outcome_payment', -2_030_000],
        ['speed_premium', -1_347_133],
      ],
    )
  })

  test('a statement that takes back more than it pays is paid back, and no further', async () => {
    const caseId = newId<CaseId>()
    assert.equal(await made(aStatement('2022-05', [{ caseId, amountOre: 900 }])), null)
    const negative = aStatement('2022-06', [{ caseId, amountOre: -400, of: '2022-05' }])
    assert.equal(await made(negative), null)
    await approved(negative)
    assert.equal(await paid(negative, 400), 'more-than-owed')
    assert.equal(await paid(negative, -401), 'more-than-owed')
    assert.equal(await paid(negative, -400), null)
  })

  test('more than was posted on an entitlement is never taken back, not even by returning what was corrected later', async () => {
    const caseId = newId<CaseId>()
    const before = aStatement('2022-06', [{ caseId, amountOre: 900 }])
    assert.equal(await made(before), null)
    const tooMuch = aStatement('2022-06', [{ caseId, amountOre: -901 }])
    assert.equal(await made(tooMuch), 'later-statement-rests-on-it')
    const correction = aStatement('2022-07', [{ caseId, amountOre: -300, of: '2022-06' }])
    assert.equal(await made(correction), null)
    assert.equal(await returned(before), 'later-statement-rests-on-it')
    assert.equal(await returned(correction), null)
    assert.equal(await returned(before), null)
    const standing = await world.rows(
      'select turn, before_ore, standing_ore from ledger.posting where case_id = $1 order by turn',
      [caseId],
    )
    assert.deepEqual(standing.at(-1), { turn: 4, before_ore: 900, standing_ore: 0 })
  })

  test('an outcome is paid once, whoever the provider, until it is taken back', async () => {
    const [caseId, claimIds] = [newId<CaseId>(), [newId<string>(), newId<string>()]]
    const line = { caseId, kind: 'outcome_payment', of: '2022-01-03', claimIds } as const
    const elsewhere = { contractId: newId<ContractId>(), providerId: await world.anOrganisation('provider', 'Bron AB') }
    const one = aStatement('2022-06', [{ ...line, amountOre: 2_000 }])
    const two = () => aStatement('2022-06', [{ ...line, claimIds: claimIds.toReversed(), amountOre: 2_000 }], elsewhere)
    assert.equal(await made(one), null)
    assert.equal(await made(aStatement('2022-07', [{ ...line, amountOre: 500 }])), null, 'a higher amount for the same')
    assert.equal(await made(two()), 'outcome-already-paid')
    assert.equal(await made(aStatement('2022-08', [{ ...line, claimIds: [], amountOre: -2_500 }])), null)
    assert.equal(await made(aStatement('2022-08', [{ ...line, amountOre: -1 }])), 'later-statement-rests-on-it')
    const moved = two()
    assert.equal(await made(moved), null, 'taken back, so another may have it')
    assert.equal(await made(aStatement('2022-09', [{ ...line, amountOre: 2_000 }])), 'outcome-already-paid')
    assert.equal(await returned(moved), null)
    assert.equal(await made(aStatement('2022-09', [{ ...line, amountOre: 2_000 }])), null)
  })

  test('who closes a month waits for those who are posting in it', async () => {
    const [open = month('2022-07')] = await openMonth()
    const statement = aStatement(open, [{ caseId: newId<CaseId>(), amountOre: 700 }])
    let closing: Promise<string | null> = Promise.resolve('never asked')
    const posting = codeOf(systemActor, async (context) => {
      await writeStatement(context, statement)
      const booked = await bookStatement(context, statement)
      closing = codeOf(systemActor, (other) => closePeriod(other, { month: open }))
      await someoneWaits()
      assert.deepEqual(await openMonth(), [open], 'not closed under the posting')
      return booked
    })
    assert.equal(await posting, null)
    assert.equal(await closing, null)
    assert.deepEqual(await entries(statement), [{ what: 'statement', period: open, owed_ore: 700 }])
    assert.notDeepEqual(await openMonth(), [open])
  })

  test('balances are read page by page, with sums of all that was asked for, and a statement step by step', async () => {
    const query = { page: 1, limit: 1, kind: 'base_fee' as const, providerId }
    const own = await world.anActor('coordinator', { organisationId: providerId })
    const page = await world.must(own, async (context) => ok(await balancesOf(context, query)))
    assert.equal(page.items.length, 1)
    assert.ok(page.total > 1)
    assert.equal(page.sums.costOre, page.sums.owedOre + page.sums.paidOre)
    assert.equal(page.items[0]?.providerName, 'Stigen AB')
    const none = await world.must(own, async (context) =>
      ok(await balancesOf(context, { ...query, period: '2019-01' })),
    )
    assert.deepEqual([none.total, none.sums.costOre], [0, 0])
    const steps = await world.must(own, (context) => transactionsOf(context, april.statementId))
    assert.deepEqual(
      steps.items.map((each) => [
        each.what,
        each.amountOre,
        each.postings.map((one) => [one.debit, one.credit, one.lines]),
      ]),
      [
        ['statement', 165_367, [['cost', 'owed', 2]]],
        ['payment', 100_000, [['owed', 'paid', 1]]],
        ['payment', 65_367, [['owed', 'paid', 1]]],
      ],
    )
    const other = await world.anActor('coordinator', {
      organisationId: await world.anOrganisation('provider', 'Ån AB'),
    })
    assert.equal(await codeOf(other, (context) => transactionsOf(context, april.statementId)), 'not-found')
  })

  test('what is posted is never changed, removed or emptied', async () => {
    for (const table of ['period', 'transaction', 'posting']) {
      const column = table === 'period' ? 'opened_at' : 'period'
      await refusedBy('append_only', `update ledger.${table} set ${column} = ${column}`)
      await refusedBy('append_only', `delete from ledger.${table}`)
      await refusedBy('append_only', `truncate ledger.${table} cascade`)
    }
  })

  test('each promise about sums stands in the database, whoever writes', async () => {
    const transaction = (changes: string) => `
      with t as (
        insert into ledger.transaction (what, statement_id, step, provider_id, contract_id, period, total_ore, amount_ore, before_ore, owed_ore, payment_id, reverses, recorded_at)
        select what, statement_id, step, provider_id, contract_id, (select month from ledger.v_period where closed_at is null), total_ore, amount_ore, before_ore, owed_ore, payment_id, reverses, recorded_at
          from (select (jsonb_populate_record(t, '${changes}')).* from ledger.transaction t where statement_id = $1 and step = 1) c returning id)
      select id from t`
    const values = [april.statementId]
    const fresh = newId<StatementId>()
    await refusedBy('statement_posted_once', transaction('{}'), values)
    await refusedBy('statement_comes_first', transaction('{"step": 4}'), values)
    await refusedBy('owed_moves', transaction(`{"statement_id": "${fresh}", "owed_ore": 1}`), values)
    await refusedBy(
      'reversal_is_named',
      transaction('{"what": "return", "step": 4, "before_ore": 165367, "owed_ore": 0}'),
      values,
    )
    await refusedBy(
      'payment_is_named',
      transaction('{"what": "payment", "step": 4, "before_ore": 165367, "owed_ore": 0}'),
      values,
    )
    await refusedBy(
      'goes_on_from_the_step_before',
      transaction(
        `{"what": "payment", "step": 4, "before_ore": 165367, "owed_ore": 0, "payment_id": "${newId<string>()}"}`,
      ),
      values,
    )
    await refusedBy('transaction_is_its_postings', transaction(`{"statement_id": "${fresh}"}`), values)
    const posting = (changes: string) => `
      insert into ledger.posting select (jsonb_populate_record(p, '${changes}')).* from ledger.posting p join ledger.transaction t on t.id = p.transaction_id
       where t.statement_id = $1 and t.step = 1 order by p.number limit 1`
    await refusedBy('balanced', posting('{"number": 9, "debit": "owed"}'), values)
    await refusedBy('balanced', posting('{"number": 9, "amount_ore": 0}'), values)
    await refusedBy(
      'standing_moves',
      posting('{"number": 9, "turn": 2}').replace('"turn": 2', '"turn": 2, "before_ore": 1'),
      values,
    )
    await refusedBy('one_posting_a_turn', posting('{"number": 9}'), values)
    await refusedBy(
      'first_turn_begins_at_zero',
      posting(`{"number": 9, "case_id": "${fresh}", "before_ore": 1}`),
      values,
    )
    await refusedBy('postings_come_together', posting(`{"number": 9, "case_id": "${fresh}"}`), values)
  })

  test('staff read the books, a provider its own, and no one writes past the doors', async () => {
    const strangerOf = await world.anOrganisation('provider', 'Främling AB')
    const own = await world.anActor('coordinator', { organisationId: providerId })
    const stranger = await world.anActor('coordinator', { organisationId: strangerOf })
    const seen = async (actor: Actor) => {
      const client = await world.appPool.connect()
      try {
        await client.query('begin')
        const values = [actor.userId, actor.role, actor.organisationId, world.today]
        await client.query('select platform.act($1, $2, $3, $4)', values)
        const { rows } = await client.query<{ providers: number }>(
          'select count(distinct provider_id) as providers from ledger.v_balance',
        )
        return rows[0]?.providers
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    assert.equal(await seen(world.approver), 2)
    assert.equal(await seen(own), 1)
    assert.equal(await seen(stranger), 0)
    assert.equal(await seen(await world.anActor('jobseeker')), 0)
    for (const text of [
      'insert into ledger.period values (null)',
      'insert into ledger.posting select * from ledger.posting',
      "select ledger.write_statement(uuidv7(), '{}', clock_timestamp(), null)",
      'select ledger.book_payment(uuidv7(), uuidv7(), 1, clock_timestamp(), null)',
    ])
      await assert.rejects(world.appPool.query(text), /permission denied|booked by approvers/)
  })
})
