import { useParams } from '@tanstack/react-router'
import type { CaseMoneyReply } from '../../../../src/modules/compensation/contract.ts'
import { useCase } from '../../api/case.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CaseHead, CaseSteps, CaseStrip } from '../../ui/case-page.tsx'
import { MoneyLines } from '../../ui/money-lines.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useText } from './texts.ts'

/** Every krona that a case has given, and the steps it rests on. */
export function CaseMoneyScreen() {
  const text = useText()
  const steps = useStepText()
  const { today } = useSignedIn()
  const { caseId = '' } = useParams({ strict: false })
  const page = useCase(caseId)
  const money = useApi<CaseMoneyReply>(`/cases/${caseId}/money`)
  const error = page.error ?? money.error
  const again = () => void Promise.all([page.refetch(), money.refetch()])
  if (page.data === undefined || money.data === undefined)
    return (
      <Screen title={text('case.any')}>
        {error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={again} />}
      </Screen>
    )
  return (
    <Screen title={page.data.person.name} lead={text('case.lead')}>
      <Panel>
        <CaseStrip answer={page.data} today={today} />
      </Panel>
      <Totals totals={money.data.totals} />
      {money.data.lines.length === 0 ? (
        <EmptyState title={text('case.empty')} words={text('case.empty-words')} />
      ) : (
        <MoneyLines lines={money.data.lines} withParticipant={false} />
      )}
      <div className="k-beside">
        <Panel title={steps('case.steps')}>
          <CaseSteps steps={page.data.steps} today={today} />
        </Panel>
        <Panel title={text('case.about')}>
          <CaseHead answer={page.data} />
        </Panel>
      </div>
    </Screen>
  )
}

function Totals({ totals }: { totals: CaseMoneyReply['totals'] }) {
  const text = useText()
  const format = useFormat()
  if (totals.length === 0) return null
  return (
    <ul className="k-plain-list">
      {totals.map((one) => (
        <li key={one.providerId}>
          {text('case.total', {
            provider: one.providerName ?? text('provider-unknown'),
            posted: format.kronor(one.postedOre),
            paid: format.kronor(one.paidOre),
          })}
        </li>
      ))}
    </ul>
  )
}
