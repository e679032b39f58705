import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ore, sum } from '../../kernel/money.ts'
import { checkInvoice, type Invoice, readUbl, ruleWords, signedOre, writeUbl } from './domain/index.ts'
import {
  arithmeticMutations,
  codeMutations,
  type Mutation,
  structureMutations,
  swedishMutations,
} from './domain/mutations.cases.ts'
import { readXml } from './read-xml.ts'
import { anInvoice, aStatement, documentOf } from './testing.ts'

const documents: Readonly<Record<NonNullable<Mutation['on']> | 'plain', Invoice>> = {
  plain: anInvoice(),
  'credit-note': anInvoice({ statement: aStatement([-2000, 500]), preceding: ['F-1'] }),
  taxed: anInvoice({ vat: { category: 'S', percent: 25, reason: null } }),
  plusgiro: anInvoice({ account: { kind: 'plusgiro', number: '123455' } }),
}

const rulesOfText = (text: string): string[] => {
  const read = readXml(Buffer.from(text))
  assert.ok(read.ok, read.ok ? '' : read.problem.code)
  return [...new Set(checkInvoice(read.value).map((each) => each.rule))]
}

describe('an invoice', () => {
  test('says what the statement says, to the öre, line by line', () => {
    const statement = aStatement([2000, -500])
    const invoice = anInvoice({ statement })
    assert.equal(invoice.kind, 'invoice')
    assert.equal(sum(invoice.lines.map((line) => line.netOre)), statement.totalOre)
    assert.deepEqual([invoice.netOre, invoice.vatOre, invoice.payableOre], [150_000, 0, 150_000])
    assert.equal(invoice.dueOn, '2022-11-02')
    assert.deepEqual([invoice.firstDay, invoice.lastDay], ['2022-09-01', '2022-09-30'])
  })

  test('of a month that takes back is a credit note with positive amounts', () => {
    const credit = documents['credit-note']
    assert.equal(credit.kind, 'credit-note')
    assert.deepEqual(
      credit.lines.map((line) => line.netOre),
      [200_000, -50_000],
    )
    assert.deepEqual([credit.payableOre, signedOre(credit), credit.dueOn], [150_000, -150_000, null])
    assert.match(writeUbl(credit), /<cac:InvoiceDocumentReference>\s*<cbc:ID>F-1</)
  })

  test('with value added tax rounds it once, half up, on top of the statement', () => {
    const taxed = anInvoice({
      statement: aStatement([0.01, 0.01]),
      vat: { category: 'S', percent: 25, reason: null },
    })
    assert.deepEqual([taxed.netOre, taxed.vatOre, taxed.payableOre], [2, 1, 3])
    assert.deepEqual(rulesOfText(writeUbl(taxed)), [])
  })

  test('whose lines are not the statement is never built', () => {
    assert.throws(() => anInvoice({ statement: { ...aStatement([1]), totalOre: ore(1) } }), /sum of its lines/)
  })

  test('comes back the same from its document', () => {
    for (const [name, invoice] of Object.entries(documents)) {
      const read = readXml(documentOf(invoice))
      assert.ok(read.ok)
      assert.deepEqual(readUbl(read.value), invoice, name)
    }
  })

  test('carries characters that XML knows as its own', () => {
    const invoice = anInvoice({ name: 'Bröd & <Smör> "AB"' })
    const read = readXml(documentOf(invoice))
    assert.ok(read.ok)
    assert.equal(readUbl(read.value).seller.name, 'Bröd & <Smör> "AB"')
    assert.throws(() => writeUbl(anInvoice({ name: 'noll\u0000' })), /cannot carry/)
  })

  test('passes every check, in all its forms', () => {
    for (const [name, invoice] of Object.entries(documents)) assert.deepEqual(rulesOfText(writeUbl(invoice)), [], name)
  })
})

