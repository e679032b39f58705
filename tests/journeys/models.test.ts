import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import { aRegisteredPerson } from '../../src/modules/assessment/testing.ts'
import { databaseClock } from '../../src/platform/context.ts'
import { openLog } from '../../src/platform/log.ts'
import { tasks } from '../../src/server/modules.ts'
import { subscriptions } from '../../src/server/subscriptions.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { repositoryRoot } from '../source/tree.ts'

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

let house: TestHouse
let administrator: Caller
let second: Caller
let analyst: Caller
let caseworker: Caller
let base: string
let edited: string

/** What the queue does after a version is made. */
async function counted(model: string): Promise<void> {
  const { ownerPool } = house.world
  const work = { pool: ownerPool, subscriptions, clock: databaseClock(ownerPool) }
  await tasks['count-model-effect']?.(work, { model }, openLog())
}

async function assessed(): Promise<{ result: string; probability: number; caseId: string }> {
  const { caseId } = await aRegisteredPerson(house.world, { profile: 'far' })
  return { ...good(await caseworker.post(`/cases/${caseId}/assessments`, { reason: 'Inför planering' })), caseId }
}

describe('the model as an open book', { concurrency: false }, () => {
  before(async () => {
    house = await testHouse(day('2022-10-03'))
    const { world } = house
    administrator = await house.signIn(world.administrator)
    second = await house.signIn(await world.anActor('administrator', { name: 'Ivar Prov' }))
    analyst = await house.signIn(await world.anActor('analyst'))
    caseworker = await house.signIn(world.caseworker)
    for (const profile of ['A', 'A', 'B', 'B', 'C', 'C', 'near', 'far'] as const) {
      await aRegisteredPerson(world, { profile })
    }
  })
  after(() => house.drop())

  test('an analyst reads which model answers, its curves, and how it does for each group', async () => {
    const { inForce, items } = good(await analyst.get('/models'))
    base = inForce
    assert.deepEqual(
      items.map((one: { model: string; synthetic: boolean }) => [one.model, one.synthetic]),
      [[base, true]],
    )
    const { terms } = good(await analyst.get(`/models/${base}`))
    const disability = terms.find((one: { name: string }) => one.name === 'disability')
    assert.equal(disability.sensitive, true)
    const { bins } = good(await analyst.get(`/models/${base}/terms/${disability.place}`))
    assert.deepEqual(
      bins.map((bin: { text: string }) => bin.text),
      ['Uppgift saknas', 'nej', 'ja'],
    )
    const { card } = good(await analyst.get(`/models/${base}/card`))
    assert.ok(card.measured.auc > card.baseline.auc)
    assert.ok(card.groups.length > 20 && card.cutPoints.every((one: { groups: object[] }) => one.groups.length > 20))
    assert.ok(!('accuracy' in card.measured))
  })

  test('an administrator edits a curve; what it does to groups is counted before it can be sent', async () => {
    const change = { term: 'disability', bins: { from: 2, to: 2 }, how: 'set', effect: 1.5 }
    edited = good(await administrator.post('/models', { madeFrom: base, changes: [change] })).model
    const sending = { reason: 'Prövning av likabehandling', fromDay: '2022-10-04' }
    const early = await administrator.post(`/models/${edited}/submission`, sending)
    assert.deepEqual([early.status, early.body.code], [409, 'model-effect-missing'])
    await counted(edited)
    const { effect, against } = good(await analyst.get(`/models/${edited}/effect`))
    assert.deepEqual([against, effect.people, effect.calibration], [base, 8, 'not-measured'])
    assert.ok(effect.meanAfter > effect.meanBefore)
    const groups = effect.groups.filter((one: { dimension: string }) => one.dimension === 'disability')
    assert.ok(
      groups.every((one: { people: number | null }) => one.people === null),
      'one alone is not told of',
    )
    good(await administrator.post(`/models/${edited}/submission`, sending))
  })

  test('an edit that would give a better chance by time alone is refused', async () => {
    const change = { term: 'registeredDays', bins: { from: 20, to: 28 }, how: 'set', effect: 2 }
    const refused = await administrator.post('/models', { madeFrom: base, changes: [change] })
    assert.deepEqual([refused.status, refused.body.code], [422, 'model-policy-broken'])
  })

  test('another administrator approves it, and from its day the same facts get another answer', async () => {
    const own = await administrator.post(`/models/${edited}/decision`, { outcome: 'approved', reason: null })
    assert.deepEqual([own.status, own.body.code], [403, 'four-eyes-preparer'])
    const before = await assessed()
    good(await second.post(`/models/${edited}/decision`, { outcome: 'approved', reason: null }))
    assert.equal(good(await caseworker.get('/models')).inForce, base)
    await house.goTo(day('2022-10-04'))
    assert.equal(good(await caseworker.get('/models')).inForce, edited)
    const now = await assessed()
    assert.equal(before.result, 'far')
    assert.notEqual(now.result, 'far')
    const [made] = good(await caseworker.get(`/cases/${now.caseId}/assessments`)).items
    assert.equal(made.model, edited)
    assert.match(made.modelNote, /för hand/)
    assert.equal(made.parts.find((part: { name: string }) => part.name === 'disability').effect, 1.5)
    const [old] = good(await caseworker.get(`/cases/${before.caseId}/assessments`)).items
    assert.equal(old.model, base)
    assert.doesNotMatch(old.modelNote, /för hand/)
  })

  test('a trained model is taken in from its file, and given up again; a changed file is refused', async () => {
    const file = join(repositoryRoot, 'src/modules/assessment/shipped-model.generated.json')
    const { hash: _, ...content } = JSON.parse(readFileSync(file, 'utf8'))
    const trained = { ...content, intercept: -0.5 }
    const hash = createHash('sha256').update(JSON.stringify(trained)).digest('hex')
    const upload = (given: object) =>
      administrator.upload('/models/files', {
        name: 'modell.json',
        type: 'application/json',
        bytes: Buffer.from(JSON.stringify(given)),
      })
    const changed = await upload({ ...trained, intercept: 0.5, hash })
    assert.deepEqual([changed.status, changed.body.code], [422, 'model-file-changed'])
    const { model } = good(await upload({ ...trained, hash }))
    assert.equal(model, `trained-${hash.slice(0, 8)}`)
    good(await second.post(`/models/${model}/withdrawal`, { reason: 'Bara ett prov' }))
    const { version } = good(await analyst.get(`/models/${model}/effect`))
    assert.equal(version.state, 'withdrawn')
  })
})
