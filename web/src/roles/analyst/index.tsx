import '../../styles/staff.css'
import { RoleLayout } from '../../ui/role-layout.tsx'
import { analystTexts } from './texts.ts'

export { ForecastScreen, OwnBudgetScreen } from './budget-screens.tsx'
export { HomeScreen } from './home-screen.tsx'

export const Layout = () => (
  <RoleLayout
    texts={analystTexts}
    width="wide"
    navigation={[
      { to: '/app/analyst', text: 'nav.home' },
      { to: '/app/analyst/budget', text: 'nav.budget' },
    ]}
  />
)
