import { Button } from '@midas-ds/components/button'
import { addDays, type Day } from '../../../../src/kernel/day.ts'
import type { Instant } from '../../../../src/kernel/instant.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { EntryState } from '../../offline/entry-state.tsx'
import { useOfflineText } from '../../offline/texts.ts'
import { useQueued, useWaiting } from '../../offline/use-queued.ts'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Status } from '../../ui/status.tsx'
import { Card } from './card.tsx'
import type { Meeting } from './case-answers.ts'
import { useText } from './texts.ts'

/** "Möte i morgon 10:00", in the reader's language. */
export function useMeetingTitle() {
  const text = useText()
  const format = useFormat()
  const { today } = useSignedIn()
  return (meeting: Meeting): string => {
    const onDay = meeting.onDay as Day
    const near = onDay === today ? 'today' : onDay === addDays(today, 1) ? 'tomorrow' : null
    const when = near === null ? format.dayWithWeekday(onDay) : text(`next.meeting.${near}`)
    return text('next.meeting.title', { when, time: format.clock(meeting.startsAt as Instant) })
  }
}

/** The next meeting, and whether one comes. Saying no costs nothing: the adviser finds another time. */
export function MeetingCard({ meeting, caseId }: { meeting: Meeting; caseId: string }) {
  const title = useMeetingTitle()
  return (
    <Card title={title(meeting)}>
      <MeetingAnswer meeting={meeting} caseId={caseId} />
    </Card>
  )
}

export function MeetingAnswer({ meeting, caseId }: { meeting: Meeting; caseId: string }) {
  const text = useText()
  const notice = useNotice()
  const offline = useOfflineText()
  const waiting = useWaiting(meeting.meetingId)
  const answer = useQueued()
  const say = async (said: 'coming' | 'cannot') => {
    const sent = await answer.run({
      kind: 'meeting-answer',
      about: { day: meeting.onDay, said },
      lane: caseId,
      subjects: [meeting.meetingId],
      screen: '/app/participant/month',
      changes: [`/cases/${caseId}`],
      path: `/meetings/${meeting.meetingId}/answers`,
      body: { answer: said },
    })
    if (sent.state === 'waits') notice.tell({ what: offline('told'), seenBy: offline('told-seen-by') })
    if (sent.state === 'done')
      notice.tell({ what: text(`next.meeting.told-${said}`), seenBy: text('seen-by.provider') })
  }
  return (
    <div className="k-stack">
      <div>
        <p>{text('next.meeting.mode', { mode: meeting.mode, minutes: meeting.minutes })}</p>
        {meeting.adviserName !== null && <p>{text('next.meeting.with', { name: meeting.adviserName })}</p>}
        {meeting.place !== null && (
          <p>
            <bdi>{meeting.place}</bdi>
          </p>
        )}
      </div>
      {meeting.expected !== null && (
        <p>
          <Status
            kind={meeting.expected === 'coming' ? 'done' : 'waiting'}
            label={text(`next.meeting.said-${meeting.expected}`)}
          />
        </p>
      )}
      {waiting !== undefined && <EntryState entry={waiting} />}
      <ProblemNote problem={answer.problem} />
      <div className="k-row k-answers" hidden={waiting !== undefined && waiting.refused === null}>
        {meeting.expected !== 'coming' && (
          <Button
            variant={meeting.expected === null ? 'primary' : 'secondary'}
            isDisabled={answer.pending}
            onPress={() => void say('coming')}
          >
            {text('next.meeting.coming')}
          </Button>
        )}
        {meeting.expected !== 'cannot' && (
          <Button variant="secondary" isDisabled={answer.pending} onPress={() => void say('cannot')}>
            {text('next.meeting.cannot')}
          </Button>
        )}
      </div>
    </div>
  )
}
