import { z } from 'zod'
import { ok } from '../kernel/result.ts'
import { type Route, route } from '../platform/http/route.ts'
import { languageName, languages, municipalities } from '../rules/reference/index.ts'

const coded = z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) })

/** Names for the codes that forms and lists carry; nothing of it concerns a person. */
export const referenceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/reference/municipalities',
    operation: 'listMunicipalities',
    summary: 'All municipalities by name, with the four digits of Statistics Sweden',
    module: 'rules',
    may: 'public',
    purpose: 'no personal data',
    reply: coded,
    async handle() {
      const byName = municipalities().toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
      return ok({ items: byName.map(({ code, name }) => ({ code, name })) })
    },
  }),
  route({
    method: 'GET',
    path: '/reference/languages',
    operation: 'listLanguages',
    summary: "All languages with ISO 639 codes, by name in the reader's language",
    module: 'rules',
    may: 'public',
    purpose: 'no personal data',
    reply: coded,
    async handle(_context, { language }) {
      const locale = language === 'sv-x-latt' ? 'sv' : language
      const named = languages().map(({ code }) => ({ code, name: languageName(code, locale) }))
      return ok({ items: named.sort((a, b) => a.name.localeCompare(b.name, locale)) })
    },
  }),
]
