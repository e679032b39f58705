import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { atTime } from '../../kernel/instant.ts'
import { ok } from '../../kernel/result.ts'
import type { Work } from '../../platform/context.ts'
import { openLog } from '../../platform/log.ts'
import { type TestWorld, testWorld } from '../../platform/testing.ts'
import { listImports, readImport } from './import-reads.ts'
import { resumeImports, tasks } from './jobs.ts'
import { startImport } from './start-import.ts'
import { anExtract, anExtractRow, manyExtractRows } from './testing.ts'

let world: TestWorld
let work: Work
before(async () => {
  world = await testWorld()
  const clock = async () => ({ today: world.today, now: atTime(world.today, '10:00') })
  work = { pool: world.ownerPool, subscriptions: {}, clock }
})
after(() => world.drop())

const upload = (text: string) => ({ name: 'utdrag.csv', bytes: Buffer.from(text) })
const start = (text: string) => world.must(world.administrator, (context) => startImport(context, upload(text)))
const see = (id: string) => world.must(world.administrator, (context) => readImport(context, id, 'sv'))
const runJob = (runId: string) => tasks['import-persons'](work, { runId }, openLog())
const queued = (id: string) => world.rows('select 1 from graphile_worker.jobs where key = $1', [`import-persons:${id}`])

test('an uploaded extract waits in the database, is imported by the job, and is then no longer kept', async () => {
  const large = manyExtractRows(3900, { gatuadress: 'Provvägen '.repeat(19) })
  const { id } = await start(anExtract(large))
  assert.equal((await see(id)).state, 'waiting')
  assert.equal((await queued(id)).length, 1)
  const pieces = 'select count(*) as pieces from registration.import_piece where run_id = $1'
  assert.deepEqual(await world.rows(pieces, [id]), [{ pieces: 2 }])
  await runJob(id)
  const done = await see(id)
  assert.deepEqual([done.state, done.accepted, done.rowsTotal], ['done', 3900, 3900])
  assert.deepEqual(await world.rows(pieces, [id]), [{ pieces: 0 }])
  const [row] = await world.rows<{ user_id: string }>('select user_id from platform.audit_entry where wrote limit 1')
  assert.equal(row?.user_id, world.administrator.userId)
})

test('a job that is run again after it ended does nothing', async () => {
  const { id } = await start(anExtract([anExtractRow(4000)]))
  await runJob(id)
  await runJob(id)
  assert.equal((await see(id)).accepted, 1)
  const list = await world.must(world.administrator, async (context) =>
    ok(await listImports(context, { page: 1, limit: 1, language: 'en' })),
  )
  assert.deepEqual([list.items.length, list.items[0]?.id, list.total], [1, id, 2])
})

test('an upload whose job was lost is queued again at the next start', async () => {
  const { id } = await start(anExtract([anExtractRow(4001)]))
  await world.ownerPool.query('delete from graphile_worker._private_jobs')
  assert.equal((await queued(id)).length, 0)
  await resumeImports(work)
  assert.equal((await queued(id)).length, 1)
  await runJob(id)
  assert.equal((await see(id)).state, 'done')
})

test('what is no extract is refused before anything is saved, and only an administrator may send one', async () => {
  const attempt = (actor: typeof world.administrator, sent: ReturnType<typeof upload> | undefined) =>
    world.as(actor, (context) => startImport(context, sent))
  const codes = [
    await attempt(world.administrator, undefined),
    await attempt(world.administrator, upload('')),
    await attempt(world.administrator, upload('a;b\n')),
    await attempt(world.caseworker, upload(anExtract([]))),
  ].map((result) => !result.ok && result.problem.code)
  assert.deepEqual(codes, ['file-missing', 'empty-file', 'missing-column', 'not-allowed'])
})

test('the app cannot read an uploaded file back', async () => {
  await assert.rejects(world.appPool.query('select bytes from registration.import_piece'), /permission denied/)
})

test('a refused file says why in the reader’s language', async () => {
  const { id } = await start(anExtract([anExtractRow(4002)]))
  await world.ownerPool.query(`update registration.import_piece set bytes = 'namn\n'::bytea where run_id = $1`, [id])
  await runJob(id)
  const run = await see(id)
  assert.equal(run.state, 'refused')
  assert.equal(run.refusal?.code, 'missing-column')
  assert.match(run.refusal?.title ?? '', /personnummer saknas/)
})
