import { Link } from '@tanstack/react-router'
import { addDays, type Day } from '../../../../src/kernel/day.ts'
import type { CaseContactView } from '../../../../src/modules/delivery/contract/employer-contacts.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Panel, Screen } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { BackHome } from './back-home.tsx'
import type { Delivery } from './case-answers.ts'
import { DueList, useDutyName } from './due-list.tsx'
import { Answer, OwnCase } from './own-case.tsx'
import { useOwedText, useText } from './texts.ts'

const shownAheadDays = 14
const shownBackDays = 56

/** What the provider owes me this fortnight, and what did not happen in time and why (programme 4.5). */
export function OwedScreen() {
  const text = useText()
  return <OwnCase title={text('owed.title')}>{(person) => <Owed person={person} />}</OwnCase>
}

function Owed({ person }: { person: PersonPage }) {
  const title = useText()('owed.title')
  const text = useOwedText()
  const format = useFormat()
  const { today } = useSignedIn()
  const delivery = useApi<Delivery>(`/cases/${person.caseId}/delivery`)
  const until = addDays(today, shownAheadDays)
  const since = addDays(today, -shownBackDays)
  return (
    <Screen title={title} lead={text('lead', { day: format.dayWithWeekday(until) })}>
      <Answer of={delivery} lines={5}>
        {({ due, breaches }) => (
          <>
            <Panel>
              <DueList due={due.filter((one) => one.dueOn <= until)} />
            </Panel>
            <MissedList breaches={breaches.filter((one) => one.dueOn >= since)} />
          </>
        )}
      </Answer>
      <ContactList caseId={person.caseId} />
      <Panel title={text('wrong.title')}>
        <p>{text('wrong.words')}</p>
        <ul className="k-ways">
          <li>
            <Link to="/app/participant/month">{text('wrong.month')}</Link>
          </li>
          <li>
            <Link to="/app/participant/help">{text('wrong.help')}</Link>
          </li>
        </ul>
      </Panel>
      <BackHome />
    </Screen>
  )
}

function MissedList({ breaches }: { breaches: Delivery['breaches'] }) {
  const text = useOwedText()
  const words = useStepText()
  const format = useFormat()
  const nameOf = useDutyName()
  return (
    <Panel title={text('missed.title')}>
      {breaches.length === 0 && <Status kind="done" label={text('missed.none')} />}
      <ul className="k-plain-list k-stack">
        {breaches.map((one) => {
          const what = nameOf(one.rule)
          const day = one.onDay === null ? '' : format.day(one.onDay as Day)
          const reason = one.reason === null ? '' : codeWords(words, 'absence', one.reason)
          return (
            <li key={`${one.rule}-${one.from}-${one.dueOn}`}>
              <p>
                <strong>{text('missed.was', { what, day: format.day(one.dueOn as Day) })}</strong>
              </p>
              <p>{text(`cause.${one.cause}`, { day, reason })}</p>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

/** What the provider has done towards employers for me; whom else it concerned is not told. */
function ContactList({ caseId }: { caseId: string }) {
  const text = useOwedText()
  const words = useStepText()
  const format = useFormat()
  const contacts = useApi<{ items: CaseContactView[] }>(`/cases/${caseId}/employer-contacts`)
  return (
    <Panel title={text('contacts.title')}>
      <Answer of={contacts} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{text('contacts.none')}</p>
          ) : (
            <ul className="k-plain-list k-stack">
              {items.map((one) => (
                <li key={one.contactId}>
                  <p>
                    <strong>
                      {text('contacts.one', { employer: one.employer, day: format.day(one.onDay as Day) })}
                    </strong>
                  </p>
                  <p>
                    {text('contacts.came', {
                      kind: codeWords(words, 'contact-kind', one.kind),
                      result: codeWords(words, 'contact-result', one.result),
                      provider: one.providerName,
                    })}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  )
}
