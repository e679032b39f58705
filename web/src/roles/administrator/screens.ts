import { admissionTexts } from '../../ui/admission/texts.ts'
import { budgetTexts } from '../../ui/budget/texts.ts'
import { modelTexts } from '../../ui/model/texts.ts'
import { toolTexts } from '../../ui/tool/texts.ts'
import { windowTexts } from '../../ui/windows/texts.ts'
import { defineScreens } from '../define-screens.ts'
import { administratorTexts } from './texts.ts'
import { vacancyTexts } from './vacancy-texts.ts'
import { waiverTexts } from './waiver-texts.ts'

// Both from the start: a text that came late would take the whole page away while it loads.
function preload() {
  for (const texts of [
    administratorTexts,
    admissionTexts,
    budgetTexts,
    modelTexts,
    windowTexts,
    toolTexts,
    vacancyTexts,
    waiverTexts,
  ])
    texts.preload()
}

/** Addresses below `/app/administrator`. */
export const administratorScreens = defineScreens({
  role: 'administrator',
  load: () => import('./index.tsx'),
  texts: { preload },
  screens: {
    '/': 'HomeScreen',
    '/windows': 'WindowsScreen',
    '/windows/compare': 'CompareScreen',
    '/windows/comparisons/$comparisonId': 'ComparisonScreen',
    '/imports': 'ImportsScreen',
    '/imports/$importId': 'ImportScreen',
    '/audit': 'AuditScreen',
    '/outbox': 'OutboxScreen',
    '/providers': 'ProvidersScreen',
    '/areas': 'AreasScreen',
    '/roll-out': 'RollOutsScreen',
    '/roll-out/$planId': 'RollOutScreen',
    '/terms': 'TermsScreen',
    '/terms/new': 'TermsFormScreen',
    '/terms/$termsId': 'TermsPageScreen',
    '/rights': 'RightsScreen',
    '/caps': 'CapsScreen',
    '/waivers': 'WaiversScreen',
    '/vacancies': 'VacanciesScreen',
    '/models': 'ModelsScreen',
    '/models/$model': 'ModelScreen',
    '/models/$model/curves/$place': 'CurveScreen',
    '/models/$model/card': 'CardScreen',
    '/variation': 'VariationScreen',
    '/reviews': 'ReviewsScreen',
    '/checks': 'ChecksScreen',
    '/act-file': 'ActFileScreen',
  },
})
