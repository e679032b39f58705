import { useState } from 'react'
import { type Day, type Month, monthOf } from '../../../../src/kernel/day.ts'
import type { DeliveryReply, ReportView } from '../../../../src/modules/delivery/contract.ts'
import type { CaseAnswer } from '../../api/case.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useClockText } from '../../language/clock-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { Breaches } from '../../ui/breaches.tsx'
import { ExemptWords, MovedWords } from '../../ui/exempt-words.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { CaseFrame } from './case-frame.tsx'
import { DeviationsPanel } from './deviations-panel.tsx'
import { disputedMonths } from './disputed-months.ts'
import { ExceptionsPanel } from './exceptions-panel.tsx'
import { FinalReportPanel } from './final-report-panel.tsx'
import { InformativePanel } from './informative-panel.tsx'
import { LogPanel } from './log-panel.tsx'
import { MeasuresPanel } from './measures-panel.tsx'
import { PlanPanel } from './plan-panel.tsx'
import { ReportsPanel } from './reports-panel.tsx'
import { useText } from './texts.ts'

/** Planering och redovisning: what waits for the caseworker first, then what is due and what was done. */
export function DeliveryScreen() {
  return <CaseFrame tab="delivery">{(answer) => <Delivery answer={answer} />}</CaseFrame>
}

function Delivery({ answer }: { answer: CaseAnswer }) {
  const text = useText()
  const { caseId } = answer
  const { today } = useSignedIn()
  const disputed = disputedMonths(answer.steps)
  const [picked, setMonth] = useState<Month | null>(null)
  const page = useApi<DeliveryReply>(`/cases/${caseId}/delivery`)
  const reports = useApi<{ items: readonly ReportView[] }>(`/cases/${caseId}/reports`)
  if (page.data === undefined || reports.data === undefined) {
    const error = page.error ?? reports.error
    const again = () => void Promise.all([page.refetch(), reports.refetch()])
    return error ? <ErrorState error={error} onAgain={again} /> : <Loading lines={8} />
  }
  if (page.data.spells.length === 0) {
    return <EmptyState title={text('delivery.none')} words={text('delivery.none-words')} />
  }
  const month = picked ?? disputed.at(-1) ?? latestOf(reports.data.items) ?? monthOf(today)
  return (
    <div className="k-beside">
      <div className="k-stack">
        <PlanPanel caseId={caseId} page={page.data} />
        <ReportsPanel caseId={caseId} reports={reports.data.items} />
        <InformativePanel caseId={caseId} />
        <FinalReportPanel caseId={caseId} spells={page.data.spells} />
        <DeviationsPanel caseId={caseId} deviations={page.data.deviations} />
        <LogPanel caseId={caseId} month={month} onMonth={setMonth} disputed={disputed} />
      </div>
      <div className="k-stack">
        <Due due={page.data.due} exempt={page.data.exempt} />
        <Breaches breaches={page.data.breaches} />
        <MeasuresPanel caseId={caseId} name={answer.person.name} may />
        <ExceptionsPanel caseId={caseId} />
        <Spells spells={page.data.spells} />
        <Mapping mapping={page.data.mapping} />
      </div>
    </div>
  )
}

const latestOf = (reports: readonly ReportView[]): Month | undefined =>
  reports
    .map((report) => report.month as Month)
    .sort()
    .at(-1)

/** What the provider owes the person next. */
function Due({ due, exempt }: Pick<DeliveryReply, 'due' | 'exempt'>) {
  const text = useText()
  const say = useClockText()
  const format = useFormat()
  return (
    <Panel title={text('delivery.due')}>
      {due.length === 0 && <p className="k-quiet">{text('delivery.due-none')}</p>}
      <ul className="k-plain-list k-stack">
        {due.map((one) => (
          <li key={`${one.rule}-${one.dueOn}`}>
            <strong>{dueWords(text, one.rule)}</strong>{' '}
            <Status kind={one.overdue ? 'late' : 'coming'} label={format.day(one.dueOn as Day)} />
            {one.overdue && <span className="k-quiet k-small k-block">{text('delivery.due-overdue')}</span>}
            {one.bookedOn !== null && (
              <span className="k-small k-block">{say('booked.on', { day: format.day(one.bookedOn as Day) })}</span>
            )}
            <MovedWords due={one} />
          </li>
        ))}
      </ul>
      <ExemptWords exempt={exempt} />
    </Panel>
  )
}

type Say = ReturnType<typeof useText>
const dueWords = (text: Say, rule: string): string => {
  const key = `due.${rule}`
  return text.knows(key) ? text(key) : text('due.other')
}

function Spells({ spells }: { spells: DeliveryReply['spells'] }) {
  const text = useText()
  const format = useFormat()
  return (
    <Panel title={text('delivery.spells')}>
      {spells.map((spell) => (
        <div key={spell.placementId}>
          <p>
            <strong>
              <bdi>{spell.providerName}</bdi>
            </strong>
          </p>
          <p>{format.days(spell.firstDay as Day, spell.lastDay as Day | null)}</p>
          <p className="k-quiet">
            {spell.adviserName === null
              ? text('delivery.no-adviser')
              : text('delivery.adviser', { name: spell.adviserName })}
          </p>
          {spell.finalReport === null && spell.finalReportDueOn !== null && (
            <p className="k-small">{text('delivery.final-due', { day: format.day(spell.finalReportDueOn as Day) })}</p>
          )}
        </div>
      ))}
    </Panel>
  )
}

function Mapping({ mapping }: { mapping: DeliveryReply['mapping'] }) {
  const text = useText()
  const format = useFormat()
  return (
    <Panel title={text('mapping.title')}>
      {mapping === null ? (
        <Status kind="waiting" label={text('mapping.none')} />
      ) : (
        <>
          <Status kind="done" label={text('mapping.done', { day: format.day(mapping.onDay as Day) })} />
          {mapping.content !== null && (
            <details className="k-why">
              <summary>{text('mapping.show')}</summary>
              <dl className="k-why-body">
                {(['needs', 'strengths', 'obstacles', 'language', 'health', 'wantedWork'] as const)
                  .filter((part) => mapping.content?.[part])
                  .map((part) => (
                    <div key={part}>
                      <dt className="k-why-title">{text(`mapping.${part}`)}</dt>
                      <dd>
                        <bdi>{mapping.content?.[part]}</bdi>
                      </dd>
                    </div>
                  ))}
              </dl>
            </details>
          )}
        </>
      )}
    </Panel>
  )
}
