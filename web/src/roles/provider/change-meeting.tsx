import { day } from '../../../../src/kernel/day.ts'
import { type Instant, timeOf } from '../../../../src/kernel/instant.ts'
import { post } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { useWaiting } from '../../offline/use-queued.ts'
import { TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import type { Meeting } from './answers.ts'
import { Attendance } from './attendance.tsx'
import { useMayWait } from './may-wait.ts'
import { MeetingClashes } from './meeting-clashes.tsx'
import { MeetingFields, sentMeeting, useMeetingCheck } from './meeting-fields.tsx'
import { changedBy, paths } from './paths.ts'
import { useSessionText } from './sessions-texts.ts'
import { useText } from './texts.ts'

type Props = { caseId: string; name: string; meeting: Meeting }

/** A meeting to come is moved; what came of one that has been is corrected. */
export function ChangeMeeting({ caseId, name, meeting }: Props) {
  const text = useText()
  const format = useFormat()
  const isRecorded = meeting.attendanceId !== null
  const mayWait = useMayWait(caseId)
  const waiting = useWaiting(meeting.meetingId)
  return (
    <details className="k-why" open={isRecorded && waiting !== undefined}>
      <summary>
        {text(isRecorded ? 'change.correct' : 'change.move')}
        <span className="k-only-read"> {format.instant(meeting.startsAt as Instant)}</span>
      </summary>
      <div className="k-why-body">
        {isRecorded ? (
          <Attendance caseId={caseId} name={name} meeting={meeting} mayWait={mayWait} />
        ) : (
          <MoveForm caseId={caseId} name={name} meeting={meeting} />
        )}
      </div>
    </details>
  )
}

function MoveForm({ caseId, name, meeting }: Props) {
  const text = useText()
  const say = useSessionText()
  const notice = useNotice()
  const check = useMeetingCheck()
  const form = useForm({
    initial: {
      startsAt: day(meeting.onDay) as string,
      time: timeOf(meeting.startsAt as Instant),
      minutes: String(meeting.minutes),
      mode: meeting.mode as string,
      place: meeting.place ?? '',
      why: '',
    },
    check,
    send: (values, written) =>
      post(
        paths.move(meeting.meetingId),
        { ...sentMeeting(values), ...(values.why.trim() === '' ? {} : { why: values.why.trim() }) },
        written,
      ),
    changes: changedBy(caseId),
    onDone: () => notice.tell({ what: text('change.moved', { name }), seenBy: text('meeting.planned-seen-by') }),
  })
  return (
    <Form form={form} submit={text('change.move-submit')}>
      <MeetingFields form={form} />
      <TextInput form={form} name="why" label={say('move.why')} optional />
      <MeetingClashes caseId={caseId} values={form.values} meetingId={meeting.meetingId} />
    </Form>
  )
}
