import { Link, useParams } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { TermsReply } from '../../../../src/modules/admission/contract.ts'
import { post } from '../../api/client.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useFormat } from '../../language/use-format.ts'
import { Facts } from '../facts.tsx'
import { ChoiceInput, LongTextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { useNotice } from '../notice.tsx'
import { Panel, Screen } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { useForm } from '../use-form.ts'
import { useAdmissionText } from './texts.ts'

/** One version of the tender terms, whole; whoever did not write it publishes or returns it here. */
export function TermsPageScreen() {
  const text = useAdmissionText()
  const { duty } = useSignedIn()
  const english = useLanguage().language === 'en'
  const { termsId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useApi<TermsReply>(`/tender-terms/${termsId}`)
  if (data === undefined) {
    return (
      <Screen title={text('terms.title')}>
        {error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />}
      </Screen>
    )
  }
  const applies = duty.role === 'coordinator'
  const back = applies ? '/app/provider/apply' : `/app/${duty.role}/terms`
  return (
    <Screen
      title={english ? data.titleEn : data.titleSv}
      lead={text('terms.version', { n: data.version })}
      action={<Link to={back}>{text(applies ? 'apply.back' : 'terms.back')}</Link>}
    >
      {data.mayDecide && <DecideTerms termsId={termsId} />}
      <TermsContent terms={data} english={english} />
    </Screen>
  )
}

function TermsContent({ terms, english }: { terms: TermsReply; english: boolean }) {
  const text = useAdmissionText()
  const format = useFormat()
  const areaName = useAreaName()
  const { content } = terms
  const days = (from: string, lastDay: string | null) => format.days(day(from), lastDay === null ? null : day(lastDay))
  return (
    <>
      <Panel>
        <Facts
          items={[
            { label: text('terms.applications'), value: days(content.applyFrom, content.applyLastDay) },
            { label: text('terms.contracts'), value: days(content.contractFrom, content.contractLastDay) },
            {
              label: text('terms.areas'),
              value: (
                <ul className="k-plain-list">
                  {content.areas.map((one) => (
                    <li key={one.code}>
                      {areaName(one.code)}, {text('terms.price-model', { model: one.priceModel })}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title={text('requirements.title')}>
        <ul className="k-plain-list k-rows">
          {content.requirements.map((one) => (
            <li key={one.code} className="k-stack">
              <p>
                <strong>{text(`topic.${one.topic}`)}</strong>: {english ? one.en : one.sv}
              </p>
              {one.evidenceSv !== '' && (
                <p className="k-quiet">
                  {text('requirements.evidence', { evidence: english ? one.evidenceEn : one.evidenceSv })}
                </p>
              )}
              <p className="k-quiet k-small">
                {text(`terms.${one.kind}`)} · {text('terms.asked', { days: days(one.from, one.lastDay) })}
              </p>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={text('decision.appeal')}>
        <p>
          <bdi>{english ? content.appealEn : content.appealSv}</bdi>
        </p>
      </Panel>
    </>
  )
}

function DecideTerms({ termsId }: { termsId: string }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const path = `/tender-terms/${termsId}`
  const form = useForm({
    initial: { outcome: 'published', reason: '' },
    check: ({ outcome, reason }) =>
      outcome === 'returned' && reason.trim().length < 3
        ? [{ field: 'reason', title: text('terms.reason-missing') }]
        : [],
    send: ({ outcome, reason }, written) =>
      post(`${path}/decision`, { outcome, reason: reason.trim() === '' ? null : reason }, written),
    changes: [path, '/tender-terms'],
    onDone: (_, { outcome }) =>
      notice.tell({
        what: text(outcome === 'returned' ? 'terms.returned' : 'terms.published'),
        seenBy: text('terms.seen-by'),
      }),
  })
  return (
    <Panel title={text('terms.decide')}>
      <p>{text('terms.decide-words')}</p>
      <Form form={form} submit={text(form.values.outcome === 'returned' ? 'terms.return' : 'terms.publish')}>
        <ChoiceInput
          form={form}
          name="outcome"
          label={text('terms.outcome')}
          choices={[
            { value: 'published', label: text('terms.publish') },
            { value: 'returned', label: text('terms.return') },
          ]}
        />
        <LongTextInput
          form={form}
          name="reason"
          label={text('terms.reason')}
          help={text('terms.reason-help')}
          optional
        />
      </Form>
    </Panel>
  )
}
