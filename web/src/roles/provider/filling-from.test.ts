import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormState } from '../../ui/use-form.ts'
import { fillingFrom } from './filling-from.ts'

type Values = { corrects: string; kind: string; words: string }

const known: Readonly<Record<string, { kind: string; words: string }>> = {
  one: { kind: 'aid', words: 'En hörslinga behövs' },
  two: { kind: 'interpreter', words: 'Tolk i dari' },
}
const saidBy = (corrected: string) => known[corrected] ?? { kind: '', words: '' }

/** A form in a variable: as the screen reads it anew between two choices. */
function aForm(typed: Partial<Values> = {}) {
  const values: Values = { corrects: '', kind: '', words: '', ...typed }
  const form = {
    values,
    set: (name: keyof Values, value: string) => Object.assign(values, { [name]: value }),
  } as unknown as FormState<Values>
  const choose = (corrects: string) =>
    fillingFrom({ ...form, values: { ...values } }, saidBy, 'words').set('corrects', corrects)
  return { values, choose }
}

test('choosing what is corrected fills in what it said, and choosing another what that said', () => {
  const { values, choose } = aForm()
  choose('one')
  assert.deepEqual(values, { corrects: 'one', ...known.one })
  choose('two')
  assert.deepEqual(values, { corrects: 'two', ...known.two })
  choose('')
  assert.deepEqual(values, { corrects: '', kind: '', words: '' })
})

test('words of one’s own are never written over', () => {
  const { values, choose } = aForm({ words: 'Det jag nyss skrev' })
  choose('one')
  assert.deepEqual(values, { corrects: 'one', kind: 'aid', words: 'Det jag nyss skrev' })
})
