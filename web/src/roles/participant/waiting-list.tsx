import { Link } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import { useFormat } from '../../language/use-format.ts'
import type { Thing } from './next-thing.ts'
import { useText } from './texts.ts'

/** What else waits for the participant, each a way to the screen where it is done. */
export function WaitingList({ things }: { things: readonly Thing[] }) {
  const text = useText()
  const words = useThingWords()
  return (
    <section className="k-panel k-stack" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{text('waiting.title', { n: things.length })}</h2>
      <ul className="k-ways">
        {things.map((thing) => {
          const { to, search, label } = words(thing)
          return (
            <li key={`${thing.kind}-${label}`}>
              <Link to={to} {...(search === undefined ? {} : { search: search as never })}>
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type Way = { to: string; search?: Record<string, string>; label: string }

function useThingWords() {
  const text = useText()
  const format = useFormat()
  return (thing: Thing): Way => {
    switch (thing.kind) {
      case 'notice':
        return { to: '/app/participant/notice', label: text('waiting.notice') }
      case 'choose':
        return { to: '/app/participant/choose', label: text('waiting.choose', { day: format.day(thing.dueOn) }) }
      case 'meeting': {
        const day = format.dayWithWeekday(thing.meeting.onDay as Day)
        return { to: '/app/participant/month', label: text('waiting.meeting', { day }) }
      }
      case 'plan':
        return { to: '/app/participant/plan', label: text('waiting.plan') }
      case 'confirm': {
        const label = text('waiting.confirm', { month: format.month(thing.month), n: thing.count })
        return { to: '/app/participant/month', search: { month: thing.month }, label }
      }
      case 'report': {
        const values = { month: format.month(thing.month), day: format.day(thing.dueOn) }
        const label = text(thing.missed ? 'waiting.report-missed' : 'waiting.report', values)
        return { to: '/app/participant/report', search: { month: thing.month }, label }
      }
      case 'message':
        return { to: '/app/participant/talk', label: text('waiting.message', { n: thing.count }) }
      case 'answer':
        return { to: '/app/participant/ask', label: text('waiting.answer') }
    }
  }
}
