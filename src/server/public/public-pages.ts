import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseDay } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import { coverageOn, publicCatalogue } from '../../modules/market/index.ts'
import { inTransaction, type Work } from '../../platform/context.ts'
import { nobody } from '../../platform/http/request.ts'
import type { Route } from '../../platform/http/route.ts'
import type { Language, ProblemTexts } from '../../platform/problems.ts'
import { findMunicipality } from '../../rules/reference/index.ts'
import { describeApi, descriptionText } from '../openapi.ts'
import { coveragePage } from './coverage-page.ts'
import { apiPage, problemPage } from './developer-pages.ts'
import { keptLanguage } from './kept-language.ts'
import { languageCookie } from './layout.ts'
import { providersPage } from './providers-page.ts'
import { languageNames } from './public.texts.ts'
import { startPage } from './start-page.ts'

export interface PublicParts {
  /** The app's own pool: a visitor meets the same row-level security as everyone. */
  readonly work: Work
  readonly routes: readonly Route[]
  readonly texts: ProblemTexts
}

const pageSize = 20

/** The pages that anyone may read and that load without script. */
export function addPublicPages(app: FastifyInstance, parts: PublicParts): void {
  const send = (reply: FastifyReply, html: string, status = 200) =>
    reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)

  app.get('/', async (request, reply) =>
    send(reply, startPage(chosenLanguage(request, reply), queryOf(request)['sign-in'])),
  )

  app.get('/leverantorer', async (request, reply) => {
    const language = chosenLanguage(request, reply)
    const { plats = '', sida = '1', namn = '' } = queryOf(request)
    const name = namn.slice(0, 100).trim()
    const place = plats.slice(0, 60).trim()
    const found = findMunicipality(place)
    const unknown = () => send(reply, providersPage(language, { place, name, point: null }, null), 404)
    if (!found) return unknown()
    const page = Math.max(1, Math.trunc(Number(sida)) || 1)
    const why = { operation: 'publicPage', purpose: 'find a provider' }
    const result = await inTransaction(parts.work, nobody, why, async (context) =>
      publicCatalogue(context, { municipality: found.code, name, page, limit: pageSize }),
    )
    if (!result.ok) return unknown()
    return send(reply, providersPage(language, { place: found.name, name, point: found.seat }, result.value))
  })

  app.get('/tackning', async (request, reply) => {
    const language = chosenLanguage(request, reply)
    const asked = parseDay(queryOf(request).dag ?? '')
    const why = { operation: 'coveragePage', purpose: 'no personal data' }
    const shown = await inTransaction(parts.work, nobody, why, async (context) =>
      ok(await coverageOn(context, asked.ok ? asked.value : context.today)),
    )
    if (!shown.ok) return reply.callNotFound()
    return send(reply, coveragePage(language, shown.value))
  })

  app.get('/api', (_request, reply) => reply.redirect('/api/'))
  app.get('/api/', async (request, reply) => send(reply, apiPage(chosenLanguage(request, reply), parts.routes)))
  let description: Promise<string> | undefined
  app.get('/api/openapi.json', async (_request, reply) => {
    description ??= describeApi(parts.routes).then(descriptionText)
    return reply.type('application/json').send(await description)
  })
  app.get('/problems/:code', async (request, reply) => {
    const html = problemPage(chosenLanguage(request, reply), parts.texts, (request.params as { code: string }).code)
    return html === null ? reply.callNotFound() : send(reply, html)
  })
}

function queryOf(request: FastifyRequest): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(request.query as object).filter(([, value]) => typeof value === 'string'))
}

/** The language asked for by link, else the one chosen before, else the browser's. */
function chosenLanguage(request: FastifyRequest, reply: FastifyReply): Language {
  const asked = queryOf(request).lang
  if (asked && asked in languageNames) {
    reply.setCookie(languageCookie, asked, { path: '/', sameSite: 'lax', maxAge: 31_536_000 })
    return asked as Language
  }
  return keptLanguage(request)
}
