import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { month } from '../src/kernel/day.ts'
import { closeMonth } from '../src/modules/compensation/index.ts'
import { workOf } from '../src/modules/compensation/testing.ts'
import { routes } from '../src/server/routes.ts'
import { subscriptions } from '../src/server/subscriptions.ts'
import { aLife, type Life, lifeDays } from './access/life.ts'
import { bodies, pathFor, type Target } from './access/requests.ts'
import { type Caller, type TestHouse, testHouse } from './house.ts'
import { openProvider } from './journeys/world.ts'

const moneyRooms = ['compensation', 'ledger', 'invoicing']
/** The law itself is public, its amounts too. */
const theLaw = ['/rules']
const price = /Ore"|\bkr\b|kronor|SEK/

describe('the participant never sees prices', () => {
  let house: TestHouse
  let life: Life
  let target: Target
  let participant: Caller

  before(async () => {
    house = await testHouse(lifeDays.today)
    const provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    life = await aLife(house.world, { provider, caseworker: house.world.caseworker })
    await closeMonth({ ...workOf(house.world), subscriptions }, { month: month('2021-09') })
    const [line] = await house.world.rows<{ lineId: string; statementId: string }>(
      'select id as "lineId", statement_id as "statementId" from compensation.entitlement_line',
    )
    assert.ok(line, 'there is money to hide')
    const anId = line.lineId
    const names = routes.flatMap((route) => [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''))
    const anywhere = Object.fromEntries(names.map((name) => [name, anId]))
    target = { ...anywhere, ...line, importId: anId, life: { ...anywhere, ...life } } as unknown as Target
    participant = await house.signIn(life.jobseeker)
  })
  after(() => house.drop())

  test('every route of money is refused', async () => {
    const money = routes.filter((route) => moneyRooms.includes(route.module))
    assert.ok(money.length > 10, `only ${money.length} routes tried`)
    for (const route of money) {
      const path = route.path.replaceAll(/:\w+/g, target.lineId)
      const answer =
        route.method === 'GET'
          ? await participant.get(path)
          : await participant.post(path, bodies[route.operation]?.(target))
      assert.equal(answer.status, 403, `${route.method} ${route.path}`)
      assert.doesNotMatch(answer.text, price, route.path)
    }
  })

  test('no page that the participant may read names an amount, the page of the case least of all', async () => {
    const pages = routes.filter(
      (route) =>
        route.method === 'GET' &&
        !theLaw.includes(route.path) &&
        route.may !== 'public' &&
        !moneyRooms.includes(route.module),
    )
    let read = 0
    for (const route of pages) {
      const answer = await participant.get(pathFor(route, target))
      if (answer.status !== 200) continue
      read += 1
      assert.doesNotMatch(answer.text, price, route.path)
    }
    assert.ok(read > 8, `only ${read} pages read`)
    const page = await participant.get(`/cases/${life.caseId}`)
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.text, /compensation\.|ledger\.|invoicing\./)
    const staff = await house.signIn(house.world.caseworker)
    assert.match((await staff.get(`/cases/${life.caseId}`)).text, /amountOre/, 'the same page tells staff')
  })
})
