import { Button } from '@midas-ds/components/button'
import { useId, useState } from 'react'
import type {
  AttendanceEntryBody,
  AttendancesReply,
  CalendarItem,
} from '../../../../src/modules/delivery/contract/sessions.ts'
import { newKey } from '../../api/new-key.ts'
import { useStepText } from '../../language/step-texts.ts'
import { EntryState } from '../../offline/entry-state.tsx'
import { useOfflineText } from '../../offline/texts.ts'
import { useWaiting } from '../../offline/use-queued.ts'
import { useQueuedGroup } from '../../offline/use-queued-group.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { paths, screens } from './paths.ts'
import { useSessionText } from './sessions-texts.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

type Came = 'yes' | 'partly' | 'no'
type Tick = { entryId: string; came: Came | null; reason: NonNullable<AttendanceEntryBody['reason']>; away: string }
type Member = CalendarItem['participants'][number]

const answers = ['yes', 'partly', 'no'] as const
const absences = ['unknown', 'sick', 'child-sick', 'work', 'education', 'other-known'] as const
const ours = ['provider-hindered', 'cancelled'] as const

/**
 * Who came, in two taps: "Alla kom" and then the exceptions, or one by one; one request for the whole group. A tick keeps its own
 * key until it is answered, so that sending again after a lost answer saves nothing twice.
 */
