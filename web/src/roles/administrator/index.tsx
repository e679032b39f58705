import '../../styles/staff.css'
import { RoleLayout } from '../../ui/role-layout.tsx'

export { CompareScreen } from '../../ui/windows/compare-screen.tsx'
export { ComparisonScreen } from '../../ui/windows/comparison-screen.tsx'
export { WindowsScreen } from '../../ui/windows/windows-screen.tsx'

import { administratorTexts } from './texts.ts'

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
export { ReviewsScreen } from '../../ui/tool/reviews-screen.tsx'
export { VariationScreen } from '../../ui/tool/variation-screen.tsx'
export { AreasScreen } from './areas-screen.tsx'
export { AuditScreen } from './audit-screen.tsx'
export { CapsScreen } from './caps-screen.tsx'
export { HomeScreen } from './home-screen.tsx'
export { ImportScreen } from './import-screen.tsx'
export { ImportsScreen } from './imports-screen.tsx'
export { OutboxScreen } from './outbox-screen.tsx'
export { ProvidersScreen } from './providers-screen.tsx'
export { RightsScreen } from './rights-screen.tsx'
export { VacanciesScreen } from './vacancies-screen.tsx'
export { WaiversScreen } from './waivers-screen.tsx'

export const Layout = () => (
  <RoleLayout
    texts={administratorTexts}
    width="wide"
    navigation={[
      { to: '/app/administrator', text: 'nav.home' },
      { to: '/app/administrator/windows', text: 'nav.windows' },
      { to: '/app/administrator/imports', text: 'nav.imports' },
      { to: '/app/administrator/vacancies', text: 'nav.vacancies' },
      { to: '/app/administrator/audit', text: 'nav.audit' },
      { to: '/app/administrator/outbox', text: 'nav.outbox' },
      { to: '/app/administrator/providers', text: 'nav.providers', under: 'nav.market' },
      { to: '/app/administrator/areas', text: 'nav.areas', under: 'nav.market' },
      { to: '/app/administrator/roll-out', text: 'nav.roll-out', under: 'nav.market' },
      { to: '/app/administrator/terms', text: 'nav.terms', under: 'nav.market' },
      { to: '/app/administrator/caps', text: 'nav.caps', under: 'nav.law' },
      { to: '/app/administrator/waivers', text: 'nav.waivers', under: 'nav.law' },
      { to: '/app/administrator/rights', text: 'nav.rights', under: 'nav.law' },
      { to: '/app/administrator/models', text: 'nav.models', under: 'nav.law' },
      { to: '/app/administrator/variation', text: 'nav.tool', under: 'nav.law' },
      { to: '/app/rules', text: 'nav.rules', under: 'nav.law' },
    ]}
  />
)
