import assert from 'node:assert/strict'
import { after, afterEach, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { day } from '../../src/kernel/day.ts'
import type { ClaimId } from '../../src/kernel/ids.ts'
import { addEvidence, claimOutcome } from '../../src/modules/outcomes/index.ts'
import { aLife, type Life, lifeDays } from '../access/life.ts'
import { type JourneyProvider, openProvider } from '../journeys/world.ts'
import { keepPicture, openBrowser, type TestBrowser } from './browser.ts'
import { type OpenHouse, openHouse, signInAs, signOut } from './open-house.ts'
import { confirm, fill, fitsInWidth, follow, pick, press, settled, titled, told } from './page-acts.ts'
import { inSteps } from './steps.ts'

const money = '/app/provider/money'

describe('a provider’s money in a browser: from an open question to a paid line, and a clawback the month after', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let provider: JourneyProvider
  let life: Life
  let coordinator: Page
  let caseworker: Page
  let approver: Page

  before(async () => {
    house = await openHouse(lifeDays.registered)
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    life = await aLife(house.world, { provider, caseworker: house.world.caseworker })
    await house.world.anActor('approver', { name: 'Robin Prov' })
    // What the calendar did while the life went on is another test's; here the days begin with the claim.
    await house.world.rows('update platform.clock set ran_to = $1', ['2022-02-20'])
    await house.goTo(lifeDays.claimed)
    browser = await openBrowser()
    coordinator = await browser.visit(house.origin, { width: 1280 })
    caseworker = await browser.visit(house.origin, { width: 1280 })
    approver = await browser.visit(house.origin, { width: 1280 })
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  const step = inSteps(() => [coordinator, caseworker, approver])

  /** The page of the provider's money, read anew; on a phone too where said, with nothing beside it. */
  const openMoney = async (picture: string, widths: readonly number[] = [1280]) => {
    for (const width of widths) {
      await coordinator.setViewportSize({ width, height: 900 })
      await coordinator.goto(money)
      await titled(coordinator, 'Pengar')
      await settled(coordinator)
      assert.ok(await fitsInWidth(coordinator), `${picture} at ${width} px does not scroll sideways`)
      await keepPicture(coordinator, `${picture}-${width}`)
    }
  }
  const line = (name: RegExp) => coordinator.getByRole('row', { name })

  step('an open question keeps the case out, and the provider is told that it is not theirs to answer', async () => {
    await house.world.rows(
      `insert into market.placement select (jsonb_populate_record(p, jsonb_build_object('id', uuidv7(), 'first_day', p.first_day + 5))).*
         from market.placement p where case_id = $1`,
      [life.caseId],
    )
    await signInAs(coordinator, 'Samordnare Exempelbolaget')
    await openMoney('money-question')
    const held = coordinator.getByRole('region', { name: 'Hålls upp' })
    await held.getByText('Öppen fråga hos Arbetsförmedlingen').waitFor()
    await held.getByText('Två perioder hos leverantörer går in i varandra', { exact: false }).waitFor()
  })

  step('when it is answered, what waits is shown with its reason: the outcome is not verified yet', async () => {
    await house.world.rows(
      `insert into market.placement_end (id, case_id, person_id, placement_id, last_day, cause, recorded_at)
       select uuidv7(), case_id, person_id, id, first_day - 1, 'interruption', recorded_at
         from market.placement p where case_id = $1 order by first_day desc limit 1`,
      [life.caseId],
    )
    await openMoney('money-blocked', [320, 1280])
    await line(/Prova Livsson 1 Resultatersättning.*Arbetsförmedlaren prövar resultatet 38\s000\skr/).waitFor()
    await coordinator.getByText('Öppen fråga hos Arbetsförmedlingen').waitFor({ state: 'detached' })
  })

  step('the caseworker verifies, and the same line is ready for the next statement', async () => {
    await signInAs(caseworker, 'Kim Prov')
    await press(caseworker.getByRole('row', { name: /Verifiera resultatet/ }), /Prova Livsson/)
    await follow(caseworker, 'Öppna och gör')
    await pick(caseworker, 'Verifiera resultatet')
    await fill(caseworker, 'Vad bygger du det på?', 'Arbetsgivarintyg visar fyra månader.')
    await press(caseworker, 'Verifiera resultatet')
    await told(caseworker, 'Resultatet är verifierat.')
    await openMoney('money-ready')
    const ready = line(/Resultatersättning.*Klart för nästa underlag 38\s000\skr/)
    await ready.getByText('Varför?').click()
    await ready.getByText('Första dagen i arbetet var 2021-10-18').waitFor()
  })

  step(
    'the month closes; the approver sees what changed, what stands out and what is open before approving',
    async () => {
      await house.goTo(day('2022-03-11'))
      await signInAs(approver, 'Alex Prov')
      await follow(approver.getByRole('row', { name: /februari 2022/ }), 'Exempelbolaget')
      await approver.getByRole('region', { name: 'Vad har ändrats?' }).waitFor()
      await approver.getByRole('region', { name: 'Öppna frågor' }).getByText('Inga öppna frågor.').waitFor()
      await approver
        .getByText(/^Du godkänner [\d\s]+(,\d\d)?\skr till Exempelbolaget\. Störst skillnad/)
        .first()
        .waitFor()
      await settled(approver)
      await keepPicture(approver, 'money-approve-1280')
      await approveAs('Alex Prov', /^Godkänn .* som första person$/, false)
      await approveAs('Robin Prov', /^Godkänn och betala /, true)
    },
  )

  /** Approves the statement that is open, as one of two. */
  const approveAs = async (name: string, button: RegExp, anew: boolean) => {
    const statement = approver.url()
    if (anew) {
      await signOut(approver)
      await signInAs(approver, name)
      await approver.goto(statement)
    }
    await confirm(approver, button)
    await told(approver, /är godkänt/)
  }

  step('the paid line is explained all the way down to the provider, in words', async () => {
    await openMoney('money-paid')
    await follow(coordinator, /^februari 2022/)
    const paid = line(/Resultatersättning.*38\s000\skr/)
    await paid.getByText('Varför?').click()
    await paid.getByText(/^Arbete hos Lagret AB, .* verifierat .* av Kim Prov$/).waitFor()
    await paid.getByText(/^Attesterat av Alex Prov, /).waitFor()
    await paid.getByText(/^Attesterat av Robin Prov, /).waitFor()
    await paid.getByText(/^Resultatersättning, gäller från 30 mars 2020, regelversion rom1@/).waitFor()
    await keepPicture(coordinator, 'money-explained-1280')
  })

  step(
    'the work turns out to have ended early: the clawback is announced, with its reason, before it hits',
    async () => {
      const corrected = await house.world.must(provider.adviser, (context) =>
        claimOutcome(context, {
          caseId: life.caseId,
          kind: 'work',
          firstDay: day('2021-10-18'),
          lastDay: day('2021-12-17'),
          employer: 'Lagret AB',
          replaces: life.claimId as ClaimId,
        }),
      )
      const claimId = corrected.claimId as ClaimId
      await house.world.must(provider.adviser, (context) =>
        addEvidence(context, { claimId, file: { name: 'intyg2.pdf', bytes: Buffer.from('%PDF-1.4 slut') } }),
      )
      await caseworker.goto('/app')
      await press(caseworker.getByRole('row', { name: /Verifiera resultatet/ }), /Prova Livsson/)
      await follow(caseworker, 'Öppna och gör')
      await pick(caseworker, 'Verifiera resultatet')
      await fill(caseworker, 'Vad bygger du det på?', 'Intyget visar att arbetet slutade i december.')
      await press(caseworker, 'Verifiera resultatet')
      await told(caseworker, 'Resultatet är verifierat.')
      await openMoney('money-clawback', [320, 1280])
      const region = coordinator.getByRole('region', { name: 'Tas tillbaka' })
      await region.getByText(/−\d/).first().waitFor()
      const coming = line(/Resultatersättning.*Resultatet gäller inte längre −38\s000\skr/)
      await coming.getByText('Varför?').click()
      await coming.getByText(/38\s000\skr är redan bokfört. 38\s000\skr dras av i nästa underlag./).waitFor()
    },
  )

  step('the next month posts it as a negative line, which stands beside what it takes back', async () => {
    await house.goTo(day('2022-04-11'))
    await openMoney('money-after')
    await coordinator.getByRole('region', { name: 'Tas tillbaka' }).waitFor({ state: 'detached' })
    await follow(coordinator, /^mars 2022/)
    const back = line(/Resultatersättning.*Rättelse −38\s000\skr/)
    await back.getByText('Varför?').click()
    await back.getByText('Allt som är bokfört på samma belopp').waitFor()
    await back.getByText(/^Underlaget för februari 2022: 38\s000\skr \(Attesterad för betalning\)$/).waitFor()
    await back.getByText(/^Underlaget för mars 2022: −38\s000\skr \(Väntar på attest, den här raden\)$/).waitFor()
    await keepPicture(coordinator, 'money-taken-back-1280')
  })
})
