import type { coverageOn } from '../../modules/market/index.ts'
import { escapeHtml } from '../../platform/letters.ts'
import type { Language } from '../../platform/problems.ts'
import { filled, publicPage, textsOf } from './layout.ts'
import { countryMap } from './public-map.ts'

type Coverage = Awaited<ReturnType<typeof coverageOn>>
type Row = Coverage['municipalities'][number] | Coverage['areas'][number] | Coverage['groups'][number]

/** Who gives the service where: a map, and tables by delivery area, municipality group and municipality, as of any day. */
export function coveragePage(language: Language, shown: Coverage): string {
  const texts = textsOf(language)
  const text = (words: string, values: Readonly<Record<string, string | number>> = {}) => filled(words, values)
  const places = shown.municipalities.map(({ point, addresses }) => ({ point, covered: addresses > 0 }))
  const without = shown.areas.filter((area) => area.providers === 0).length
  const measured =
    shown.measuredOn === null
      ? text(texts.notMeasured)
      : text(texts.measured, { day: shown.measuredOn, n: shown.roundedTo })
  const on = encodeURIComponent(shown.on)
  const main =
    `<h1>${text(texts.coverage)}</h1><p class="lead">${text(texts.coverageLead)}</p>${dayForm(language, shown.on)}` +
    `<p><strong>${text(texts.withoutProvider, { n: without, all: shown.areas.length })}</strong></p><p class="quiet">${measured}</p>` +
    countryMap(places, [texts.coverageMap, texts.coverageHas, texts.coverageNone]) +
    table(language, shown, { title: texts.coverageAreas, head: texts.area, rows: shown.areas }) +
    table(language, shown, { title: texts.coverageGroups, head: texts.group, rows: shown.groups }) +
    `<h2>${text(texts.openData)}</h2><ul><li><a href="/api/v1/coverage/export?on=${on}">${text(texts.openCsv)}</a></li>` +
    `<li><a href="/api/v1/coverage?on=${on}">${text(texts.openJson)}</a></li></ul>` +
    `<details><summary>${text(texts.coverageMunicipalities)}</summary>${table(language, shown, { title: texts.coverageMunicipalities, head: texts.municipality, rows: shown.municipalities })}</details>`
  return publicPage({ language, title: texts.coverage, main, address: `/tackning?dag=${on}` })
}

function dayForm(language: Language, on: string): string {
  const texts = textsOf(language)
  return (
    `<form class="find card" action="/tackning" method="get"><div><label for="day">${escapeHtml(texts.coverageDay)}</label>` +
    `<input id="day" name="dag" type="date" value="${escapeHtml(on)}" required></div><button>${escapeHtml(texts.coverageShow)}</button></form>`
  )
}

type Table = { readonly title: string; readonly head: string; readonly rows: readonly Row[] }

function table(language: Language, shown: Coverage, { title, head, rows }: Table): string {
  const texts = textsOf(language)
  const bands = [...shown.bandsKm.map((km) => filled(texts.within, { km })), escapeHtml(texts.beyond)]
  const homes = shown.measuredOn === null ? [] : bands
  const heads = [head, texts.providers, texts.addresses, texts.placesLeft].map(escapeHtml)
  const titles = [...heads, ...homes]
  const cells = (row: Row) => {
    const places = row.addresses === 0 ? '0' : (row.openPlaces ?? escapeHtml(texts.noLimit))
    const few = filled(texts.few, { n: shown.roundedTo })
    const counted = homes.map((_, band) => row.homes?.bands[band] ?? few)
    return [row.providers, row.addresses, places, ...counted]
  }
  const body = rows.map((row) => {
    const rest = cells(row).map((cell, index) => `<td><span class="cell">${titles[index + 1]}</span> ${cell}</td>`)
    return `<tr><th scope="row"><bdi>${escapeHtml(row.name)}</bdi></th>${rest.join('')}</tr>`
  })
  const caption = homes.length === 0 ? '' : ` – ${escapeHtml(texts.homes)}`
  return (
    `<h2>${escapeHtml(title)}</h2><table class="numbers"><caption>${escapeHtml(title)}${caption}</caption>` +
    `<thead><tr>${titles.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
  )
}
