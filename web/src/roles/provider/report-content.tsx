import { day } from '../../../../src/kernel/day.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { codeWords } from '../../ui/case-steps.ts'
import { Facts } from '../../ui/facts.tsx'
import { CompanyShares } from '../../ui/hours-shares.tsx'
import { Status } from '../../ui/status.tsx'
import type { ReportView } from './answers.ts'
import { reportKinds } from './report-words.ts'
import { useText } from './texts.ts'

type Line = ReportView['content']['lines'][number]

/** The report as it is sent: hours a kind of activity against the plan, meetings, and how far it has come. */
export function ReportContent({ report }: { report: ReportView }) {
  const text = useText()
  const say = useStepText()
  const format = useFormat()
  const { content } = report
  const columns: Column<Line>[] = [
    { title: text('report.activity'), cell: (line) => codeWords(say, 'activity', line.code) },
    { title: text('report.physical'), kind: 'number', cell: (line) => format.number(line.physicalHours) },
    { title: text('report.remote'), kind: 'number', cell: (line) => format.number(line.remoteHours) },
    {
      title: text('report.planned'),
      kind: 'number',
      cell: (line) => (line.planned ? format.number(line.plannedHours) : text('report.unplanned')),
    },
    { title: text('report.difference'), kind: 'number', cell: (line) => <Difference line={line} /> },
  ]
  return (
    <>
      <p className="k-row">
        <Status kind={reportKinds[report.state]} label={text(`report-state.${report.state}`)} />
        {report.version > 1 && <span className="k-quiet">{text('report.version', { version: report.version })}</span>}
      </p>
      {report.state === 'draft' && <ReportDue report={report} />}
      {report.why !== null && (
        <p className="k-note k-note-care">
          {report.decidedBy !== null && `${report.decidedBy}: `}
          <bdi>{report.why}</bdi>
        </p>
      )}
      {content.noActivities && <Status kind="late" label={text('report.no-activities')} />}
      {content.lines.length > 0 && (
        <CardTable
          caption={text('report.caption')}
          rows={content.lines}
          keyOf={(line) => line.code}
          columns={columns}
        />
      )}
      {content.byCompany !== undefined && <CompanyShares byCompany={content.byCompany} reader="staff" />}
      <Facts
        items={[
          {
            label: text('report.meetings'),
            value: text('report.meetings-of', { n: content.meetings.held, minutes: content.meetings.minutes }),
          },
          { label: text('report.unconfirmed'), value: text('hours', { n: content.unconfirmedHours }) },
          ...(content.disputedHours > 0
            ? [{ label: text('report.disputed'), value: text('hours', { n: content.disputedHours }) }]
            : []),
          { label: text('report.language-support'), value: text(content.languageSupport ? 'yes' : 'no') },
          { label: text('report.job-proposals'), value: text(content.jobProposals ? 'yes' : 'no') },
        ]}
      />
      {report.failed.length > 0 && (
        <div>
          <p>{text('report.failed')}</p>
          <ul className="k-plain-list">
            {report.failed.map((condition) => (
              <li key={condition}>
                <Status kind="late" label={text(`condition.${condition}`)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** By when it is to be signed; a late one is still paid for a time (programme 4.6). */
export function ReportDue({ report }: { report: Pick<ReportView, 'dueOn' | 'payableUntil'> }) {
  const text = useText()
  const format = useFormat()
  const { today } = useSignedIn()
  const due = format.dayWithWeekday(day(report.dueOn))
  if (report.dueOn >= today) return <p>{text('reports.due', { day: due })}</p>
  const paid = report.payableUntil >= today
  return (
    <p className="k-note k-note-care">
      <Status kind="late" label={text('reports.late', { day: due })} />{' '}
      {text(paid ? 'reports.paid-until' : 'reports.not-paid', { day: format.day(day(report.payableUntil)) })}
    </p>
  )
}

/** Hours more or less than planned, with its sign in writing. */
function Difference({ line }: { line: Line }) {
  const format = useFormat()
  const difference = line.physicalHours + line.remoteHours - line.plannedHours
  if (difference === 0) return <>±0</>
  return <>{difference > 0 ? `+${format.number(difference)}` : `−${format.number(-difference)}`}</>
}
