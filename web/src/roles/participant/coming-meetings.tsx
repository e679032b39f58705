import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { Panel } from '../../ui/screen.tsx'
import type { Delivery } from './case-answers.ts'
import { MeetingAnswer, useMeetingTitle } from './meeting-card.tsx'
import { useText } from './texts.ts'

/** Every planned meeting from today on, to say whether one comes. Shows nothing while there is none. */
export function ComingMeetings({ caseId }: { caseId: string }) {
  const text = useText()
  const title = useMeetingTitle()
  const { today } = useSignedIn()
  const { data } = useApi<Delivery>(`/cases/${caseId}/delivery`)
  const coming = (data?.meetings ?? [])
    .filter((one) => one.tookPlace === null && one.onDay >= today)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  if (coming.length === 0) return null
  return (
    <Panel title={text('month.meetings')}>
      <ul className="k-plain-list k-stack">
        {coming.map((meeting) => (
          <li key={meeting.meetingId} className="k-stack">
            <h3>{title(meeting)}</h3>
            <MeetingAnswer meeting={meeting} caseId={caseId} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
