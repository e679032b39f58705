import { useSignedIn } from '../../api/session.ts'
import { Screen } from '../../ui/screen.tsx'
import { LogImports } from './log-imports.tsx'
import { useOwnSystemText } from './own-system-texts.ts'
import { SystemKeys } from './system-keys.tsx'
import { Webhooks } from './webhooks.tsx'

/** What the provider's own system sends, may and is told. Keys and receivers are the coordinator's. */
export function OwnSystemScreen() {
  const text = useOwnSystemText()
  const { duty } = useSignedIn()
  return (
    <Screen title={text('title')} lead={text('lead')}>
      <LogImports />
      {duty.role === 'coordinator' && <SystemKeys />}
      {duty.role === 'coordinator' && <Webhooks />}
    </Screen>
  )
}
