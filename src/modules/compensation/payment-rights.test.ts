import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day, month } from '../../kernel/day.ts'
import type { OfficeId, StatementId, UserId } from '../../kernel/ids.ts'
import { kronor } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { aProvider, type TestParticipant, type TestProvider } from '../market/testing.ts'
import { aParticipant, outcomesWorld } from '../outcomes/testing.ts'
import { givePaymentRightBody } from './contract/rights.ts'
import {
  approveStatement,
  closeMonth,
  endPaymentRight,
  type GivePaymentRight,
  givePaymentRight,
  paymentRights,
  statementPage,
} from './index.ts'
import { anApprovedReport, workOf } from './testing.ts'

describe('rights to approve payments, in a database', () => {
  let world: TestWorld
  let provider: TestProvider
  let statement: { id: StatementId; total_ore: number }
  let otherOffice: OfficeId
  let approver: Actor
  const from = day('2022-05-11')

  before(async () => {
    ;({ world } = await outcomesWorld('2022-04-04'))
    provider = await aProvider(world, { name: 'Stigen AB' })
    const here = await aParticipant(world, provider)
    const there = await aParticipant(world, provider)
    otherOffice = await anOffice('Andra kontoret')
    await moveTo(there, otherOffice)
    for (const each of [here, there]) await anApprovedReport(world, each, provider, { month: '2022-04' })
    world.today = from
    await closeMonth(workOf(world), { month: month('2022-04') })
    const [made] = await world.rows<typeof statement>('select id, total_ore from compensation.statement')
    assert.ok(made)
    statement = made
    approver = await withoutRights('Ture Prov')
  })
  after(() => world.drop())

  const anOffice = async (name: string): Promise<OfficeId> => {
    const [row] = await world.rows<{ id: OfficeId }>(
      "insert into platform.office (organisation_id, name, municipality_code) values ($1, $2, '1481') returning id",
      [world.authority, name],
    )
    assert.ok(row)
    return row.id
  }
  const moveTo = ({ caseId }: TestParticipant, officeId: OfficeId) =>
    world.rows('update registration.assignment set office_id = $2 where case_id = $1', [caseId, officeId])
  /** An approver as an administrator's list knows it, with the duty and no right at all. */
  const withoutRights = async (name: string): Promise<Actor> => {
    const actor = await world.anActor('caseworker', { name })
    await world.rows("update platform.duty set role = 'approver' where user_id = $1", [actor.userId])
    return { ...actor, role: 'approver' }
  }
  const codeOf = async <T>(actor: Actor, body: (context: Context) => Promise<Result<T>>) => {
    const result = await world.as(actor, body)
    return result.ok ? null : result.problem.code
  }
  const approve = (actor: Actor) =>
    codeOf(actor, (c) => approveStatement(c, { statementId: statement.id, totalOre: statement.total_ore }))
  const give = (right: Partial<GivePaymentRight>, by: Actor = world.administrator) =>
    codeOf(by, (c) =>
      givePaymentRight(c, {
        userId: approver.userId as UserId,
        officeId: world.office,
        limitOre: kronor(1_000_000),
        from,
        ...right,
      }),
    )
  const rightOf = async (officeId: OfficeId | null) => {
    const { rights } = await world.must(world.administrator, async (c) => ok(await paymentRights(c)))
    const found = rights.find((one) => one.userId === approver.userId && one.officeId === officeId)
    assert.ok(found)
    return found
  }

  test('without a right nobody approves, not even past the application', async () => {
    assert.equal(await approve(approver), 'payment-right-missing')
    await assert.rejects(
      world.as(approver, async (context) => {
        await sql`insert into compensation.statement_approval values (${statement.id}, ${provider.providerId}, 1, ${approver.userId}, ${statement.total_ore}, ${context.now})`.execute(
          context.db,
        )
        return ok(null)
      }),
      /no right to approve/,
    )
  })

  test('an administrator gives rights, never to oneself, to a stranger or back in time', async () => {
    assert.equal(await give({}, world.approver), 'not-allowed')
    assert.equal(await give({}, world.caseworker), 'not-allowed')
    assert.equal(await give({ userId: world.administrator.userId as UserId }), 'right-to-oneself')
    assert.equal(await give({ userId: world.caseworker.userId as UserId }), 'approver-unknown')
    assert.equal(await give({ from: day('2022-05-10') }), 'right-in-the-past')
    assert.equal(await give({ lastDay: day('2022-05-01') }), 'end-before-start')
    assert.equal(await give({ officeId: statement.id as unknown as OfficeId }), 'not-found')
    const sent = { userId: approver.userId, officeId: null, from: '2022-05-11' }
    for (const limitOre of [0, -1, 1e15, 1.5])
      assert.equal(givePaymentRightBody.safeParse({ ...sent, limitOre }).success, false, String(limitOre))
    assert.equal(givePaymentRightBody.safeParse({ ...sent, limitOre: 1 }).success, true)
    assert.equal(await give({}), null)
    await assert.rejects(
      world.rows(
        `insert into compensation.payment_right (user_id, limit_ore, valid_from, given_by, recorded_at) values ($1, 1, '2022-01-01', $1, '2022-01-01')`,
        [approver.userId],
      ),
      /never_to_oneself/,
    )
  })

  test('one right for each office of the statement is needed, and each is enough for its office’s part', async () => {
    assert.equal(await approve(approver), 'payment-right-missing')
    const page = await world.must(approver, (c) => statementPage(c, statement.id, { page: 1, limit: 20 }, 'sv'))
    assert.deepEqual(page.can.approve, {
      allowed: false,
      because: 'payment-right-missing',
      values: { office: 'Andra kontoret' },
    })
    assert.equal(await give({ officeId: otherOffice, limitOre: kronor(10) }), null)
    assert.equal(await approve(approver), 'payment-right-too-low')
    assert.equal(await give({ officeId: otherOffice, limitOre: kronor(10_000), lastDay: day('2022-05-12') }), null)
    assert.equal(await approve(approver), null)
  })

  test('a right is ended by an administrator, and then it no longer holds', async () => {
    const second = approver
    approver = await withoutRights('Siv Prov')
    assert.equal(await give({ officeId: null, limitOre: kronor(10_000) }), null)
    const { rightId } = await rightOf(null)
    const end = (by: Actor, lastDay: string) =>
      codeOf(by, (c) => endPaymentRight(c, { rightId, lastDay: day(lastDay) }))
    assert.equal(await end(second, '2022-05-11'), 'not-allowed')
    assert.equal(await end(world.administrator, '2022-05-01'), 'right-in-the-past')
    assert.equal(await end(world.administrator, '2022-05-10'), null)
    assert.equal(await end(world.administrator, '2022-05-11'), 'right-ended')
    assert.equal((await rightOf(null)).holds, false)
    assert.equal(await approve(approver), 'payment-right-missing')
    assert.equal(await give({ officeId: null, limitOre: kronor(10_000) }), null)
    assert.equal(await approve(approver), null)
    const third = await world.anActor('approver')
    assert.equal(await approve(third), 'already-approved')
  })

  test('neither a participant nor a provider reads who may approve', async () => {
    for (const actor of [provider.coordinator, world.caseworker]) {
      const seen = await world.must(actor, async (context) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from compensation.v_payment_right`.execute(
          context.db,
        )
        return ok(rows[0]?.n)
      })
      assert.equal(seen, 0, actor.role)
    }
    const house = await world.must(systemActor, async (c) => ok(await paymentRights(c)))
    assert.ok(house.rights.length > 3)
  })
})
