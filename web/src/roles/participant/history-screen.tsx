import { useCase } from '../../api/case.ts'
import { useSignedIn } from '../../api/session.ts'
import { CaseSteps } from '../../ui/case-page.tsx'
import { Screen } from '../../ui/screen.tsx'
import { BackHome } from './back-home.tsx'
import { Answer, OwnCase } from './own-case.tsx'
import { useText } from './texts.ts'

/** Every step of the own case: what, when, who, under which rule. */
export function HistoryScreen() {
  const text = useText()
  return <OwnCase title={text('history.title')}>{(person) => <History caseId={person.caseId} />}</OwnCase>
}

function History({ caseId }: { caseId: string }) {
  const text = useText()
  const { today } = useSignedIn()
  const answer = useCase(caseId)
  return (
    <Screen title={text('history.title')} lead={text('history.lead')}>
      <Answer of={answer}>{(data) => <CaseSteps steps={data.steps} today={today} />}</Answer>
      <BackHome />
    </Screen>
  )
}
