import { addMonths, firstDayOf, monthOf } from '../../../../src/kernel/day.ts'
import type { WaitingReply } from '../../../../src/modules/dialogue/contract.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import type { Action, Catalogue, Delivery, Explained, MonthLog } from './case-answers.ts'
import { MoreLinks } from './more-links.tsx'
import { NextCard, RegisterCard } from './next-card.tsx'
import { nextMeeting, type OwnFacts, restingState, waitingThings } from './next-thing.ts'
import { OwedSoon } from './owed-soon.tsx'
import { useOwnPerson } from './own-case.tsx'
import { OwnStrip } from './own-strip.tsx'
import { useText } from './texts.ts'
import { WaitingList } from './waiting-list.tsx'

/** "Min väg": the next thing to do, the weeks, and what else waits (look: Participant · Min väg). */
export function HomeScreen() {
  const text = useText()
  const { user } = useSignedIn()
  const own = useOwnPerson()
  const person = own.data?.person
  const name = person?.givenName ?? user.name.split(' ')[0] ?? ''
  return (
    <Screen title={name === '' ? text('home.welcome') : text('home.hello', { name })}>
      {own.data === undefined && (own.isError ? <ErrorState error={own.error} onAgain={own.refetch} /> : <Loading />)}
      {person === null && <RegisterCard />}
      {person && <OwnWay person={person} />}
    </Screen>
  )
}

function OwnWay({ person }: { person: PersonPage }) {
  const text = useText()
  const format = useFormat()
  const { user, today } = useSignedIn()
  const { facts, failed, refetch } = useOwnFacts(person)
  if (facts === null) return failed ? <ErrorState error={failed} onAgain={refetch} /> : <Loading lines={6} />
  const [first, ...others] = waitingThings(facts)
  const aside = first === undefined || first.kind === 'meeting' ? null : (nextMeeting(facts) ?? null)
  return (
    <>
      <p className="k-only-print">{text('home.printed', { name: user.name, day: format.day(today) })}</p>
      <NextCard thing={first ?? null} rest={restingState(facts)} person={person} facts={facts} />
      {others.length > 0 && <WaitingList things={others} />}
      <OwnStrip caseId={person.caseId} due={facts.delivery?.due ?? []} meeting={aside} />
      <OwedSoon due={facts.delivery?.due ?? []} />
      <MoreLinks facts={facts} />
      <p className="k-no-print">
        <button className="k-plain-button k-framed" type="button" onClick={() => window.print()}>
          {text('home.print')}
        </button>
      </p>
    </>
  )
}

/** Everything that the home screen derives from; each answer is remembered and shared with the screens below. */
function useOwnFacts(person: PersonPage) {
  const { today } = useSignedIn()
  const path = `/cases/${person.caseId}`
  const thisMonth = monthOf(today)
  const lastMonth = monthOf(addMonths(firstDayOf(thisMonth), -1))
  const actions = useApi<{ actions: Action[] }>(`${path}/actions`)
  const catalogue = useApi<Catalogue>(`${path}/catalogue`, { limit: 1 })
  const delivery = useApi<Delivery>(`${path}/delivery`)
  const explained = useApi<Explained>(`${path}/assessment-explained`)
  const before = useApi<MonthLog>(`${path}/log`, { month: lastMonth })
  const now = useApi<MonthLog>(`${path}/log`, { month: thisMonth })
  const dialogue = useApi<WaitingReply>(`${path}/dialogue`)
  const all = [actions, catalogue, delivery, explained, before, now]
  const refetch = () => {
    for (const one of all) if (one.isError) void one.refetch()
  }
  const failed = all.find((one) => one.isError)?.error ?? null
  if (!actions.data || !catalogue.data || !delivery.data || !explained.data || !before.data || !now.data)
    return { facts: null, failed, refetch }
  const facts: OwnFacts = {
    today,
    person,
    actions: actions.data.actions,
    catalogue: catalogue.data,
    delivery: delivery.data,
    logs: [before.data, now.data],
    explanation: explained.data.explanation,
    dialogue: dialogue.data ?? null,
  }
  return { facts, failed, refetch }
}
