import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitRows } from '../../../../src/kernel/split-rows.ts'
import { piecesOf } from './file-pieces.ts'

const header = 'externalId;kind;note'
/** As the server reads it: line, key and note of each row under the header. */
const rowsOf = async (piece: File, encoding = 'utf-8') => {
  const [first, ...rows] = splitRows(new TextDecoder(encoding).decode(await piece.arrayBuffer()), ';')
  assert.deepEqual(first?.cells, header.split(';'))
  return rows.map(({ line, cells: [key, , note] }) => [line, key, note])
}
const csv = (text: string | Buffer<ArrayBuffer>) => new File([text], 'logg.csv', { type: 'text/csv' })

test('a short file goes as it is', async () => {
  const file = csv(`${header}\nA-1;activity;\n`)
  assert.deepEqual(await piecesOf(file, 2), [file])
})

test('a long one goes in pieces, and each row keeps its line and its letters', async () => {
  const lines = [
    header,
    'A-1;activity;å',
    '',
    'A-2;activity;"två',
    'rader; och ""citat"""',
    'A-3;activity;ö',
    'A-4;activity;',
    'A-5;activity;é',
  ]
  const expected = [
    [2, 'A-1', 'å'],
    [4, 'A-2', 'två\nrader; och "citat"'],
    [6, 'A-3', 'ö'],
    [7, 'A-4', ''],
    [8, 'A-5', 'é'],
  ]
  for (const text of [lines.join('\n'), `\uFEFF${lines.join('\r\n')}\r\n`]) {
    const pieces = await piecesOf(csv(text), 2)
    assert.equal(pieces.length, 3)
    const rows = (await Promise.all(pieces.map((piece) => rowsOf(piece)))).flat()
    assert.deepEqual(
      rows.map(([line, key, note]) => [line, key, typeof note === 'string' ? note.replace('\r\n', '\n') : note]),
      expected,
    )
  }
  const older = await piecesOf(csv(Buffer.from(lines.join('\n'), 'latin1')), 2)
  assert.deepEqual((await Promise.all(older.map((piece) => rowsOf(piece, 'windows-1252')))).flat(), expected)
})

test('five thousand rows are five pieces, told by the lines of the whole file', async () => {
  const text = [header, ...Array.from({ length: 5000 }, (_, index) => `R-${index};activity;`)].join('\n')
  const pieces = await piecesOf(csv(text), 1000)
  assert.equal(pieces.length, 5)
  assert.deepEqual((await rowsOf(pieces[4] ?? csv('')))[999], [5001, 'R-4999', ''])
})

test('what is not text is left to be refused whole', async () => {
  const file = csv(Buffer.from([0x50, 0x4b, 0, 0, 10, 10, 10, 10]))
  assert.deepEqual(await piecesOf(file, 1), [file])
})
