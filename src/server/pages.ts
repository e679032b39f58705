import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { webFolder } from './web-build.ts'

/** No page asks a foreign host for anything; scripts and styles are our own files. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
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
  const shell = () => readFileSync(join(webFolder, 'index.html'), 'utf8')
  const cached = existsSync(join(webFolder, 'index.html')) ? shell() : ''
  const send = async (
    _request: unknown,
    reply: { type(t: string): { header(n: string, v: string): { send(b: string): unknown } } },
  ) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(cached)
  app.get('/app', send as never)
  app.get('/app/*', send as never)
}
