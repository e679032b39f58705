import type { PersonId } from '../../kernel/ids.ts'
import type { Language } from '../../platform/problems.ts'
import type { MoneyLine } from './contract.ts'
import { type ExplanationLanguage, explainStep, type Step } from './domain/index.ts'

/** A line as it is read from the table, its steps not yet in words. */
export type LineRow = Omit<MoneyLine, 'steps'> & { readonly steps: readonly Step[]; readonly personId: PersonId }

/** Staff and providers read Swedish or English; money is never shown to anyone else. */
export function languageOf(language: Language): ExplanationLanguage {
  return language === 'en' ? 'en' : 'sv'
}

/** The line for a page, with its steps in words. */
export function lineInWords<Row extends LineRow>(
  row: Row,
  language: Language,
): Omit<Row, 'personId' | 'steps'> & Pick<MoneyLine, 'steps'> {
  const { personId: _personId, steps, ...rest } = row
  const worded = steps.map((step) => ({ ...step, text: explainStep(step, languageOf(language)) }))
  return { ...rest, steps: worded }
}
