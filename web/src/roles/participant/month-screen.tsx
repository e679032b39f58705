import { useSearch } from '@tanstack/react-router'
import { addMonths, type Day, firstDayOf, type Month, monthOf } from '../../../../src/kernel/day.ts'
import type { LogItem } from '../../../../src/modules/delivery/contract.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { useEntries } from '../../offline/outbox.ts'
import { useOfflineText } from '../../offline/texts.ts'
import { useQueued } from '../../offline/use-queued.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { HoursShares } from '../../ui/hours-shares.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { BackHome } from './back-home.tsx'
import type { MonthLog } from './case-answers.ts'
import { ComingMeetings } from './coming-meetings.tsx'
import { ComingSessions } from './coming-sessions.tsx'
import { confirmAll } from './log-answer.ts'
import { MonthItem } from './month-item.tsx'
import { Answer, OwnCase } from './own-case.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { useText } from './texts.ts'

/** "Min månad": everything logged about the participant, to confirm or dispute (programme 4.5, Confirmation). */
export function MonthScreen() {
  const text = useText()
  return <OwnCase title={text('month.title')}>{(person) => <OwnMonth person={person} />}</OwnCase>
}

function OwnMonth({ person }: { person: PersonPage }) {
  const text = useText()
  const format = useFormat()
  const { today } = useSignedIn()
  const { month: asked }: { month?: string } = useSearch({ strict: false })
  const thisMonth = monthOf(today)
  const month = (asked !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : thisMonth) as Month
  const log = useApi<MonthLog>(`/cases/${person.caseId}/log`, { month })
  const name = format.month(month)
  return (
    <Screen title={text('month.title')} lead={text('month.lead')}>
      {month === thisMonth && <ComingMeetings caseId={person.caseId} />}
      {month === thisMonth && <ComingSessions caseId={person.caseId} />}
      <MonthPicker month={month} thisMonth={thisMonth} />
      <Answer of={log} lines={5}>
        {({ items, hours }) =>
          items.length === 0 ? (
            <EmptyState title={text('month.empty', { month: name })} words={text('month.empty-words')} />
          ) : (
            <>
              <HoursShares hours={hours} reader="own" />
              <ConfirmMonth caseId={person.caseId} month={month} items={items} />
              <ul className="k-plain-list k-stack">
                {items.map((item) => (
                  <li key={item.id}>
                    <MonthItem item={item} caseId={person.caseId} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
      <BackHome />
    </Screen>
  )
}

function MonthPicker({ month, thisMonth }: { month: Month; thisMonth: Month }) {
  const text = useText()
  const format = useFormat()
  const step = (n: number, way: 'before' | 'after') => {
    const other = monthOf(addMonths(firstDayOf(month) as Day, n))
    return { search: { month: other }, label: `${text(`month.${way}`)}: ${format.month(other)}` }
  }
  return (
    <PeriodPicker
      label={text('month.title')}
      to="/app/participant/month"
      title={format.month(month)}
      before={step(-1, 'before')}
      after={month < thisMonth ? step(1, 'after') : null}
    />
  )
}

type ConfirmMonthProps = { caseId: string; month: Month; items: readonly LogItem[] }

function ConfirmMonth({ caseId, month, items }: ConfirmMonthProps) {
  const text = useText()
  const offline = useOfflineText()
  const format = useFormat()
  const notice = useNotice()
  const name = format.month(month)
  const onDevice = new Set(useEntries().flatMap((entry) => (entry.refused === null ? entry.subjects : [])))
  const confirm = useQueued()
  const open = items.filter((one) => one.answer === 'none' && !onDevice.has(one.id))
  if (open.length === 0) return null
  const run = async () => {
    const { state } = await confirm.run(confirmAll(open, caseId, month))
    if (state === 'refused') return false
    if (state === 'waits') notice.tell({ what: offline('told'), seenBy: offline('told-seen-by') })
    else notice.tell({ what: text('month.confirmed', { month: name }), seenBy: text('seen-by.provider') })
    document.getElementById('main')?.focus()
    return true
  }
  return (
    <div>
      <ConfirmButton
        effect={text('month.confirm-all', { month: name })}
        title={text('month.confirm-title', { month: name })}
        words={text('month.confirm-words', { n: open.length })}
        run={run}
        pending={confirm.pending}
        problem={confirm.problem}
      />
    </div>
  )
}
