import { CaseLetters } from '../../ui/case-page.tsx'
import { Screen } from '../../ui/screen.tsx'
import { OwnCase } from './own-case.tsx'
import { useText } from './texts.ts'

/** Every letter as it was sent, to read and print. */
export function LettersScreen() {
  const text = useText()
  return (
    <OwnCase title={text('letters.title')}>
      {(person) => (
        <Screen title={text('letters.title')} lead={text('letters.lead')}>
          <div className="k-own-letters">
            <CaseLetters caseId={person.caseId} />
          </div>
        </Screen>
      )}
    </OwnCase>
  )
}
