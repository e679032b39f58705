import { PageFrame } from '../../ui/page-frame.tsx'
import { Screen } from '../../ui/screen.tsx'

export function RulesScreen() {
  return (
    <PageFrame>
      <Screen title="Reglerna">{null}</Screen>
    </PageFrame>
  )
}
