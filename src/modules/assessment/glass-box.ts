import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import type { AssessmentView } from './contract.ts'
import { isValidOn, model0, validUntil } from './domain/index.ts'
import { assessmentsOf, factsOf } from './store.ts'
import { criterionText, labelOf, valueText } from './wording.ts'

/** Every assessment of a case with all its parts, the latest first: the caseworker's glass box (programme 2, 4.2). */
export async function glassBox(context: Context, caseId: CaseId, language: Language): Promise<AssessmentView[]> {
  const [facts, list] = [await factsOf(context, caseId), await assessmentsOf(context, caseId)]
  return list.map((made, index) => {
    context.readPerson(made.personId)
    const valid = facts && index === 0 ? isValidOn(made, facts, context.rules, context.today) : null
    return {
      id: made.id,
      onDay: made.onDay,
      recordedAt: made.recordedAt,
      recordedBy: made.recordedBy,
      automatic: made.automatic,
      reason: made.reason,
      model: made.model,
      modelNote: language === 'en' ? model0.note.en : model0.note.sv,
      window: made.windowNumber,
      probability: made.probability,
      low: made.low,
      high: made.high,
      logOdds: made.logOdds,
      intercept: made.intercept,
      parts: made.parts.map((part) => ({
        ...part,
        label: labelOf(part.name, language),
        valueText: valueText(part.name, part.value, language),
      })),
      result: made.result,
      level: made.level,
      referable: made.referable,
      criteria: made.criteria.map((one) => ({ ...one, text: criterionText(one, language) })),
      validUntil: validUntil(made, context.rules),
      valid: valid?.ok ?? false,
      notValidBecause: valid === null ? 'assessment-replaced' : valid.ok ? null : valid.problem.code,
    }
  })
}
