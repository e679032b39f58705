import { Link, useNavigate } from '@tanstack/react-router'
import type { TermsReply } from '../../../../src/modules/admission/contract.ts'
import { post } from '../../api/client.ts'
import { type DeliveryAreas, useDeliveryAreas } from '../../api/delivery-areas.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi, useApiPage } from '../../api/use-api.ts'
import { DayInput } from '../day-input.tsx'
import { CheckInput, LongTextInput, TextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { useNotice } from '../notice.tsx'
import { Panel, Screen } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { type FormState, useForm } from '../use-form.ts'
import { offeredRequirements, type TermsValues, termsBodyOf, termsValues } from './terms-draft.ts'
import { useAdmissionText } from './texts.ts'

type Content = TermsReply['content']

/** A new version of the tender terms, begun from the latest; another person publishes it. */
export function TermsFormScreen() {
  const text = useAdmissionText()
  const { duty } = useSignedIn()
  const latest = useApiPage<{ termsId: string }>('/tender-terms', { page: 1, limit: 1 })
  const id = latest.data?.items[0]?.termsId
  const before = useApi<TermsReply>(id === undefined ? null : `/tender-terms/${id}`)
  const areas = useDeliveryAreas()
  const error = latest.error ?? before.error ?? areas.error
  const ready = latest.data !== undefined && areas.data !== undefined && (id === undefined || before.data !== undefined)
  return (
    <Screen
      title={text('terms.new-title')}
      lead={text('terms.new-lead')}
      action={<Link to={`/app/${duty.role}/terms`}>{text('terms.back')}</Link>}
    >
      {error !== null && <ErrorState error={error} onAgain={latest.refetch} />}
      {error === null && !ready && <Loading lines={8} />}
      {ready && <TermsForm before={before.data?.content ?? null} areas={areas.data?.items ?? []} />}
    </Screen>
  )
}

const texts = ['titleSv', 'titleEn', 'appealSv', 'appealEn'] as const

function TermsForm({ before, areas }: { before: Content | null; areas: DeliveryAreas['items'] }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const navigate = useNavigate()
  const { duty, today } = useSignedIn()
  const labels = {
    titleSv: text('terms.title-sv'),
    titleEn: text('terms.title-en'),
    appealSv: text('terms.appeal-sv'),
    appealEn: text('terms.appeal-en'),
  }
  const form = useForm<TermsValues, { id: string }>({
    initial: termsValues(before, today),
    check: (values) =>
      texts
        .filter((name) => String(values[name] ?? '').trim() === '')
        .map((name) => ({ field: name, title: text('terms.missing', { label: labels[name] }) })),
    send: (values, written) =>
      post<{ id: string }>('/tender-terms', termsBodyOf(values, { before, today, areas }), written),
    changes: ['/tender-terms'],
    onDone: ({ id }) => {
      notice.tell({ what: text('terms.saved') })
      void navigate({ to: `/app/${duty.role}/terms/${id}` })
    },
  })
  return (
    <Form form={form} submit={text('terms.save')}>
      <TextInput form={form} name="titleSv" label={labels.titleSv} />
      <TextInput form={form} name="titleEn" label={labels.titleEn} />
      <TermsDays form={form} />
      <Panel title={text('terms.areas')}>
        <div className="k-stack" id={form.idOf('areas')}>
          {areas.map((one) => (
            <CheckInput key={one.code} form={form} name={`areas.${one.code}`} label={one.name} />
          ))}
        </div>
      </Panel>
      <Requirements form={form} before={before} />
      <LongTextInput form={form} name="appealSv" label={labels.appealSv} />
      <LongTextInput form={form} name="appealEn" label={labels.appealEn} />
    </Form>
  )
}

function TermsDays({ form }: { form: FormState<TermsValues> }) {
  const text = useAdmissionText()
  const { today } = useSignedIn()
  const openEnded = text('terms.open-ended')
  return (
    <>
      <DayInput form={form} name="applyFrom" label={text('terms.apply-from')} example={today} />
      <DayInput
        form={form}
        name="applyLastDay"
        label={text('terms.apply-last')}
        help={openEnded}
        example={today}
        optional
      />
      <DayInput form={form} name="contractFrom" label={text('terms.contract-from')} example={today} />
      <DayInput
        form={form}
        name="contractLastDay"
        label={text('terms.contract-last')}
        help={openEnded}
        example={today}
        optional
      />
    </>
  )
}

function Requirements({ form, before }: { form: FormState<TermsValues>; before: Content | null }) {
  const text = useAdmissionText()
  const { today } = useSignedIn()
  return (
    <Panel title={text('requirements.title')}>
      <div id={form.idOf('requirements')} className="k-stack">
        {offeredRequirements(before, today).map(({ code, topic }) => (
          <fieldset key={code} className="k-stack k-outlined">
            <legend>
              <strong>{text(`topic.${topic}`)}</strong>
            </legend>
            <CheckInput form={form} name={`asked.${code}`} label={text('terms.ask')} />
            {form.values[`asked.${code}`] === true && (
              <>
                <LongTextInput form={form} name={`sv.${code}`} label={text('terms.requirement-sv')} />
                <LongTextInput form={form} name={`en.${code}`} label={text('terms.requirement-en')} />
                <TextInput form={form} name={`evidenceSv.${code}`} label={text('terms.evidence-sv')} optional />
                <TextInput form={form} name={`evidenceEn.${code}`} label={text('terms.evidence-en')} optional />
              </>
            )}
          </fieldset>
        ))}
      </div>
    </Panel>
  )
}
