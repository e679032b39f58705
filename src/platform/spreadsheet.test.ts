import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { type SheetTable, spreadsheet } from './spreadsheet.ts'

interface Row {
  readonly who: string
  readonly ore: number | null
  readonly n: number
}

const table = (...rows: readonly Row[]): SheetTable<Row> => ({
  name: 'prov',
  columns: [
    { title: 'Vem', kind: 'text', value: (row) => row.who },
    { title: 'Belopp; kronor', kind: 'ore', value: (row) => row.ore },
    { title: 'Antal', kind: 'number', value: (row) => row.n },
  ],
  rows,
})

test('CSV has semicolons, a decimal comma, its mark, and quotes where they are needed', async () => {
  const file = await spreadsheet(
    table({ who: 'Ås; "Nord"', ore: -123_456, n: 2.5 }, { who: 'B', ore: null, n: 0 }),
    'csv',
  )
  assert.equal(file.body, '\uFEFFVem;"Belopp; kronor";Antal\r\n"Ås; ""Nord""";-1234,56;2,5\r\nB;;0\r\n')
  assert.deepEqual([file.fileName, file.mediaType], ['prov.csv', 'text/csv; charset=utf-8'])
})

test('text that a spreadsheet would run as a formula is kept as text', async () => {
  for (const who of ['=1+1', '+46', '-2', '@SUM(A1)', '\t=1', ' =1']) {
    const { body } = await spreadsheet(table({ who, ore: 1, n: 1 }), 'csv')
    assert.match(String(body).split('\r\n')[1] ?? '', /^'/, who)
  }
})

test('Excel holds amounts as numbers in kronor and formulas as text', async () => {
  const file = await spreadsheet(table({ who: '=1+1', ore: -123_456, n: 7 }), 'xlsx')
  assert.equal(file.fileName, 'prov.xlsx')
  const parts = partsOf(file.body as Buffer)
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  assert.match(sheet, /<v>-1234\.56<\/v>/)
  assert.doesNotMatch(sheet, /<f>/)
  assert.match(`${sheet}${parts.get('xl/sharedStrings.xml')}`, /=1\+1/)
})

/** The files inside a zip archive, by its directory at the end. */
function partsOf(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const parts = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, named] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const local = zip.readUInt32LE(at + 42)
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(begin, begin + size)
    parts.set(zip.toString('utf8', at + 46, at + 46 + named), (method === 0 ? bytes : inflateRawSync(bytes)).toString())
    at += 46 + named + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}
