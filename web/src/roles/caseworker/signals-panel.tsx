import { Link } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import type { OutcomesReply } from '../../../../src/modules/outcomes/contract.ts'
import type { CaseAction } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { Because } from '../../ui/case-page.tsx'
import { Panel } from '../../ui/screen.tsx'
import { changedWith } from './case-frame.tsx'
import { SignalForm } from './signal-form.tsx'
import { useText } from './texts.ts'
import { YesNoForm } from './yes-no-form.tsx'

type Signal = OutcomesReply['signals'][number]
type Props = {
  caseId: string
  signals: readonly Signal[]
  tell: CaseAction | undefined
  /** Offered while a signal waits for somebody to say what it means. */
  answer: CaseAction | undefined
}

/** What has been told of work or studies, what was made of it, and what waits for an answer. */
export function SignalsPanel({ caseId, signals, tell, answer }: Props) {
  const text = useText()
  return (
    <Panel title={text('signal.title')}>
      {signals.length === 0 && <p className="k-quiet">{text('signal.none')}</p>}
      <ul className="k-plain-list">
        {signals.map((signal) => (
          <Told key={signal.signalId} signal={signal} />
        ))}
      </ul>
      {answer !== undefined && (answer.allowed ? <AnswerForm caseId={caseId} /> : <Because action={answer} />)}
      {tell?.allowed && (
        <details className="k-why">
          <summary>{text('signal.add')}</summary>
          <div className="k-why-body">
            <SignalForm caseId={caseId} />
          </div>
        </details>
      )}
    </Panel>
  )
}

function Told({ signal }: { signal: Signal }) {
  const text = useText()
  const format = useFormat()
  const { answer } = signal
  return (
    <li>
      <strong>{text(`claim.kind.${signal.kind}`)}</strong>{' '}
      {text('signal.from', { day: format.day(signal.startsOn as Day), percent: signal.extentPercent ?? 100 })}
      <span className="k-quiet k-small k-block">
        {text(`signal.told-by.${signal.toldBy}`)}
        {signal.employer !== null && (
          <>
            {' '}
            · <bdi>{signal.employer}</bdi>
          </>
        )}
      </span>
      {answer !== null && (
        <span className="k-small k-block">
          {text(`signal.answered.${answer.outcome}`, { day: format.day(answer.onDay as Day) })}{' '}
          {answer.reason !== null && <bdi>{answer.reason}</bdi>}
        </span>
      )}
    </li>
  )
}

function AnswerForm({ caseId }: { caseId: string }) {
  const text = useText()
  return (
    <>
      <YesNoForm
        question={text('signal.question')}
        effect={text('signal.answer')}
        missing={text('signal.answer-missing')}
        why={{ name: 'reason', label: text('signal.reason'), help: text('signal.reason-help') }}
        seenBy={text('signal.answer-seen-by')}
        changes={changedWith(caseId)}
        send={(body, written) => post(`/cases/${caseId}/signal-answers`, body, written)}
        options={[
          {
            value: 'goes-on',
            label: text('signal.goes-on'),
            help: text('signal.goes-on-help'),
            effect: text('signal.goes-on-effect'),
            done: text('signal.goes-on-done'),
          },
          {
            value: 'not-so',
            label: text('signal.not-so'),
            help: text('signal.not-so-help'),
            effect: text('signal.not-so-effect'),
            done: text('signal.not-so-done'),
            needsWhy: true,
          },
        ]}
      />
      <p className="k-small">
        {text.rich('signal.ends', {
          a: (words) => <Link to={`/app/caseworker/cases/${caseId}/decision` as never}>{words}</Link>,
        })}
      </p>
    </>
  )
}
