import { useRef } from 'react'
import type { Day } from '../../../src/kernel/day.ts'
import { useShellText } from '../language/shell-texts.ts'
import { type FieldProps, PlainField, useFieldWords } from './fields.tsx'
import type { FormValues } from './use-form.ts'

type Props<Values extends FormValues> = FieldProps<Values, string> & {
  /** Shown as the example and offered first in the calendar: the domain day is a good one. */
  example: Day
}

/** A calendar day as text, year first, as Swedish letters write it; the platform's own calendar opens beside it. */
export function DayInput<Values extends FormValues>({ form, name, example, ...words }: Props<Values>) {
  const text = useShellText()
  const calendar = useRef<HTMLInputElement>(null)
  const value = typeof form.values[name] === 'string' ? form.values[name] : ''
  const put = (typed: string) => form.set(name, typed as Values[typeof name])
  const help = text('day.help', { example })
  const fieldWords = useFieldWords({ ...words, help: words.help === undefined ? help : `${words.help} ${help}` })
  return (
    <PlainField id={form.idOf(name)} {...fieldWords} error={form.errorOf(name)}>
      {(described) => (
        <div className="k-day">
          <input
            {...described}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            dir="ltr"
            required={words.optional !== true}
            value={value}
            onChange={(event) => put(event.target.value)}
            onBlur={() => put(tidyDay(value))}
          />
          <button
            className="k-plain-button"
            type="button"
            aria-label={text('day.open', { field: words.label })}
            onClick={() => openAt(calendar.current, isWhole(value) ? value : example)}
          >
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
              <path
                d="M3 5h14v12H3zM3 9h14M7 2.500V6M13 2.500V6"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.500"
              />
            </svg>
          </button>
          <input
            className="k-day-calendar"
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => put(event.target.value)}
          />
        </div>
      )}
    </PlainField>
  )
}

const isWhole = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** `20221003`, `2022/10/3` and `2022.10.03` all mean `2022-10-03`; anything else stays as typed. */
export function tidyDay(typed: string): string {
  const parts = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(typed.trim())
  if (parts === null) return typed.trim()
  const [, year = '', month = '', day = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function openAt(calendar: HTMLInputElement | null, day: string) {
  if (calendar === null) return
  calendar.value = day
  calendar.showPicker()
}
