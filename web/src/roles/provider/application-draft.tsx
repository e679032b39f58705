import { useState } from 'react'
import { day } from '../../../../src/kernel/day.ts'
import type { ApplicationForm, ApplicationReply } from '../../../../src/modules/admission/contract.ts'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import type { AdmissionText } from '../../language/texts/admission.sv.ts'
import { useFormat } from '../../language/use-format.ts'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { Form } from '../../ui/form.tsx'
import { moveToField } from '../../ui/move-to-field.ts'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { type FormState, useForm } from '../../ui/use-form.ts'
import { AddressesSection, AdvisersSection } from './application-rows.tsx'
import { AreasSection, CreditSection, OrganisationSection, ReferenceSection } from './application-sections.tsx'
import {
  type ApplicationValues,
  contentOf,
  isSame,
  languagesIn,
  type Rows,
  rowsOf,
  valuesOf,
} from './application-values.ts'
import { typedNumber } from './typed-number.ts'

type Fault = ApplicationReply['faults'][number]
type Named = { code: string; name: string }
type Props = {
  application: ApplicationReply
  content: ApplicationForm
  languages: readonly Named[]
  restart: (content: ApplicationForm) => void
}

/** The draft as one form that can be saved however little is in it; faults of the last saving stand at their fields. */
export function ApplicationDraft({ application, content, languages, restart }: Props) {
  const text = useAdmissionText()
  const notice = useNotice()
  const path = `/applications/${application.applicationId}`
  const rows = rowsOf(content)
  const [initial] = useState(() => valuesOf(content, languages))
  const check = useTyped(rows, languages)
  const form = useForm<ApplicationValues, unknown>({
    initial,
    check,
    send: (values, written) =>
      post(`${path}/draft`, { basedOn: application.draftId, content: contentOf(values, rows, languages) }, written),
    changes: [path, '/applications'],
    onDone: () => notice.tell({ what: text('draft.saved'), seenBy: text('draft.seen-by') }),
  })
  const current = () => contentOf(form.values, rows, languages)
  const saved = isSame(current(), application.content, languages)
  const shown = withFaults(form, saved ? application.faults : [])
  const section = { form: shown, current, restart }
  return (
    <>
      {saved && <Faults faults={application.faults} idOf={form.idOf} />}
      <Form form={shown} submit={text('draft.save')}>
        <OrganisationSection {...section} />
        <AreasSection {...section} offered={application.offeredAreas} />
        <ReferenceSection {...section} kind="preparing" />
        <ReferenceSection {...section} kind="matching" />
        <CreditSection {...section} />
        <AddressesSection {...section} count={rows.addresses} offered={application.offeredAreas} />
        <AdvisersSection {...section} count={rows.advisers} addresses={content.addresses} />
      </Form>
      {saved ? <SendPanel application={application} /> : <p className="k-quiet">{text('draft.unsaved')}</p>}
    </>
  )
}

/** Numbers and languages have to be readable before anything can be saved without loss. */
function useTyped(rows: Rows, languages: readonly Named[]) {
  const text = useAdmissionText()
  const numbers: [string, string][] = [
    ['references.preparing.participants', text('draft.participants')],
    ['references.matching.participants', text('draft.participants')],
    ['credit.rating', text('draft.rating')],
    ...Array.from({ length: rows.addresses }, (_, index): [string, string][] => [
      [`addresses.${index}.lat`, text('draft.lat')],
      [`addresses.${index}.lon`, text('draft.lon')],
    ]).flat(),
    ...Array.from({ length: rows.advisers }, (_, index): [string, string][] => [
      [`advisers.${index}.fullTimePercent`, text('draft.percent')],
      [`advisers.${index}.yearsOfExperience`, text('draft.years')],
    ]).flat(),
  ]
  return (values: ApplicationValues) => {
    const typed = (name: string) => String(values[name] ?? '').trim()
    const unread = numbers
      .filter(([name]) => typed(name) !== '' && typedNumber(typed(name)) === null)
      .map(([field, label]) => ({ field, title: text('draft.not-a-number', { label }) }))
    const unknown = Object.keys(values)
      .filter((name) => name.endsWith('.languages'))
      .flatMap((field) => {
        const name = languagesIn(typed(field), languages).unknown
        return name === null ? [] : [{ field, title: text('draft.languages-unknown', { name }) }]
      })
    return [...unread, ...unknown]
  }
}

