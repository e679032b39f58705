import { useShellText } from './language/shell-texts.ts'
import { PageFrame } from './ui/page-frame.tsx'
import { Screen } from './ui/screen.tsx'

/** Where the new tab lands after signing in again beside an open form. */
export function SignedInAgain() {
  const text = useShellText()
  return (
    <PageFrame width="narrow">
      <Screen title={text('signed-in-again.title')}>
        <p>{text('signed-in-again.words')}</p>
      </Screen>
    </PageFrame>
  )
}
