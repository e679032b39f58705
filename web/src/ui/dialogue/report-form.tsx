import { useState } from 'react'
import type { ReportPage } from '../../../../src/modules/dialogue/contract.ts'
import { post } from '../../api/client.ts'
import { CheckInput, SelectInput, TextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { SensitiveNote, useSensitiveCheck } from '../free-text-input.tsx'
import { type FormState, type FormValues, type Missing, useForm } from '../use-form.ts'
import { useDialogueText } from './texts.ts'

const kinds = ['applied', 'job-search', 'work', 'studies', 'own-activity', 'other'] as const
type Kind = (typeof kinds)[number]

const mostLines = 10
// Lines come and go: the names of the fields are not known beforehand.
type Values = FormValues

type Props = {
  caseId: string
  page: ReportPage
  /** Names the effect of the button. */
  submit: string
  onDone: () => void
}

/** What a person adds to what is known of a month, a thing a line, and the button that sends the report. */
export function ReportForm({ caseId, page, submit, onDone }: Props) {
  const text = useDialogueText()
  const unseen = useSensitiveCheck()
  const before = page.sent?.added
  const [count, setCount] = useState(Math.max(1, before?.lines.length ?? 0))
  const form = useForm<Values, unknown>({
    initial: initialOf(before),
    send: (values, written) => {
      const body = { month: page.month, lines: linesOf(values), nothing: values.nothing, sensitiveSeen: values.seen }
      return post(`/cases/${caseId}/activity-reports`, body, written)
    },
    changes: [`/cases/${caseId}`, '/missed-reports', '/tasks'],
    check: (values) => {
      const half = halfLine(values)
      if (half !== null) return [{ field: half, title: text('report.half') }]
      if (isEmpty(page, values)) return [{ field: 'nothing', title: text('report.empty') }]
      return unseen(values, wordNames, 'seen') as Missing<Values>[]
    },
    onDone,
  })
  const known = page.known.meetings.length + page.known.activities.length + page.known.applications.length
  return (
    <Form form={form} submit={submit}>
      <div className="k-stack" id={form.idOf('lines')}>
        {Array.from({ length: count }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <Line key={line} form={form} line={line} />
        ))}
      </div>
      <SensitiveNote form={form} names={wordNames} seen="seen" />
      {count < mostLines && (
        <p>
          <button className="k-plain-button k-bordered" type="button" onClick={() => setCount(count + 1)}>
            {text('report.add')}
          </button>
        </p>
      )}
      {known === 0 && (
        <CheckInput form={form} name="nothing" label={text('report.nothing')} help={text('report.nothing-help')} />
      )}
    </Form>
  )
}

function Line({ form, line }: { form: FormState<Values>; line: number }) {
  const text = useDialogueText()
  const choices = kinds.map((value) => ({ value, label: text(`report.added.${value}`) }))
  return (
    <fieldset className="k-fieldset k-stack">
      <legend>{text('report.line-n', { n: line + 1 })}</legend>
      <SelectInput form={form} name={`kind${line}`} label={text('report.kind')} choices={choices} optional />
      <TextInput form={form} name={`words${line}`} label={text('report.line')} optional />
    </fieldset>
  )
}

const places = Array.from({ length: mostLines }, (_, line) => line)
const wordNames = places.map((line) => `words${line}`)

function initialOf(before: NonNullable<ReportPage['sent']>['added'] | undefined): Values {
  const values: Values = { nothing: before?.nothing ?? false, seen: false }
  for (const line of places) {
    values[`kind${line}`] = before?.lines[line]?.kind ?? ''
    values[`words${line}`] = before?.lines[line]?.words ?? ''
  }
  return values
}

const typed = (values: Values, line: number) => ({
  kind: String(values[`kind${line}`] ?? ''),
  words: String(values[`words${line}`] ?? '').trim(),
})

function linesOf(values: Values): { kind: Kind; words: string }[] {
  return places.map((line) => typed(values, line)).filter(({ words }) => words !== '') as {
    kind: Kind
    words: string
  }[]
}

/** The field that a line begun but not finished still needs. */
function halfLine(values: Values): string | null {
  for (const line of places) {
    const { kind, words } = typed(values, line)
    if (kind === '' && words !== '') return `kind${line}`
    if (kind !== '' && words === '') return `words${line}`
  }
  return null
}

const isEmpty = ({ known }: ReportPage, values: Values): boolean =>
  known.meetings.length + known.activities.length + known.applications.length === 0 &&
  linesOf(values).length === 0 &&
  values.nothing !== true
