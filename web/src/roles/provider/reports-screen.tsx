import { Button } from '@midas-ds/components/button'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addMonths, firstDayOf, month, monthOf } from '../../../../src/kernel/day.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApiPage } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import type { ReportView, Signed } from './answers.ts'
import { paths } from './paths.ts'
import { ReportDue } from './report-content.tsx'
import { ReportList } from './report-list.tsx'
import { exceptionsOf } from './report-words.ts'
import { useText } from './texts.ts'

const most = 100

/** The month's close: "42 redovisningar klara, 3 att titta på"; what differs from the plan comes first, the rest is signed at once. */
export function ReportsScreen() {
  const text = useText()
  const { today, duty } = useSignedIn()
  const [asked, setAsked] = useState(() => monthOf(addMonths(firstDayOf(monthOf(today)), -1)))
  const format = useFormat()
  const whose = duty.role === 'adviser' ? 'mine' : 'all'
  const months = lastMonths(monthOf(today))
  return (
    <Screen title={text('reports.title', { month: format.month(asked) })} lead={text('reports.lead')}>
      <div className="k-row k-no-print">
        {months.map((one) => (
          <button
            key={one}
            className="k-plain-button k-bordered"
            type="button"
            aria-pressed={one === asked}
            onClick={() => setAsked(one)}
          >
            {format.month(one)}
          </button>
        ))}
      </div>
      <MonthClose key={asked} of={asked} whose={whose} />
      <LateReports besides={asked} whose={whose} />
    </Screen>
  )
}

const shownMonths = 3

function lastMonths(now: ReturnType<typeof monthOf>) {
  const first = firstDayOf(now)
  return Array.from({ length: shownMonths }, (_, back) => month(monthOf(addMonths(first, -1 - back))))
}

function MonthClose({ of, whose }: { of: string; whose: string }) {
  const text = useText()
  const { data, error, refetch } = useApiPage<ReportView>(paths.reports, { month: of, whose, limit: most })
  if (data === undefined) return error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />
  const drafts = data.items.filter((report) => report.state === 'draft')
  const look = drafts.filter((report) => exceptionsOf(report).length > 0)
  const ready = drafts.filter((report) => exceptionsOf(report).length === 0)
  const redo = data.items.filter((report) => report.state === 'not-approved')
  const sent = data.items.filter((report) => report.state !== 'draft' && report.state !== 'not-approved')
  const [firstDraft] = drafts
  if (data.total === 0) return <Nothing of={of} />
  return (
    <>
      <Panel>
        <p className="k-h2" role="status">
          {drafts.length === 0
            ? text('reports.all-signed')
            : text('reports.sentence', { ready: ready.length, look: look.length })}
        </p>
        {firstDraft !== undefined && <ReportDue report={firstDraft} />}
        {data.total > data.items.length && <p>{text('reports.more', { n: data.total - data.items.length })}</p>}
      </Panel>
      {redo.length > 0 && (
        <Panel title={text('reports.redo', { n: redo.length })}>
          <p>{text('reports.redo-words')}</p>
          <ReportList reports={redo} />
        </Panel>
      )}
      {look.length > 0 && (
        <Panel title={text('reports.look', { n: look.length })}>
          <ReportList reports={look} withReasons />
          <SignAll reports={look} effect={text('reports.sign-anyway', { n: look.length })} quiet />
        </Panel>
      )}
      {ready.length > 0 && (
        <Panel title={text('reports.ready', { n: ready.length })}>
          <SignAll reports={ready} effect={text('reports.sign', { n: ready.length })} />
          <details className="k-why">
            <summary>{text('reports.show-ready')}</summary>
            <div className="k-why-body">
              <ReportList reports={ready} />
            </div>
          </details>
        </Panel>
      )}
      {sent.length > 0 && (
        <Panel title={text('reports.sent', { n: sent.length })}>
          <ReportList reports={sent} />
        </Panel>
      )}
    </>
  )
}

/** Of other months: what was not approved, and drafts that should have been signed. Each is opened before it is sent. */
function LateReports({ besides, whose }: { besides: string; whose: string }) {
  const text = useText()
  const { today } = useSignedIn()
  const refused = useApiPage<ReportView>(paths.reports, { state: 'not-approved', whose, limit: most }).data?.items ?? []
  const drafts = useApiPage<ReportView>(paths.reports, { state: 'draft', whose, limit: most }).data?.items ?? []
  const late = [...refused, ...drafts.filter((report) => report.dueOn < today)].filter(
    (report) => report.month !== besides,
  )
  if (late.length === 0) return null
  return (
    <Panel title={text('reports.older', { n: late.length })}>
      <details className="k-why">
        <summary>{text('reports.show-ready')}</summary>
        <div className="k-why-body">
          <ReportList reports={late} withMonth />
        </div>
      </details>
    </Panel>
  )
}

function SignAll({
  reports,
  effect,
  quiet = false,
}: {
  reports: readonly ReportView[]
  effect: string
  quiet?: boolean
}) {
  const text = useText()
  const notice = useNotice()
  const sending = useSend<readonly string[], Signed>({
    send: (reportIds, written) => post<Signed>(paths.signatures, { reportIds }, written),
    changes: [paths.reports, '/cases', '/tasks'],
  })
  const sign = async () => {
    const answer = await sending.run(reports.map((report) => report.reportId))
    if (!answer.done) return false
    const approved = answer.value.reports.filter((report) => report.state === 'approved').length
    const handled = answer.value.reports.length - approved
    notice.tell({ what: text('reports.signed', { approved, handled }), seenBy: text('reports.seen-by') })
    return true
  }
  return (
    <div className="k-row">
      <ConfirmButton
        effect={effect}
        title={text('reports.sign-title')}
        words={text('reports.sign-words', { n: reports.length })}
        run={sign}
        pending={sending.pending}
        problem={sending.problem}
        variant={quiet ? 'secondary' : 'primary'}
      />
    </div>
  )
}

/** No reports of the month: drafts come by themselves, or are made now. */
function Nothing({ of }: { of: string }) {
  const text = useText()
  const notice = useNotice()
  const sending = useSend<null, { reports: unknown[] }>({
    send: (_, written) => post(paths.drafts, { month: of }, written),
    changes: [paths.reports, '/cases'],
  })
  const make = async () => {
    const answer = await sending.run(null)
    if (answer.done)
      notice.tell({
        what: text('reports.drafted', { n: answer.value.reports.length }),
        seenBy: text('reports.drafted-seen-by'),
      })
  }
  return (
    <>
      <EmptyState
        title={text('reports.empty')}
        words={
          <>
            {text('reports.empty-words')} <Link to="/app/provider">{text('nav.home')}</Link>
          </>
        }
        action={
          <Button variant="secondary" isPending={sending.pending} onPress={() => void make()}>
            {text('reports.draft-now')}
          </Button>
        }
      />
      <ProblemNote problem={sending.problem} />
    </>
  )
}
