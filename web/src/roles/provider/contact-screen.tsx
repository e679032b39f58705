import { Panel } from '../../ui/screen.tsx'
import { ActScreen, useDone } from './act-screen.tsx'
import { ContactForm } from './contact-form.tsx'
import { useContactText } from './contacts-texts.ts'

/** A contact with an employer made for one participant. */
export function ContactScreen() {
  const text = useContactText()
  return (
    <ActScreen title={text('new.title')}>{({ caseId, name }) => <OneContact caseId={caseId} name={name} />}</ActScreen>
  )
}

function OneContact({ caseId, name }: { caseId: string; name: string }) {
  const text = useContactText()
  const done = useDone(caseId)
  return (
    <Panel>
      <p>{text('new.lead', { name })}</p>
      <ContactForm
        concerned={[{ caseId, name }]}
        onDone={(employer) => done({ what: text('saved', { employer }), seenBy: text('seen-by') })}
      />
    </Panel>
  )
}
