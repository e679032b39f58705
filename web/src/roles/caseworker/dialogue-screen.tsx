import { useParams } from '@tanstack/react-router'
import { CaseFrame } from './case-frame.tsx'
import { MonthReportsPanel } from './month-reports-panel.tsx'
import { QuestionsPanel } from './questions-panel.tsx'

/** Frågor och rapporter: what the participant asks and tells the employment service (programme 4.5). */
export function DialogueScreen() {
  const { caseId = '' }: { caseId?: string } = useParams({ strict: false })
  return (
    <CaseFrame tab="dialogue">
      {() => (
        <div className="k-stack">
          <QuestionsPanel caseId={caseId} />
          <MonthReportsPanel caseId={caseId} />
        </div>
      )}
    </CaseFrame>
  )
}
