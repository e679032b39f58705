import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { aServed, aStaffedProvider, deliveryWorld } from '../delivery/testing.ts'
import { answerComplaint } from './answer-complaint.ts'
import { complaints, complaintsOfCase } from './complaint-reads.ts'
import { type FileComplaint, fileComplaint } from './file-complaint.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

let world: TestWorld
let served: Awaited<ReturnType<typeof aServed>>
before(async () => {
  ;({ world } = await deliveryWorld())
  served = await aServed(world, await aStaffedProvider(world))
  world.today = day('2022-09-29')
})
after(() => world.drop())

const file = (by: Actor, more: Partial<FileComplaint> = {}) =>
  world.as(by, (context) =>
    fileComplaint(context, {
      caseId: served.caseId,
      about: 'provider',
      words: 'Mötena blir aldrig av.',
      anonymous: true,
      ...more,
    }),
  )

test('a complaint is confirmed, becomes the overseer’s task, and is answered within 15 working days', async () => {
  const filed = await file(served.actor)
  assert.ok(filed.ok)
  assert.equal(filed.value.dueOn, '2022-10-20')
  const [waiting] = (await world.must(world.overseer, complaints)).items
  assert.deepEqual(
    [waiting?.providerName, waiting?.state, waiting?.anonymous],
    ['Provleverantören AB', 'received', true],
  )
  const open = () =>
    world.rows("select 1 from platform.task where kind = 'oversight.answer-complaint' and closed_at is null")
  assert.equal((await open()).length, 1)
  world.today = day('2022-10-21')
  assert.equal((await world.must(world.overseer, complaints)).items[0]?.state, 'overdue')
  const answer = () =>
    world.as(world.overseer, (context) =>
      answerComplaint(context, { complaintId: filed.value.complaintId, words: 'Vi har talat med leverantören.' }),
    )
  assert.equal(codeOf(await answer()), 'ok')
  assert.equal(codeOf(await answer()), 'complaint-answered')
  assert.equal((await open()).length, 0)
  const { items } = await world.must(served.actor, (context) => complaintsOfCase(context, served.caseId))
  assert.deepEqual([items[0]?.state, items[0]?.answer?.byName], ['answered', 'Olle Prov'])
  const told = await world.rows("select 1 from platform.notice where kind like 'oversight.complaint-%'")
  assert.equal(told.length, 2)
})

test('the provider neither files nor reads one, and sensitive words are pointed out', async () => {
  assert.equal(codeOf(await file(served.adviser)), 'not-allowed')
  assert.equal(codeOf(await world.as(served.adviser, complaints)), 'not-allowed')
  assert.equal(codeOf(await file(served.actor, { words: 'De frågade om min religion' })), 'sensitive-words')
  assert.equal(codeOf(await file(served.actor, { words: 'x'.repeat(4001), sensitiveSeen: true })), 'words-too-long')
  const other = await file(served.actor, { about: 'employment-service', words: 'Ingen svarar i telefon.' })
  assert.ok(other.ok)
  const seen = (await world.must(world.overseer, complaints)).items.find(
    (one) => one.complaintId === other.value.complaintId,
  )
  assert.equal(seen?.providerName, null)
})
