import type { Day, Month } from '../../../../src/kernel/day.ts'
import type { ReportView } from '../../../../src/modules/delivery/contract.ts'
import { post } from '../../api/client.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { codeWords } from '../../ui/case-steps.ts'
import { Facts } from '../../ui/facts.tsx'
import { CompanyShares } from '../../ui/hours-shares.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'
import { YesNoForm } from './yes-no-form.tsx'

const signs: Readonly<Record<ReportView['state'], StatusKind>> = {
  draft: 'coming',
  received: 'waiting',
  'being-handled': 'waiting',
  approved: 'done',
  'not-approved': 'stopped',
}

/** The periodic reports, those that wait for a decision first (programme 4.6). */
export function ReportsPanel({ caseId, reports }: { caseId: string; reports: readonly ReportView[] }) {
  const text = useText()
  const format = useFormat()
  const waiting = reports.filter((report) => report.state === 'being-handled')
  const others = reports.filter((report) => report.state !== 'being-handled')
  return (
    <Panel title={text('report.title')}>
      {reports.length === 0 && <EmptyState title={text('report.none')} words={text('report.none-words')} />}
      {waiting.map((report) => (
        <section className="k-stack" key={report.reportId} aria-label={format.month(report.month as Month)}>
          <Report report={report} />
          <Decide caseId={caseId} report={report} />
        </section>
      ))}
      {others.map((report) => (
        <details className="k-why" key={report.reportId}>
          <summary>
            {format.month(report.month as Month)}: {text(`report.state.${report.state}`)}
          </summary>
          <div className="k-why-body">
            <Report report={report} />
          </div>
        </details>
      ))}
    </Panel>
  )
}

function Report({ report }: { report: ReportView }) {
  const text = useText()
  const format = useFormat()
  const columns = useColumns()
  const { content } = report
  return (
    <div className="k-stack">
      <h3>
        {format.month(report.month as Month)} · <bdi>{report.providerName}</bdi>
      </h3>
      <p className="k-row">
        <Status kind={signs[report.state]} label={text(`report.state.${report.state}`)} />
        {report.version > 1 && <span className="k-quiet">{text('report.version', { version: report.version })}</span>}
        {report.signedOn !== null && report.signedOn > report.dueOn && (
          <Status kind="late" label={text('report.late', { day: format.day(report.dueOn as Day) })} />
        )}
      </p>
      {content.noActivities && <Status kind="stopped" label={text('report.no-activities')} />}
      {report.failed.length > 0 && (
        <div>
          <p>{text('report.failed')}</p>
          <ul>
            {report.failed.map((condition) => (
              <li key={condition}>{text(`report.failed.${condition}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {report.decidedOn !== null && (
        <p>
          {text(report.how === 'rule' ? 'report.by-rule' : 'report.by-person', {
            name: report.decidedBy ?? '',
            day: format.day(report.decidedOn as Day),
          })}{' '}
          {report.why !== null && <bdi>{report.why}</bdi>}
        </p>
      )}
      <CardTable caption={text('report.lines')} rows={content.lines} keyOf={(line) => line.code} columns={columns} />
      {content.byCompany !== undefined && <CompanyShares byCompany={content.byCompany} reader="staff" />}
      <Facts
        items={[
          {
            label: text('report.meetings'),
            value: text('report.meetings-of', { n: content.meetings.held, physical: content.meetings.physical }),
          },
          { label: text('report.unconfirmed'), value: `${format.number(content.unconfirmedHours)} h` },
          { label: text('report.disputed'), value: `${format.number(content.disputedHours)} h` },
          { label: text('report.language-support'), value: text(content.languageSupport ? 'yes' : 'no') },
          { label: text('report.job-proposals'), value: text(content.jobProposals ? 'yes' : 'no') },
          ...(report.signedOn === null
            ? []
            : [
                {
                  label: text('report.signed'),
                  value: `${report.signedBy ?? ''} ${format.day(report.signedOn as Day)}`.trim(),
                },
              ]),
        ]}
      />
    </div>
  )
}

function useColumns(): readonly Column<ReportView['content']['lines'][number]>[] {
  const text = useText()
  const words = useStepText()
  const format = useFormat()
  const hours = (value: number) => `${format.number(value)} h`
  return [
    {
      title: text('report.activity'),
      cell: (line) => (
        <>
          {codeWords(words, 'activity', line.code)}
          {!line.planned && <Status kind="stopped" label={text('report.unplanned')} />}
        </>
      ),
    },
    { title: text('report.physical'), kind: 'number', cell: (line) => hours(line.physicalHours) },
    { title: text('report.remote'), kind: 'number', cell: (line) => hours(line.remoteHours) },
    { title: text('report.planned'), kind: 'number', cell: (line) => hours(line.plannedHours) },
  ]
}

function Decide({ caseId, report }: { caseId: string; report: ReportView }) {
  const text = useText()
  const format = useFormat()
  const month = format.month(report.month as Month)
  return (
    <YesNoForm
      question={text('report.question', { month })}
      effect={text('report.decide')}
      missing={text('report.missing')}
      why={{ name: 'why', label: text('report.why'), help: text('report.why-help') }}
      seenBy={text('report.seen-by')}
      changes={changedWith(caseId)}
      send={(body, written) => post(`/reports/${report.reportId}/decision`, body, written)}
      options={[
        {
          value: 'approved',
          label: text('report.approve'),
          help: text('report.approve-help'),
          effect: text('report.approve-effect', { month }),
          done: text('report.approved', { month }),
        },
        {
          value: 'not-approved',
          label: text('report.refuse'),
          help: text('report.refuse-help'),
          effect: text('report.refuse-effect', { month }),
          done: text('report.refused', { month }),
          needsWhy: true,
        },
      ]}
    />
  )
}
