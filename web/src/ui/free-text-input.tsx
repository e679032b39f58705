import { Suspense } from 'react'
import { type PointedOut, pointOut } from '../../../src/kernel/sensitive-words.ts'
import { defineTexts, useTexts } from '../language/define-texts.ts'
import { useShellText } from '../language/shell-texts.ts'
import { CheckInput, type FieldProps, LongTextInput, type NameOf } from './fields.tsx'
import type { FormState, FormValues, Missing } from './use-form.ts'

const sensitiveTexts = defineTexts({
  sv: () => import('../language/texts/sensitive.sv.ts'),
  'sv-x-latt': () => import('../language/texts/sensitive.sv-x-latt.ts'),
  en: () => import('../language/texts/sensitive.en.ts'),
  ar: () => import('../language/texts/sensitive.ar.ts'),
})

type Seen<Values> = {
  /** The form's tick that says that the words have been seen; without one they are pointed out, and nothing is asked. */
  seen?: NameOf<Values, boolean>
}

/** A free text in which sensitive words are pointed out before it is saved (programme 4.6, 12). */
export function FreeTextInput<Values extends FormValues>({
  seen,
  ...field
}: FieldProps<Values, string> & Seen<Values>) {
  return (
    <>
      <LongTextInput {...field} />
      <SensitiveNote form={field.form} names={[field.name]} {...(seen === undefined ? {} : { seen })} />
    </>
  )
}

type NoteProps<Values extends FormValues> = Seen<Values> & {
  form: FormState<Values>
  names: readonly (keyof Values & string)[]
}

/** What some of a form's texts may tell, with the tick that says it has been seen. */
export function SensitiveNote<Values extends FormValues>({ form, names, seen }: NoteProps<Values>) {
  const found = pointOut(textsOf(form.values, names))
  return (
    <div role="status">
      {found.length > 0 && (
        <Suspense fallback={null}>
          <Found found={found} form={form} {...(seen === undefined ? {} : { seen })} />
        </Suspense>
      )}
    </div>
  )
}

type FoundProps<Values extends FormValues> = Seen<Values> & { found: readonly PointedOut[]; form: FormState<Values> }

function Found<Values extends FormValues>({ found, form, seen }: FoundProps<Values>) {
  const text = useTexts(sensitiveTexts)
  const comma = useShellText()('list.comma')
  return (
    <div className="k-note k-stack">
      <p>
        <strong>{text('title')}</strong>
      </p>
      <ul className="k-list">
        {found.map(({ kind, words }) => (
          <li key={kind}>{text.rich(`kind.${kind}`, { words: <bdi>{words.join(comma)}</bdi> })}</li>
        ))}
      </ul>
      <p>{text('why')}</p>
      {seen !== undefined && <CheckInput form={form} name={seen} label={text('seen')} />}
    </div>
  )
}

/** For a form's `check`: asks for the tick when some of its texts hold sensitive words that have not been seen. */
export function useSensitiveCheck() {
  const text = useShellText()
  return <Values extends FormValues>(
    values: Values,
    names: readonly (keyof Values & string)[],
    seen: keyof Values & string,
  ): Missing<Values>[] =>
    values[seen] !== true && pointOut(textsOf(values, names)).length > 0
      ? [{ field: seen, title: text('form.sensitive') }]
      : []
}

const textsOf = <Values extends FormValues>(values: Values, names: readonly (keyof Values)[]): string =>
  names.map((name) => String(values[name] ?? '')).join('\n')
