import { Button } from '@midas-ds/components/button'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { dayOf, type Instant } from '../../../../src/kernel/instant.ts'
import { useStepText } from '../../language/step-texts.ts'
import { EntryState } from '../../offline/entry-state.tsx'
import { useOfflineText } from '../../offline/texts.ts'
import { useQueued, useWaiting } from '../../offline/use-queued.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { Meeting } from './answers.ts'
import { changedBy, paths, screens } from './paths.ts'
import { useSessionText } from './sessions-texts.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

type Came = 'yes' | 'no' | 'partly'
type Saved = { id: string; warnings: string[] }

const answers: readonly Came[] = ['yes', 'no', 'partly']
const absences = ['unknown', 'sick', 'child-sick', 'work', 'education', 'other-known'] as const
const ours = ['provider-hindered', 'cancelled'] as const

type Props = {
  caseId: string
  name: string
  /** With `attendanceId` what was recorded before is corrected. */
  meeting: Pick<Meeting, 'meetingId' | 'minutes' | 'startsAt'> & Partial<Pick<Meeting, 'attendanceId' | 'progress'>>
  /** Whether it may wait on this device for a network; never where the identity is protected. */
  mayWait: boolean
}

/** What came of a meeting in two taps: kom, kom inte or delvis; then the button that says what is saved. */
export function Attendance({ caseId, name, meeting, mayWait }: Props) {
  const corrects = meeting.attendanceId ?? undefined
  const text = useText()
  const say = useOfflineText()
  const notice = useNotice()
  const waiting = useWaiting(meeting.meetingId)
  const [came, setCame] = useState<Came | null>(null)
  const [reason, setReason] = useState<string>('unknown')
  const [away, setAway] = useState('')
  const sending = useQueued<Saved>({ mayWait })
  const save = async () => {
    if (came === null) return
    const answer = await sending.run({
      kind: 'attendance',
      about: { who: name, day: dayOf(meeting.startsAt as Instant), said: came },
      lane: caseId,
      subjects: [meeting.meetingId],
      screen: screens.participant(caseId),
      changes: changedBy(caseId),
      path: paths.attendance(meeting.meetingId),
      body: {
        came,
        tookPlace: came !== 'no',
        ...(came === 'yes' ? {} : { reason }),
        ...(came === 'partly' && typedNumber(away) !== null ? { minutesAway: typedNumber(away) } : {}),
        ...(corrects === undefined ? {} : { corrects, ...(meeting.progress ? { progress: meeting.progress } : {}) }),
      },
    })
    if (answer.state === 'waits') notice.tell({ what: say('told'), seenBy: say('told-seen-by') })
    if (answer.state !== 'done') return
    notice.tell({ what: text(`attendance.saved-${came}`, { name }), seenBy: text('attendance.seen-by') })
  }
  if (waiting !== undefined && waiting.refused === null) return <EntryState entry={waiting} />
  return (
    <fieldset className="k-stack">
      <legend>{text('attendance.question', { name })}</legend>
      {waiting !== undefined && <EntryState entry={waiting} />}
      <div className="k-row">
        {answers.map((one) => (
          <button
            key={one}
            className="k-plain-button k-bordered"
            type="button"
            aria-pressed={came === one}
            onClick={() => setCame(one)}
          >
            {text(`attendance.${one}`)}
          </button>
        ))}
      </div>
      {came === 'partly' && <MinutesAway away={away} onType={setAway} />}
      {came !== null && came !== 'yes' && <WhyNot caseId={caseId} came={came} reason={reason} onPick={setReason} />}
      <ProblemNote problem={sending.problem} />
      {came !== null && (
        <div className="k-row">
          <Button size="medium" isPending={sending.pending} onPress={() => void save()}>
            {text(`attendance.save-${came}`, { n: meeting.minutes })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

/** How long decides whether the absence waits as a report to send. */
function MinutesAway({ away, onType }: { away: string; onType: (typed: string) => void }) {
  const text = useSessionText()
  const id = useId()
  return (
    <div className="k-field k-measure">
      <label htmlFor={id}>{text('attend.minutes-away')}</label>
      <input id={id} inputMode="numeric" value={away} onChange={(event) => onType(event.target.value)} />
    </div>
  )
}

type WhyProps = { caseId: string; came: 'no' | 'partly'; reason: string; onPick: (reason: string) => void }

function WhyNot({ caseId, came, reason, onPick }: WhyProps) {
  const text = useText()
  const say = useStepText()
  const id = useId()
  return (
    <div className="k-field k-measure">
      <label htmlFor={id}>{text(came === 'no' ? 'attendance.why-not' : 'attendance.why-partly')}</label>
      <select id={id} value={reason} onChange={(event) => onPick(event.target.value)}>
        {absences.map((code) => (
          <option key={code} value={code}>
            {codeWords(say, 'absence', code)}
          </option>
        ))}
        {ours.map((code) => (
          <option key={code} value={code}>
            {text(`not-held.${code}`)}
          </option>
        ))}
      </select>
      <p className="k-quiet k-small">
        {text.rich('attendance.deviation-too', {
          link: (parts) => <Link to={screens.act(caseId, 'deviation')}>{parts}</Link>,
        })}
      </p>
    </div>
  )
}
