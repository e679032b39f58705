import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, afterEach, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { databaseClock } from '../../src/platform/context.ts'
import { openLog } from '../../src/platform/log.ts'
import { deliverWebhooks } from '../../src/platform/own-system/deliver-webhooks.ts'
import { subscriptions } from '../../src/server/subscriptions.ts'
import { aLife, type Life, lifeDays } from '../access/life.ts'
import { openProvider } from '../journeys/world.ts'
import { aReceiver, type Receiver } from '../own-system/receiver.ts'
import { systemCaller } from '../own-system/system-caller.ts'
import { openBrowser, type TestBrowser } from './browser.ts'
import { examine } from './examine.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { choose, confirm, fill, follow, pick, press, tick, titled, told } from './page-acts.ts'
import { inSteps } from './steps.ts'

describe("a provider's coordinator in a browser: the own system, and an adviser who leaves", () => {
  let house: OpenHouse
  let browser: TestBrowser
  let coordinator: Page
  let receiver: Receiver
  let life: Life

  before(async () => {
    house = await openHouse(lifeDays.today)
    const { world } = house
    const provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    life = await aLife(world, { provider, caseworker: world.caseworker })
    receiver = await aReceiver()
    browser = await openBrowser()
    coordinator = await browser.visit(house.origin, { width: 1280 })
    await signInAs(coordinator, 'Samordnare Exempelbolaget')
  })
  after(async () => {
    await browser?.close()
    await receiver?.kill()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  const step = inSteps(() => [coordinator])
  const part = (name: string) => coordinator.getByRole('region', { name, exact: true })
  /** Both widths, with what is open now. */
  const examined = async (where: string) => {
    assert.deepEqual(await examine(coordinator, where), [])
    await coordinator.setViewportSize({ width: 320, height: 900 })
    assert.deepEqual(await examine(coordinator, `${where} on a phone`), [])
    await coordinator.setViewportSize({ width: 1280, height: 900 })
  }

  step('opens the menu, at both widths and from the keyboard', async () => {
    const menu = coordinator.getByRole('navigation', { name: 'Huvudmeny' })
    const place = menu.getByRole('link', { name: 'Eget system' })
    const unfold = menu.getByRole('button', { name: 'Företaget' })
    assert.equal(await place.count(), 0, 'lesser places lie under a word')
    await unfold.press('Enter')
    await place.waitFor()
    assert.deepEqual(await examine(coordinator, 'an opened menu'), [])
    await coordinator.keyboard.press('Escape')
    assert.equal(await place.count(), 0)
    assert.ok(await unfold.evaluate((button) => button === document.activeElement), 'the focus stays')
    await coordinator.setViewportSize({ width: 320, height: 900 })
    assert.equal(await menu.getByRole('link').count(), 0, 'all of it is one word on a phone')
    await press(menu, 'Meny')
    assert.equal(await menu.getByRole('link').count(), 12)
    assert.deepEqual(await examine(coordinator, 'an opened menu on a phone'), [])
    await place.click()
    await titled(coordinator, 'Ert eget system')
    assert.equal(await menu.getByRole('link').count(), 0, 'it closes when a place is chosen')
    await coordinator.setViewportSize({ width: 1280, height: 900 })
  })

  step('downloads the keys by which a row says whose it is', async () => {
    const saving = coordinator.waitForEvent('download')
    await press(coordinator, 'Hämta deltagarnas nycklar')
    const file = await saving
    assert.equal(file.suggestedFilename(), 'deltagare.csv')
    assert.match(readFileSync(await file.path(), 'utf8'), new RegExp(`;${life.caseId}\r\n`))
  })

  step('sends a file of the log and reads which row did not go in', async () => {
    const line = (key: string, hours: string) =>
      `${key};activity;${life.caseId};2022-03-10;language;${hours};physical;own`
    const text = ['externalId;kind;caseId;onDay;code;hours;mode;withWhom', line('F-1', '1,5'), line('F-2', '0,1')]
    const buffer = Buffer.from(text.join('\r\n').replaceAll(';own', ';provider-staff'))
    await part('Skicka en fil').getByLabel('Fil').setInputFiles({ name: 'logg.csv', mimeType: 'text/csv', buffer })
    await press(coordinator, 'Ta in raderna')
    await told(coordinator, '1 nya, 0 ändrade, 0 lika, 1 som inte gick in.')
    await part('Skicka en fil')
      .getByText(/^Rad 3 F-2 hours/)
      .waitFor()
    await examined('a file with a refused row')
  })

  step('issues a key that is shown once, and a system uses it', async () => {
    await part('Nycklar').getByText('Ge ut en nyckel').click()
    await fill(part('Nycklar'), 'Vad heter systemet?', 'Verksamhetssystemet')
    await press(coordinator, 'Ge ut nyckeln')
    await told(coordinator, 'Nyckeln för Verksamhetssystemet är utgiven.')
    const key = (await part('Nycklar').locator('code').textContent()) ?? ''
    assert.match(key, /^krom_/)
    assert.equal((await systemCaller(house.app, key).get('/caseload')).status, 200)
    await examined('a key shown once')
    await coordinator.reload()
    await part('Nycklar')
      .getByText(/användes senast/)
      .waitFor()
    assert.equal(await part('Nycklar').locator('code').count(), 0)
  })

  step('adds a receiver, sees what was sent, and sends it again', async () => {
    const hooks = part('Meddelanden till ert system')
    await hooks.getByText('Lägg till en mottagare').click()
    await fill(hooks, 'Adress', 'http://intern.example.com/')
    await press(coordinator, 'Lägg till mottagaren')
    await hooks.getByText('Adressen kan inte användas').first().waitFor()
    await fill(hooks, 'Adress', receiver.url)
    await press(coordinator, 'Lägg till mottagaren')
    await told(coordinator, 'Mottagaren är tillagd.')
    receiver.secret = (await hooks.locator('code').textContent()) ?? ''
    const jobseeker = await house.signIn(life.jobseeker)
    for (const answer of ['confirmed', 'disputed']) {
      const items = [{ kind: 'activity', id: life.entryId, answer }]
      assert.equal((await jobseeker.post(`/cases/${life.caseId}/confirmations`, { items })).status, 201)
    }
    const { ownerPool } = house.world
    await deliverWebhooks({ pool: ownerPool, subscriptions, clock: databaseClock(ownerPool) }, openLog())
    assert.deepEqual([receiver.received.length, receiver.received[0]?.signed], [1, true])
    await hooks.getByText('Vad som har skickats').click()
    await hooks.getByText('Mottaget', { exact: true }).waitFor()
    await hooks.getByRole('button', { name: /^Skicka igen/ }).click()
    await told(coordinator, '1 meddelande skickas igen.')
    await examined('a receiver and its log')
    await press(coordinator, /^Stäng av/)
    await told(coordinator, 'Mottagaren är ändrad.')
  })

  step('revokes the key', async () => {
    await confirm(coordinator, 'Återkalla Verksamhetssystemet')
    await told(coordinator, 'Nyckeln är återkallad.')
    await part('Nycklar').getByText('Återkallad', { exact: true }).waitFor()
  })

  step('enters an adviser with an account, changes the share, and moves the participants', async () => {
    await press(coordinator, 'Företaget')
    await follow(coordinator, 'Handledare')
    await titled(coordinator, 'Handledare')
    await coordinator.getByText('Lägg till handledare').click()
    await fill(coordinator, 'Namn', 'Sam Samordnare')
    await fill(coordinator, 'Andel av heltid, procent', '100')
    await press(coordinator, 'Spara handledaren')
    await told(coordinator, 'Sam Samordnare är sparad.')
    await coordinator.getByText('Ändra Sam Samordnare').click()
    const change = coordinator.getByRole('group').filter({ hasText: 'Ändra Sam Samordnare' })
    await fill(change, 'Andel av heltid, procent', '50')
    await fill(change, 'Språk', 'svenska, arabiska')
    await choose(change, 'Konto i Krom', 'Samordnare Exempelbolaget')
    await press(coordinator, 'Spara ändringen')
    await told(coordinator, 'Sam Samordnare är ändrad.')
    await coordinator.getByText(/50 % av heltid/).waitFor()
    await examined('staff at the addresses')
    await follow(coordinator, 'Flytta deltagare till en annan handledare')
    await titled(coordinator, 'Flytta deltagare till en annan handledare')
    await press(coordinator, 'Flytta deltagarna')
    await coordinator.getByText('Välj vems deltagare som ska flyttas.').first().waitFor()
    await choose(coordinator, 'Från vem?', 'Handledare Exempelbolaget: 1 deltagare')
    await tick(coordinator, 'Samordnare Exempelbolaget')
    await coordinator.getByText(/arabiska, svenska/i).waitFor()
    await pick(coordinator, 'Jag väljer vilka')
    await tick(coordinator, 'Prova Livsson')
    await examined('a caseload to move')
    await press(coordinator, 'Flytta deltagarna')
    await told(coordinator, /1 deltagare är flyttad/)
  })
})
