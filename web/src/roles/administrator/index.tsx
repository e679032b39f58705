import { RoleLayout } from '../../ui/role-layout.tsx'
import { administratorTexts } from './texts.ts'

export { HomeScreen } from './home-screen.tsx'

export const Layout = () => (
  <RoleLayout texts={administratorTexts} width="wide" navigation={[{ to: '/app/administrator', text: 'nav.home' }]} />
)
