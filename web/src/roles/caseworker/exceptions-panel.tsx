import type { Day } from '../../../../src/kernel/day.ts'
import type { CaseWaiversReply, CaseWaiverView } from '../../../../src/modules/delivery/contract/desk.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { waiverRules } from './desk-codes.ts'
import { useDeskText } from './desk-texts.ts'

/** When this person may meet otherwise: by telephone, or not in person, with why (programme 4.5). */
export function ExceptionsPanel({ caseId }: { caseId: string }) {
  const text = useDeskText()
  const { data, error, refetch } = useApi<CaseWaiversReply>(`/cases/${caseId}/meeting-exceptions`)
  return (
    <Panel title={text('exceptions.title')}>
      {data === undefined && (error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={2} />)}
      {data?.items.length === 0 && <p>{text('exceptions.none')}</p>}
      {data?.items.map((one) => (
        <Exception key={one.caseWaiverId} caseId={caseId} exception={one} />
      ))}
      {data !== undefined && (
        <details className="k-why">
          <summary>{text('exceptions.new')}</summary>
          <div className="k-why-body">
            <ExceptionForm key={data.items.length} caseId={caseId} mostDays={data.mostDays} />
          </div>
        </details>
      )}
    </Panel>
  )
}

function Exception({ caseId, exception }: { caseId: string; exception: CaseWaiverView }) {
  const text = useDeskText()
  const format = useFormat()
  const { today } = useSignedIn()
  return (
    <section aria-label={text(`exceptions.rule.${exception.rule}`)}>
      <p>
        <strong>{text(`exceptions.rule.${exception.rule}`)}</strong>
      </p>
      <p>{format.days(exception.firstDay as Day, exception.lastDay as Day)}</p>
      {exception.why !== null && (
        <p>
          <bdi>{exception.why}</bdi>
        </p>
      )}
      {exception.recordedBy !== null && (
        <p className="k-quiet k-small">{text('exceptions.by', { name: exception.recordedBy })}</p>
      )}
      {exception.lastDay >= today && (
        <details className="k-why">
          <summary>{text('exceptions.end')}</summary>
          <div className="k-why-body">
            <EndForm caseId={caseId} exception={exception} />
          </div>
        </details>
      )}
    </section>
  )
}

function EndForm({ caseId, exception }: { caseId: string; exception: CaseWaiverView }) {
  const text = useDeskText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { lastDay: today as string, why: '' },
    send: (values, written) => post(`/meeting-exceptions/${exception.caseWaiverId}/end`, values, written),
    changes: changedWith(caseId),
    onDone: () => notice.tell({ what: text('exceptions.end-done'), seenBy: text('exceptions.seen-by') }),
  })
  return (
    <Form form={form} submit={text('exceptions.end-effect')}>
      <DayInput form={form} name="lastDay" label={text('exceptions.end-day')} example={today} />
      <FreeTextInput form={form} name="why" label={text('exceptions.why')} help={text('exceptions.why-help')} />
    </Form>
  )
}

function ExceptionForm({ caseId, mostDays }: { caseId: string; mostDays: number }) {
  const text = useDeskText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const form = useForm({
    initial: { rule: '', firstDay: today as string, lastDay: '', why: '' },
    send: (values, written) => post(`/cases/${caseId}/meeting-exceptions`, values, written),
    changes: changedWith(caseId),
    onDone: () => notice.tell({ what: text('exceptions.done'), seenBy: text('exceptions.seen-by') }),
    check: ({ rule }) => (rule === '' ? [{ field: 'rule', title: text('exceptions.rule-missing') }] : []),
  })
  return (
    <Form form={form} submit={text('exceptions.effect')}>
      <ChoiceInput
        form={form}
        name="rule"
        label={text('exceptions.rule')}
        choices={waiverRules.map((value) => ({ value, label: text(`exceptions.rule.${value}`) }))}
      />
      <DayInput form={form} name="firstDay" label={text('exceptions.first-day')} example={today} />
      <DayInput
        form={form}
        name="lastDay"
        label={text('exceptions.last-day')}
        help={text('exceptions.most', { n: mostDays })}
        example={today}
      />
      <FreeTextInput form={form} name="why" label={text('exceptions.why')} help={text('exceptions.why-help')} />
    </Form>
  )
}
