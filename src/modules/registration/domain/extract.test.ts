import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { must } from '../../../kernel/result.ts'
import { separatorOf, splitRows } from '../../../kernel/split-rows.ts'
import { anExtractRow, extractDay } from '../testing.ts'
import { refusedCells } from './extract.cases.ts'
import { type ExtractColumn, extractColumns, readHeader, readRow } from './extract.ts'

const header = must(readHeader(extractColumns))

function read(cells: Parameters<typeof anExtractRow>[1] = {}) {
  const row = anExtractRow(0, cells)
  return readRow({ line: 7, cells: extractColumns.map((column) => row[column]), broken: false }, header, extractDay)
}

for (const { column, cell, reason } of refusedCells) {
  test(`a row with ${column} '${cell.slice(0, 20)}' is refused as ${reason}`, () => {
    const place = { line: 7, column: extractColumns.indexOf(column) + 1, field: column, reason }
    const found = read({ [column]: cell })
    assert.ok(Array.isArray(found))
    assert.deepEqual(
      found.map(({ values: _values, ...each }) => each),
      [place],
    )
  })
}

test('a good row tells of the person in the codes of the house', () => {
  const row = read({ sprak: 'Persiska', ssyk: '5120 2512', skyddade_uppgifter: 'skyddad folkbokforing', program: '' })
  assert.ok(!Array.isArray(row))
  assert.equal(row.sex, 'female')
  assert.equal(row.language, 'fa')
  assert.deepEqual(row.ssyk, ['5120', '2512'])
  assert.equal(row.protection, 'protected-registration')
  assert.equal(row.programme, null)
  assert.equal(row.email, null)
})

test('unknown education needs no word on completion', () => {
  const row = read({ utbildning: '', fullfoljd: '' })
  assert.ok(!Array.isArray(row))
  assert.equal(row.education, 'unknown')
  assert.equal(row.educationCompleted, null)
})

test('all faults of a row are told at once', () => {
  const found = read({ fornamn: '', tolk: 'j', kon: 'X' })
  assert.ok(Array.isArray(found))
  assert.deepEqual(new Set(found.map((each) => each.field)), new Set(['fornamn', 'tolk', 'kon']))
})

test('a row of another width is refused whole, with what was found and expected', () => {
  const refuse = (cells: string[], broken = false) => readRow({ line: 3, cells, broken }, header, extractDay)
  assert.deepEqual(refuse(['trasig']), [
    { line: 3, column: null, field: null, reason: 'too-few-columns', values: { found: 1, expected: 22 } },
  ])
  assert.deepEqual(refuse(Array(23).fill('x')), [
    { line: 3, column: null, field: null, reason: 'too-many-columns', values: { found: 23, expected: 22 } },
  ])
  assert.deepEqual(refuse([], true), [{ line: 3, column: null, field: null, reason: 'unclosed-quote', values: {} }])
})

test('columns may stand in any order and case, but each exactly once', () => {
  const refusal = (names: readonly string[]) => {
    const result = readHeader(names)
    return result.ok ? null : result.problem
  }
  assert.equal(refusal([...extractColumns].reverse().map((name) => ` ${name.toUpperCase()}`)), null)
  assert.deepEqual(refusal(extractColumns.slice(1)), { code: 'missing-column', values: { column: 'personnummer' } })
  assert.deepEqual(refusal([...extractColumns, 'lön']), { code: 'unknown-column', values: { column: 'lön' } })
  assert.deepEqual(refusal([...extractColumns, 'kon']), { code: 'repeated-column', values: { column: 'kon' } })
  const reversed = must(readHeader([...extractColumns].reverse()))
  assert.equal(reversed.places['personnummer' satisfies ExtractColumn], 21)
})

const rowsIn = (text: string) => [...splitRows(text, separatorOf(text))]

test('rows know the line they begin on, past empty lines, marks and quoted breaks', () => {
  const text = '\uFEFFa;b\r\n\r\n1;"två\r\nrader"\r\n"x ""y""";\n'
  assert.deepEqual(rowsIn(text), [
    { line: 1, cells: ['a', 'b'], broken: false },
    { line: 3, cells: ['1', 'två\r\nrader'], broken: false },
    { line: 5, cells: ['x "y"', ''], broken: false },
  ])
})

test('a forgotten quote spoils its own line only', () => {
  assert.deepEqual(
    rowsIn('a;b\n1;"2\n3;4\n').map(({ line, broken }) => ({ line, broken })),
    [
      { line: 1, broken: false },
      { line: 2, broken: true },
      { line: 3, broken: false },
    ],
  )
})

test('whatever is written with quotes is read back', () => {
  const cell = fc.string({ maxLength: 12 }).filter((text) => text.split('\n').length <= 3)
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(table, fc.constantFrom(';', ',', '\t'), (rows, separator) => {
      const line = (cells: string[]) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(separator)
      const text = rows.map(line).join('\r\n')
      assert.deepEqual(
        [...splitRows(text, separator as ';')].map((row) => row.cells),
        rows,
      )
    }),
  )
})
