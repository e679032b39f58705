import type { DecisionDesk } from '../../../../src/modules/decision/contract.ts'
import type { EvidenceReply } from '../../../../src/modules/delivery/contract/desk.ts'
import type { DeliveryReply } from '../../../../src/modules/delivery/contract.ts'
import type { OutcomesReply } from '../../../../src/modules/outcomes/contract.ts'
import { type CaseAnswer, useCaseActions } from '../../api/case.ts'
import { useApi } from '../../api/use-api.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { CaseFrame } from './case-frame.tsx'
import { Chains } from './chains.tsx'
import { DecideExtension } from './decide-extension.tsx'
import { EndPanel } from './end-panel.tsx'
import { ServiceEvidence } from './service-evidence.tsx'
import { SignalsSeen } from './signals-seen.tsx'
import { ViewPanel } from './view-panel.tsx'

/** Förlängning och slut: what was delivered on the left, the decision and the planning of the end on the right. */
export function ExtensionScreen() {
  return <CaseFrame tab="extension">{(answer) => <Extension answer={answer} />}</CaseFrame>
}

function Extension({ answer }: { answer: CaseAnswer }) {
  const { caseId } = answer
  const desk = useApi<DecisionDesk>(`/cases/${caseId}/decision-desk`)
  const evidence = useApi<EvidenceReply>(`/cases/${caseId}/service-evidence`)
  const delivery = useApi<DeliveryReply>(`/cases/${caseId}/delivery`)
  const outcomes = useApi<OutcomesReply>(`/cases/${caseId}/outcomes`)
  const acts = useCaseActions(caseId)
  const asked = [desk, evidence, delivery, outcomes, acts]
  if (!desk.data || !evidence.data || !delivery.data || !outcomes.data || !acts.data) {
    const error = asked.map((one) => one.error).find((one) => one !== null) ?? null
    const again = () => void Promise.all(asked.map((one) => one.refetch()))
    return error ? <ErrorState error={error} onAgain={again} /> : <Loading lines={8} />
  }
  const plan = delivery.data.plans.find((one) => one.current)
  return (
    <div className="k-halves">
      <div className="k-stack">
        <ServiceEvidence caseId={caseId} evidence={evidence.data} plan={plan} />
        <SignalsSeen outcomes={outcomes.data} spells={delivery.data.spells} />
      </div>
      <div className="k-stack">
        <ViewPanel caseId={caseId} evidence={evidence.data} />
        <DecideExtension
          answer={answer}
          desk={desk.data}
          acts={acts.data.actions}
          onSeeNew={async () => (await desk.refetch()).data?.version ?? ''}
        />
        <EndPanel caseId={caseId} desk={desk.data} />
        <Chains desk={desk.data} />
      </div>
    </div>
  )
}
