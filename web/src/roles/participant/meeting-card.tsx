import { Button } from '@midas-ds/components/button'
import { addDays, type Day } from '../../../../src/kernel/day.ts'
import type { Instant } from '../../../../src/kernel/instant.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
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
  const answer = useSend({
    send: (said: 'coming' | 'cannot', written) =>
      post(`/meetings/${meeting.meetingId}/answers`, { answer: said }, written),
    changes: [`/cases/${caseId}`],
  })
  const say = async (said: 'coming' | 'cannot') => {
    const sent = await answer.run(said)
    if (sent.done) notice.tell({ what: text(`next.meeting.told-${said}`), seenBy: text('seen-by.provider') })
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
      <ProblemNote problem={answer.problem} />
      <div className="k-row k-answers">
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
