import { useState } from 'react'
import { addDays, type Day, day, isoWeek, mondayOf } from '../../../../src/kernel/day.ts'
import type { CalendarItem, WeekReply } from '../../../../src/modules/delivery/contract/sessions.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useActivityLaw } from './activity-law.ts'
import { CalendarEntry } from './calendar-entry.tsx'
import { paths } from './paths.ts'
import { useSessionText } from './sessions-texts.ts'

const weekDays = [0, 1, 2, 3, 4, 5, 6]
const workDays = 5

/** The provider's week, a column of time for each day; weekends only when something is booked there. */
export function CalendarWeek() {
  const text = useSessionText()
  const { today, duty } = useSignedIn()
  const [monday, setMonday] = useState<Day>(mondayOf(today))
  const [whose, setWhose] = useState<'mine' | 'all'>(duty.role === 'adviser' ? 'mine' : 'all')
  const { data, error, refetch } = useApi<WeekReply>(paths.week, { monday, whose })
  // Asked for here, so that the device has it when something is to be logged without a network.
  useActivityLaw()
  const move = (days: number) => setMonday(days === 0 ? mondayOf(today) : addDays(monday, days))
  return (
    <Panel title={text('week.title', { week: isoWeek(monday).week })}>
      <div className="k-row">
        {([-7, 0, 7] as const).map((days) => (
          <button key={days} className="k-plain-button k-bordered" type="button" onClick={() => move(days)}>
            {text(days < 0 ? 'week.before' : days === 0 ? 'week.this' : 'week.after')}
          </button>
        ))}
        {duty.role === 'adviser' && (
          <button
            className="k-plain-button k-bordered"
            type="button"
            onClick={() => setWhose(whose === 'mine' ? 'all' : 'mine')}
          >
            {text(whose === 'mine' ? 'week.all' : 'week.mine')}
          </button>
        )}
      </div>
      {data === undefined ? (
        error === null ? (
          <Loading lines={5} />
        ) : (
          <ErrorState error={error} onAgain={refetch} />
        )
      ) : (
        <Days week={data} />
      )}
    </Panel>
  )
}

function Days({ week }: { week: WeekReply }) {
  const text = useSessionText()
  const days = weekDays
    .map((at) => addDays(day(week.monday), at))
    .map((on, at) => ({ on, at, items: week.items.filter((item) => item.onDay === on) }))
    .filter(({ at, items }) => at < workDays || items.length > 0)
  return (
    <>
      {week.items.length === 0 && <p className="k-quiet">{text('week.empty')}</p>}
      <ol className="k-plain-list k-rows">
        {days.map(({ on, items }) => (
          <WeekDay key={on} on={on} items={items} holiday={week.holidays.find((each) => each.day === on)?.name} />
        ))}
      </ol>
    </>
  )
}

function WeekDay({ on, items, holiday }: { on: Day; items: readonly CalendarItem[]; holiday: string | undefined }) {
  const text = useSessionText()
  const format = useFormat()
  const { today } = useSignedIn()
  return (
    <li className="k-stack" aria-current={on === today ? 'date' : undefined}>
      <h3>
        {format.dayWithWeekday(on)}
        {holiday !== undefined && (
          <>
            {' '}
            <span className="k-quiet" lang="sv">
              {holiday}
            </span>
          </>
        )}
      </h3>
      {items.length === 0 ? (
        <p className="k-quiet k-small">{text('week.nothing')}</p>
      ) : (
        items.map((item) => <CalendarEntry key={item.key} item={item} />)
      )}
    </li>
  )
}
