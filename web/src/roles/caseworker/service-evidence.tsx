import { Link } from '@tanstack/react-router'
import { type Day, daysBetween } from '../../../../src/kernel/day.ts'
import type { EvidenceReply } from '../../../../src/modules/delivery/contract/desk.ts'
import type { DeliveryReply } from '../../../../src/modules/delivery/contract.ts'
import { useSignedIn } from '../../api/session.ts'
import { useClockText } from '../../language/clock-texts.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { codeWords } from '../../ui/case-steps.ts'
import { Facts } from '../../ui/facts.tsx'
import { HoursShares } from '../../ui/hours-shares.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { useDeskText } from './desk-texts.ts'

type Props = { caseId: string; evidence: EvidenceReply; plan: DeliveryReply['plans'][number] | undefined }

/** What was delivered in the period, so that an extension is decided on facts (programme 4.3). */
export function ServiceEvidence({ caseId, evidence, plan }: Props) {
  const text = useDeskText()
  const format = useFormat()
  const { today } = useSignedIn()
  const columns = useColumns()
  const { period } = evidence
  if (period === null) return <Panel title={text('evidence.title')}>{text('evidence.no-period')}</Panel>
  const lastDay = period.lastDay as Day
  const days = format.days(period.firstDay as Day, lastDay)
  const left = daysBetween(today, lastDay)
  return (
    <Panel title={text('evidence.title')}>
      <p>
        <strong>{left < 0 ? text('evidence.days-over', { days }) : text('evidence.days', { days, n: left })}</strong>
      </p>
      <Figures evidence={evidence} />
      <div>
        <h3>{text('evidence.hours')}</h3>
        <HoursShares hours={evidence.hours} reader="staff" />
      </div>
      <Kept evidence={evidence} />
      <CardTable
        caption={text('evidence.activities')}
        rows={evidence.activities}
        keyOf={(row) => row.code}
        columns={columns}
      />
      <Progress evidence={evidence} />
      <p>
        <strong>{text('evidence.plan')}.</strong>{' '}
        {plan === undefined
          ? text('evidence.plan-none')
          : text('evidence.plan-of', {
              version: plan.version,
              hours: format.number(plan.hoursPerWeek),
              goals: plan.goals,
            })}
      </p>
      <p>
        <Link to={`/app/caseworker/cases/${caseId}/delivery` as never}>{text('evidence.to-plan')}</Link> ·{' '}
        <Link to={`/app/caseworker/cases/${caseId}/outcomes` as never}>{text('evidence.to-outcomes')}</Link>
      </p>
    </Panel>
  )
}

function Figures({ evidence }: { evidence: EvidenceReply }) {
  const text = useDeskText()
  const format = useFormat()
  const { meetings, reports } = evidence
  const number = (value: number) => format.number(value)
  const { held, minutes, physical, absent, notHeld } = meetings
  const missed = text('evidence.meetings-not', { absent, notHeld }).trim()
  return (
    <Facts
      items={[
        {
          label: text('evidence.meetings'),
          value: (
            <>
              {text('evidence.meetings-of', { held, minutes, physical })}
              {missed !== '' && <span className="k-quiet k-small k-block">{missed}</span>}
            </>
          ),
        },
        { label: text('evidence.contacts'), value: number(evidence.employerContacts) },
        { label: text('evidence.reports'), value: text('evidence.reports-of', reports) },
      ]}
    />
  )
}

function Kept({ evidence }: { evidence: EvidenceReply }) {
  const text = useDeskText()
  const clock = useClockText()
  const duty = (rule: string) => {
    const key = `duty.${rule}`
    return clock.knows(key) ? clock(key) : clock('duty.other')
  }
  const cause = (code: string) => {
    const key = `evidence.cause.${code}`
    return text.knows(key) ? text(key) : text('evidence.cause.nothing-known')
  }
  return (
    <div>
      <h3>{text('evidence.breaches')}</h3>
      {evidence.breaches.length === 0 && <Status kind="done" label={text('evidence.breaches-none')} />}
      <ul className="k-plain-list">
        {evidence.breaches.map((one) => (
          <li key={`${one.rule} ${one.cause}`}>
            {text('evidence.breach', { what: duty(one.rule), n: one.count, cause: cause(one.cause) })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Progress({ evidence }: { evidence: EvidenceReply }) {
  const text = useDeskText()
  const format = useFormat()
  if (evidence.progress.length === 0) return null
  return (
    <div>
      <h3>{text('evidence.progress')}</h3>
      <ul className="k-plain-list k-stack">
        {evidence.progress.map((one) => (
          <li key={one.onDay}>
            <span className="k-quiet">{format.day(one.onDay as Day)}</span> <bdi>{one.words}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}

function useColumns(): readonly Column<EvidenceReply['activities'][number]>[] {
  const text = useDeskText()
  const words = useStepText()
  const format = useFormat()
  const hours = (value: number) => `${format.number(value)} h`
  return [
    { title: text('evidence.activity'), cell: (row) => codeWords(words, 'activity', row.code) },
    { title: text('evidence.done'), kind: 'number', cell: (row) => hours(row.hours) },
    { title: text('evidence.physical'), kind: 'number', cell: (row) => hours(row.physicalHours) },
    {
      title: text('evidence.planned'),
      kind: 'number',
      cell: (row) => (row.plannedPerWeek === null ? text('evidence.not-planned') : hours(row.plannedPerWeek)),
    },
  ]
}
