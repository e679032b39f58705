import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { aProvider, type TestParticipant, type TestProvider } from '../market/testing.ts'
import { signalOutcome } from './index.ts'
import { actionsOf } from './reads.ts'
import { aParticipant, outcomesWorld } from './testing.ts'

let world: TestWorld
let provider: TestProvider
let participant: TestParticipant
let colleague: Actor
before(async () => {
  ;({ world } = await outcomesWorld('2022-04-04'))
  provider = await aProvider(world, { name: 'Stigen AB' })
  participant = await aParticipant(world, provider)
  colleague = await world.anActor('adviser', { organisationId: provider.providerId, officeId: null })
  world.today = day('2022-05-16')
})
after(() => world.drop())

test('an adviser is told nothing of a colleague’s participant, and can signal nothing; the coordinator can', async () => {
  const actions = (actor: Actor) =>
    world.must(actor, async (context) => ok(await actionsOf(context, participant.caseId)))
  assert.notDeepEqual(await actions(provider.coordinator), [])
  assert.deepEqual(await actions(colleague), [])
  const { caseId } = participant
  const signal = (actor: Actor) =>
    world.as(actor, (context) => signalOutcome(context, { caseId, kind: 'work', firstDay: day('2022-05-16') }))
  const refused = await signal(colleague)
  assert.equal(refused.ok ? null : refused.problem.code, 'not-found')
  assert.equal((await signal(provider.coordinator)).ok, true)
})
