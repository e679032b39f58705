import type { Language } from '../../platform/problems.ts'
import type { ChanceInWords, Change, Criterion, Variable, Weighed, WindowAnswer } from './domain/index.ts'
import {
  answerTexts,
  chanceTexts,
  changeTexts,
  criterionTexts,
  framingTexts,
  numberTexts,
  orWord,
  programmeNames,
  valueTexts,
  variableTexts,
} from './explanation.texts.ts'

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The name of a part of the estimate. */
export function labelOf(name: Variable, language: Language): string {
  return variableTexts[name][language]
}

/** A person's value in words: `gymnasium`, `912 dagar`. */
export function valueText(name: Variable, value: string | number, language: Language): string {
  if (typeof value === 'string') return valueTexts[name]?.[value]?.[language] ?? value
  if (name === 'registeredDaysLog')
    return fill(numberTexts.registeredDaysLog[language], { value: Math.round(Math.exp(value) - 1) })
  if (name === 'registeredShareTenYears') {
    return fill(numberTexts.registeredShareTenYears[language], { value: Math.round(value * 100) })
  }
  return String(value)
}

/** A part for the bar: `Utbildning: gymnasium`. */
export function weighedText(part: Weighed, language: Language): string {
  return `${labelOf(part.name, language)}: ${valueText(part.name, part.value, language)}`
}

/** A condition of the window in one sentence, with what the person has and what is asked. */
export function criterionText(criterion: Criterion, language: Language): string {
  const texts = criterionTexts[criterion.name]
  const { code, has = '', needs = '' } = criterion.because
  if (code === 'nothing-asked' || code === 'waived') return texts.nothing[language]
  const asked = criterion.name === 'programme' ? programmesText(String(needs), language) : needs
  return fill((criterion.met ? texts.met : texts.unmet)[language], { has, needs: asked })
}

function programmesText(codes: string, language: Language): string {
  const names = codes.split(/,\s*/).map((code) => programmeNames[code]?.[language] ?? code)
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} ${orWord[language]} ${last}`
}

export function chanceText(chance: ChanceInWords, language: Language): string {
  return fill(chanceTexts[chance.kind][language], { count: chance.count })
}

export function answerText(answer: Pick<WindowAnswer, 'result' | 'referable'>, language: Language): string {
  return answerTexts[answer.result === 'referable' && !answer.referable ? 'not-yet' : answer.result][language]
}

export function changeText(change: Change, language: Language): string {
  const variable = change.name === 'registered-days' ? null : change.name
  const to = variable === null ? change.to : valueText(variable, change.to, language)
  return fill(changeTexts[change.name][language], { to })
}

export function framing(name: keyof typeof framingTexts, language: Language): string {
  return framingTexts[name][language]
}