const broken = (mutation: Mutation): string => {
  const good = writeUbl(documents[mutation.on ?? 'plain'])
  return mutation.edits.reduce((text, [from, to]) => {
    const edited = text.replace(from, to)
    assert.ok(edited !== text, `${mutation.rule}: ${String(from)} is not in the document`)
    return edited
  }, good)
}

describe('a broken document is refused by exactly the rule that it breaks', () => {
  for (const mutation of [...swedishMutations, ...structureMutations, ...codeMutations, ...arithmeticMutations]) {
    test(`${mutation.rule}: ${mutation.why}`, () => {
      assert.deepEqual(rulesOfText(broken(mutation)), [mutation.rule])
    })
  }

  test('all thirteen Swedish rules are tried', () => {
    const tried = swedishMutations.map((each) => each.rule)
    const wanted = Array.from({ length: 13 }, (_, index) => `SE-R-${String(index + 1).padStart(3, '0')}`)
    assert.deepEqual(tried, wanted)
  })

  test('an invoice to be paid backwards is told to be a credit note', () => {
    const { plain } = documents
    const back: Invoice = {
      ...plain,
      lines: plain.lines.map((line) => ({ ...line, netOre: ore(-line.netOre) })),
      netOre: ore(-plain.netOre),
      payableOre: ore(-plain.payableOre),
    }
    assert.deepEqual(rulesOfText(writeUbl(back)), ['KROM-NEGATIVE'])
  })

  test('each says field, cause and cure in both languages', () => {
    for (const mutation of [...swedishMutations, ...structureMutations, ...codeMutations, ...arithmeticMutations]) {
      const read = readXml(Buffer.from(broken(mutation)))
      assert.ok(read.ok)
      const [found] = checkInvoice(read.value)
      assert.ok(found)
      assert.notEqual(found.field, '')
      for (const language of ['sv', 'en'] as const) {
        const { what, cure } = ruleWords(found, language)
        assert.doesNotMatch(what + cure, /[{}]/, `${mutation.rule} ${language}`)
        assert.ok(what.length > 5 && cure.length > 3)
      }
    }
  })
})

describe('a file that is no honest XML', () => {
  const codeOf = (bytes: Buffer | string) => {
    const read = readXml(Buffer.from(bytes))
    return read.ok ? null : read.problem.code
  }
  const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>`
  const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'

  test('is refused with the reason', () => {
    assert.equal(codeOf(''), 'xml-empty')
    assert.equal(codeOf('fakturan kommer i ett annat brev'), 'xml-malformed')
    assert.equal(codeOf('<Invoice><cbc:ID>1</Invoice>'), 'xml-malformed')
    assert.equal(codeOf(bomb), 'xml-document-type')
    assert.equal(codeOf(outside), 'xml-document-type')
    assert.equal(codeOf(Buffer.from('<a>\xe5</a>', 'latin1')), 'xml-encoding')
    assert.equal(codeOf('<?xml version="1.0" encoding="ISO-8859-1"?><a/>'), 'xml-encoding')
    assert.equal(codeOf(Buffer.from('<a/>', 'utf16le')), 'xml-malformed')
    assert.equal(codeOf('<a>'.repeat(200) + '</a>'.repeat(200)), 'xml-too-deep')
    assert.equal(codeOf(Buffer.alloc(10 * 1024 * 1024 + 1, 32)), 'file-too-large')
    assert.equal(codeOf(`<r>${'<a/>'.repeat(1_000_000)}</r>`), 'xml-too-deep')
  })

  test('but one that begins with a byte order mark is read', () => {
    assert.equal(codeOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), documentOf(documents.plain)])), null)
  })
})

test('amounts of 10^15 kronor and negative ones are refused by name', () => {
  const text = writeUbl(anInvoice())
  assert.deepEqual(rulesOfText(text.replaceAll('1500.00', '1000000000000000.00')), ['KROM-TOO-LARGE'])
  assert.deepEqual(rulesOfText(text.replaceAll('1500.00', '-1500.00')), ['BR-CO-10', 'BR-E-08', 'KROM-NEGATIVE'])
})
