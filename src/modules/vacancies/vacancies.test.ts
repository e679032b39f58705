import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { chooseProvider } from '../market/index.ts'
import {
  aJobseeker,
  aProvider,
  aReferred,
  marketWorld,
  type TestParticipant,
  type TestProvider,
} from '../market/testing.ts'
import type { PersonDetails } from '../registration/index.ts'
import { aRegisteredPerson, someDetails } from '../registration/testing.ts'
import { answerSuggestion } from './answer-suggestion.ts'
import { importVacancies } from './import-vacancies.ts'
import { logApplication } from './log-application.ts'
import { feedRunsOf, jobsOf } from './reads.ts'
import { readVacancy, searchVacancies } from './search-vacancies.ts'
import { suggestVacancy } from './suggest-vacancy.ts'

let world: TestWorld
let provider: TestProvider
let participant: TestParticipant

before(async () => {
  ;({ world } = await marketWorld())
  provider = await aProvider(world)
  participant = await aReferred(world, { ssyk: ['5120'] })
  const { contractId, addressId } = provider
  await world.must(participant.actor, (context) =>
    chooseProvider(context, { caseId: participant.caseId, contractId, addressId }),
  )
})

after(() => world.drop())

function ad(id: string, over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    headline: `Kock till Köket ${id}`,
    application_deadline: '2022-11-01T23:59:59',
    employer: { name: 'Exempelköket' },
    occupation_group: { legacy_ams_taxonomy_id: '5120' },
    workplace_address: { municipality_code: '1480' },
    publication_date: '2022-09-20T08:00:00',
    ...over,
  }
}

const take = (ads: readonly unknown[], name = 'feed.json') =>
  world.must(world.administrator, (context) => importVacancies(context, { name, text: JSON.stringify(ads) }))

const jobs = async (caseId: CaseId, by = world.caseworker) => {
  const reply = await world.must(by, async (context) => ok(await jobsOf(context, caseId, 'en')))
  assert.ok(reply)
  return reply
}

test('a feed half broken: the good ones go in, the others are set aside with field and reason', async () => {
  const feed = [ad('1'), ad('2', { headline: '' }), 'x', ad('3', { workplace_address: { country: 'Norge' } })]
  const { runId: _, ...sums } = await take(feed)
  assert.deepEqual(sums, { read: 4, added: 1, changed: 0, unchanged: 0, removed: 0, setAside: 3 })
  const lines = `${JSON.stringify(ad('6'))}\n{"id":\n`
  const half = await world.must(world.administrator, (context) =>
    importVacancies(context, { name: 'lines', text: lines }),
  )
  assert.deepEqual([half.added, half.setAside], [1, 1])
  const told = await world.must(world.administrator, async (context) => ok(await feedRunsOf(context, 'sv')))
  assert.equal(told.items[0]?.problems[0]?.reason, 'ad-not-json')
  const { items, open } = await world.must(world.administrator, async (context) => ok(await feedRunsOf(context, 'en')))
  assert.equal(open, 2)
  assert.deepEqual(
    items[1]?.problems.map(({ line, adId, field, reason }) => [line, adId, field, reason]),
    [
      [2, '2', 'headline', 'ad-field-missing'],
      [3, null, null, 'ad-not-an-object'],
      [4, '3', 'workplace_address.country', 'ad-outside-sweden'],
    ],
  )
  assert.equal(items[1]?.problems[2]?.text, 'The workplace is not in Sweden: Norge')
})

test('the same feed again changes nothing; a new text does, and a removed one closes', async () => {
  await take([ad('10'), ad('11')])
  const again = await take([ad('10'), ad('11')])
  assert.deepEqual([again.added, again.changed, again.unchanged], [0, 0, 2])
  const later = await take([
    ad('10', { headline: 'Kallskänka' }),
    { id: '11', removed: true },
    { id: '99', removed: true },
  ])
  assert.deepEqual([later.changed, later.removed, later.unchanged], [1, 1, 1])
  const { headline } = await world.must(participant.actor, (context) => readVacancy(context, '10'))
  assert.equal(headline, 'Kallskänka')
  const back = await take([ad('11')])
  assert.equal(back.changed, 1)
})

test('nothing of a feed that is no list is saved, and only an administrator may send one', async () => {
  const broken = await world.as(world.administrator, (context) =>
    importVacancies(context, { name: 'f', text: '[{"id":' }),
  )
  assert.ok(!broken.ok && broken.problem.code === 'feed-not-json')
  const empty = await world.as(world.administrator, (context) => importVacancies(context, { name: 'f', text: ' ' }))
  assert.ok(!empty.ok && empty.problem.code === 'empty-file')
  const other = await world.as(world.caseworker, (context) => importVacancies(context, { name: 'f', text: '[]' }))
  assert.ok(!other.ok && other.problem.code === 'not-allowed')
})

test('search goes by words, occupation, place, extent and licence', async () => {
  await take([
    ad('20', {
      headline: 'Lastbilsförare',
      occupation_group: { legacy_ams_taxonomy_id: '8332' },
      driving_license_required: true,
    }),
    ad('21', {
      headline: 'Lastbilsförare norr',
      occupation_group: { legacy_ams_taxonomy_id: '8332' },
      workplace_address: { municipality_code: '2580' },
    }),
  ])
  const found = async (query: Record<string, unknown>) => {
    const page = await world.must(participant.actor, (context) =>
      searchVacancies(context, { page: 1, limit: 20, ...query }),
    )
    return page.items.map(({ adId }) => adId)
  }
  assert.deepEqual((await found({ text: 'lastbilsförare' })).sort(), ['20', '21'])
  assert.deepEqual(await found({ ssyk: '83', withoutLicence: true }), ['21'])
  assert.deepEqual(await found({ ssyk: '8332', municipality: '1480' }), ['20', '21'])
  assert.deepEqual(await found({ ssyk: '8332', municipality: '1480', radiusKm: 50 }), ['20'])
  assert.deepEqual(await found({ ssyk: '8332', extent: 40 }), [])
  const nowhere = await world.as(participant.actor, (context) =>
    searchVacancies(context, { page: 1, limit: 20, municipality: '9999' }),
  )
  assert.ok(!nowhere.ok && nowhere.problem.code === 'municipality-unknown')
})

