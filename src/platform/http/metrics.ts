import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Pool } from '../database.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * Measures every request by its operation and shows them at `/metrics` in Prometheus' form: requests, connections, the
 * process. Only to callers on this machine; whoever comes through a proxy is seen by the address the proxy tells.
 */
export function addMetrics(app: FastifyInstance, pool: Pool): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'krom_request_seconds',
    help: 'Seconds from request to answer, by operation and status class',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'krom_connections_waited_for',
    help: 'Requests that wait for a database connection',
    registers: [registry],
    collect() {
      this.set(pool.waitingCount)
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    const { operationId } = (request.routeOptions.schema ?? {}) as { operationId?: string }
    const labels = { operation: operationId ?? 'page', status: `${Math.floor(reply.statusCode / 100)}xx` }
    requests.observe(labels, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { schema: { hide: true } as object }, async (request, reply) => {
    if (!loopback.has(request.ip)) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
