import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { atTime } from '../../kernel/instant.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Work } from '../../platform/context.ts'
import { openLog } from '../../platform/log.ts'
import { type TestWorld, testWorld } from '../../platform/testing.ts'
import { modelInForce } from '../assessment/index.ts'
import { withAreas } from '../assessment/testing.ts'
import type { ReviewItem } from './contract.ts'
import { drawSample } from './domain/index.ts'
import {
  caseworkerVariations,
  checksOf,
  classAbstention,
  drawReview,
  freezeActFile,
  officeVariations,
  readActFile,
  requestCheck,
  reviewsOf,
  runCheck,
  samplePageOf,
  tasks,
  toolOf,
  writeStatement,
} from './index.ts'
import { anAnswer, anOffice, type TestOffice } from './testing.ts'

const answers = 22
const abstained = 12

describe('the oversight of the tool', () => {
  let world: TestWorld
  let north: TestOffice
  let south: TestOffice
  let analyst: Actor

  before(async () => {
    world = await testWorld()
    await withAreas(world)
    analyst = await world.anActor('analyst')
    north = await anOffice(world, 'Norra kontoret')
    south = await anOffice(world, 'Södra kontoret')
    for (let nth = 0; nth < answers; nth += 1)
      await anAnswer(world, north, {
        code: nth < abstained - 2 ? 'other-measure' : nth < abstained ? 'wrong-data' : null,
      })
    for (let nth = 0; nth < 3; nth += 1) await anAnswer(world, south, { code: null })
    await anAnswer(world, south, { code: 'other' })
  })
  after(() => world.drop())

  const work = (): Work => ({
    pool: world.ownerPool,
    subscriptions: {},
    clock: async () => ({ today: world.today, now: atTime(world.today, '10:00') }),
  })
  const variation = (actor: Actor, query = {}) => world.must(actor, (context) => officeVariations(context, query))

  test('offices are compared by what their cases let expect, and a small one is not judged', async () => {
    const found = await variation(world.overseer)
    assert.deepEqual([found.answers, found.abstained, found.leastAnswers], [26, 13, 20])
    const [first, second] = found.units
    assert.deepEqual(
      [first?.name, first?.answers, first?.abstained, first?.verdict],
      ['Norra kontoret', 22, 12, 'as-expected'],
    )
    assert.deepEqual([second?.name, second?.verdict, second?.ratio], ['Södra kontoret', 'too-few', null])
    assert.deepEqual(first?.reasons, [
      { code: 'other-measure', count: 10 },
      { code: 'wrong-data', count: 2 },
    ])
    assert.equal(found.months.length, 1)
    assert.ok(found.effects.some((effect) => effect.factor === 'level' && effect.group === 'C'))
    assert.equal((await variation(world.overseer, { from: '2022-10-04', to: '2022-10-05' })).answers, 0)
  })

  test('an analyst sees no reasons by office, and reasons of few only together', async () => {
    const found = await variation(analyst)
    assert.ok(found.units.every((unit) => unit.reasons === null))
    assert.deepEqual(found.reasons, [{ code: 'few', count: 13 }])
  })

  test('an office’s caseworkers are shown to an overseer, and to nobody else', async () => {
    const found = await world.must(world.overseer, (c) => caseworkerVariations(c, north.officeId, {}))
    assert.deepEqual(
      found.units.map((unit) => [unit.name, unit.answers, unit.abstained]),
      [['Vid Norra kontoret', 22, 12]],
    )
    assert.equal(found.officeName, 'Norra kontoret')
    for (const actor of [analyst, world.administrator, world.caseworker]) {
      const refused = await world.as(actor, (c) => caseworkerVariations(c, north.officeId, {}))
      assert.equal(refused.ok === false && refused.problem.code, 'not-allowed')
    }
  })

  test('days in the wrong order are refused', async () => {
    const query = { from: '2022-10-04', to: '2022-10-03' } as Parameters<typeof officeVariations>[1]
    const refused = await world.as(world.overseer, (context) => officeVariations(context, query))
    assert.equal(refused.ok === false && refused.problem.code, 'period-reversed')
  })

  describe('a review of abstentions', () => {
    let sampleId: string
    let items: ReviewItem[]
    const page = async () =>
      (await world.must(world.overseer, (c) => samplePageOf(c, sampleId, { page: 1, limit: 50 }))).items.items

    before(async () => {
      const drawn = await world.must(world.overseer, (context) => drawReview(context, {}))
      assert.deepEqual([drawn.size, drawn.population], [13, 13])
      ;({ sampleId } = drawn)
      items = await page()
    })

    test('is drawn by a kept seed, so that it can be drawn again', async () => {
      const [kept] = await world.rows<{ seed: number; ids: string[] }>(
        `select s.seed, to_json(array_agg(i.abstention_id order by i.position)) as ids
           from oversight.review_sample s join oversight.review_item i on i.sample_id = s.id group by s.seed`,
      )
      assert.deepEqual(drawSample(kept?.ids.toReversed() ?? [], 50, kept?.seed ?? 0).drawn, kept?.ids)
    })

    test('shows each reason with the office that had the case', () => {
      const other = items.find((item) => item.code === 'other')
      assert.deepEqual(
        [other?.text, other?.officeName, other?.abstainedByName, other?.level, other?.verdict],
        ['Flyttar snart', 'Södra kontoret', 'Vid Södra kontoret', 'C', null],
      )
    })

    test('is refused where nobody has abstained', async () => {
      const query = { from: '2021-01-01', to: '2021-01-02' } as Parameters<typeof drawReview>[1]
      const refused = await world.as(world.overseer, (context) => drawReview(context, query))
      assert.equal(refused.ok === false && refused.problem.code, 'nothing-to-review')
    })

    test('tells shares with intervals once enough are classed, and a second thought replaces the first', async () => {
      const say = (itemId: string, verdict: 'valid' | 'not-valid') =>
        world.must(world.overseer, (c) => classAbstention(c, { itemId, verdict, note: 'Stämmer med samtalet.' }))
      const ofNorth = items.filter((item) => item.officeName === 'Norra kontoret')
      for (const [place, item] of ofNorth.entries()) await say(item.itemId, place < 9 ? 'valid' : 'not-valid')
      await say(ofNorth[0]?.itemId ?? '', 'not-valid')
      const { offices, items: samples, dueOn } = await world.must(analyst, (context) => reviewsOf(context))
      assert.equal(samples[0]?.classed, 12)
      assert.equal(dueOn, '2023-04-03')
      const [all, one] = offices
      assert.deepEqual([all?.name, all?.classed, all?.shares?.valid?.count], [null, 12, 8])
      assert.deepEqual([one?.name, one?.shares?.['not-valid']?.count], ['Norra kontoret', 4])
      assert.ok((one?.shares?.valid?.low ?? 1) < 8 / 12 && 8 / 12 < (one?.shares?.valid?.high ?? 0))
    })

    test('is never of one’s own abstention, and not another’s to read', async () => {
      const [item] = items
      await world.rows('update oversight.review_item set abstained_by = $2 where id = $1', [
        item?.itemId,
        world.overseer.userId,
      ])
      const own = await world.as(world.overseer, (c) =>
        classAbstention(c, { itemId: item?.itemId ?? '', verdict: 'valid', note: 'Jag hade rätt.' }),
      )
      assert.equal(own.ok === false && own.problem.code, 'review-own-abstention')
      for (const actor of [analyst, world.administrator, world.caseworker]) {
        const refused = await world.as(actor, (c) => samplePageOf(c, sampleId, { page: 1, limit: 1 }))
        assert.equal(refused.ok === false && refused.problem.code, 'not-allowed')
      }
    })

    test('never holds a person with a protected identity', async () => {
      const person = await anAnswer(world, south, { code: 'other-measure' })
      await world.rows(
        "update registration.person_version set protection = 'secrecy-mark', lat = null, lon = null where person_id = $1",
        [person.personId],
      )
      const again = await world.must(world.overseer, (context) => drawReview(context, {}))
      assert.equal(again.population, 13)
      assert.equal((await variation(world.overseer)).answers, 26)
    })
  })

  describe('a check of the tool', () => {
    test('gives every drawn case the same answer a thousand times over, and keeps the record', async () => {
      const { checkId } = await world.must(world.administrator, (context) => requestCheck(context))
      assert.equal((await world.must(world.overseer, (context) => requestCheck(context))).checkId, checkId)
      await tasks['check-tool'](work(), { checkId }, openLog())
      const { items, dueOn } = await world.must(analyst, (context) => checksOf(context))
      const outcome = items[0]?.outcome
      assert.deepEqual(
        [outcome?.cases, outcome?.variants, outcome?.differing, outcome?.blamed, outcome?.unsorted],
        [20, 20_000, 0, [], []],
      )
      assert.ok((outcome?.matters.find((one) => one.fact === 'registered_from')?.most ?? 0) > 0)
      assert.deepEqual(items[0]?.seals?.broken, [])
      assert.equal(dueOn, '2023-01-03')
      assert.deepEqual(await world.must(world.overseer, async () => runCheck(work(), checkId)), null)
    })

    test('sorts every column of the register, so that a new one is told', async () => {
      const columns = await world.rows<{ name: string }>(
        "select column_name as name from information_schema.columns where table_schema = 'registration' and table_name in ('v_person', 'v_case')",
      )
      const [sample] = await world.rows<{ record: object }>('select record from oversight.cases_to_check(1, 1)')
      assert.deepEqual(
        Object.keys(sample?.record ?? {}).toSorted(),
        [...new Set(columns.map((one) => one.name))].sort(),
      )
    })

    test('asks the tool the very way that an assessment does', async () => {
      const [kept] = await world.rows<{ caseId: string; probability: number; result: string }>(
        'select case_id as "caseId", probability, result from assessment.assessment order by recorded_at, id limit 1',
      )
      const found = await world.rows<{ caseId: string; record: Record<string, unknown> }>(
        'select case_id as "caseId", record from oversight.cases_to_check(1, 1000)',
      )
      const record = found.find((one) => one.caseId === kept?.caseId)?.record ?? assert.fail('the case is there')
      const answer = await world.must(world.overseer, async (context) =>
        ok(toolOf(await modelInForce(context), context.rules, context.today)(record)),
      )
      assert.deepEqual([answer.probability, answer.result], [kept?.probability, kept?.result])
    })
  })

  describe('the file of the AI act', () => {
    test('shows every duty with live numbers, what is wrong, and what only people can write', async () => {
      const file = await world.must(world.administrator, (context) => readActFile(context, 'sv'))
      assert.deepEqual(
        file.duties.map((duty) => duty.article),
        ['9', '10', '11', '12', '13', '14', '15', '26', '27', '86'],
      )
      const duty = (article: string) => file.duties.find((one) => one.article === article) ?? assert.fail(article)
      const shown = (article: string, label: string) => duty(article).shows.find((one) => one.label === label)?.value
      assert.equal(shown('14', 'Avstod med skäl'), '13 av 26 (50,0 %)')
      assert.equal(shown('26', 'Fick veta om profileringen innan'), '27 av 27 (100,0 %)')
      assert.equal(shown('12', 'Sparas minst'), '6 månader')
      assert.equal(duty('10').state, 'gap')
      assert.match(duty('10').gaps.join(), /påhittade uppgifter/)
      assert.equal(duty('13').state, 'to-write')
      assert.equal(duty('86').state, 'shown')
      assert.ok(duty('27').shows.some((one) => one.value === 'män: 26, 100 % kan anvisas'))
    })

    test('keeps what the authority writes, and the earlier words too', async () => {
      const write = (point: string, words: string) =>
        world.as(world.overseer, (c) => writeStatement(c, { point, words }))
      await write('purpose', 'Att fördela stöd.')
      assert.ok((await write('purpose', 'Att fördela stöd efter behov.')).ok)
      const unknown = await write('shoes', 'Fyrtiotvå.')
      assert.equal(unknown.ok === false && unknown.problem.code, 'act-point-unknown')
      const file = await world.must(world.administrator, (context) => readActFile(context, 'en'))
      const [point] = file.duties.find((duty) => duty.article === '13')?.points ?? []
      assert.deepEqual(
        [point?.words, point?.byName, point?.onDay],
        ['Att fördela stöd efter behov.', 'Olle Prov', '2022-10-03'],
      )
      assert.equal((await world.rows('select 1 from oversight.act_statement')).length, 2)
    })

    test('is frozen as one page that fetches nothing, with the hash of its content', async () => {
      const { editionId, sha256 } = await world.must(world.administrator, (context) => freezeActFile(context, 'sv'))
      const [edition] = await world.rows<{ html: string }>('select html from oversight.act_edition where id = $1', [
        editionId,
      ])
      const html = edition?.html ?? ''
      assert.match(html, /Att fördela stöd efter behov\./)
      assert.ok(html.includes(sha256))
      assert.doesNotMatch(html, /<[^>]*(src|href)=|url\(|<script/)
      assert.match(html, /<h2>Bilaga 1\. Modellens kort<\/h2>/)
      assert.match(html, /The tool decides nothing/)
      const { createHash } = await import('node:crypto')
      const content = /<main>.*<\/main>/s.exec(html)?.[0] ?? ''
      assert.equal(createHash('sha256').update(content).digest('hex'), sha256)
      await assert.rejects(world.rows("update oversight.act_edition set html = 'x'"), /kept as recorded/)
    })

    test('is not for others', async () => {
      for (const actor of [analyst, world.caseworker, world.approver]) {
        const refused = await world.as(actor, (context) => readActFile(context, 'sv'))
        assert.equal(refused.ok === false && refused.problem.code, 'not-allowed')
      }
    })
  })
})
