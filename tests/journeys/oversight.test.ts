import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { anAnswer, anOffice, type TestOffice } from '../../src/modules/oversight/testing.ts'
import { lifeDays } from '../access/life.ts'
import { runToolCheck } from '../access/oversight.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'

function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

describe('the oversight of the assessment tool, from an abstention to the file of the AI act', () => {
  let house: TestHouse
  let office: TestOffice
  let overseer: Caller
  let administrator: Caller
  let analyst: Caller

  before(async () => {
    house = await testHouse(lifeDays.today)
    const { world } = house
    office = await anOffice(world, 'Norra kontoret')
    for (const code of ['other-measure', 'wrong-data', null, null] as const) await anAnswer(world, office, { code })
    overseer = await house.signIn(world.overseer)
    administrator = await house.signIn(world.administrator)
    analyst = await house.signIn(await world.anActor('analyst'))
  })
  after(() => house.drop())

  test('offices are compared, and a small one is too little to judge', async () => {
    const found = good(await analyst.get('/oversight/variation'))
    assert.deepEqual([found.answers, found.abstained], [4, 2])
    assert.deepEqual([found.units[0].name, found.units[0].verdict], ['Norra kontoret', 'too-few'])
    const own = good(await overseer.get(`/oversight/variation/offices/${office.officeId}`))
    assert.deepEqual([own.officeName, own.units[0].name], ['Norra kontoret', 'Vid Norra kontoret'])
    assert.equal((await analyst.get(`/oversight/variation/offices/${office.officeId}`)).status, 403)
    const reversed = await overseer.get('/oversight/variation?from=2022-03-02&to=2022-03-01')
    assert.deepEqual([reversed.status, reversed.body.code], [422, 'period-reversed'])
  })

  test('an overseer draws abstentions by chance and classes their reasons', async () => {
    const { sampleId, size, population } = good(await overseer.post('/oversight/reviews', {}))
    assert.deepEqual([size, population], [2, 2])
    const { items } = good(await overseer.get(`/oversight/reviews/${sampleId}`)).items
    const said = { verdict: 'administrative-error', note: 'Fel kod valdes av misstag.' }
    good(await overseer.post(`/oversight/review-items/${items[0].itemId}/class`, said))
    const reviews = good(await administrator.get('/oversight/reviews'))
    assert.deepEqual([reviews.items[0].classed, reviews.offices[0].shares], [1, null])
    assert.equal((await administrator.post('/oversight/reviews', {})).status, 403)
  })

  test('an administrator has the tool checked and sees that nothing moves the answer that must not', async () => {
    const { checkId } = good(await administrator.post('/oversight/checks', {}))
    await runToolCheck(house, checkId)
    const { items } = good(await analyst.get('/oversight/checks'))
    assert.deepEqual([items[0].outcome.cases, items[0].outcome.differing, items[0].outcome.blamed], [4, 0, []])
    assert.ok(items[0].outcome.matters[0].most > 0)
  })

  test('the file of the AI act shows it all, takes the authority’s words and is frozen with its hash', async () => {
    const words = 'Att avgöra vem som kan anvisas, och till vilken nivå.'
    good(await administrator.post('/oversight/act-file/statements', { point: 'purpose', words }))
    const file = good(await overseer.get('/oversight/act-file'))
    const duty = (article: string) => file.duties.find((one: { article: string }) => one.article === article)
    assert.equal(duty('13').points[0].words, words)
    assert.equal(duty('13').state, 'shown')
    const { editionId, sha256 } = good(await overseer.post('/oversight/act-file/editions', {}))
    assert.equal(good(await administrator.get('/oversight/act-file/editions')).items[0].sha256, sha256)
    const { text } = await administrator.get(`/oversight/act-file/editions/${editionId}`)
    const content = /<main>.*<\/main>/s.exec(text)?.[0] ?? ''
    assert.equal(createHash('sha256').update(content).digest('hex'), sha256)
    assert.match(text, /vem som kan anvisas/)
  })
})
