import assert from 'node:assert/strict'
import { after, afterEach, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import type { CaseId } from '../../src/kernel/ids.ts'
import { chooseProvider } from '../../src/modules/market/index.ts'
import { aBeginning } from '../access/life.ts'
import { type JourneyProvider, openProvider } from '../journeys/world.ts'
import { keepPicture, openBrowser, type TestBrowser } from './browser.ts'
import { examine } from './examine.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { choose, fill, fitsInWidth, pick, press, settled, tick, titled, told } from './page-acts.ts'
import { inSteps } from './steps.ts'

const registered = day('2021-09-01')
const friday = day('2021-09-24')
const afterGroup = day('2021-09-29')

describe('an adviser’s day: a group is planned and ticked on a telephone, one was away, one says otherwise', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let provider: JourneyProvider
  const cases: CaseId[] = []
  let adviser: Page
  let participant: Page

  before(async () => {
    house = await openHouse(registered)
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    for (const familyName of ['Ett', 'Två']) cases.push(await aParticipant(familyName))
    await aParticipant('Tre')
    await house.world.rows('update platform.clock set ran_to = $1', [day('2021-09-23')])
    await house.goTo(friday)
    browser = await openBrowser()
    adviser = await browser.visit(house.origin, { width: 320 })
    participant = await browser.visit(house.origin, { width: 320 })
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  async function aParticipant(familyName: string): Promise<CaseId> {
    const { world } = house
    world.today = registered
    const { caseId, jobseeker } = await aBeginning(world, {
      caseworker: world.caseworker,
      details: { familyName, givenName: 'Prova' },
    })
    const { contractId, addressId } = provider
    await world.must(jobseeker, (context) => chooseProvider(context, { caseId, contractId, addressId }))
    return caseId
  }

  const step = inSteps(() => [adviser, participant])
  const sound = async (page: Page, state: string) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 })
      assert.deepEqual(await examine(page, `${state} at ${width} px`), [])
      assert.ok(await fitsInWidth(page), `${state} does not scroll sideways at ${width} px`)
      await keepPicture(page, `${state.replaceAll(' ', '-')}-${width}`)
    }
  }
  const fillPlan = async (minutes: string) => {
    await adviser.goto('/app/provider/calendar/plan')
    await titled(adviser, 'Planera en aktivitet')
    await settled(adviser)
    await tick(adviser, 'Prova Ett')
    await tick(adviser, 'Prova Två')
    await choose(adviser, 'Aktivitet', 'Praktiskt stöd')
    await fill(adviser, 'Första dagen', '2021-09-28')
    await fill(adviser, 'Klockslag', '09.00')
    await fill(adviser, 'Minuter', minutes)
  }

  step('a series for a group is planned, with its times shown before', async () => {
    await signInAs(adviser, 'Handledare Exempelbolaget')
    await fillPlan('120')
    await pick(adviser, 'Varje vecka')
    await fill(adviser, 'Till och med', '2021-10-05')
    await adviser.getByText('2 tillfällen', { exact: true }).waitFor()
    await sound(adviser, 'a planned series')
    await press(adviser, 'Boka 2 tillfällen')
    await told(adviser, '2 tillfällen är bokade.')
  })

  step('what cannot be is refused in words: no minutes, ten hours, a time that is taken', async () => {
    await fillPlan('0')
    await press(adviser, /^Boka/)
    await adviser.getByText('Skriv 15–480 minuter, i hela kvartar.').first().waitFor()
    await fill(adviser, 'Minuter', '600')
    await press(adviser, /^Boka/)
    await adviser.getByText('Skriv 15–480 minuter, i hela kvartar.').first().waitFor()
    await fill(adviser, 'Minuter', '60')
    await adviser
      .getByText(/Prova Ett har en aktivitet/)
      .first()
      .waitFor()
    await press(adviser, /^Boka/)
    await adviser.getByText('Deltagaren har redan något bokat 2021-09-28 klockan 09:00').first().waitFor()
    await sound(adviser, 'a taken time')
  })

  step('the participant sees the own times, and nobody else', async () => {
    await signInAs(participant, 'Prova Ett')
    await participant.goto('/app/participant/month')
    await settled(participant)
    await participant.getByRole('heading', { name: 'Planerade aktiviteter' }).waitFor()
    assert.equal(await participant.getByText('Prova Två').count(), 0)
    await sound(participant, 'the own activities')
  })

  step('a third is added to the rest of the series, with the times shown before, and is taken out again', async () => {
    await adviser.goto('/app/provider/calendar')
    await press(adviser, 'Nästa vecka')
    await adviser.getByText('Lägg till eller ta ut deltagare').click()
    await tick(adviser, 'Prova Tre')
    await tick(adviser, 'Lägg också till i de senare tillfällena')
    await adviser.getByText('2 tillfällen', { exact: true }).waitFor()
    await sound(adviser, 'a participant to add')
    await press(adviser, 'Lägg till en deltagare')
    await told(adviser, 'En deltagare är tillagd.')
    const places = async () => {
      const [row] = await house.world.rows<{ count: number }>(
        'select count(*)::integer as count from delivery.v_booking where not called_off and case_id <> all ($1::uuid[])',
        [cases],
      )
      return row?.count
    }
    assert.equal(await places(), 2)
    const out = adviser.locator('form').filter({ hasText: 'Ta ut ur gruppen' })
    await pick(out, 'Prova Tre')
    await tick(out, 'Ta också ut ur de senare tillfällena')
    await fill(out, 'Varför tas deltagaren ut?', 'Annan grupp')
    await press(out, 'Ta ut deltagaren')
    await told(adviser, 'Deltagaren är uttagen ur gruppen.')
    assert.equal(await places(), 0)
  })

  step('after the group, all came but one: two taps and a reason', async () => {
    await house.goTo(afterGroup)
    await adviser.goto('/app/provider/calendar')
    await press(adviser, 'Alla kom')
    const away = adviser.getByRole('group', { name: 'Kom Prova Två?' })
    await away.getByRole('button', { name: 'Kom inte', exact: true }).click()
    await choose(away, 'Varför', 'sjuk')
    await sound(adviser, 'a ticked group')
    await press(adviser, 'Spara för 2 deltagare')
    // At once, or from the device where the answer took its time.
    await told(adviser, /Närvaron är sparad för 2 deltagare\.|2 saker som väntade är skickade/)
    const rows = await house.world.rows<{ came: string }>(
      'select came from delivery.v_activity where case_id = any ($1::uuid[]) order by came',
      [cases],
    )
    assert.deepEqual(
      rows.map((row) => row.came),
      ['no', 'yes'],
    )
  })

  step('the absence waits as a draft, and is sent', async () => {
    await sound(adviser, 'an absence to report')
    await press(adviser, 'Skicka avvikelserapporten om Prova Två')
    await told(adviser, 'Avvikelserapporten om Prova Två är skickad.')
    await adviser.getByRole('heading', { name: 'Frånvaro att rapportera' }).waitFor({ state: 'detached' })
    const [report] = await house.world.rows<{ minutes: number; reason: string }>(
      'select minutes, reason from delivery.v_deviation where case_id = $1',
      [cases[1]],
    )
    assert.deepEqual(report, { minutes: 120, reason: 'sick' })
  })

  step('the other says that it is not right, and the adviser gets it as a task', async () => {
    await participant.goto('/app/participant/month')
    await settled(participant)
    await press(participant.getByRole('article').first(), 'Det stämmer inte')
    await press(participant, 'Säg att det inte stämmer')
    await participant.getByText('Du har sagt att det inte stämmer').first().waitFor()
    await adviser.goto('/app/provider')
    await adviser
      .getByText(/Titta på det deltagaren bestrider/)
      .first()
      .waitFor()
  })
})
