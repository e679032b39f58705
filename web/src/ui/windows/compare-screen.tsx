import { Link, useNavigate } from '@tanstack/react-router'
import type {
  CompareWindowsBody,
  ComparisonRequested,
  WindowsReply,
} from '../../../../src/modules/assessment/contract/windows.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { SelectInput, TextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { Panel, Screen } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { type FormState, type Missing, useForm } from '../use-form.ts'
import { useWindowPlace } from './addresses.ts'
import { type CompareValues, cutFields, sentDraft, typedDraft, unread } from './draft.ts'
import { ExceptionFields } from './exception-fields.tsx'
import { useWindowText } from './texts.ts'
import { useWindowWords } from './window-words.tsx'

/** Asks for a comparison of two windows, one of them perhaps a draft typed here. */
export function CompareScreen() {
  const text = useWindowText()
  const place = useWindowPlace()
  const { data, error, refetch } = useApi<WindowsReply>('/windows')
  return (
    <Screen
      title={text('compare.title')}
      lead={text('compare.lead')}
      action={<Link to={place.root}>{text('comparison.back')}</Link>}
    >
      {data === undefined && (error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <Panel>
          <CompareForm windows={data.items} />
        </Panel>
      )}
    </Screen>
  )
}

type Listed = WindowsReply['items'][number]
type Values = CompareValues
const draft = 'draft'

function CompareForm({ windows }: { windows: readonly Listed[] }) {
  const text = useWindowText()
  const format = useFormat()
  const words = useWindowWords()
  const navigate = useNavigate()
  const place = useWindowPlace()
  const inForce = windows.find((one) => one.inForce) ?? windows.at(-1)
  const numbers = [...new Set(windows.map((one) => one.number))]
  const choices = numbers.map((number) => ({ value: String(number), label: words.nameOf(number) }))
  const typed = inForce === undefined ? null : typedDraft(inForce.law, format.number)
  const form = useForm({
    initial: { before: String(inForce?.number ?? ''), after: draft, ...typed } as Values,
    check: (values) => faultsIn(values, text),
    send: (values, written) =>
      post<ComparisonRequested>('/windows/comparisons', bodyOf(values, inForce?.law.exceptions ?? []), written),
    changes: ['/windows/comparisons'],
    onDone: ({ comparisonId }) => void navigate({ to: place.comparison(comparisonId) }),
  })
  return (
    <Form form={form} submit={text('compare.effect')}>
      <SelectInput
        form={form}
        name="before"
        label={text('compare.before')}
        help={text('compare.before-help')}
        choices={choices}
      />
      <SelectInput
        form={form}
        name="after"
        label={text('compare.after')}
        help={text('compare.after-help')}
        choices={[...choices, { value: draft, label: text('compare.draft') }]}
      />
      {form.values.after === draft && <DraftFields form={form} />}
    </Form>
  )
}

const cutTexts = {
  nearFrom: 'compare.near',
  levelAFrom: 'compare.levelA',
  levelBFrom: 'compare.levelB',
  farBelow: 'compare.far',
} as const

function DraftFields({ form }: { form: FormState<Values> }) {
  const text = useWindowText()
  return (
    <>
      <fieldset className="k-stack">
        <legend>{text('compare.criteria')}</legend>
        <TextInput
          form={form}
          name="registeredDays"
          label={text('compare.days')}
          help={text('compare.days-help')}
          inputMode="numeric"
        />
        <TextInput
          form={form}
          name="registeredDaysInProgramme"
          label={text('compare.days-inside')}
          inputMode="numeric"
        />
        <SelectInput
          form={form}
          name="programmes"
          label={text('compare.programmes')}
          choices={(['none', 'JOB', 'all'] as const).map((value) => ({
            value,
            label: text(`compare.programmes.${value}`),
          }))}
        />
        <TextInput
          form={form}
          name="age"
          label={text('compare.age')}
          help={text('compare.age-help')}
          inputMode="numeric"
          optional
        />
      </fieldset>
      <fieldset className="k-stack">
        <legend>{text('compare.cuts')}</legend>
        {cutFields.map((field) => (
          <TextInput
            key={field}
            form={form}
            name={field}
            label={text(cutTexts[field])}
            {...(field === 'farBelow' ? { help: text('compare.far-help') } : {})}
            inputMode="decimal"
          />
        ))}
      </fieldset>
      <ExceptionFields form={form} />
    </>
  )
}

function faultsIn(values: Values, text: ReturnType<typeof useWindowText>): Missing<Values>[] {
  const sides = (['before', 'after'] as const)
    .filter((field) => values[field] === '')
    .map((field) => ({ field, title: text('compare.choose') }))
  if (values.after !== draft) return sides
  const isCut = (field: string) => (cutFields as readonly string[]).includes(field)
  const wrong = (field: string) => {
    if (field === 'exceptionCode') return 'compare.exception-code-wrong'
    if (field === 'exceptionSv' || field === 'exceptionEn') return 'compare.exception-words-wrong'
    return isCut(field) ? 'compare.percent-wrong' : 'compare.number-wrong'
  }
  const fields = unread(values).map((field) => ({ field, title: text(wrong(field)) }))
  return [...sides, ...fields]
}

function bodyOf(values: Values, exceptions: Listed['law']['exceptions']): CompareWindowsBody {
  const after = values.after === draft ? sentDraft(values, exceptions) : { window: Number(values.after) }
  return { before: { window: Number(values.before) }, after }
}
