import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../kernel/day.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, must, ok } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { municipality } from '../../rules/reference/index.ts'
import { correctPerson } from '../registration/index.ts'
import { chooseProvider } from './choose-provider.ts'
import { sweeps } from './jobs.ts'
import { nearestLog } from './nearest-log.ts'
import { placeByNearest } from './place-by-nearest.ts'
import { aProvider, aReferred, marketWorld, type TestParticipant } from './testing.ts'

const seat = municipality('1481')?.seat ?? { lat: 0, lon: 0 }
const north = (km: number) => ({ lat: seat.lat + km / 111.195, lon: seat.lon })
const placing = sweeps.filter((sweep) => sweep.name === 'market.place-by-nearest')

/** All that placing somebody writes about them, without the keys and moments that differ each time. */
const facts = [
  'select how, provider_id, contract_id, address_id, chosen_on, first_day, assisted from market.placement where case_id = $1',
  'select last_day, cause from market.placement_end where case_id = $1',
  'select how, on_day from market.choice_closed where case_id = $1',
  'select why, on_day from market.choice_handed_over where case_id = $1',
  'select nearest_address, at_home, home_approximate from market.nearest_log where case_id = $1',
  'select first_day, last_day from decision.v_decision where case_id = $1',
  'select kind, language, title, html, sha256 from platform.letter where case_id = $1',
  `select kind, why, due_on, for_user, for_office, closed_at is null as open from platform.task where case_id = $1`,
  `select kind, channel, n.organisation_id, details from platform.notice n
    where person_id = (select person_id from registration.case_file where case_id = $1)
       or subject_id in (select id from market.placement where case_id = $1)`,
  `select holder, valid_from, valid_to, split_part(ground, ':', 1) as ground from platform.access
    where person_id = (select person_id from registration.case_file where case_id = $1)`,
]

async function writtenAbout(context: Context, person: TestParticipant) {
  const written: unknown[] = []
  for (const fact of facts) {
    const text = fact.replaceAll('$1', `'${person.caseId}'`)
    const { rows } = await sql.raw<Record<string, unknown>>(text).execute(context.db)
    written.push(rows.map((row) => JSON.stringify(row)).sort())
  }
  const log = await nearestLog(context, person.caseId)
  return [...written, log.ok ? log.value : log.problem.code]
}

describe('placing many at once', () => {
  let world: TestWorld
  let people: TestParticipant[]
  before(async () => {
    ;({ world } = await marketWorld())
    const near = await aProvider(world, { name: 'Nära AB', point: north(2), cap: 2 })
    await aProvider(world, { name: 'Full AB', point: north(1), cap: 0 })
    for (const name of ['Tvilling ett AB', 'Tvilling två AB']) await aProvider(world, { name, point: north(4), cap: 2 })
    await aProvider(world, { name: 'Slutar AB', point: north(3), lastDay: '2022-10-20' })
    await aProvider(world, { name: 'Grannen AB', municipality: '1489', cap: 6 })
    await aProvider(world, { name: 'Fjällen AB', area: 'FA41', municipality: '2380', cap: 1 })
    const several = async (count: number, details: Parameters<typeof aReferred>[1]) => {
      for (let number = 0; number < count; number += 1) people.push(await aReferred(world, details))
    }
    people = []
    const mover = await aReferred(world)
    await world.must(mover.actor, (context) => chooseProvider(context, { caseId: mover.caseId, ...near }))
    await several(6, {})
    await several(1, { protection: 'protected-registration', email: null })
    await several(1, { municipalityCode: '0980', home: null })
    await moveTo(world, mover, '2380')
    people.push(mover)
    await several(1, { municipalityCode: '2380' })
    await several(3, { municipalityCode: '1490' })
    await several(3, { home: north(6), language: 'sv' })
    world.today = day('2022-10-11')
  })
  after(() => world.drop())

  const written = async (context: Context) => Promise.all(people.map((person) => writtenAbout(context, person)))

  /** What placing them one by one would write, undone again. */
  const oneByOne = async () => {
    let seen: unknown[][] = []
    await world.as(systemActor, async (context) => {
      for (const { caseId } of people) must(await placeByNearest(context, { caseIds: [caseId] }))
      seen = await written(context)
      return fail(problem('not-found'))
    })
    return seen
  }

  test('writes just what placing them one by one would have written', async () => {
    const expected = await oneByOne()
    const places = await world.rows<{ places: number }>(
      "select count(*) as places from market.placement where how = 'nearest'",
    )
    assert.deepEqual(places, [{ places: 0 }])
    await world.sweep(...placing)
    const told = await world.must(systemActor, async (context) => ok(await written(context)))
    assert.deepEqual(told, expected)
  })

  test('and each kind of answer was among them', async () => {
    const rows = await world.rows<{ came: string; people: number }>(`
      select came, count(*)::integer as people from (
        select 'by ' || v.name as came from market.placement p join market.provider v on v.id = p.provider_id where p.how <> 'chosen'
        union all select why from market.choice_handed_over) a
       group by came order by came collate "C"`)
    assert.deepEqual(
      rows.map(({ came, people: number }) => `${came} ${number}`),
      [
        'by Fjällen AB 1',
        'by Grannen AB 6',
        'by Nära AB 2',
        'by Tvilling ett AB 2',
        'by Tvilling två AB 2',
        'no-place-within-reach 2',
        'protected-identity 1',
      ],
    )
    const alone = await world.rows<{ fields: number }>('select count(*)::integer as fields from market.nearest_field')
    assert.ok((alone[0]?.fields ?? 0) >= 2)
  })
})

async function moveTo(world: TestWorld, person: TestParticipant, municipalityCode: string): Promise<void> {
  const [version] = await world.rows<{ id: string }>('select id from registration.v_person where person_id = $1', [
    person.personId,
  ])
  await world.must(world.caseworker, (context) =>
    correctPerson(context, {
      caseId: person.caseId,
      basedOn: version?.id ?? '',
      changes: { municipalityCode, home: null },
    } as Parameters<typeof correctPerson>[1]),
  )
}
