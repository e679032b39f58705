import type { Language } from '../../platform/problems.ts'
import { municipality } from '../../rules/reference/index.ts'
import type { ChangeTold } from './contract.ts'
import type { ChanceInWords, Change, Criterion, Part, Value, WindowAnswer } from './domain/index.ts'
import {
  answerTexts,
  chanceTexts,
  changeTexts,
  consequenceTexts,
  criterionTexts,
  framingTexts,
  missingText,
  numberTexts,
  orWord,
  pairText,
  programmeNames,
  togetherText,
  valueTexts,
  variableTexts,
} from './explanation.texts.ts'

type Named = Pick<Part, 'name' | 'of'>

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The name of a part of the estimate; of a pair both names. A column without words goes by its own name. */
export function labelOf({ name, of }: Named, language: Language): string {
  const [first, second] = of ?? []
  if (first === undefined || second === undefined) return variableTexts[name]?.[language] ?? name
  const inSentence = labelOf(second, language)
  return fill(pairText[language], {
    first: labelOf(first, language),
    second: language === 'ar' ? inSentence : inSentence.charAt(0).toLowerCase() + inSentence.slice(1),
  })
}

/** A person's value in words: `gymnasium`, `912 dagar`, `Göteborg`. */
export function valueText(name: string, value: Value, language: Language): string {
  if (value === null) return missingText[language]
  const known = valueTexts[name]?.[String(value)]?.[language]
  if (known !== undefined) return known
  if (name === 'municipality') return municipality(String(value))?.name ?? String(value)
  const number = numberTexts[name]
  if (number === undefined || typeof value !== 'number') return String(value)
  return fill(number.text[language], { value: Math.round(number.of(value)) })
}

/** A part's value in words; of a pair both: `41 år, kvinna`. */
export function partValueText({ name, value, of }: Part, language: Language): string {
  if (of === undefined) return valueText(name, value, language)
  return of.map((one) => valueText(one.name, one.value, language)).join(language === 'ar' ? '، ' : ', ')
}

/** A part for the bar: `Utbildning: gymnasium`. */
export function weighedText(part: Part, language: Language): string {
  return `${labelOf(part, language)}: ${partValueText(part, language)}`
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
  return answerTexts[answerCode(answer)][language]
}

function answerCode({ result, referable }: Pick<WindowAnswer, 'result' | 'referable'>): keyof typeof answerTexts {
  return result === 'referable' && !referable ? 'not-yet' : result
}

/** A change that gives another answer, and which: `Om du sökte arbete på: heltid. Då blir svaret: …`. */
export function changeTold({ of, probability, answer }: Change, language: Language): ChangeTold {
  const clauses = of.map(({ name, to }) => fill(changeTexts[name][language], { to: valueText(name, to, language) }))
  const change = clauses.reduce((all, clause) =>
    fill(togetherText[language], { first: all, second: clause.charAt(0).toLowerCase() + clause.slice(1) }),
  )
  const code = answerCode(answer)
  const text = fill(consequenceTexts[code][language], { change, level: answer.level ?? '' })
  return { name: of.map(({ name }) => name).join(' × '), text, of: of.map((one) => ({ ...one })), probability, answer }
}

export function framing(name: keyof typeof framingTexts, language: Language): string {
  return framingTexts[name][language]
}
