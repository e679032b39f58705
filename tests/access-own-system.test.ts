import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Route } from '../src/platform/http/route.ts'
import { routes } from '../src/server/routes.ts'
import { aLife, lifeDays } from './access/life.ts'
import { judge } from './access/matrix.ts'
import { bodies, pathFor, type Target } from './access/requests.ts'
import { type TestHouse, testHouse } from './house.ts'
import { openProvider } from './journeys/world.ts'
import { someSystem } from './own-system/some-system.ts'
import { systemCaller } from './own-system/system-caller.ts'

/** The matrix has a column for each kind of person; what a key opens is this short list, and everything else is refused. */
const rows = readFileSync(join(import.meta.dirname, 'access-own-system.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [method, path, own = '', other = ''] = line.split(',')
    return { route: `${method} ${path}`, own, other }
  })
const nameOf = (route: Pick<Route, 'method' | 'path'>) => `${route.method} ${route.path}`

test('every row has a route, and every operation that states a purpose for keys has a row', () => {
  const named = routes.filter((route) => route.ownSystem !== undefined).map(nameOf)
  assert.ok(named.length >= 8, `only ${named.length} operations read`)
  const allowed = rows.filter((row) => row.own === 'allow').map((row) => row.route)
  assert.deepEqual(named.toSorted(), allowed.toSorted())
})

describe('what a key of a provider’s own system opens', () => {
  let house: TestHouse
  let system: ReturnType<typeof systemCaller>
  let mine: Target
  let theirs: Target
  before(async () => {
    house = await testHouse(lifeDays.today)
    const { world } = house
    const first = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    const second = await openProvider(house, 'Provbolaget', 'Provgatan 5')
    const own = await aLife(world, { provider: first, caseworker: world.caseworker })
    const other = await aLife(world, { provider: second, caseworker: world.caseworker })
    const issued = await someSystem(world, first.coordinator)
    system = systemCaller(house.app, issued.key)
    mine = { life: own, ownSystem: issued } as unknown as Target
    theirs = { life: other, ownSystem: await someSystem(world, second.coordinator) } as unknown as Target
  })
  after(() => house.drop())

  const ask = async (route: Route, target: Target) => {
    const opens = route.ownSystem !== undefined
    // Of what it does not open neither key nor body nor file is looked at.
    const path = opens ? pathFor(route, target) : route.path.replaceAll(/:\w+/g, randomUUID())
    const body = opens ? (bodies[route.operation]?.(target) ?? {}) : {}
    const { status } = route.method === 'GET' ? await system.get(path) : await system.post(path, body)
    return status
  }

  test('on its own organisation and on another', async () => {
    const wrong: string[] = []
    for (const route of routes) {
      const row = rows.find((one) => one.route === nameOf(route))
      if (route.may === 'public') continue
      for (const [who, target] of [['own', mine] as const, ['other', theirs] as const]) {
        const expected = row?.[who] ?? (who === 'own' ? 'refuse' : '–')
        if (expected === '–') continue
        const fault = judge(expected as 'allow' | 'hide' | 'refuse', await ask(route, target))
        if (fault) wrong.push(`${nameOf(route)} on ${who}: ${fault}`)
      }
    }
    assert.deepEqual(wrong, [])
  })
})
