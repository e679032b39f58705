import assert from 'node:assert/strict'
import { after, afterEach, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import type { CaseId } from '../../src/kernel/ids.ts'
import { atTime } from '../../src/kernel/instant.ts'
import {
  logActivity,
  logMeeting,
  planMeeting,
  planSession,
  recordAttendance,
} from '../../src/modules/delivery/index.ts'
import { chooseProvider } from '../../src/modules/market/index.ts'
import { aBeginning } from '../access/life.ts'
import { type JourneyProvider, openProvider } from '../journeys/world.ts'
import { keepPicture, openBrowser, type TestBrowser } from './browser.ts'
import { examine } from './examine.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { choose, fill, fitsInWidth, follow, pick, press, settled, titled, told } from './page-acts.ts'
import { inSteps } from './steps.ts'

const registered = day('2021-09-01')
const yesterday = day('2021-09-23')
const today = day('2021-09-24')

describe('a phone that loses its network', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let provider: JourneyProvider
  const cases: { caseId: CaseId; name: string; meetingId: string }[] = []
  let adviser: Page
  let participant: Page

  before(async () => {
    house = await openHouse(registered)
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    for (const familyName of ['Ett', 'Två', 'Tre']) cases.push(await aParticipant(familyName))
    await house.world.must(provider.adviser, (context) =>
      planSession(context, {
        caseIds: cases.map(({ caseId }) => caseId),
        startsAt: atTime(today, '01:00'),
        minutes: 60,
        code: 'information',
        mode: 'physical',
      }),
    )
    await house.world.rows('update platform.clock set ran_to = $1', [yesterday])
    await house.goTo(today)
    browser = await openBrowser()
    adviser = await browser.visit(house.origin, { width: 320 })
    participant = await browser.visit(house.origin, { width: 320, language: 'sv-x-latt' })
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  /** In service, with one activity to confirm and a meeting that began just after midnight today. */
  async function aParticipant(familyName: string) {
    const { world } = house
    world.today = registered
    const { caseId, jobseeker } = await aBeginning(world, {
      caseworker: world.caseworker,
      details: { familyName, givenName: 'Prova' },
    })
    const { contractId, addressId } = provider
    await world.must(jobseeker, (context) => chooseProvider(context, { caseId, contractId, addressId }))
    world.today = yesterday
    const { id: meetingId } = await world.must(provider.adviser, (context) =>
      planMeeting(context, {
        caseId,
        startsAt: atTime(today, `00:0${cases.length + 1}`),
        minutes: 45,
        mode: 'physical',
      }),
    )
    const activity = { code: 'practical-support', hours: 2, mode: 'physical', withWhom: 'adviser' } as const
    await world.must(provider.adviser, (context) =>
      logActivity(context, { caseId, onDay: day('2021-09-22'), ...activity }),
    )
    return { caseId, name: `Prova ${familyName}`, meetingId }
  }

  const step = inSteps(() => [adviser, participant])

  const one = (index: number) => cases[index] ?? assert.fail(`there is no case ${index}`)
  const offline = (page: Page, off: boolean) => page.context().setOffline(off)
  const strip = (page: Page) => page.getByRole('region', { name: /^Utan (nät|internet)$/ })
  const attendances = (meetingId: string) =>
    house.world.rows<{ came: string; by: string }>(
      'select came, recorded_by as by from delivery.attendance where meeting_id = $1 order by recorded_at',
      [meetingId],
    )
  const answers = (caseId: string) =>
    house.world.rows<{ answer: string }>('select answer from delivery.confirmation where case_id = $1', [caseId])

  /** The sign-in, the person, and what of the case the first screen draws: written down a moment after it is drawn. */
  const answersOfHome = 8
  /** What lies in the phone's own database. */
  const onDevice = (page: Page) =>
    page.evaluate(async () => {
      const opened = indexedDB.open('krom')
      await new Promise((done) => opened.addEventListener('success', done))
      const counted = ['entries', 'kept'].map(async (name) => {
        const asked = opened.result.transaction(name).objectStore(name).count()
        await new Promise((done) => asked.addEventListener('success', done))
        return [name, asked.result] as const
      })
      const counts = await Promise.all(counted)
      opened.result.close()
      return Object.fromEntries(counts) as { entries: number; kept: number }
    })

  const meetingsToday = () => adviser.getByRole('region', { name: 'I dag', exact: true })

  /** Logs what came of a participant's meeting in two taps. */
  const log = async (name: string, came: string, effect: RegExp) => {
    const asked = adviser.getByRole('group', { name: `Kom ${name}?` }).first()
    await asked.getByRole('button', { name: came, exact: true }).click()
    await asked.getByRole('button', { name: effect }).click()
  }

  /** Until the service worker has the role's screens: the last of them says so. */
  const keptOnDevice = (page: Page, chunk: RegExp) =>
    page.evaluate(async (source) => {
      await navigator.serviceWorker.ready
      const isKept = async () =>
        (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
          .flat()
          .some(({ url }) => new RegExp(source).test(url))
      while (!(await isKept())) await new Promise(requestAnimationFrame)
    }, chunk.source)

  step('the adviser’s day is read, and the phone keeps the screens and no answer of the API', async () => {
    await signInAs(adviser, 'Handledare Exempelbolaget')
    await meetingsToday()
      .getByRole('group', { name: `Kom ${one(0).name}?` })
      .waitFor()
    await keptOnDevice(adviser, /\/steps\.sv-x-latt-/)
    const urls = await adviser.evaluate(async () => {
      const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
      return kept.flat().map(({ url }) => new URL(url).pathname)
    })
    assert.deepEqual(
      urls.filter((path) => path.startsWith('/api')),
      [],
    )
  })

  step('without a network two taps are written down, and the page says that one thing waits', async () => {
    await offline(adviser, true)
    await log(one(0).name, 'Kom', /^Spara: kom, 45 minuter$/)
    await told(adviser, 'Sparat här. Det skickas när du har nät.')
    await strip(adviser).getByText('1 sak väntar på att skickas').waitFor()
    assert.ok(await fitsInWidth(adviser))
    await keepPicture(adviser, 'offline-adviser-320')
    assert.deepEqual(await attendances(one(0).meetingId), [])
  })

  step(
    'the page is closed and opened again without a network: what waits is there, and from when the page is',
    async () => {
      const again = await adviser.context().newPage()
      await adviser.close()
      adviser = again
      await adviser.goto('/app/provider')
      await adviser.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor()
      await strip(adviser).getByText('1 sak väntar på att skickas').waitFor()
      await strip(adviser)
        .getByText(/Det du ser hämtades \d\d:\d\d/)
        .waitFor()
      await adviser.getByText('Väntar på att skickas', { exact: true }).waitFor()
      assert.equal(
        await meetingsToday()
          .getByRole('group', { name: `Kom ${one(0).name}?` })
          .count(),
        0,
        'not asked twice',
      )
      assert.deepEqual(await examine(adviser, 'the adviser’s day without a network'), [])
    },
  )

  step('back in reach it is sent by itself, once', async () => {
    await offline(adviser, false)
    await strip(adviser).getByText('väntar på att skickas').first().waitFor({ state: 'detached' })
    await told(adviser, '1 sak som väntade är skickad.')
    assert.deepEqual(
      (await attendances(one(0).meetingId)).map(({ came }) => came),
      ['yes'],
    )
  })

  step('an answer that was lost on the way is asked for with the same key, and doubles nothing', async () => {
    await adviser.goto('/app/provider')
    await meetingsToday()
      .getByRole('group', { name: `Kom ${one(1).name}?` })
      .waitFor()
    await adviser.context().route(/\/attendance$/, async (route) => {
      await route.fetch()
      await route.abort()
    })
    await log(one(1).name, 'Kom', /^Spara: kom, 45 minuter$/)
    await strip(adviser).getByText('1 sak väntar på att skickas').waitFor()
    assert.equal((await attendances(one(1).meetingId)).length, 1, 'the server has it, the phone does not know')
    await adviser.context().unrouteAll({ behavior: 'ignoreErrors' })
    await offline(adviser, true)
    await offline(adviser, false)
    await strip(adviser).getByText('väntar på att skickas').first().waitFor({ state: 'detached' })
    assert.equal((await attendances(one(1).meetingId)).length, 1)
  })

  step('what meets something else that was recorded meanwhile waits with its reason, also after a reload', async () => {
    const { meetingId, name } = one(2)
    await offline(adviser, true)
    await log(name, 'Kom inte', /^Spara: mötet blev inte av$/)
    await strip(adviser).getByText('1 sak väntar på att skickas').waitFor()
    await house.world.must(provider.coordinator, (context) =>
      recordAttendance(context, { meetingId, came: 'yes', tookPlace: true }),
    )
    await offline(adviser, false)
    await strip(adviser).getByText('1 sak kunde inte sparas').waitFor()
    await adviser.reload()
    const refused = strip(adviser).getByRole('alert')
    await refused.getByText(new RegExp(`^${name}, .*: kom inte$`)).waitFor()
    await refused.getByText(/redan/).waitFor()
    assert.deepEqual(await examine(adviser, 'a refused entry'), [])
    await keepPicture(adviser, 'offline-refused-320')
    assert.equal((await attendances(meetingId)).length, 1)
  })

  step('it is mended where it belongs, by correcting what is recorded', async () => {
    await strip(adviser).getByRole('link', { name: 'Rätta' }).click()
    await adviser.getByRole('heading', { level: 1, name: one(2).name }).waitFor()
    await log(one(2).name, 'Kom inte', /^Spara: mötet blev inte av$/)
    await told(adviser, /Det är loggat att mötet med Prova Tre inte blev av/)
    await strip(adviser).getByText('kunde inte sparas').first().waitFor({ state: 'detached' })
    assert.deepEqual(
      (await attendances(one(2).meetingId)).map(({ came }) => came),
      ['yes', 'no'],
    )
  })

  step('a whole group is ticked without a network, each in a row of its own, and arrives once', async () => {
    await adviser.goto('/app/provider/calendar')
    const session = adviser.getByRole('article').filter({ hasText: 'Information' })
    await session.getByRole('group', { name: `Kom ${one(0).name}?` }).waitFor()
    await offline(adviser, true)
    await session.getByRole('button', { name: 'Alla kom' }).click()
    await session
      .getByRole('group', { name: `Kom ${one(1).name}?` })
      .getByRole('button', { name: 'Kom inte', exact: true })
      .click()
    await session.getByRole('button', { name: 'Spara för 3 deltagare' }).click()
    await strip(adviser).getByText('3 saker väntar på att skickas').waitFor()
    await adviser.reload()
    await strip(adviser).getByText('3 saker väntar på att skickas').waitFor()
    await session.getByText('Väntar på att skickas', { exact: true }).first().waitFor()
    assert.deepEqual(await examine(adviser, 'a group without a network'), [])
    await keepPicture(adviser, 'offline-group-320')
    await offline(adviser, false)
    await told(adviser, '3 saker som väntade är skickade.')
    const rows = await house.world.rows<{ came: string }>(
      'select came from delivery.v_booking where entry_id is not null order by came',
    )
    assert.deepEqual(
      rows.map(({ came }) => came),
      ['no', 'yes', 'yes'],
    )
  })

  step(
    'what was not planned is logged without a network, on a form that opens without one, and arrives once',
    async () => {
      await adviser.goto('/app/provider/calendar')
      await settled(adviser)
      await offline(adviser, true)
      await adviser.reload()
      await follow(adviser, `Logga aktivitet med ${one(0).name}`)
      await titled(adviser, 'Logga en aktivitet')
      await choose(adviser, 'Aktivitet', 'Praktiskt stöd')
      await fill(adviser, 'Timmar', '1,5')
      await pick(adviser, 'Delvis')
      await choose(adviser, 'Varför', 'sjuk')
      await fill(adviser, 'Minuter borta', '20')
      assert.deepEqual(await examine(adviser, 'an activity without a network'), [])
      assert.ok(await fitsInWidth(adviser))
      await keepPicture(adviser, 'offline-activity-320')
      await press(adviser, 'Logga aktiviteten')
      await strip(adviser).getByText('1 sak väntar på att skickas').waitFor()
      await adviser.reload()
      await strip(adviser).getByText('1 sak väntar på att skickas').waitFor()
      await offline(adviser, false)
      await told(adviser, '1 sak som väntade är skickad.')
      const rows = await house.world.rows<{ hours: string; minutes_away: number }>(
        "select hours, minutes_away from delivery.activity_entry where case_id = $1 and booking_id is null and on_day = $2 and code = 'practical-support'",
        [one(0).caseId, today],
      )
      assert.deepEqual(
        rows.map((row) => [Number(row.hours), row.minutes_away]),
        [[1.5, 20]],
      )
    },
  )

  step(
    'a meeting that another has logged meanwhile waits with its reason, and is mended with what was typed',
    async () => {
      const { caseId, name } = one(1)
      await adviser.goto('/app/provider/calendar')
      await settled(adviser)
      await offline(adviser, true)
      await follow(adviser, `Logga möte med ${name}`)
      await fill(adviser, 'Klockan', '02.00')
      await fill(adviser, 'Vad har hänt sedan sist', 'Vi gick igenom fyra annonser')
      await press(adviser, 'Logga mötet')
      await strip(adviser).getByText('1 sak väntar på att skickas').waitFor()
      const held = { startsAt: atTime(today, '02:10'), mode: 'physical', came: 'yes', tookPlace: true } as const
      await house.world.must(provider.coordinator, (context) => logMeeting(context, { caseId, ...held }))
      await offline(adviser, false)
      await strip(adviser).getByText('1 sak kunde inte sparas').waitFor()
      await strip(adviser)
        .getByText(/Det finns redan ett möte/)
        .waitFor()
      await strip(adviser).getByRole('link', { name: 'Rätta' }).click()
      await titled(adviser, 'Logga ett möte som har varit')
      await settled(adviser)
      const progress = adviser.getByRole('textbox', { name: /^Vad har hänt sedan sist/ })
      assert.equal(await progress.inputValue(), 'Vi gick igenom fyra annonser')
      await fill(adviser, 'Klockan', '02.40')
      await press(adviser, 'Logga mötet')
      await told(adviser, `Mötet med ${name} är loggat.`)
      await strip(adviser).getByText('kunde inte sparas').first().waitFor({ state: 'detached' })
      const rows = await house.world.rows<{ at: string }>(
        'select starts_at::text as at from delivery.v_meeting where case_id = $1 and on_day = $2 and held order by starts_at',
        [caseId, today],
      )
      assert.equal(rows.length, 3, 'the planned one, the other’s and this')
    },
  )

  step('what is refused while another is typed waits its turn, and nothing that is typed is lost', async () => {
    const { caseId, name } = one(2)
    const progress = adviser.getByRole('textbox', { name: /^Vad har hänt sedan sist/ })
    await adviser.goto('/app/provider/calendar')
    await settled(adviser)
    await offline(adviser, true)
    await follow(adviser, `Logga möte med ${name}`)
    await fill(adviser, 'Klockan', '03.00')
    await fill(adviser, 'Vad har hänt sedan sist', 'Det första')
    await press(adviser, 'Logga mötet')
    await strip(adviser).getByText('1 sak väntar på att skickas').waitFor()
    await adviser.goto('/app/provider/calendar')
    await settled(adviser)
    await follow(adviser, `Logga möte med ${name}`)
    await fill(adviser, 'Vad har hänt sedan sist', 'Det andra')
    const held = { startsAt: atTime(today, '03:10'), mode: 'physical', came: 'yes', tookPlace: true } as const
    await house.world.must(provider.coordinator, (context) => logMeeting(context, { caseId, ...held }))
    await offline(adviser, false)
    await strip(adviser).getByText('1 sak kunde inte sparas').waitFor()
    await adviser.getByRole('main').getByText('Kunde inte sparas', { exact: true }).waitFor()
    assert.equal(await progress.inputValue(), 'Det andra')
    await fill(adviser, 'Klockan', '04.00')
    await press(adviser, 'Logga mötet')
    await told(adviser, `Mötet med ${name} är loggat.`)
    await strip(adviser).getByRole('link', { name: 'Rätta' }).click()
    await adviser.waitForFunction(() =>
      [...document.querySelectorAll('textarea')].some((field) => field.value === 'Det första'),
    )
    await fill(adviser, 'Klockan', '05.00')
    await press(adviser, 'Logga mötet')
    await strip(adviser).getByText('kunde inte sparas').first().waitFor({ state: 'detached' })
  })

  step('the participant’s month opens without a network in easy Swedish, and a yes waits on the phone', async () => {
    await signInAs(participant, one(0).name)
    await participant.goto('/app/participant/month')
    await settled(participant)
    await keptOnDevice(participant, /\/month-screen-/)
    await participant.goto('/app/participant')
    await settled(participant)
    while ((await onDevice(participant)).kept < answersOfHome) await participant.waitForTimeout(20)
    await offline(participant, true)
    await participant.reload()
    await participant.getByRole('heading', { level: 1, name: /Prova/ }).waitFor()
    await settled(participant)
    assert.equal(await participant.getByText('Något gick fel').count(), 0, 'what is not on the phone is left out')
    await strip(participant)
      .getByText(/Det du ser är från \d\d:\d\d/)
      .waitFor()
    assert.ok(await fitsInWidth(participant))
    await keepPicture(participant, 'offline-home-320')
    await participant.goto('/app/participant/month')
    await settled(participant)
    await participant.getByRole('button', { name: 'Ja, det stämmer' }).first().click()
    await told(participant, 'Det är sparat här. Vi skickar det när du har internet.')
    await strip(participant).getByText('1 sak väntar på att skickas').waitFor()
    assert.deepEqual(await examine(participant, 'the month without a network'), [])
    await keepPicture(participant, 'offline-month-320')
    assert.deepEqual(await answers(one(0).caseId), [])
  })

  step(
    'the sign-in has run out when the network comes back: nothing is lost, and it is sent after signing in',
    async () => {
      await house.world.rows('delete from platform.session')
      await offline(participant, false)
      await participant.getByRole('alert').getByRole('link').first().waitFor()
      await strip(participant).getByText('1 sak väntar på att skickas').waitFor()
      const tab = await participant.context().newPage()
      await tab.goto('/sign-in?to=/app/signed-in')
      await tab.getByRole('button', { name: one(0).name }).click()
      await tab.waitForURL(/\/app\/signed-in/)
      await tab.close()
      await participant.bringToFront()
      await participant.reload()
      await participant.getByText('Du har sagt ja, det stämmer').first().waitFor()
      assert.deepEqual(await answers(one(0).caseId), [{ answer: 'confirmed' }])
    },
  )

  step('signing out with something that waits is asked about first, and takes the copies off the phone', async () => {
    await participant.context().route(/\/confirmations$/, (route) => route.abort())
    await participant.goto('/app/participant/month')
    await settled(participant)
    await press(participant.getByRole('article').last(), 'Nej, det stämmer inte')
    await press(participant, 'Säg att det inte stämmer')
    await strip(participant).getByText('1 sak väntar på att skickas').waitFor()
    await press(participant, 'Logga ut')
    const asked = participant.getByRole('dialog', { name: 'Allt är inte skickat' })
    await press(asked, 'Stanna kvar')
    await asked.waitFor({ state: 'hidden' })
    await press(participant, 'Logga ut')
    await press(asked, 'Logga ut ändå')
    await press(participant, 'Ja, logga ut helt')
    await participant.waitForURL((url) => url.pathname === '/')
    assert.deepEqual(await onDevice(participant), { entries: 1, kept: 0 })
    await participant.goto('/app/participant')
    await participant.getByText('Något i telefonen väntar på att skickas.', { exact: false }).waitFor()
    assert.deepEqual(await examine(participant, 'before signing in with something that waits'), [])
  })

  step('the next person on the phone sees and sends nothing of it', async () => {
    await signInAs(participant, one(1).name)
    await settled(participant)
    assert.equal(await strip(participant).getByText('väntar på att skickas').count(), 0)
    await press(participant, 'Logga ut')
    await press(participant, 'Ja, logga ut helt')
    await participant.waitForURL((url) => url.pathname === '/')
    assert.equal((await onDevice(participant)).entries, 1)
    assert.equal((await answers(one(0).caseId)).length, 1)
  })

  step('whoever tapped it signs in again on the phone, and it is sent', async () => {
    await participant.context().unrouteAll({ behavior: 'ignoreErrors' })
    await signInAs(participant, one(0).name)
    await told(participant, '1 sak är skickad nu.')
    assert.equal((await onDevice(participant)).entries, 0)
    assert.deepEqual((await answers(one(0).caseId)).map(({ answer }) => answer).sort(), ['confirmed', 'disputed'])
  })

  step('throwing away is asked twice', async () => {
    await participant.context().route(/\/confirmations$/, (route) => route.abort())
    await participant.goto('/app/participant/month')
    await settled(participant)
    await press(participant.getByRole('article').last(), 'Ja, det stämmer')
    await strip(participant).getByText('Visa vad som väntar').click()
    await press(strip(participant), 'Släng')
    const asked = participant.getByRole('dialog')
    await press(asked, 'Ja, släng')
    await press(asked, 'Ja, släng det nu')
    await strip(participant).getByText('väntar på att skickas').first().waitFor({ state: 'detached' })
    assert.equal((await onDevice(participant)).entries, 0)
    await participant.context().unrouteAll({ behavior: 'ignoreErrors' })
  })

  step('it can be installed: the manifest and every icon in it are our own files', async () => {
    const icons = await participant.evaluate(async () => {
      const address = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href ?? ''
      const manifest = await (await fetch(address)).json()
      const asked = manifest.icons.map(async ({ src, sizes, type }: Record<string, string>) => {
        const answer = await fetch(src ?? '')
        const picture = await createImageBitmap(await answer.blob()).catch(() => null)
        return [answer.headers.get('content-type') === type, sizes, picture && `${picture.width}x${picture.height}`]
      })
      return [manifest.display, manifest.start_url, ...(await Promise.all(asked))]
    })
    assert.deepEqual(icons.slice(0, 2), ['standalone', '/app'])
    assert.deepEqual(icons.slice(3), [
      [true, '192x192', '192x192'],
      [true, '512x512', '512x512'],
      [true, '512x512', '512x512'],
    ])
  })

  step('a new build is shown at once: the page is never the phone’s own while the server can be reached', async () => {
    const worker = await participant.evaluate(async () => {
      const { headers } = await fetch('/sw.js', { cache: 'no-store' })
      return headers.get('cache-control')
    })
    assert.equal(worker, 'no-cache')
    await participant.context().route(/\/app\/participant$/, async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: (await answer.text()).replace('<body>', '<body class="new">') })
    })
    await participant.goto('/app/participant')
    await participant.locator('body.new').waitFor()
    await participant.context().unrouteAll({ behavior: 'ignoreErrors' })
  })
})
