import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { grantAccess } from '../access.ts'
import type { Actor } from '../actor.ts'
import { openLog } from '../log.ts'
import { newId } from '../new-id.ts'
import { platformProblems } from '../problems.ts'
import { beginSession } from '../sign-in/session.ts'
import { type TestWorld, testWorld } from '../testing.ts'
import { apiRoot, buildApp } from './app.ts'
import { sessionCookie, tokenHash } from './request.ts'
import { jsonText, type Route, route } from './route.ts'

const common = { module: 'platform', summary: 'of the test', purpose: 'test' } as const
let handled = 0

const hotRead = route({
  ...common,
  method: 'GET',
  path: '/letters-of/:personId',
  operation: 'hotRead',
  may: ['caseworker', 'adviser'],
  params: z.object({ personId: z.uuid() }),
  reply: z.object({ titles: z.array(z.string()) }),
  glance: {
    statement: ({ personId }) => ({
      text: "select person_id as person, json_build_object('titles', json_agg(title))::text as page from platform.letter where person_id = $1 group by 1",
      values: [personId],
    }),
    answer(rows) {
      const [row] = rows as { person: PersonId; page: string }[]
      return row ? { persons: [row.person], reply: jsonText(row.page) } : null
    },
  },
  async handle(context, { params }) {
    handled += 1
    context.readPerson(params.personId as PersonId)
    return ok({ titles: [] })
  },
})

const wrongText = route({
  ...common,
  method: 'GET',
  path: '/wrong-text',
  operation: 'wrongText',
  may: 'public',
  reply: z.object({ titles: z.array(z.string()) }),
  handle: async () => ok(jsonText('{"titles":3}')),
})

const passesOverFault = route({
  ...common,
  method: 'GET',
  path: '/passes-over-fault',
  operation: 'passesOverFault',
  may: 'public',
  reply: z.object({}),
  async handle(context) {
    await sql`select 1 / ${0}::integer`.execute(context.db).catch(() => undefined)
    return ok({})
  },
})

const upload = route({
  ...common,
  method: 'POST',
  path: '/upload',
  operation: 'upload',
  may: ['caseworker'],
  uploadBytes: 1000,
  reply: z.object({ bytes: z.number() }),
  handle: async (_context, parts) => ok({ bytes: parts.upload?.bytes.length ?? 0 }),
})

describe('a request', () => {
  let world: TestWorld
  let app: FastifyInstance
  before(async () => {
    world = await testWorld()
    const desk = {
      pool: world.appPool,
      subscriptions: {},
      texts: platformProblems,
      idleMinutes: 30,
      checkReplies: true,
    }
    const routes: readonly Route[] = [hotRead, wrongText, passesOverFault, upload]
    app = await buildApp({ desk, routes, log: openLog('silent') })
  })
  after(async () => {
    await app.close()
    await world.drop()
  })

  const signIn = async (actor: Actor | null) => {
    if (actor === null) return { cookies: {}, csrf: '' }
    const vouched = { subject: `test|${actor.userId}`, name: 'Prov', identityNumber: null, idToken: null }
    const token = (await beginSession(world.appPool, vouched, 1)) ?? ''
    const [session] = await world.rows<{ csrf: string }>(
      'select csrf_token as csrf from platform.session where token_hash = $1',
      [tokenHash(token)],
    )
    return { cookies: { [sessionCookie]: token }, csrf: session?.csrf ?? '' }
  }

  const get = async (actor: Actor | null, path: string) => {
    const { cookies } = await signIn(actor)
    const reply = await app.inject({ url: `${apiRoot}${path}`, cookies })
    return { status: reply.statusCode, body: reply.json() as { code?: string; titles?: string[] } }
  }

  const aLetter = (title: string) =>
    world.must(world.caseworker, async (context) => {
      const personId = newId<PersonId>()
      await grantAccess(context, { personId, holder: world.authority, ground: 'public-duty', from: context.today })
      await sql`insert into platform.letter (kind, person_id, case_id, language, title, html, sha256, frozen_at)
                values ('x', ${personId}, ${personId}, 'sv', ${title}, 'h', '\\x00', ${context.now})`.execute(
        context.db,
      )
      return ok(personId)
    })

  test('is answered at a glance under the reader’s own row-level security, otherwise in full, and audited', async () => {
    const personId = await aLetter('Beslut')
    handled = 0
    assert.deepEqual(await get(world.caseworker, `/letters-of/${personId}`), {
      status: 200,
      body: { titles: ['Beslut'] },
    })
    assert.equal(handled, 0)
    const organisationId = await world.anOrganisation('provider', 'Provbolaget')
    const stranger = await world.anActor('adviser', { organisationId })
    assert.deepEqual(await get(stranger, `/letters-of/${personId}`), { status: 200, body: { titles: [] } })
    assert.equal(handled, 1)
    const audited = await world.rows<{ operation: string }>(
      'select operation from platform.audit_entry where $1 = any (person_ids) and operation = $2',
      [personId, 'hotRead'],
    )
    assert.equal(audited.length, 2)
  })

  test('throws away what was read at a glance for somebody who may not call, and audits nothing', async () => {
    const personId = await aLetter('Beslut')
    handled = 0
    assert.equal((await get(null, `/letters-of/${personId}`)).status, 401)
    assert.equal((await get(world.administrator, `/letters-of/${personId}`)).status, 403)
    assert.equal((await get(null, '/letters-of/nonsense')).status, 401)
    assert.equal((await get(world.caseworker, '/letters-of/nonsense')).status, 422)
    assert.equal(handled, 0)
    assert.deepEqual(
      await world.rows('select id from platform.audit_entry where $1 = any (person_ids) and not wrote', [personId]),
      [],
    )
  })

  test('is checked against its reply also when the database wrote the JSON', async () => {
    assert.equal((await get(null, '/wrong-text')).status, 500)
  })

  test('is not told as a success when its transaction was lost on the way', async () => {
    assert.equal((await get(null, '/passes-over-fault')).body.code, 'went-wrong')
    assert.equal((await get(null, '/passes-over-fault')).status, 500)
  })

  const send = async (actor: Actor | null, bytes: number) => {
    const { cookies, csrf } = await signIn(actor)
    return app.inject({
      method: 'POST',
      url: `${apiRoot}/upload`,
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'idempotency-key': randomUUID(),
        'x-csrf-token': csrf,
      },
      cookies,
      payload: `--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n${'a'.repeat(bytes)}\r\n--x--\r\n`,
    })
  }

  test('takes a file up to the size that its route names, and none from somebody who may not send it', async () => {
    assert.deepEqual((await send(world.caseworker, 1000)).json(), { bytes: 1000 })
    assert.equal((await send(world.caseworker, 1001)).json().code, 'too-large')
    assert.equal((await send(null, 1)).statusCode, 401)
    assert.equal((await send(world.administrator, 1)).statusCode, 403)
  })
})
