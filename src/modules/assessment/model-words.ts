import type { Language } from '../../platform/problems.ts'
import { type SkrGroup, skrGroupName } from '../../rules/reference/index.ts'
import type { AdditiveModel, AdditiveTerm, ColumnTerm, CurveChange, EffectDimension, PairTerm } from './domain/index.ts'
import { labelOf, valueText } from './wording.ts'

/** Staff read the book of the model in Swedish or English. */
type Words = { readonly sv: string; readonly en: string }
const told = (words: Words, language: Language): string => (language === 'en' ? words.en : words.sv)

const units: Readonly<Record<string, Words>> = {
  age: { sv: 'år', en: 'years' },
  registeredDays: { sv: 'dagar', en: 'days' },
  registeredShareTenYears: { sv: 'procent av tio år', en: 'per cent of ten years' },
  wantedExtentPercent: { sv: 'procent av heltid', en: 'per cent of full time' },
}
const missing: Words = { sv: 'Uppgift saknas', en: 'Not known' }

/** What a number's bins are counted in, or `null`. */
export function unitOf(name: string, language: Language): string | null {
  const unit = units[name]
  return unit === undefined ? null : told(unit, language)
}

/** The name of a term of the model; of a pair both names. */
export function termLabel(term: AdditiveTerm, model: AdditiveModel, language: Language): string {
  return labelOf({ name: term.name, ...ofPair(term, model) }, language)
}

/** A pair's two columns, as parts of an estimate name them. */
export function ofPair(
  term: AdditiveTerm,
  { terms }: AdditiveModel,
): { readonly of?: readonly { readonly name: string; readonly value: null }[] } {
  return term.kind === 'pair' ? { of: term.of.map((place) => ({ name: terms[place]?.name ?? '', value: null })) } : {}
}

/** A bin in words: `Uppgift saknas`, `gymnasium`, `25–29`, `under 23`, `61 eller mer`. */
export function binText(term: ColumnTerm, bin: number, language: Language): string {
  if (bin === 0) return told(missing, language)
  if (term.kind === 'category') return valueText(term.name, term.levels[bin - 1] ?? null, language)
  return rangeText(term.name, [term.cuts[bin - 2], term.cuts[bin - 1]], language)
}

/** Several neighbouring bins in words, from the first to the last. */
function binsText(term: ColumnTerm, from: number, to: number, language: Language): string {
  if (from === to || term.kind === 'category' || from === 0) {
    const texts = Array.from({ length: to - from + 1 }, (_, index) => binText(term, from + index, language))
    return texts.length > 4 ? `${texts[0]} – ${texts.at(-1)}` : texts.join(', ')
  }
  return rangeText(term.name, [term.cuts[from - 2], term.cuts[to - 1]], language)
}

/** From `low` up to, not with, `high`; whole numbers are told by the first and the last that belong there. */
function rangeText(name: string, [low, high]: readonly (number | undefined)[], language: Language): string {
  const isShare = name === 'registeredShareTenYears'
  const shown = (value: number): string => String(isShare ? Number((value * 100).toFixed(1)) : value)
  if (low === undefined && high === undefined) return told({ sv: 'alla', en: 'all' }, language)
  const from = low === undefined || isShare ? low : Math.ceil(low)
  const to = high === undefined || isShare ? high : Math.ceil(high) - 1
  if (from === undefined) {
    const under = shown(isShare ? (high as number) : (to as number) + 1)
    return told({ sv: `under ${under}`, en: `under ${under}` }, language)
  }
  if (to === undefined) return told({ sv: `${shown(from)} eller mer`, en: `${shown(from)} or more` }, language)
  return from === to ? shown(from) : `${shown(from)}–${shown(to)}`
}

