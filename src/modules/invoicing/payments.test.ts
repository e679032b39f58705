import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { instant } from '../../kernel/instant.ts'
import { kronor, ore } from '../../kernel/money.ts'
import {
  type BankEntry,
  differencesOf,
  formatGiro,
  nettedPayments,
  type OpenInvoice,
  parseGiro,
  periodRefusal,
  readBankAnswer,
  reconcile,
  writePaymentFile,
} from './domain/index.ts'
import { readXml } from './read-xml.ts'
import { aBankNotice, anInvoice, aStatement, aStatusReport } from './testing.ts'

const open = (providerId: string, amount: number, number = `F-${amount}`): OpenInvoice => ({
  invoiceId: `${providerId}-${number}`,
  providerId,
  statementId: 's',
  number,
  payableOre: kronor(amount),
  netOre: kronor(amount),
})

describe('payments', () => {
  test('are netted per provider, and never nil or negative', () => {
    const { payments, carried } = nettedPayments([
      open('p', 100),
      open('q', 50),
      open('p', -30),
      open('q', -50),
      open('r', -5),
    ])
    assert.deepEqual(
      payments.map((each) => [each.providerId, each.amountOre, each.invoices.length]),
      [['p', 7000, 2]],
    )
    assert.deepEqual(carried, [
      { providerId: 'q', amountOre: 0 },
      { providerId: 'r', amountOre: -500 },
    ])
    assert.deepEqual(nettedPayments([]), { payments: [], carried: [] })
  })

  const file = {
    messageId: 'm1',
    madeAt: instant('2022-10-12T08:00:00.000Z'),
    executeOn: day('2022-10-13'),
    payer: {
      name: 'Provmyndigheten',
      organisationNumber: '2021002114',
      account: { kind: 'bankgiro' as const, number: '9999996' },
    },
    payments: [
      {
        endToEndId: 'e1',
        payee: 'Bröd & Smör AB',
        account: { kind: 'plusgiro' as const, number: '123455' },
        amountOre: kronor(70.05),
        documents: [
          { number: 'F-1', payableOre: kronor(100.05) },
          { number: 'K-1', payableOre: kronor(-30) },
        ],
      },
    ],
  }

  test('make a pain.001.001.03 whose sums and references are those of the invoices', () => {
    const text = writePaymentFile(file)
    assert.equal(writePaymentFile(file), text, 'the same bytes')
    assert.match(text, /<CtrlSum>70\.05<\/CtrlSum>/)
    assert.match(text, /<Nm>Bröd &amp; Smör AB<\/Nm>/)
    assert.match(text, /<MmbId>9960<\/MmbId>[\s\S]*<Id>123455<\/Id>\s*<SchmeNm>\s*<Cd>BBAN</)
    assert.match(
      text,
      /<Cd>CINV<[\s\S]*<Nb>F-1<[\s\S]*<RmtdAmt Ccy="SEK">100\.05<[\s\S]*<Cd>CREN<[\s\S]*<CdtNoteAmt Ccy="SEK">30\.00</,
    )
    assert.throws(() => writePaymentFile({ ...file, payments: [] }), /without payments/)
    assert.throws(
      () => writePaymentFile({ ...file, payments: file.payments.map((each) => ({ ...each, amountOre: ore(0) })) }),
      /above zero/,
    )
  })
})

describe('a giro number', () => {
  test('is read as people write it and has a check digit', () => {
    assert.deepEqual(parseGiro('bankgiro', '991-2346'), { kind: 'bankgiro', number: '9912346' })
    assert.deepEqual(parseGiro('plusgiro', '12 34 5-5'), { kind: 'plusgiro', number: '123455' })
    for (const wrong of ['991-2345', '99123', 'SE45 5000', '']) assert.equal(parseGiro('bankgiro', wrong), null, wrong)
    assert.equal(formatGiro({ kind: 'bankgiro', number: '56789019' }), '5678-9019')
    assert.equal(formatGiro({ kind: 'plusgiro', number: '123455' }), '12345-5')
  })
})

const entriesOf = (text: string) => {
  const read = readXml(Buffer.from(text))
  assert.ok(read.ok)
  const answer = readBankAnswer(read.value)
  assert.ok(answer.ok)
  return answer.value.entries
}

