import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, afterEach, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { day, month } from '../../src/kernel/day.ts'
import type { CaseId, StatementId } from '../../src/kernel/ids.ts'
import { kronor } from '../../src/kernel/money.ts'
import { completeOrganisationNumber } from '../../src/kernel/organisation-number.ts'
import { ok } from '../../src/kernel/result.ts'
import { writeApprovals, writeStatement } from '../../src/modules/compensation/testing.ts'
import { aBankNotice } from '../../src/modules/invoicing/testing.ts'
import { bookStatement } from '../../src/modules/ledger/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/new-id.ts'
import { systemActor } from '../../src/platform/testing.ts'
import { type JourneyProvider, openProvider } from '../journeys/world.ts'
import { openBrowser, type TestBrowser } from './browser.ts'
import { type OpenHouse, openHouse, signInAs } from './open-house.ts'
import { confirm, fill, fitsInWidth, follow, press, settled, tick, told } from './page-acts.ts'
import { inSteps } from './steps.ts'

describe('invoices and payments in a browser: an account, an invoice, a file, the bank, and a credit note', () => {
  let house: OpenHouse
  let browser: TestBrowser
  let provider: JourneyProvider
  let second: Actor
  let coordinator: Page
  let approver: Page
  let other: Page
  const participant = newId<CaseId>()

  before(async () => {
    house = await openHouse(day('2022-03-11'))
    const { world } = house
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    second = await world.anActor('approver', { name: 'Robin Prov' })
    for (const [id, number] of [
      [world.authority, completeOrganisationNumber('202199001')],
      [provider.providerId, '5560004649'],
    ])
      await world.rows('update platform.organisation set organisation_number = $2 where id = $1', [id, number])
    await aStatement('2022-02', 1980)
    browser = await openBrowser()
    coordinator = await browser.visit(house.origin, { width: 1280 })
    approver = await browser.visit(house.origin, { width: 1280 })
    other = await browser.visit(house.origin, { width: 1280 })
    await signInAs(coordinator, 'Samordnare Exempelbolaget')
    await signInAs(approver, 'Alex Prov')
    await signInAs(other, 'Robin Prov')
  })
  after(async () => {
    await browser?.close()
    await house?.drop()
  })
  afterEach(() => browser.mustBeQuiet())

  /** An approved statement about February's fee, as compensation makes it. */
  const aStatement = async (of: string, amount: number) => {
    const { world } = house
    const { providerId, contractId } = provider
    const lines = [{ caseId: participant, amountOre: kronor(amount), of: '2022-02' }]
    const statement = { statementId: newId<StatementId>(), providerId, contractId, month: month(of), lines }
    await world.must(systemActor, async (context) => {
      await writeStatement(context, statement)
      const booked = await bookStatement(context, statement)
      if (!booked.ok) return booked
      await writeApprovals(context, statement, [world.approver, second])
      return ok(null)
    })
  }

  const step = inSteps(() => [coordinator, approver, other])
  const open = async (page: Page, address: string) => {
    await page.goto(address)
    await settled(page)
  }
  const send = async (page: Page, text: string, button: string) => {
    const file = { name: 'fil.xml', mimeType: 'application/xml', buffer: Buffer.from(text) }
    await page.locator('input[type=file]').setInputFiles(file)
    await press(page, button)
  }

  step('an account is entered by the provider and approved by the authority', async () => {
    await open(coordinator, '/app/provider/invoices')
    await coordinator.getByText('Ni har inga godkända betalningsuppgifter.', { exact: false }).waitFor()
    await follow(coordinator, 'Lägg in betalningsuppgifter')
    await fill(coordinator, 'Gatuadress', 'Exempelgatan 3')
    await fill(coordinator, 'Postnummer', '411 01')
    await fill(coordinator, 'Ort', 'Göteborg')
    await fill(coordinator, 'Gironummer', '991-2345')
    await tick(coordinator, 'Vi är godkända för F-skatt')
    await tick(coordinator, 'Krom får göra våra fakturor')
    await press(coordinator, 'Spara och be om godkännande')
    await coordinator.getByRole('alert').getByText('Gironumret stämmer inte').waitFor()
    await fill(coordinator, 'Gironummer', '991-2346')
    await press(coordinator, 'Spara och be om godkännande')
    await told(coordinator, 'Uppgifterna är sparade.')
    await open(approver, '/app/approver/payments')
    await confirm(approver, 'Godkänn 991-2346 för Exempelbolaget')
    await told(approver, 'Kontot är godkänt.')
  })

  step('a broken invoice is told field by field, and Krom makes a good one by one press', async () => {
    await open(coordinator, '/app/provider/invoices')
    await coordinator.getByText('Skicka en egen faktura').click()
    await send(coordinator, '<Order xmlns="urn:x"/>', 'Kontrollera och skicka fakturan')
    await coordinator
      .getByRole('alert')
      .getByText(/KROM-ROOT, Order: Filen är ingen faktura/)
      .waitFor()
    await confirm(coordinator, /^Låt Krom göra fakturan på 1\s980\skr$/)
    await told(coordinator, /är gjord och godkänd/)
    await coordinator.getByRole('row', { name: /Faktura, februari 2022.*godkänd, väntar på betalning/ }).waitFor()
  })

  step('one makes the file and sees the sum on the button, another lets it out and gives it to the bank', async () => {
    await open(approver, '/app/approver/payments')
    await confirm(approver, /^Gör betalfil på 1\s980\skr, 1 betalning$/)
    await told(approver, 'Betalfilen är gjord.')
    await approver.getByText('En annan attestant än du behöver godkänna filen.').waitFor()
    await open(other, '/app/approver/payments')
    await confirm(other, /^Attestera 1\s980\skr$/)
    await told(other, 'Betalfilen är attesterad.')
  })

  step('the bank’s answer books the payment, and an unknown one waits for a person', async () => {
    const [download] = await Promise.all([other.waitForEvent('download'), follow(other, 'Hämta filen (pain.001)')])
    const id = /<EndToEndId>(\w+)</.exec(readFileSync(await download.path(), 'utf8'))?.[1] ?? ''
    const notice = aBankNotice([
      { id, kronor: '1980.00', on: '2022-03-14' },
      { id: 'okand', kronor: '5.00', on: '2022-03-14' },
    ])
    await send(other, notice, 'Läs in bankens svar')
    await told(other, '1 uppgift är införd, 1 behöver ses över.')
    await other.getByText(/Okänd betalning okand på 5\skr\./).waitFor()
    await other.getByRole('row', { name: /1\s980\skr bokfört/ }).waitFor()
    await open(coordinator, '/app/provider/invoices')
    await coordinator.getByRole('row', { name: /Faktura, februari 2022.*betald/ }).waitFor()
  })

  step('a clawback the month after becomes a credit note that is set off, on a phone too', async () => {
    await aStatement('2022-03', -1980)
    await coordinator.setViewportSize({ width: 320, height: 900 })
    await open(coordinator, '/app/provider/invoices')
    assert.ok(await fitsInWidth(coordinator))
    await confirm(coordinator, /^Låt Krom göra kreditfakturan på 1\s980\skr$/)
    await told(coordinator, /är gjord och godkänd/)
    await approver.setViewportSize({ width: 320, height: 900 })
    await open(approver, '/app/approver/payments')
    assert.ok(await fitsInWidth(approver))
    await approver.getByText('Förs över till nästa fil').waitFor()
    await approver.getByText('−1 980 kr').waitFor()
  })
})
