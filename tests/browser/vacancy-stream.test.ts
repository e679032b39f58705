import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, afterEach, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { tasks } from '../../src/modules/vacancies/index.ts'
import { databaseClock } from '../../src/platform/context.ts'
import { openLog } from '../../src/platform/log.ts'
import { subscriptions } from '../../src/server/subscriptions.ts'
import { lifeDays, someAd } from '../access/life.ts'
import { keepPicture, openBrowser, type TestBrowser } from './browser.ts'
import { examine } from './examine.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { confirm, fill, follow, press, titled, told } from './page-acts.ts'

describe('an administrator in a browser: the stream of vacancies', { concurrency: false }, () => {
  let house: OpenHouse
  let browser: TestBrowser
  let page: Page
  let host: Server
  let answers = 200

  before(async () => {
    house = await openHouse(lifeDays.today)
    host = createServer((_request, response) => {
      response.writeHead(answers).end(JSON.stringify([someAd, { ...someAd, id: '7', headline: '' }]))
    })
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    browser = await openBrowser()
    page = await browser.visit(house.origin, { width: 1280 })
    await signInAs(page, 'Ida Prov')
  })
  after(async () => {
    await browser?.close()
    host?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  const stream = () => page.getByRole('region', { name: 'Strömmen', exact: true })
  /** What the queue does each minute, and the page then shows. */
  const asked = async () => {
    const { ownerPool } = house.world
    await ownerPool.query('update vacancies.feed_stream set next_at = null')
    await tasks['follow-vacancies']({ pool: ownerPool, subscriptions, clock: databaseClock(ownerPool) }, {}, openLog())
    await page.reload()
  }
  /** Both widths, with what is open now. */
  const examined = async (where: string) => {
    assert.deepEqual(await examine(page, where), [])
    await keepPicture(page, `vacancy-stream ${where}`)
    await page.setViewportSize({ width: 320, height: 900 })
    assert.deepEqual(await examine(page, `${where} on a phone`), [])
    await keepPicture(page, `vacancy-stream ${where} on a phone`)
    await page.setViewportSize({ width: 1280, height: 900 })
  }

  test('sets it, sees what came in and what was set aside, sees it fail, and switches it off', async () => {
    await follow(page, 'Lediga jobb')
    await titled(page, 'Lediga jobb')
    await stream().getByText('Ingen ström är angiven', { exact: false }).waitFor()
    await fill(stream(), 'Strömmens adress', 'https://10.0.0.1/stream')
    await press(page, 'Följ strömmen')
    await stream().getByText('Strömmens adress går till ett slutet nät').first().waitFor()
    await fill(stream(), 'Strömmens adress', `http://127.0.0.1:${(host.address() as AddressInfo).port}/stream`)
    await press(page, 'Följ strömmen')
    await told(page, 'Strömmen följs. Den frågas inom en minut.')
    await asked()
    await stream().getByText('Läser ikapp').waitFor()
    await stream().getByText('1 nya, 0 ändrade, 0 borttagna, 0 oförändrade, 1 åt sidan.').waitFor()
    await page.getByText('1 annons', { exact: true }).click()
    await page.getByText('Fältet saknas').waitFor()
    await examined('with what was set aside')
    answers = 500
    await asked()
    await stream().getByText('Fungerar inte just nu').waitFor()
    await stream().getByText('Strömmen svarade 500', { exact: false }).waitFor()
    await examined('that fails')
    await confirm(page, 'Sluta följa strömmen')
    await told(page, 'Strömmen följs inte längre.')
    await stream().getByText('Avstängd').waitFor()
  })

  test('sends a file, and reads what came of it', async () => {
    const buffer = Buffer.from(JSON.stringify([{ ...someAd, id: '8' }]))
    await page.getByLabel('Annonser (JSON)').setInputFiles({ name: 'jobb.json', mimeType: 'application/json', buffer })
    await press(page, 'Läs in annonserna')
    await told(page, 'Filen är inläst: 1 nya, 0 ändrade, 0 borttagna, 0 oförändrade, 0 åt sidan.')
    await page.getByText('jobb.json').waitFor()
  })
})
