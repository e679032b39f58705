import { sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { keptLanguage } from './public/kept-language.ts'
import { shellPage } from './shell-page.ts'
import { webFolder } from './web-build.ts'

/** No page asks a foreign host for anything; scripts and styles are our own files, but for the one that stands in our page. */
const policyWith = (scriptHashes: readonly string[]) =>
  [
    "default-src 'self'",
    ["script-src 'self'", ...scriptHashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')

const assetsFolder = `${sep}assets${sep}`

/** The signed-in web under /app, and its files with long-lived names. */
export async function addPages(app: FastifyInstance): Promise<void> {
  const shell = shellPage(webFolder)
  const policy = policyWith(shell.scriptHashes)
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', policy)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
  })
  await app.register(fastifyStatic, {
    root: webFolder,
    prefix: '/',
    preCompressed: true,
    index: false,
    wildcard: false,
    immutable: true,
    maxAge: '1y',
    cacheControl: true,
    // Only what lies in assets has its hash in its name; the service worker above all must never be an old one.
    setHeaders(reply, path) {
      if (!path.includes(assetsFolder)) reply.header('cache-control', 'no-cache')
    },
  })
  const send = async (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(shell.at(request.url, keptLanguage(request)))
  app.get('/app', send)
  app.get('/app/*', send)
}
