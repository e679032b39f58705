import { useState } from 'react'
import type { z } from 'zod'
import type { Month } from '../../../../src/kernel/day.ts'
import type { ReportMonthView, ReportPage, reportMonthsReply } from '../../../../src/modules/dialogue/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { KnownLines } from '../../ui/dialogue/known-month.tsx'
import { ReportForm } from '../../ui/dialogue/report-form.tsx'
import { useTalksText } from '../../ui/dialogue/talks-texts.ts'
import { useDialogueText } from '../../ui/dialogue/texts.ts'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { ContactForm, RespiteForm } from './report-outreach.tsx'

/** The participant's activity reports by month: told here, given respite, or asked for by a human (programme 4.5). */
export function MonthReportsPanel({ caseId }: { caseId: string }) {
  const text = useTalksText()
  const reports = useApi<z.output<typeof reportMonthsReply>>(`/cases/${caseId}/activity-reports`)
  return (
    <Panel title={text('reports.title')}>
      {reports.data === undefined &&
        (reports.isError ? <ErrorState error={reports.error} onAgain={reports.refetch} /> : <Loading lines={4} />)}
      {reports.data?.months.length === 0 && <p className="k-quiet">{text('reports.none')}</p>}
      {reports.data?.months.map((one) => (
        <OneMonth key={one.month} caseId={caseId} month={one} />
      ))}
    </Panel>
  )
}

const kindOf: Record<ReportMonthView['state'], StatusKind> = {
  open: 'waiting',
  respite: 'waiting',
  missed: 'late',
  sent: 'done',
}

function OneMonth({ caseId, month }: { caseId: string; month: ReportMonthView }) {
  const text = useTalksText()
  const format = useFormat()
  const state = month.state === 'sent' && month.late ? 'reports.sent-late' : (`reports.${month.state}` as const)
  return (
    <section className="k-stack" aria-label={format.month(month.month)}>
      <h3>{format.month(month.month)}</h3>
      <p>
        <Status kind={kindOf[month.state]} label={text(state, { day: format.day(month.sentOn ?? month.dueOn) })} />
      </p>
      {month.remindedOn !== null && (
        <p className="k-quiet k-small">{text('reports.reminded', { day: format.day(month.remindedOn) })}</p>
      )}
      <Contacts month={month} />
      {month.state === 'sent' ? (
        <SentReport caseId={caseId} month={month.month} />
      ) : (
        <Acts caseId={caseId} month={month} />
      )}
    </section>
  )
}

function Contacts({ month }: { month: ReportMonthView }) {
  const text = useTalksText()
  const format = useFormat()
  if (month.contacts.length === 0) return null
  return (
    <ul className="k-list">
      {month.contacts.map((one) => (
        <li key={`${one.on}-${one.how}-${one.reached}`}>
          {text('reports.contact', {
            day: format.day(one.on),
            how: text(`reports.how.${one.how}`),
            reached: text(one.reached ? 'reports.reached.yes' : 'reports.reached.no'),
          })}
        </li>
      ))}
    </ul>
  )
}

function Acts({ caseId, month }: { caseId: string; month: ReportMonthView }) {
  const text = useTalksText()
  const [recording, setRecording] = useState(false)
  return (
    <>
      <details className="k-why" onToggle={(event) => setRecording(event.currentTarget.open)}>
        <summary>{text('reports.record')}</summary>
        <div className="k-why-body">{recording && <Record caseId={caseId} month={month.month} />}</div>
      </details>
      <details className="k-why">
        <summary>{text('respite.title')}</summary>
        <div className="k-why-body">
          <RespiteForm key={month.dueOn} caseId={caseId} month={month} />
        </div>
      </details>
      {month.state === 'missed' && (
        <details className="k-why" open={month.contacts.length === 0}>
          <summary>{text('contact.title')}</summary>
          <div className="k-why-body">
            <ContactForm key={month.contacts.length} caseId={caseId} month={month.month} />
          </div>
        </details>
      )}
    </>
  )
}

const useReport = (caseId: string, month: Month) => useApi<ReportPage>(`/cases/${caseId}/activity-reports/${month}`)

/** The report as the participant tells it, written down with the person. */
function Record({ caseId, month }: { caseId: string; month: Month }) {
  const text = useTalksText()
  const format = useFormat()
  const notice = useNotice()
  const report = useReport(caseId, month)
  if (report.data === undefined)
    return report.isError ? <ErrorState error={report.error} onAgain={report.refetch} /> : <Loading lines={3} />
  const name = format.month(month)
  return (
    <div className="k-stack">
      <KnownLines known={report.data.known} />
      <p>{text('reports.record-words')}</p>
      <ReportForm
        caseId={caseId}
        page={report.data}
        submit={text('reports.record-send', { month: name })}
        onDone={() =>
          notice.tell({ what: text('reports.recorded', { month: name }), seenBy: text('reports.recorded-by') })
        }
      />
    </div>
  )
}

function SentReport({ caseId, month }: { caseId: string; month: Month }) {
  const text = useTalksText()
  const [shown, setShown] = useState(false)
  return (
    <details className="k-why" onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{text('reports.show')}</summary>
      <div className="k-why-body">{shown && <Sent caseId={caseId} month={month} />}</div>
    </details>
  )
}

function Sent({ caseId, month }: { caseId: string; month: Month }) {
  const text = useTalksText()
  const words = useDialogueText()
  const report = useReport(caseId, month)
  const sent = report.data?.sent
  if (sent === undefined || sent === null)
    return report.isError ? <ErrorState error={report.error} onAgain={report.refetch} /> : <Loading lines={3} />
  return (
    <div className="k-stack">
      {sent.toldBy === 'staff' && <p>{text('reports.told')}</p>}
      <KnownLines known={sent.known} />
      {sent.added.nothing && <p>{text('reports.nothing')}</p>}
      <ul className="k-list">
        {sent.added.lines.map((one) => (
          <li key={`${one.kind}-${one.words}`}>
            {words(`report.added.${one.kind}`)}: <bdi>{one.words}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
