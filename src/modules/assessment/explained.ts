import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import { windowNumbered } from '../../rules/index.ts'
import type { AssessmentExplained } from './contract.ts'
import { inWords, model0, weigh, whatWouldChange } from './domain/index.ts'
import { latestOf } from './store.ts'
import { answerText, chanceText, changeText, criterionText, framing, weighedText } from './wording.ts'

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
  const law = windowNumbered(made.windowNumber, made.onDay)
  const changes = whatWouldChange(made.facts, model0, law, made.onDay, made.waivedBy)
  const chance = inWords(made.probability)
  const bars = (list: typeof weighed.for) =>
    list.slice(0, shownParts).map((part) => ({ name: part.name, text: weighedText(part, language), share: part.share }))
  return {
    onDay: made.onDay,
    language,
    answer: { result: made.result, level: made.level, referable: made.referable, text: answerText(made, language) },
    chance: { ...chance, text: chanceText(chance, language) },
    for: bars(weighed.for),
    against: bars(weighed.against),
    criteria: made.criteria.map((one) => ({ name: one.name, met: one.met, text: criterionText(one, language) })),
    changes: changes.map((change) => ({ name: change.name, text: changeText(change, language) })),
    changesText: framing(changes.length > 0 ? 'changes' : 'noChanges', language),
    howMade: framing('howMade', language),
    howToObject: framing('howToObject', language),
  }
}
