import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { canaries, demoDay } from '../demo/index.ts'
import type { Day } from '../kernel/day.ts'
import { databaseClock } from '../platform/context.ts'
import { openPool, type Pool } from '../platform/database.ts'
import { type TestDatabase, testDatabase } from '../platform/test-database.ts'
import { furnish } from './furnish.ts'
import { subscriptions } from './subscriptions.ts'
import { testPeople } from './test-people-list.ts'

interface World {
  readonly database: TestDatabase
  readonly ownerPool: Pool
  readonly appPool: Pool
  readonly said: string[]
  furnish(people: number): Promise<void>
  count(text: string): Promise<number>
  close(): Promise<void>
}

async function emptyWorld(): Promise<World> {
  const database = await testDatabase()
  const ownerPool = openPool(database.ownerUrl, 3)
  const appPool = openPool(database.appUrl, 3)
  const said: string[] = []
  return {
    database,
    ownerPool,
    appPool,
    said,
    furnish: (people) => furnish({ ownerPool, appPool, subscriptions, people, say: (line) => void said.push(line) }),
    async count(text) {
      const { rows } = await ownerPool.query<{ count: number }>(`select count(*)::integer as count from ${text}`)
      return rows[0]?.count ?? -1
    },
    async close() {
      await appPool.end()
      await ownerPool.end()
      await database.drop()
    },
  }
}

describe('a small demo world', () => {
  let world: World
  before(async () => {
    world = await emptyWorld()
    await world.furnish(120)
  })
  after(() => world.close())

  it('is played without a single refusal', () => {
    assert.deepEqual(
      world.said.filter((line) => line.startsWith('Refused')),
      [],
    )
    assert.ok(world.said.some((line) => line.includes('ready')))
  })

  it('has everyone registered, a fifth in service or past it, 24 providers, 63 staff and three delivery areas', async () => {
    assert.equal(await world.count('registration.case_file'), 120)
    assert.ok((await world.count('(select distinct person_id from market.v_placement) p')) >= 22)
    assert.equal(await world.count('market.provider'), 24)
    assert.equal(await world.count("platform.user_account where subject like 'staff|%'"), 63)
    assert.equal(await world.count("registration.delivery_area where code like 'GR-%'"), 3)
  })

  it('lets staff of the office that answers for the person register', async () => {
    const elsewhere = await world.count(`registration.case_file c join registration.v_case v using (case_id)
        join platform.duty d on d.user_id = c.assisted_by where d.office_id <> v.office_id`)
    assert.equal(elsewhere, 0)
    assert.ok((await world.count('registration.case_file where assisted_by is not null')) > 20)
  })

  it('ends on the day of the demo, with every duty of the year done', async () => {
    const { today } = await databaseClock(world.ownerPool)()
    assert.equal(today, demoDay)
    const { rows } = await world.ownerPool.query<{ ran_to: Day }>('select ran_to from platform.clock')
    assert.equal(rows[0]?.ran_to, demoDay)
    assert.equal(await world.count('platform.notice where sent_at is null'), 0)
    assert.equal((await world.count(`platform.audit_entry`)) > 800, true)
  })

  it('has come all the way to paid statements and letters', async () => {
    assert.ok((await world.count("compensation.v_statement where state = 'approved'")) > 5)
    assert.ok((await world.count("delivery.v_report where state = 'approved'")) > 30)
    assert.ok((await world.count('platform.letter')) > 20)
  })

  it('shows test people by story and duty, not everyone who has an account', async () => {
    const people = await testPeople(world.ownerPool)
    const jobseekers = people.filter((person) => person.subject.startsWith('story|'))
    assert.equal(people.length, 63 + jobseekers.length)
    assert.ok(jobseekers.length >= 8 && jobseekers.length <= 16, String(jobseekers.length))
    assert.equal(jobseekers.filter((person) => person.detail === 'inte inskriven än').length, 3)
  })

  it('keeps the canaries from the authority as a whole', async () => {
    const ids = canaries.map((canary) => `'${canary.identityNumber}'`).join(', ')
    assert.equal(await world.count(`registration.person where identity_number in (${ids})`), 3)
    assert.equal(
      await world.count(
        `platform.access a join registration.person p using (person_id) join platform.organisation o on o.id = a.holder where p.identity_number in (${ids})`,
      ),
      0,
    )
  })

  it('is left alone by the next start', async () => {
    const before = await world.count('platform.audit_entry')
    await world.furnish(500)
    assert.equal(await world.count('platform.audit_entry'), before)
    assert.equal(await world.count('registration.case_file'), 120)
  })
})

describe('other starts', () => {
  it('begins a demo anew that was broken off, and says so', async () => {
    const world = await emptyWorld()
    await world.furnish(0)
    await world.ownerPool.query('update public.krom_demo set ended_at = null')
    await world.ownerPool.query("insert into platform.organisation (kind, name) values ('provider', 'Halvfärdig')")
    await world.furnish(12)
    assert.equal(await world.count("platform.organisation where name = 'Halvfärdig'"), 0)
    assert.equal(await world.count('registration.case_file'), 12)
    assert.match(world.said.join(' '), /broken off/)
    await world.close()
  })

  it('lets one administrator into an empty house, with the default delivery areas', async () => {
    const world = await emptyWorld()
    await world.furnish(0)
    assert.equal(await world.count("platform.duty where role = 'administrator'"), 1)
    assert.equal(await world.count('platform.user_account'), 1)
    assert.equal(await world.count('registration.case_file'), 0)
    assert.equal(await world.count('registration.delivery_area'), 60)
    await world.close()
  })

  it('adds no demo to a database that somebody already uses', async () => {
    const world = await emptyWorld()
    await world.ownerPool.query("insert into platform.organisation (kind, name) values ('authority', 'Myndigheten')")
    await world.furnish(50)
    assert.equal(await world.count('registration.case_file'), 0)
    assert.equal(await world.count('platform.organisation'), 1)
    await world.close()
  })
})
