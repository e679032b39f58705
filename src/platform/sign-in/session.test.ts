import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../actor.ts'
import { tokenHash } from '../http/request.ts'
import { newId } from '../new-id.ts'
import { type TestWorld, testWorld } from '../testing.ts'
import { beginSession } from './session.ts'

describe('a sign-in', { concurrency: false }, () => {
  let world: TestWorld
  let providerId: OrganisationId
  before(async () => {
    world = await testWorld()
    providerId = await world.anOrganisation('provider', 'Provbolaget')
  })
  after(() => world.drop())

  const aColleague = () => world.anActor('adviser', { organisationId: providerId, officeId: null })
  const leave = ({ userId }: Actor) =>
    world.rows("update platform.duty set valid_to = '2021-01-01' where user_id = $1", [userId])
  const signIn = ({ userId }: Actor) =>
    beginSession(world.appPool, { subject: `test|${userId}`, name: 'Prov', identityNumber: null, idToken: null }, 1)
  const rolesOf = ({ userId }: Actor) =>
    world.rows<{ role: string }>(
      'select d.role from platform.session s join platform.duty d on d.id = s.duty_id where s.user_id = $1 order by s.created_at',
      [userId],
    )

  test('somebody who has left comes in as anybody does, once and again', async () => {
    const colleague = await aColleague()
    await leave(colleague)
    assert.notEqual(await signIn(colleague), null)
    assert.notEqual(await signIn(colleague), null)
    assert.deepEqual(await rolesOf(colleague), [{ role: 'jobseeker' }, { role: 'jobseeker' }])
    const duties = await world.rows('select 1 from platform.duty where user_id = $1', [colleague.userId])
    assert.equal(duties.length, 2, 'what stood is kept, and one place is added')
  })

  test('a duty goes before the place as a jobseeker without a case', async () => {
    const colleague = await aColleague()
    await world.rows(
      "insert into platform.duty (user_id, role, valid_from, used_at) values ($1, 'jobseeker', '2020-01-01', now())",
      [colleague.userId],
    )
    await signIn(colleague)
    assert.deepEqual(await rolesOf(colleague), [{ role: 'adviser' }])
  })

  test('somebody with a person of their own gets no place beside it', async () => {
    const jobseeker = await world.anActor('jobseeker')
    await leave(jobseeker)
    await world.rows('update platform.user_account set person_id = $2 where id = $1', [
      jobseeker.userId,
      newId<string>(),
    ])
    assert.equal(await signIn(jobseeker), null)
  })

  test('a person can be tied to an account that was a colleague’s, and not while it is', async () => {
    const left = await aColleague()
    await leave(left)
    const link = ({ userId }: Actor) =>
      world.rows("select set_config('krom.role', 'system', true), platform.link_person($1, $2)", [
        userId,
        newId<string>(),
      ])
    await link(left)
    const rows = await world.rows('select person_id is not null as tied from platform.user_account where id = $1', [
      left.userId,
    ])
    assert.deepEqual(rows, [{ tied: true }])
    await assert.rejects(link(await aColleague()), /cannot be tied/)
  })

  test('a request waits neither for a duty nor for a session that somebody is changing', async () => {
    const colleague = await aColleague()
    const token = tokenHash((await signIn(colleague)) ?? '')
    await world.rows("update platform.session set seen_at = seen_at - interval '2 minutes' where user_id = $1", [
      colleague.userId,
    ])
    const other = await world.ownerPool.connect()
    try {
      await other.query('begin')
      await other.query('select 1 from platform.duty where user_id = $1 for update', [colleague.userId])
      await other.query('select 1 from platform.session where user_id = $1 for update', [colleague.userId])
      const entering = await world.appPool.connect()
      try {
        await entering.query("set lock_timeout = '1s'")
        const { rows } = await entering.query('select platform.enter($1, 30) as entered', [token])
        assert.equal(rows[0].entered.userId, colleague.userId)
      } finally {
        await entering.query('reset lock_timeout')
        entering.release()
      }
    } finally {
      await other.query('rollback')
      other.release()
    }
  })
})
