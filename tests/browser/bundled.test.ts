import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import { openBrowser, type TestBrowser } from './browser.ts'
import { type OpenHouse, openHouse, signInAs, signOut } from './open-house.ts'
import { fitsInWidth, settled, titled } from './page-acts.ts'

/** What a machine without a Chromium of its own uses; tried here on every machine, so that it is known to work. */
describe('the Chromium that comes with the packages', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let page: Page

  before(async () => {
    house = await openHouse(day('2022-10-03'))
    browser = await openBrowser('bundled')
    page = await browser.visit(house.origin, { width: 320 })
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  test('shows the start page, signs a caseworker in and out', async () => {
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    assert.ok(await fitsInWidth(page))
    await signInAs(page, 'Kim Prov')
    await titled(page, 'Min kö')
    await settled(page)
    assert.ok(await fitsInWidth(page))
    await signOut(page)
  })

  test('lets no page ask a foreign host', async () => {
    await page.evaluate(() => fetch('http://elsewhere.example/').catch(() => undefined))
    assert.throws(() => browser.mustBeQuiet(), /elsewhere\.example|Content Security Policy/)
    browser.mustBeQuiet()
  })
})
