import { Link } from '@tanstack/react-router'
import { month as monthIn } from '../../../../src/kernel/day.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { Status } from '../../ui/status.tsx'
import type { ReportView } from './answers.ts'
import { screens } from './paths.ts'
import { exceptionsOf, reportKinds, supportHours } from './report-words.ts'
import { useText } from './texts.ts'

/** One row a participant: hours done of planned, meetings, and what is worth looking at or how far it has come. */
export function ReportList({
  reports,
  withReasons = false,
  withMonth = false,
}: {
  reports: readonly ReportView[]
  withReasons?: boolean
  withMonth?: boolean
}) {
  const text = useText()
  const format = useFormat()
  const columns: Column<ReportView>[] = [
    {
      title: text('caseload.participant'),
      cell: (report) => (
        <Link to={screens.act(report.caseId, `month/${report.month}`)}>
          <bdi>{report.participant}</bdi>
        </Link>
      ),
    },
    ...(withMonth
      ? [{ title: text('reports.older-month'), cell: (report: ReportView) => format.month(monthIn(report.month)) }]
      : []),
    {
      title: text('reports.hours'),
      kind: 'number',
      cell: (report) => {
        const { done, planned } = supportHours(report)
        return text('reports.hours-of', { done: format.number(done), planned: format.number(planned) })
      },
    },
    { title: text('reports.meetings'), kind: 'number', cell: ({ content }) => format.number(content.meetings.held) },
    {
      title: text(withReasons ? 'reports.why-look' : 'reports.state'),
      cell: (report) =>
        withReasons ? (
          <Reasons report={report} />
        ) : (
          <Status kind={reportKinds[report.state]} label={text(`report-state.${report.state}`)} />
        ),
    },
  ]
  return (
    <CardTable caption={text('reports.caption')} rows={reports} keyOf={(report) => report.reportId} columns={columns} />
  )
}

export function Reasons({ report }: { report: ReportView }) {
  const text = useText()
  return (
    <ul className="k-plain-list">
      {exceptionsOf(report).map((exception) => (
        <li key={exception}>
          <Status kind="late" label={text(`exception.${exception}`)} />
        </li>
      ))}
    </ul>
  )
}