/** The groups of one side of a pair in words, each by the bins that it holds. */
export function groupTexts(term: PairTerm, side: 0 | 1, model: AdditiveModel, language: Language): string[] {
  const column = model.terms[term.of[side]]
  const count = side === 0 ? term.effects.length : (term.effects[0]?.length ?? 0)
  if (column === undefined || column.kind === 'pair') return Array.from({ length: count }, (_, group) => String(group))
  return Array.from({ length: count }, (_, group) => {
    const bins = term.groups[side].flatMap((own, bin) => (own === group ? [bin] : []))
    const known = bins.filter((bin) => bin > 0)
    const [first, last] = [known[0], known.at(-1)]
    return first === undefined || last === undefined ? told(missing, language) : binsText(column, first, last, language)
  })
}

const groupOfDimension: Readonly<Record<EffectDimension, (group: string, language: Language) => string>> = {
  sex: (group, language) => valueText('sex', group, language),
  age: (group, language) => told(ageTexts[group] ?? { sv: group, en: group }, language),
  birthRegion: (group, language) => valueText('birthRegion', group, language),
  education: (group, language) => valueText('education', group, language),
  disability: (group, language) => valueText('disability', group, language),
  municipalityGroup: (group) => (group === 'unknown' ? group : `${group} ${skrGroupName(group as SkrGroup)}`),
}
const ageTexts: Readonly<Record<string, Words>> = {
  '16-24': { sv: '16–24 år', en: '16–24 years' },
  '25-34': { sv: '25–34 år', en: '25–34 years' },
  '35-44': { sv: '35–44 år', en: '35–44 years' },
  '45-54': { sv: '45–54 år', en: '45–54 years' },
  '55+': { sv: '55 år eller äldre', en: '55 years or older' },
}
const municipalityGroup: Words = { sv: 'Kommungrupp', en: 'Kind of municipality' }

/** A group of people in words. */
export function groupLabel(dimension: EffectDimension, group: string, language: Language): string {
  return groupOfDimension[dimension](group, language)
}

/** By what people are grouped, in words. */
export function dimensionLabel(dimension: EffectDimension, language: Language): string {
  return dimension === 'municipalityGroup' ? told(municipalityGroup, language) : labelOf({ name: dimension }, language)
}

/** A change of a curve in words: `25–34: sätts till 0,10`. */
export function changeWords(change: CurveChange, model: AdditiveModel, language: Language): string {
  const term = model.terms.find((one) => one.name === change.term)
  return `${term === undefined ? '' : whereText(term, change, model, language)}: ${howText(change, language)}`
}

function whereText(term: AdditiveTerm, change: CurveChange, model: AdditiveModel, language: Language): string {
  const { bins, across } = change
  if (term.kind !== 'pair') return binsText(term, bins.from, bins.to, language)
  const side = (texts: readonly string[], from: number, to: number) =>
    from === to ? texts[from] : `${texts[from]} – ${texts[to]}`
  const [down, wide] = [groupTexts(term, 0, model, language), groupTexts(term, 1, model, language)]
  const [from, to] = across === undefined ? [0, wide.length - 1] : [across.from, across.to]
  return `${side(down, bins.from, bins.to)}, ${side(wide, from, to)}`
}

function howText(change: CurveChange, language: Language): string {
  const number = (value: number): string => {
    const text = value.toFixed(2)
    return (language === 'en' ? text : text.replace('.', ',')).replace('-', '−')
  }
  switch (change.how) {
    case 'set':
      return told({ sv: `sätts till ${number(change.effect)}`, en: `set to ${number(change.effect)}` }, language)
    case 'shift':
      return told({ sv: `flyttas ${number(change.by)}`, en: `moved by ${number(change.by)}` }, language)
    case 'flatten':
      return told({ sv: 'jämnas ut till medelvärdet', en: 'made the mean' }, language)
    case 'monotone':
      return change.direction < 0
        ? told({ sv: 'får bara falla', en: 'may only fall' }, language)
        : told({ sv: 'får bara stiga', en: 'may only rise' }, language)
  }
}
