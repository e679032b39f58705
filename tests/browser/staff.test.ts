import assert from 'node:assert/strict'
import { after, afterEach, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { aLife, lifeDays } from '../access/life.ts'
import { openProvider } from '../journeys/world.ts'
import { keepPicture, openBrowser, type TestBrowser } from './browser.ts'
import { examine } from './examine.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { choose, confirm, fill, follow, pick, press, tick, titled, told } from './page-acts.ts'
import { inSteps } from './steps.ts'

describe("a provider's staff in a browser: let in, given participants, and out", () => {
  let house: OpenHouse
  let browser: TestBrowser
  let coordinator: Page
  let newcomer: Page
  let provider: Awaited<ReturnType<typeof openProvider>>
  let link = ''

  before(async () => {
    house = await openHouse(lifeDays.today)
    const { world } = house
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    await aLife(world, { provider, caseworker: world.caseworker })
    await world.anActor('jobseeker', { name: 'Nora Ny' })
    browser = await openBrowser()
    coordinator = await browser.visit(house.origin, { width: 1280 })
    newcomer = await browser.visit(house.origin, { width: 320 })
    await signInAs(coordinator, 'Samordnare Exempelbolaget')
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  const step = inSteps(() => [coordinator, newcomer])
  const part = (name: string) => coordinator.getByRole('region', { name, exact: true })
  /** Both widths, with what is open now. */
  const examined = async (where: string) => {
    assert.deepEqual(await examine(coordinator, where), [])
    await keepPicture(coordinator, `staff-${where}-wide`)
    await coordinator.setViewportSize({ width: 320, height: 900 })
    assert.deepEqual(await examine(coordinator, `${where} on a phone`), [])
    await keepPicture(coordinator, `staff-${where}-phone`)
    await coordinator.setViewportSize({ width: 1280, height: 900 })
  }

  step('the coordinator invites a colleague, and gets a link once', async () => {
    await press(coordinator, 'Företaget')
    await follow(coordinator, 'Personal och åtkomst')
    await titled(coordinator, 'Personal och åtkomst')
    const invite = part('Bjud in en kollega')
    await invite.getByRole('group').getByText('Bjud in en kollega').click()
    await press(invite, 'Gör en inbjudan')
    await invite.getByText('Skriv vem du bjuder in.').first().waitFor()
    await fill(invite, 'Kollegans namn', 'Nora')
    await pick(invite, /^Handledare/)
    await tick(invite, 'Exempelgatan 3, Göteborg')
    await fill(invite, 'Procent av heltid på Exempelgatan 3, Göteborg', '50')
    await fill(invite, 'Språk', 'svenska, arabiska')
    await examined('invite')
    await press(invite, 'Gör en inbjudan')
    await told(coordinator, 'Nora är inbjuden.')
    link = (await invite.locator('code').textContent()) ?? ''
    assert.match(link, /\/app\/invitation#.{20,}$/)
    await part('Inbjudningar som väntar på svar').getByText('Nora', { exact: true }).waitFor()
    await examined('invited')
  })

  step('the colleague signs in with an e-identity of her own, sees to what, and accepts', async () => {
    await newcomer.goto(link)
    await newcomer.getByRole('link', { name: 'Logga in' }).first().click()
    await newcomer.getByRole('button', { name: 'Nora Ny' }).click()
    await titled(newcomer, 'Inbjudan att arbeta i Krom')
    assert.ok(!newcomer.url().includes('#'), 'the code does not stay in the address')
    await newcomer.getByText('Samordnare Exempelbolaget bjuder in dig till Exempelbolaget.').first().waitFor()
    assert.deepEqual(await examine(newcomer, 'an invitation on a phone'), [])
    await keepPicture(newcomer, 'staff-accept-phone')
    await confirm(newcomer, 'Tacka ja')
    await newcomer.waitForURL(/\/app\/provider$/)
    await newcomer.goto(link)
    await newcomer.getByText(/Inbjudan är redan använd/).waitFor()
  })

  step('and is seen with access; another role, a last day and the end are set by the coordinator', async () => {
    await coordinator.reload()
    const staff = part('De som har åtkomst nu')
    await staff.getByText(/50 procent av heltid/).waitFor()
    await staff.getByText('Ändra Nora Ny').click()
    const change = staff.getByRole('listitem').filter({ hasText: 'Ändra Nora Ny' })
    await pick(change, /^Samordnare/)
    await examined('change')
    await press(change, 'Spara ändringen')
    await told(coordinator, 'Ändringen för Nora Ny gäller från och med nu.')
    await staff.getByText(/Samordnare: Exempelgatan 3, Göteborg/).waitFor()
    await staff.getByText('Ändra Nora Ny').click()
    await fill(change, 'Sista dag med åtkomst', '2030-12-31')
    await press(change, 'Spara sista dagen')
    await told(coordinator, 'Nora Ny har åtkomst till och med 31 december 2030.')
    await staff.getByText('Till och med 31 december 2030').waitFor()
    await confirm(coordinator, 'Avsluta åtkomsten nu')
    await told(coordinator, 'Nora Ny har inte åtkomst längre.')
    assert.equal(await staff.getByText('Nora Ny').count(), 0)
  })

  step('the last coordinator of the whole organisation stays', async () => {
    const staff = part('De som har åtkomst nu')
    await staff.getByText('Ändra Samordnare Exempelbolaget').click()
    const change = staff.getByRole('listitem').filter({ hasText: 'Ändra Samordnare Exempelbolaget' })
    await pick(change, /^Handledare/)
    await press(change, 'Spara ändringen')
    await change
      .getByText(/Då skulle ingen samordnare finnas för hela organisationen/)
      .first()
      .waitFor()
  })

  step('somebody who works for two providers chooses for which', async () => {
    const name = 'Provbolaget i Västra Götaland med omnejd AB'
    const organisationId = await house.world.anOrganisation('provider', name)
    await house.world.rows(
      "insert into platform.duty (user_id, role, organisation_id, valid_from) select id, 'adviser', $1, '2020-01-01' from platform.user_account where display_name = 'Handledare Exempelbolaget'",
      [organisationId],
    )
    const both = await browser.visit(house.origin, { width: 320 })
    await signInAs(both, 'Handledare Exempelbolaget')
    assert.deepEqual(await examine(both, 'two duties on a phone'), [])
    await keepPicture(both, 'staff-two-duties-phone')
    await choose(both, 'Uppdrag', `Leverantör · ${name}`)
    await both.getByRole('banner').locator('.k-who').getByText(name).waitFor()
  })

  step('a caseworker names who sees a participant with a protected identity, and nobody else does', async () => {
    const { world } = house
    const details = { protection: 'secrecy-mark', givenName: 'Mira', familyName: 'Skyddsson' } as const
    const { caseId } = await aLife(world, { provider, caseworker: world.caseworker, details })
    const page = await browser.visit(house.origin, { width: 1280 })
    await signInAs(page, world.caseworker.name)
    await page.goto(`/app/caseworker/cases/${caseId}/choice`)
    const naming = page.getByRole('region', { name: 'Vem hos leverantören ser personen?' })
    await naming.getByText('Handledare Exempelbolaget är utsedd och ser ärendet.').waitFor()
    await press(naming, 'Utse och visa ärendet')
    await naming.getByText('Välj vem som ska se ärendet.').first().waitFor()
    await choose(naming, 'Vem utser du?', 'Samordnare Exempelbolaget, samordnare')
    assert.deepEqual(await examine(page, 'who sees a protected person'), [])
    await press(naming, 'Utse och visa ärendet')
    await told(page, 'Samordnare Exempelbolaget är utsedd och ser ärendet nu.')
    await naming.getByText('Samordnare Exempelbolaget är utsedd och ser ärendet.').waitFor()
    await coordinator.goto(`/app/provider/participants/${caseId}`)
    await titled(coordinator, /Mira Skyddsson/)
  })
})
