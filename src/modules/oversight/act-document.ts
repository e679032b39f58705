import { createHash } from 'node:crypto'
import { escapeHtml } from '../../platform/letters.ts'
import type { ModelCard } from '../assessment/domain/index.ts'
import { annexesOf } from './act-annex.ts'
import type { ActLanguage } from './act-evidence.ts'
import { type Both, documentTexts } from './act-file.texts.ts'
import type { ActDuty, ActFileReply } from './contract/act-file.ts'

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}' +
  'h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.5rem;border-top:2px solid #1a1a1a;padding-top:.75rem}h3{font-size:1rem;margin:1.25rem 0 .25rem}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.3rem 1rem .3rem 0;border-bottom:1px solid #ccc}th{width:45%;font-weight:400}' +
  '.wide th{width:auto}pre{white-space:pre-wrap;font-size:.85rem}.gap{border-inline-start:4px solid #a00;padding-inline-start:.75rem}.quiet{color:#555;font-size:.9rem}footer{margin-top:3rem;border-top:1px solid #ccc;font-size:.9rem}' +
  '@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr,.gap{break-inside:avoid}@page{margin:2cm}}'

/** The file with its annexes as one self-contained HTML page with print styles, and the hash of its content; nothing is fetched. */
export function actDocument(
  file: ActFileReply,
  card: ModelCard,
  language: ActLanguage,
): { html: string; sha256: Buffer } {
  const say = (text: Both, values: Readonly<Record<string, string>> = {}): string =>
    escapeHtml(
      Object.entries(values).reduce((said, [name, value]) => said.replaceAll(`{${name}}`, value), text[language]),
    )
  const { onDay: day, from, model, note } = file
  const title = say(documentTexts.title)
  const content =
    `<main><h1>${title}</h1><p>${say(documentTexts.made, { day, from })}</p><p>${say(documentTexts.model, { model, note })}</p>` +
    `<p class="quiet">${say(documentTexts.law)}</p>${file.duties.map((duty) => section(duty, say)).join('')}${annexesOf(card, language)}</main>`
  const sha256 = createHash('sha256').update(content).digest()
  const html =
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<title>${title}</title><style>${style}</style></head><body>${content}` +
    `<footer><p>${say(documentTexts.hash, { hash: sha256.toString('hex') })}</p></footer></body></html>`
  return { html, sha256 }
}

type Say = (text: Both, values?: Readonly<Record<string, string>>) => string

function section(duty: ActDuty, say: Say): string {
  const heading = `${say(documentTexts.article, { article: duty.article })}. ${escapeHtml(duty.title)}`
  const rows = duty.shows
    .map(({ label, value }) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`)
    .join('')
  const places = duty.where.map(({ label, address }) => `${escapeHtml(label)} (${escapeHtml(address)})`).join(' · ')
  const gaps = duty.gaps
    .map((gap) => `<p class="gap"><strong>${say(documentTexts.gaps)}:</strong> ${escapeHtml(gap)}</p>`)
    .join('')
  return (
    `<section><h2>${heading}</h2><p>${escapeHtml(duty.duty)}</p>${gaps}<h3>${say(documentTexts.shows)}</h3><table><tbody>${rows}</tbody></table>` +
    `<p class="quiet">${say(documentTexts.where)}: ${places}</p>${duty.points.map((point) => pointOf(point, say)).join('')}</section>`
  )
}

function pointOf(point: ActDuty['points'][number], say: Say): string {
  const asked = `<h3>${say(documentTexts.writes)}: ${escapeHtml(point.asks)}</h3>`
  if (point.words === null) return `${asked}<p class="gap">${say(documentTexts.missing)}</p>`
  const words = point.words
    .split(/\n+/)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')
  return `${asked}${words}<p class="quiet">${say(documentTexts.written, { day: point.onDay ?? '', name: point.byName ?? '' })}</p>`
}
