import { useParams } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import { useCase } from '../../api/case.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { Breaches } from '../../ui/breaches.tsx'
import { CaseHead, CaseSteps } from '../../ui/case-page.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { AdviserPanel } from './adviser-panel.tsx'
import type { Chains, DeliveryReply } from './answers.ts'
import { BesidePanel } from './beside-panel.tsx'
import { CaseMoneyPanel } from './case-money-panel.tsx'
import { ContactsPanel } from './contacts-panel.tsx'
import { DeviationsPanel } from './deviations-panel.tsx'
import { InformativePanel } from './informative-panel.tsx'
import { MeetingsPanel } from './meetings-panel.tsx'
import { MonthsPanel } from './months-panel.tsx'
import { NextPanel } from './next-panel.tsx'
import { OutcomesPanel } from './outcomes-panel.tsx'
import { ParticipantStrip } from './participant-strip.tsx'
import { paths } from './paths.ts'
import { PlanPanel } from './plan-panel.tsx'
import { useText } from './texts.ts'

/** Where the participant is in the service, what is due next, and everything done so far. */
export function ParticipantScreen() {
  const text = useText()
  const steps = useStepText()
  const { today, duty } = useSignedIn()
  const { caseId = '' } = useParams({ strict: false })
  const page = useCase(caseId)
  const delivery = useApi<DeliveryReply>(paths.delivery(caseId))
  const lead = useLead(caseId, delivery.data)
  const error = page.error ?? delivery.error
  const again = () => void Promise.all([page.refetch(), delivery.refetch()])
  if (page.data === undefined || delivery.data === undefined)
    return (
      <Screen title={text('caseload.participant')}>
        {error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={again} />}
      </Screen>
    )
  const [answer, service] = [page.data, delivery.data]
  return (
    <Screen title={answer.person.name} lead={lead}>
      <Panel>
        <ParticipantStrip answer={answer} service={service} today={today} />
      </Panel>
      <div className="k-next-first">
        <NextPanel caseId={caseId} service={service} />
        <div className="k-stack">
          <MeetingsPanel caseId={caseId} name={answer.person.name} service={service} />
          <PlanPanel caseId={caseId} service={service} />
          <MonthsPanel caseId={caseId} service={service} />
          <Panel title={steps('case.steps')}>
            <CaseSteps steps={answer.steps} today={today} />
          </Panel>
        </div>
        <div className="k-stack">
          <Breaches breaches={service.breaches} />
          <ContactsPanel caseId={caseId} />
          <OutcomesPanel caseId={caseId} />
          <BesidePanel caseId={caseId} />
          <DeviationsPanel deviations={service.deviations} />
          <InformativePanel caseId={caseId} />
          <CaseMoneyPanel caseId={caseId} />
          {duty.role === 'coordinator' && <AdviserPanel caseId={caseId} service={service} />}
          <Panel title={text('participant.about')}>
            <CaseHead
              answer={answer}
              more={[{ label: text('participant.hours'), value: text('hours-a-week', { n: service.availableHours }) }]}
            />
          </Panel>
        </div>
      </div>
    </Screen>
  )
}

/** Level, days in the service and adviser, in one line. */
function useLead(caseId: string, service: DeliveryReply | undefined): string {
  const text = useText()
  const format = useFormat()
  const { data } = useApi<Chains>(paths.decisions(caseId))
  const decision = data?.items[0]?.decisions.at(-1)
  const chain = data?.items[0]
  const spell = service?.spells.at(-1)
  const parts = [
    ...(decision === undefined ? [] : [text('participant.level', { level: decision.level })]),
    ...(chain?.firstDay
      ? [format.days(day(chain.firstDay), chain.lastGrantedDay === null ? null : day(chain.lastGrantedDay))]
      : []),
    ...(spell?.adviserName ? [text('participant.adviser', { name: spell.adviserName })] : []),
  ]
  return parts.join(' · ')
}
