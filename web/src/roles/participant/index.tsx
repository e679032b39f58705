import { RoleLayout } from '../../ui/role-layout.tsx'
import { participantTexts } from './texts.ts'

export { HomeScreen } from './home-screen.tsx'

export const Layout = () => (
  <RoleLayout texts={participantTexts} width="narrow" navigation={[{ to: '/app/participant', text: 'nav.home' }]} />
)
