import { Link } from '@tanstack/react-router'
import type { Instant } from '../../../../src/kernel/instant.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import type { DeliveryReply, Meeting } from './answers.ts'
import { Attendance } from './attendance.tsx'
import { ChangeMeeting } from './change-meeting.tsx'
import { useMayWait } from './may-wait.ts'
import { screens } from './paths.ts'
import { useText } from './texts.ts'

type Props = { caseId: string; name: string; service: DeliveryReply }

/** Meetings that wait for a word on what came of them first, then those to come, then those held. */
export function MeetingsPanel({ caseId, name, service }: Props) {
  const text = useText()
  const { now } = useSignedIn()
  const mayWait = useMayWait(caseId)
  const byTime = [...service.meetings].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const open = byTime.filter((meeting) => meeting.attendanceId === null)
  const begun = open.filter((meeting) => meeting.startsAt <= now)
  const coming = open.filter((meeting) => meeting.startsAt > now)
  const held = byTime.filter((meeting) => meeting.attendanceId !== null).reverse()
  return (
    <Panel
      title={text('meetings.title')}
      action={<Link to={screens.act(caseId, 'plan-meeting')}>{text('meetings.plan')}</Link>}
    >
      {service.meetings.length === 0 && <p className="k-quiet">{text('meetings.empty')}</p>}
      {begun.map((meeting) => (
        <div key={meeting.meetingId} className="k-stack k-outlined">
          <MeetingLine meeting={meeting} />
          <Attendance caseId={caseId} name={name} meeting={meeting} mayWait={mayWait} />
        </div>
      ))}
      <MeetingList caseId={caseId} name={name} meetings={coming} />
      <MeetingList caseId={caseId} name={name} meetings={held.slice(0, shownHeld)} />
      {held.length > shownHeld && (
        <details className="k-why">
          <summary>{text('meetings.past', { n: held.length - shownHeld })}</summary>
          <div className="k-why-body">
            <MeetingList caseId={caseId} name={name} meetings={held.slice(shownHeld)} />
          </div>
        </details>
      )}
    </Panel>
  )
}

const shownHeld = 3

type ListProps = { caseId: string; name: string; meetings: readonly Meeting[] }

function MeetingList({ caseId, name, meetings }: ListProps) {
  if (meetings.length === 0) return null
  return (
    <ul className="k-plain-list k-rows">
      {meetings.map((meeting) => (
        <li key={meeting.meetingId}>
          <MeetingLine meeting={meeting} />
          <ChangeMeeting caseId={caseId} name={name} meeting={meeting} />
        </li>
      ))}
    </ul>
  )
}

/** When, how long, how, and what came of it. */
function MeetingLine({ meeting }: { meeting: Meeting }) {
  const text = useText()
  const say = useStepText()
  const format = useFormat()
  return (
    <div>
      <p>
        <strong>{format.instant(meeting.startsAt as Instant)}</strong> · {text('minutes', { n: meeting.minutes })} ·{' '}
        {codeWords(say, 'mode', meeting.mode)}
        {meeting.place !== null && (
          <>
            {' · '}
            <bdi>{meeting.place}</bdi>
          </>
        )}
      </p>
      <MeetingState meeting={meeting} />
      {meeting.progress !== null && <p className="k-small">{meeting.progress}</p>}
    </div>
  )
}

function MeetingState({ meeting }: { meeting: Meeting }) {
  const text = useText()
  if (meeting.attendanceId === null) {
    return meeting.expected === null ? null : (
      <Status kind={meeting.expected === 'coming' ? 'coming' : 'late'} label={text(`expected.${meeting.expected}`)} />
    )
  }
  const held = meeting.tookPlace === true && meeting.came !== 'no'
  return (
    <p className="k-row">
      <Status
        kind={held ? 'done' : 'late'}
        label={text(held ? `came.${meeting.came === 'partly' ? 'partly' : 'yes'}` : 'came.not-held')}
      />
      {meeting.answer !== 'none' && <span className="k-quiet k-small">{text(`answer.${meeting.answer}`)}</span>}
    </p>
  )
}
