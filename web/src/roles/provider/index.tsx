import { RoleLayout } from '../../ui/role-layout.tsx'
import { providerTexts } from './texts.ts'

export { HomeScreen } from './home-screen.tsx'

export const Layout = () => (
  <RoleLayout texts={providerTexts} width="wide" navigation={[{ to: '/app/provider', text: 'nav.home' }]} />
)
