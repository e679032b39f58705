import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { addDays, day } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Work } from '../../platform/context.ts'
import { openLog } from '../../platform/log.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { countModelEffect } from './count-model-effect.ts'
import { decideModel, submitModel, withdrawModel } from './decide-model.ts'
import { editModel } from './edit-model.ts'
import { glassBox } from './glass-box.ts'
import { tasks } from './jobs.ts'
import { listModels, readCard, readCurve, readEffect, readModel } from './model-book.ts'
import { modelInForce, modelNamed, sha256, shippedModel } from './model-in-force.ts'
import { assessmentForDecision } from './reads.ts'
import { registerModel } from './register-model.ts'
import { anAssessedPerson, aRegisteredPerson, withAreas } from './testing.ts'

const shippedFile = join(import.meta.dirname, 'shipped-model.generated.json')
const today = day('2022-10-03')
const base = shippedModel().name

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code)

describe('versions of the model', () => {
  let world: TestWorld
  let second: Actor
  let analyst: Actor

  before(async () => {
    world = await testWorld()
    await withAreas(world)
    second = await world.anActor('administrator', { name: 'Bo Prov' })
    analyst = await world.anActor('analyst', { name: 'Ann Prov' })
    for (const profile of ['A', 'B', 'C', 'near', 'far'] as const) await aRegisteredPerson(world, { profile })
    await aRegisteredPerson(world, { details: { protection: 'secrecy-mark' } })
  })
  after(() => world.drop())

  const work = (): Work => ({
    pool: world.ownerPool,
    subscriptions: {},
    clock: async () => ({ today: world.today, now: `${world.today}T08:00:00.000Z` as never }),
  })
  const answering = (actor: Actor = world.caseworker) =>
    world.must(actor, async (context) => ok((await modelInForce(context)).name))
  /** Nobody with a disability is judged by it. */
  const blind = {
    madeFrom: base,
    changes: [{ term: 'disability', bins: { from: 1, to: 2 }, how: 'set' as const, effect: 0 }],
  }
  const anEdit = async (body: Parameters<typeof editModel>[1] = blind): Promise<string> => {
    const { model } = await world.must(world.administrator, (context) => editModel(context, body))
    return model
  }
  const aDraft = async (body?: Parameters<typeof editModel>[1]): Promise<string> => {
    const model = await anEdit(body)
    await tasks['count-model-effect'](work(), { model }, openLog())
    return model
  }
  const send = (model: string, by = world.administrator, fromDay: string = addDays(world.today, 1)) =>
    world.as(by, (context) => submitModel(context, { model, reason: 'Prövas på lika villkor', fromDay }))
  const decide = (model: string, by: Actor, outcome: 'approved' | 'returned', reason: string | null = null) =>
    world.as(by, (context) => decideModel(context, { model, outcome, reason }))

  test('an edit answers nobody before its effect is counted, it is sent, another approves it, and its day comes', async () => {
    const model = await anEdit()
    assert.equal(model, `${base}-e1`)
    assert.equal(codeOf(await send(model)), 'model-effect-missing')
    const counting = await world.must(analyst, (context) => readEffect(context, model, 'sv'))
    assert.deepEqual([counting.version.state, counting.effect], ['counting', null])
    assert.equal(codeOf(await countModelEffect(work(), model)), 'ok')
    assert.equal(codeOf(await countModelEffect(work(), model)), 'ok')
    const { effect, against } = await world.must(analyst, (context) => readEffect(context, model, 'sv'))
    assert.equal(against, base)
    assert.equal(effect?.people, 5, 'the protected identity is not counted')
    assert.ok((effect?.meanAfter ?? 0) > (effect?.meanBefore ?? 1))
    assert.equal(effect?.groups.find((one) => one.dimension === 'disability' && one.group === 'yes')?.people, null)
    assert.equal(codeOf(await send(model, world.administrator, today)), 'model-day-passed')
    assert.equal(codeOf(await send(model)), 'ok')
    assert.equal(codeOf(await send(model)), 'model-not-draft')
    assert.equal(codeOf(await decide(model, world.administrator, 'approved')), 'four-eyes-preparer')
    assert.equal(codeOf(await decide(model, second, 'approved')), 'ok')
    assert.equal(await answering(), base)

    const before = await anAssessedPerson(world, { profile: 'far' })
    world.today = addDays(today, 1)
    const jobseeker = await world.anActor('jobseeker')
    for (const actor of [jobseeker, world.caseworker, world.overseer, analyst, second, systemActor]) {
      assert.equal(await answering(actor), model)
    }
    const [view] = await world.must(world.caseworker, async (c) => ok(await glassBox(c, before.caseId, 'sv')))
    assert.deepEqual([view?.model, view?.newerModel, view?.valid], [base, model, true])
    const strictly = await world.must(world.caseworker, async (c) => {
      const rules = { ...c.rules, assessment: { ...c.rules.assessment, newModelOutdates: true } }
      return ok(await assessmentForDecision({ ...c, rules }, before.caseId))
    })
    assert.deepEqual(strictly?.notValid, { code: 'assessment-other-model', values: { made: base, inForce: model } })
    const now = await anAssessedPerson(world, { profile: 'far' })
    assert.ok(now.assessment.probability > before.assessment.probability)
    const made = await world.rows<{ model: string }>('select model from assessment.assessment order by recorded_at, id')
    assert.deepEqual(made.map((row) => row.model).toSorted(), [base, model])
    assert.equal(
      codeOf(await world.as(second, (c) => withdrawModel(c, { model, reason: 'Fel' }))),
      'model-answers-already',
    )
  })

  test('an earlier model is taken up again in the same way, and every name still tells its own model', async () => {
    assert.equal(
      codeOf(await world.as(world.administrator, (c) => editModel(c, { madeFrom: `${base}-e1`, changes: [] }))),
      'model-edit-changes-nothing',
    )
    const model = await aDraft({ madeFrom: base, changes: [] })
    assert.match(model, /-r2$/)
    await send(model)
    await decide(model, second, 'approved')
    world.today = addDays(world.today, 1)
    assert.equal(await answering(), model)
    const found = await world.must(world.caseworker, async (c) =>
      ok([await modelNamed(c, model), await modelNamed(c, `${base}-e1`)]),
    )
    assert.deepEqual(found[0]?.model, shippedModel().model)
    assert.match(found[1]?.note.sv ?? '', /för hand/)
    assert.equal(await world.must(analyst, async (c) => ok(await modelNamed(c, 'no-such-model'))), null)
  })

  test('a version counted against another model than the one that answers is neither sent nor approved', async () => {
    const [first, later] = [await aDraft(), await aDraft()]
    const stale = await aDraft()
    for (const model of [first, later]) assert.equal(codeOf(await send(model)), 'ok')
    assert.equal(codeOf(await decide(first, second, 'approved')), 'ok')
    world.today = addDays(world.today, 1)
    assert.equal(codeOf(await send(stale)), 'model-effect-stale')
    assert.equal(codeOf(await decide(later, second, 'approved')), 'model-effect-stale')
    assert.equal(codeOf(await decide(later, second, 'returned')), 'required')
    assert.equal(codeOf(await decide(later, second, 'returned', 'Gör om mot den som gäller')), 'ok')
    assert.equal(codeOf(await decide(later, second, 'approved')), 'model-not-sent')
    assert.equal(
      codeOf(await world.as(second, (c) => withdrawModel(c, { model: later, reason: 'Onödig' }))),
      'model-ended',
    )
  })

  test('a version is given up until its day, and then never answers', async () => {
    const answers = await answering()
    const model = await aDraft({
      ...blind,
      madeFrom: answers,
      changes: [{ term: 'sex', bins: { from: 1, to: 2 }, how: 'set', effect: 0 }],
    })
    await send(model)
    await decide(model, second, 'approved')
    assert.equal(
      codeOf(await world.as(second, (c) => editModel(c, { ...blind, madeFrom: model }))),
      'model-base-not-approved',
    )
    assert.equal(codeOf(await world.as(second, (c) => withdrawModel(c, { model, reason: 'Behövs inte' }))), 'ok')
    world.today = addDays(world.today, 1)
    assert.equal(await answering(), answers)
  })

  test('the database refuses what the use case would', async () => {
    const model = await aDraft({
      madeFrom: await answering(),
      changes: [{ term: 'age', bins: { from: 1, to: 23 }, how: 'flatten' }],
    })
    await send(model)
    const [row] = await world.rows<{ id: string; by: string; day: string }>(
      `select v.id, v.prepared_by as by, s.from_day as day from assessment.model_version v join assessment.model_submission s on s.version_id = v.id where v.name = $1`,
      [model],
    )
    const decision = (by: string | null | undefined, on: string) =>
      world.rows(
        `insert into assessment.model_decision (version_id, prepared_by, sent_by, from_day, outcome, decided_on, decided_by, recorded_at)
         values ($1, $2, $2, $3, 'approved', $4, $5, now())`,
        [row?.id, row?.by, row?.day, on, by],
      )
    await assert.rejects(decision(row?.by, world.today), /four_eyes/)
    await assert.rejects(decision(second.userId, row?.day ?? ''), /approved_before_its_day/)
    await assert.rejects(
      world.rows(`update assessment.model_version set model = '{}' where name = $1`, [model]),
      /never changed/,
    )
    const uncounted = await anEdit({
      madeFrom: await answering(),
      changes: [{ term: 'sex', bins: { from: 1, to: 1 }, how: 'shift', by: 1 }],
    })
    await assert.rejects(
      world.rows(
        `insert into assessment.model_submission (version_id, reason, from_day, sent_on, sent_by, recorded_at)
         select id, 'Nu direkt', '2030-01-02', '2030-01-01', prepared_by, now() from assessment.model_version where name = $1`,
        [uncounted],
      ),
      /foreign key/,
    )
  })

  test('a trained file comes in as it was trained, and a bad one says what is wrong', async () => {
    const text = readFileSync(shippedFile, 'utf8')
    const upload = (given: string) => ({ name: 'model.json', mediaType: 'application/json', bytes: Buffer.from(given) })
    const send = (given: string) => world.as(world.administrator, (c) => registerModel(c, upload(given)))
    const { hash: _, ...content } = JSON.parse(text)
    const closed = (changes: object): string => {
      const changed = { ...content, ...changes }
      return JSON.stringify({ ...changed, hash: sha256(JSON.stringify(changed)) })
    }
    const terms = (change: (term: { name: string }) => object) => ({
      terms: content.terms.map((one: { name: string }) => ({ ...one, ...change(one) })),
    })
    assert.equal(codeOf(await world.as(world.administrator, (c) => registerModel(c, undefined))), 'file-missing')
    assert.equal(codeOf(await send('{"format":')), 'model-file-not-json')
    assert.equal(codeOf(await send('{"format":"other"}')), 'model-file-broken')
    assert.equal(codeOf(await send(text.replace('"version": 1', '"version": 2'))), 'model-file-version')
    assert.equal(codeOf(await send(text.replace('"bags": 20', '"bags": 21'))), 'model-file-changed')
    assert.equal(codeOf(await send(text)), 'model-known')
    assert.equal(codeOf(await send(closed({ card: { data: {} } }))), 'model-file-broken')
    assert.equal(
      codeOf(await send(closed(terms(({ name }) => (name === 'sex' ? { name: 'shoeSize' } : {}))))),
      'model-columns-unknown',
    )
    assert.equal(codeOf(await send(closed({ intercept: 0.1 }))), 'model-file-broken')
    const half = await send(closed({ intercept: -0.5 }))
    assert.ok(half.ok, JSON.stringify(half))
    assert.match(half.value.model, /^trained-[0-9a-f]{8}$/)
    assert.equal(codeOf(await send(closed({ intercept: -0.5 }))), 'model-known')
    assert.equal(codeOf(await world.as(analyst, (c) => registerModel(c, upload(text)))), 'not-allowed')
    const kept = await world.must(analyst, async (c) => ok(await modelNamed(c, half.value.model)))
    assert.deepEqual(kept?.model.terms, shippedModel().model.terms)
  })

  test('the book opens every variable, pair and card in Swedish and English, and marks what was edited', async () => {
    const edited = `${base}-e1`
    for (const language of ['sv', 'en'] as const) {
      const list = await world.must(analyst, async (c) => ok(await listModels(c, language)))
      assert.equal(list.items.filter((one) => one.inForce).length, 1)
      assert.deepEqual(list.items.at(-1)?.kind, 'shipped')
      assert.ok(list.items.every((one) => one.synthetic && one.actions.length === 0))
      const book = await world.must(world.caseworker, (c) => readModel(c, edited, language))
      assert.deepEqual(
        book.terms.filter((one) => one.edited).map((one) => one.name),
        ['disability'],
      )
      assert.ok(book.terms.some((one) => one.sensitive) && book.terms.some((one) => !one.sensitive))
      for (const { place, kind, bins } of book.terms) {
        const curve = await world.must(world.overseer, (c) => readCurve(c, { model: edited, place }, language))
        if (kind === 'pair') assert.equal(curve.pair?.effects.flat().length, bins)
        else assert.equal(new Set(curve.bins.map((one) => one.text)).size, bins, JSON.stringify(curve.bins))
        assert.equal(curve.pair?.trained ?? null, null)
      }
      const card = await world.must(analyst, (c) => readCard(c, edited, language))
      assert.equal(card.measuredOn, base)
      assert.ok(card.words.every(({ label }) => label !== ''))
    }
    const sex = await world.must(analyst, (c) => readCurve(c, { model: edited, place: 4 }, 'sv'))
    assert.deepEqual(
      sex.bins.map((one) => [one.text, one.effect, one.trained === null]),
      [
        ['Uppgift saknas', 0, true],
        ['nej', 0, false],
        ['ja', 0, false],
      ],
    )
    assert.deepEqual(sex.version.changes, [{ term: sex.term.label, text: 'nej, ja: sätts till 0,00' }])
    assert.equal(codeOf(await world.as(analyst, (c) => readCurve(c, { model: edited, place: 99 }, 'sv'))), 'not-found')
    assert.equal(codeOf(await world.as(analyst, (c) => readModel(c, 'no-such-model', 'sv'))), 'not-found')
    const shipped = await world.must(analyst, (c) => readEffect(c, base, 'sv'))
    assert.deepEqual([shipped.version.state, shipped.effect], ['shipped', null])
  })
})
