import { admissionTexts } from '../../ui/admission/texts.ts'
import { talksTexts } from '../../ui/dialogue/talks-texts.ts'
import { modelTexts } from '../../ui/model/texts.ts'
import { toolTexts } from '../../ui/tool/texts.ts'
import { defineScreens } from '../define-screens.ts'
import { overseerTexts } from './texts.ts'

// Both from the start: a text that came late would take the whole page away while it loads.
function preload() {
  for (const texts of [overseerTexts, admissionTexts, modelTexts, toolTexts, talksTexts]) texts.preload()
}

/** Addresses below `/app/overseer`. */
export const overseerScreens = defineScreens({
  role: 'overseer',
  load: () => import('./index.tsx'),
  texts: { preload },
  screens: {
    '/': 'HomeScreen',
    '/applications': 'ApplicationsScreen',
    '/applications/$applicationId': 'JudgeScreen',
    '/terms': 'TermsScreen',
    '/terms/new': 'TermsFormScreen',
    '/terms/$termsId': 'TermsPageScreen',
    '/transfers': 'TransfersScreen',
    '/complaints': 'ComplaintsScreen',
    '/roll-out': 'RollOutsScreen',
    '/roll-out/$planId': 'RollOutScreen',
    '/statements': 'StatementsScreen',
    '/statements/$statementId': 'StatementScreen',
    '/models': 'ModelsScreen',
    '/models/$model': 'ModelScreen',
    '/models/$model/curves/$place': 'CurveScreen',
    '/models/$model/card': 'CardScreen',
    '/variation': 'VariationScreen',
    '/variation/offices/$officeId': 'OfficeVariationScreen',
    '/reviews': 'ReviewsScreen',
    '/reviews/$sampleId': 'ReviewScreen',
    '/checks': 'ChecksScreen',
    '/act-file': 'ActFileScreen',
  },
})
