import type { CaseAnswer } from '../../api/case.ts'
import { useSignedIn } from '../../api/session.ts'
import { useStepText } from '../../language/step-texts.ts'
import { CaseHead, CaseLetters, CaseSteps, CaseStrip } from '../../ui/case-page.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Acts } from './acts.tsx'
import { CaseFrame } from './case-frame.tsx'

/** Översikt: who, the strip of weeks, what can be done, everything that happened and the letters. */
export function CaseScreen() {
  return <CaseFrame tab="overview">{(answer) => <Overview answer={answer} />}</CaseFrame>
}

function Overview({ answer }: { answer: CaseAnswer }) {
  const words = useStepText()
  const { today } = useSignedIn()
  return (
    <>
      <Panel title={words('case.strip')}>
        <CaseStrip answer={answer} today={today} />
      </Panel>
      <div className="k-case">
        <div className="k-stack">
          <Panel title={words('case.actions')}>
            <Acts caseId={answer.caseId} />
          </Panel>
          <Panel>
            <CaseHead answer={answer} />
          </Panel>
          <Panel title={words('case.letters')}>
            <CaseLetters caseId={answer.caseId} />
          </Panel>
        </div>
        <Panel title={words('case.steps')}>
          <CaseSteps steps={answer.steps} today={today} />
        </Panel>
      </div>
    </>
  )
}
