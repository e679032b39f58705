import { parseDay } from '../../../../src/kernel/day.ts'
import type { FormValues, Missing } from '../../ui/use-form.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

type Kind = 'text' | 'day' | 'number'

/** What a field must hold; a trailing `?` lets it be empty. `[kind, label]` by the field's name. */
export type Wanted<Values> = Partial<Record<keyof Values & string, readonly [kind: Kind | `${Kind}?`, label: string]>>

/** Finds what is missing or unreadable before anything is sent, and says it with the field's own label. */
export function useCheck() {
  const text = useText()
  return <Values extends FormValues>(values: Values, wanted: Wanted<Values>): Missing<Values>[] =>
    (Object.keys(wanted) as (keyof Values & string)[]).flatMap((field) => {
      const [asked, label] = wanted[field] ?? ['text?', '']
      const value = values[field]
      const typed = typeof value === 'string' ? value.trim() : ''
      const kind = asked.replace('?', '') as Kind
      if (typed === '') return asked.endsWith('?') ? [] : [{ field, title: text('check.required', { label }) }]
      return isReadable(typed, kind) ? [] : [{ field, title: text(`check.${kind}`, { label }) }]
    })
}

function isReadable(typed: string, kind: Kind): boolean {
  if (kind === 'day') return parseDay(typed).ok
  return kind === 'text' || typedNumber(typed) !== null
}
