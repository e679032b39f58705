import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { decideTransfer } from './decide-transfer.ts'
import { prepareTransfer } from './prepare-transfer.ts'
import { aProvider, marketWorld, type TestProvider } from './testing.ts'

describe('a provider’s staff at a transfer', { concurrency: false }, () => {
  let world: TestWorld
  before(async () => {
    ;({ world } = await marketWorld('2022-10-03'))
  })
  after(() => world.drop())

  const staffOf = (organisationId: OrganisationId, name: string) =>
    world.anActor('adviser', { organisationId, officeId: null, name })
  const placed = (actor: Actor, organisationId: OrganisationId, addressId: string) =>
    world.rows(
      'insert into platform.duty_place select id, $3 from platform.duty where user_id = $1 and organisation_id = $2',
      [actor.userId, organisationId, addressId],
    )
  /** Approves the transfer of the leaver's contract; the address that answers to the old one. */
  async function passOn(leaver: TestProvider, toOrganisationId: OrganisationId): Promise<string> {
    const { id: transferId } = await world.must(world.overseer, (context) =>
      prepareTransfer(context, {
        contractId: leaver.contractId,
        toOrganisationId,
        onDay: day('2022-11-01'),
        reason: 'Verksamheten överlåts.',
      }),
    )
    const second = await world.anActor('overseer', { name: 'Petra Prov' })
    await world.must(second, (context) => decideTransfer(context, { transferId, outcome: 'approved', reason: null }))
    const rows = await world.rows<{ address: string }>(
      'select new_address as address from market.contract_transfer_address where transfer_id = $1',
      [transferId],
    )
    return rows[0]?.address ?? assert.fail('no address was copied')
  }
  /** The duties of somebody at an organisation with their places. */
  const dutiesAt = (organisationId: OrganisationId, { userId }: Actor) =>
    world.rows<{ role: string; from: string; places: string[] }>(
      `select d.role, d.valid_from as "from",
              array(select p.address_id::text from platform.duty_place p where p.duty_id = d.id order by 1) as places
         from platform.duty d where d.organisation_id = $1 and d.user_id = $2 order by d.role, d.id`,
      [organisationId, userId],
    )

  test('who led the leaver acts at a taker that is led for the places of the contract alone', async () => {
    const leaver = await aProvider(world, { name: 'Gamla AB' })
    const taker = await aProvider(world, { name: 'Tagande AB', area: 'FA41', municipality: '2380' })
    const wide = await staffOf(leaver.providerId, 'Vida')
    const narrow = await staffOf(leaver.providerId, 'Nils')
    await placed(narrow, leaver.providerId, leaver.addressId)
    const address = await passOn(leaver, taker.providerId)
    const given = (role: string) => [{ role, from: '2022-11-01', places: [address] }]
    assert.deepEqual(await dutiesAt(taker.providerId, leaver.coordinator), given('coordinator'))
    assert.deepEqual(await dutiesAt(taker.providerId, wide), given('adviser'))
    assert.deepEqual(await dutiesAt(taker.providerId, narrow), given('adviser'))
    const own = [{ role: 'coordinator', from: '2020-01-01', places: [] }]
    assert.deepEqual(await dutiesAt(taker.providerId, taker.coordinator), own)
  })

  test('somebody with the same role at some places of the taker gets the new ones too', async () => {
    const leaver = await aProvider(world, { name: 'Andra AB' })
    const taker = await aProvider(world, { name: 'Tredje AB', area: 'FA41', municipality: '2380' })
    const both = await staffOf(leaver.providerId, 'Bodil')
    await world.rows(
      "insert into platform.duty (user_id, role, organisation_id, valid_from) values ($1, 'adviser', $2, '2020-01-01')",
      [both.userId, taker.providerId],
    )
    await placed(both, taker.providerId, taker.addressId)
    const address = await passOn(leaver, taker.providerId)
    const places = [taker.addressId, address].sort()
    assert.deepEqual(await dutiesAt(taker.providerId, both), [{ role: 'adviser', from: '2020-01-01', places }])
  })

  test('an organisation that nobody leads yet gets the leaver’s heads as its own', async () => {
    const leaver = await aProvider(world, { name: 'Fjärde AB' })
    const fresh = await world.anOrganisation('provider', 'Nya AB')
    const narrow = await staffOf(leaver.providerId, 'Nina')
    await placed(narrow, leaver.providerId, leaver.addressId)
    const address = await passOn(leaver, fresh)
    const head = [{ role: 'coordinator', from: '2022-11-01', places: [] }]
    assert.deepEqual(await dutiesAt(fresh, leaver.coordinator), head)
    assert.deepEqual(await dutiesAt(fresh, narrow), [{ role: 'adviser', from: '2022-11-01', places: [address] }])
  })
})
