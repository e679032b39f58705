import type { Day } from '../../../../src/kernel/day.ts'
import type { InformativeReply, InformativeView } from '../../../../src/modules/delivery/contract/desk.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'
import { useDeskText } from './desk-texts.ts'

/** What the provider has told of needs; those that wait for an answer first (programme 4.6). */
export function InformativePanel({ caseId }: { caseId: string }) {
  const text = useDeskText()
  const { data, error, refetch } = useApi<InformativeReply>(`/cases/${caseId}/informative-reports`)
  if (data === undefined) return error ? <ErrorState error={error} onAgain={refetch} /> : null
  if (data.items.length === 0) return null
  return (
    <Panel title={text('informative.title')}>
      {data.items.map((report) => (
        <Report key={report.informativeId} caseId={caseId} report={report} />
      ))}
    </Panel>
  )
}

function Report({ caseId, report }: { caseId: string; report: InformativeView }) {
  const text = useDeskText()
  const words = useStepText()
  const format = useFormat()
  const { answer } = report
  const waits = answer === null && report.need !== 'extension'
  return (
    <section className="k-stack">
      <div>
        <h3>{codeWords(words, 'need', report.need)}</h3>
        <p className="k-quiet k-small">
          {text('informative.from', { name: report.providerName, day: format.day(report.onDay as Day) })}
        </p>
        <p>
          <bdi>{report.words}</bdi>
        </p>
        {report.earlier.length > 0 && (
          <details className="k-why">
            <summary>{text('informative.earlier', { n: report.earlier.length })}</summary>
            <div className="k-why-body">
              {report.earlier.map((one) => (
                <p key={one.informativeId}>
                  {codeWords(words, 'need', one.need)} · {format.day(one.onDay as Day)}: <bdi>{one.words}</bdi>
                </p>
              ))}
            </div>
          </details>
        )}
        {waits && <Status kind="waiting" label={text('informative.waiting')} />}
        {answer !== null && (
          <>
            <Status
              kind="done"
              label={text('informative.answered', { day: format.day(answer.onDay as Day), name: answer.by ?? '' })}
            />
            <p>
              <bdi>{answer.words}</bdi>
            </p>
          </>
        )}
      </div>
      {waits && report.need === 'other-measure' && <p className="k-quiet">{text('informative.to-measure')}</p>}
      {waits && <AnswerForm caseId={caseId} report={report} />}
    </section>
  )
}

function AnswerForm({ caseId, report }: { caseId: string; report: InformativeView }) {
  const text = useDeskText()
  const notice = useNotice()
  const form = useForm({
    initial: { words: '' },
    send: (values, written) => post(`/informative-reports/${report.informativeId}/answer`, values, written),
    changes: changedWith(caseId),
    onDone: () => notice.tell({ what: text('informative.done'), seenBy: text('informative.seen-by') }),
  })
  return (
    <Form form={form} submit={text('informative.effect')}>
      <FreeTextInput
        form={form}
        name="words"
        label={text('informative.answer')}
        help={text('informative.answer-help')}
      />
    </Form>
  )
}
