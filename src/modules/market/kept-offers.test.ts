import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { seeded } from '../../kernel/random.ts'
import { fail } from '../../kernel/result.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { municipality } from '../../rules/reference/index.ts'
import { caseCatalogue, fromDatabase, publicCatalogue } from './catalogue.ts'
import { changeAddress } from './change-address.ts'
import type { Orientation } from './contract.ts'
import { endContract } from './end-contract.ts'
import { setCapacity } from './set-capacity.ts'
import { setNewChoices } from './set-new-choices.ts'
import { aProvider, aReferred, marketWorld, type TestParticipant, type TestProvider } from './testing.ts'

const seat = municipality('1481')?.seat ?? { lat: 0, lon: 0 }
const page = { page: 1, limit: 100 }
const languages = ['sv', 'ar', 'so', 'ti']
const orientations: readonly Orientation[] = ['it', 'sales', 'cleaning', 'all']

describe('the catalogue from memory', () => {
  let world: TestWorld
  let person: TestParticipant
  const providers: TestProvider[] = []
  before(async () => {
    ;({ world } = await marketWorld())
    const random = seeded('kept offers')
    for (const name of [
      'Älvhage Jobbväg AB',
      'Älvhage Nystart AB',
      'Alvhage Steg AB',
      'Hällby Nystart',
      '100 % Jobb AB',
    ]) {
      for (const area of ['FA15', 'FA14']) {
        const point = { lat: seat.lat + (random.next() - 0.5) * 1.6, lon: seat.lon + random.next() }
        const wish = { name, area, point, ...wordsFrom(random), lastDay: random.pick(['2022-10-20', '2023-12-31']) }
        providers.push(await aProvider(world, wish))
      }
    }
    person = await aReferred(world)
  })
  after(() => world.drop())

  const publicly = (query: object, source?: typeof fromDatabase) =>
    world.must(world.caseworker, (context) => publicCatalogue(context, { ...page, ...query }, source))
  const ofCase = (query: object, source?: typeof fromDatabase) =>
    world.must(person.actor, (context) => caseCatalogue(context, { caseId: person.caseId, ...page, ...query }, source))
  const total = async () => (await publicly({})).total

  test('answers each search as the plain SQL does', async () => {
    const random = seeded('searches')
    let found = 0
    for (let round = 0; round < 120; round += 1) {
      const query = {
        ...maybe(random, 'name', [
          'älvhage',
          'alvhage',
          'nystrat',
          'hallby',
          'hällby',
          '%',
          ' ',
          'ab',
          'jobb',
          'stockholm',
          'steg ab',
        ]),
        ...maybe(random, 'radiusKm', [20, 60, 100, 300]),
        ...maybe(random, 'language', languages),
        ...maybe(random, 'orientation', orientations.slice(0, -1)),
        ...maybe(random, 'place', ['1481', '1480']),
        ...maybe(random, 'places', ['left']),
      }
      const from = { ...query, ...maybe(random, 'municipality', ['1481', '1490', '2380']) }
      const publicPage = await publicly(from)
      assert.deepEqual(publicPage, await publicly(from, fromDatabase), JSON.stringify(from))
      assert.deepEqual(await ofCase(query), await ofCase(query, fromDatabase), JSON.stringify(query))
      found += publicPage.total
    }
    assert.ok(found > 100, `only ${found} offers were found`)
  })

  test('sees each change of what is listed in the next transaction', async () => {
    const [changed = nobody, other = nobody] = providers
    const shown = async () => (await publicly({})).items.find((item) => item.contractId === changed.contractId)
    assert.equal((await shown())?.openPlaces, null)
    await world.must(changed.coordinator, (context) => setCapacity(context, { ...changed, cap: 7 }))
    assert.equal((await shown())?.openPlaces, 7)
    const words = { languages: ['fi'], orientations: ['sales'], presentation: 'Vi har flyttat.' } as const
    await world.must(changed.coordinator, (context) => changeAddress(context, { ...changed, ...words }))
    assert.deepEqual(
      [(await shown())?.presentation, (await publicly({ language: 'fi' })).total],
      ['Vi har flyttat.', 1],
    )
    const before = await total()
    const { contractId } = changed
    await world.must(world.overseer, (context) =>
      setNewChoices(context, { contractId, open: false, reason: 'Kontroll' }),
    )
    assert.deepEqual([await shown(), await total()], [undefined, before - 1])
    await world.must(world.overseer, (context) => setNewChoices(context, { contractId, open: true, reason: 'Klart' }))
    assert.equal(await total(), before)
    const end = { cause: 'cancelled', lastDay: day('2022-10-10'), reason: 'Hävs' } as const
    await world.must(world.overseer, (context) => endContract(context, { contractId: other.contractId, ...end }))
    assert.deepEqual(await publicly({}), await publicly({}, fromDatabase))
    await aProvider(world, { name: 'Zonen AB' })
    assert.equal((await publicly({ name: 'zonen' })).items[0]?.providerName, 'Zonen AB')
    await world.rows("update market.provider set name = 'Zenit AB' where name = 'Zonen AB'")
    assert.equal((await publicly({ name: 'zenit' })).items[0]?.providerName, 'Zenit AB')
  })

  test('follows a municipality into another delivery area', async () => {
    const search = { municipality: '2380' }
    assert.deepEqual(await publicly(search), await publicly(search, fromDatabase))
    await world.rows(
      `insert into registration.area_municipality (area_code, municipality_code, from_day, recorded_at)
         values ('FA15', '2380', '2022-10-01', '2022-10-01')`,
    )
    const moved = (await publicly(search)).items.map((item) => item.areaCode)
    assert.deepEqual([moved.length > 0, new Set(moved)], [true, new Set(['FA15'])])
  })

  test('forgets nothing and keeps nothing of a change that was rolled back', async () => {
    const before = await publicly({})
    const [, , kept = nobody] = providers
    await world.as(kept.coordinator, async (context) => {
      await setCapacity(context, { ...kept, cap: 1 })
      await publicCatalogue(context, page)
      return fail({ code: 'not-found' })
    })
    assert.deepEqual(await publicly({}), before)
  })

  test('is not mixed up between databases, nor by one that was put back to an earlier day', async () => {
    const { world: second } = await marketWorld()
    try {
      await aProvider(second, { name: 'Annan databas AB' })
      const inSecond = () => second.must(second.caseworker, (context) => publicCatalogue(context, page))
      const here = await publicly({})
      for (let round = 0; round < 2; round += 1) {
        assert.deepEqual(
          (await inSecond()).items.map((item) => item.providerName),
          ['Annan databas AB'],
        )
        assert.deepEqual(await publicly({}), here)
      }
      await world.rows(
        'delete from market.catalogue_change where version = (select max(version) from market.catalogue_change)',
      )
      assert.deepEqual(await publicly({}), here)
    } finally {
      await second.drop()
    }
  })

  test('keeps only what everybody may see', async () => {
    const read = await world.rows<{ name: string; guarded: boolean }>(
      `select distinct c.relname as name, c.relrowsecurity as guarded
         from pg_rewrite r join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
         join pg_class c on d.refclassid = 'pg_class'::regclass and c.oid = d.refobjid and c.relkind = 'r'
        where r.ev_class in ('market.v_offer'::regclass, 'market.v_contract'::regclass)`,
    )
    assert.ok(read.length > 5, 'the views read tables')
    assert.deepEqual(
      read.filter(({ guarded }) => guarded),
      [],
    )
  })
})

const nobody: TestProvider = {} as never

function wordsFrom(random: ReturnType<typeof seeded>) {
  return { languages: random.shuffle(languages).slice(0, 2), orientations: random.shuffle(orientations).slice(0, 2) }
}

/** The wish in every other search. */
function maybe(random: ReturnType<typeof seeded>, key: string, values: readonly unknown[]): object {
  return random.next() < 0.5 ? { [key]: random.pick(values) } : {}
}
