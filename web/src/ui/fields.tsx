import { Checkbox } from '@midas-ds/components/checkbox'
import { Radio, RadioGroup } from '@midas-ds/components/radio'
import { TextArea, TextField } from '@midas-ds/components/textfield'
import { type ReactNode, useId } from 'react'
import { useShellText } from '../language/shell-texts.ts'
import type { FormState, FormValue, FormValues } from './use-form.ts'

/** The names of a form's fields that hold a `Kind`; of a form whose fields are not known beforehand, every name. */
export type NameOf<Values, Kind> = {
  [Name in keyof Values]: FormValue extends Values[Name] ? Name : Values[Name] extends Kind ? Name : never
}[keyof Values] &
  string

export type FieldProps<Values extends FormValues, Kind extends FormValue> = {
  form: FormState<Values>
  name: NameOf<Values, Kind>
  label: string
  /** What to write and why it is asked. */
  help?: string
  optional?: boolean
  /** Filled in from what is already known. */
  known?: boolean
}

/** What every field says beside its label. */
export function useFieldWords({
  label,
  help,
  optional,
  known,
}: {
  label: string
  help?: string
  optional?: boolean
  known?: boolean
}) {
  const text = useShellText()
  const words = [...(help === undefined ? [] : [help]), ...(known === true ? [`${text('form.known')}.`] : [])]
  return {
    label: optional === true ? `${label} ${text('form.optional')}` : label,
    ...(words.length === 0 ? {} : { description: words.join(' ') }),
  }
}

const textOf = <Values extends FormValues>(form: FormState<Values>, name: string): string => {
  const value = form.values[name]
  return typeof value === 'string' ? value : ''
}

/** Tells the form a value whose kind `NameOf` has already checked. */
const put = <Values extends FormValues>(form: FormState<Values>, name: keyof Values, value: FormValue) =>
  form.set(name, value as Values[typeof name])

const errorFor = <Values extends FormValues>(form: FormState<Values>, name: string) => {
  const errorMessage = form.errorOf(name)
  return errorMessage === undefined ? { isInvalid: false } : { isInvalid: true, errorMessage }
}

type TextProps<Values extends FormValues> = FieldProps<Values, string> & {
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel'
  autoComplete?: string
}

/** One line of text; numbers too (`inputMode`), kept as typed. */
export function TextInput<Values extends FormValues>({
  form,
  name,
  inputMode,
  autoComplete,
  ...words
}: TextProps<Values>) {
  return (
    <TextField
      {...useFieldWords(words)}
      {...errorFor(form, name)}
      id={form.idOf(name)}
      name={name}
      inputMode={inputMode ?? 'text'}
      autoComplete={autoComplete ?? 'off'}
      validationBehavior="aria"
      isRequired={words.optional !== true}
      value={textOf(form, name)}
      onChange={(value) => put(form, name, value)}
    />
  )
}

/** Several lines of text. */
export function LongTextInput<Values extends FormValues>({ form, name, ...words }: FieldProps<Values, string>) {
  return (
    <TextArea
      {...useFieldWords(words)}
      {...errorFor(form, name)}
      id={form.idOf(name)}
      name={name}
      validationBehavior="aria"
      isRequired={words.optional !== true}
      value={textOf(form, name)}
      onChange={(value) => put(form, name, value)}
    />
  )
}

export type Choice = { value: string; label: string; help?: string }

/** One of a few, all in sight. */
export function ChoiceInput<Values extends FormValues>({
  form,
  name,
  choices,
  ...words
}: FieldProps<Values, string> & { choices: readonly Choice[] }) {
  return (
    <div id={form.idOf(name)}>
      <RadioGroup
        {...useFieldWords(words)}
        {...errorFor(form, name)}
        name={name}
        validationBehavior="aria"
        isRequired={words.optional !== true}
        value={textOf(form, name)}
        onChange={(value) => put(form, name, value)}
      >
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value}>
            <span>
              {choice.label}
              {choice.help !== undefined && <span className="k-quiet k-small k-block">{choice.help}</span>}
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  )
}

/** Yes or no, in a whole sentence. */
export function CheckInput<Values extends FormValues>({ form, name, label, help }: FieldProps<Values, boolean>) {
  return (
    <div id={form.idOf(name)}>
      <Checkbox
        {...errorFor(form, name)}
        {...(help === undefined ? {} : { description: help })}
        name={name}
        validationBehavior="aria"
        isSelected={form.values[name] === true}
        onChange={(value) => put(form, name, value)}
      >
        {label}
      </Checkbox>
    </div>
  )
}

/** One of many: the platform's own list, which every phone and screen reader knows. */
export function SelectInput<Values extends FormValues>({
  form,
  name,
  choices,
  ...words
}: FieldProps<Values, string> & { choices: readonly Choice[] }) {
  const text = useShellText()
  return (
    <PlainField id={form.idOf(name)} {...useFieldWords(words)} error={form.errorOf(name)}>
      {(described) => (
        <select
          {...described}
          name={name}
          required={words.optional !== true}
          value={textOf(form, name)}
          onChange={(event) => put(form, name, event.target.value)}
        >
          <option value="">{text('form.choose')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </PlainField>
  )
}

/** One file. `accept` as in HTML; the server checks type and size by content. */
export function FileInput<Values extends FormValues>({
  form,
  name,
  accept,
  ...words
}: FieldProps<Values, File | null> & { accept: string }) {
  return (
    <PlainField id={form.idOf(name)} {...useFieldWords(words)} error={form.errorOf(name)}>
      {(described) => (
        <input
          {...described}
          type="file"
          name={name}
          accept={accept}
          required={words.optional !== true}
          onChange={(event) => put(form, name, event.target.files?.[0] ?? null)}
        />
      )}
    </PlainField>
  )
}

type Described = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }
type PlainProps = {
  id: string
  label: string
  description?: string | undefined
  error: string | undefined
  children: (described: Described) => ReactNode
}

/** Label, help and error around a control of the platform's own. */
export function PlainField({ id, label, description, error, children }: PlainProps) {
  const words = useId()
  const ids = [
    ...(error === undefined ? [] : [`${words}-error`]),
    ...(description === undefined ? [] : [`${words}-help`]),
  ]
  return (
    <div className="k-field">
      <label htmlFor={id}>{label}</label>
      {description !== undefined && (
        <p className="k-quiet k-small" id={`${words}-help`}>
          {description}
        </p>
      )}
      {error !== undefined && (
        <p className="k-field-error" id={`${words}-error`}>
          {error}
        </p>
      )}
      {children({
        id,
        ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
        ...(error === undefined ? {} : { 'aria-invalid': true as const }),
      })}
    </div>
  )
}
