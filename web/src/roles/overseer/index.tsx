import { RoleLayout } from '../../ui/role-layout.tsx'
import { overseerTexts } from './texts.ts'

export { HomeScreen } from './home-screen.tsx'

export const Layout = () => (
  <RoleLayout texts={overseerTexts} width="wide" navigation={[{ to: '/app/overseer', text: 'nav.home' }]} />
)
