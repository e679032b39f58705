import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import type { AssessmentExplained } from './contract.ts'
import { type Change, inWords, isSensitive, weigh, whatWouldChange } from './domain/index.ts'
import { modelNamed } from './model-in-force.ts'
import { latestOf, type StoredAssessment } from './store.ts'
import { windowOfAssessment } from './windows-known.ts'
import { answerText, chanceText, changeTold, criterionText, framing, weighedText } from './wording.ts'

const shownParts = 5

/** The participant's own explanation of the latest assessment, in words and bars; `null` while none is made. */
export async function explainAssessment(
  context: Context,
  caseId: CaseId,
  language: Language,
): Promise<AssessmentExplained | null> {
  const made = await latestOf(context, caseId)
  if (made === null) return null
  context.readPerson(made.personId)
  const weighed = weigh(made)
  const changes = await changesOf(context, made)
  const heaviest = Math.max(...[...weighed.for, ...weighed.against].map((part) => Math.abs(part.effect)))
  const bars = (list: typeof weighed.for) =>
    list.slice(0, shownParts).map((part) => ({
      name: part.name,
      text: weighedText(part, language),
      share: part.share,
      length: Math.abs(part.effect) / heaviest,
      sensitive: isSensitive(part),
    }))
  return {
    onDay: made.onDay,
    language,
    answer: { result: made.result, level: made.level, referable: made.referable, text: answerText(made, language) },
    chance: {
      ...inWords(made.probability),
      text: chanceText(inWords(made.probability), language),
      percent: percentOf(made.probability),
      lowPercent: percentOf(made.low),
      highPercent: percentOf(made.high),
    },
    for: bars(weighed.for),
    against: bars(weighed.against),
    comparedWith: framing('comparedWith', language),
    criteria: made.criteria.map((one) => ({ name: one.name, met: one.met, text: criterionText(one, language) })),
    changes: changes.map((change) => changeTold(change, language)),
    changesText: framing(changes.length > 0 ? 'changes' : 'noChanges', language),
    howMade: framing('howMade', language),
    modelNote: await noteTold(context, made.model, language),
    howToObject: framing('howToObject', language),
  }
}

/**
 * What would give another answer than a made assessment gave, by the model that made it and the window of its day. None
 * when that model is not at hand any more: another model's answer would not be about this assessment.
 */
export async function changesOf(context: Context, made: StoredAssessment): Promise<Change[]> {
  const model = await modelNamed(context, made.model)
  if (model === null) return []
  const law = await windowOfAssessment(context, made)
  return whatWouldChange({ facts: made.facts, on: made.onDay, law, waivedBy: made.waivedBy }, model)
}

/** That nobody real stands behind a model is said to everyone, in everyone's language. */
async function noteTold(context: Context, name: string, language: Language): Promise<string | null> {
  const model = await modelNamed(context, name)
  if (model === null) return framing('modelGone', language)
  return model.card.data.synthetic ? framing('invented', language) : null
}

function percentOf(share: number): number {
  return Math.round(share * 100)
}
