import assert from 'node:assert/strict'
import { after, afterEach, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import { testPersonNumber } from '../../src/kernel/person-number.ts'
import { aVisitor, openProvider } from '../journeys/world.ts'
import { openBrowser, type TestBrowser } from './browser.ts'
import { type OpenHouse, openHouse, signInAs, signOut } from './open-house.ts'
import {
  choose,
  confirm,
  fill,
  fitsInWidth,
  follow,
  lookAtFirstScreen,
  pick,
  press,
  settled,
  tick,
  titled,
  told,
} from './page-acts.ts'
import { inSteps } from './steps.ts'

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

/** What browsers have posted since this was asked for. */
function postsOf(page: Page): string[] {
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(new URL(request.url()).pathname)
  })
  return posts
}

describe('the main job in a browser: from registration to the paid line', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let jobseeker: Page
  let caseworker: Page
  let adviser: Page
  let approver: Page

  before(async () => {
    house = await openHouse(day('2021-09-01'))
    await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    await aVisitor(house, testPersonNumber(day('1980-05-05'), 981), 'Sam Provsson')
    await house.world.anActor('approver', { name: 'Robin Prov' })
    browser = await openBrowser()
    jobseeker = await browser.visit(house.origin, { width: 320 })
    caseworker = await browser.visit(house.origin, { width: 1280 })
    adviser = await browser.visit(house.origin, { width: 1280 })
    approver = await browser.visit(house.origin, { width: 1280 })
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  const step = inSteps(() => [jobseeker, caseworker, adviser, approver])

  step('a jobseeker signs in and registers on a phone', async () => {
    await signInAs(jobseeker, 'Sam Provsson')
    await follow(jobseeker, 'Börja skriva in dig')
    await titled(jobseeker, 'Skriv in dig')
    await fill(jobseeker, 'Gatuadress', 'Provvägen 1')
    await fill(jobseeker, 'Postnummer', '41101')
    await fill(jobseeker, 'Ort', 'Göteborg')
    await choose(jobseeker, 'Kommun', 'Göteborg')
    await fill(jobseeker, 'E-post', 'sam.provsson@example.com')
    await pick(jobseeker, 'Ett annat land i Europa')
    await pick(jobseeker, 'Grundskola eller kortare')
    await tick(jobseeker, 'Jag har gått klart den utbildningen')
    await pick(jobseeker, 'Nej')
    assert.ok(await fitsInWidth(jobseeker))
    await press(jobseeker, 'Skriv in mig')
    await titled(jobseeker, 'Så bedömer vi vilket stöd du behöver')
  })

  step('is told about profiling first, then assessed, and may read why', async () => {
    await press(jobseeker, 'Jag har läst, gå vidare')
    await told(jobseeker, 'Vi har sparat att du har läst om bedömningen')
    await lookAtFirstScreen(jobseeker, 'participant')
    await follow(jobseeker, 'Varför fick jag det här beskedet?')
    await jobseeker.getByText(/\d av 10 i din situation/).waitFor()
    await jobseeker.getByText('Du har varit inskriven 0 dagar. 400 dagar behövs.').waitFor()
    assert.ok(await fitsInWidth(jobseeker))
  })

  step('the caseworker corrects what was not known and assesses anew', async () => {
    await signInAs(caseworker, 'Kim Prov')
    await follow(caseworker, 'Se alla dina personer')
    await follow(caseworker, 'Sam Provsson')
    await follow(caseworker, 'Uppgifter')
    await choose(caseworker, 'Programperiod', 'Jobb- och utvecklingsgarantin')
    await fill(caseworker, 'Inskriven från', '2019-09-01')
    await press(caseworker, 'Spara rättelsen')
    await told(caseworker, '2 uppgifter är rättade.')
    await follow(caseworker, 'Bedömning och beslut')
    await caseworker.getByText('Gör en ny bedömning', { exact: true }).click()
    await fill(caseworker, 'Varför görs bedömningen nu?', 'I jobbgarantin sedan två år.')
    await press(caseworker, 'Gör bedömningen')
    await told(caseworker, 'Bedömningen är gjord: Nivå C.')
  })

  step('talks, reads the letter as it will be, and decides once by a double click', async () => {
    await pick(caseworker, 'Står till arbetsmarknadens förfogande')
    await fill(caseworker, 'Vad kom ni fram till?', 'Vill arbeta i lager.')
    await press(caseworker, 'Spara samtalet')
    await told(caseworker, 'Samtalet är sparat.')
    await pick(caseworker, 'Besluta om anvisning')
    await fill(caseworker, 'Varför behöver personen tjänsten?', 'Behöver stöd för att nå arbete.')
    const letter = caseworker.getByRole('region', { name: 'Brevet som det blir' }).frameLocator('iframe')
    await letter.getByText('Skäl för beslutet: Behöver stöd för att nå arbete.').waitFor()
    await letter.getByText('Gör ditt val senast 2021-09-08.', { exact: false }).waitFor()
    const posts = postsOf(caseworker)
    await caseworker.getByRole('button', { name: 'Besluta om anvisning på nivå C och skicka brevet' }).dblclick()
    await told(caseworker, /Beslutet om anvisning på nivå C är fattat/)
    assert.equal(posts.filter((path) => path.endsWith('/referrals')).length, 1)
    const [made] = await house.world.rows<{ n: number }>('select count(*)::int as n from decision.decision')
    assert.equal(made?.n, 1)
  })

  step('the jobseeker compares and chooses a provider on 320 px, and reads the letter', async () => {
    await jobseeker.goto('/app')
    await follow(jobseeker, 'Se leverantörerna')
    await titled(jobseeker, 'Välj leverantör')
    const card = jobseeker.getByRole('article', { name: 'Exempelbolaget' })
    await card.getByText('Exempelgatan 3, Göteborg').waitFor()
    assert.ok(await fitsInWidth(jobseeker))
    await follow(card, 'Välj Exempelbolaget')
    await titled(jobseeker, 'Du väljer Exempelbolaget')
    assert.ok(await fitsInWidth(jobseeker))
    await press(jobseeker, 'Välj Exempelbolaget och börja onsdag 15 september')
    await titled(jobseeker, 'Klart: du börjar hos Exempelbolaget onsdag 15 september')
    await follow(jobseeker, 'Mina brev')
    await jobseeker.getByText('Du får stöd i Rusta och matcha').first().waitFor()
    assert.ok(await fitsInWidth(jobseeker))
  })

  step('the adviser maps, plans and books; the participant agrees; the caseworker approves', async () => {
    await house.goTo(day('2021-09-20'))
    await signInAs(adviser, 'Handledare Exempelbolaget')
    await adviser.getByRole('link', { name: 'Sam Provsson' }).waitFor()
    await lookAtFirstScreen(adviser, 'provider')
    await follow(adviser, 'Sam Provsson')
    await follow(adviser, 'Gör kartläggningen')
    await fill(adviser, 'Behov', 'Kontakt med arbetsgivare.')
    await fill(adviser, 'Styrkor', 'Van vid lager.')
    await fill(adviser, 'Önskat arbete', 'Lager')
    await press(adviser, 'Spara kartläggningen')
    await told(adviser, 'Kartläggningen av Sam Provsson är sparad.')
    await follow(adviser, 'Gör planen')
    await fill(adviser, 'Mål', 'Arbete i lager före jul.')
    await choose(adviser, 'Aktivitet', 'Praktiskt stöd')
    await fill(adviser, 'Tim/vecka', '4')
    await press(adviser, 'Fyll med eget arbete, 36 tim')
    await press(adviser, 'Skicka planen till arbetsförmedlaren')
    await told(adviser, 'Planen är skickad till arbetsförmedlaren för beslut.')
    await follow(adviser, 'Boka möte')
    await fill(adviser, 'Dag', '2021-09-21')
    await fill(adviser, 'Klockan', '10.00')
    await fill(adviser, 'Minuter', '45')
    await press(adviser, 'Boka och meddela deltagaren')
    await told(adviser, 'Mötet med Sam Provsson är bokat.')
    await jobseeker.goto('/app')
    await press(jobseeker, 'Jag kommer')
    await told(jobseeker, 'Din handledare vet att du kommer')
    await follow(jobseeker, 'Min plan')
    await press(jobseeker, 'Jag är med på planen')
    await told(jobseeker, 'Du har sagt ja till planen')
    await follow(caseworker, 'Min kö')
    await caseworker.getByRole('row', { name: /Pröva planen/ }).waitFor()
    await lookAtFirstScreen(caseworker, 'caseworker')
    await press(caseworker.getByRole('row', { name: /Pröva planen/ }), 'Sam Provsson')
    const booked = caseworker.getByRole('listitem').filter({ hasText: 'Möte planerat på plats' })
    await booked.getByText('av Handledare Exempelbolaget').waitFor()
    await follow(caseworker, 'Öppna och gör')
    await pick(caseworker, 'Godkänn planen')
    await press(caseworker, 'Godkänn planen')
    await told(caseworker, 'Planen är godkänd.')
  })

  step('the meeting is held and logged, and the participant says that it is right', async () => {
    await house.goTo(day('2021-09-24'))
    await adviser.reload()
    await press(adviser, 'Kom')
    await press(adviser, 'Spara: kom, 45 minuter')
    await told(adviser, 'Mötet med Sam Provsson är loggat.')
    await follow(adviser, 'Logga en aktivitet')
    await fill(adviser, 'Dag', '2021-09-22')
    await choose(adviser, 'Aktivitet', 'Praktiskt stöd (i planen)')
    await fill(adviser, 'Timmar', '2,5')
    await pick(adviser, 'handledaren')
    await press(adviser, 'Logga aktiviteten')
    await told(adviser, 'Aktiviteten för Sam Provsson är loggad.')
    await jobseeker.goto('/app/participant/month')
    await confirm(jobseeker, 'Allt i september 2021 stämmer')
    await told(jobseeker, /bekräfta[dt]/)
    assert.ok(await fitsInWidth(jobseeker))
  })

  step('the month’s report is signed and approved by rule; work begins and is signalled', async () => {
    await house.goTo(day('2021-10-01'))
    await adviser.goto('/app/provider/reports')
    await titled(adviser, 'Redovisningar för september 2021')
    await confirm(adviser, /^Underteckna .*1 redovisning$/)
    await told(adviser, /1 redovisning.* godkänd enligt regel/)
    await house.goTo(day('2021-10-20'))
    await adviser.goto('/app')
    await follow(adviser, 'Sam Provsson')
    await follow(adviser, 'Signalera arbete eller studier')
    await fill(adviser, 'Första dagen', '2021-10-18')
    await fill(adviser, 'Arbetsgivare', 'Lagret AB')
    await press(adviser, 'Skicka signalen till arbetsförmedlaren')
    await told(adviser, 'Signalen om Sam Provsson är skickad.')
    await house.goTo(day('2021-11-02'))
    await adviser.goto('/app/provider/reports')
    await confirm(adviser, /^Underteckna .*1 redovisning$/)
    await told(adviser, /1 redovisning.* godkänd enligt regel/)
  })

  step('the work has lasted: it is claimed with evidence and verified', async () => {
    await house.goTo(day('2022-02-21'))
    await adviser.goto('/app')
    await follow(adviser, 'Sam Provsson')
    await follow(adviser, 'Redovisa resultat')
    await press(adviser, 'Redovisa resultatet')
    await told(adviser, 'Resultatet är redovisat. Lägg till underlaget nu.')
    await adviser
      .getByLabel('Underlag', { exact: true })
      .setInputFiles({ name: 'intyg.pdf', mimeType: 'application/pdf', buffer: pdf })
    await press(adviser, 'Lägg till underlaget')
    await told(adviser, 'Underlaget är tillagt.')
    await caseworker.goto('/app')
    await press(caseworker.getByRole('row', { name: /Verifiera resultatet/ }), 'Sam Provsson')
    await follow(caseworker, 'Öppna och gör')
    await caseworker.getByRole('link', { name: 'Hämta intyg.pdf' }).waitFor()
    await pick(caseworker, 'Verifiera resultatet')
    await fill(caseworker, 'Vad bygger du det på?', 'Arbetsgivarintyg visar fyra månader.')
    await press(caseworker, 'Verifiera resultatet')
    await told(caseworker, 'Resultatet är verifierat.')
  })

  step('two approvers approve the statement, each once', async () => {
    await house.goTo(day('2022-03-11'))
    await signInAs(approver, 'Alex Prov')
    await approver.getByRole('row', { name: /februari 2022/ }).waitFor()
    await lookAtFirstScreen(approver, 'approver')
    await follow(approver.getByRole('row', { name: /februari 2022/ }), 'Exempelbolaget')
    const posts = postsOf(approver)
    await confirm(approver, /^Godkänn 58\s687,81\skr som första person$/)
    await told(approver, /är godkänt av dig. Nu behövs en annan person.$/)
    assert.equal(posts.filter((path) => path.endsWith('/approvals')).length, 1)
    await approver.getByText('Du har redan attesterat. Nu behövs en annan person.').waitFor()
    const statement = approver.url()
    await signOut(approver)
    await signInAs(approver, 'Robin Prov')
    await approver.goto(statement)
    await confirm(approver, /^Godkänn och betala 58\s687,81\skr$/)
    await told(approver, /58\s687,81\skr är godkänt och betalas ut./)
    await approver.getByText('2 av 2 attester finns.').waitFor()
  })

  step('the paid line is explained to staff and provider, and the participant sees no prices', async () => {
    await follow(caseworker, 'Ersättning')
    const paid = caseworker.getByRole('region', { name: 'Utbetalning för februari 2022' })
    await paid.getByText('Attesterad för betalning', { exact: true }).first().waitFor()
    const line = paid.getByRole('row', { name: /^Resultatersättning.*38\s000\skr/ })
    await line.getByText('Varför?').click()
    await line
      .getByText(/38\s000/)
      .nth(1)
      .waitFor()
    await follow(adviser, 'Pengar')
    await adviser.getByRole('row', { name: /februari 2022.*Attesterad för betalning.*58\s687,81\skr/ }).waitFor()
    await jobseeker.goto('/app/participant/history')
    await settled(jobseeker)
    const words = (await jobseeker.getByRole('main').textContent()) ?? ''
    assert.match(words, /Rusta och matcha/)
    assert.doesNotMatch(words, /\d\skr\b|kronor/)
  })

  step('signing out ends it here and at the identification: the next visit must choose again', async () => {
    await signOut(jobseeker)
    await jobseeker.goto('/app')
    await titled(jobseeker, 'Logga in för att fortsätta')
    await jobseeker.goto('/sign-in')
    await titled(jobseeker, 'Välj testperson')
    assert.deepEqual(
      (await jobseeker.context().cookies()).filter((cookie) => /session/i.test(cookie.name) && cookie.value !== ''),
      [],
    )
  })
})
