import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { publicCatalogue } from '../market/index.ts'
import { contactsOfCase, employerContacts } from './employer-contact-reads.ts'
import { giveAdviser } from './give-adviser.ts'
import { correctEmployerContact, type LogEmployerContact, logEmployerContact } from './log-employer-contact.ts'
import { aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

const visit: LogEmployerContact = {
  onDay: day('2022-09-12'),
  kind: 'visit',
  employer: 'Exempellagret AB',
  workplace: 'Hisingen',
  result: 'vacancy',
  note: 'Fråga efter Kim i augusti.',
  caseIds: [],
}

describe('contacts with employers as facts (programme 4.5)', () => {
  let world: TestWorld
  let provider: Staffed
  let others: Staffed
  let served: Awaited<ReturnType<typeof aServed>>
  let second: Awaited<ReturnType<typeof aServed>>
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    others = await aStaffedProvider(world, 'Andra leverantören AB')
    served = await aServed(world, provider)
    second = await aServed(world, provider)
    const adviserId = served.adviser.userId ?? assert.fail('a user')
    await world.must(provider.coordinator, (context) => giveAdviser(context, { caseId: second.caseId, adviserId }))
    world.today = day('2022-09-21')
  })
  after(() => world.drop())

  const log = (actor: Actor, more: Partial<LogEmployerContact> = {}) =>
    world.as(actor, (context) => logEmployerContact(context, { ...visit, ...more }))
  const correct = (contactId: string, more: Partial<LogEmployerContact> = {}, actor = served.adviser) =>
    world.as(actor, (context) => correctEmployerContact(context, { contactId, ...visit, ...more }))
  const all = (actor: Actor, q?: string) =>
    world.must(actor, (context) => employerContacts(context, { q, page: 1, limit: 20 }))
  const madeFor = (caseId: CaseId, actor: Actor) => world.must(actor, (context) => contactsOfCase(context, caseId))
  const counted = async () => {
    const page = await world.must(world.caseworker, (context) => publicCatalogue(context, { page: 1, limit: 20 }))
    return page.items.find((each) => each.contractId === provider.contractId)?.employerContacts
  }

  test('one for two participants is seen by both, by the caseworker, and counted once for the contract', async () => {
    assert.equal(await counted(), 0)
    const logged = await log(served.adviser, { caseIds: [served.caseId, second.caseId, served.caseId] })
    assert.ok(logged.ok)
    const [mine] = (await madeFor(served.caseId, served.actor)).items
    assert.deepEqual([mine?.employer, mine?.kind, mine?.result], ['Exempellagret AB', 'visit', 'vacancy'])
    assert.ok(!('note' in (mine ?? {})), 'the note is for the provider')
    assert.equal((await madeFor(second.caseId, world.caseworker)).items.length, 1)
    const { items } = await all(provider.coordinator)
    assert.deepEqual(
      items.map((item) => [item.note, item.participants.length]),
      [[visit.note, 2]],
    )
    assert.equal(await counted(), 1)
    const steps = await world.rows('select kind from delivery.v_step where case_id = $1 and kind = $2', [
      served.caseId,
      'delivery.employer-contacted',
    ])
    assert.equal(steps.length, 1)
  })

  test('a corrected one takes the place of the old for everybody, and once only', async () => {
    const [old] = (await all(provider.coordinator)).items
    assert.ok(old)
    assert.equal(codeOf(await correct(old.contactId, {}, others.adviser)), 'not-found')
    const corrected = await correct(old.contactId, { result: 'interview', caseIds: [second.caseId] })
    assert.ok(corrected.ok)
    assert.equal(codeOf(await correct(old.contactId)), 'not-found')
    assert.deepEqual((await madeFor(served.caseId, served.actor)).items, [], 'it never concerned this one')
    assert.deepEqual(
      (await madeFor(second.caseId, second.actor)).items.map((item) => item.result),
      ['interview'],
    )
    assert.equal(await counted(), 1)
    const withdrawn = await world.as(served.adviser, (context) =>
      correctEmployerContact(context, { contactId: corrected.value.id, withdrawn: true }),
    )
    assert.ok(withdrawn.ok)
    assert.deepEqual((await all(provider.coordinator)).items, [])
    assert.deepEqual((await madeFor(second.caseId, second.actor)).items, [])
    assert.equal(await counted(), 0)
  })

  test('one for nobody is in the log alone; others neither see it nor find it', async () => {
    assert.equal(codeOf(await log(provider.coordinator, { employer: 'Bageriet 100% AB' })), 'ok')
    assert.equal((await all(provider.coordinator, '100%')).total, 1)
    assert.equal((await all(provider.coordinator, 'hising')).total, 1)
    assert.equal((await all(provider.coordinator, '1_0')).total, 0)
    assert.deepEqual((await all(others.coordinator)).items, [])
    assert.equal(await counted(), 0)
  })

  test('is refused for what cannot be', async () => {
    const caseIds = [served.caseId]
    assert.equal(codeOf(await log(world.caseworker)), 'not-allowed')
    assert.equal(codeOf(await log(others.adviser, { caseIds })), 'not-found')
    assert.equal(codeOf(await log(served.adviser, { caseIds, onDay: day('2022-09-02') })), 'not-in-service')
    assert.equal(codeOf(await log(served.adviser, { onDay: day('2022-09-22') })), 'in-the-future')
  })

  test('one older than the rule says is no longer counted', async () => {
    assert.equal(codeOf(await log(served.adviser, { caseIds: [served.caseId] })), 'ok')
    assert.equal(await counted(), 1)
    world.today = day('2023-09-11')
    assert.equal(await counted(), 1)
    world.today = day('2023-09-12')
    assert.equal(await counted(), 0)
  })
})
