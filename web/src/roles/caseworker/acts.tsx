import { Link } from '@tanstack/react-router'
import { useTaskText } from '../../language/task-texts.ts'
import { CaseActions } from '../../ui/case-page.tsx'
import { actionWords } from '../../ui/task-words.ts'

const tabs: Readonly<Record<string, string>> = {
  giveProfilingNotice: '/person',
  correctPerson: '/person',
  assignCase: '/person',
  nameStaff: '/person',
  assessPerson: '/decision',
  answerReview: '/decision',
  holdPlanningTalk: '/decision',
  decideReferral: '/decision',
  abstainFromReferral: '/decision',
  decideExtension: '/extension',
  refuseExtension: '/extension',
  decideParallelMeasure: '/delivery',
  interruptService: '/decision',
  resumeService: '/decision',
  chooseProvider: '/choice',
  changeProvider: '/choice',
  decidePlan: '/delivery',
  decideReport: '/delivery',
  decideDeviation: '/delivery',
  settleDispute: '/delivery',
  signalOutcome: '/outcomes',
  answerSignals: '/outcomes',
  verifyOutcome: '/outcomes',
}

/** What the caseworker can do on the case now, each leading to the part of the case where it is done. */
export function Acts({ caseId }: { caseId: string }) {
  const say = useTaskText()
  return (
    <CaseActions
      caseId={caseId}
      wordsOf={(action) => (tabs[action.name] === undefined ? null : actionWords(action, say))}
      open={(action, words) => (
        <Link to={`/app/caseworker/cases/${caseId}${tabs[action.name] ?? ''}` as never}>{words}</Link>
      )}
    />
  )
}
