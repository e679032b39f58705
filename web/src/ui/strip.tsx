import { useEffect, useRef } from 'react'
import type { Day } from '../../../src/kernel/day.ts'
import { useShellText } from '../language/shell-texts.ts'
import { useFormat } from '../language/use-format.ts'
import { Shape, type ShapeName, type ShapeState } from './shape.tsx'
import { type StripMark, type StripWeek, weekNow, weeksOf } from './weeks.ts'

type Props = {
  /** First and last day shown, both included; `last` null is open. */
  first: Day
  last: Day | null
  /** The domain day. */
  today: Day
  marks: readonly StripMark[]
}

/** A case drawn as a strip of weeks: past, now, coming, with what happens in each. The same facts stand in a list. */
export function Strip({ first, last, today, marks }: Props) {
  const text = useShellText()
  const weeks = weeksOf(first, last, today, marks)
  const where = useWhere(weeks, first, last)
  const scroller = useScrollToNow()
  return (
    <figure className="k-strip">
      <figcaption className="k-strip-where">{where}</figcaption>
      <div
        className="k-strip-scroller"
        ref={scroller}
        role="img"
        aria-label={`${text('strip.label')}. ${where}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long strip scrolls, and must scroll by keyboard too
        tabIndex={0}
      >
        <div className="k-strip-weeks">
          {weeks.map((week) => (
            <Week key={week.monday} week={week} now={text('strip.now')} />
          ))}
        </div>
      </div>
      <details className="k-why">
        <summary>{text('strip.as-list')}</summary>
        <div className="k-why-body">
          <MarkList weeks={weeks} />
          <Legend marks={marks} />
        </div>
      </details>
    </figure>
  )
}

/** Eight weeks around now, without words of its own: for a row in a list that says the same in text. */
export function MicroStrip({ first, last, today, marks }: Props) {
  const weeks = weeksOf(first, last, today, marks)
  const from = Math.max(0, Math.min(weekNow(weeks) - 4, weeks.length - 8))
  return (
    <span className="k-strip-micro" aria-hidden="true">
      {weeks.slice(from, from + 8).map((week) => (
        <span key={week.monday} className={`k-week k-week-${week.when}`}>
          <span className="k-week-dot" />
          {week.marks.slice(0, 2).map((mark) => (
            <Shape key={mark.id} name={mark.kind} state={mark.state} size={10} />
          ))}
        </span>
      ))}
    </span>
  )
}

function Week({ week, now }: { week: StripWeek; now: string }) {
  return (
    <div className={`k-week k-week-${week.when}`}>
      <span className="k-week-number">{week.number}</span>
      <span className="k-week-dot" />
      {week.when === 'now' && <span className="k-now-label">{now}</span>}
      {week.marks.map((mark) => (
        <Shape key={mark.id} name={mark.kind} state={mark.state} />
      ))}
    </div>
  )
}

function MarkList({ weeks }: { weeks: readonly StripWeek[] }) {
  const text = useShellText()
  const format = useFormat()
  return (
    <ol className="k-strip-list">
      {weeks
        .filter((week) => week.marks.length > 0 || week.when === 'now')
        .map((week) => (
          <li key={week.monday}>
            <strong>{text('strip.week', { week: week.number })}</strong>
            {week.when === 'now' && ` (${text('strip.now')})`}
            <ul>
              {week.marks.map((mark) => (
                <li key={mark.id}>
                  <Shape name={mark.kind} state={mark.state} /> {format.dayShort(mark.on)}: {mark.label},{' '}
                  {text(`strip.state.${mark.state}`)}
                </li>
              ))}
            </ul>
          </li>
        ))}
    </ol>
  )
}

const states: readonly ShapeState[] = ['done', 'coming', 'late', 'missed']

function Legend({ marks }: { marks: readonly StripMark[] }) {
  const text = useShellText()
  const kinds = [...new Set(marks.map((mark) => mark.kind))]
  const example: ShapeName = kinds[0] ?? 'meeting'
  return (
    <div>
      <p className="k-why-title">{text('strip.legend')}</p>
      <ul className="k-legend">
        {kinds.map((kind) => (
          <li key={kind}>
            <Shape name={kind} state="done" /> {text(`strip.kind.${kind}`)}
          </li>
        ))}
        {states.map((state) => (
          <li key={state}>
            <Shape name={example} state={state} /> {text(`strip.state.${state}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function useWhere(weeks: readonly StripWeek[], first: Day, last: Day | null): string {
  const text = useShellText()
  const format = useFormat()
  const now = weekNow(weeks)
  if (now === 0) return text('strip.before', { day: format.day(first) })
  if (now > weeks.length) return text('strip.after', { day: format.day(last ?? first) })
  return last === null ? `${text('strip.week', { week: now })}` : text('strip.of', { n: now, total: weeks.length })
}

/** A long strip opens where the reader is: at now. */
function useScrollToNow() {
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = scroller.current
    const now = box?.querySelector<HTMLElement>('.k-week-now')
    if (box === null || now === null || now === undefined) return
    // Not scrollIntoView: it would move the page too, and with it where the keyboard begins.
    const [around, place] = [box.getBoundingClientRect(), now.getBoundingClientRect()]
    box.scrollBy({ left: place.left + place.width / 2 - (around.left + around.width / 2) })
  }, [])
  return scroller
}
