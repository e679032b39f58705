import type { Point } from '../../kernel/geo.ts'
import type { CatalogueEntry } from '../../modules/market/contract.ts'
import { escapeHtml } from '../../platform/letters.ts'
import type { Language } from '../../platform/problems.ts'
import { languageName } from '../../rules/reference/index.ts'
import { filled, publicPage, textsOf } from './layout.ts'
import { placesMap } from './public-map.ts'
import { findForm } from './start-page.ts'

type Entry = CatalogueEntry

interface CataloguePage {
  readonly items: readonly Entry[]
  readonly page: number
  readonly limit: number
  readonly total: number
  readonly similar: boolean
}

/** What the visitor asked for: a place, and part of a name or nothing. */
export interface Sought {
  readonly place: string
  readonly name: string
  readonly point: Point | null
}

/** Providers near a municipality, the same facts for all, nearest first. */
export function providersPage(language: Language, sought: Sought, found: CataloguePage | null): string {
  const texts = textsOf(language)
  const { place, name } = sought
  const body =
    found === null
      ? `<p class="notice" role="alert">${filled(texts.unknownPlace, { place })}</p>`
      : listOf(language, sought, found)
  const title = filled(texts.providersNear, { place })
  const address = addressOf(sought)
  return publicPage({
    language,
    title: texts.find,
    main: `<h1>${title}</h1>${findForm(language, place, name)}${body}`,
    address,
  })
}

function addressOf({ place, name }: Sought): string {
  return `/leverantorer?plats=${encodeURIComponent(place)}${name === '' ? '' : `&namn=${encodeURIComponent(name)}`}`
}

function listOf(language: Language, sought: Sought, found: CataloguePage): string {
  const texts = textsOf(language)
  if (found.total === 0) return `<p class="notice">${escapeHtml(texts.none)}</p>`
  const pages = Math.ceil(found.total / found.limit)
  const link = (page: number, words: string) =>
    `<a href="${escapeHtml(`${addressOf(sought)}&sida=${page}`)}">${escapeHtml(words)}</a>`
  const previous = found.page > 1 ? link(found.page - 1, texts.previous) : ''
  const next = found.page < pages ? link(found.page + 1, texts.next) : ''
  const firstNumber = (found.page - 1) * found.limit + 1
  const words = [texts.map, texts.mapHome]
  const map = sought.point === null ? '' : placesMap(found.items, { firstNumber, home: sought.point, words })
  const similar = found.similar ? `<p role="status">${filled(texts.similar, { name: sought.name })}</p>` : ''
  const cards = found.items.map((entry, index) => cardOf(language, entry, firstNumber + index))
  return (
    `${similar}<p class="quiet">${escapeHtml(texts.order)}</p>${map}<ul class="cards">${cards.join('')}</ul>` +
    `<nav class="pages">${previous}<span>${filled(texts.page, { page: found.page, pages })}</span>${next}</nav>`
  )
}

function cardOf(language: Language, entry: Entry, number: number): string {
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
    `<li><h2><span class="quiet">${number}.</span> <bdi>${escapeHtml(entry.providerName)}</bdi></h2><p dir="auto">${escapeHtml(entry.street)}, ${escapeHtml(entry.locality)}</p><p>${distance}${about}</p>` +
    `<p dir="auto">${escapeHtml(entry.presentation)}</p><dl><dt>${escapeHtml(texts.languages)}</dt><dd>${escapeHtml(spoken)}</dd></dl><p><strong>${places}</strong></p></li>`
  )
}
