import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { problem } from '../../kernel/problem.ts'
import type { Log } from '../log.ts'
import { answer, type Desk, sendProblem } from './answer.ts'
import type { Route } from './route.ts'

export const apiRoot = '/api/v1'

/** What the app is built of: the desk, every module's routes, and the log. */
export interface AppParts {
  readonly desk: Desk
  readonly routes: readonly Route[]
  readonly log: Log
  readonly bodyLimitBytes?: number
}

/** The API as a Fastify app that does not listen yet; the server adds sign-in, pages and files. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: parts.log as FastifyBaseLogger,
    bodyLimit: parts.bodyLimitBytes ?? 1_048_576,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: 'loopback',
  })
  // Everything is checked inside `answer`, after sign-in: an outsider learns nothing from a validation error.
  app.setValidatorCompiler(() => (value) => ({ value }))
  app.setSerializerCompiler(() => JSON.stringify)
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE')
      return sendProblem(parts.desk.texts, request, reply, problem('too-large'))
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return sendProblem(
        parts.desk.texts,
        request,
        reply,
        problem('field-not-valid', { field: 'body', values: { reason: error.message } }),
      )
    }
    request.log.error({ error }, 'a request failed')
    return sendProblem(parts.desk.texts, request, reply, problem('went-wrong', { values: { reference: request.id } }))
  })
  await app.register(cookie)
  await app.register(multipart)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Krom',
        version: '1',
        description: 'Public employment service, outcome-paid. All moments are RFC 3339 in UTC; pages count from 1.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'krom_session' },
          systemKey: { type: 'http', scheme: 'bearer', description: "A provider's own system; needs no CSRF token" },
        },
      },
    },
    transform: jsonSchemaTransform,
  })
  await app.register(async (api) => {
    for (const route of parts.routes) addRoute(api, parts.desk, route)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(parts.desk.texts, request, reply, problem('not-found')))
  return app
}

function addRoute(api: FastifyInstance, desk: Desk, route: Route): void {
  api.route({
    method: route.method,
    url: `${apiRoot}${route.path}`,
    ...(route.uploadBytes === undefined ? {} : { bodyLimit: route.uploadBytes + 65_536 }),
    schema: {
      operationId: route.operation,
      summary: route.summary,
      description: `Who may: ${typeof route.may === 'string' ? route.may : route.may.join(', ')}. Purpose: ${route.purpose}.`,
      tags: [route.module],
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body && route.uploadBytes === undefined ? { body: route.body } : {}),
      ...(route.reply ? { response: { [route.status ?? 200]: route.reply } } : {}),
      ...(route.may === 'public' ? {} : { security: securityOf(route) }),
    },
    handler: (request, reply) => answer(desk, route, request, reply),
  })
}

function securityOf({ ownSystem }: Route): Record<string, string[]>[] {
  return ownSystem === undefined ? [{ session: [] }] : [{ session: [] }, { systemKey: [] }]
}
