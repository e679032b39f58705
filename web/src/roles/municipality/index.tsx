import '../../styles/staff.css'
import { RoleLayout } from '../../ui/role-layout.tsx'
import { municipalityTexts } from './texts.ts'

export { HomeScreen } from './home-screen.tsx'

export const Layout = () => (
  <RoleLayout texts={municipalityTexts} width="wide" navigation={[{ to: '/app/municipality', text: 'nav.home' }]} />
)
