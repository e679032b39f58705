import type { FastifyRequest } from 'fastify'
import { languageOf } from '../../platform/http/languages.ts'
import type { Language } from '../../platform/problems.ts'
import { languageCookie } from './layout.ts'
import { languageNames } from './public.texts.ts'

/** The language that the reader chose before, else the browser's. */
export function keptLanguage(request: FastifyRequest): Language {
  const kept = request.cookies[languageCookie]
  return kept && kept in languageNames ? (kept as Language) : languageOf(request.headers['accept-language'])
}
