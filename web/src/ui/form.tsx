import { Button } from '@midas-ds/components/button'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useShellText } from '../language/shell-texts.ts'
import { moveToField } from './move-to-field.ts'
import { ProblemNote } from './problem-note.tsx'
import type { FormState, FormValues } from './use-form.ts'

type Props<Values extends FormValues> = {
  form: FormState<Values>
  /** Names the effect: "Godkänn och betala 38 000 kr", not "Skicka". */
  submit: string
  danger?: boolean
  /** Stands beside the button: another way out. */
  aside?: ReactNode
  children: ReactNode
}

/** A form with its problems first, linked to their fields, and one button that names its effect. */
export function Form<Values extends FormValues>({ form, submit, danger = false, aside, children }: Props<Values>) {
  const text = useShellText()
  const send = (event: FormEvent) => {
    event.preventDefault()
    form.submit()
  }
  return (
    <form className="k-form k-stack" noValidate onSubmit={send} aria-busy={form.pending}>
      <Problems form={form} />
      {children}
      <div className="k-row">
        <Button type="submit" variant={danger ? 'danger' : 'primary'} isPending={form.pending}>
          {form.pending ? text('form.sending') : submit}
        </Button>
        {aside}
      </div>
    </form>
  )
}

/** The summary takes the focus when it comes, so that everyone meets the problems first. */
function Problems<Values extends FormValues>({ form }: { form: FormState<Values> }) {
  const text = useShellText()
  const box = useRef<HTMLDivElement>(null)
  const count = form.fieldProblems.length
  const shown = count > 0
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown])
  if (!shown) return <ProblemNote problem={form.problem?.fieldProblems.length === 0 ? form.problem : null} />
  return (
    <div className="k-note k-note-bad" ref={box} tabIndex={-1} role="alert">
      <p>
        <strong>{text('form.summary', { n: count })}</strong>
      </p>
      <ul className="k-problems">
        {form.fieldProblems.map((problem) => (
          <li key={`${problem.field}-${problem.code}`}>
            <a
              href={`#${form.idOf(problem.field ?? '')}`}
              onClick={(event) => moveToField(event, form.idOf(problem.field ?? ''))}
            >
              {problem.title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
