import { formatKronor, ore } from '../../../kernel/money.ts'
import { outcomeKindTexts, stepTexts } from './explanation.texts.ts'
import type { Step } from './money-facts.ts'

export type ExplanationLanguage = 'sv' | 'en'

/** A step in words: amounts in kronor, days as they are written. */
export function explainStep(step: Step, language: ExplanationLanguage): string {
  return stepTexts[step.code][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = step.values[name]
    if (value === undefined) return whole
    if (name === 'kind') return outcomeKindTexts[value]?.[language] ?? String(value)
    return typeof value === 'number' && name.endsWith('Ore') ? formatKronor(ore(value)) : String(value)
  })
}
