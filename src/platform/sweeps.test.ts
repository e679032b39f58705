import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { problem } from '../kernel/problem.ts'
import { fail, ok } from '../kernel/result.ts'
import type { Context } from './context.ts'
import { openTask } from './tasks.ts'
import { systemActor, type TestWorld, testWorld } from './testing.ts'

describe('a duty in batches', () => {
  let world: TestWorld
  const toldSingly: unknown[] = []
  const toldTogether: unknown[][] = []
  before(async () => {
    world = await testWorld({
      subscriptions: {
        happened: [
          async (_context, payload) => void toldSingly.push(payload),
          { many: async (_context, payloads) => void toldTogether.push([...payloads]) },
          { many: async (_context, payloads) => (payloads.length > 3 ? fail(problem('not-allowed')) : undefined) },
        ],
      },
    })
  })
  after(() => world.drop())

  const open = (context: Context, number: number) =>
    openTask(context, {
      kind: 'test.batch',
      subjectId: `00000000-0000-4000-8000-00000000000${number}`,
      why: { code: 'test' },
      dueOn: context.today,
      for: {},
    })
  const opened = async () => {
    const rows = await world.rows<{ subject: string }>(
      "select right(subject_id::text, 1) as subject from platform.task where kind = 'test.batch' order by 1",
    )
    return rows.map((row) => Number(row.subject))
  }

  test('handles as many at once as it is told, and leaves only the one at fault', async () => {
    const batches: number[][] = []
    await world.sweep({
      name: 'test.in-batches',
      run: (work) =>
        work.eachBatch(
          async () => [1, 2, 3, 4, 5, 6, 7],
          async (context, items) => {
            batches.push([...items])
            for (const item of items) await open(context, item)
            if (items.includes(3)) throw new Error('the third is at fault')
            return items.includes(6) ? fail(problem('not-allowed')) : ok(null)
          },
          4,
        ),
    })
    assert.deepEqual(batches, [[1, 2, 3, 4], [1, 2], [3, 4], [3], [4], [5, 6, 7], [5, 6], [5], [6], [7]])
    assert.deepEqual(await opened(), [1, 2, 4, 5, 7])
  })

  test('tells each subscriber of all that happened, together where it wants them together', async () => {
    await world.must(systemActor, async (context) => {
      await context.publishAll('happened', [{ n: 1 }, { n: 2 }])
      await context.publish({ name: 'happened', payload: { n: 3 } })
      await context.publishAll('happened', [])
      return ok(null)
    })
    assert.deepEqual(toldSingly, [{ n: 1 }, { n: 2 }, { n: 3 }])
    assert.deepEqual(toldTogether, [[{ n: 1 }, { n: 2 }], [{ n: 3 }]])
    const refused = await world.as(systemActor, async (context) => {
      await context.publishAll('happened', [{}, {}, {}, {}])
      return ok(null)
    })
    assert.equal(refused.ok ? 'ok' : refused.problem.code, 'not-allowed')
  })
})
