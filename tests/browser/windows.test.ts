import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import { aRegisteredPerson } from '../../src/modules/assessment/testing.ts'
import { countWindows } from '../access/windows.ts'
import { keepPicture, openBrowser, type TestBrowser } from './browser.ts'
import { examine } from './examine.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { choose, confirm, fill, fitsInWidth, follow, press, settled, titled, told } from './page-acts.ts'

describe('a window in a browser: drafted, compared, planned and approved by another', { concurrency: false }, () => {
  let house: OpenHouse
  let browser: TestBrowser
  let administrator: Page
  let second: Page
  let analyst: Page

  before(async () => {
    house = await openHouse(day('2022-10-03'))
    const { world } = house
    await world.anActor('administrator', { name: 'Ivar Prov' })
    await world.anActor('analyst', { name: 'Astrid Prov' })
    for (const profile of ['A', 'A', 'A', 'A', 'A', 'A'] as const) await aRegisteredPerson(world, { profile })
    browser = await openBrowser()
    administrator = await browser.visit(house.origin, { width: 1280 })
    second = await browser.visit(house.origin, { width: 1280 })
    analyst = await browser.visit(house.origin, { width: 1280, language: 'en' })
    await signInAs(administrator, 'Ida Prov')
    await signInAs(second, 'Ivar Prov')
    await signInAs(analyst, 'Astrid Prov')
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  /** Every rule on the page at both widths, and a picture of each if asked for. */
  const look = async (page: Page, name: string) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await settled(page)
      assert.ok(await fitsInWidth(page), `${name} at ${width} px does not scroll sideways`)
      assert.deepEqual(await examine(page, `${name} at ${width} px`), [])
      await keepPicture(page, `${name}-${width}`)
    }
  }

  test('an administrator drafts a window and sees that the six who may be referred would leave', async () => {
    await follow(administrator, 'Fönster')
    await titled(administrator, 'Fönster')
    await look(administrator, 'windows')
    await follow(administrator, 'Jämför två fönster')
    await fill(administrator, 'Nära arbetsmarknaden från', 'fyra')
    await press(administrator, 'Jämför på alla inskrivna')
    await administrator.getByText('Skriv procent mellan 0 och 100').first().waitFor()
    const cuts = [
      ['Nära arbetsmarknaden från', '4'],
      ['Nivå A från', '3'],
      ['Nivå B från', '2,5'],
      ['Långt ifrån under', '1'],
    ] as const
    for (const [label, value] of cuts) await fill(administrator, label, value)
    await choose(administrator, 'Lägg till ett undantag från', 'Dagarna som inskriven')
    await press(administrator, 'Jämför på alla inskrivna')
    await administrator.getByText('Skriv en kod med små bokstäver').first().waitFor()
    await fill(administrator, 'Kod', 'newly-moved')
    await fill(administrator, 'När undantaget gäller, på svenska', 'Nyss flyttad hit')
    await fill(administrator, 'När undantaget gäller, på engelska', 'Just moved here')
    await look(administrator, 'windows-compare')
    await press(administrator, 'Jämför på alla inskrivna')
    await titled(administrator, 'Fönster 5 jämfört med ett utkast')
    await administrator.getByText('Du kan lämna sidan').waitFor()
    await countWindows(house, new URL(administrator.url()).pathname.split('/').at(-1) ?? '')
    await told(administrator, /0 kommer in och 6 går ut/)
    await administrator.getByText('1 undantag', { exact: false }).first().waitFor()
    await administrator.getByRole('heading', { name: 'Vad varje leverantör kan vänta sig' }).waitFor()
    await choose(administrator, 'Räkna efter', 'Kommun')
    await administrator.getByText('Störst förändring: Göteborg').first().waitFor()
    await look(administrator, 'windows-comparison')
  })

  test('plans it on a day, and cannot approve it alone', async () => {
    await fill(administrator, 'Första dagen', '2022-10-03')
    await fill(administrator, 'Varför byter vi fönster?', 'Alla är nära arbetsmarknaden')
    await press(administrator, 'Skicka bytet för godkännande')
    await administrator.getByText('Ett byte börjar på en dag som kommer').first().waitFor()
    await fill(administrator, 'Första dagen', '2022-10-10')
    await press(administrator, 'Skicka bytet för godkännande')
    await titled(administrator, 'Fönster')
    await administrator.getByText('En annan administratör godkänner det').waitFor()
    assert.equal(await administrator.getByRole('button', { name: /^Godkänn/ }).count(), 0)
  })

  test('another administrator approves it, and on its day it is in force', async () => {
    await follow(second, 'Fönster')
    await look(second, 'windows-approve')
    await confirm(second, /^Godkänn att fönster 7 gäller från/)
    await second.getByText('Godkänt, börjar på sin dag').waitFor()
    await house.goTo(day('2022-10-10'))
    await second.reload()
    await second.getByText('Har börjat').waitFor()
  })

  test('an analyst reads the same in English and is offered no act', async () => {
    await analyst.goto('/app/analyst/windows')
    await titled(analyst, 'Windows')
    await analyst.getByText('Has begun').waitFor()
    assert.equal(await analyst.getByRole('link', { name: 'Compare two windows' }).count(), 0)
    await follow(analyst, /^Window 5 against/)
    await told(analyst, /0 enter and 6 leave/)
    assert.equal(await analyst.getByRole('button', { name: 'Send the switch for approval' }).count(), 0)
    await look(analyst, 'windows-analyst')
  })
})
