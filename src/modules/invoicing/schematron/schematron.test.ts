import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { writeUbl } from '../domain/index.ts'
import { parseXml } from '../read-xml.ts'
import { anInvoice, aStatement } from '../testing.ts'
import { readSchemas } from './read-schemas.ts'
import { everywhere, runSchema } from './run-schema.ts'

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const head = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:u="utils" schemaVersion="iso" queryBinding="xslt2">
  <ns uri="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" prefix="cbc"/>
  <ns uri="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" prefix="cac"/>
  <ns uri="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" prefix="ubl"/>
  <ns uri="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" prefix="cn"/>
  <ns uri="http://www.w3.org/2001/XMLSchema" prefix="xs"/>
  <ns uri="utils" prefix="u"/>`

/** A folder with one schema of the parts given, and other files beside it. */
function folderWith(parts: string, others: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'krom-sch-'))
  folders.push(folder)
  writeFileSync(join(folder, 'own.sch'), `${head}${parts}</schema>`)
  for (const [name, text] of Object.entries(others)) writeFileSync(join(folder, name), text)
  return folder
}

function findings(parts: string, text = writeUbl(anInvoice()), others?: Readonly<Record<string, string>>) {
  const document = parseXml(Buffer.from(text))
  assert.ok(document.ok)
  return readSchemas(folderWith(parts, others)).flatMap((schema) => runSchema(schema, document.value))
}

const rules = (...given: Parameters<typeof findings>) => findings(...given).map((each) => each.rule)
const assertion = (context: string, test: string, id = 'X') =>
  `<pattern><rule context="${context}"><assert id="${id}" test="${test}" flag="fatal">Wrong.</assert></rule></pattern>`

const functions = `
  <function xmlns="http://www.w3.org/1999/XSL/Transform" name="u:near" as="xs:boolean">
    <param name="exp" as="xs:decimal"/><param name="val" as="xs:decimal"/><param name="slack" as="xs:decimal"/>
    <value-of select="xs:decimal($exp + $slack) &gt;= $val and xs:decimal($exp - $slack) &lt;= $val"/>
  </function>
  <function xmlns="http://www.w3.org/1999/XSL/Transform" name="u:weighted" as="xs:boolean">
    <param name="val"/>
    <variable name="length" select="string-length($val) - 1"/>
    <variable name="digits" select="reverse(for $i in string-to-codepoints(substring($val, 0, $length + 1)) return $i - 48)"/>
    <variable name="sum" select="sum(for $i in (0 to $length - 1) return $digits[$i + 1] * (1 + ((($i + 1) mod 2) * 2)))"/>
    <value-of select="(10 - ($sum mod 10)) mod 10 = number(substring($val, $length + 1, 1))"/>
  </function>
  <function xmlns="http://www.w3.org/1999/XSL/Transform" name="u:luhn" as="xs:boolean">
    <param name="number" as="xs:string"/>
    <choose>
      <when test="not(matches($number, '^\\d+$'))"><sequence select="false()"/></when>
      <otherwise>
        <variable name="main" select="substring($number, 1, 9)"/>
        <variable name="sum" as="xs:integer"><value-of select="sum(for $p in 1 to string-length($main) return
          if ($p mod 2 = 1) then (number(substring($main, string-length($main) - $p + 1, 1)) * 2) mod 10 + (number(substring($main, string-length($main) - $p + 1, 1)) * 2) idiv 10
          else number(substring($main, string-length($main) - $p + 1, 1)))"/></variable>
        <sequence select="(10 - $sum mod 10) mod 10 = number(substring($number, 10, 1))"/>
      </otherwise>
    </choose>
  </function>
  <function xmlns="http://www.w3.org/1999/XSL/Transform" name="u:letters" as="xs:boolean">
    <param name="arg" as="xs:string?"/>
    <variable name="allowed">ABCDEF"</variable>
    <sequence select="if (string-length(translate($arg, $allowed, '')) = 0) then true() else false()"/>
  </function>
  <function xmlns="http://www.w3.org/1999/XSL/Transform" name="u:digits" as="xs:integer">
    <param name="arg" as="xs:string"/>
    <if test="$arg != ''"><sequence select="1 + u:digits(substring($arg, 2))"/></if>
    <if test="$arg = ''"><sequence select="0"/></if>
  </function>`

describe('a Schematron file', () => {
  test('tells the asserts that fail and the reports that hold, with the place and the words', () => {
    const [failed, held] = findings(`<pattern>
      <rule context="ubl:Invoice"><assert id="A" test="cbc:ID = 'x'" flag="fatal">Number <value-of select="cbc:ID"/> of <name/>.</assert>
      <assert id="B" test="cbc:ID" flag="fatal">Never.</assert><report id="C" test="cac:InvoiceLine" flag="warning">Lines.</report></rule></pattern>`)
    assert.deepEqual(failed, {
      schema: 'own.sch',
      rule: 'A',
      fatal: true,
      field: 'Invoice',
      text: 'Number F-2022-1 of Invoice.',
    })
    assert.deepEqual([held?.rule, held?.fatal], ['C', false])
  })

  test('lets a node belong to the first rule of a pattern that it fits', () => {
    const both = `<rule context="cbc:ID[. = '1']"><assert id="ONE" test="false()">1</assert></rule>
      <rule context="cac:InvoiceLine/cbc:ID"><assert id="LINE" test="false()">2</assert></rule>`
    assert.deepEqual(rules(`<pattern>${both}</pattern>`).sort(), ['LINE', 'ONE'])
  })

  test('knows variables of schema, pattern and rule', () => {
    const parts = `<let name="profile" value="if (/*/cbc:ProfileID and matches(normalize-space(/*/cbc:ProfileID), 'urn:fdc:peppol.eu:2017:poacc:billing:([0-9]{2}):1.0')) then tokenize(normalize-space(/*/cbc:ProfileID), ':')[7] else 'Unknown'"/>
      <let name="currency" value="/*/cbc:DocumentCurrencyCode"/>
      <pattern><let name="wanted" value="tokenize('01 02', '\\s')"/><rule context="/ubl:Invoice[$currency = 'SEK']">
        <let name="net" value="if (cac:LegalMonetaryTotal) then xs:decimal(cac:LegalMonetaryTotal/cbc:PayableAmount) else 0"/>
        <let name="twice" value="$net * 2"/>
        <assert id="GOOD" test="some $code in $wanted satisfies $profile = $code">No.</assert>
        <assert id="BAD" test="$twice = 1">Twice.</assert></rule></pattern>`
    assert.deepEqual(rules(parts), ['BAD'])
  })

  test('fills abstract patterns, extends abstract rules and takes in what it includes', () => {
    const abstract = `<pattern abstract="true" id="cap"><rule context="$where"><assert id="CAP" test="$what &lt; $most">Much.</assert></rule></pattern>
      <pattern is-a="cap"><param name="where" value="cac:LegalMonetaryTotal"/><param name="what" value="cbc:PayableAmount"/><param name="most" value="100"/></pattern>
      <pattern><rule abstract="true" id="always"><assert id="EXT" test="false()">Extended.</assert></rule><rule context="cac:Price"><extends rule="always"/></rule></pattern>
      <include href="part.xml"/>`
    const part = `<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="cac:OrderReference"><assert id="INC" test="false()">Included.</assert></rule></pattern>`
    assert.deepEqual(rules(abstract, undefined, { 'part.xml': part }), ['CAP', 'EXT', 'EXT', 'INC'])
    assert.throws(() => rules('<include href="../../etc/hostname"/>'), /not there/)
  })

  test('runs the functions that it declares', () => {
    const check = (test: string) => rules(`${functions}${assertion('ubl:Invoice', test)}`)
    assert.deepEqual(check('u:near(1500, cac:LegalMonetaryTotal/cbc:PayableAmount, 0.02)'), [])
    assert.deepEqual(check('u:near(1499, cac:LegalMonetaryTotal/cbc:PayableAmount, 0.02)'), ['X'])
    assert.deepEqual(check("u:weighted('7300010000001')"), [])
    assert.deepEqual(check("u:weighted('7300010000002')"), ['X'])
    assert.deepEqual(check("u:luhn(normalize-space('2021002114'))"), [])
    assert.deepEqual(check("u:luhn('2021002115')"), ['X'])
    assert.deepEqual(check("u:luhn('20210021-4')"), ['X'])
    assert.deepEqual(check("u:letters('ABC') and not(u:letters('ABX')) and u:letters(())"), [])
    assert.deepEqual(check("u:digits('12345') = 5"), [])
  })

  test('reckons as the official rules do', () => {
    const lines = 'sum(//(cac:InvoiceLine|cac:CreditNoteLine)/xs:decimal(cbc:LineExtensionAmount))'
    const total = `(xs:decimal(cbc:LineExtensionAmount) = (round(${lines} * 10 * 10) div 100))`
    assert.deepEqual(rules(assertion('cac:LegalMonetaryTotal', total)), [])
    const many = writeUbl(anInvoice({ statement: aStatement([0.1, 0.2, 1210.07, -3.33]) }))
    assert.deepEqual(rules(assertion('cac:LegalMonetaryTotal', total), many), [])
    assert.deepEqual(
      rules(
        assertion('cac:LegalMonetaryTotal', total),
        many.replace(
          '<cbc:LineExtensionAmount currencyID="SEK">1207.04',
          '<cbc:LineExtensionAmount currencyID="SEK">1207.05',
        ),
      ),
      ['X'],
    )
    const vat =
      "/*/cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID = 'VAT']/substring(cbc:CompanyID, 1, 2) = 'SE'"
    assert.deepEqual(rules(assertion('ubl:Invoice', vat)), [])
    const numeric = "string(number(normalize-space(.))) != 'NaN' and string-length(normalize-space(.)) &gt;= 2"
    assert.deepEqual(
      rules(
        assertion(
          "//cac:PaymentMeans[//cac:AccountingSupplierParty and normalize-space(cbc:PaymentMeansCode) = '30']/cac:PayeeFinancialAccount/cbc:ID",
          numeric,
        ),
      ),
      [],
    )
    assert.deepEqual(rules(assertion('cbc:EndpointID', "@schemeID = '0007' and exists(@schemeID)")), [])
    assert.deepEqual(
      rules(assertion('cbc:IssueDate', "xs:date(text()) &gt;= xs:date('2022-01-01') and . castable as xs:date")),
      [],
    )
    assert.deepEqual(rules(assertion('//*[not(*) and not(normalize-space())]', 'false()')), [])
    assert.deepEqual(rules(assertion("cbc:Percent | cbc:Note[contains(., '|')]", '. = 25')).length, 3)
    assert.deepEqual(
      rules(
        assertion('ubl:Invoice', 'every $c in cbc:TaxCurrencyCode satisfies exists(//cac:TaxTotal[@currencyID = $c])'),
      ),
      [],
    )
  })

  test('that is not understood is never passed over', () => {
    assert.throws(() => rules(assertion('ubl:Invoice', 'unknown-function(.)')), /X: /)
    assert.throws(
      () => rules(`<function xmlns="http://www.w3.org/1999/XSL/Transform" name="u:x"><message/></function>`),
      /xsl:message/,
    )
    assert.throws(() => readSchemas(join(tmpdir(), 'krom-nothing-here')), /no \.sch files/)
    assert.throws(() => readSchemas(folderWith('', { 'b.sch': '<a/>' })), /b\.sch: no Schematron/)
  })

  test('has contexts that begin at the root or are looked for everywhere', () => {
    assert.equal(everywhere("a[b | c] | /d | e['|']"), "//a[b | c] | /d | //e['|']")
  })
})
