import '../../styles/staff.css'
import { RoleLayout } from '../../ui/role-layout.tsx'
import { approverTexts } from './texts.ts'

export { AllScreen } from './all-screen.tsx'
export { ForecastScreen, OwnBudgetScreen } from './budget-screens.tsx'
export { CaseMoneyScreen } from './case-money-screen.tsx'
export { HomeScreen } from './home-screen.tsx'
export { PaymentsScreen } from './payments-screen.tsx'
export { StatementScreen } from './statement-screen.tsx'
export { WhatIfAnswerScreen } from './what-if-answer-screen.tsx'
export { WhatIfScreen } from './what-if-screen.tsx'

export const Layout = () => (
  <RoleLayout
    texts={approverTexts}
    width="wide"
    navigation={[
      { to: '/app/approver', text: 'nav.home' },
      { to: '/app/approver/all', text: 'nav.all' },
      { to: '/app/approver/payments', text: 'nav.payments' },
      { to: '/app/approver/budget', text: 'nav.budget' },
    ]}
  />
)
