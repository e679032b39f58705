import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inLanes } from './lanes.ts'

describe('work in lanes', () => {
  test('is done in order, no more at a time than there are lanes', async () => {
    const begun: number[] = []
    let now = 0
    let most = 0
    await inLanes([1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item)
      now += 1
      most = Math.max(most, now)
      await Promise.resolve()
      now -= 1
    })
    assert.deepEqual([begun, most], [[1, 2, 3, 4, 5], 2])
    await inLanes([], 3, () => assert.fail('nothing to do'))
  })

  test('after a failure nothing new is begun, and it is told when what was begun is done', async () => {
    const begun: number[] = []
    const slow = Promise.withResolvers<void>()
    let told = false
    const work = inLanes([1, 2, 3, 4], 2, async (item) => {
      begun.push(item)
      if (item === 1) throw new Error('the first one fails')
      await slow.promise
    })
    const over = assert.rejects(work, /the first one fails/).then(() => {
      told = true
    })
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    assert.deepEqual([begun, told], [[1, 2], false], 'the second one is still under way')
    slow.resolve()
    await over
    assert.deepEqual([begun, told], [[1, 2], true])
  })

  test('of several failures the first lane’s is told', async () => {
    const work = inLanes(['a', 'b'], 2, async (item) => {
      throw new Error(item)
    })
    await assert.rejects(work, /^Error: a$/)
  })
})
