import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { Form } from '../../ui/form.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { ActScreen, useDone } from './act-screen.tsx'
import type { DeliveryReply } from './answers.ts'
import { DueWords } from './due-words.tsx'
import { MeetingClashes } from './meeting-clashes.tsx'
import { MeetingFields, meetingAt, sentMeeting, useMeetingCheck } from './meeting-fields.tsx'
import { changedBy, paths } from './paths.ts'
import { useText } from './texts.ts'

/** A development meeting to come; the participant is told. */
export function PlanMeetingScreen() {
  const text = useText()
  return (
    <ActScreen title={text('meeting.plan-title')} lead={text('meeting.plan-lead')}>
      {({ caseId, name, service }) => <PlanMeetingForm caseId={caseId} name={name} service={service} />}
    </ActScreen>
  )
}

function PlanMeetingForm({ caseId, name, service }: { caseId: string; name: string; service: DeliveryReply }) {
  const text = useText()
  const { today } = useSignedIn()
  const done = useDone(caseId)
  const check = useMeetingCheck()
  const form = useForm({
    initial: meetingAt(today),
    check,
    send: (values, written) => post(paths.meetings(caseId), sentMeeting(values), written),
    changes: changedBy(caseId),
    onDone: () => done({ what: text('meeting.planned', { name }), seenBy: text('meeting.planned-seen-by') }),
  })
  const clocks = service.due.filter((due) => due.rule.includes('meeting'))
  return (
    <Panel>
      {clocks.map((due) => (
        <DueWords key={due.rule} due={due} />
      ))}
      <Form form={form} submit={text('meeting.plan-submit')}>
        <MeetingFields form={form} />
        <MeetingClashes caseId={caseId} values={form.values} />
      </Form>
    </Panel>
  )
}
