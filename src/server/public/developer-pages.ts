import { problemReply } from '../../platform/http/problem-reply.ts'
import type { Route } from '../../platform/http/route.ts'
import { escapeHtml } from '../../platform/letters.ts'
import type { Language, ProblemTexts } from '../../platform/problems.ts'
import { publicPage, textsOf } from './layout.ts'

/** The list of operations, for a person; the machine reads `/api/openapi.json`. */
export function apiPage(language: Language, routes: readonly Route[]): string {
  const texts = textsOf(language)
  const rows = routes.map(
    (route) =>
      `<tr><td><code>${route.method} /api/v1${escapeHtml(route.path)}</code></td><td>${escapeHtml(route.summary)}</td><td>${escapeHtml(typeof route.may === 'string' ? route.may : route.may.join(', '))}</td></tr>`,
  )
  const main =
    `<h1>${escapeHtml(texts.api)}</h1><p class="lead">${escapeHtml(texts.apiLead)}</p><p><a class="button" href="/api/openapi.json">OpenAPI 3.1</a></p>` +
    `<table lang="en" dir="ltr"><thead><tr><th scope="col">Operation</th><th scope="col">What it does</th><th scope="col">Who may</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  return publicPage({ language, title: texts.api, main, address: '/api/' })
}

/** What one problem code means and what to do about it; every problem's `type` leads here. Null for an unknown code. */
export function problemPage(language: Language, texts: ProblemTexts, code: string): string | null {
  if (!Object.hasOwn(texts, code)) return null
  const words = problemReply({ code }, texts, language)
  const main = `<h1>${escapeHtml(words.title)}</h1><p class="lead">${escapeHtml(words.detail)}</p><p><code>${escapeHtml(code)}</code> · HTTP ${words.status}</p>`
  return publicPage({ language, title: words.title, main, address: `/problems/${code}` })
}
