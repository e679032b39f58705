import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { firstDayOf, lastDayOf, month } from '../../kernel/day.ts'
import type { CaseId, StatementId } from '../../kernel/ids.ts'
import { kronor, ore } from '../../kernel/money.ts'
import { kernelProblems } from '../../kernel/problems.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import { buildApp } from '../../platform/http/app.ts'
import { openLog } from '../../platform/log.ts'
import { newId } from '../../platform/new-id.ts'
import { platformProblems } from '../../platform/problems.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { writeApprovals, writeReturn, writeStatement } from '../compensation/testing.ts'
import { bookPayment, bookReturn, bookStatement, ledgerProblems } from '../ledger/index.ts'
import { aProvider, type TestProvider } from '../market/testing.ts'
import { outcomesProblems } from '../outcomes/index.ts'
import { seedDeliveryAreas } from '../registration/index.ts'
import { readUbl, writeUbl } from './domain/index.ts'
import { invoicingProblems } from './problems.ts'
import { readXml } from './read-xml.ts'
import { routes } from './routes.ts'
import { aBankNotice, aCaller, aStatusReport, type Caller, type Reply } from './testing.ts'

describe('from an approved statement to money at the provider', () => {
  let world: TestWorld
  let app: FastifyInstance
  let provider: TestProvider
  let other: TestProvider
  let coordinator: Caller
  let approver: Caller
  let second: Caller
  let secondApprover: Actor

  before(async () => {
    world = await testWorld({ today: '2022-10-11' })
    await world.must(systemActor, seedDeliveryAreas)
    await world.ownerPool.query(
      "update platform.clock set offset_days = $1::date - (clock_timestamp() at time zone 'Europe/Stockholm')::date",
      [world.today],
    )
    provider = await aProvider(world, { name: 'Stigen AB' })
    other = await aProvider(world, { name: 'Bron AB' })
    for (const [id, number] of [
      [world.authority, '2021002114'],
      [provider.providerId, '5560004649'],
      [other.providerId, '5560001611'],
    ])
      await world.ownerPool.query('update platform.organisation set organisation_number = $2 where id = $1', [
        id,
        number,
      ])
    const texts = {
      ...kernelProblems,
      ...platformProblems,
      ...outcomesProblems,
      ...ledgerProblems,
      ...invoicingProblems,
    }
    const desk = { pool: world.appPool, subscriptions: {}, texts, idleMinutes: 30, checkReplies: true }
    app = await buildApp({ desk, routes, log: openLog('silent') })
    secondApprover = await world.anActor('approver', { name: 'Bo Prov' })
    coordinator = await caller(provider.coordinator)
    approver = await caller(world.approver)
    second = await caller(secondApprover)
  })
  after(async () => {
    await app.close()
    await world.drop()
  })

  const caller = (actor: Actor) => aCaller(world, app, actor)

  /** A statement as compensation makes it and the ledger books it, approved unless said; amounts in kronor by case and month. */
  const aStatement = async (of: TestProvider, text: string, amounts: Record<string, number>, approved = true) => {
    const statement = {
      statementId: newId<StatementId>(),
      providerId: of.providerId,
      contractId: of.contractId,
      month: month(text),
      lines: Object.entries(amounts).map(([name, amount]) => ({
        caseId: name.startsWith('a') ? cases.a : cases.b,
        amountOre: kronor(amount),
        of: name.slice(2),
      })),
    }
    const { statementId } = statement
    await world.must(systemActor, async (context) => {
      await writeStatement(context, statement)
      return bookStatement(context, { statementId })
    })
    if (approved)
      await world.must(systemActor, async (context) => {
        await writeApprovals(context, statement, [world.approver, secondApprover])
        return ok(null)
      })
    const lines = await world.rows<{ id: string; ore: number }>(
      'select id, amount_ore as ore from compensation.entitlement_line where statement_id = $1 order by id',
      [statementId],
    )
    return { statement, statementId, lines }
  }
  const cases = { a: newId<CaseId>(), b: newId<CaseId>() }

  const details = {
    street: 'Exempelgatan 1',
    postcode: '123 45',
    city: 'Provorten',
    vatNumber: 'SE556000464901',
    fTax: true,
    accountKind: 'bankgiro',
    accountNumber: '991-2346',
    kromInvoices: true,
  }
  const tasks = async (kind: string) =>
    (
      await world.rows<{ subject_id: string }>(
        'select subject_id from platform.task where kind = $1 and closed_at is null',
        [kind],
      )
    ).length
  const desk = async () =>
    (await approver.get('/payments')).body as unknown as {
      ready: {
        payments: { amountOre: number; invoices: number; account: string }[]
        totalOre: number
        carried: { amountOre: number }[]
      }
      files: { items: { fileId: string; state: string; bookedOre: number; unsettled: number; rejected: number }[] }
      waitingInvoices: { invoiceId: string; differences: { code: string }[] }[]
      waitingPayees: { payeeId: string; accountNumber: string; previousAccount: string | null }[]
      questions: { answerId: string; entries: { issue: string }[] }[]
    }
  const owed = async () =>
    Number(
      (
        await world.rows<{ ore: number }>(
          "select coalesce(sum(case when credit = 'owed' then amount_ore else -amount_ore end), 0) as ore from ledger.posting where provider_id = $1",
          [provider.providerId],
        )
      )[0]?.ore,
    )
  /** Makes, approves and downloads the file of everything that can be paid. */
  const payAll = async () => {
    const { ready } = await desk()
    const made = await approver.post('/payment-files', { payments: ready.payments.length, totalOre: ready.totalOre })
    assert.equal(made.status, 201, made.text)
    const path = `/payment-files/${made.body.fileId as unknown as string}`
    assert.equal((await second.post(`${path}/approval`, { totalOre: ready.totalOre })).status, 201)
    const file = await approver.get(`${path}/document`)
    const ids = [...file.text.matchAll(/<EndToEndId>(\w+)</g)].map((each) => each[1] ?? '')
    return { path, text: file.text, ids, totalOre: ready.totalOre }
  }

  test('an account is paid to only when an approver has approved it, never by who entered it', async () => {
    const { statementId } = await aStatement(provider, '2022-07', { 'a 2022-07': 1210 })
    assert.equal((await coordinator.post('/provider/invoices', { statementId })).body.code, 'payee-missing')
    assert.equal(
      (await coordinator.post('/provider/payee', { ...details, accountNumber: '991-2345' })).body.code,
      'giro-number',
    )
    assert.equal(
      (await coordinator.post('/provider/payee', { ...details, vatNumber: 'SE556000161101' })).body.code,
      'vat-number',
    )
    assert.equal(
      (await coordinator.post('/provider/payee', { ...details, vatNumber: null, fTax: false })).body.code,
      'tax-registration',
    )
    assert.equal((await coordinator.post('/provider/payee', { ...details, kromInvoices: false })).status, 201)
    assert.equal((await coordinator.post('/provider/invoices', { statementId })).body.code, 'payee-missing')
    const [waiting] = (await desk()).waitingPayees
    assert.ok(waiting)
    assert.deepEqual([waiting.accountNumber, waiting.previousAccount], ['991-2346', null])
    const path = `/payees/${waiting.payeeId}/decision`
    assert.equal((await coordinator.post(path, { outcome: 'approved' })).status, 403)
    assert.equal((await approver.post(path, { outcome: 'refused' })).body.code, 'required')
    assert.equal((await approver.post(path, { outcome: 'approved' })).status, 201)
    assert.equal((await approver.post(path, { outcome: 'approved' })).body.code, 'payee-decided')
    assert.equal((await coordinator.post('/provider/invoices', { statementId })).body.code, 'no-mandate')
    await assert.rejects(
      world.rows(
        'insert into invoicing.payee_decision values ($1, $2, $3, null, (select entered_by from invoicing.payee where id = $1), clock_timestamp())',
        [await anotherPayee(), provider.providerId, 'approved'],
      ),
      /four eyes/,
    )
    const [again] = (await desk()).waitingPayees
    assert.equal(again?.previousAccount, '991-2346')
    assert.equal((await approver.post(`/payees/${again?.payeeId}/decision`, { outcome: 'approved' })).status, 201)
    assert.equal(await tasks('approve-payee'), 0)
  })

  const anotherPayee = async () =>
    (await coordinator.post('/provider/payee', details)).body.payeeId as unknown as string

  test('Krom makes the invoice of an approved statement: matched, accepted, to the öre in the books', async () => {
    const { toInvoice } = (await coordinator.get('/provider/invoices')).body as unknown as {
      toInvoice: { statementId: string }[]
    }
    const statementId = toInvoice[0]?.statementId
    const made = await coordinator.post('/provider/invoices', { statementId })
    assert.deepEqual([made.status, made.body.state], [201, 'accepted'])
    const document = await coordinator.get(`/invoices/${made.body.invoiceId as unknown as string}/document`)
    const read = readXml(Buffer.from(document.text))
    assert.ok(read.ok)
    const invoice = readUbl(read.value)
    assert.deepEqual([invoice.netOre, await owed()], [121_000, 121_000])
    assert.equal(document.text.includes(cases.a), false, 'no case stands in an invoice')
    assert.equal((await coordinator.post('/provider/invoices', { statementId })).body.code, 'statement-invoiced')
    assert.equal(
      (await (await caller(other.coordinator)).get(`/invoices/${made.body.invoiceId as unknown as string}/document`))
        .status,
      404,
    )
    assert.equal((await coordinator.upload('/provider/invoices/upload', document.text)).body.code, 'statement-invoiced')
  })

  test('a file is made by one, approved by another, and is the same bytes each time', async () => {
    const { ready } = await desk()
    assert.deepEqual([ready.payments.length, ready.totalOre, ready.payments[0]?.account], [1, 121_000, '991-2346'])
    assert.equal((await approver.post('/payment-files', { payments: 1, totalOre: 1 })).body.code, 'changed-meanwhile')
    const made = await approver.post('/payment-files', { payments: 1, totalOre: 121_000 })
    const path = `/payment-files/${made.body.fileId as unknown as string}`
    assert.equal((await approver.get(`${path}/document`)).body.code, 'payment-file-not-approved')
    assert.equal((await approver.post(`${path}/approval`, { totalOre: 121_000 })).body.code, 'four-eyes-preparer')
    assert.equal((await second.post(`${path}/approval`, { totalOre: 1 })).body.code, 'changed-meanwhile')
    assert.equal(
      (await approver.post('/payment-files', { payments: 1, totalOre: 121_000 })).body.code,
      'nothing-to-pay',
    )
    assert.equal((await approver.post(`${path}/return`, { reason: 'Fel dag' })).status, 201)
    assert.equal((await second.post(`${path}/approval`, { totalOre: 121_000 })).body.code, 'already-returned')
    const { path: again, text } = await payAll()
    const twice = await second.get(`${again}/document`)
    assert.equal(createHash('sha256').update(twice.text).digest('hex'), createHash('sha256').update(text).digest('hex'))
    assert.match(
      text,
      /pain\.001\.001\.03[\s\S]*<NbOfTxs>1<[\s\S]*<CtrlSum>1210\.00<[\s\S]*<MmbId>9900<[\s\S]*<Id>9912346</,
    )
    assert.equal((await approver.post(`${again}/return`, { reason: 'För sent' })).body.code, 'already-approved')
    const bad = '/payment-files/019a0000-0000-7000-8000-000000000001'
    assert.equal((await second.post(`${bad}/approval`, { totalOre: 1 })).status, 404)
    assert.equal((await coordinator.get(`${again}/document`)).status, 403)
  })

  test('a payment that the bank refuses can be ordered again, under a new id', async () => {
    const [first] = await idsOfLatest()
    const refused = aStatusReport([{ id: first ?? '', status: 'RJCT', kronor: '1210.00', reason: 'AC01' }])
    const reply = await approver.upload('/bank-answers', refused)
    assert.deepEqual([reply.status, reply.body.recorded, reply.body.issues], [201, 1, 0])
    assert.deepEqual((await approver.upload('/bank-answers', refused)).body.already, true)
    const { ids, path } = await payAll()
    assert.notEqual(ids[0], first)
    const accepted = aStatusReport([{ id: ids[0] ?? '', status: 'ACCP', kronor: '1210.00' }])
    assert.equal((await approver.upload('/bank-answers', accepted)).body.recorded, 1)
    assert.equal(await owed(), 121_000, 'taken in is not paid')
    const file = (await desk()).files.items.find((each) => path.endsWith(each.fileId))
    assert.deepEqual([file?.unsettled, file?.bookedOre], [1, 0])
  })

  const idsOfLatest = async () =>
    (
      await world.rows<{ id: string }>(
        'select end_to_end_id as id from invoicing.payment order by recorded_at desc, id desc limit 1',
      )
    ).map((each) => each.id)

  test('what the bank has booked is booked once, however often it is told', async () => {
    const [id = ''] = await idsOfLatest()
    const booked = aBankNotice([{ id, kronor: '1210.00', on: '2022-10-13' }])
    assert.equal((await approver.upload('/bank-answers', booked)).body.recorded, 1)
    assert.equal(await owed(), 0)
    assert.equal((await approver.upload('/bank-answers', booked)).body.already, true)
    const again = aBankNotice([{ id, kronor: '1210.00', on: '2022-10-13' }], 'N-2')
    assert.deepEqual((await approver.upload('/bank-answers', again)).body.recorded, 0)
    assert.equal(await owed(), 0)
    const { invoices } = (await coordinator.get('/provider/invoices')).body as unknown as {
      invoices: { items: { state: string }[] }
    }
    assert.equal(invoices.items[0]?.state, 'paid')
  })

  test('a difference, an unknown payment and a change of mind are told to a person, not booked', async () => {
    const [id = ''] = await idsOfLatest()
    const odd = aBankNotice(
      [
        { id, kronor: '1210.01', on: '2022-10-14' },
        { id: 'nobody-knows-this', kronor: '5.00', on: '2022-10-14' },
      ],
      'N-3',
    )
    const reply = await approver.upload('/bank-answers', odd)
    assert.deepEqual([reply.body.recorded, reply.body.issues], [0, 2])
    const late = aStatusReport([{ id, status: 'RJCT', kronor: '1210.00' }], 'S-9')
    assert.equal((await approver.upload('/bank-answers', late)).body.issues, 1)
    const { questions } = await desk()
    assert.deepEqual(questions.flatMap((each) => each.entries.map((entry) => entry.issue)).sort(), [
      'amount-differs',
      'rejected-after-booking',
      'unknown-payment',
    ])
    assert.equal(await tasks('settle-bank-answer'), 2)
    const path = `/bank-answers/${questions[0]?.answerId}/settlement`
    assert.equal((await approver.post(path, { note: 'Banken har rättat' })).status, 201)
    assert.equal((await approver.post(path, { note: 'Banken har rättat' })).body.code, 'bank-answer-settled')
    assert.equal(await tasks('settle-bank-answer'), 1)
    assert.equal(await owed(), 0)
  })

  test('money that comes back is owed again and can be paid again', async () => {
    const [id = ''] = await idsOfLatest()
    const back = aBankNotice([{ id, kronor: '1210.00', on: '2022-10-17', back: true }], 'N-4')
    assert.equal((await approver.upload('/bank-answers', back)).body.recorded, 1)
    assert.equal(await owed(), 121_000)
    const { ids } = await payAll()
    const booked = aBankNotice([{ id: ids[0] ?? '', kronor: '1210.00', on: '2022-10-18' }], 'N-5')
    assert.equal((await approver.upload('/bank-answers', booked)).body.recorded, 1)
    assert.equal(await owed(), 0)
  })

  test('the bank’s file is refused when it is something else', async () => {
    assert.equal((await approver.upload('/bank-answers', '<Document xmlns="urn:x"/>')).body.code, 'bank-file-kind')
    assert.equal((await approver.upload('/bank-answers', 'inte xml')).body.code, 'xml-malformed')
    assert.equal((await approver.post('/bank-answers')).body.code, 'required')
    assert.equal((await coordinator.upload('/bank-answers', '<a/>')).status, 403)
  })

  test('an invoice of the provider’s own is matched line by line, and a difference waits for a person', async () => {
    const { statementId, lines } = await aStatement(provider, '2022-08', {
      'a 2022-08': 1210,
      'b 2022-08': 605.5,
    })
    const own = await ownInvoice(statementId, '2022-08', lines)
    const text = writeUbl(own)
    const send = (edited: string) => coordinator.upload('/provider/invoices/upload', edited)
    const codeOf = async (edited: string) => (await send(edited)).body.code
    assert.equal(await codeOf(text.replace('2022-08-31', '2022-08-30')), 'invoice-wrong-period')
    assert.equal(await codeOf(text.replace(statementId, randomUUID())), 'statement-unknown')
    const broken = await send(text.replace('PaymentMeansCode>30', 'PaymentMeansCode>56'))
    assert.equal(broken.body.code, 'invoice-rules')
    assert.deepEqual(
      (broken.body.problems as unknown as { code: string; field: string }[]).map((each) => [each.code, each.field]),
      [['invoice-rule', 'cac:PaymentMeans[1]/cbc:PaymentMeansCode']],
    )
    assert.match(
      broken.text,
      /SE-R-011, cac:PaymentMeans\[1\]\/cbc:PaymentMeansCode: Betalsättet 56 används inte för giro i Sverige\. Skriv 30/,
    )
    assert.equal(await codeOf(text.replaceAll('5560004649', '5560001611')), 'invoice-of-another')
    assert.equal(await codeOf(text.replaceAll('2021002114', '5560001611')), 'invoice-to-another')
    const credit = writeUbl({ ...own, kind: 'credit-note', dueOn: null })
    assert.equal(await codeOf(credit), 'invoice-not-credit')
    assert.equal(
      (await (await caller(other.coordinator)).upload('/provider/invoices/upload', text)).body.code,
      'statement-unknown',
    )
    const before = await world.rows<{ n: number }>('select count(*) as n from invoicing.invoice')
    assert.equal(Number(before[0]?.n), 1, 'nothing refused is kept')
    const swapped = {
      ...own,
      number: 'E-1',
      lines: own.lines.map((line, index) => ({ ...line, netOre: own.lines[1 - index]?.netOre ?? line.netOre })),
    }
    const waiting = await send(writeUbl(swapped))
    assert.deepEqual([waiting.body.state, waiting.body.differences], ['waiting', 2])
    assert.equal(await codeOf(writeUbl({ ...own, number: 'E-2' })), 'statement-invoiced')
    const [held] = (await desk()).waitingInvoices
    assert.deepEqual(
      held?.differences.map((each) => each.code),
      ['line-amount', 'line-amount'],
    )
    const path = `/invoices/${held?.invoiceId}/decision`
    assert.equal((await approver.post(path, { outcome: 'refused', reason: 'Raderna är förväxlade' })).status, 201)
    assert.equal((await approver.post(path, { outcome: 'accepted', reason: 'Ändå' })).body.code, 'invoice-decided')
    assert.equal(await tasks('settle-invoice'), 0)
    assert.equal(await codeOf(writeUbl({ ...own, number: 'E-1' })), 'invoice-number-used')
    const less = { ...own, number: 'E-3', lines: own.lines.slice(0, 1), netOre: kronor(1210), payableOre: kronor(1210) }
    const short = await send(writeUbl(less))
    const shortPath = `/invoices/${short.body.invoiceId as unknown as string}/decision`
    assert.equal(
      (await approver.post(shortPath, { outcome: 'accepted', reason: 'Nästan' })).body.code,
      'invoice-total-differs',
    )
    assert.equal((await approver.post(shortPath, { outcome: 'refused', reason: 'En rad saknas' })).status, 201)
    assert.deepEqual(
      [(await send(writeUbl({ ...own, number: 'E-4' }))).body.state, await owed()],
      ['accepted', 181_550],
    )
  })

  /** What the provider's own system would send for a statement: Krom's own document of another one, about this. */
  const ownInvoice = async (statementId: string, text: string, lines: { id: string; ore: number }[]) => {
    const [kept] = await world.rows<{ document: Buffer }>(
      'select document from invoicing.invoice order by recorded_at limit 1',
    )
    const read = readXml(kept?.document ?? Buffer.alloc(0))
    assert.ok(read.ok)
    const model = readUbl(read.value)
    const total = ore(lines.reduce((all, line) => all + line.ore, 0))
    return {
      ...model,
      number: 'E-0',
      orderReference: statementId,
      firstDay: firstDayOf(month(text)),
      lastDay: lastDayOf(month(text)),
      lines: lines.map((line, index) => ({
        id: String(index + 1),
        statementLine: line.id,
        name: 'Ersättning',
        netOre: ore(line.ore),
      })),
      netOre: total,
      payableOre: total,
    }
  }

  test('a statement that waits, was sent back or is nil is not invoiced', async () => {
    const waits = await aStatement(provider, '2022-09', { 'a 2022-09': 10 }, false)
    assert.equal(
      (await coordinator.post('/provider/invoices', { statementId: waits.statementId })).body.code,
      'statement-waits',
    )
    await world.must(systemActor, async (context) => {
      await writeReturn(context, waits.statement)
      return bookReturn(context, waits)
    })
    assert.equal(
      (await coordinator.post('/provider/invoices', { statementId: waits.statementId })).body.code,
      'statement-sent-back',
    )
    const nil = await aStatement(provider, '2022-09', { 'a 2022-06': 10, 'a 2022-08': -10 })
    assert.equal(
      (await coordinator.post('/provider/invoices', { statementId: nil.statementId })).body.code,
      'statement-zero',
    )
    const nameless = await aProvider(world, { name: 'Utan nummer AB' })
    const theirs = await caller(nameless.coordinator)
    assert.equal((await theirs.post('/provider/payee', details)).body.code, 'organisation-number-missing')
    const foreign = await aStatement(other, '2022-09', { 'b 2022-09': 10 })
    assert.equal(
      (await coordinator.post('/provider/invoices', { statementId: foreign.statementId })).body.code,
      'statement-unknown',
    )
  })

  test('a clawback the month after is a credit note that names the invoice, and is set off, never paid', async () => {
    const { statementId } = await aStatement(provider, '2022-10', {
      'a 2022-07': -1210,
      'b 2022-08': -605.5,
    })
    const made = await coordinator.post('/provider/invoices', { statementId })
    assert.deepEqual([made.status, made.body.state], [201, 'accepted'], made.text)
    const document = (await coordinator.get(`/invoices/${made.body.invoiceId as unknown as string}/document`)).text
    assert.match(document, /<CreditNote [\s\S]*CreditNoteTypeCode>381</)
    assert.match(document, /<cac:InvoiceDocumentReference>\s*<cbc:ID>202207-/)
    assert.match(document, /<cac:InvoiceDocumentReference>\s*<cbc:ID>E-4</)
    const { ready } = await desk()
    assert.deepEqual([ready.payments.length, ready.carried[0]?.amountOre], [0, 0], '1 815,50 owed, 1 815,50 taken back')
    assert.equal((await approver.post('/payment-files', { payments: 0, totalOre: 0 })).body.code, 'nothing-to-pay')
    const next = await aStatement(provider, '2022-11', { 'a 2022-11': 1000 })
    await coordinator.post('/provider/invoices', { statementId: next.statementId })
    const { ids, text, totalOre } = await payAll()
    assert.equal(totalOre, 100_000)
    assert.deepEqual(
      [...text.matchAll(/<Cd>(CINV|CREN)</g)].map((each) => each[1]),
      ['CINV', 'CREN', 'CINV'],
    )
    assert.equal(
      (
        await approver.upload(
          '/bank-answers',
          aBankNotice([{ id: ids[0] ?? '', kronor: '1000.00', on: '2022-12-02' }], 'N-6'),
        )
      ).body.recorded,
      1,
    )
    assert.equal(await owed(), 0)
  })

  test('two who do the same at once, or one who tries again, get one invoice, one file, one approval and one booking', async () => {
    const { statementId } = await aStatement(provider, '2022-12', { 'a 2022-12': 300 })
    const created = (replies: readonly Reply[]) => replies.filter((each) => each.status === 201).length
    const twice = (act: () => Promise<Reply>) => Promise.all([act(), act()])
    assert.equal(created(await twice(() => coordinator.post('/provider/invoices', { statementId }))), 1)
    const { ready } = await desk()
    const file = { payments: 1, totalOre: ready.totalOre }
    const made = await Promise.all([approver.post('/payment-files', file), second.post('/payment-files', file)])
    assert.equal(created(made), 1)
    const fileId = made.find((each) => each.status === 201)?.body.fileId as unknown as string
    const approvals = [approver, second].flatMap((each) =>
      [1, 2].map(() => each.post(`/payment-files/${fileId}/approval`, { totalOre: ready.totalOre })),
    )
    assert.equal(created(await Promise.all(approvals)), 1)
    const [id = ''] = await idsOfLatest()
    const booked = aBankNotice([{ id, kronor: '300.00', on: '2023-01-03' }], 'N-7')
    const told = await twice(() => approver.upload('/bank-answers', booked))
    assert.deepEqual(
      told.map((each) => each.body.recorded as unknown as number).sort(),
      [0, 1],
      told.map((each) => each.text).join(),
    )
    assert.equal(await owed(), 0)
  })

  test('what the books refuse stops nothing else that the bank says, and goes to a person', async () => {
    const { statementId } = await aStatement(provider, '2023-01', { 'a 2023-01': 40 })
    await coordinator.post('/provider/invoices', { statementId })
    const { ids } = await payAll()
    const by = { paymentId: newId<string>(), statementId, providerId: provider.providerId, on: world.today }
    await world.must(systemActor, (context) => bookPayment(context, { ...by, amountOre: kronor(40) }))
    const notice = aBankNotice([{ id: ids[0] ?? '', kronor: '40.00', on: '2023-02-14' }], 'N-8')
    const reply = await approver.upload('/bank-answers', notice)
    assert.deepEqual([reply.status, reply.body.recorded, reply.body.issues], [201, 0, 1], reply.text)
    assert.equal((await desk()).questions.at(-1)?.entries[0]?.issue, 'books-refused')
    assert.equal(await owed(), 0)
  })

  test('nobody else sees or writes it, and nothing of it ever changes', async () => {
    const tables = (
      await world.rows<{ name: string }>(
        "select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'invoicing' and relkind = 'r'",
      )
    ).map((each) => each.name)
    assert.equal(tables.length, 12)
    const forged = newId<string>()
    await assert.rejects(
      world.as(world.approver, async (context) => {
        await sql`insert into invoicing.payment_file (id, message_id, execute_on, payments, total_ore, document, sha256, made_by, recorded_at)
          values (${forged}, 'forged', ${context.today}, 1, 1, 'x', sha256('x'), ${secondApprover.userId}, ${context.now})`.execute(
          context.db,
        )
        return ok(null)
      }),
      /row-level security/,
      'nobody makes a file in another’s name',
    )
    const municipality = await world.anActor('municipality', {
      organisationId: await world.anOrganisation('municipality', 'Mölndals stad'),
    })
    for (const actor of [
      other.coordinator,
      world.caseworker,
      world.administrator,
      municipality,
      await world.anActor('analyst'),
    ])
      for (const table of tables) {
        const { rows } = await world.must(actor, async (context) =>
          ok(await sql.raw(`select 1 from invoicing.${table} limit 1`).execute(context.db)),
        )
        assert.equal(rows.length, 0, `${table} for ${actor.role}`)
      }
    for (const table of tables) {
      await assert.rejects(world.rows(`delete from invoicing.${table}`), /never change/)
      await assert.rejects(world.rows(`truncate invoicing.${table} cascade`), /never change/)
    }
  })

  test('the database refuses a second payment of an invoice, whatever the application does', async () => {
    const [paid] = await world.rows<{ payment_id: string; invoice_id: string }>(
      'select payment_id, invoice_id from invoicing.payment_invoice where invoicing.holds(payment_id) limit 1',
    )
    await assert.rejects(
      world.rows(
        `insert into invoicing.payment_invoice select $1, payment_id, provider_id, invoice_id, statement_id, payable_ore, net_ore
           from invoicing.payment_invoice where payment_id = $2 and invoice_id = $3`,
        [newId<string>(), paid?.payment_id, paid?.invoice_id],
      ),
      /cannot be paid now/,
    )
  })
})
