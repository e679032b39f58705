import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fastify } from 'fastify'
import type { Pool } from '../database.ts'
import { addMetrics } from './metrics.ts'

test('requests are measured by operation, and only this machine is told', async () => {
  const app = fastify({ trustProxy: 'loopback' })
  addMetrics(app, { waitingCount: 3 } as Pool)
  app.get('/case', { schema: { operationId: 'getCase' } as object }, async () => 'a case')
  await app.inject('/case')
  await app.inject('/missing')
  const told = await app.inject('/metrics')
  assert.equal(told.statusCode, 200)
  assert.match(told.body, /krom_request_seconds_count\{operation="getCase",status="2xx"\} 1/)
  assert.match(told.body, /krom_request_seconds_count\{operation="page",status="4xx"\} 1/)
  assert.match(told.body, /krom_connections_waited_for 3/)
  const abroad = [{ remoteAddress: '192.0.2.7' }, { headers: { 'x-forwarded-for': '192.0.2.7' } }]
  for (const from of abroad) assert.equal((await app.inject({ url: '/metrics', ...from })).statusCode, 404)
  await app.close()
})
