import assert from 'node:assert/strict'
import { after, afterEach, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import { anApplicant, publishedTerms, someTerms, testNumber } from '../../src/modules/admission/testing.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { aBeginning } from '../access/life.ts'
import { openBrowser, type TestBrowser } from './browser.ts'
import { examine } from './examine.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { choose, confirm, fill, follow, pick, press, settled, tick, titled, told } from './page-acts.ts'
import { inSteps } from './steps.ts'

describe('a provider in a browser: applies, is judged by two, admitted, and chosen', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let second: Actor
  let applicant: Page
  let overseer: Page
  let other: Page
  let jobseeker: Page

  before(async () => {
    house = await openHouse(day('2022-10-03'))
    const { world } = house
    second = await world.anActor('overseer', { name: 'Petra Prov' })
    await publishedTerms(world, second)
    await anApplicant(world, 'Sökande AB')
    const person = await aBeginning(world, { caseworker: world.caseworker, details: { givenName: 'Vera' } })
    browser = await openBrowser()
    applicant = await browser.visit(house.origin, { width: 1280 })
    overseer = await browser.visit(house.origin, { width: 1280 })
    other = await browser.visit(house.origin, { width: 320 })
    jobseeker = await browser.visit(house.origin, { width: 320 })
    await signInAs(applicant, 'Samordnare Sökande AB')
    await signInAs(overseer, 'Olle Prov')
    await signInAs(other, 'Petra Prov')
    await signInAs(jobseeker, person.jobseeker.name)
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  const step = inSteps(() => [applicant, overseer, other, jobseeker])

  /** A part of the form, by the heading of its panel. */
  const part = (name: string) => applicant.getByRole('region', { name, exact: true })

  step('the applicant begins, saves half of it, and is told field by field what is missing', async () => {
    await press(applicant, 'Företaget')
    await follow(applicant, 'Ansök')
    await titled(applicant, 'Ansök om att bli leverantör')
    await press(applicant, 'Börja en ansökan')
    await titled(applicant, 'Rusta och matcha, höst 2022')
    assert.equal(await applicant.getByRole('textbox', { name: /^Organisationsnummer/ }).inputValue(), testNumber)
    await tick(applicant, 'Göteborg')
    await fill(part('Referensuppdrag: rustande'), 'Uppdragsgivare', 'Provkommunen')
    await press(applicant, 'Spara utkastet')
    await told(applicant, 'Utkastet är sparat.')
    await applicant.reload()
    await settled(applicant)
    assert.equal(
      await part('Referensuppdrag: rustande')
        .getByRole('textbox', { name: /^Uppdragsgivare/ })
        .inputValue(),
      'Provkommunen',
    )
    await applicant.getByText(/Kontrollen hittar \d+ saker att rätta/).waitFor()
    assert.deepEqual(await examine(applicant, 'a draft with faults'), [])
    await applicant.setViewportSize({ width: 320, height: 900 })
    assert.deepEqual(await examine(applicant, 'a draft with faults on a phone'), [])
    await applicant.setViewportSize({ width: 1280, height: 900 })
  })

  step('fills in the rest, corrects what the check finds, and sends', async () => {
    for (const name of ['Referensuppdrag: rustande', 'Referensuppdrag: matchande']) {
      await fill(part(name), 'Uppdragsgivare', 'Provkommunen')
      await fill(part(name), 'Första dag', '2021-01-01')
      await fill(part(name), 'Antal personer', '60')
      await fill(part(name), 'Kontaktperson', 'Eva Exempel, 070-1740601')
      await fill(part(name), 'Vad ni gjorde', 'Vi mötte deltagarna varje vecka.')
    }
    await fill(part('Kreditupplysning'), 'Dag för upplysningen', '2022-09-15')
    await fill(part('Kreditupplysning'), 'Kreditbetyg', '62')
    await press(applicant, 'Lägg till en adress')
    await fillAddress()
    await press(applicant, 'Lägg till en handledare')
    await fill(part('Handledare'), 'Namn', 'Hanna Handledare')
    await fill(part('Handledare'), 'Andel av heltid, procent', '80')
    await fill(part('Handledare'), 'Års erfarenhet', '4')
    await fill(part('Handledare'), 'Utbildning och erfarenhet', 'Socionom')
    await fill(part('Handledare'), 'Språk', 'svenska, arabiska')
    await choose(part('Handledare'), 'Arbetar på', 'Exempelgatan 1')
    await press(applicant, 'Spara utkastet')
    await applicant.getByText('Punkten 55.676, 12.568 ligger inte i Sverige').first().waitFor()
    await fill(part('Adresser'), 'Latitud', '')
    await fill(part('Adresser'), 'Longitud', '')
    await press(applicant, 'Spara utkastet')
    await applicant.getByText('Kontrollen hittar inga fel').waitFor()
    await confirm(applicant, 'Skicka ansökan')
    await told(applicant, /Ansökan är skickad\. Den avgörs senast/)
    await applicant.getByText(/Ansökan är skickad .* och avgörs senast/).waitFor()
  })

  const fillAddress = async () => {
    const addresses = part('Adresser')
    await choose(addresses, 'Leveransområde', await areaName())
    await fill(addresses, 'Gata och nummer', 'Exempelgatan 1')
    await fill(addresses, 'Postnummer', '431 30')
    await fill(addresses, 'Ort', 'Mölndal')
    await choose(addresses, 'Kommun', 'Mölndal')
    await fill(addresses, 'Latitud', '55,676')
    await fill(addresses, 'Longitud', '12,568')
    await fill(addresses, 'Språk', 'svenska, arabiska')
    await addresses.getByText('Inriktningar', { exact: true }).click()
    await tick(addresses, 'Alla yrken')
    await fill(addresses, 'Presentation för deltagare', 'Vi hjälper dig hela vägen.')
    await fill(addresses, 'Hyresvärd', 'Provfastigheter AB')
    await fill(addresses, 'Hyresavtal från', '2022-01-01')
    await fill(addresses, 'Tillgänglighetsintyg utfärdat av', 'Tillgänglighetsprov AB')
    await fill(addresses, 'Intygets dag', '2022-08-01')
    await fill(addresses, 'Försäkran för adressen undertecknad av', 'Camilla Prov')
    await fill(addresses, 'Försäkrans dag', '2022-09-01')
  }

  const areaName = async () => {
    const [code] = someTerms().areas.map((one) => one.code)
    const [area] = await house.world.rows<{ name: string }>(
      'select name from registration.delivery_area where code = $1',
      [code],
    )
    return area?.name ?? ''
  }

  const judge = async (page: Page, topic: string | RegExp) => {
    const item = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: topic }) })
    await item.getByText('Bedöm kravet').first().click()
    await pick(item, 'Uppfyllt')
    await press(item, 'Spara din bedömning')
    await told(page, 'Din bedömning är sparad.')
  }

  step('one officer judges, and cannot decide alone', async () => {
    await follow(overseer, 'Ansökningar')
    await titled(overseer, 'Ansökningar')
    await follow(overseer, 'Sökande AB')
    await titled(overseer, 'Sökande AB')
    await judge(overseer, 'Referensuppdrag')
    await judge(overseer, /^Lokaler/)
    await overseer.getByText('2 krav är inte klara.').waitFor()
    assert.deepEqual(await examine(overseer, 'an application that is judged'), [])
  })

  step('another officer holds the same on a phone, and decides', async () => {
    await other.goto('/app/overseer/applications')
    await settled(other)
    await follow(other, 'Sökande AB')
    await titled(other, 'Sökande AB')
    await judge(other, 'Referensuppdrag')
    await judge(other, /^Lokaler/)
    await fill(other, 'Motivering', 'Alla krav är uppfyllda.')
    await press(other, 'Avgör ansökan')
    await told(other, 'Ansökan är avgjord.')
    assert.deepEqual(await examine(other, 'an application that is decided, on a phone'), [])
  })

  step('the applicant reads the decision, and a participant chooses the new provider', async () => {
    await applicant.reload()
    await settled(applicant)
    await applicant.getByText('Antagen').waitFor()
    await applicant.getByText(someTerms().appealSv).waitFor()
    await press(applicant, 'Företaget')
    await follow(applicant, 'Handledare')
    await applicant.getByText('Hanna Handledare').first().waitFor()
    await follow(jobseeker, 'Se leverantörerna')
    await titled(jobseeker, 'Välj leverantör')
    await follow(jobseeker, 'Välj Sökande AB')
    await press(jobseeker, /^Välj Sökande AB och börja/)
    await jobseeker.getByText('Sökande AB').first().waitFor()
    await applicant.goto('/app/provider')
    await applicant.getByText('Vera').first().waitFor()
  })
})
