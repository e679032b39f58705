import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { municipality } from '../../rules/reference/index.ts'
import { type AddAddress, addAddress } from './add-address.ts'
import { type AddContract, addContract } from './add-contract.ts'
import { addProvider } from './add-provider.ts'
import { ownContracts } from './provider-desk.ts'
import { contractFor, findContract, providerOfUser } from './reads.ts'
import { setCapacity } from './set-capacity.ts'
import { setNewChoices } from './set-new-choices.ts'
import { aProvider, marketWorld, type TestProvider } from './testing.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

describe('the register of providers in the database', () => {
  let world: TestWorld
  let provider: TestProvider
  before(async () => {
    ;({ world } = await marketWorld())
    provider = await aProvider(world)
  })
  after(() => world.drop())

  const admit = (organisationId: OrganisationId, actor: Actor = world.overseer) =>
    world.as(actor, (context) => addProvider(context, { organisationId, name: 'Namn' }))
  const address = (change: Partial<AddAddress>, actor: Actor = world.administrator) =>
    world.as(actor, (context) =>
      addAddress(context, {
        providerId: provider.providerId,
        street: 'Provgatan 2',
        locality: 'Provorten',
        municipalityCode: '1480',
        languages: ['sv', 'ar'],
        orientations: ['it'],
        presentation: '',
        ...change,
      }),
    )
  const contract = (change: Partial<AddContract>, actor: Actor = world.overseer) =>
    world.as(actor, (context) =>
      addContract(context, {
        providerId: provider.providerId,
        areaCode: 'FA14',
        priceModel: '2',
        fromDay: day('2022-01-01'),
        addressIds: [provider.addressId],
        ...change,
      }),
    )

  test('takes no text about a provider that promises, is long or is hard to read, and names the sentence', async () => {
    const told = async (presentation: string) => {
      const result = await address({ presentation })
      return result.ok ? 'ok' : [result.problem.code, result.problem.values?.sentence]
    }
    assert.deepEqual(await told('Hej. Du får ett presentkort.'), ['presentation-promises', 'Du får ett presentkort.'])
    const long = `Vi ${'går '.repeat(25)}hem.`
    assert.deepEqual(await told(long), ['presentation-hard', long])
    assert.deepEqual(await told('Ja! '.repeat(300)), ['presentation-too-long', undefined])
    assert.deepEqual(await told(`Vi lovar jobb. ${long}`), ['not-valid', undefined])
    assert.equal(await told('Vi hjälper dig hela vägen.'), 'ok')
  })

  test('admits an organisation once, and no municipality since the ruling', async () => {
    const organisation = await world.anOrganisation('provider', 'Ny AB')
    assert.equal(codeOf(await admit(organisation, world.caseworker)), 'not-allowed')
    assert.equal(codeOf(await admit(organisation)), 'ok')
    assert.equal(codeOf(await admit(organisation)), 'already-provider')
    assert.equal(codeOf(await admit(world.authority)), 'authority-not-provider')
    const town = await world.anOrganisation('municipality', 'Provköpings kommun')
    world.today = day('2022-11-01')
    assert.equal(codeOf(await admit(town)), 'municipality-not-provider')
    world.today = day('2022-10-03')
    assert.equal(codeOf(await admit(town)), 'ok')
    assert.equal(codeOf(await admit('00000000-0000-4000-8000-000000000000' as OrganisationId)), 'not-found')
  })

  test('takes addresses in Sweden, at the seat when no point is given', async () => {
    assert.equal(codeOf(await address({}, world.caseworker)), 'not-allowed')
    assert.equal(codeOf(await address({ point: { lat: 55.676, lon: 12.568 } })), 'not-in-sweden')
    assert.equal(codeOf(await address({ municipalityCode: '9999' })), 'unknown-municipality')
    assert.equal(codeOf(await address({ languages: ['sv', 'qqq'] })), 'language-unknown')
    assert.equal(codeOf(await address({ providerId: world.authority })), 'not-found')
    const [seat, given] = [await address({}), await address({ point: { lat: 57.7, lon: 11.9 } })]
    assert.ok(seat.ok && given.ok)
    const rows = await world.rows(
      'select point_from, lat from market.provider_address where id = any ($1::uuid[]) order by 1',
      [[seat.value.id, given.value.id]],
    )
    assert.deepEqual(rows, [
      { point_from: 'given', lat: 57.7 },
      { point_from: 'seat', lat: municipality('1480')?.seat.lat },
    ])
  })

  test('gives one contract at a time in an area, at the provider’s own addresses', async () => {
    const other = await aProvider(world, { name: 'Annan AB' })
    assert.equal(codeOf(await contract({}, world.caseworker)), 'not-allowed')
    assert.equal(codeOf(await contract({ areaCode: 'FA99' })), 'area-unknown')
    assert.equal(codeOf(await contract({ lastDay: day('2021-12-31') })), 'end-before-start')
    assert.equal(codeOf(await contract({ addressIds: [provider.addressId, other.addressId] })), 'address-of-another')
    assert.equal(codeOf(await contract({ lastDay: day('2022-06-30') })), 'ok')
    assert.equal(codeOf(await contract({ fromDay: day('2022-06-30') })), 'contract-overlaps')
    assert.equal(codeOf(await contract({ fromDay: day('2022-07-01') })), 'ok')
    assert.equal(codeOf(await contract({ fromDay: day('2030-01-01') })), 'contract-overlaps')
    const both = await Promise.all([contract({ areaCode: 'FA16' }), contract({ areaCode: 'FA16' })])
    assert.deepEqual(both.map(codeOf).sort(), ['contract-overlaps', 'ok'])
    const found = await world.must(world.caseworker, async (context) => ({
      ok: true,
      value: await contractFor(context, { providerId: provider.providerId, areaCode: 'FA14', day: day('2022-06-30') }),
    }))
    assert.equal(found?.toDay, '2022-07-01')
  })

  test('refuses overlapping contracts in the database too, and keeps its facts from being rewritten', async () => {
    const insert = (from: string, to: string | null) =>
      world.rows(
        "insert into market.contract (provider_id, area_code, price_model, from_day, to_day, recorded_at) values ($1, 'FA17', '1', $2, $3, '2022-10-03')",
        [provider.providerId, from, to],
      )
    await insert('2022-01-01', '2022-07-01')
    await insert('2022-07-01', null)
    await assert.rejects(insert('2022-06-30', '2022-07-02'), /contract_one_at_a_time/)
    for (const text of ["update market.contract set price_model = '2'", 'delete from market.placement_end']) {
      await assert.rejects(world.appPool.query(text), /permission denied/)
    }
  })

  test('stops and opens new choices with a reason, by overseers only', async () => {
    const { contractId } = await aProvider(world, { name: 'Stopp AB' })
    const say = (open: boolean, actor: Actor = world.overseer) =>
      world.as(actor, (context) => setNewChoices(context, { contractId, open, reason: 'Kontroll' }))
    assert.equal(codeOf(await say(false, provider.coordinator)), 'not-allowed')
    for (const open of [true, false, false, true]) assert.equal(codeOf(await say(open)), 'ok')
    const rows = await world.rows(
      'select open from market.new_choices where contract_id = $1 order by recorded_at, id',
      [contractId],
    )
    assert.deepEqual(rows, [{ open: false }, { open: true }])
    const found = await world.must(world.overseer, async (context) => ({
      ok: true,
      value: await findContract(context, contractId),
    }))
    assert.equal(found?.openForChoices, true)
    const missing = await world.as(world.overseer, (context) =>
      setNewChoices(context, { contractId: provider.addressId as never, open: false, reason: 'Kontroll' }),
    )
    assert.equal(codeOf(missing), 'not-found')
  })

  test('lets a coordinator cap the own contracts, and nobody else’s', async () => {
    const { contractId, addressId } = provider
    const cap = (value: number | null, actor: Actor = provider.coordinator) =>
      world.as(actor, (context) => setCapacity(context, { contractId, addressId, cap: value }))
    const stranger = (await aProvider(world, { name: 'Främmande AB' })).coordinator
    const adviser = await world.anActor('adviser', { organisationId: provider.providerId })
    assert.equal(codeOf(await cap(3, stranger)), 'not-found')
    assert.equal(codeOf(await cap(3, adviser)), 'not-allowed')
    assert.equal(codeOf(await cap(3, world.caseworker)), 'not-allowed')
    assert.equal(codeOf(await cap(-1)), 'cap-not-whole')
    assert.equal(codeOf(await cap(2.5)), 'cap-not-whole')
    for (const value of [3, 10, null, 4]) assert.equal(codeOf(await cap(value)), 'ok')
    const desk = await world.must(provider.coordinator, (context) => ownContracts(context, { page: 1, limit: 20 }))
    const own = desk.items.find((item) => item.contractId === contractId)
    assert.deepEqual(
      own?.addresses.map((each) => [each.cap, each.taken, each.openPlaces]),
      [[4, 0, 4]],
    )
    const nobody = await world.as(world.caseworker, (context) => ownContracts(context, { page: 1, limit: 20 }))
    assert.equal(codeOf(nobody), 'not-found')
    const works = await world.must(provider.coordinator, async (context) => ({
      ok: true,
      value: await providerOfUser(context),
    }))
    assert.equal(works?.name, 'Provleverantören AB')
    const system = await world.as(systemActor, async (context) => ({ ok: true, value: await providerOfUser(context) }))
    assert.deepEqual(system, { ok: true, value: null })
  })
})
