import '../../ui/hours-shares.css'
import { Link, useSearch } from '@tanstack/react-router'
import { addDays, type Day, isDay, isoWeek, type Month, mondayOf, monthOf } from '../../../../src/kernel/day.ts'
import type { CaseSessionsReply } from '../../../../src/modules/delivery/contract/sessions.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Panel, Screen } from '../../ui/screen.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { BackHome } from './back-home.tsx'
import type { Delivery, MonthLog } from './case-answers.ts'
import { Answer, OwnCase } from './own-case.tsx'
import { daysOfWeek, hoursOfWeek, type WeekEntry, type WeekHours } from './own-week.ts'
import { PeriodPicker } from './period-picker.tsx'
import { useText, useWeekText } from './texts.ts'

/** "Min vecka": each day with what is planned and what came of it, and the hours against the plan (programme 4.5). */
export function WeekScreen() {
  const text = useText()
  return <OwnCase title={text('week.title')}>{(person) => <OwnWeek person={person} />}</OwnCase>
}

const daysAWeek = 7

function OwnWeek({ person }: { person: PersonPage }) {
  const title = useText()('week.title')
  const text = useWeekText()
  const format = useFormat()
  const { today } = useSignedIn()
  const { day: asked }: { day?: string } = useSearch({ strict: false })
  const monday = mondayOf(asked !== undefined && isDay(asked) ? asked : today)
  const weekOf = (n: number) => {
    const first = addDays(monday, n * daysAWeek)
    return { search: { day: first }, label: text('week', { week: isoWeek(first).week }) }
  }
  const sunday = addDays(monday, daysAWeek - 1)
  const name = text(monday === mondayOf(today) ? 'this-week' : 'week', { week: isoWeek(monday).week })
  return (
    <Screen title={title} lead={text('lead')}>
      <PeriodPicker label={title} to="/app/participant/week" title={name} before={weekOf(-1)} after={weekOf(1)} />
      <p className="k-quiet">{format.days(monday, sunday)}</p>
      <WeekFacts caseId={person.caseId} monday={monday} />
      <BackHome />
    </Screen>
  )
}

function WeekFacts({ caseId, monday }: { caseId: string; monday: Day }) {
  const { today } = useSignedIn()
  const sunday = addDays(monday, daysAWeek - 1)
  const months = [monthOf(monday), monthOf(sunday)] as const
  const path = `/cases/${caseId}`
  const delivery = useApi<Delivery>(`${path}/delivery`)
  const sessions = useApi<CaseSessionsReply>(`${path}/sessions`, { from: monday })
  const first = useApi<MonthLog>(`${path}/log`, { month: months[0] })
  const last = useApi<MonthLog>(months[1] === months[0] ? null : `${path}/log`, { month: months[1] })
  return (
    <Answer of={delivery} lines={6}>
      {({ meetings, plans, availableHours }) => (
        <Answer of={first} lines={6}>
          {(log) => {
            const logged = [...log.items, ...(last.data?.items ?? [])].filter(
              (item) => item.onDay >= monday && item.onDay <= sunday,
            )
            const plan = plans.find((one) => one.current)
            const days = daysOfWeek({ monday, today, meetings, sessions: sessions.data?.items ?? [], logged })
            return (
              <>
                <Days days={days} today={today} />
                <Hours hours={hoursOfWeek(plan, logged)} planned={plan?.hoursPerWeek ?? 0} available={availableHours} />
                <Unanswered entries={days.flatMap(({ entries }) => entries)} />
              </>
            )
          }}
        </Answer>
      )}
    </Answer>
  )
}

function Days({ days, today }: { days: ReturnType<typeof daysOfWeek>; today: Day }) {
  const text = useWeekText()
  const format = useFormat()
  return (
    <ol className="k-panel k-plain-list k-week-days">
      {days.map(({ day, entries }) => (
        <li
          key={day}
          className={entries.length === 0 ? 'k-week-empty' : undefined}
          aria-current={day === today ? 'date' : undefined}
        >
          <h3>
            {format.dayWithWeekday(day)}
            {day === today && <span className="k-quiet"> · {text('today')}</span>}
          </h3>
          {entries.length === 0 ? (
            <p className="k-quiet">{text('nothing')}</p>
          ) : (
            <ul className="k-plain-list k-stack">
              {entries.map((entry) => (
                <li key={entry.id}>
                  <Entry entry={entry} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

const minutesAnHour = 60

const signs: Readonly<Record<WeekEntry['state'], StatusKind>> = {
  planned: 'coming',
  'called-off': 'stopped',
  unwritten: 'waiting',
  held: 'done',
  unanswered: 'waiting',
  disputed: 'late',
  'not-held': 'stopped',
}

function Entry({ entry }: { entry: WeekEntry }) {
  const text = useWeekText()
  const say = useStepText()
  const format = useFormat()
  const { startsAt, code, mode, hours, place, state } = entry
  return (
    <div>
      <p>
        {startsAt !== null && (
          <>
            <strong>{format.clock(startsAt)}</strong>{' '}
          </>
        )}
        {code === null ? text('meeting') : codeWords(say, 'activity', code)}
      </p>
      <p className="k-quiet k-small">
        {codeWords(say, 'mode', mode)} ·{' '}
        {code === null ? text('minutes', { n: Math.round(hours * minutesAnHour) }) : text('hours', { hours })}
        {place !== null && (
          <>
            {' · '}
            <bdi>{place}</bdi>
          </>
        )}
      </p>
      <Status kind={signs[state]} label={text(`state.${state}`)} />
    </div>
  )
}

type HoursProps = { hours: readonly WeekHours[]; planned: number; available: number }

/** Hours of the week against the plan, and the plan against the hours that there are. */
function Hours({ hours, planned, available }: HoursProps) {
  const text = useWeekText()
  const say = useStepText()
  if (hours.length === 0) return null
  const done = hours.reduce((total, one) => total + one.done, 0)
  return (
    <Panel title={text('hours.title')}>
      <p>{text('hours.sum', { done, planned })}</p>
      {planned < available && <p>{text('hours.gap', { planned, available })}</p>}
      <ul className="k-plain-list k-shares">
        {hours.map((one) => (
          <li key={one.code}>
            <span>{codeWords(say, 'activity', one.code)}</span>
            <span className="k-quiet">
              {one.planned === 0
                ? text('hours', { hours: one.done })
                : text('hours.of', { done: one.done, planned: one.planned })}
            </span>
            <span className="k-share" aria-hidden="true">
              <span style={{ inlineSize: `${shareOf(one)}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const shareOf = ({ done, planned }: WeekHours) => (done >= planned ? 100 : Math.round((done / planned) * 100))

/** The way to answer, one for each month that something of the week waits in. */
function Unanswered({ entries }: { entries: readonly WeekEntry[] }) {
  const text = useWeekText()
  const format = useFormat()
  const waiting = entries.filter((entry) => entry.state === 'unanswered')
  const months: Month[] = [...new Set(waiting.map((entry) => monthOf(entry.on)))]
  return months.map((month) => (
    <p key={month}>
      <Link className="k-button-link k-wide" to="/app/participant/month" search={{ month } as never}>
        {text('answer', { month: format.month(month) })}
      </Link>
    </p>
  ))
}
