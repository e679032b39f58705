import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays } from '../src/kernel/day.ts'
import type { Route } from '../src/platform/http/route.ts'
import { routes } from '../src/server/routes.ts'
import { aLife, type Life, lifeDays } from './access/life.ts'
import { isPersonal, readMatrix } from './access/matrix.ts'
import { bodies, files, pathFor, type Target } from './access/requests.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from './house.ts'
import { type JourneyProvider, openProvider } from './journeys/world.ts'

/** What stays open to the provider that had the person, each for its own time (programme 4.6, 4.7, 12). */
const stays: Readonly<Record<string, string>> = {
  'GET /cases/:caseId/final-reports': 'its own',
  'POST /cases/:caseId/final-reports': 'one that comes late',
  'POST /cases/:caseId/signals': 'until 24 months after the end',
  'POST /cases/:caseId/claims': 'until 24 months after the end',
  'GET /cases/:caseId/outcomes': 'its own signals and claims',
  'POST /claims/:claimId/evidence': 'proves its own claim',
  'GET /evidence/:evidenceId': 'its own document',
  'GET /cases/:caseId/money': 'what it was paid, and why',
  'GET /cases/:caseId/actions': 'that it may signal and claim',
}

/** Programme 12: a provider reads a case for 30 days after its spell. */
const lastDay = lifeDays.today
const lastDayToRead = addDays(lastDay, 30)

const name = { givenName: 'Borta', familyName: 'Oläsbar' }

describe('31 days after the spell its provider', { concurrency: false }, () => {
  let house: TestHouse
  let provider: JourneyProvider
  let life: Life
  let callers: readonly [readonly [string, Caller], readonly [string, Caller]]
  before(async () => {
    house = await testHouse(lifeDays.today)
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    life = await aLife(house.world, { provider, caseworker: house.world.caseworker, details: name })
    const caseworker = await house.signIn(house.world.caseworker)
    const ended = await caseworker.post(`/cases/${life.caseId}/interruptions`, {
      lastDay,
      cause: 'other',
      reason: 'Slutar.',
    })
    assert.equal(ended.status, 201, ended.text)
    await house.goTo(lastDayToRead)
    callers = [
      ['coordinator', await house.signIn(provider.coordinator)],
      ['adviser', await house.signIn(provider.adviser)],
    ]
    for (const [, caller] of callers) assert.equal((await caller.get(`/cases/${life.caseId}`)).status, 200)
    await house.goTo(addDays(lastDayToRead, 1))
  })
  after(() => house.drop())

  const rows = readMatrix()
  const ofTheirs = routes.filter(({ method, path }) => {
    const expected = rows.find((row) => row.route === `${method} ${path}`)?.expected
    return isPersonal(path) && (expected?.['coordinator own'] === 'allow' || expected?.['adviser own'] === 'allow')
  })

  test('has routes to lose', () => assert.ok(ofTheirs.length > 30, `${ofTheirs.length}`))

  const send = (caller: Caller, route: Route): Promise<Answer> => {
    const path = pathFor(route, { life } as Target)
    if (route.method === 'GET') return caller.get(path)
    const file = files[route.operation]
    return file ? caller.upload(path, file) : caller.post(path, bodies[route.operation]?.({ life } as Target))
  }

  for (const route of ofTheirs) {
    const where = `${route.method} ${route.path}`
    const kept = stays[where]
    test(kept === undefined ? `loses ${where}` : `keeps ${where}: ${kept}`, async () => {
      for (const [role, caller] of callers) {
        const { status, text } = await send(caller, route)
        if (kept === undefined) assert.ok([403, 404].includes(status), `${role}: ${status} ${text}`)
        else assert.ok(status < 300 || status === 409, `${role}: ${status} ${text}`)
        assert.ok(!text.includes(name.givenName) && !text.includes(name.familyName), `${role} is told no name`)
      }
    })
  }

  test('gives its own final report late, and no other provider does', async () => {
    const rival = await openProvider(house, 'Provbolaget', 'Provgatan 5')
    const stranger = await house.signIn(rival.coordinator)
    const path = `/cases/${life.caseId}/final-reports`
    assert.equal((await stranger.get(path)).status, 404)
    assert.equal((await stranger.post(path, bodies.giveFinalReport?.({ life } as Target))).status, 404)
    const [, [, own]] = callers
    const { items } = (await own.get(path)).body
    assert.deepEqual(
      items.map((one: { lastDay: string; report: { nextStep: string } }) => [one.lastDay, one.report.nextStep]),
      [[lastDay, 'Inget']],
    )
    const caseworker = await house.signIn(house.world.caseworker)
    const { items: toRead } = (await caseworker.get('/tasks?kind=delivery.read-final-report')).body
    assert.equal(toRead.length, 1)
  })

  test('keeps nothing that is not tried', () => {
    const tried = ofTheirs.map(({ method, path }) => `${method} ${path}`)
    assert.deepEqual(
      Object.keys(stays).filter((name) => !tried.includes(name)),
      [],
    )
  })
})
