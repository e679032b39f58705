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
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { choose, confirm, fill, fitsInWidth, follow, press, settled, tick, titled, told } from './page-acts.ts'

describe('a participant’s month in easy Swedish, on a phone', { concurrency: false }, () => {
  let house: OpenHouse
  let browser: TestBrowser
  let page: Page
  let caseId: CaseId
  let adviser: Caller
  let caseworker: Caller

  before(async () => {
    house = await openHouse(day('2022-08-22'))
    const { world } = house
    const provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    const { actor, caseId: own } = await aReferred(world, { municipalityCode: '1480', language: 'sv' })
    caseId = own
    await world.rows("update platform.user_account set display_name = 'Sami Prov' where id = $1", [actor.userId])
    const { contractId, addressId } = provider
    await world.must(actor, (context) => chooseProvider(context, { caseId, contractId, addressId }))
    await house.goTo(day('2022-09-20'))
    adviser = await house.signIn(provider.adviser)
    const meeting = { startsAt: '2022-09-19T08:00:00Z', minutes: 30, mode: 'physical', came: 'yes', tookPlace: true }
    assert.equal((await adviser.post(`/cases/${caseId}/held-meetings`, meeting)).status, 201)
    await house.goTo(day('2022-10-03'))
    adviser = await house.signIn(provider.adviser)
    caseworker = await house.signIn(world.caseworker)
    browser = await openBrowser()
    page = await browser.visit(house.origin, { width: 320 })
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  const look = async (name: string) => {
    await settled(page)
    assert.ok(await fitsInWidth(page), `${name} does not scroll sideways`)
    await keepPicture(page, `month-${name}`)
    assert.deepEqual(await examineAsItStands(page, name), [])
  }

  test('sees the next thing, what else waits, and what the provider owes', async () => {
    await signInAs(page, 'Sami Prov')
    await page.context().addCookies([{ name: 'krom-language', value: 'sv-x-latt', url: house.origin }])
    await page.goto('/app/participant')
    await page.getByRole('heading', { name: 'Stämmer det här?' }).waitFor()
    await page.getByRole('link', { name: 'Skicka rapporten för september 2022' }).waitFor()
    await page.getByRole('heading', { name: 'Det här ska du få på två veckor' }).waitFor()
    await look('home')
  })

  test('confirms the month in two taps', async () => {
    await page
      .getByRole('link', { name: /september/ })
      .first()
      .click()
    await titled(page, /månad/)
    await confirm(page, /september/)
    await told(page, /september/)
  })

  test('sees the week day by day, and who wrote down an answer told to staff', async () => {
    await page.goto('/app/participant/week?day=2022-09-19')
    await titled(page, 'Min vecka')
    await page.getByText('Klart. Du har svarat').first().waitFor()
    await look('week')
    const activity = { code: 'practical-support', hours: 1, mode: 'physical', withWhom: 'adviser' }
    const logged = await adviser.post(`/cases/${caseId}/activities`, { onDay: '2022-09-21', ...activity })
    assert.equal(logged.status, 201)
    const { items: all } = (await caseworker.get(`/cases/${caseId}/log?month=2022-09`)).body
    const item = all.find((one: { code: string | null }) => one.code === activity.code)
    const tell = async (answer: string) => {
      const items = [{ kind: item.kind, id: item.id, answer }]
      assert.equal((await caseworker.post(`/cases/${caseId}/confirmations`, { items })).status, 201)
    }
    await tell('disputed')
    await page.goto('/app/participant/month?month=2022-09')
    await page.getByText(/på Arbetsförmedlingen skrev ditt svar 3 oktober 2022/).waitFor()
    await page.getByText(/^1 timme, /).waitFor()
    await look('told-to-staff')
    await tell('confirmed')
  })

  test('writes to the adviser, is told of a sensitive word, and reads the answer', async () => {
    await page.goto('/app/participant/talk')
    await titled(page, 'Skriv till din handledare')
    await fill(page, 'Skriv här', 'Jag är sjuk på fredag. Kan vi ses på torsdag?')
    await page.getByText('Behövs de här orden?').waitFor()
    await look('talk-pointed-out')
    await press(page, /^Skicka till/)
    await page
      .getByRole('alert')
      .getByText(/känsliga ord/)
      .waitFor()
    await fill(page, 'Skriv här', 'Kan vi ses på torsdag?')
    await press(page, /^Skicka till/)
    await told(page, /Ditt meddelande är skickat/)
    const answer = await adviser.post(`/cases/${caseId}/messages`, { words: 'Ja, klockan tio.' })
    assert.equal(answer.status, 201)
    await page.goto('/app/participant')
    await follow(page, /meddelande/)
    await page.getByText('Ja, klockan tio.').waitFor()
    await look('talk')
    const { threads } = (await adviser.get(`/cases/${caseId}/messages`)).body
    assert.equal(threads[0].messages[1].read, true)
  })

  test('asks the employment service, and reads the answer', async () => {
    await page.goto('/app/participant/ask')
    await titled(page, 'Fråga Arbetsförmedlingen')
    await fill(page, 'Din fråga', 'Får jag läsa en kurs på kvällen?')
    await press(page, 'Skicka frågan till Arbetsförmedlingen')
    await told(page, /Du får svar senast torsdag 6 oktober/)
    const [question] = (await caseworker.get(`/cases/${caseId}/questions`)).body.items
    const words = 'Ja, om du kan ta ett jobb.'
    assert.equal((await caseworker.post(`/questions/${question.questionId}/answer`, { words })).status, 201)
    await page.reload()
    await page.getByText(words).waitFor()
    await look('ask')
  })

  test('sends the report, filled in with what is known, with one thing added', async () => {
    await page.goto('/app/participant')
    await follow(page, /rapporten|rapport för september/)
    await titled(page, 'Rapport om vad du har gjort')
    await page.getByText(/19 sep.*möte med din handledare, 30 minuter/).waitFor()
    await choose(page, 'Vad är det?', 'Jag har sökt ett jobb')
    await press(page, 'Skicka rapporten för september 2022')
    await page
      .getByRole('alert')
      .getByText(/Berätta sedan kort/)
      .waitFor()
    await fill(page, 'Berätta kort', 'Jag sökte jobb på ett lager')
    await look('report')
    await press(page, 'Skicka rapporten för september 2022')
    await told(page, 'Rapporten för september 2022 är skickad.')
    await look('report-sent')
    const { sent } = (await caseworker.get(`/cases/${caseId}/activity-reports/2022-09`)).body
    assert.deepEqual([sent.toldBy, sent.added.lines[0].kind, sent.known.meetings.length], ['participant', 'applied', 1])
  })

  test('says what is wrong, and sees that nobody has asked for the own details', async () => {
    await page.goto('/app/participant/complain')
    await titled(page, 'Säg vad som är fel')
    await fill(page, 'Vad är fel?', 'Mötet ställdes in två gånger.')
    await tick(page, 'Företaget får inte veta')
    await press(page, 'Skicka klagomålet')
    await told(page, /Vi har fått ditt klagomål/)
    await look('complain')
    await page.goto('/app/participant/me/consents')
    await page.getByText('Ingen har frågat efter dina uppgifter').waitFor()
    await look('consents')
  })
})