test('an adviser suggests, the participant sees why, says no with a reason, or applies', async () => {
  await take([ad('30'), ad('31')])
  const { caseId } = participant
  const propose = (adId: string) => (context: Parameters<typeof suggestVacancy>[0]) =>
    suggestVacancy(context, { caseId, adId, message: 'Passar dig' })
  const { suggestionId } = await world.must(provider.coordinator, propose('30'))
  const twice = await world.as(provider.coordinator, propose('30'))
  assert.ok(!twice.ok && twice.problem.code === 'already-suggested')
  const seen = await jobs(caseId, participant.actor)
  assert.equal(seen.suggestions[0]?.message, 'Passar dig')
  assert.equal(seen.suggestions[0]?.because[0]?.code, 'occupation')
  assert.ok(!seen.matches.some(({ adId }) => adId === '30'), 'a suggested job is no match any more')

  const answer = (given: Omit<Parameters<typeof answerSuggestion>[1], 'suggestionId'>) =>
    world.as(participant.actor, (context) => answerSuggestion(context, { suggestionId, ...given }))
  const bare = await answer({ answer: 'no' })
  assert.ok(!bare.ok && bare.problem.code === 'reason-missing')
  const strange = await answer({ answer: 'no', reason: 'because' })
  assert.ok(!strange.ok && strange.problem.code === 'reason-unknown')
  assert.ok((await answer({ answer: 'no', reason: 'too-far' })).ok)
  assert.ok((await answer({ answer: 'applied' })).ok)
  assert.ok((await answer({ answer: 'applied' })).ok, 'the same answer twice is one application')
  const then = await jobs(caseId)
  assert.equal(then.suggestions[0]?.answer, 'applied')
  assert.deepEqual(
    then.applications.map(({ adId }) => adId),
    ['30'],
  )
})

test('a job that is closed is not suggested; one applied for elsewhere is logged in words', async () => {
  await take([ad('40'), { id: '40', removed: true }])
  const { caseId } = participant
  await take([ad('41', { application_deadline: '2022-09-30' })])
  const closed = await world.as(provider.coordinator, (context) => suggestVacancy(context, { caseId, adId: '41' }))
  assert.ok(!closed.ok && closed.problem.code === 'vacancy-closed')
  const apply = (given: { adId?: string; headline?: string; employer?: string; appliedOn?: string }) =>
    world.as(participant.actor, (context) =>
      logApplication(context, { caseId, ...given, appliedOn: day(given.appliedOn ?? '2022-10-01') }),
    )
  assert.ok((await apply({ headline: 'Diskare', employer: 'Exempelkrogen' })).ok)
  const what = await apply({ headline: 'Diskare' })
  assert.ok(!what.ok && what.problem.code === 'application-what')
  const tomorrow = await apply({ headline: 'Diskare', employer: 'E', appliedOn: '2022-10-04' })
  assert.ok(!tomorrow.ok && tomorrow.problem.code === 'in-the-future')
  const again = await apply({ adId: '30' })
  assert.ok(!again.ok && again.problem.code === 'already-applied')
})

test('another provider sees nothing of the case and may suggest nothing', async () => {
  const other = await aProvider(world, { name: 'En annan leverantör AB' })
  const { caseId } = participant
  const reply = await world.must(other.coordinator, async (context) => ok(await jobsOf(context, caseId, 'sv')))
  assert.equal(reply, null)
  const suggested = await world.as(other.coordinator, (context) => suggestVacancy(context, { caseId, adId: '31' }))
  assert.ok(!suggested.ok && suggested.problem.code === 'not-found')
})

test('who a person is never ranks: with the same wishes the list is the same to the point', async () => {
  await take(
    Array.from({ length: 30 }, (_, n) =>
      ad(`5${n}`, { workplace_address: { municipality_code: n % 2 ? '1480' : '1481' } }),
    ),
  )
  const home = { ssyk: ['5120'], language: 'sv', drivingLicence: true }
  const versions: Partial<PersonDetails>[] = [
    {},
    { birthRegion: 'sweden' },
    { disability: true },
    { education: 'post-secondary' },
    { programme: null, registeredFrom: day('2012-01-01'), registeredDays10y: 3000 },
  ]
  const lists: unknown[][] = []
  for (const [index, version] of versions.entries()) {
    // Odd serials are men, and twenty further on is another age.
    const details = { ...someDetails(100 + 21 * index), ...home, ...version } as PersonDetails
    const { caseId } = await aRegisteredPerson(world, details)
    const { matches } = await jobs(caseId)
    lists.push(matches.map(({ adId, points, because }) => [adId, points, because]))
  }
  assert.equal(lists[0]?.length, 20)
  for (const list of lists) assert.deepEqual(list, lists[0])
})

test('a person who seeks nothing, or whose home is hidden, is told why there are no matches', async () => {
  const idle = await aRegisteredPerson(world, someDetails(300, { ssyk: [] }))
  assert.equal((await jobs(idle.caseId)).matchesBecause, 'nothing-sought')
  const hidden = await aJobseeker(world, { protection: 'secrecy-mark', ssyk: ['5120'] })
  const reply = await jobs(hidden.caseId)
  assert.deepEqual([reply.matchesBecause, reply.matches], ['home-unknown', []])
})
