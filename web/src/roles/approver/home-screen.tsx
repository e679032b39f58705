import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useText } from './texts.ts'

export function HomeScreen() {
  const text = useText()
  return (
    <Screen title={text('home.title')}>
      <EmptyState title={text('home.empty')} words={text('home.empty-words')} />
    </Screen>
  )
}
