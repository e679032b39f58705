import type { AssessmentsReply } from '../../../../src/modules/assessment/contract.ts'
import type { DecisionDesk } from '../../../../src/modules/decision/contract.ts'
import { type CaseAction, type CaseAnswer, useCaseActions } from '../../api/case.ts'
import { useApi } from '../../api/use-api.ts'
import { MoveTo } from '../../ui/move-to.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { AssessForm } from './assess-form.tsx'
import { CaseFrame } from './case-frame.tsx'
import { Chains } from './chains.tsx'
import { DecidePanel } from './decide-panel.tsx'
import { GlassBox } from './glass-box.tsx'
import { GlassHistory } from './glass-history.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { TalkPanel } from './talk-panel.tsx'
import { useText } from './texts.ts'

/** Bedömning och beslut: left the glass box, right what is decided with it (look: the letter previews itself). */
export function DecisionScreen() {
  return <CaseFrame tab="decision">{(answer) => <Both answer={answer} />}</CaseFrame>
}

function Both({ answer }: { answer: CaseAnswer }) {
  const { caseId } = answer
  const desk = useApi<DecisionDesk>(`/cases/${caseId}/decision-desk`)
  const acts = useCaseActions(caseId)
  return (
    <div className="k-halves">
      <Assessment caseId={caseId} acts={acts.data?.actions} />
      <div className="k-stack" id="decision" tabIndex={-1}>
        {desk.data === undefined || acts.data === undefined ? (
          desk.error || acts.error ? (
            <ErrorState
              error={desk.error ?? acts.error}
              onAgain={() => void Promise.all([desk.refetch(), acts.refetch()])}
            />
          ) : (
            <Loading lines={6} />
          )
        ) : (
          <>
            <ReviewPanel caseId={caseId} />
            <TalkPanel caseId={caseId} talk={desk.data.talk} acts={acts.data.actions} />
            <DecidePanel
              answer={answer}
              desk={desk.data}
              acts={acts.data.actions}
              onSeeNew={async () => (await desk.refetch()).data?.version ?? ''}
            />
            <Chains desk={desk.data} />
          </>
        )}
      </div>
    </div>
  )
}

function Assessment({ caseId, acts }: { caseId: string; acts: readonly CaseAction[] | undefined }) {
  const text = useText()
  const { data, error, refetch } = useApi<AssessmentsReply>(`/cases/${caseId}/assessments`)
  const assess = acts?.find((act) => act.name === 'assessPerson')
  const latest = data?.items[0]
  return (
    <div className="k-stack">
      <Panel title={text('assess.title')}>
        {data === undefined && (error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={8} />)}
        {data !== undefined && latest === undefined && (
          <EmptyState title={text('assess.none')} words={text('assess.none-words')} />
        )}
        {latest !== undefined && (
          <p className="k-to-decision">
            <MoveTo id="decision">{text('decide.to')}</MoveTo>
          </p>
        )}
        {latest !== undefined && <GlassBox made={latest} />}
        {assess !== undefined && <AssessForm key={latest?.id} caseId={caseId} act={assess} latest={latest} />}
        {data !== undefined && latest !== undefined && <GlassHistory made={data.items} />}
      </Panel>
    </div>
  )
}
