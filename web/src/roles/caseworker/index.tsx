import './caseworker.css'
import { RoleLayout } from '../../ui/role-layout.tsx'
import { caseworkerTexts } from './texts.ts'

export { CardScreen } from '../../ui/model/card-screen.tsx'
export { CurveScreen } from '../../ui/model/curve-screen.tsx'
export { ModelScreen } from '../../ui/model/model-screen.tsx'
export { ModelsScreen } from '../../ui/model/models-screen.tsx'
export { CaseScreen } from './case-screen.tsx'
export { CasesScreen } from './cases-screen.tsx'
export { ChoiceScreen } from './choice-screen.tsx'
export { DecisionScreen } from './decision-screen.tsx'
export { DeliveryScreen } from './delivery-screen.tsx'
export { DialogueScreen } from './dialogue-screen.tsx'
export { ExtensionScreen } from './extension-screen.tsx'
export { HomeScreen } from './home-screen.tsx'
export { MissedScreen } from './missed-screen.tsx'
export { MoneyScreen } from './money-screen.tsx'
export { OutcomesScreen } from './outcomes-screen.tsx'
export { PersonScreen } from './person-screen.tsx'
export { RegisterScreen } from './register-screen.tsx'

export const Layout = () => (
  <RoleLayout
    texts={caseworkerTexts}
    width="wide"
    navigation={[
      { to: '/app/caseworker', text: 'nav.home' },
      { to: '/app/caseworker/cases', text: 'nav.cases' },
      { to: '/app/caseworker/missed-reports', text: 'nav.missed' },
      { to: '/app/caseworker/register', text: 'nav.register' },
      { to: '/app/caseworker/models', text: 'nav.models' },
    ]}
  />
)
