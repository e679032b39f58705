import { Link } from '@tanstack/react-router'
import { addDays, type Day, day, mondayOf } from '../../../../src/kernel/day.ts'
import { dayOf, type Instant } from '../../../../src/kernel/instant.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { useShownFromDevice } from '../../offline/connection.ts'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useActivityLaw } from './activity-law.ts'
import type { Caseload, CaseloadItem } from './answers.ts'
import { Attendance } from './attendance.tsx'
import { paths, screens } from './paths.ts'
import { useText } from './texts.ts'

const fridayAfterMonday = 4
const daysInWeek = 7

type NextMeeting = NonNullable<CaseloadItem['nextMeeting']>

/** Today's meetings as a column of time, and how many participants have a last day this week. */
export function TodayPanel() {
  const text = useText()
  const { today } = useSignedIn()
  // What is kept on the device is today's meetings; of the clocks it knows nothing.
  const fromDevice = useShownFromDevice() !== null
  const { data, error, refetch } = useApi<Caseload>(paths.caseload, { whose: 'mine', limit: 100 })
  // Asked for here, so that the device has it when something is to be logged without a network.
  useActivityLaw()
  if (data === undefined) return error === null ? <Loading lines={3} /> : <ErrorState error={error} onAgain={refetch} />
  if (data.total === 0) return null
  const friday = addDays(mondayOf(today), fridayAfterMonday)
  const meetings = data.items
    .flatMap((item) => (item.nextMeeting === null ? [] : [{ item, meeting: item.nextMeeting }]))
    .filter(({ meeting }) => dayOf(meeting.startsAt as Instant) === today)
    .sort((a, b) => (a.meeting.startsAt < b.meeting.startsAt ? -1 : 1))
  return (
    <Panel title={text('today.title')}>
      {!fromDevice && <Clocks items={data.items} until={friday < today ? addDays(friday, daysInWeek) : friday} />}
      {meetings.length === 0 ? (
        <p className="k-quiet">{text('today.no-meetings')}</p>
      ) : (
        <ol className="k-plain-list k-rows">
          {meetings.map(({ item, meeting }) => (
            <TodayMeeting key={item.placementId} item={item} meeting={meeting} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

/** When it has begun, what came of it is one tap away. */
function TodayMeeting({ item, meeting }: { item: CaseloadItem; meeting: NextMeeting }) {
  const text = useText()
  const format = useFormat()
  const { now } = useSignedIn()
  return (
    <li className="k-stack">
      <p>
        <strong className="k-number">{format.clock(meeting.startsAt as Instant)}</strong>{' '}
        <Link to={screens.participant(item.caseId)}>
          <bdi>{item.name}</bdi>
        </Link>
      </p>
      {meeting.startsAt <= now && (
        <Attendance caseId={item.caseId} name={item.name} meeting={meeting} mayWait={!item.protected} />
      )}
      <p className="k-row k-small">
        <Link to={screens.act(item.caseId, 'log-activity')}>{text('today.log-activity', { name: item.name })}</Link>
        <Link to={screens.act(item.caseId, 'log-meeting')}>{text('today.log-meeting', { name: item.name })}</Link>
      </p>
    </li>
  )
}

/** "3 deltagare behöver möte senast fredag": one line a duty, the most urgent kinds only. */
function Clocks({ items, until }: { items: readonly CaseloadItem[]; until: Day }) {
  const text = useText()
  const format = useFormat()
  const dueBy = (rules: readonly string[]) =>
    items.filter((item) => item.due.some((due) => rules.includes(due.rule) && day(due.dueOn) <= until)).length
  const counts = [
    { key: 'today.meetings-due', n: dueBy(meetingRules) },
    { key: 'today.activities-due', n: dueBy(['weekly-physical-activity', 'weekly-hours']) },
    { key: 'today.plans-due', n: dueBy(['plan-agreed', 'plan-covers-hours']) },
  ] as const
  const due = counts.filter(({ n }) => n > 0)
  const by = format.dayWithWeekday(until)
  if (due.length === 0) return <Status kind="done" label={text('today.nothing-due', { day: by })} />
  return (
    <ul className="k-plain-list">
      {due.map(({ key, n }) => (
        <li key={key}>
          <Status kind="waiting" label={text(key, { n, day: by })} />
        </li>
      ))}
    </ul>
  )
}

const meetingRules = ['meeting-every-14-days', 'meeting-physical-every-28-days', 'first-meeting-physical']
