import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { period } from '../../kernel/period.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Subscriptions } from '../../platform/events.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { actionsOf } from './actions.ts'
import { findCase, lockCase } from './find-case.ts'
import { giveProfilingNotice } from './give-profiling-notice.ts'
import { setAreaTerms } from './open-area.ts'
import { readOwnPerson, readPerson } from './reads.ts'
import { registerPerson } from './register-person.ts'
import { aRegisteredPerson, aVouchedJobseeker, layAreas, someDetails } from './testing.ts'

let world: TestWorld
const heard: { name: string; payload: object }[] = []
const hear = (name: string) => [async (_context: unknown, payload: object) => void heard.push({ name, payload })]
const subscriptions = {
  'person-registered': hear('person-registered'),
  'profiling-notice-given': hear('profiling-notice-given'),
} as unknown as Subscriptions

before(async () => {
  world = await testWorld({ subscriptions })
  await layAreas(world)
})
after(() => world.drop())

const head = (caseId: Parameters<typeof findCase>[1], actor = world.caseworker) =>
  world.must(actor, async (context) => ok(await findCase(context, caseId)))

test('a caseworker registers a person, who gets an office, a caseworker and a case that the whole authority sees', async () => {
  const { caseId, personId } = await aRegisteredPerson(world, someDetails(0))
  const found = await head(caseId, world.approver)
  assert.equal(found?.personId, personId)
  assert.equal(found?.officeId, world.office)
  assert.ok([world.caseworker.userId, world.secondCaseworker.userId].includes(found?.caseworkerId ?? null))
  assert.equal(found?.areaCode, 'FA15')
  assert.equal(found?.homeApproximate, true)
  assert.equal(found?.language, 'ar')
  const [row] = await world.rows<{ assisted_by: string; channel: string }>(
    'select assisted_by, channel from registration.case_file where case_id = $1',
    [caseId],
  )
  assert.deepEqual(row, { assisted_by: world.caseworker.userId, channel: 'office' })
})

test('cases are shared out evenly among the caseworkers of the office', async () => {
  for (const serial of [1, 2, 3]) await aRegisteredPerson(world, someDetails(serial))
  const shares = await world.rows<{ cases: number }>(
    'select count(*) as cases from registration.v_assignment group by caseworker_user_id',
  )
  assert.deepEqual(
    shares.map((each) => each.cases),
    [2, 2],
  )
})

test('a jobseeker registers digitally, is told about profiling and is to be assessed by itself', async () => {
  const details = someDetails(10)
  const jobseeker = await aVouchedJobseeker(world, details)
  heard.length = 0
  const { caseId, personId } = await world.must(jobseeker, (context) =>
    registerPerson(context, {
      details,
      channel: 'digital',
      answers: { work: 'full-time' },
      toldAboutProfiling: true,
      earlierSpells: [period(day('2021-01-01'), day('2021-08-15'))],
    }),
  )
  assert.deepEqual(heard, [
    { name: 'person-registered', payload: { personId, caseId, channel: 'digital', areaCode: 'FA15' } },
    { name: 'profiling-notice-given', payload: { caseId, personId, areaCode: 'FA15', assessNow: true } },
  ])
  const page = await world.must({ ...jobseeker, personId }, async (context) => ok(await readOwnPerson(context)))
  assert.equal(page?.registeredFrom, '2021-01-01')
  assert.equal(page?.registeredDays, 640)
  assert.equal(page?.profilingNoticeOn, '2022-10-03')
  assert.equal(page?.areaName, 'Göteborg')
  const [user] = await world.rows<{ person_id: string }>('select person_id from platform.user_account where id = $1', [
    jobseeker.userId,
  ])
  assert.equal(user?.person_id, personId)
})

test('nobody is assessed by itself where the service has not been rolled out', async () => {
  await world.must(world.administrator, (context) =>
    setAreaTerms(context, { code: 'FA23', from: day('2022-01-01'), service: 'stom', priceModelB: null }),
  )
  const details = someDetails(11, { municipalityCode: '0180' })
  const jobseeker = await aVouchedJobseeker(world, details)
  heard.length = 0
  await world.must(jobseeker, (context) =>
    registerPerson(context, { details, channel: 'digital', toldAboutProfiling: true }),
  )
  assert.deepEqual(
    heard.map(({ payload }) => 'assessNow' in payload && payload.assessNow),
    [false, false],
  )
})

test('the same identity number is registered once', async () => {
  const again = await world.as(world.caseworker, (context) =>
    registerPerson(context, { details: someDetails(0), channel: 'office' }),
  )
  assert.equal(!again.ok && again.problem.code, 'already-registered')
})

test('a person registers oneself and nobody else', async () => {
  const attempt = async (jobseeker: Actor) => {
    const result = await world.as(jobseeker, (context) =>
      registerPerson(context, { details: someDetails(18), channel: 'digital' }),
    )
    return result.ok ? null : result.problem.code
  }
  assert.equal(await attempt(await world.anActor('jobseeker')), 'number-not-vouched')
  const stranger = await aVouchedJobseeker(world, someDetails(19))
  assert.equal(await attempt(stranger), 'not-your-number')
  assert.equal((await world.rows('select 1 from platform.access where holder = $1', [stranger.userId])).length, 0)
  assert.equal(await attempt(await aVouchedJobseeker(world, someDetails(18))), null)
})

