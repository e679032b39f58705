import type { Day } from '../../../src/kernel/day.ts'
import type { KeptBreachView } from '../../../src/modules/delivery/contract.ts'
import { useClockText } from '../language/clock-texts.ts'
import { useStepText } from '../language/step-texts.ts'
import { useFormat } from '../language/use-format.ts'
import { codeWords } from './case-steps.ts'
import { Panel } from './screen.tsx'
import { Status } from './status.tsx'

const shownAtOnce = 4

/** What was not kept in time, why, and what can still mend it; the latest first, the rest folded (programme 4.5). */
export function Breaches({ breaches }: { breaches: readonly KeptBreachView[] }) {
  const text = useClockText()
  const older = breaches.slice(shownAtOnce)
  return (
    <Panel title={text('breaches.title')}>
      {breaches.length === 0 ? (
        <Status kind="done" label={text('breaches.none')} />
      ) : (
        <BreachList breaches={breaches.slice(0, shownAtOnce)} />
      )}
      {older.length > 0 && (
        <details className="k-why">
          <summary>{text('breaches.older', { n: older.length })}</summary>
          <div className="k-why-body">
            <BreachList breaches={older} />
          </div>
        </details>
      )}
    </Panel>
  )
}

function BreachList({ breaches }: { breaches: readonly KeptBreachView[] }) {
  return (
    <ul className="k-plain-list k-stack">
      {breaches.map((breach) => (
        <li key={`${breach.rule}-${breach.from}-${breach.dueOn}`}>
          <BreachWords breach={breach} />
        </li>
      ))}
    </ul>
  )
}

function BreachWords({ breach }: { breach: KeptBreachView }) {
  const text = useClockText()
  const words = useStepText()
  const format = useFormat()
  const { rule, dueOn, cause, reason, onDay, mend, knownOn } = breach
  const duty = `duty.${rule}`
  const what = text.knows(duty) ? text(duty) : text('duty.other')
  const late = cause === 'logged-late'
  const day = onDay === null ? '' : format.dayShort(onDay as Day)
  const why = reason === null ? '' : codeWords(words, 'absence', reason)
  return (
    <>
      <Status
        kind={late ? 'waiting' : 'late'}
        label={text(late ? 'breaches.late' : 'breaches.was-due', { what, day: format.dayShort(dueOn as Day) })}
      />
      <p className="k-small">{text(`cause.${cause}`, { day, reason: why })}</p>
      {knownOn !== null && (
        <p className="k-quiet k-small">{text('breaches.known', { day: format.dayShort(knownOn as Day) })}</p>
      )}
      {mend !== null && <p className="k-quiet k-small">{text(`mend.${mend}`)}</p>}
    </>
  )
}
