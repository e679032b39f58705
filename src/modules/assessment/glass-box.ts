import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import type { CutPoints } from '../../rules/index.ts'
import type { AssessmentView } from './contract.ts'
import { isSensitive, isValidOn, type Part, resultOf, validUntil } from './domain/index.ts'
import { changesOf } from './explained.ts'
import { modelInForce, modelNamed } from './model-in-force.ts'
import { assessmentsOf, factsOf, type StoredAssessment } from './store.ts'
import { windowOfAssessment } from './windows-known.ts'
import { changeTold, criterionText, framing, labelOf, partValueText, valueText } from './wording.ts'

/** Every assessment of a case with all its parts, the latest first: the caseworker's glass box (programme 2, 4.2). */
export async function glassBox(context: Context, caseId: CaseId, language: Language): Promise<AssessmentView[]> {
  const [facts, list] = [await factsOf(context, caseId), await assessmentsOf(context, caseId)]
  const inForce = (await modelInForce(context)).name
  const views: AssessmentView[] = []
  for (const [index, made] of list.entries()) {
    context.readPerson(made.personId)
    const isLatest = index === 0
    const valid = facts && isLatest ? isValidOn(made, { facts, model: inForce }, context.rules, context.today) : null
    const changes = isLatest ? await changesOf(context, made) : []
    views.push({
      ...whatItSaid(made, language),
      cutPoints: await cutPointsOf(context, made),
      modelNote: await noteOf(context, made.model, language),
      newerModel: isLatest && made.model !== inForce ? inForce : null,
      changes: changes.map((change) => changeTold(change, language)),
      validUntil: validUntil(made, context.rules),
      valid: valid?.ok ?? false,
      notValidBecause: valid === null ? 'assessment-replaced' : valid.ok ? null : valid.problem.code,
    })
  }
  return views
}

type WhatItSaid = Omit<
  AssessmentView,
  'cutPoints' | 'modelNote' | 'newerModel' | 'changes' | 'validUntil' | 'valid' | 'notValidBecause'
>

function whatItSaid(made: StoredAssessment, language: Language): WhatItSaid {
  return {
    id: made.id,
    onDay: made.onDay,
    recordedAt: made.recordedAt,
    recordedBy: made.recordedBy,
    recordedByName: made.recordedByName,
    automatic: made.automatic,
    reason: made.reason,
    model: made.model,
    window: made.windowNumber,
    probability: made.probability,
    low: made.low,
    high: made.high,
    logOdds: made.logOdds,
    intercept: made.intercept,
    parts: made.parts.map((part) => partTold(part, language)),
    comparedWith: framing('comparedWith', language),
    result: made.result,
    level: made.level,
    referable: made.referable,
    criteria: made.criteria.map((one) => ({ ...one, text: criterionText(one, language) })),
  }
}

/** The cut points that gave the result; `null` when the rules' values have been set anew since. */
async function cutPointsOf(context: Context, made: StoredAssessment): Promise<CutPoints | null> {
  const { probability, result, level } = made
  const { cutPoints } = await windowOfAssessment(context, made)
  const again = resultOf(probability, cutPoints)
  return again.result === result && again.level === level ? cutPoints : null
}

function partTold(part: Part, language: Language): AssessmentView['parts'][number] {
  const { name, value, effect, error, of, note } = part
  return {
    name,
    label: labelOf(part, language),
    value: value ?? '',
    valueText: partValueText(part, language),
    effect,
    error: error ?? null,
    sensitive: isSensitive(part),
    of: (of ?? []).map((one) => ({
      name: one.name,
      label: labelOf(one, language),
      valueText: valueText(one.name, one.value, language),
    })),
    note: note ?? null,
  }
}

async function noteOf(context: Context, name: string, language: Language): Promise<string> {
  const model = await modelNamed(context, name)
  if (model === null) return framing('modelGone', language)
  return language === 'en' ? model.note.en : model.note.sv
}
