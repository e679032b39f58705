import type { CatalogueEntry } from '../../modules/market/contract.ts'
import { escapeHtml } from '../../platform/letters.ts'
import type { Language } from '../../platform/problems.ts'
import { languageName } from '../../rules/reference/index.ts'
import { filled, publicPage, textsOf } from './layout.ts'
import { findForm } from './start-page.ts'

type Entry = CatalogueEntry

interface CataloguePage {
  readonly items: readonly Entry[]
  readonly page: number
  readonly limit: number
  readonly total: number
}

/** Providers near a municipality, the same facts for all, nearest first. */
export function providersPage(language: Language, place: string, found: CataloguePage | null): string {
  const texts = textsOf(language)
  const body =
    found === null
      ? `<p class="notice" role="alert">${filled(texts.unknownPlace, { place })}</p>`
      : listOf(language, place, found)
  const title = filled(texts.providersNear, { place })
  const address = `/leverantorer?plats=${encodeURIComponent(place)}`
  return publicPage({
    language,
    title: texts.find,
    main: `<h1>${title}</h1>${findForm(language, place)}${body}`,
    address,
  })
}

function listOf(language: Language, place: string, found: CataloguePage): string {
  const texts = textsOf(language)
  if (found.total === 0) return `<p class="notice">${escapeHtml(texts.none)}</p>`
  const pages = Math.ceil(found.total / found.limit)
  const link = (page: number, words: string) =>
    `<a href="/leverantorer?plats=${encodeURIComponent(place)}&amp;sida=${page}">${escapeHtml(words)}</a>`
  const previous = found.page > 1 ? link(found.page - 1, texts.previous) : ''
  const next = found.page < pages ? link(found.page + 1, texts.next) : ''
  return (
    `<p class="quiet">${escapeHtml(texts.order)}</p><ul class="cards">${found.items.map((entry) => cardOf(language, entry)).join('')}</ul>` +
    `<nav class="pages">${previous}<span>${filled(texts.page, { page: found.page, pages })}</span>${next}</nav>`
  )
}

function cardOf(language: Language, entry: Entry): string {
  const texts = textsOf(language)
  const distance =
    entry.distanceKm === null
      ? ''
      : filled(texts.kilometres, { km: entry.distanceKm.toLocaleString(language === 'en' ? 'en' : 'sv') })
  const about = entry.pointApproximate ? ` (${escapeHtml(texts.approximate)})` : ''
  const places =
    entry.openPlaces === null
      ? texts.noCap
      : entry.openPlaces === 0
        ? texts.full
        : filled(texts.openPlaces, { n: entry.openPlaces })
  const spoken = entry.languages
    .map((code) => languageName(code, language === 'sv-x-latt' ? 'sv' : language))
    .join(', ')
  return (
    `<li><h3 dir="auto">${escapeHtml(entry.providerName)}</h3><p dir="auto">${escapeHtml(entry.street)}, ${escapeHtml(entry.locality)}</p><p>${distance}${about}</p>` +
    `<p dir="auto">${escapeHtml(entry.presentation)}</p><dl><dt>${escapeHtml(texts.languages)}</dt><dd>${escapeHtml(spoken)}</dd></dl><p><strong>${places}</strong></p></li>`
  )
}
