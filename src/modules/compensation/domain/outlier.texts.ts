import { formatKronor, ore } from '../../../kernel/money.ts'
import type { ExplanationLanguage } from './explain.ts'
import type { Outlier, OutlierCode } from './outliers.ts'

/** One sentence a reason; `{name}` is filled from its values. */
const words: Readonly<Record<OutlierCode, { readonly sv: string; readonly en: string }>> = {
  'first-statement': {
    sv: 'Det är leverantörens första underlag. Det finns inget att jämföra med.',
    en: "It is the provider's first statement. There is nothing to compare with.",
  },
  'many-late-months': {
    sv: '{n} av {of} grundersättningar ({percent} procent) gäller tidigare månader: redovisningarna godkändes sent.',
    en: '{n} of {of} base fees ({percent} percent) are for earlier months: their reports were approved late.',
  },
  'many-outcomes': {
    sv: '{n} resultat betalas. Avtalet brukar ha {usual} i ett underlag.',
    en: '{n} outcomes are paid. The contract usually has {usual} in a statement.',
  },
  'very-large-line': {
    sv: 'Raden är på {amountOre}. Rader från {limitOre} visas alltid här.',
    en: 'The line is {amountOre}. Lines from {limitOre} are always shown here.',
  },
  'far-from-usual': {
    sv: 'Raden är på {amountOre}, {times} gånger det vanliga för avtalet, slaget och nivån ({usualOre}).',
    en: 'The line is {amountOre}, {times} times what is usual for the contract, kind and level ({usualOre}).',
  },
  'taken-back-whole': {
    sv: 'Hela beloppet tas tillbaka: {amountOre}. Det som betalades gäller inte längre.',
    en: 'The whole amount is taken back: {amountOre}. What was paid for no longer holds.',
  },
}

/** Why it stands out, in words: amounts in kronor. */
export function explainOutlier({ code, values }: Outlier, language: ExplanationLanguage): string {
  return words[code][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    if (typeof value === 'number' && name.endsWith('Ore')) return formatKronor(ore(value))
    return typeof value === 'number' && language === 'sv' ? String(value).replace('.', ',') : String(value)
  })
}
