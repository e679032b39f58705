import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../kernel/day.ts'
import type { UserId } from '../kernel/ids.ts'
import { ok } from '../kernel/result.ts'
import type { Actor } from './actor.ts'
import { newId } from './new-id.ts'
import { decidedValues, decideRules, withdrawRules } from './rule-values.ts'
import { systemActor, type TestWorld, testWorld } from './testing.ts'

const cuts = { nearFrom: 0.6, levelAFrom: 0.5, levelBFrom: 0.4, farBelow: 0.3 }

describe('rule values that the authority decides on', () => {
  let world: TestWorld
  let other: Actor

  before(async () => {
    world = await testWorld({ today: '2022-10-03' })
    other = await world.anActor('administrator')
  })
  after(() => world.drop())

  const decide = (by: Actor, from: string, planId = newId<string>(), preparedBy = other.userId as UserId) =>
    world.as(by, async (context) => {
      await decideRules(context, { planId, from: day(from), preparedBy, values: { 'assessment.cutPoints': cuts } })
      return ok(planId)
    })
  const rulesOnDay = async (actor: Actor) => (await world.must(actor, async (context) => ok(context.rules))).assessment

  test('answer in every transaction from their day on, for the app and for jobs', async () => {
    const written = await rulesOnDay(world.caseworker)
    await decide(world.administrator, '2022-10-10')
    assert.deepEqual(await rulesOnDay(world.caseworker), written)
    world.today = day('2022-10-10')
    assert.deepEqual((await rulesOnDay(world.caseworker)).cutPoints, cuts)
    assert.deepEqual((await rulesOnDay(systemActor)).cutPoints, cuts)
  })

  test('are refused by the database on a day that has come, by who prepared them, and by who is no administrator', async () => {
    await assert.rejects(decide(world.administrator, '2022-10-10'), /never_retroactive/)
    await assert.rejects(decide(other, '2022-12-01'), /four_eyes/)
    await assert.rejects(decide(world.approver, '2022-12-01'), /row-level security/)
  })

  test('are taken back before their day and no later', async () => {
    const decided = await decide(world.administrator, '2022-11-01')
    assert.ok(decided.ok)
    const withdraw = (planId: string) =>
      world.as(world.administrator, async (context) => {
        await withdrawRules(context, planId)
        return ok(await decidedValues(context))
      })
    const left = await withdraw(decided.value)
    assert.deepEqual(left.ok && left.value.map((one) => one.from), ['2022-10-10'])
    const late = await decide(world.administrator, '2022-11-05')
    world.today = day('2022-11-05')
    await assert.rejects(withdraw(late.ok ? late.value : ''), /the day of the plan has come/)
  })
})
