import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import { setCapacity } from '../../src/modules/market/index.ts'
import { aReferred } from '../../src/modules/market/testing.ts'
import { type JourneyProvider, openProvider } from '../journeys/world.ts'
import { keepPicture, openBrowser, type TestBrowser } from './browser.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { fitsInWidth, tick, titled } from './page-acts.ts'

const people = ['Alva Prov', 'Bilal Prov']

describe('two people race for the last seat', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let provider: JourneyProvider
  const pages: Page[] = []

  before(async () => {
    house = await openHouse(day('2022-10-03'))
    const { world } = house
    provider = await openProvider(house, 'Sista Platsen', 'Exempelgatan 1')
    const { contractId, addressId, coordinator } = provider
    await world.must(coordinator, (context) => setCapacity(context, { contractId, addressId, cap: 1 }))
    browser = await openBrowser()
    for (const name of people) {
      const { actor } = await aReferred(world, { municipalityCode: '1480', language: 'sv' })
      await world.rows('update platform.user_account set display_name = $2 where id = $1', [actor.userId, name])
      pages.push(await browser.visit(house.origin, { width: 320, language: 'sv' }))
    }
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  test('exactly one gets it; the other is told plainly and keeps what was filled in', async () => {
    const { providerId, contractId, addressId } = provider
    for (const [index, page] of pages.entries()) {
      await signInAs(page, people[index] ?? '')
      await page.goto(`/app/participant/choose/${providerId}/${contractId}/${addressId}`)
      await titled(page, /Sista Platsen/)
      await tick(page, 'Läget')
    }
    const send = meetAtTheDoor(pages.length)
    for (const page of pages) await page.route('**/api/v1/cases/*/choice', send)
    await Promise.all(pages.map((page) => page.getByRole('button', { name: /Sista Platsen/ }).click()))
    const fates = await Promise.all(pages.map(fateOf))
    assert.deepEqual(fates.toSorted(), ['chosen', 'taken'])
    const placed = await house.world.rows('select 1 from market.placement where contract_id = $1', [contractId])
    assert.equal(placed.length, 1)

    const loser = pages[fates.indexOf('taken')]
    assert.ok(loser)
    await loser.getByText('Välj en annan leverantör eller en annan adress, eller försök igen senare.').waitFor()
    await loser.getByText('Inga just nu').waitFor()
    assert.ok(await loser.getByRole('checkbox', { name: /^Läget/ }).isChecked())
    assert.ok(await loser.getByRole('button', { name: /Sista Platsen/ }).isEnabled())
    assert.ok(await fitsInWidth(loser))
    await keepPicture(loser, 'race-lost-320')
  })
})

/** Holds every request until `count` of them have come, so that all go on at the same moment. */
function meetAtTheDoor(count: number): Parameters<Page['route']>[1] {
  const open = Promise.withResolvers<void>()
  let waiting = 0
  return async (route) => {
    waiting += 1
    if (waiting === count) open.resolve()
    await open.promise
    await route.continue()
  }
}

function fateOf(page: Page): Promise<'chosen' | 'taken'> {
  const chosen = page.waitForURL(/\/app\/participant\/chosen/).then(() => 'chosen' as const)
  const taken = page
    .getByText('Den sista platsen är redan tagen')
    .first()
    .waitFor()
    .then(() => 'taken' as const)
  return Promise.any([chosen, taken])
}
