import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import { aReferred } from '../../src/modules/market/testing.ts'
import { openProvider } from '../journeys/world.ts'
import { keepPicture, openBrowser, type TestBrowser } from './browser.ts'
import { examineAsItStands } from './examine.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { fitsInWidth, follow, press, titled } from './page-acts.ts'

const names = ['Älvhage Jobbväg', 'Kvarnstad Karriär', 'Stenlöv Matchning']

describe('a participant compares and chooses on a phone, in Arabic', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let page: Page

  before(async () => {
    house = await openHouse(day('2022-10-03'))
    for (const [index, name] of names.entries()) await openProvider(house, name, `Exempelgatan ${index + 1}`)
    const { actor } = await aReferred(house.world, { municipalityCode: '1480', language: 'ar' })
    await house.world.rows("update platform.user_account set display_name = 'Nour Prov' where id = $1", [actor.userId])
    browser = await openBrowser()
    page = await browser.visit(house.origin, { width: 320 })
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  test('list and map are one page from right to left, nothing beside it', async () => {
    await signInAs(page, 'Nour Prov')
    await page.context().addCookies([{ name: 'krom-language', value: 'ar', url: house.origin }])
    await page.goto('/app/participant/choose')
    await titled(page, 'اختر مقدّم الخدمة')
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl')
    await page.locator('.k-map svg').waitFor()
    const seen = await page
      .getByRole('article')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')))
    assert.deepEqual(seen.toSorted(), names.toSorted())
    assert.ok(await fitsInWidth(page))
    await keepPicture(page, 'choose-320-ar')
    assert.deepEqual(await examineAsItStands(page, 'choose in Arabic'), [])
  })

  test('a name with a typing error finds the one that was meant, and says so', async () => {
    await page.getByText('ابحث وحدّد').click()
    await page.getByRole('searchbox', { name: /^الاسم/ }).fill('stenlvö')
    await press(page, 'اعرض')
    await page.getByText('«stenlvö»').waitFor()
    assert.equal(await page.getByRole('article').count(), 1)
    await page.getByRole('article', { name: 'Stenlöv Matchning' }).waitFor()
    await press(page, 'اعرض الكل من جديد')
    await page.getByRole('article', { name: 'Kvarnstad Karriär' }).waitFor()
  })

  test('two are compared by the same facts, one is chosen, and the first day is told', async () => {
    for (const name of names.slice(0, 2)) {
      await page.getByRole('article', { name }).getByRole('checkbox').check()
    }
    await press(page, /^قارن 2/)
    await titled(page, 'قارن مقدّمي الخدمة')
    const table = page.getByRole('table')
    for (const fact of ['المسافة', 'اللغات', 'المجال', 'أماكن شاغرة', 'المشاركون الآن', 'النتائج والتجارب']) {
      await table.getByRole('columnheader', { name: fact, exact: true }).waitFor({ state: 'attached' })
    }
    assert.ok(await fitsInWidth(page))
    await keepPicture(page, 'compare-320-ar')
    assert.deepEqual(await examineAsItStands(page, 'compare in Arabic'), [])
    await follow(page, 'اختر Kvarnstad Karriär')
    await titled(page, /Kvarnstad Karriär/)
    assert.ok(await fitsInWidth(page))
    await page.getByRole('button', { name: /Kvarnstad Karriär/ }).click()
    await page.waitForURL(/\/app\/participant\/chosen/)
    await titled(page, /Kvarnstad Karriär/)
    const [placed] = await house.world.rows<{ name: string; how: string }>(
      'select provider_name as name, how from market.v_placement',
    )
    assert.deepEqual(placed, { name: 'Kvarnstad Karriär', how: 'chosen' })
  })
})
