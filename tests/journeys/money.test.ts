import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { month } from '../../src/kernel/day.ts'
import { ore } from '../../src/kernel/money.ts'
import { completeOrganisationNumber } from '../../src/kernel/organisation-number.ts'
import { closeMonth, tasks as moneyTasks } from '../../src/modules/compensation/index.ts'
import { aBankNotice, anInvoice, aStatusReport, documentOf } from '../../src/modules/invoicing/testing.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { databaseClock } from '../../src/platform/context.ts'
import { openLog } from '../../src/platform/log.ts'
import { subscriptions } from '../../src/server/subscriptions.ts'
import { aLife, type Life, lifeDays } from '../access/life.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { type JourneyProvider, openProvider } from './world.ts'

function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

const details = {
  street: 'Exempelgatan 1',
  postcode: '123 45',
  city: 'Göteborg',
  vatNumber: 'SE556000464901',
  fTax: true,
  accountKind: 'bankgiro',
  accountNumber: '991-2346',
  kromInvoices: true,
} as const
const xml = (text: string) => ({ name: 'fil.xml', type: 'application/xml', bytes: Buffer.from(text) })

describe('money, from a closed month to the bank and back', () => {
  let house: TestHouse
  let provider: JourneyProvider
  let life: Life
  let secondApprover: Actor
  let coordinator: Caller
  let approver: Caller
  let second: Caller
  let administrator: Caller
  let caseworker: Caller
  let statementId: string
  let totalOre: number

  before(async () => {
    house = await testHouse(lifeDays.today)
    const { world } = house
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    const numbers = [
      [world.authority, completeOrganisationNumber('202100211')],
      [provider.providerId, '5560004649'],
    ]
    for (const pair of numbers)
      await world.rows('update platform.organisation set organisation_number = $2 where id = $1', pair)
    life = await aLife(world, { provider, caseworker: world.caseworker })
    secondApprover = await world.anActor('approver', { name: 'Robin Prov' })
    coordinator = await house.signIn(provider.coordinator)
    approver = await house.signIn(world.approver)
    second = await house.signIn(secondApprover)
    administrator = await house.signIn(world.administrator)
    caseworker = await house.signIn(world.caseworker)
  })
  after(() => house.drop())

  const work = () => ({ pool: house.world.ownerPool, subscriptions, clock: databaseClock(house.world.ownerPool) })

  test('rights to pay are given and ended by an administrator', async () => {
    const right = { userId: secondApprover.userId, officeId: null, limitOre: 100_000, from: '2022-04-01' }
    const { rightId } = good(await administrator.post('/payment-rights', right))
    assert.ok(good(await administrator.get('/payment-rights')).rights.length >= 2)
    good(await administrator.post(`/payment-rights/${rightId}/end`, { lastDay: '2022-04-30' }))
  })

  test('what a month would give under other prices is computed and posts nothing', async () => {
    const asked = good(
      await approver.post('/money/what-if', { month: '2021-09', baseFeeOre: { A: 1, B: 2, C: 300_000 } }),
    )
    await moneyTasks['what-if'](work(), { whatIfId: asked.whatIfId }, openLog())
    const answer = good(await approver.get(`/money/what-if/${asked.whatIfId}`))
    assert.ok(answer.byKind.length > 0)
    assert.equal(good(await approver.get('/statements')).total, 0)
  })

  test('a month is closed, and the provider sees what it is owed and why', async () => {
    await closeMonth(work(), { month: month('2021-09') })
    assert.equal(good(await approver.get('/money/month-runs')).items[0].month, '2021-09')
    const { items } = good(await coordinator.get('/statements'))
    statementId = items[0].statementId
    totalOre = items[0].totalOre
    const page = good(await coordinator.get(`/statements/${statementId}`))
    const explained = good(await coordinator.get(`/money/lines/${page.lineItems.items[0].lineId}`))
    assert.ok(explained.line.steps.length > 0)
    assert.ok(good(await coordinator.get('/money/expected')).sums)
    assert.match((await coordinator.get('/money/expected/export')).text, /;/)
    assert.match((await approver.get('/statements/export')).text, /Exempelbolaget/)
    assert.match((await approver.get(`/statements/${statementId}/export`)).text, /;/)
  })

  test('the books hold the statement once it stands', async () => {
    assert.ok(good(await approver.get('/ledger/balances')).items.length > 0)
    assert.equal(good(await coordinator.get(`/ledger/transactions/${statementId}`)).items.length, 1)
  })

  test('two approve, Krom invoices, one makes the payment file and another approves it', async () => {
    good(await approver.post(`/statements/${statementId}/approvals`, { totalOre }))
    good(await second.post(`/statements/${statementId}/approvals`, { totalOre }))
    const { payeeId } = good(await coordinator.post('/provider/payee', details))
    good(await second.post(`/payees/${payeeId}/decision`, { outcome: 'approved' }))
    const sent = good(await coordinator.upload('/provider/invoices/upload', xml(await anInvoiceOf(100))))
    assert.equal(sent.state, 'waiting')
    const refusal = { outcome: 'refused', reason: 'Beloppet är en krona för högt' }
    good(await approver.post(`/invoices/${sent.invoiceId}/decision`, refusal))
    const { invoiceId } = good(await coordinator.post('/provider/invoices', { statementId }))
    assert.match((await coordinator.get(`/invoices/${invoiceId}/document`)).text, /<Invoice/)
    const returned = await aFile()
    good(await second.post(`/payment-files/${returned}/return`, { reason: 'Fel dag' }))
    const fileId = await aFile()
    good(await second.post(`/payment-files/${fileId}/approval`, { totalOre }))
    const file = (await approver.get(`/payment-files/${fileId}/document`)).text
    const id = /<EndToEndId>(\w+)</.exec(file)?.[1] ?? ''
    const worth = (totalOre / 100).toFixed(2)
    good(await approver.upload('/bank-answers', xml(aStatusReport([{ id, status: 'ACCP', kronor: worth }]))))
    const booked = aBankNotice([{ id, kronor: worth, on: '2022-03-14' }])
    assert.equal(good(await approver.upload('/bank-answers', xml(booked))).recorded, 1)
    assert.equal(good(await coordinator.get('/provider/invoices')).invoices.items[0].state, 'paid')
    const odd = aBankNotice([{ id: 'nobody-knows-this', kronor: '5.00', on: '2022-03-14' }], 'N-2')
    const { answerId } = good(await approver.upload('/bank-answers', xml(odd)))
    good(await approver.post(`/bank-answers/${answerId}/settlement`, { note: 'Banken har rättat' }))
  })

  /** The provider's own invoice for the statement, with so much too much on its first line. */
  async function anInvoiceOf(tooMuchOre: number): Promise<string> {
    const page = good(await coordinator.get(`/statements/${statementId}`))
    const lines = page.lineItems.items.map((line: { lineId: string; amountOre: number }, index: number) => ({
      key: line.lineId,
      name: 'Grundersättning',
      amountOre: ore(line.amountOre + (index === 0 ? tooMuchOre : 0)),
    }))
    const { contractId } = provider
    const statement = { statementId, contractId, month: month('2021-09'), totalOre: ore(totalOre + tooMuchOre), lines }
    return documentOf(anInvoice({ statement, name: 'Exempelbolaget' })).toString()
  }

  async function aFile(): Promise<string> {
    const { ready } = good(await approver.get('/payments'))
    assert.equal(ready.totalOre, totalOre)
    const made = await approver.post('/payment-files', { payments: ready.payments.length, totalOre: ready.totalOre })
    return good(made).fileId
  }

  test('the budget is entered, forecast and closed, and a case waits for it', async () => {
    const figure = { appropriation: '1:3', period: '2022', value: 1_000_000_000, reason: 'Regleringsbrevet' }
    good(await administrator.post('/budget/figures', { kind: 'appropriation', ...figure }))
    const cap = {
      kind: 'extension',
      period: '2022-03',
      appropriation: null,
      programmeGroup: null,
      officeId: null,
      name: 'Inga förlängningar i mars',
      limitDecisions: 0,
      limitCommittedOre: null,
      reason: 'Anslaget räcker inte',
    }
    good(await administrator.post('/budget/caps', cap))
    assert.equal(good(await approver.get('/budget/caps')).items.length, 1)
    assert.ok(good(await approver.get('/budget')).months.length > 0)
    good(await approver.get('/budget/accuracy'))
    assert.match((await approver.get('/budget/export')).text, /;/)
    good(await caseworker.post(`/cases/${life.caseId}/budget-waits`, { kind: 'extension' }))
  })
})