function withFaults(form: FormState<ApplicationValues>, faults: readonly Fault[]): FormState<ApplicationValues> {
  const told = (name: string) => {
    const found = faults.find((one) => one.field === name)
    return found === undefined ? undefined : `${found.title}. ${found.cure}`
  }
  return { ...form, errorOf: (name) => form.errorOf(name) ?? told(name) }
}

/** Which part and field a fault is about, so that two missing things are not told alike. */
function usePlaceOf() {
  const text = useAdmissionText()
  return (field: string): string | null => {
    const [part = '', second = '', third = ''] = field.split('.')
    const name = labels[third] ?? labels[second]
    if (name === undefined) return null
    const label = text(name)
    if (part === 'references') return text('draft.at', { part: text(`draft.${second}` as 'draft.matching'), label })
    if (part === 'credit') return text('draft.at', { part: text('draft.credit'), label })
    const n = Number(second) + 1
    if (part === 'addresses') return text('draft.at', { part: text('draft.address', { n }), label })
    return part === 'advisers' ? text('draft.at', { part: text('draft.adviser', { n }), label }) : label
  }
}

const labels: Readonly<Record<string, AdmissionText>> = {
  client: 'draft.client',
  from: 'draft.from',
  lastDay: 'draft.last-day',
  participants: 'draft.participants',
  contact: 'draft.contact',
  description: 'draft.description',
  onDay: 'draft.credit-day',
  rating: 'draft.rating',
  otherProof: 'draft.proof',
  name: 'draft.name',
  fullTimePercent: 'draft.percent',
  yearsOfExperience: 'draft.years',
  competence: 'draft.competence',
  languages: 'draft.languages',
  address: 'draft.at-address',
  areaCode: 'draft.area',
  street: 'draft.street',
  postcode: 'draft.postcode',
  locality: 'draft.locality',
  municipalityCode: 'draft.municipality',
  lat: 'draft.lat',
  lon: 'draft.lon',
  orientations: 'draft.orientations',
  presentation: 'draft.presentation',
  landlord: 'draft.landlord',
  leaseFrom: 'draft.lease-from',
  leaseLastDay: 'draft.lease-last',
  accessibilityBy: 'draft.accessible-by',
  accessibilityOn: 'draft.accessible-on',
  declaredBy: 'draft.declared-by',
  declaredOn: 'draft.declared-on',
}

function Faults({ faults, idOf }: { faults: readonly Fault[]; idOf: (name: string) => string }) {
  const text = useAdmissionText()
  const placeOf = usePlaceOf()
  const words = ({ field, title, cure }: Fault) =>
    [field === undefined ? null : placeOf(field), title, cure].filter((one) => one !== null).join('. ')
  return (
    <div className={`k-note ${faults.length === 0 ? 'k-note-good' : 'k-note-care'}`}>
      <p>
        <strong>{text('draft.faults', { n: faults.length })}</strong>
      </p>
      {faults.length === 0 ? (
        <p>{text('draft.no-faults-words')}</p>
      ) : (
        <ul className="k-problems">
          {faults.map((one) => (
            <li key={`${one.field}-${one.code}`}>
              {one.field === undefined ? (
                words(one)
              ) : (
                <a href={`#${idOf(one.field)}`} onClick={(event) => moveToField(event, idOf(one.field ?? ''))}>
                  {words(one)}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function SendPanel({ application }: { application: ApplicationReply }) {
  const text = useAdmissionText()
  const format = useFormat()
  const notice = useNotice()
  const path = `/applications/${application.applicationId}`
  const { run, pending, problem } = useSend<null, { dueOn: string }>({
    send: (_, written) => post<{ dueOn: string }>(`${path}/submission`, {}, written),
    changes: [path, '/applications'],
  })
  const send = async () => {
    const answer = await run(null)
    if (answer.done) {
      const due = format.day(day(answer.value.dueOn))
      notice.tell({ what: text('draft.sent', { day: due }), seenBy: text('draft.sent-seen-by') })
    }
    return answer.done
  }
  if (application.faults.length > 0) return null
  return (
    <Panel>
      <div>
        <ConfirmButton
          effect={text('draft.send')}
          title={text('draft.send-title')}
          words={text('draft.send-words')}
          run={send}
          pending={pending}
          problem={problem}
        />
      </div>
    </Panel>
  )
}
