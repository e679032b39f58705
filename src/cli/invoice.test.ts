import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { anInvoice, documentOf } from '../modules/invoicing/testing.ts'
import { invoiceVerb } from './invoice.ts'

const folder = mkdtempSync(join(tmpdir(), 'krom-invoice-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, bytes: Buffer | string): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

/** What the verb prints, line by line, and its exit code. */
async function said(...args: string[]) {
  const lines: string[] = []
  const streams = [process.stdout, process.stderr]
  const writes = streams.map((stream) => stream.write)
  for (const stream of streams) stream.write = ((text: string) => lines.push(text) > 0) as typeof stream.write
  try {
    const code = await invoiceVerb.run(args)
    return { code, lines: lines.join('').trim().split('\n') }
  } finally {
    for (const [index, stream] of streams.entries()) stream.write = writes[index] ?? stream.write
  }
}

const good = documentOf(anInvoice())

test('a good invoice passes, and full conformance is not claimed', async () => {
  const { code, lines } = await said('check', file('good.xml', good))
  assert.equal(code, 0)
  assert.equal(lines.length, 1)
  const about = JSON.parse(lines[0] ?? '')
  assert.deepEqual([about.number, about.kind, about.fatal], ['F-2022-1', 'invoice', 0])
  assert.match(about.conformance, /own checks only, full conformance is not claimed/)
})

test('a broken one is told rule by rule in the language that is asked for', async () => {
  const broken = file('broken.xml', good.toString().replace('>9912346<', '>991-2346<'))
  const { code, lines } = await said('check', broken, '--language', 'sv')
  assert.equal(code, 1)
  const [first] = lines.map((line) => JSON.parse(line))
  assert.deepEqual([first.rule, first.by], ['SE-R-008', 'krom'])
  assert.match(first.text, /Bankgironumret ”991-2346”/)
  assert.equal(JSON.parse((await said('check', file('x.xml', 'x'))).lines[0] ?? '').rule, 'xml-malformed')
})

test('the Schematron files of a folder are run as well', async () => {
  const schema = `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="cbc" uri="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"/>
    <pattern><rule context="cbc:IssueDate"><assert id="OWN-1" test="false()" flag="warning">Never.</assert><assert id="OWN-2" test=". = 'x'" flag="fatal">Day.</assert></rule></pattern></schema>`
  file('own.sch', schema)
  const { code, lines } = await said('check', file('good.xml', good), '--schematron', folder)
  assert.equal(code, 1)
  const told = lines.map((line) => JSON.parse(line))
  assert.deepEqual(
    told.slice(0, 2).map((each) => [each.rule, each.fatal]),
    [
      ['OWN-1', false],
      ['OWN-2', true],
    ],
  )
  assert.deepEqual([told[2].fatal, told[2].warnings, told[2].schematron], [1, 1, ['own.sch']])
})

test('wrong use is told', async () => {
  assert.equal((await said('check')).code, 2)
  assert.equal((await said('send', 'x')).code, 2)
  assert.equal((await said('check', join(folder, 'nowhere.xml'))).code, 2)
  assert.equal((await said('check', file('good.xml', good), '--language', 'fi')).code, 2)
  assert.equal((await said('check', file('good.xml', good), '--schematron', join(folder, 'nowhere'))).code, 2)
})
