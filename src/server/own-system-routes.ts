import { z } from 'zod'
import type { Instant } from '../kernel/instant.ts'
import { ok } from '../kernel/result.ts'
import { type Route, route } from '../platform/http/route.ts'
import { systemPurposes } from '../platform/own-system/purposes.ts'
import { systemEvents } from '../platform/own-system/system-events.ts'
import { issueKey, listKeys, revokeKey } from '../platform/own-system/system-keys.ts'
import { listDeliveries, listWebhooks, openWebhook, replay, setWebhook } from '../platform/own-system/webhooks.ts'

const at = z.iso.datetime()
const moment = z.iso.datetime({ offset: true }) as unknown as z.ZodType<Instant, string>
const saved = z.object({ id: z.uuid() })
const module = 'platform'
const may = ['coordinator'] as const
const purpose = 'no personal data'

const keyView = z.object({
  id: z.uuid(),
  name: z.string(),
  ending: z.string().describe('The last characters of the key'),
  purposes: z.array(z.enum(systemPurposes)),
  createdAt: at,
  createdBy: z.string().nullable(),
  expiresAt: at,
  lastUsedAt: at.nullable(),
  revokedAt: at.nullable(),
  state: z.enum(['living', 'expired', 'revoked']),
})

const keyRoutes = [
  route({
    method: 'GET',
    path: '/provider/system-keys',
    operation: 'listSystemKeys',
    summary: "Keys of the organisation's own system",
    module,
    may,
    purpose,
    reply: z.object({ items: z.array(keyView) }),
    async handle(context) {
      const keys = await listKeys(context)
      return keys.ok ? ok({ items: keys.value.map((key) => ({ ...key, purposes: [...key.purposes] })) }) : keys
    },
  }),
  route({
    method: 'POST',
    path: '/provider/system-keys',
    operation: 'issueSystemKey',
    summary: "Issue a key for the organisation's own system; it is told once",
    module,
    may,
    purpose,
    body: z.object({
      name: z.string().trim().min(1).max(100).describe('What the system is called'),
      purposes: z.array(z.enum(systemPurposes)).min(1),
    }),
    status: 201,
    reply: z.object({
      id: z.uuid(),
      key: z.string().nullable().describe('Sent as Authorization: Bearer; null when the same request is sent again'),
      expiresAt: at,
    }),
    kept: (reply) => ({ ...reply, key: null }),
    handle: (context, { body }) => issueKey(context, body),
  }),
  route({
    method: 'POST',
    path: '/provider/system-keys/:keyId/revocation',
    operation: 'revokeSystemKey',
    summary: 'End a key at once',
    module,
    may,
    purpose,
    params: z.object({ keyId: z.uuid() }),
    status: 201,
    reply: saved,
    handle: (context, { params }) => revokeKey(context, params.keyId),
  }),
]

const webhookParams = z.object({ webhookId: z.uuid() })
const webhookView = z.object({
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.enum(systemEvents)),
  on: z.boolean(),
  failuresInRow: z.number(),
  createdAt: at,
  waiting: z.number().describe('Notices that are still to be taken'),
  lastTakenAt: at.nullable(),
  lastError: z.string().nullable(),
})
const attempt = z.object({ at, status: z.number().nullable(), error: z.string().nullable(), millis: z.number() })
const delivery = z.object({
  id: z.uuid(),
  messageId: z.uuid().describe('The header webhook-id: the same each time the notice is sent'),
  event: z.enum(systemEvents),
  happenedAt: at,
  state: z.enum(['taken', 'waiting', 'given-up']),
  attempts: z.array(attempt),
  nextAt: at.nullable(),
})

const webhookRoutes = [
  route({
    method: 'GET',
    path: '/provider/webhooks',
    operation: 'listWebhooks',
    summary: 'Where notices go, and how they are taken',
    module,
    may,
    ownSystem: 'events',
    purpose,
    reply: z.object({ items: z.array(webhookView) }),
    async handle(context) {
      const hooks = await listWebhooks(context)
      return hooks.ok ? ok({ items: hooks.value.map((hook) => ({ ...hook, events: [...hook.events] })) }) : hooks
    },
  }),
  route({
    method: 'POST',
    path: '/provider/webhooks',
    operation: 'openWebhook',
    summary: 'Let an address be told of what happens; the signing secret is told once',
    module,
    may,
    purpose,
    body: z.object({
      url: z.string().trim().min(1).max(500).describe('https on the open internet'),
      events: z.array(z.enum(systemEvents)).min(1),
    }),
    status: 201,
    reply: z.object({
      id: z.uuid(),
      secret: z.string().nullable().describe('Standard Webhooks, whsec_…; null when the same request is sent again'),
    }),
    kept: (reply) => ({ ...reply, secret: null }),
    handle: (context, { body }) => openWebhook(context, body),
  }),
  route({
    method: 'POST',
    path: '/provider/webhooks/:webhookId/state',
    operation: 'setWebhook',
    summary: 'Switch a receiver on or off, or take it away',
    module,
    may,
    purpose,
    params: webhookParams,
    body: z.object({ state: z.enum(['on', 'off', 'removed']) }),
    status: 201,
    reply: saved,
    handle: (context, { params, body }) => setWebhook(context, { id: params.webhookId, ...body }),
  }),
  route({
    method: 'GET',
    path: '/provider/webhooks/:webhookId/deliveries',
    operation: 'listWebhookDeliveries',
    summary: 'What was sent to a receiver and how it was taken, the latest first',
    module,
    may,
    ownSystem: 'events',
    purpose,
    params: webhookParams,
    query: z.object({
      page: z.coerce.number().int().min(1).default(1),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: z.object({ items: z.array(delivery), page: z.number(), limit: z.number(), total: z.number() }),
    async handle(context, { params, query }) {
      const sent = await listDeliveries(context, { id: params.webhookId, ...query })
      if (!sent.ok) return sent
      const items = sent.value.items.map((one) => ({ ...one, attempts: [...one.attempts] }))
      return ok({ ...sent.value, items })
    },
  }),
  route({
    method: 'POST',
    path: '/provider/webhooks/:webhookId/replay',
    operation: 'replayWebhook',
    summary: 'Send one notice again, or everything since a moment',
    module,
    may,
    ownSystem: 'events',
    purpose,
    params: webhookParams,
    body: z.union([z.object({ messageId: z.uuid() }), z.object({ since: moment })]),
    status: 202,
    reply: z.object({ queued: z.number() }),
    handle: (context, { params, body }) => replay(context, { id: params.webhookId, ...body }),
  }),
]

/** What a provider's coordinator keeps for the organisation's own system (decision 0015). */
export const ownSystemRoutes: readonly Route[] = [...keyRoutes, ...webhookRoutes]
