import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Result } from '../../kernel/result.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { publicCatalogue } from './catalogue.ts'
import { type ChangeAddress, changeAddress } from './change-address.ts'
import { ownContracts } from './provider-desk.ts'
import { aProvider, marketWorld, type TestProvider } from './testing.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

describe('what a provider says of an address', () => {
  let world: TestWorld
  let provider: TestProvider
  before(async () => {
    ;({ world } = await marketWorld())
    provider = await aProvider(world, { name: 'Ordrika AB', languages: ['sv'], orientations: ['all'] })
  })
  after(() => world.drop())

  const words = { languages: ['sv', 'ar'], orientations: ['it'], presentation: 'Vi har flyttat in i nya rum.' } as const
  const change = (wish: Partial<ChangeAddress> = {}, actor = provider.coordinator) =>
    world.as(actor, (context) => changeAddress(context, { addressId: provider.addressId, ...words, ...wish }))
  const shown = async (query: { language?: string; orientation?: 'it' | 'sales' }) => {
    const found = await world.must(world.caseworker, (context) =>
      publicCatalogue(context, { municipality: '1481', page: 1, limit: 20, ...query }),
    )
    return found.items.map(({ languages, orientations, presentation }) => ({ languages, orientations, presentation }))
  }

  test('changes as a new fact that the catalogue is searched by at once, and the earlier words stay on record', async () => {
    assert.deepEqual(await shown({ language: 'ar' }), [])
    assert.equal(codeOf(await change({ languages: ['sv', 'ar', 'ar'] })), 'ok')
    assert.deepEqual(await shown({ language: 'ar', orientation: 'it' }), [words])
    assert.deepEqual(await shown({ orientation: 'sales' }), [])
    assert.equal(codeOf(await change({ presentation: 'Vi finns på gatuplan.' })), 'ok')
    assert.equal((await shown({}))[0]?.presentation, 'Vi finns på gatuplan.')
    const own = await world.must(provider.coordinator, (context) => ownContracts(context, { page: 1, limit: 20 }))
    const address = own.items[0]?.addresses[0]
    assert.deepEqual([address?.presentation, address?.languages], ['Vi finns på gatuplan.', ['sv', 'ar']])
    const facts = await world.rows<{ presentation: string }>(
      `select presentation from market.provider_address where id = $1
       union all (select presentation from market.address_change where address_id = $1 order by recorded_at, replaces nulls first)`,
      [provider.addressId],
    )
    assert.deepEqual(
      facts.map((row) => row.presentation),
      ['Vi provar.', 'Vi har flyttat in i nya rum.', 'Vi finns på gatuplan.'],
    )
  })

  test('two changes at once both count, one after the other', async () => {
    const results = await Promise.all([change({ presentation: 'Den ena.' }), change({ presentation: 'Den andra.' })])
    assert.deepEqual(results.map(codeOf), ['ok', 'ok'])
    const current = await world.rows<{ presentation: string }>(
      `select presentation from market.address_change c where address_id = $1
          and not exists (select 1 from market.address_change n where n.replaces = c.id)`,
      [provider.addressId],
    )
    assert.equal(current.length, 1)
    assert.deepEqual(
      (await shown({})).map((one) => one.presentation),
      [current[0]?.presentation],
    )
  })

  test('is checked as when it was first written, and is the own coordinator’s alone', async () => {
    const before = await shown({})
    assert.equal(codeOf(await change({ presentation: 'Du får ett presentkort.' })), 'presentation-promises')
    assert.equal(codeOf(await change({ presentation: 'Ja! '.repeat(300) })), 'presentation-too-long')
    assert.equal(codeOf(await change({ presentation: `${'ord '.repeat(60)}.` })), 'presentation-hard')
    assert.equal(codeOf(await change({ languages: ['xx'] })), 'language-unknown')
    const other = await aProvider(world, { name: 'Andra AB', area: 'FA16', municipality: '1380' })
    assert.equal(codeOf(await change({}, other.coordinator)), 'not-found')
    assert.equal(codeOf(await change({}, world.overseer)), 'not-allowed')
    assert.deepEqual(await shown({}), before)
  })
})
