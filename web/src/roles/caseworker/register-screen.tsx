import { useNavigate } from '@tanstack/react-router'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { CheckInput, ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { type FormState, type Missing, useForm } from '../../ui/use-form.ts'
import { type DetailValues, emptyDetails, sentDetails, withShortFields } from './person-details.ts'
import { PersonFields } from './person-fields.tsx'
import { useText } from './texts.ts'

const initial = { ...emptyDetails, channel: 'assisted', toldAboutProfiling: false }
type Values = typeof initial

/** Registration together with the person; who helped is recorded (programme 4.1). */
export function RegisterScreen() {
  const text = useText()
  const notice = useNotice()
  const navigate = useNavigate()
  const { today } = useSignedIn()
  const form = useForm({
    initial,
    send: ({ channel, toldAboutProfiling, ...details }: Values, written) =>
      withShortFields(
        post<{ caseId: string }>(
          '/registrations',
          { channel, toldAboutProfiling, details: sentDetails(details) },
          written,
        ),
      ),
    changes: ['/cases', '/tasks'],
    onDone: ({ caseId }, values) => {
      notice.tell({
        what: text('register.done', { name: `${values.givenName} ${values.familyName}` }),
        seenBy: text('register.seen-by'),
      })
      void navigate({ to: `/app/caseworker/cases/${caseId}` as never })
    },
    check: (values) => missingIn(values, text('register.missing')),
  })
  return (
    <Screen title={text('register.title')} lead={text('register.lead')}>
      <Panel>
        <Form form={form} submit={text('register.effect')}>
          <ChoiceInput
            form={form}
            name="channel"
            label={text('register.channel')}
            choices={(['assisted', 'office', 'remote-meeting'] as const).map((code) => ({
              value: code,
              label: text(`register.channel.${code}`),
              help: text(`register.channel-help.${code}`),
            }))}
          />
          <PersonFields form={form as unknown as FormState<DetailValues>} today={today} />
          <fieldset className="k-stack">
            <legend>{text('register.notice')}</legend>
            <p>{text('notice.words')}</p>
            <CheckInput
              form={form}
              name="toldAboutProfiling"
              label={text('register.told')}
              help={text('register.told-help')}
            />
          </fieldset>
        </Form>
      </Panel>
    </Screen>
  )
}

const needed = [
  'identityNumber',
  'givenName',
  'familyName',
  'birthRegion',
  'municipalityCode',
  'education',
  'language',
] as const

function missingIn(values: Values, title: string): Missing<Values>[] {
  return needed.filter((field) => values[field].trim() === '').map((field) => ({ field, title }))
}
