import { Link } from '@tanstack/react-router'
import { addMonths, type Day, day, firstDayOf, type Month, month, monthOf } from '../../../../src/kernel/day.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import type { DeliveryReply, ReportView } from './answers.ts'
import { paths, screens } from './paths.ts'
import { reportKinds } from './report-words.ts'
import { useText } from './texts.ts'

/** Every month in the service, the latest first: its log, and how far its report has come. */
export function MonthsPanel({ caseId, service }: { caseId: string; service: DeliveryReply }) {
  const text = useText()
  const { today } = useSignedIn()
  const { data, error, refetch } = useApi<{ items: ReportView[] }>(paths.caseReports(caseId))
  const months = monthsOf(service, today)
  return (
    <Panel title={text('months.title')}>
      {data === undefined && (error === null ? <Loading lines={2} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && months.length === 0 && <p className="k-quiet">{text('months.empty')}</p>}
      {data !== undefined && <MonthList caseId={caseId} months={months.slice(0, shown)} reports={data.items} />}
      {data !== undefined && months.length > shown && (
        <details className="k-why">
          <summary>{text('months.earlier', { n: months.length - shown })}</summary>
          <div className="k-why-body">
            <MonthList caseId={caseId} months={months.slice(shown)} reports={data.items} />
          </div>
        </details>
      )}
    </Panel>
  )
}

const shown = 4

type ListProps = { caseId: string; months: readonly Month[]; reports: readonly ReportView[] }

function MonthList({ caseId, months, reports }: ListProps) {
  const format = useFormat()
  const { today } = useSignedIn()
  return (
    <ul className="k-plain-list k-rows">
      {months.map((one) => (
        <li key={one} className="k-row k-row-apart">
          <Link to={screens.act(caseId, `month/${one}`)}>{format.month(one)}</Link>
          <ReportState report={reports.find((report) => report.month === one)} isNow={one === monthOf(today)} />
        </li>
      ))}
    </ul>
  )
}

function ReportState({ report, isNow }: { report: ReportView | undefined; isNow: boolean }) {
  const text = useText()
  const format = useFormat()
  if (report === undefined) return <Status kind="coming" label={text(isNow ? 'months.going-on' : 'months.no-draft')} />
  const state =
    report.state === 'draft'
      ? text('report-state.draft-by', { day: format.dayShort(day(report.dueOn)) })
      : text(`report-state.${report.state}`)
  return <Status kind={reportKinds[report.state]} label={state} />
}

/** The months that have days in service up to today, the latest first. */
function monthsOf(service: DeliveryReply, today: Day): Month[] {
  const found = new Set<Month>()
  for (const spell of service.spells) {
    const last = spell.lastDay !== null && day(spell.lastDay) < today ? day(spell.lastDay) : today
    for (let one = monthOf(day(spell.firstDay)); one <= monthOf(last); one = monthOf(addMonths(firstDayOf(one), 1)))
      found.add(month(one))
  }
  return [...found].sort().reverse()
}
