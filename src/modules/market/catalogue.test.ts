import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { type Random, seeded } from '../../kernel/random.ts'
import type { Actor } from '../../platform/actor.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { municipality } from '../../rules/reference/index.ts'
import { caseCatalogue, providerPage, publicCatalogue } from './catalogue.ts'
import { chooseProvider } from './choose-provider.ts'
import { caseCatalogueReply, catalogueReply, providerReply } from './contract.ts'
import { nameMatch } from './domain/name-match.ts'
import { setCapacity } from './set-capacity.ts'
import { setNewChoices } from './set-new-choices.ts'
import { aProvider, aReferred, marketWorld, type TestParticipant, type TestProvider } from './testing.ts'

const seat = municipality('1481')?.seat ?? { lat: 0, lon: 0 }
const north = (km: number) => ({ lat: seat.lat + km / 111.195, lon: seat.lon })
const page = { page: 1, limit: 20 }

describe('the catalogue in the database', () => {
  let world: TestWorld
  let near: TestProvider
  const anyone: Actor = { ...systemActor, role: 'public', name: '' }
  before(async () => {
    ;({ world } = await marketWorld())
    near = await aProvider(world, { name: 'Göteborgs Nära AB', point: north(3), languages: ['sv', 'ar'], cap: 2 })
    await aProvider(world, { name: 'Längre bort AB', point: north(40), orientations: ['it', 'technology'] })
    await aProvider(world, { name: 'Grannområdet AB', area: 'FA14', municipality: '1490' })
    await aProvider(world, { name: 'Fjärran AB', area: 'FA41', municipality: '2380' })
    await aProvider(world, { name: 'Hemma men långt AB', municipality: '1290' })
    const stopped = await aProvider(world, { name: 'Stoppad AB', point: north(1) })
    const { contractId } = stopped
    await world.must(world.overseer, (context) =>
      setNewChoices(context, { contractId, open: false, reason: 'Kontroll' }),
    )
    await aProvider(world, { name: 'Slut AB', point: north(1), lastDay: '2022-10-10' })
  })
  after(() => world.drop())

  const ofCase = async (person: TestParticipant, query = {}, actor = person.actor) => {
    const value = await world.must(actor, (context) =>
      caseCatalogue(context, { caseId: person.caseId, ...page, ...query }),
    )
    return caseCatalogueReply.parse(value)
  }
  const publicly = async (query = {}) => {
    const value = await world.must(anyone, (context) => publicCatalogue(context, { ...page, ...query }))
    return catalogueReply.parse(value)
  }
  const names = (found: { items: readonly { providerName: string }[] }) => found.items.map((each) => each.providerName)

  test('shows a person what can be reached, by distance, with open places', async () => {
    const person = await aReferred(world)
    const found = await ofCase(person)
    assert.deepEqual(
      found.items.map((each) => [each.providerName, each.distanceKm, each.openPlaces]),
      [
        ['Göteborgs Nära AB', 3, 2],
        ['Längre bort AB', 40, null],
        ['Grannområdet AB', 55.1, null],
        ['Hemma men långt AB', 222.2, null],
      ],
    )
    assert.deepEqual(found.window && [found.window.state, found.window.dueOn], ['open', '2022-10-10'])
    assert.deepEqual(found.home, { known: true, approximate: true, areaCode: 'FA15', point: seat })
    assert.equal(found.startsOn, '2022-10-17')
    assert.equal(JSON.stringify(found).includes('price'), false)
  })

  test('is the same for the caseworker who helps, and not found for a provider', async () => {
    const person = await aReferred(world)
    assert.deepEqual(await ofCase(person, {}, world.caseworker), await ofCase(person))
    const refused = await world.as(near.coordinator, (context) =>
      caseCatalogue(context, { caseId: person.caseId, ...page }),
    )
    assert.equal(refused.ok ? 'ok' : refused.problem.code, 'not-found')
  })

  test('searches by place, radius, orientation, language and name, a page at a time', async () => {
    const person = await aReferred(world)
    assert.deepEqual(names(await ofCase(person, { radiusKm: 10 })), ['Göteborgs Nära AB'])
    assert.equal((await ofCase(person, { radiusKm: 1000 })).total, 5)
    assert.deepEqual(names(await ofCase(person, { place: '1490' })), ['Grannområdet AB'])
    assert.deepEqual(names(await ofCase(person, { language: 'ar' })), ['Göteborgs Nära AB'])
    assert.deepEqual(names(await ofCase(person, { name: 'goteborg' })), ['Göteborgs Nära AB'])
    assert.ok(names(await ofCase(person, { orientation: 'it' })).includes('Längre bort AB'))
    const second = await ofCase(person, { page: 2, limit: 3 })
    assert.deepEqual([names(second), second.total], [['Hemma men långt AB'], 4])
    assert.deepEqual(names(await ofCase(person, { page: 9 })), [])
  })

  test('finds a provider in spite of a typing error, and says that the name was not quite that', async () => {
    const person = await aReferred(world)
    const right = await ofCase(person, { name: 'göteborgs nära' })
    assert.deepEqual([names(right), right.similar], [['Göteborgs Nära AB'], false])
    for (const name of ['gotebrogs', 'göteborgs näär', 'Götebrgs', 'goteborgss', 'ötebogrs']) {
      const found = await ofCase(person, { name })
      assert.deepEqual([names(found), found.similar], [['Göteborgs Nära AB'], true], name)
    }
    for (const name of ['stockholm', '%', '_____', "o'; select"]) {
      const found = await publicly({ name })
      assert.deepEqual([names(found), found.similar], [[], false], name)
    }
    assert.deepEqual(names(await publicly({ municipality: '1481', name: 'längre' })), ['Längre bort AB'])
  })

  test('overlooks no name that the pure rule takes, wherever the slip stands', async () => {
    const random = seeded('slips')
    const all = names(await publicly({ limit: 100 }))
    for (let round = 0; round < 40; round += 1) {
      const words = random.pick(all).split(' ')
      const typed = slipped(random, random.pick(words.filter((word) => word.length > 3)))
      const kinds = (kind: string) => all.filter((name) => nameMatch(name, typed) === kind)
      const wanted = kinds('holds').length > 0 ? kinds('holds') : kinds('near')
      assert.deepEqual(names(await publicly({ name: typed, limit: 100 })).toSorted(), wanted.toSorted(), typed)
    }
  })

  test('tells the way there, and numbers of participants only when they are some', async () => {
    const person = await aReferred(world)
    const [first] = (await ofCase(person)).items
    assert.deepEqual(first?.travel, { km: 3.9, walkMinutes: 55, cycleMinutes: 20 })
    assert.equal(first?.participants, null)
  })

  test('counts those whom the asker may not see, and shows the spell once chosen', async () => {
    const person = await aReferred(world)
    const other = await aReferred(world)
    await world.must(other.actor, (context) => chooseProvider(context, { caseId: other.caseId, ...near }))
    assert.equal((await ofCase(person)).items[0]?.openPlaces, 1)
    assert.equal((await publicly({ municipality: '1481' })).items[0]?.openPlaces, 1)
    await world.must(systemActor, (context) => setCapacity(context, { ...near, cap: 1 }))
    assert.equal((await ofCase(person)).items[0]?.openPlaces, 0)
    assert.equal(names(await ofCase(person)).includes('Göteborgs Nära AB'), true)
    assert.equal(names(await ofCase(person, { places: 'left' })).includes('Göteborgs Nära AB'), false)
    const chosen = await ofCase(other)
    assert.equal(chosen.window?.state, 'placed')
    assert.deepEqual(
      chosen.placements.map((each) => [each.providerName, each.how, each.firstDay]),
      [['Göteborgs Nära AB', 'chosen', '2022-10-17']],
    )
  })

  test('measures nothing for a protected identity', async () => {
    const person = await aReferred(world, { protection: 'secrecy-mark', email: null })
    const found = await ofCase(person)
    assert.deepEqual([found.home.known, found.home.point], [false, null])
    assert.ok(
      found.items.length > 0 && found.items.every((each) => each.distanceKm === null && each.areaCode === 'FA15'),
    )
  })

  test('for everyone starts from a municipality, or from none in the same order for all', async () => {
    assert.deepEqual(names(await publicly({ municipality: '1490' })).at(0), 'Grannområdet AB')
    const all = await publicly()
    assert.ok(all.items.every((each) => each.distanceKm === null))
    assert.equal(all.total, new Set(all.items.map((each) => each.addressId)).size)
    assert.deepEqual(await publicly(), all)
    const unknown = await world.as(anyone, (context) => publicCatalogue(context, { municipality: '0001', ...page }))
    assert.equal(unknown.ok ? 'ok' : unknown.problem.code, 'unknown-municipality')
  })

  test('shows one provider with its contracts in force', async () => {
    const shown = await world.must(anyone, (context) => providerPage(context, near.providerId))
    const parsed = providerReply.parse(shown)
    assert.deepEqual(
      parsed.contracts.map((each) => [each.areaCode, each.fromDay, each.lastDay, each.addresses.length]),
      [['FA15', day('2022-01-01'), null, 1]],
    )
    const missing = await world.as(anyone, (context) => providerPage(context, world.authority))
    assert.equal(missing.ok ? 'ok' : missing.problem.code, 'not-found')
  })
})

/** The word with one letter left out, doubled, exchanged for another, or changed with its neighbour. */
function slipped(random: Random, word: string): string {
  const at = random.int(word.length)
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  return random.pick([
    before + after,
    before + letter + letter + after,
    `${before}x${after}`,
    before + after.slice(0, 1) + letter + after.slice(1),
  ])
}
