import '../../styles/staff.css'
import { RoleLayout } from '../../ui/role-layout.tsx'
import { overseerTexts } from './texts.ts'

export { HomeScreen } from './home-screen.tsx'
export { StatementScreen } from './statement-screen.tsx'
export { StatementsScreen } from './statements-screen.tsx'
export { CardScreen } from '../../ui/model/card-screen.tsx'
export { CurveScreen } from '../../ui/model/curve-screen.tsx'
export { ModelScreen } from '../../ui/model/model-screen.tsx'
export { ModelsScreen } from '../../ui/model/models-screen.tsx'

export const Layout = () => (
  <RoleLayout
    texts={overseerTexts}
    width="wide"
    navigation={[
      { to: '/app/overseer', text: 'nav.home' },
      { to: '/app/overseer/statements', text: 'nav.statements' },
      { to: '/app/overseer/models', text: 'nav.models' },
      { to: '/app/rules', text: 'nav.rules' },
    ]}
  />
)
