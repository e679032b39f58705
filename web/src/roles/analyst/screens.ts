import { budgetTexts } from '../../ui/budget/texts.ts'
import { modelTexts } from '../../ui/model/texts.ts'
import { toolTexts } from '../../ui/tool/texts.ts'
import { windowTexts } from '../../ui/windows/texts.ts'
import { defineScreens } from '../define-screens.ts'
import { analystTexts } from './texts.ts'

// Both from the start: a text that came late would take the whole page away while it loads.
function preload() {
  for (const texts of [analystTexts, budgetTexts, windowTexts, modelTexts, toolTexts]) texts.preload()
}

/** Addresses below `/app/analyst`. */
export const analystScreens = defineScreens({
  role: 'analyst',
  load: () => import('./index.tsx'),
  texts: { preload },
  screens: {
    '/': 'HomeScreen',
    '/windows': 'WindowsScreen',
    '/windows/comparisons/$comparisonId': 'ComparisonScreen',
    '/budget': 'OwnBudgetScreen',
    '/budget/accuracy': 'ForecastScreen',
    '/models': 'ModelsScreen',
    '/models/$model': 'ModelScreen',
    '/models/$model/curves/$place': 'CurveScreen',
    '/models/$model/card': 'CardScreen',
    '/variation': 'VariationScreen',
    '/reviews': 'ReviewsScreen',
    '/checks': 'ChecksScreen',
  },
})
