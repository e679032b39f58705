import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { Day, Month } from '../../../../src/kernel/day.ts'
import type { ReportMonthView, ReportPage, reportMonthsReply } from '../../../../src/modules/dialogue/contract.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { KnownLines } from '../../ui/dialogue/known-month.tsx'
import { ReportForm } from '../../ui/dialogue/report-form.tsx'
import { useDialogueText } from '../../ui/dialogue/texts.ts'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { BackHome } from './back-home.tsx'
import { Answer, OwnCase } from './own-case.tsx'
import { useText } from './texts.ts'

type Months = z.output<typeof reportMonthsReply>

/** The own report of a month, filled in with what is known (programme 4.5, activity report). */
export function ReportScreen() {
  const text = useText()
  return <OwnCase title={text('report.title')}>{(person) => <OwnReports person={person} />}</OwnCase>
}

function OwnReports({ person }: { person: PersonPage }) {
  const title = useText()('report.title')
  const text = useDialogueText()
  const { month: asked }: { month?: string } = useSearch({ strict: false })
  const reports = useApi<Months>(`/cases/${person.caseId}/activity-reports`)
  return (
    <Screen title={title} lead={text('report.lead')}>
      <Answer of={reports} lines={6}>
        {({ months }) => {
          const first = months.find((one) => one.month === asked) ?? months.findLast((one) => one.state !== 'sent')
          const shown = first ?? months[0]
          return (
            <>
              {shown === undefined ? (
                <EmptyState title={text('report.none')} words={text('report.none-words')} />
              ) : (
                <OneMonth key={shown.month} caseId={person.caseId} month={shown} />
              )}
              {months.length > 1 && <Others months={months} shown={shown?.month} />}
            </>
          )
        }}
      </Answer>
      <p className="k-quiet">{text('report.help')}</p>
      <BackHome />
    </Screen>
  )
}

const kindOf: Record<ReportMonthView['state'], StatusKind> = {
  open: 'waiting',
  respite: 'waiting',
  missed: 'late',
  sent: 'done',
}

function OneMonth({ caseId, month }: { caseId: string; month: ReportMonthView }) {
  const format = useFormat()
  const report = useApi<ReportPage>(`/cases/${caseId}/activity-reports/${month.month}`)
  return (
    <Panel title={format.month(month.month)}>
      <State month={month} />
      <Answer of={report} lines={4}>
        {(page) => <Content caseId={caseId} page={page} />}
      </Answer>
    </Panel>
  )
}

function State({ month }: { month: ReportMonthView }) {
  const text = useDialogueText()
  const format = useFormat()
  const day = format.day(month.state === 'sent' ? (month.sentOn as Day) : month.dueOn)
  const key = { open: 'report.by', respite: 'report.respite', missed: 'report.missed', sent: 'report.sent' } as const
  return (
    <div>
      <Status kind={kindOf[month.state]} label={text(key[month.state], { day })} />
    </div>
  )
}

function Content({ caseId, page }: { caseId: string; page: ReportPage }) {
  const text = useDialogueText()
  const format = useFormat()
  const notice = useNotice()
  const [correcting, setCorrecting] = useState(false)
  const month = format.month(page.month)
  const done = () => {
    notice.tell({ what: text('report.sent-now', { month }), seenBy: text('report.sent-by') })
    setCorrecting(false)
  }
  if (page.sent !== null && !correcting) return <Sent page={page} onCorrect={() => setCorrecting(true)} />
  return (
    <>
      <h3>{text('report.known')}</h3>
      <KnownLines known={page.known} />
      <p>
        <Link to="/app/participant/month" search={{ month: page.month } as never}>
          {text('report.known-wrong')}
        </Link>
      </p>
      <h3>{text('report.more')}</h3>
      <ReportForm caseId={caseId} page={page} submit={text('report.send', { month })} onDone={done} />
    </>
  )
}

function Sent({ page, onCorrect }: { page: ReportPage; onCorrect: () => void }) {
  const text = useDialogueText()
  const format = useFormat()
  if (page.sent === null) return null
  const { on, toldBy, known, added } = page.sent
  return (
    <>
      {toldBy === 'staff' && <p>{text('report.told', { day: format.day(on) })}</p>}
      <KnownLines known={known} />
      {(added.lines.length > 0 || added.nothing) && (
        <ul className="k-list">
          {added.nothing && <li>{text('report.nothing')}</li>}
          {added.lines.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <li key={place}>
              {text(`report.added.${one.kind}`)}: <bdi>{one.words}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p>
        <button className="k-plain-button k-bordered" type="button" onClick={onCorrect}>
          {text('report.correct')}
        </button>
      </p>
    </>
  )
}

function Others({ months, shown }: { months: Months['months']; shown: Month | undefined }) {
  const text = useDialogueText()
  const format = useFormat()
  return (
    <Panel title={text('report.others')}>
      <ul className="k-ways">
        {months
          .filter((one) => one.month !== shown)
          .map((one) => (
            <li key={one.month}>
              <Link to="/app/participant/report" search={{ month: one.month } as never}>
                <span>
                  {format.month(one.month)}
                  <span className="k-quiet k-small k-block">
                    {text(`report.state.${one.state}`, { day: format.day(one.sentOn ?? one.dueOn) })}
                  </span>
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </Panel>
  )
}
