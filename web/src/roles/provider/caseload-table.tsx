import { Link } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { Instant } from '../../../../src/kernel/instant.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { ExemptWords, MovedWords } from '../../ui/exempt-words.tsx'
import { Status } from '../../ui/status.tsx'
import { MicroStrip } from '../../ui/strip.tsx'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import type { CaseloadItem } from './answers.ts'
import { caseloadDays, caseloadMarks } from './caseload-marks.ts'
import { Booked, DueWords } from './due-words.tsx'
import { screens } from './paths.ts'
import { useText } from './texts.ts'

/** One row a participant: the next last day first, then the meeting, the plan and eight weeks drawn. */
export function CaseloadTable({ items, withAdviser }: { items: readonly CaseloadItem[]; withAdviser: boolean }) {
  const text = useText()
  const box = useRowKeys()
  const columns = useColumns(withAdviser)
  return (
    <div ref={box}>
      <CardTable caption={text('caseload.caption')} rows={items} keyOf={(item) => item.placementId} columns={columns} />
      <p className="k-quiet k-small k-no-print">{text('caseload.keys')}</p>
    </div>
  )
}

function useColumns(withAdviser: boolean): readonly Column<CaseloadItem>[] {
  const text = useText()
  const format = useFormat()
  const { today } = useSignedIn()
  const columns: Column<CaseloadItem>[] = [
    {
      title: text('caseload.participant'),
      cell: (item) => (
        <Link to={screens.participant(item.caseId)}>
          <bdi>{item.name}</bdi>
        </Link>
      ),
    },
    { title: text('caseload.level'), cell: (item) => item.level ?? '–' },
    { title: text('caseload.next-due'), cell: (item) => <NextDue item={item} /> },
    {
      title: text('caseload.meeting'),
      cell: (item) =>
        item.nextMeeting === null ? (
          <span className="k-quiet">{text('caseload.no-meeting')}</span>
        ) : (
          format.instant(item.nextMeeting.startsAt as Instant)
        ),
    },
    { title: text('caseload.plan'), cell: (item) => <PlanState item={item} /> },
    {
      title: text('caseload.weeks'),
      cell: (item) => <MicroStrip {...caseloadDays(item, today)} today={today} marks={caseloadMarks(item)} />,
    },
  ]
  if (!withAdviser) return columns
  const adviser: Column<CaseloadItem> = {
    title: text('caseload.adviser'),
    cell: (item) =>
      item.adviserName === null ? (
        <span className="k-quiet">{text('caseload.no-adviser')}</span>
      ) : (
        <bdi>{item.adviserName}</bdi>
      ),
  }
  return [...columns.slice(0, 5), adviser, ...columns.slice(5)]
}

/** The nearest last day in words, and how many more there are. */
function NextDue({ item }: { item: CaseloadItem }) {
  const text = useText()
  const format = useFormat()
  const { today } = useSignedIn()
  const [first, ...more] = item.due
  const missed = item.breaches.filter((breach) => breach.cause !== 'logged-late').length
  if (day(item.firstDay) > today)
    return <span className="k-quiet">{text('caseload.begins', { day: format.day(day(item.firstDay)) })}</span>
  if (first === undefined)
    return (
      <>
        <Status kind="done" label={text('caseload.nothing-due')} />
        <ExemptWords exempt={item.exempt} />
      </>
    )
  return (
    <>
      <DueWords due={first} />
      <Booked due={first} />
      <MovedWords due={first} />
      <ExemptWords exempt={item.exempt} />
      {more.length > 0 && <p className="k-quiet k-small">{text('caseload.more-due', { n: more.length })}</p>}
      {missed > 0 && <p className="k-quiet k-small">{text('caseload.missed', { n: missed })}</p>}
    </>
  )
}

const planKinds = { none: 'late', waiting: 'waiting', approved: 'done', returned: 'late' } as const

function PlanState({ item }: { item: CaseloadItem }) {
  const text = useText()
  if (!item.mapped) return <Status kind="coming" label={text('plan-state.no-mapping')} />
  return <Status kind={planKinds[item.plan]} label={text(`plan-state.${item.plan}`)} />
}