test('a person whom staff registered takes up that case when signing in, once', async () => {
  const details = someDetails(22)
  const known = await aRegisteredPerson(world, details)
  const jobseeker = await aVouchedJobseeker(world, details)
  const digital = (actor: Actor) =>
    world.as(actor, (context) => registerPerson(context, { details, channel: 'digital', toldAboutProfiling: true }))
  assert.deepEqual(await digital(jobseeker), { ok: true, value: known })
  const page = await world.must({ ...jobseeker, personId: known.personId }, async (context) =>
    ok(await readOwnPerson(context)),
  )
  assert.deepEqual([page?.caseId, page?.profilingNoticeOn], [known.caseId, '2022-10-03'])
  const second = await digital(await aVouchedJobseeker(world, details))
  assert.equal(!second.ok && second.problem.code, 'already-registered')
})

test('each registers in the own channel, and providers not at all', async () => {
  const jobseeker = await world.anActor('jobseeker')
  const own = await world.as(jobseeker, (context) =>
    registerPerson(context, { details: someDetails(12), channel: 'office' }),
  )
  assert.equal(!own.ok && own.problem.code, 'channel-not-yours')
  const foreign = await world.as(world.caseworker, (context) =>
    registerPerson(context, { details: someDetails(12), channel: 'digital' }),
  )
  assert.equal(!foreign.ok && foreign.problem.code, 'channel-not-yours')
  const adviser = await world.anActor('adviser', { organisationId: await world.anOrganisation('provider', 'Prov AB') })
  const provider = await world.as(adviser, (context) =>
    registerPerson(context, { details: someDetails(12), channel: 'office' }),
  )
  assert.equal(!provider.ok && provider.problem.code, 'not-allowed')
})

test('the notice is given once', async () => {
  const { caseId } = await aRegisteredPerson(world, someDetails(13))
  const offered = await world.must(world.caseworker, async (context) => ok(await actionsOf(context, caseId)))
  assert.deepEqual(
    offered.find((each) => each.name === 'giveProfilingNotice'),
    { name: 'giveProfilingNotice', module: 'registration', allowed: true },
  )
  const give = () =>
    world.as(world.caseworker, (context) => giveProfilingNotice(context, { caseId, channel: 'letter' }))
  assert.equal((await give()).ok, true)
  const again = await give()
  assert.equal(!again.ok && again.problem.code, 'notice-already-given')
  const after = await world.must(world.caseworker, async (context) => ok(await actionsOf(context, caseId)))
  assert.equal(after.find((each) => each.name === 'giveProfilingNotice')?.allowed, false)
})

test('a closed case takes no notice', async () => {
  const { caseId, personId } = await aRegisteredPerson(world, someDetails(14))
  await world.ownerPool.query(
    "insert into registration.case_closed (case_id, person_id, closed_on, reason, recorded_at) values ($1, $2, '2022-10-01', 'work', '2022-10-01')",
    [caseId, personId],
  )
  const result = await world.as(world.caseworker, (context) =>
    giveProfilingNotice(context, { caseId, channel: 'spoken' }),
  )
  assert.equal(!result.ok && result.problem.code, 'case-closed')
})

test('a provider without a placement sees no row of the person, with or without a where', async () => {
  const { caseId } = await aRegisteredPerson(world, someDetails(15))
  const organisationId = await world.anOrganisation('provider', 'Fiktiv Matchning AB')
  const adviser = await world.anActor('adviser', { organisationId, officeId: null })
  const locked = await world.as(adviser, (context) => lockCase(context, caseId))
  assert.equal(!locked.ok && locked.problem.code, 'not-found')
  const page = await world.as(adviser, (context) => readPerson(context, caseId))
  assert.equal(!page.ok && page.problem.code, 'not-found')
  const client = await world.appPool.connect()
  try {
    await client.query('begin')
    await client.query('select platform.act($1, $2, $3, $4)', [adviser.userId, 'adviser', organisationId, world.today])
    for (const table of ['person', 'person_version', 'case_file', 'assignment', 'v_person', 'v_case', 'v_step']) {
      const { rows } = await client.query(`select count(*) as seen from registration.${table}`)
      assert.equal(rows[0].seen, 0, table)
    }
    await client.query('rollback')
  } finally {
    client.release()
  }
})

test('reading and writing a person leaves an audit row with the key alone', async () => {
  const { caseId, personId } = await aRegisteredPerson(world, someDetails(16))
  await head(caseId)
  const rows = await world.rows<{ wrote: boolean; role: string }>(
    'select wrote, role from platform.audit_entry where $1 = any (person_ids) order by id',
    [personId],
  )
  assert.deepEqual(rows, [
    { wrote: true, role: 'caseworker' },
    { wrote: false, role: 'caseworker' },
  ])
})

test('the system may register with a known user and spells, as the demo does', async () => {
  const jobseeker = await world.anActor('jobseeker')
  const { personId } = await world.must(systemActor, (context) =>
    registerPerson(context, {
      details: someDetails(17),
      channel: 'digital',
      userId: jobseeker.userId ?? undefined,
    }),
  )
  const page = await world.must({ ...jobseeker, personId }, async (context) => ok(await readOwnPerson(context)))
  assert.equal(page?.personId, personId)
})