export function GroupAttendance({ item }: { item: CalendarItem }) {
  const text = useSessionText()
  const notice = useNotice()
  const [ticks, setTicks] = useState<Readonly<Record<string, Tick>>>(() =>
    Object.fromEntries(item.participants.map((one) => [one.id, firstTick(one)])),
  )
  const [refused, setRefused] = useState<AttendancesReply['results']>([])
  const offline = useOfflineText()
  const sending = useQueuedGroup<AttendanceEntryBody, AttendancesReply>({
    path: paths.attendances,
    changes: [paths.week, paths.absences, paths.caseload, '/cases', paths.reports],
  })
  const changed = item.participants.filter((one) => isChanged(one, ticks[one.id]))
  const put = (id: string, change: Partial<Tick>) =>
    setTicks((old) => ({ ...old, [id]: { ...(old[id] ?? newTick()), ...change } }))
  const all = () => {
    for (const one of item.participants) if (one.entryId === null) put(one.id, { came: 'yes' })
  }
  const save = async () => {
    const answer = await sending.run(changed.map((one) => rowOf(item, one, ticks[one.id] ?? newTick())))
    if (answer.state === 'waits') {
      // What waits has its own place; a tick made after it is a new one.
      for (const one of changed) put(one.id, newTick())
      notice.tell({ what: offline('told'), seenBy: offline('told-seen-by') })
    }
    if (answer.state !== 'done') return
    const bad = answer.value.results.filter((each) => each.state === 'refused')
    setRefused(bad)
    const n = answer.value.results.length - bad.length
    // A refused entry is mended as a new one: its key has been answered.
    for (const one of changed)
      if (bad.some((each) => each.entryId === ticks[one.id]?.entryId)) put(one.id, { entryId: newKey() })
    if (n > 0) notice.tell({ what: text('attend.saved', { n }), seenBy: text('attend.seen-by') })
  }
  const nameOf = (entryId: string) => item.participants.find((one) => ticks[one.id]?.entryId === entryId)?.name ?? ''
  return (
    <div className="k-stack">
      {item.participants.length > 1 && (
        <div className="k-row">
          <button className="k-plain-button k-bordered" type="button" onClick={all}>
            {text('attend.all-came')}
          </button>
        </div>
      )}
      {item.participants.map((one) => (
        <TickOne key={one.id} member={one} tick={ticks[one.id] ?? newTick()} onPut={(change) => put(one.id, change)} />
      ))}
      <ProblemNote problem={sending.problem} />
      <div role="alert">
        {refused.length > 0 && (
          <div className="k-note k-note-care">
            <p>
              <strong>{text('attend.some-refused', { n: refused.length })}</strong>
            </p>
            <ul className="k-plain-list">
              {refused.map((each) => (
                <li key={each.entryId}>
                  {text('attend.refused', {
                    name: nameOf(each.entryId),
                    title: each.problem?.title ?? '',
                    cure: each.problem?.cure ?? '',
                  })}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {changed.length > 0 && (
        <div className="k-row">
          <Button size="medium" isPending={sending.pending} onPress={() => void save()}>
            {text('attend.save', { n: changed.length })}
          </Button>
        </div>
      )}
    </div>
  )
}

const newTick = (): Tick => ({ entryId: newKey(), came: null, reason: 'unknown', away: '' })

function firstTick(member: Member): Tick {
  return { ...newTick(), came: member.came, reason: (member.reason ?? 'unknown') as Tick['reason'] }
}

function isChanged(member: Member, tick: Tick | undefined): boolean {
  if (tick === undefined || tick.came === null) return false
  if (member.entryId === null) return true
  return tick.came !== member.came || (tick.came !== 'yes' && tick.reason !== (member.reason ?? 'unknown'))
}

/** One tick as it is sent, and as it may wait on the device. */
function rowOf(item: CalendarItem, member: Member, tick: Tick) {
  const about = { who: member.name, day: item.onDay, said: tick.came ?? 'yes' }
  const tap = {
    kind: 'attendance',
    about,
    lane: member.caseId,
    subjects: [member.id],
    screen: screens.calendar,
  } as const
  return { body: entryOf(item, member, tick), mayWait: !member.protected, tap }
}

/** A group is held although somebody is away; a talk between two is not. */
function entryOf(item: CalendarItem, member: Member, tick: Tick): AttendanceEntryBody {
  const came = tick.came ?? 'yes'
  const hindered = came === 'no' && (ours as readonly string[]).includes(tick.reason)
  const alone = item.kind === 'meeting' || item.participants.length === 1
  return {
    entryId: tick.entryId,
    kind: item.kind,
    id: member.id,
    came,
    tookPlace: !hindered && !(came === 'no' && alone),
    ...(came === 'yes' ? {} : { reason: tick.reason }),
    ...(came === 'partly' ? { minutesAway: typedNumber(tick.away) ?? undefined } : {}),
    ...(member.entryId === null ? {} : { corrects: member.entryId }),
  }
}

type TickProps = { member: Member; tick: Tick; onPut: (change: Partial<Tick>) => void }

function TickOne({ member, tick, onPut }: TickProps) {
  const text = useSessionText()
  const waiting = useWaiting(member.id)
  if (waiting !== undefined && waiting.refused === null) return <EntryState entry={waiting} />
  return (
    <fieldset className="k-stack">
      <legend>
        <bdi>{text('attend.one', { name: member.name })}</bdi>
      </legend>
      {waiting !== undefined && <EntryState entry={waiting} />}
      <div className="k-row">
        {answers.map((one) => (
          <button
            key={one}
            className="k-plain-button k-bordered"
            type="button"
            aria-pressed={tick.came === one}
            onClick={() => onPut({ came: one })}
          >
            {text(`came.${one}`)}
          </button>
        ))}
      </div>
      {tick.came !== null && tick.came !== 'yes' && <WhyAway tick={tick} onPut={onPut} />}
    </fieldset>
  )
}

function WhyAway({ tick, onPut }: Omit<TickProps, 'member'>) {
  const text = useSessionText()
  const words = useText()
  const say = useStepText()
  const id = useId()
  return (
    <div className="k-row">
      {tick.came === 'partly' && (
        <div className="k-field">
          <label htmlFor={`${id}-away`}>{text('attend.minutes-away')}</label>
          <input
            id={`${id}-away`}
            inputMode="numeric"
            value={tick.away}
            onChange={(event) => onPut({ away: event.target.value })}
          />
        </div>
      )}
      <div className="k-field">
        <label htmlFor={`${id}-why`}>{text('attend.why')}</label>
        <select
          id={`${id}-why`}
          value={tick.reason}
          onChange={(event) => onPut({ reason: event.target.value as Tick['reason'] })}
        >
          {absences.map((code) => (
            <option key={code} value={code}>
              {codeWords(say, 'absence', code)}
            </option>
          ))}
          {tick.came === 'no' &&
            ours.map((code) => (
              <option key={code} value={code}>
                {words(`not-held.${code}`)}
              </option>
            ))}
        </select>
      </div>
    </div>
  )
}
