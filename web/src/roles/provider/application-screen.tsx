import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { day } from '../../../../src/kernel/day.ts'
import type { ApplicationForm, ApplicationReply } from '../../../../src/modules/admission/contract.ts'
import { useLanguages } from '../../api/reference.ts'
import { useApi } from '../../api/use-api.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useFormat } from '../../language/use-format.ts'
import { ApplicationAnswers } from '../../ui/admission/application-answers.tsx'
import { ApplicationDecision } from '../../ui/admission/application-decision.tsx'
import { DocumentsList } from '../../ui/admission/documents-list.tsx'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { Panel, Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { ApplicationDocuments } from './application-documents.tsx'
import { ApplicationDraft } from './application-draft.tsx'
import { WithdrawApplication } from './withdraw-application.tsx'

/** One application: the draft to write on, or what was sent and what became of it. */
export function ApplicationScreen() {
  const text = useAdmissionText()
  const format = useFormat()
  const english = useLanguage().language === 'en'
  const { applicationId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useApi<ApplicationReply>(`/applications/${applicationId}`)
  const languages = useLanguages()
  if (data === undefined || languages.data === undefined) {
    return (
      <Screen title={text('apply.title')}>
        {error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />}
      </Screen>
    )
  }
  const { state, sentOn, dueOn, decidedOn, withdrawnOn, handlingDays } = data
  const days = handlingDays ?? 0
  const leads = {
    draft: () => text('draft.lead'),
    sent: () => text('sent.lead', { sent: format.day(day(sentOn ?? '')), due: format.day(day(dueOn ?? '')), days }),
    decided: () => text('decided.lead', { day: format.day(day(decidedOn ?? '')), days }),
    withdrawn: () => text('withdrawn.lead', { day: format.day(day(withdrawnOn ?? '')) }),
  }
  return (
    <Screen
      title={english ? data.termsTitleEn : data.termsTitleSv}
      lead={leads[state]()}
      action={<Link to="/app/provider/apply">{text('apply.back')}</Link>}
    >
      {data.municipality && <p className="k-note k-note-care">{text('draft.municipality-note')}</p>}
      <Requirements requirements={data.requirements} english={english} />
      {state === 'draft' ? (
        <>
          <ApplicationDocuments application={data} />
          <Draft key={data.draftId} application={data} languages={languages.data.items} />
        </>
      ) : (
        <>
          {data.decision !== null && <ApplicationDecision decision={data.decision} />}
          <Panel title={text('documents.title')}>
            <DocumentsList documents={data.documents} />
          </Panel>
          <ApplicationAnswers content={data.content} />
        </>
      )}
      {(state === 'draft' || state === 'sent') && <WithdrawApplication applicationId={applicationId} />}
    </Screen>
  )
}

type DraftProps = { application: ApplicationReply; languages: readonly { code: string; name: string }[] }

/** An address or an adviser more, or less, begins the form anew from what was typed. */
function Draft({ application, languages }: DraftProps) {
  const [{ content, round }, setDraft] = useState({ content: application.content, round: 0 })
  const restart = (next: ApplicationForm) => setDraft({ content: next, round: round + 1 })
  return (
    <ApplicationDraft key={round} application={application} content={content} languages={languages} restart={restart} />
  )
}

function Requirements({ requirements, english }: { requirements: ApplicationReply['requirements']; english: boolean }) {
  const text = useAdmissionText()
  return (
    <Panel>
      <details className="k-why">
        <summary>{text('requirements.title')}</summary>
        <ul className="k-why-body">
          {requirements.map((one) => (
            <li key={one.code}>
              {english ? one.en : one.sv}{' '}
              {one.evidenceSv !== '' && (
                <span className="k-quiet">
                  {text('requirements.evidence', { evidence: english ? one.evidenceEn : one.evidenceSv })}
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  )
}
