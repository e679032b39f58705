import { useShellText } from './language/shell-texts.ts'
import { PageFrame } from './ui/page-frame.tsx'
import { Crossroads, ErrorState, Loading } from './ui/states.tsx'

/** While a screen's bundle comes. */
export const PendingScreen = () => <Loading />

/** When a screen throws: the words, and reload. */
export const BrokenScreen = ({ error }: { error: unknown }) => <ErrorState error={error} />

export function MissingScreen() {
  const text = useShellText()
  return (
    <PageFrame width="narrow">
      <Crossroads
        title={text('not-found.title')}
        words={text('not-found.words')}
        to="/app"
        action={text('not-found.action')}
      />
    </PageFrame>
  )
}
