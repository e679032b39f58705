import { parseDay } from '../../../../src/kernel/day.ts'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { CalendarItem, SessionClashesReply } from '../../../../src/modules/delivery/contract/sessions.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Status } from '../../ui/status.tsx'
import { startOf } from './meeting-fields.tsx'
import { paths } from './paths.ts'
import { areQuarters, type SessionValues } from './session-values.ts'
import { useSessionText } from './sessions-texts.ts'
import { typedNumber } from './typed-number.ts'

type Time = SessionClashesReply['times'][number]

/** What would be booked: every time of the typed series, with holidays and clashes, while it can still be changed. */
export function useSessionTimes(values: SessionValues): readonly Time[] {
  const startsAt = startOf(values)
  const minutes = typedNumber(values.minutes)
  const once = values.repeat === 'once'
  const until = once ? null : parseDay(values.until)
  const ready =
    startsAt !== null && areQuarters(values.minutes) && values.caseIds.length > 0 && (until === null || until.ok)
  const { data } = useApi<SessionClashesReply>(ready ? paths.sessionClashes : null, {
    caseIds: values.caseIds.join(','),
    startsAt,
    minutes,
    ...(until?.ok ? { everyWeeks: values.repeat, until: until.value, holidays: values.holidays } : {}),
  })
  return ready ? (data?.times ?? []) : []
}

/** What a session that is moved would meet at its new time, itself left out. */
export function useMovedTime(
  { key, participants }: CalendarItem,
  values: Pick<SessionValues, 'startsAt' | 'time' | 'minutes'>,
): readonly Time[] {
  const startsAt = startOf(values)
  const ready = startsAt !== null && areQuarters(values.minutes)
  const { data } = useApi<SessionClashesReply>(ready ? paths.sessionClashes : null, {
    caseIds: participants.map((one) => one.caseId).join(','),
    startsAt,
    minutes: typedNumber(values.minutes),
    sessionId: key,
  })
  return ready ? (data?.times ?? []) : []
}

export function SessionTimes({ times, nameOf }: { times: readonly Time[]; nameOf: (caseId: string) => string }) {
  const text = useSessionText()
  const format = useFormat()
  return (
    <div role="status">
      {times.length > 0 && (
        <div className="k-outlined k-stack">
          <p>
            <strong>{text('times.title', { n: times.filter((time) => !time.skipped).length })}</strong>
          </p>
          <ol className="k-plain-list k-rows">
            {times.map((time) => (
              <li key={time.startsAt}>
                <span className={time.skipped ? 'k-quiet' : ''}>{format.instant(time.startsAt as Instant)}</span>{' '}
                <TimeState time={time} nameOf={nameOf} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  )
}

function TimeState({ time, nameOf }: { time: Time; nameOf: (caseId: string) => string }) {
  const text = useSessionText()
  const format = useFormat()
  if (time.skipped) return <Status kind="stopped" label={text('times.skipped', { holiday: time.holiday ?? '' })} />
  if (time.clashes.length === 0) return <Status kind="done" label={text('times.free')} />
  return (
    <ul className="k-plain-list">
      {time.clashes.map((clash) => (
        <li key={`${clash.kind} ${clash.caseId ?? ''} ${clash.startsAt ?? ''}`}>
          <Status
            kind={clash.kind.startsWith('participant-') ? 'late' : 'waiting'}
            label={text(`clash.${clash.kind}`, {
              name: nameOf(clash.caseId ?? ''),
              at: clash.startsAt === undefined ? '' : format.instant(clash.startsAt as Instant),
            })}
          />
        </li>
      ))}
    </ul>
  )
}
