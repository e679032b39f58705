import type { Day } from '../../../../src/kernel/day.ts'
import type {
  MeasureReply,
  MeasuresReply,
  MeasureView,
} from '../../../../src/modules/decision/contract/parallel-measures.ts'

import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ChoiceInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { measureKinds } from './desk-codes.ts'
import { useDeskText } from './desk-texts.ts'

type Props = { caseId: string; name: string; may: boolean }

/** What runs beside the service with another actor, and the decision on it (programme 4.3). */
export function MeasuresPanel({ caseId, name, may }: Props) {
  const text = useDeskText()
  const { data, error, refetch } = useApi<MeasuresReply>(`/cases/${caseId}/parallel-measures`)
  return (
    <Panel title={text('measures.title')}>
      {data === undefined && (error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={2} />)}
      {data !== undefined && (
        <>
          <p className="k-quiet">{text('measures.left', { left: data.days.left, most: data.days.most })}</p>
          {data.items.length === 0 && <p>{text('measures.none')}</p>}
          {data.items.map((measure) => (
            <Measure key={measure.measureId} caseId={caseId} name={name} measure={measure} />
          ))}
          {may && data.days.left > 0 && (
            <details className="k-why">
              <summary>{text('measures.new')}</summary>
              <div className="k-why-body">
                <MeasureForm key={data.items.length} caseId={caseId} name={name} />
              </div>
            </details>
          )}
        </>
      )}
    </Panel>
  )
}

function Measure({ caseId, name, measure }: { caseId: string; name: string; measure: MeasureView }) {
  const text = useDeskText()
  const format = useFormat()
  const { today } = useSignedIn()
  const hours = format.number(measure.hoursPerWeek)
  return (
    <section className="k-stack" aria-label={text(`measures.kind.${measure.kind}`)}>
      <div>
        <p>
          <strong>{text(`measures.kind.${measure.kind}`)}</strong>, <bdi>{measure.actor}</bdi>
        </p>
        <p>
          {format.days(measure.firstDay as Day, measure.lastDay as Day)},{' '}
          {measure.fullTime ? text('measures.full') : text('measures.part', { hours })}
        </p>
        {measure.fullTime && <p className="k-quiet k-small">{text('measures.full-effect')}</p>}
        {measure.reason !== null && (
          <p>
            <bdi>{measure.reason}</bdi>
          </p>
        )}
      </div>
      {measure.lastDay >= today && (
        <details className="k-why">
          <summary>{text('measures.end')}</summary>
          <div className="k-why-body">
            <EndForm caseId={caseId} name={name} measure={measure} />
          </div>
        </details>
      )}
    </section>
  )
}

function EndForm({ caseId, name, measure }: { caseId: string; name: string; measure: MeasureView }) {
  const text = useDeskText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { lastDay: '', reason: '' },
    send: (values, written) => post<MeasureReply>(`/parallel-measures/${measure.measureId}/end`, values, written),
    changes: changedWith(caseId),
    onDone: () => notice.tell({ what: text('measures.end-done'), seenBy: text('measures.seen-by', { name }) }),
  })
  return (
    <Form form={form} submit={text('measures.end-effect')} danger>
      <DayInput
        form={form}
        name="lastDay"
        label={text('measures.end-day')}
        help={text('measures.end-day-help')}
        example={today}
      />
      <FreeTextInput
        form={form}
        name="reason"
        label={text('measures.end-reason')}
        help={text('measures.reason-help')}
      />
    </Form>
  )
}

const fullWeek = 40
const numberIn = (typed: string) => Number(typed.trim().replace(',', '.'))

function MeasureForm({ caseId, name }: { caseId: string; name: string }) {
  const text = useDeskText()
  const format = useFormat()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { kind: '', actor: '', firstDay: '', lastDay: '', extent: '', hours: `${fullWeek}`, reason: '' },
    send: ({ extent, hours, ...values }, written) => {
      const body = { ...values, fullTime: extent === 'full', hoursPerWeek: numberIn(hours) }
      return post<MeasureReply>(`/cases/${caseId}/parallel-measures`, body, written)
    },
    changes: changedWith(caseId),
    onDone: ({ lastDay }) =>
      notice.tell({
        what: text('measures.done', { day: format.day(lastDay as Day) }),
        seenBy: text('measures.seen-by', { name }),
      }),
    check: ({ kind, extent, hours }) => [
      ...(kind === '' ? [{ field: 'kind' as const, title: text('measures.kind-missing') }] : []),
      ...(extent === '' ? [{ field: 'extent' as const, title: text('measures.extent-missing') }] : []),
      ...(numberIn(hours) > 0 ? [] : [{ field: 'hours' as const, title: text('measures.hours-wrong') }]),
    ],
  })
  return (
    <Form form={form} submit={text('measures.effect')}>
      <ChoiceInput
        form={form}
        name="kind"
        label={text('measures.kind')}
        choices={measureKinds.map((value) => ({ value, label: text(`measures.kind.${value}`) }))}
      />
      <TextInput form={form} name="actor" label={text('measures.actor')} help={text('measures.actor-help')} />
      <DayInput form={form} name="firstDay" label={text('measures.first-day')} example={today} />
      <DayInput form={form} name="lastDay" label={text('measures.last-day')} example={today} />
      <ChoiceInput
        form={form}
        name="extent"
        label={text('measures.extent')}
        choices={(['full', 'part'] as const).map((value) => ({ value, label: text(`measures.extent.${value}`) }))}
      />
      <TextInput form={form} name="hours" label={text('measures.hours')} inputMode="decimal" />
      <FreeTextInput form={form} name="reason" label={text('measures.reason')} help={text('measures.reason-help')} />
    </Form>
  )
}
