import { Link } from '@tanstack/react-router'
import { useDialogueText } from '../../ui/dialogue/texts.ts'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { BackHome } from './back-home.tsx'
import { useText } from './texts.ts'

/** With whom one has let one's details be shared; nobody can ask yet (programme 9). */
export function ConsentsScreen() {
  const title = useText()('consents.title')
  const text = useDialogueText()
  return (
    <Screen title={title} lead={text('consent.lead')}>
      <EmptyState
        title={text('consent.none')}
        words={text('consent.none-words')}
        action={
          <Link className="k-button-link" to="/app/participant/me/readers">
            {text('consent.readers')}
          </Link>
        }
      />
      <BackHome />
    </Screen>
  )
}
