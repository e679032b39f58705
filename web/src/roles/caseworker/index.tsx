import { RoleLayout } from '../../ui/role-layout.tsx'
import { caseworkerTexts } from './texts.ts'

export { HomeScreen } from './home-screen.tsx'

export const Layout = () => (
  <RoleLayout texts={caseworkerTexts} width="wide" navigation={[{ to: '/app/caseworker', text: 'nav.home' }]} />
)
