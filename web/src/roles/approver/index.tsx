import { RoleLayout } from '../../ui/role-layout.tsx'
import { approverTexts } from './texts.ts'

export { HomeScreen } from './home-screen.tsx'

export const Layout = () => (
  <RoleLayout texts={approverTexts} width="wide" navigation={[{ to: '/app/approver', text: 'nav.home' }]} />
)
