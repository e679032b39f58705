import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeHtml } from '../../platform/letters.ts'
import type { ModelCard } from '../assessment/domain/index.ts'
import type { ActLanguage } from './act-evidence.ts'
import { annexTexts, type Both } from './act-file.texts.ts'

const technicalFile = join(import.meta.dirname, '..', '..', '..', 'docs', 'MODEL.md')
let technical: string | undefined

/** The annexes of a frozen edition: the model's card as tables, and the technical description as it is written (Article 11). */
export function annexesOf(card: ModelCard, language: ActLanguage): string {
  technical ??= readFileSync(technicalFile, 'utf8')
  const say = (text: Both): string => escapeHtml(text[language])
  const number = (value: number | null, digits = 3): string =>
    value === null
      ? '–'
      : value.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB', {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        })
  const groups = card.groups.map((one) => [
    `${one.column}: ${one.group}`,
    number(one.rows, 0),
    number(one.meanChance),
    number(one.shareOfOnes),
    `${number(one.gap.value)} (${number(one.gap.low)} – ${number(one.gap.high)})`,
  ])
  const cuts = card.cutPoints.map((one) => [
    number(one.cut, 2),
    number(one.shareBelow),
    number(one.falseHighRisk),
    number(one.falseLowRisk),
    number(one.flipRate),
    number(Math.max(0, ...one.groups.map((group) => group.falseHighRiskRatio ?? 0)), 2),
  ])
  const { groupHeads, cutHeads } = annexTexts
  return (
    `<section><h2>${say(annexTexts.card)}</h2><p>${say(annexTexts.cardWords)}</p>` +
    `<h3>${say(annexTexts.groups)}</h3>${table(groupHeads.map(say), groups)}` +
    `<h3>${say(annexTexts.cuts)}</h3>${table(cutHeads.map(say), cuts)}</section>` +
    `<section><h2>${say(annexTexts.technical)}</h2><pre lang="en">${escapeHtml(technical)}</pre></section>`
  )
}

/** A table whose heads are escaped already; the first cell names the row. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((one) => `<th scope="col">${one}</th>`).join('')
  const body = rows.map(([name = '', ...cells]) => {
    const others = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')
    return `<tr><th scope="row">${escapeHtml(name)}</th>${others}</tr>`
  })
  return `<table class="wide"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}
