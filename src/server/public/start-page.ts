import { escapeHtml } from '../../platform/letters.ts'
import type { Language } from '../../platform/problems.ts'
import { municipalities } from '../../rules/reference/index.ts'
import { filled, publicPage, textsOf } from './layout.ts'

const places = municipalities()
  .map((one) => `<option value="${escapeHtml(one.name)}">`)
  .join('')

/** The form that finds providers near a municipality; works without script. */
export function findForm(language: Language, place = '', name = ''): string {
  const texts = textsOf(language)
  return (
    `<form class="find card" action="/leverantorer" method="get" role="search"><div><label for="place">${escapeHtml(texts.place)}</label>` +
    `<small id="place-help">${escapeHtml(texts.placeHelp)}</small>` +
    `<input id="place" name="plats" list="places" required maxlength="60" autocomplete="address-level2" aria-describedby="place-help" value="${escapeHtml(place)}"><datalist id="places">${places}</datalist></div>` +
    `<div><label for="name">${escapeHtml(texts.name)}</label><input id="name" name="namn" type="search" maxlength="100" autocomplete="off" value="${escapeHtml(name)}"></div>` +
    `<button>${escapeHtml(texts.search)}</button></form>`
  )
}

/** The first page of the house: what it is, a provider near you, how it works, and the doors onward. */
export function startPage(language: Language, notice: string | undefined): string {
  const texts = textsOf(language)
  const notices: Readonly<Record<string, string>> = {
    again: texts.signInAgain,
    refused: texts.signInRefused,
    'no-duty': texts.noDuty,
  }
  const said = notice && notices[notice] ? `<p class="notice" role="status">${escapeHtml(notices[notice])}</p>` : ''
  const sentences = texts.sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('')
  const main =
    `${said}<h1>${escapeHtml(texts.start)}</h1><p class="lead">${escapeHtml(texts.lead)}</p>` +
    `<h2>${escapeHtml(texts.find)}</h2>${findForm(language)}<h2>${escapeHtml(texts.how)}</h2><ol class="how">${sentences}</ol>` +
    `<h2>${escapeHtml(texts.more)}</h2><ul class="cards"><li><h3><a href="/app/rules">${escapeHtml(texts.rules)}</a></h3>${filled(texts.rulesLead, {})}</li>` +
    `<li><h3><a href="/tackning">${escapeHtml(texts.coverage)}</a></h3>${filled(texts.coverageLead, {})}</li>` +
    `<li><h3><a href="/api/">${escapeHtml(texts.api)}</a></h3>${filled(texts.apiLead, {})}</li></ul>`
  return publicPage({ language, title: texts.start, main, address: '/' })
}
