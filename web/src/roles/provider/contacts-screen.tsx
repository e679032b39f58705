import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { day } from '../../../../src/kernel/day.ts'
import type { EmployerContactView } from '../../../../src/modules/delivery/contract/employer-contacts.ts'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { List } from '../../ui/list.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { ContactForm } from './contact-form.tsx'
import { useContactText } from './contacts-texts.ts'
import { paths, screens } from './paths.ts'

/** The provider's log of contacts with employers (programme 4.5): a new one, and all before it. */
export function ContactsScreen() {
  const text = useContactText()
  const notice = useNotice()
  const [formNumber, setFormNumber] = useState(0)
  const saved = (employer: string) => {
    notice.tell({ what: text('saved', { employer }), seenBy: text('seen-by') })
    setFormNumber((number) => number + 1)
  }
  return (
    <Screen title={text('title')} lead={text('lead')}>
      <Panel title={text('new.title')}>
        <ContactForm key={formNumber} onDone={saved} />
      </Panel>
      <h2>{text('list.title')}</h2>
      <List<EmployerContactView>
        path={paths.contacts}
        search={text('search')}
        searchAs="q"
        empty={<EmptyState title={text('empty')} words={text('empty-words')} />}
      >
        {(items) => (
          <ul className="k-plain-list k-stack">
            {items.map((contact) => (
              <li key={contact.contactId}>
                <Contact contact={contact} />
              </li>
            ))}
          </ul>
        )}
      </List>
    </Screen>
  )
}

function Contact({ contact }: { contact: EmployerContactView }) {
  const text = useContactText()
  const say = useStepText()
  const format = useFormat()
  const notice = useNotice()
  const { employer, workplace, participants } = contact
  const corrected = () => notice.tell({ what: text('corrected', { employer }), seenBy: text('seen-by') })
  return (
    <Panel title={workplace === null ? employer : `${employer}, ${workplace}`}>
      <p>
        {format.day(day(contact.onDay))} · {codeWords(say, 'contact-kind', contact.kind)} ·{' '}
        {codeWords(say, 'contact-result', contact.result)}
      </p>
      <p>
        {text('for-whom')}:{' '}
        {participants.length === 0
          ? text('nobody')
          : participants.map(({ caseId, name }, index) => (
              <span key={caseId}>
                {index > 0 && ', '}
                <Link to={screens.participant(caseId)}>
                  <bdi>{name}</bdi>
                </Link>
              </span>
            ))}
      </p>
      {contact.note !== null && <p>{contact.note}</p>}
      <p className="k-quiet k-small">{text('by', { name: contact.by ?? '' })}</p>
      <details className="k-why">
        <summary>{text('correct')}</summary>
        <div className="k-why-body k-stack">
          <ContactForm old={contact} onDone={corrected} />
          <Withdraw contact={contact} />
        </div>
      </details>
    </Panel>
  )
}

function Withdraw({ contact }: { contact: EmployerContactView }) {
  const text = useContactText()
  const notice = useNotice()
  const sending = useSend<null, unknown>({
    send: (_, written) => post(paths.contactCorrection(contact.contactId), { withdrawn: true }, written),
    changes: [paths.contacts, '/cases'],
  })
  const withdraw = async () => {
    const answer = await sending.run(null)
    if (answer.done) notice.tell({ what: text('withdrawn'), seenBy: text('seen-by') })
    return answer.done
  }
  return (
    <div>
      <ConfirmButton
        effect={text('withdraw', { employer: contact.employer })}
        title={text('withdraw-title')}
        words={text('withdraw-words')}
        run={withdraw}
        pending={sending.pending}
        problem={sending.problem}
        variant="secondary"
      />
    </div>
  )
}
