import type { Instant } from '../../../../src/kernel/instant.ts'
import type { ClashesReply } from '../../../../src/modules/delivery/contract/calendar.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { type MeetingValues, startOf } from './meeting-fields.tsx'
import { paths } from './paths.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

type Props = { caseId: string; values: MeetingValues; meetingId?: string }

/** What the typed time clashes with, told while it can still be changed; only the participant's own meeting stops it. */
export function MeetingClashes({ caseId, values, meetingId }: Props) {
  const text = useText()
  const format = useFormat()
  const startsAt = startOf(values)
  const minutes = typedNumber(values.minutes)
  const asked = startsAt !== null && minutes !== null && Number.isInteger(minutes) && minutes >= 5 && minutes <= 480
  const { data } = useApi<ClashesReply>(asked ? paths.clashes(caseId) : null, { startsAt, minutes, meetingId })
  const clashes = asked ? (data?.clashes ?? []) : []
  return (
    <div role="status">
      {clashes.length > 0 && (
        <div className="k-note k-note-care">
          <p>
            <strong>{text('clash.title')}</strong>
          </p>
          <ul className="k-plain-list">
            {clashes.map((clash) => (
              <li key={`${clash.kind} ${clash.startsAt ?? ''}`}>
                {text(`clash.${clash.kind}`, {
                  at: clash.startsAt === undefined ? '' : format.instant(clash.startsAt as Instant),
                  minutes: clash.minutes ?? 0,
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
