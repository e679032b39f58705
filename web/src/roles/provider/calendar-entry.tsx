import { Link } from '@tanstack/react-router'
import { addMillis, type Instant } from '../../../../src/kernel/instant.ts'
import type { CalendarItem } from '../../../../src/modules/delivery/contract/sessions.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { CancelEntry } from './cancel-entry.tsx'
import { GroupAttendance } from './group-attendance.tsx'
import { MoveSession } from './move-session.tsx'
import { screens } from './paths.ts'
import { SessionPeople } from './session-people.tsx'
import { useSessionText } from './sessions-texts.ts'

const minuteMillis = 60_000

/** A meeting or a session in the week: when, what and who; when it has begun, who came is one tap away. */
export function CalendarEntry({ item, heading: Heading = 'h4' }: { item: CalendarItem; heading?: 'h3' | 'h4' }) {
  const text = useSessionText()
  const say = useStepText()
  const format = useFormat()
  const { now } = useSignedIn()
  const startsAt = item.startsAt as Instant
  const what = item.code === null ? text('meeting') : codeWords(say, 'activity', item.code)
  const until = addMillis(startsAt, item.minutes * minuteMillis)
  const begun = item.startsAt <= now
  const recorded = item.participants.filter((one) => one.entryId !== null).length
  const about = [
    text(`mode.${item.mode}`),
    ...(item.place === null ? [] : [item.place]),
    ...(item.adviserName === null ? [] : [text('item.led-by', { name: item.adviserName })]),
    ...(item.seriesId === null ? [] : [text('item.series')]),
  ]
  return (
    <article className="k-outlined k-stack">
      <Heading>
        <span className="k-number">
          {text('item.until', { from: format.clock(startsAt), to: format.clock(until) })}
        </span>{' '}
        {what}
      </Heading>
      <p className="k-quiet k-small">{about.join(' · ')}</p>
      <Participants item={item} begun={begun} />
      {begun && (
        <details className="k-why" open={recorded === 0}>
          <summary>{text(recorded === item.participants.length ? 'item.correct' : 'item.attend')}</summary>
          <div className="k-why-body">
            <GroupAttendance key={item.participants.map((one) => one.entryId).join()} item={item} />
          </div>
        </details>
      )}
      {recorded === 0 && item.kind === 'session' && !begun && (
        <details className="k-why">
          <summary>{text('item.people')}</summary>
          <div className="k-why-body k-stack">
            <SessionPeople key={item.participants.map((one) => one.id).join()} item={item} />
          </div>
        </details>
      )}
      {recorded === 0 && item.kind === 'session' && !begun && (
        <details className="k-why">
          <summary>{text('item.change')}</summary>
          <div className="k-why-body">
            <MoveSession item={item} />
          </div>
        </details>
      )}
      {recorded === 0 && !begun && (
        <details className="k-why">
          <summary>{text('item.cancel')}</summary>
          <div className="k-why-body">
            <CancelEntry item={item} />
          </div>
        </details>
      )}
    </article>
  )
}

/** When it has begun, what else was done with each is one tap away, also without a network. */
function Participants({ item, begun }: { item: CalendarItem; begun: boolean }) {
  const text = useSessionText()
  return (
    <ul className="k-plain-list">
      {item.participants.map((one) => (
        <li key={one.id}>
          <Link to={screens.participant(one.caseId)}>
            <bdi>{one.name}</bdi>
          </Link>
          {one.expected !== null && <span className="k-quiet"> {text(`item.${one.expected}`)}</span>}
          {one.came !== null && <strong> {text(one.tookPlace ? `came.${one.came}` : 'attend.not-held')}</strong>}
          {begun && <LogMore caseId={one.caseId} name={one.name} />}
        </li>
      ))}
    </ul>
  )
}

function LogMore({ caseId, name }: { caseId: string; name: string }) {
  const text = useSessionText()
  return (
    <span className="k-row k-small">
      {(['log-activity', 'log-meeting'] as const).map((act) => (
        <Link key={act} to={screens.act(caseId, act)} aria-label={text(`item.${act}-with`, { name })}>
          {text(`item.${act}`)}
        </Link>
      ))}
    </span>
  )
}
