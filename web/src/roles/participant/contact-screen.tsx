import { useNavigate } from '@tanstack/react-router'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { post } from '../../api/client.ts'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useForm } from '../../ui/use-form.ts'
import { BackHome } from './back-home.tsx'
import { OwnCase, ownPersonPath } from './own-case.tsx'
import { HomeFields, ReachFields } from './person-fields.tsx'
import { useText } from './texts.ts'

/** Correct where one lives and how one is reached; both versions stay (programme 4.1). */
export function ContactScreen() {
  const text = useText()
  return <OwnCase title={text('contact.title')}>{(person) => <Contact person={person} />}</OwnCase>
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

function Contact({ person }: { person: PersonPage }) {
  const text = useText()
  const navigate = useNavigate()
  const notice = useNotice()
  const form = useForm({
    initial: {
      street: person.street ?? '',
      postcode: person.postcode ?? '',
      locality: person.locality ?? '',
      municipalityCode: person.municipalityCode,
      email: person.email ?? '',
      phone: person.phone ?? '',
      language: person.language,
      interpreter: person.interpreter,
    },
    send: (values, written) => {
      const { street, postcode, locality, email, phone, ...others } = values
      const changes = {
        ...others,
        street: orNull(street),
        postcode: orNull(postcode),
        locality: orNull(locality),
        email: orNull(email),
        phone: orNull(phone),
      }
      const path = `/cases/${person.caseId}/person`
      return post<{ changed: string[] }>(path, { basedOn: person.versionId, changes }, written)
    },
    changes: [ownPersonPath, `/cases/${person.caseId}`],
    onDone: ({ changed }) => {
      const what = text(changed.length === 0 ? 'contact.done-nothing' : 'contact.done')
      notice.tell(changed.length === 0 ? { what } : { what, seenBy: text('seen-by.provider') })
      void navigate({ to: '/app/participant/me' })
    },
  })
  return (
    <Screen title={text('contact.title')} lead={text('contact.lead')}>
      <Form form={form} submit={text('contact.submit')}>
        <HomeFields form={form} known />
        <ReachFields form={form} />
      </Form>
      <BackHome />
    </Screen>
  )
}
