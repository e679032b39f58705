import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import type { CaseId } from '../../src/kernel/ids.ts'
import { chooseProvider } from '../../src/modules/market/index.ts'
import { aReferred } from '../../src/modules/market/testing.ts'
import type { Caller } from '../house.ts'
import { openProvider } from '../journeys/world.ts'
import { keepPicture, openBrowser, type TestBrowser } from './browser.ts'
import { examineAsItStands } from './examine.ts'
import { type OpenHouse, openHouse, signInAs, signOut } from './open-house.ts'
import { fill, fitsInWidth, follow, pick, press, settled, tick, titled, told } from './page-acts.ts'

describe('staff answer what participants say, ask and leave out', { concurrency: false }, () => {
  let house: OpenHouse
  let browser: TestBrowser
  let page: Page
  let caseId: CaseId
  let participant: Caller

  before(async () => {
    house = await openHouse(day('2022-08-22'))
    const { world } = house
    const provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    const { actor, caseId: own } = await aReferred(world, { municipalityCode: '1480' })
    caseId = own
    const { contractId, addressId } = provider
    await world.must(actor, (context) => chooseProvider(context, { caseId, contractId, addressId }))
    await house.goTo(day('2022-10-20'))
    participant = await house.signIn(actor)
    for (const [path, body] of [
      ['messages', { words: 'Kan vi ses på torsdag?' }],
      ['questions', { words: 'Får jag läsa en kurs på kvällen?' }],
      ['complaints', { about: 'provider', words: 'Mötena ställs in samma dag.' }],
    ] as const)
      assert.equal((await participant.post(`/cases/${caseId}/${path}`, body)).status, 201)
    browser = await openBrowser()
    page = await browser.visit(house.origin, { width: 1280 })
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  const look = async (name: string) => {
    await settled(page)
    await page.setViewportSize({ width: 320, height: 900 })
    assert.ok(await fitsInWidth(page), `${name} does not scroll sideways`)
    await page.setViewportSize({ width: 1280, height: 900 })
    await keepPicture(page, `desk-${name}`)
    assert.deepEqual(await examineAsItStands(page, name), [])
  }

  test('the adviser sees who has written, and answers', async () => {
    await signInAs(page, 'Handledare Exempelbolaget')
    await follow(page, 'Meddelanden')
    await titled(page, 'Meddelanden')
    await page.getByText('1 oläst').waitFor()
    await look('inbox')
    await page.getByRole('main').getByRole('link').first().click()
    await titled(page, /Meddelanden med/)
    await page.getByText('Kan vi ses på torsdag?').waitFor()
    await fill(page, 'Ditt meddelande', 'Ja, klockan tio.')
    await press(page, /^Skicka till/)
    await told(page, /Meddelandet är skickat/)
    await look('talk')
    await signOut(page)
  })

  test('the caseworker answers the question from the queue', async () => {
    await signInAs(page, 'Kim Prov')
    await page.getByText('Svara på en fråga', { exact: true }).first().waitFor()
    await page.goto(`/app/caseworker/cases/${caseId}/dialogue`)
    await fill(page, 'Svar', 'Ja, om du kan ta ett arbete.')
    await press(page, 'Skicka svaret till deltagaren')
    await told(page, 'Svaret är skickat.')
    const { items } = (await participant.get(`/cases/${caseId}/questions`)).body
    assert.equal(items[0].state, 'answered-in-time')
  })

  test('sees whose report is missing, notes a call, gives respite and writes the report with the person', async () => {
    await page.goto('/app/caseworker/missed-reports')
    await page.getByText('Ingen har försökt än').waitFor()
    await look('missed')
    await page.getByRole('main').getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Aktivitetsrapporter' }).waitFor()
    await pick(page, 'telefon')
    await tick(page, 'Jag nådde deltagaren')
    await press(page, 'Anteckna försöket')
    await told(page, /Försöket är antecknat/)
    await page.getByText('Ge uppskov', { exact: true }).click()
    await press(page, 'Ge uppskov för september 2022')
    await told(page, /Uppskov till 3 november 2022/)
    await page.getByText('Skriv rapporten med deltagaren').click()
    await tick(page, 'Jag har inte gjort något den här månaden')
    await look('reports')
    await press(page, 'Lämna rapporten för september 2022 åt deltagaren')
    await told(page, 'Rapporten för september 2022 är lämnad.')
    const { sent } = (await participant.get(`/cases/${caseId}/activity-reports/2022-09`)).body
    assert.deepEqual([sent.toldBy, sent.added.nothing], ['staff', true])
    await signOut(page)
  })

  test('the overseer answers the complaint, and sees how questions are answered', async () => {
    await signInAs(page, 'Olle Prov')
    await follow(page, 'Klagomål')
    await titled(page, 'Klagomål')
    await page.getByText('Leverantören får inte veta vem som klagar.').waitFor()
    await look('complaints')
    await fill(page, 'Svar till deltagaren', 'Leverantören har fått en anmärkning.')
    await press(page, 'Skicka svaret till deltagaren')
    await told(page, 'Svaret är skickat.')
    const { items } = (await participant.get(`/cases/${caseId}/complaints`)).body
    assert.equal(items[0].state, 'answered')
    await look('complaints-answered')
  })
})
