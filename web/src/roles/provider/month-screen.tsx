import { Button } from '@midas-ds/components/button'
import { Link, useParams } from '@tanstack/react-router'
import { type Month, month as monthIn, monthOf } from '../../../../src/kernel/day.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { ActScreen } from './act-screen.tsx'
import type { MonthLog, ReportView, Signed } from './answers.ts'
import { LogList } from './log-list.tsx'
import { changedBy, paths, screens } from './paths.ts'
import { ReportContent } from './report-content.tsx'
import { Reasons } from './report-list.tsx'
import { useText } from './texts.ts'

/** One participant's month: the log, and the report that is made of it. */
export function MonthScreen() {
  const text = useText()
  const format = useFormat()
  const { month: written = '' } = useParams({ strict: false })
  const month = monthIn(written)
  return (
    <ActScreen title={text('month.title', { month: format.month(month) })} lead={text('month.lead')}>
      {({ caseId, name }) => (
        <div className="k-beside">
          <ReportPanel caseId={caseId} name={name} of={month} />
          <LogPanel caseId={caseId} of={month} />
        </div>
      )}
    </ActScreen>
  )
}

function LogPanel({ caseId, of }: { caseId: string; of: Month }) {
  const text = useText()
  const { data, error, refetch } = useApi<MonthLog>(paths.log(caseId), { month: of })
  return (
    <Panel
      title={text('month.log')}
      action={<Link to={screens.act(caseId, 'log-activity')}>{text('month.log-more')}</Link>}
    >
      {data === undefined && (error === null ? <Loading lines={5} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && <LogList caseId={caseId} log={data} />}
    </Panel>
  )
}

function ReportPanel({ caseId, name, of }: { caseId: string; name: string; of: Month }) {
  const text = useText()
  const { today } = useSignedIn()
  const { data, error, refetch } = useApi<{ items: ReportView[] }>(paths.caseReports(caseId))
  const report = data?.items.find((one) => one.month === of)
  return (
    <Panel title={text('month.report')}>
      {data === undefined && (error === null ? <Loading lines={5} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && report === undefined && of >= monthOf(today) && (
        <p className="k-quiet">{text('month.not-over')}</p>
      )}
      {data !== undefined && report === undefined && of < monthOf(today) && <MakeDraft caseId={caseId} of={of} />}
      {report !== undefined && <ReportContent report={report} />}
      {report?.state === 'draft' && <Sign caseId={caseId} name={name} report={report} />}
      {report?.state === 'not-approved' && <MakeDraft caseId={caseId} of={of} />}
    </Panel>
  )
}

function MakeDraft({ caseId, of }: { caseId: string; of: Month }) {
  const text = useText()
  const notice = useNotice()
  const sending = useSend<null, unknown>({
    send: (_, written) => post(paths.draft(caseId), { month: of }, written),
    changes: changedBy(caseId),
  })
  const make = async () => {
    const answer = await sending.run(null)
    if (answer.done) notice.tell({ what: text('month.drafted'), seenBy: text('reports.drafted-seen-by') })
  }
  return (
    <>
      <p>{text('month.no-draft')}</p>
      <div className="k-row">
        <Button variant="secondary" isPending={sending.pending} onPress={() => void make()}>
          {text('month.make-draft')}
        </Button>
      </div>
      <ProblemNote problem={sending.problem} />
    </>
  )
}

function Sign({ caseId, name, report }: { caseId: string; name: string; report: ReportView }) {
  const text = useText()
  const notice = useNotice()
  const sending = useSend<null, Signed>({
    send: (_, written) => post<Signed>(paths.signatures, { reportIds: [report.reportId] }, written),
    changes: changedBy(caseId),
  })
  const sign = async () => {
    const answer = await sending.run(null)
    if (!answer.done) return false
    const approved = answer.value.reports[0]?.state === 'approved'
    notice.tell({
      what: text(approved ? 'month.signed-approved' : 'month.signed-handled', { name }),
      seenBy: text('reports.seen-by'),
    })
    return true
  }
  return (
    <>
      <Reasons report={report} />
      <div className="k-row">
        <ConfirmButton
          effect={text('month.sign')}
          title={text('reports.sign-title')}
          words={text('reports.sign-words', { n: 1 })}
          run={sign}
          pending={sending.pending}
          problem={sending.problem}
        />
      </div>
    </>
  )
}
