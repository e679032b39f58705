import { useRef } from 'react'
import { useShellText } from '../language/shell-texts.ts'
import { type FieldProps, PlainField, useFieldWords } from './fields.tsx'
import { leftToRight, tidyDay } from './typed-day.ts'
import type { FormValues } from './use-form.ts'

type Props<Values extends FormValues> = FieldProps<Values, string> & {
  /** Shown as the example and offered first in the calendar: the domain day is a good one. */
  example: string
}

/** A day in a form. */
export function DayInput<Values extends FormValues>({ form, name, example, ...words }: Props<Values>) {
  const value = form.values[name]
  return (
    <DayField
      {...useFieldWords(words)}
      id={form.idOf(name)}
      name={name}
      example={example}
      required={words.optional !== true}
      error={form.errorOf(name)}
      value={typeof value === 'string' ? value : ''}
      onChange={(typed) => form.set(name, typed as Values[typeof name])}
    />
  )
}

type FieldOwnProps = {
  id: string
  label: string
  description?: string
  name?: string
  example: string
  required?: boolean
  error: string | undefined
  value: string
  onChange: (typed: string) => void
}

/** A calendar day as text, year first, as Swedish letters write it; the platform's own calendar opens beside it. */
export function DayField({
  id,
  label,
  description,
  name,
  example,
  required = false,
  error,
  value,
  onChange,
}: FieldOwnProps) {
  const text = useShellText()
  const calendar = useRef<HTMLInputElement>(null)
  const help = text('day.help', { example: leftToRight(example) })
  return (
    <PlainField
      id={id}
      label={label}
      description={description === undefined ? help : `${description} ${help}`}
      error={error}
    >
      {(described) => (
        <div className="k-day">
          <input
            {...described}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            dir="ltr"
            required={required}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => onChange(tidyDay(value))}
          />
          <button
            className="k-plain-button"
            type="button"
            aria-label={text('day.open', { field: label })}
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
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
    </PlainField>
  )
}

const isWhole = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

function openAt(calendar: HTMLInputElement | null, day: string) {
  if (calendar === null) return
  calendar.value = day
  calendar.showPicker()
}
