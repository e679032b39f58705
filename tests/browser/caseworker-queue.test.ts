import assert from 'node:assert/strict'
import { after, afterEach, before, describe, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import { sweeps } from '../../src/modules/decision/index.ts'
import { aLife } from '../access/life.ts'
import { openProvider } from '../journeys/world.ts'
import { openBrowser, type TestBrowser } from './browser.ts'
import { examine } from './examine.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { choose, fill, fitsInWidth, follow, pick, press, settled, titled, told } from './page-acts.ts'

/** A Monday two weeks before the last granted day of both participants. */
const today = day('2022-02-28')

/** How each kind of work is finished, where the queue leads; the words that say that it is done. */
const finish: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'Svara den som vill att någon tittar igen': async (page) => {
    await pick(page, 'Uppgifterna stämmer')
    await fill(page, 'Ditt svar till personen', 'Vi har gått igenom alla uppgifter, och de stämmer.')
    await press(page, 'Svara och skicka brevet')
    await told(page, 'Svaret är skickat i ett brev.')
  },
  'Svara på en fråga': async (page) => {
    await fill(page, 'Svar', 'Ja, du kan byta leverantör när du vill.')
    await press(page, 'Skicka svaret till deltagaren')
    await told(page, 'Svaret är skickat.')
  },
  'Svara på en informativ rapport': async (page) => {
    await fill(page, 'Ditt svar', 'Vi beställer en stol till lokalen i veckan.')
    await press(page, 'Svara leverantören')
    await told(page, 'Svaret är skickat.')
  },
  'Pröva avvikelsen': async (page) => {
    await pick(page.getByRole('region', { name: 'Avvikelser' }), /^Godta(?! inte)/)
    await press(page, 'Godta avvikelsen')
    await told(page, 'Avvikelsen är godtagen.')
  },
  'Avgör det deltagaren bestrider': async (page) => {
    const dispute = page.getByRole('region', { name: 'Deltagaren säger att det inte stämmer' })
    await pick(dispute, 'Det ägde rum och räknas')
    await fill(dispute, 'Varför?', 'Båda minns dagen när vi pratat igenom den.')
    await press(dispute, 'Avgör: det räknas')
    await told(page, 'Avgjort: det räknas.')
  },
  'Förbered förlängning': async (page) => {
    await page.getByRole('radio', { name: 'Nej, förläng inte' }).check()
    await fill(page, 'Varför förlängs inte tjänsten?', 'Målet med planen är nått.')
    await press(page, 'Besluta att inte förlänga och skicka brevet')
    await told(page, /Tjänsten slutar .*13 mars/)
  },
  'Planera slutet av tjänsten': async (page) => {
    const end = page.getByRole('region', { name: 'Slutet av tjänsten' })
    await pick(end, 'Utbildning')
    await fill(end, 'Vad kom ni fram till?', 'Vuxenutbildning från april. Vi hörs i mars.')
    await press(end, 'Spara planen för slutet')
    await told(page, 'Slutet är planerat.')
  },
  'Verifiera resultatet': async (page) => {
    await pick(page, 'Godta inte')
    await fill(page, 'Vad bygger du det på?', 'Intyget gäller en annan person.')
    await press(page, 'Godta inte resultatet')
    await told(page, 'Resultatet är inte godtaget.')
  },
}

describe('the caseworker’s queue in a browser, until it is empty', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let page: Page

  before(async () => {
    house = await openHouse(today)
    const { world } = house
    const provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    for (const familyName of ['Första', 'Andra'])
      await aLife(world, { provider, caseworker: world.caseworker, details: { givenName: 'Prova', familyName } })
    world.today = today
    await world.sweep(...sweeps)
    // Both people are this caseworker's, whoever each was given to when registered.
    await world.rows('update platform.task set for_user = $1 where for_user is not null', [world.caseworker.userId])
    browser = await openBrowser()
    page = await browser.visit(house.origin, { width: 1280 })
    await signInAs(page, world.caseworker.name)
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  const tellWhatIsSeen = async (context: TestContext) =>
    context.diagnostic(`${page.url()}\n${await page.locator('body').ariaSnapshot()}`)
  afterEach(() => browser.mustBeQuiet())

  const bar = () => page.getByRole('complementary', { name: 'Kön' })

  test('everything that waits stands in it, narrowed to one kind when that is wished', async (context) => {
    try {
      await titled(page, 'Min kö')
      for (const what of Object.keys(finish)) await page.getByRole('cell', { name: what }).first().waitFor()
      await choose(page, 'Visa', 'Verifiera resultatet (2)')
      await page
        .getByRole('row', { name: /Pröva avvikelsen/ })
        .first()
        .waitFor({ state: 'detached' })
      assert.equal(await page.getByRole('row', { name: /Verifiera resultatet/ }).count(), 2)
      await page.getByRole('combobox', { name: 'Visa' }).selectOption('')
      await page
        .getByRole('row', { name: /Pröva avvikelsen/ })
        .first()
        .waitFor()
    } catch (fault) {
      await tellWhatIsSeen(context)
      throw fault
    }
  })

  test('one thing finished leads to the next, to the last of both people', async (context) => {
    try {
      await page.getByRole('button', { name: 'Prova Första' }).first().click()
      await follow(page, 'Öppna och gör')
      for (let n = 0; n < 2; n += 1) await finishAll()
      await follow(bar(), 'Inget annat väntar. Till kön')
      await titled(page, 'Min kö')
      await page.getByRole('heading', { name: 'Kön är tom' }).waitFor()
    } catch (fault) {
      await tellWhatIsSeen(context)
      throw fault
    }
  })

  /** Finishes all that stands on the case that is open, then goes to the next, if there is one. */
  async function finishAll(): Promise<void> {
    await settled(page)
    const waits = bar().getByRole('link', { name: /^Här väntar: / })
    await waits.first().waitFor()
    const count = Number(await bar().getAttribute('data-waits'))
    for (let left = count; left > 0; left -= 1) {
      const words = (await waits.first().textContent()) ?? ''
      const what = Object.keys(finish).find((kind) => words.includes(kind))
      assert.ok(what !== undefined, `nobody knows how to finish: ${words}`)
      await waits.first().click()
      await settled(page)
      await finish[what]?.(page)
      await page.locator(`.k-queue-bar[data-waits="${left - 1}"]`).waitFor()
    }
    await bar().getByText('Inget mer i kön om den här personen.').waitFor()
    const next = bar().getByRole('link', { name: /^Nästa i kön: / })
    if ((await next.count()) > 0) await next.click()
  }

  test('the page of the evidence fits a narrow screen and is free of faults', async () => {
    const [row] = await house.world.rows<{ case_id: string }>('select case_id from registration.case_file limit 1')
    await page.setViewportSize({ width: 320, height: 900 })
    for (const part of ['extension', 'delivery']) {
      await page.goto(`/app/caseworker/cases/${row?.case_id}/${part}`)
      await settled(page)
      assert.ok(await fitsInWidth(page), `${part} at 320 px does not scroll sideways`)
      assert.deepEqual(await examine(page, part), [])
    }
  })
})
