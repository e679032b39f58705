import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

/** As when the pandemic came: no meeting in person for three months, everywhere. */
const pandemic = {
  rule: 'no-physical-meeting',
  areaCode: null,
  firstDay: '2022-10-01',
  lastDay: '2022-12-31',
  decision: 'Prov 2022/1, smittspridning',
}

describe('a waiver of the rules of meetings, from the draft to the rule', { concurrency: false }, () => {
  let house: TestHouse
  let first: Caller
  let second: Caller
  let caseworker: Caller
  before(async () => {
    house = await testHouse(day('2022-10-03'))
    const { world } = house
    first = await house.signIn(world.administrator)
    second = await house.signIn(await world.anActor('administrator', { name: 'Ivar Prov' }))
    caseworker = await house.signIn(world.caseworker)
  })
  after(() => house.drop())

  test('one administrator enters it, and cannot approve it alone', async () => {
    const { id } = good(await first.post('/waivers', pandemic))
    const alone = await first.post(`/waivers/${id}/decision`, { outcome: 'approved' })
    assert.equal(alone.body.code, 'four-eyes-preparer')
    const [waiting] = good(await first.get('/waivers')).items
    assert.deepEqual([waiting.state, waiting.mine], ['waiting', true])
  })

  test('another approves it, and everyone who meets participants can read it', async () => {
    const [waiting] = good(await second.get('/waivers')).items
    good(await second.post(`/waivers/${waiting.waiverId}/decision`, { outcome: 'approved' }))
    const [known] = good(await caseworker.get('/waivers')).items
    assert.deepEqual([known.rule, known.state, known.decidedBy], ['no-physical-meeting', 'approved', 'Ivar Prov'])
  })

  test('one whose days are in the wrong order says so', async () => {
    const answer = await first.post('/waivers', { ...pandemic, lastDay: '2022-09-01' })
    assert.deepEqual([answer.status, answer.body.code], [422, 'end-before-start'])
  })
})
