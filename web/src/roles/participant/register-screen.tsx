import { Link, useNavigate } from '@tanstack/react-router'
import { formatPersonNumber, type PersonNumber } from '../../../../src/kernel/person-number.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { Facts } from '../../ui/facts.tsx'
import { TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { BackHome } from './back-home.tsx'
import { BackgroundFields, WorkFields } from './background-fields.tsx'
import { Answer, ownPersonPath, useOwnPerson } from './own-case.tsx'
import { HomeFields, ReachFields } from './person-fields.tsx'
import { firstDetails, type RegisterValues, registerOneself, requiredFields } from './register-details.ts'
import { useText } from './texts.ts'

/** "Skriv in dig": registers the one who has signed in; the number is the sign-in's own (programme 4.1). */
export function RegisterScreen() {
  const text = useText()
  const own = useOwnPerson()
  return (
    <Screen title={text('register.title')} lead={text('register.lead')}>
      <Answer of={own} lines={8}>
        {({ person, vouched }) => {
          if (person !== null) {
            return (
              <EmptyState
                title={text('register.already')}
                words={text('register.already-words')}
                action={<Link to="/app/participant/me">{text('nav.me')}</Link>}
              />
            )
          }
          if (vouched.identityNumber === null)
            return <EmptyState title={text('register.no-number')} words={text('register.no-number-words')} />
          return <RegisterForm name={vouched.name} number={vouched.identityNumber.replace(/\D/g, '') as PersonNumber} />
        }}
      </Answer>
      <BackHome />
    </Screen>
  )
}

function RegisterForm({ name, number }: { name: string; number: PersonNumber }) {
  const text = useText()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const notice = useNotice()
  const form = useForm<RegisterValues, { caseId: string }>({
    initial: firstDetails(name, language),
    send: registerOneself,
    check: (values) =>
      requiredFields
        .filter(({ field }) => String(values[field]).trim() === '')
        .map(({ field, label }) => ({ field, title: text('register.missing', { field: text(label) }) })),
    changes: [ownPersonPath, '/session'],
    onDone: () => {
      notice.tell({ what: text('register.done'), seenBy: text('seen-by.office') })
      void navigate({ to: '/app/participant/notice' })
    },
  })
  return (
    <Form form={form} submit={text('register.submit')}>
      <fieldset className="k-stack">
        <legend className="k-h2">{text('register.who')}</legend>
        <Facts items={[{ label: text('register.number'), value: <bdi>{formatPersonNumber(number)}</bdi> }]} />
        <p className="k-quiet k-small">{text('register.number-from')}</p>
        <TextInput form={form} name="givenName" label={text('register.given-name')} autoComplete="given-name" known />
        <TextInput
          form={form}
          name="familyName"
          label={text('register.family-name')}
          autoComplete="family-name"
          known
        />
      </fieldset>
      <HomeFields form={form} />
      <ReachFields form={form} />
      <BackgroundFields form={form} />
      <WorkFields form={form} />
    </Form>
  )
}
