import '../../styles/staff.css'
import { RoleLayout } from '../../ui/role-layout.tsx'

export { ComparisonScreen } from '../../ui/windows/comparison-screen.tsx'
export { WindowsScreen } from '../../ui/windows/windows-screen.tsx'

import { analystTexts } from './texts.ts'

export { CardScreen } from '../../ui/model/card-screen.tsx'
export { CurveScreen } from '../../ui/model/curve-screen.tsx'
export { ModelScreen } from '../../ui/model/model-screen.tsx'
export { ModelsScreen } from '../../ui/model/models-screen.tsx'
export { ChecksScreen } from '../../ui/tool/checks-screen.tsx'
export { ReviewsScreen } from '../../ui/tool/reviews-screen.tsx'
export { VariationScreen } from '../../ui/tool/variation-screen.tsx'
export { ForecastScreen, OwnBudgetScreen } from './budget-screens.tsx'
export { HomeScreen } from './home-screen.tsx'

export const Layout = () => (
  <RoleLayout
    texts={analystTexts}
    width="wide"
    navigation={[
      { to: '/app/analyst', text: 'nav.home' },
      { to: '/app/analyst/windows', text: 'nav.windows' },
      { to: '/app/analyst/budget', text: 'nav.budget' },
      { to: '/app/analyst/models', text: 'nav.models' },
      { to: '/app/analyst/variation', text: 'nav.tool' },
    ]}
  />
)