describe('a bank’s answer', () => {
  test('is told payment by payment, or for the whole file', () => {
    const [refused] = entriesOf(aStatusReport([{ id: 'e1', status: 'RJCT', kronor: '70.05', reason: 'AC01' }]))
    assert.deepEqual(refused, {
      endToEndId: 'e1',
      messageId: null,
      event: 'rejected',
      amountOre: 7005,
      on: null,
      reason: 'AC01',
    })
    const whole = aStatusReport([]).replace('PART', 'RJCT')
    assert.deepEqual(entriesOf(whole), [
      { endToEndId: null, messageId: 'x', event: 'rejected', amountOre: null, on: null, reason: null },
    ])
    assert.equal(entriesOf(aStatusReport([{ id: 'e1', status: 'PDNG', kronor: '1.00' }]))[0]?.event, 'unclear')
  })

  test('says when money went or came back, each of many in one entry by itself', () => {
    const [gone] = entriesOf(aBankNotice([{ id: 'e1', kronor: '70.05', on: '2022-10-13' }]))
    assert.deepEqual([gone?.event, gone?.amountOre, gone?.on], ['booked', 7005, '2022-10-13'])
    assert.equal(
      entriesOf(aBankNotice([{ id: 'e1', kronor: '70.05', on: '2022-10-13', back: true }]))[0]?.event,
      'returned',
    )
    const many = aBankNotice([{ id: 'e1', kronor: '2.00', on: '2022-10-13' }]).replace(/(<TxDtls>.*<\/TxDtls>)/, '$1$1')
    assert.equal(entriesOf(many).length, 2)
    const bare = aBankNotice([{ id: 'e1', kronor: '2.00', on: '2022-10-13' }]).replace(/<NtryDtls>.*<\/NtryDtls>/, '')
    assert.deepEqual([entriesOf(bare)[0]?.endToEndId, entriesOf(bare)[0]?.amountOre], [null, 200])
    const euro = aBankNotice([{ id: 'e1', kronor: '2.00', on: '2022-10-13' }]).replaceAll('SEK', 'EUR')
    assert.equal(entriesOf(euro)[0]?.event, 'unclear')
    const expected = aBankNotice([{ id: 'e1', kronor: '2.00', on: '2022-10-13' }]).replace('BOOK', 'INFO')
    assert.equal(entriesOf(expected)[0]?.event, 'unclear')
    const foreign = readXml(Buffer.from('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"/>'))
    assert.ok(foreign.ok)
    const refused = readBankAnswer(foreign.value)
    assert.equal(refused.ok ? null : refused.problem.code, 'bank-file-kind')
  })

  const entry = (event: BankEntry['event'], change: Partial<BankEntry> = {}): BankEntry => ({
    endToEndId: 'e1',
    messageId: null,
    event,
    amountOre: kronor(10),
    on: day('2022-10-13'),
    reason: null,
    ...change,
  })
  const payment = (...events: BankEntry['event'][]) => ({ amountOre: kronor(10), events })

  test('is recorded where it says something new and certain, and goes to a person where it does not', () => {
    const result = (...given: Parameters<typeof reconcile>) => {
      const done = reconcile(...given)
      return done.done === 'issue' ? done.issue : done.done
    }
    assert.equal(result(entry('booked'), null), 'unknown-payment')
    assert.equal(result(entry('accepted'), payment()), 'record')
    assert.equal(result(entry('accepted'), payment('booked')), 'known')
    assert.equal(result(entry('rejected', { amountOre: null }), payment('accepted')), 'record')
    assert.equal(result(entry('booked'), payment('accepted')), 'record')
    assert.equal(result(entry('booked'), payment('booked')), 'known')
    assert.equal(result(entry('booked', { amountOre: kronor(11) }), payment()), 'amount-differs')
    assert.equal(result(entry('booked', { amountOre: null }), payment()), 'no-amount')
    assert.equal(result(entry('booked', { on: null }), payment()), 'no-day')
    assert.equal(result(entry('booked'), payment('rejected')), 'booked-after-rejection')
    assert.equal(result(entry('rejected'), payment('booked')), 'rejected-after-booking')
    assert.equal(result(entry('returned'), payment()), 'returned-before-booked')
    assert.equal(result(entry('returned'), payment('booked')), 'record')
    assert.equal(result(entry('returned', { amountOre: null }), payment('booked')), 'no-amount')
    assert.equal(result(entry('unclear', { amountOre: null }), payment()), 'status-unclear')
  })
})

describe('an invoice held against its statement', () => {
  const statement = aStatement([2000, -500])
  const invoice = anInvoice({ statement })
  const [account, vat] = [{ kind: 'bankgiro' as const, number: '9912346' }, invoice.vat]
  const found = (changed: Partial<typeof invoice>) =>
    differencesOf({ invoice: { ...invoice, ...changed }, statement, account, vat }).map((each) => each.code)
  const [first, second] = invoice.lines
  assert.ok(first && second)

  test('matches to the öre, also as a credit note', () => {
    assert.deepEqual(found({}), [])
    const back = aStatement([-2000, 500])
    const credit = anInvoice({ statement: back })
    assert.deepEqual(differencesOf({ invoice: credit, statement: back, account, vat }), [])
    assert.equal(periodRefusal(credit, back), null)
    assert.equal(periodRefusal(invoice, back)?.code, 'credit-not-invoice')
    assert.equal(periodRefusal(credit, statement)?.code, 'invoice-not-credit')
    assert.equal(periodRefusal({ ...invoice, firstDay: null }, statement)?.code, 'invoice-wrong-period')
  })

  test('has each difference told', () => {
    assert.deepEqual(found({ lines: [first] }), ['line-missing'])
    assert.deepEqual(found({ lines: [first, { ...second, statementLine: 'x' }] }), ['line-unknown', 'line-missing'])
    assert.deepEqual(found({ lines: [first, { ...second, statementLine: null }] }), [
      'line-without-key',
      'line-missing',
    ])
    assert.deepEqual(found({ lines: [first, second, second] }), ['line-twice'])
    assert.deepEqual(found({ lines: [{ ...first, netOre: ore(1) }, second] }), ['line-amount'])
    assert.deepEqual(found({ netOre: ore(1) }), ['total'])
    assert.deepEqual(found({ vat: { category: 'S', percent: 25, reason: null } }), ['vat-treatment'])
    assert.deepEqual(found({ account: { kind: 'bankgiro', number: '56789019' } }), ['account'])
    assert.deepEqual(found({ account: null }), [])
  })
})
