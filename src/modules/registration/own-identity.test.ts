import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestWorld, testWorld } from '../../platform/testing.ts'
import { identityFor } from './own-identity.ts'

let world: TestWorld
before(async () => {
  world = await testWorld()
})
after(() => world.drop())

test('a jobseeker registers as the one who has signed in, whatever number is sent', async () => {
  const jobseeker = await world.anActor('jobseeker')
  await world.ownerPool.query('insert into platform.identity_claim (user_id, identity_number) values ($1, $2)', [
    jobseeker.userId,
    '198005059809',
  ])
  assert.equal(await world.must(jobseeker, (context) => identityFor(context, '199001019802')), '198005059809')
  assert.equal(await world.must(jobseeker, (context) => identityFor(context, undefined)), '198005059809')
})

test('a jobseeker whose sign-in vouches for no number is sent to a person', async () => {
  const other = await world.anActor('jobseeker')
  const refused = await world.as(other, (context) => identityFor(context, '198005059809'))
  assert.equal(refused.ok ? 'ok' : refused.problem.code, 'identity-not-vouched')
})

test('staff write the number of the person beside them', async () => {
  assert.equal(await world.must(world.caseworker, (context) => identityFor(context, '199001019802')), '199001019802')
})
