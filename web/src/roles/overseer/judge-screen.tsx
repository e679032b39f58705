import { Link, useParams } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { ApplicationReply } from '../../../../src/modules/admission/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { ApplicationAnswers } from '../../ui/admission/application-answers.tsx'
import { ApplicationDecision } from '../../ui/admission/application-decision.tsx'
import { DocumentsList } from '../../ui/admission/documents-list.tsx'
import { useAdmissionText } from '../../ui/admission/texts.ts'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { JudgeItem } from './judge-item.tsx'

/** One application: what was sent, what two officers hold of each requirement, and the decision that follows. */
export function JudgeScreen() {
  const text = useAdmissionText()
  const format = useFormat()
  const { applicationId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useApi<ApplicationReply>(`/applications/${applicationId}`)
  if (data === undefined) {
    return (
      <Screen title={text('queue.title')}>
        {error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />}
      </Screen>
    )
  }
  const { items, decision, state, sentOn, dueOn, withdrawnOn, withdrawalReason, handlingDays } = data
  return (
    <Screen
      title={data.organisationName}
      lead={text('judge.lead', {
        sent: format.day(day(sentOn ?? '')),
        due: format.day(day(dueOn ?? '')),
        days: handlingDays ?? 0,
      })}
      action={<Link to="/app/overseer/applications">{text('queue.back')}</Link>}
    >
      {decision !== null && <ApplicationDecision decision={decision} />}
      {withdrawnOn !== null && (
        <Panel title={text('state.withdrawn')}>
          <p>{text('withdrawn.lead-officer', { day: format.day(day(withdrawnOn)) })}</p>
          {withdrawalReason !== null && (
            <p>
              {text('withdrawn.reason')}: <bdi>{withdrawalReason}</bdi>
            </p>
          )}
        </Panel>
      )}
      <Panel title={text('documents.title')}>
        <DocumentsList documents={data.documents} />
      </Panel>
      <Panel title={text('judge.items')}>
        <ul className="k-plain-list k-rows">
          {items?.map((item) => (
            <JudgeItem
              key={`${item.requirement}-${item.areaCode}-${item.opinions.length}`}
              applicationId={applicationId}
              item={item}
              open={state === 'sent'}
            />
          ))}
        </ul>
      </Panel>
      {state === 'sent' && <Decide application={data} />}
      <ApplicationAnswers content={data.content} />
    </Screen>
  )
}

function Decide({ application }: { application: ApplicationReply }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const { applicationId, items, municipality } = application
  const path = `/applications/${applicationId}`
  const left = items?.filter((one) => one.standing !== 'settled').length ?? 0
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) =>
      reason.trim().length < 3 ? [{ field: 'reason', title: text('contract.reason-missing') }] : [],
    send: ({ reason }, written) => post(`${path}/decision`, { reason }, written),
    changes: [path, '/applications', '/contracts', '/catalogue'],
    onDone: () => notice.tell({ what: text('judge.decided'), seenBy: text('judge.decided-seen-by') }),
  })
  return (
    <Panel title={text('judge.decide-title')}>
      {municipality && <p className="k-note k-note-care">{text('judge.decide-municipality')}</p>}
      {left > 0 && !municipality ? (
        <p>{text('judge.decide-left', { n: left })}</p>
      ) : (
        <Form form={form} submit={text('judge.decide')}>
          <FreeTextInput
            form={form}
            name="reason"
            label={text('judge.decide-reason')}
            help={text('judge.decide-reason-help')}
          />
        </Form>
      )}
    </Panel>
  )
}
