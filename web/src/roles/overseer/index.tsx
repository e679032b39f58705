import '../../styles/staff.css'
import { RoleLayout } from '../../ui/role-layout.tsx'
import { overseerTexts } from './texts.ts'

export { RollOutScreen } from '../../ui/admission/roll-out-screen.tsx'
export { RollOutsScreen } from '../../ui/admission/roll-outs-screen.tsx'
export { TermsFormScreen } from '../../ui/admission/terms-form-screen.tsx'
export { TermsPageScreen } from '../../ui/admission/terms-page-screen.tsx'
export { TermsScreen } from '../../ui/admission/terms-screen.tsx'
export { CardScreen } from '../../ui/model/card-screen.tsx'
export { CurveScreen } from '../../ui/model/curve-screen.tsx'
export { ModelScreen } from '../../ui/model/model-screen.tsx'
export { ModelsScreen } from '../../ui/model/models-screen.tsx'
export { ActFileScreen } from '../../ui/tool/act-file-screen.tsx'
export { ChecksScreen } from '../../ui/tool/checks-screen.tsx'
export { OfficeVariationScreen } from '../../ui/tool/office-screen.tsx'
export { ReviewScreen } from '../../ui/tool/review-screen.tsx'
export { ReviewsScreen } from '../../ui/tool/reviews-screen.tsx'
export { VariationScreen } from '../../ui/tool/variation-screen.tsx'
export { ApplicationsScreen } from './applications-screen.tsx'
export { ComplaintsScreen } from './complaints-screen.tsx'
export { HomeScreen } from './home-screen.tsx'
export { JudgeScreen } from './judge-screen.tsx'
export { StatementScreen } from './statement-screen.tsx'
export { StatementsScreen } from './statements-screen.tsx'
export { TransfersScreen } from './transfers-screen.tsx'

export const Layout = () => (
  <RoleLayout
    texts={overseerTexts}
    width="wide"
    navigation={[
      { to: '/app/overseer', text: 'nav.home' },
      { to: '/app/overseer/applications', text: 'nav.applications' },
      { to: '/app/overseer/complaints', text: 'nav.complaints' },
      { to: '/app/overseer/statements', text: 'nav.statements' },
      { to: '/app/overseer/terms', text: 'nav.terms', under: 'nav.market' },
      { to: '/app/overseer/transfers', text: 'nav.transfers', under: 'nav.market' },
      { to: '/app/overseer/roll-out', text: 'nav.roll-out', under: 'nav.market' },
      { to: '/app/overseer/models', text: 'nav.models', under: 'nav.law' },
      { to: '/app/overseer/variation', text: 'nav.tool', under: 'nav.law' },
      { to: '/app/rules', text: 'nav.rules', under: 'nav.law' },
    ]}
  />
)
