import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { publicCatalogue } from '../market/index.ts'
import { marketWorld } from '../market/testing.ts'
import { beginApplication, saveDraft, sendApplication } from './apply.ts'
import { decideApplication } from './decide-application.ts'
import { type Judgement, judgeApplication } from './judge-application.ts'
import { decideTerms, draftTerms } from './publish-terms.ts'
import { listApplications, listTerms, readApplication, readTerms } from './reads.ts'
import { findApplication } from './store.ts'
import { anAddress, anApplicant, anApplication, aSavedDraft, publishedTerms, someTerms } from './testing.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)
const all = { page: 1, limit: 20 }

describe('admission in the database', () => {
  let world: TestWorld
  let second: Actor
  let third: Actor
  let termsId: string
  before(async () => {
    ;({ world } = await marketWorld())
    second = await world.anActor('overseer', { name: 'Petra Prov' })
    third = await world.anActor('overseer', { name: 'Tove Prov' })
    termsId = await publishedTerms(world, second)
  })
  after(() => world.drop())

  const send = (applicant: Actor, applicationId: string) =>
    world.as(applicant, (context) => sendApplication(context, { applicationId }))
  const judge = (officer: Actor, applicationId: string, ...judgements: Judgement[]) =>
    world.as(officer, (context) => judgeApplication(context, { applicationId, judgements }))
  const held = (
    requirement: string,
    outcome: Judgement['outcome'] = 'met',
    areaCode: string | null = null,
  ): Judgement => ({
    requirement,
    areaCode,
    outcome,
    reason: outcome === 'met' ? '' : 'Uppdraget var inte rustande.',
  })
  const decide = (officer: Actor, applicationId: string) =>
    world.as(officer, (context) => decideApplication(context, { applicationId, reason: 'Se skälen för varje krav.' }))
  const read = (reader: Actor, applicationId: string) =>
    world.must(reader, (context) => readApplication(context, applicationId, 'sv'))

  test('terms are published by another person than who drafted them, and are never changed after', async () => {
    const drafted = await world.must(world.overseer, (context) => draftTerms(context, someTerms()))
    const say = (actor: Actor, outcome: 'published' | 'returned') =>
      world.as(actor, (context) => decideTerms(context, { termsId: drafted.id, outcome, reason: null }))
    assert.equal(codeOf(await say(world.caseworker, 'published')), 'not-allowed')
    assert.equal(codeOf(await say(world.overseer, 'published')), 'four-eyes-preparer')
    assert.equal(codeOf(await say(second, 'returned')), 'required')
    const applicant = await anApplicant(world, 'Tidiga AB', null)
    const begin = () => world.as(applicant, (context) => beginApplication(context, { termsId: drafted.id }))
    assert.equal(codeOf(await begin()), 'terms-not-published')
    assert.equal(codeOf(await world.as(applicant, (context) => readTerms(context, drafted.id))), 'not-found')
    assert.equal(codeOf(await say(second, 'published')), 'ok')
    assert.equal(codeOf(await say(third, 'published')), 'terms-decided')
    const unknown = someTerms({ areas: [{ code: 'FA99', priceModel: '1' }] })
    assert.equal(codeOf(await world.as(world.overseer, (context) => draftTerms(context, unknown))), 'area-unknown')
    for (const text of ["update admission.terms set content = '{}'", 'delete from admission.terms_decision']) {
      await assert.rejects(world.appPool.query(text), /permission denied/)
    }
    const list = await world.must(applicant, async (context) => ok(await listTerms(context, all)))
    assert.deepEqual(
      list.items.map((one) => [one.version, one.takesApplications]),
      [
        [2, true],
        [1, true],
      ],
    )
    const whole = await world.must(applicant, (context) => readTerms(context, termsId))
    assert.equal(whole.content.requirements.length, 3)
  })

  test('a draft loses nothing, is seen by its own organisation alone, and is frozen when it is sent', async () => {
    const applicant = await anApplicant(world, 'Utkast AB', null)
    const { id: applicationId } = await world.must(applicant, (context) => beginApplication(context, { termsId }))
    assert.equal(
      codeOf(await world.as(applicant, (context) => beginApplication(context, { termsId }))),
      'application-exists',
    )
    const { draftId } = await read(applicant, applicationId)
    const half = anApplication({ credit: { onDay: '2022-1', rating: null, remarks: false, otherProof: '' } })
    const save = (basedOn: string, content = half) =>
      world.as(applicant, (context) => saveDraft(context, { applicationId, basedOn, content }))
    const saved = await save(draftId)
    assert.ok(saved.ok)
    assert.deepEqual(
      saved.value.faults.map((one) => one.field),
      ['credit.onDay', 'credit.rating'],
    )
    assert.equal(codeOf(await save(draftId)), 'changed-meanwhile')
    const again = await read(applicant, applicationId)
    assert.deepEqual(again.content, half)
    assert.equal(again.faults[0]?.cure, 'Skriv år, månad och dag så här: 2022-10-03.')
    assert.equal(codeOf(await send(applicant, applicationId)), 'several-problems')
    const stranger = await anApplicant(world, 'Främmande AB', null)
    for (const reader of [stranger, world.overseer]) {
      assert.equal(
        codeOf(await world.as(reader, (context) => readApplication(context, applicationId, 'sv'))),
        'not-found',
      )
    }
    const early = await judge(world.overseer, applicationId, held('references'))
    assert.equal(codeOf(early), 'not-found')
    assert.equal(codeOf(await save(again.draftId, anApplication())), 'ok')
    const sent = await send(applicant, applicationId)
    assert.deepEqual(sent.ok && sent.value, { sentOn: '2022-10-03', dueOn: '2022-12-02' })
    assert.equal(codeOf(await send(applicant, applicationId)), 'application-sent')
    const { draftId: last } = await read(applicant, applicationId)
    assert.equal(codeOf(await save(last)), 'application-sent')
    await assert.rejects(
      world.rows(
        'insert into admission.draft (id, application_id, organisation_id, content, replaces, recorded_at, recorded_by) select gen_random_uuid(), application_id, organisation_id, content, id, recorded_at, recorded_by from admission.draft where id = $1',
        [last],
      ),
      /has been sent/,
    )
  })

  test('an organisation is admitted by what two officers hold, and has contracts where it is, at once', async () => {
    const applicant = await anApplicant(world)
    const content = anApplication({
      areas: ['FA15', 'FA14'],
      addresses: [anAddress(), anAddress({ areaCode: 'FA14', municipalityCode: '1496', leaseLastDay: '2023-05-31' })],
    })
    const applicationId = await aSavedDraft(world, applicant, { termsId, content })
    assert.ok((await send(applicant, applicationId)).ok)
    assert.equal(codeOf(await judge(world.caseworker, applicationId, held('references'))), 'not-allowed')
    assert.equal(codeOf(await judge(world.overseer, applicationId, held('nothing'))), 'requirement-unknown')
    assert.equal(codeOf(await judge(world.overseer, applicationId, held('organisation'))), 'judged-by-machine')
    const silent = { ...held('references', 'not-met'), reason: '' }
    assert.equal(codeOf(await judge(world.overseer, applicationId, silent)), 'required')
    const first = await judge(
      world.overseer,
      applicationId,
      held('references'),
      held('lease', 'met', 'FA15'),
      held('lease', 'not-met', 'FA14'),
    )
    assert.deepEqual(first.ok && first.value, { left: 3, disagreed: 0 })
    assert.equal(codeOf(await decide(second, applicationId)), 'judgement-unfinished')
    const other = await judge(
      second,
      applicationId,
      held('references', 'not-met'),
      held('lease', 'met', 'FA15'),
      held('lease', 'not-met', 'FA14'),
    )
    assert.deepEqual(other.ok && other.value, { left: 1, disagreed: 1 })
    assert.equal(codeOf(await decide(second, applicationId)), 'judgement-unfinished')
    assert.ok((await judge(third, applicationId, held('references'))).ok)
    world.today = day('2022-10-13')
    const decided = await decide(second, applicationId)
    assert.deepEqual(decided.ok && decided.value.areas.map((one) => [one.areaCode, one.outcome]), [
      ['FA15', 'admitted'],
      ['FA14', 'refused'],
    ])
    assert.equal(codeOf(await decide(second, applicationId)), 'application-decided')
    const seen = await read(applicant, applicationId)
    assert.equal(seen.items, null)
    assert.equal(seen.handlingDays, 10)
    assert.deepEqual(
      seen.decision?.areas.map((one) => [one.areaCode, one.outcome, one.grounds.map((each) => each.reason)]),
      [
        ['FA14', 'refused', ['Uppdraget var inte rustande.']],
        ['FA15', 'admitted', []],
      ],
    )
    assert.equal(seen.decision?.appealSv, someTerms().appealSv)
    const [contract] = await world.rows(
      'select area_code, price_model, from_day, to_day from market.contract where tender_id = $1',
      [termsId],
    )
    assert.deepEqual(contract, { area_code: 'FA15', price_model: '1', from_day: '2022-10-13', to_day: '2024-06-01' })
    const staff = await world.rows('select name, full_time_percent from market.adviser')
    assert.deepEqual(staff, [{ name: 'Hanna Handledare', full_time_percent: 80 }])
    const found = await world.must(applicant, (context) => publicCatalogue(context, { municipality: '1481', ...all }))
    assert.ok(found.items.some((one) => one.providerName === 'Sökande AB'))
    world.today = day('2022-10-03')
  })

  test('the same answer that is judged differently is told to whoever judges', async () => {
    const precedents = async (name: string, outcome?: Judgement['outcome']) => {
      const applicant = await anApplicant(world, name, null)
      const applicationId = await aSavedDraft(world, applicant, { termsId })
      await send(applicant, applicationId)
      for (const officer of outcome === undefined ? [] : [world.overseer, second]) {
        await judge(officer, applicationId, held('references', outcome))
      }
      const items = (await read(world.overseer, applicationId)).items ?? []
      const item = items.find((one) => one.requirement === 'references')
      return { ...item?.precedents, unequal: item?.unequal }
    }
    assert.deepEqual(await precedents('Lika ett AB'), { met: 1, notMet: 0, differs: false, unequal: false })
    assert.deepEqual(await precedents('Lika två AB', 'not-met'), { met: 1, notMet: 0, differs: false, unequal: true })
    assert.deepEqual(await precedents('Lika tre AB'), { met: 1, notMet: 1, differs: true, unequal: false })
    const queue = await world.must(world.overseer, async (context) => ok(await listApplications(context, all)))
    const listed = queue.items.find((one) => one.organisationName === 'Lika två AB')
    assert.deepEqual([listed?.state, listed?.left, listed?.disagreed], ['sent', 1, 0])
  })

  test('a municipality is refused with that reason while the rule says so', async () => {
    const number = '212000-1355'
    const applicant = await anApplicant(world, 'Provköpings kommun', number)
    const content = anApplication({ organisationNumber: number })
    const applicationId = await aSavedDraft(world, applicant, { termsId, content })
    assert.ok((await send(applicant, applicationId)).ok)
    assert.equal((await read(applicant, applicationId)).municipality, false)
    world.today = day('2022-11-01')
    assert.equal((await read(applicant, applicationId)).municipality, true)
    const decided = await decide(second, applicationId)
    assert.deepEqual(decided.ok && decided.value.areas[0]?.grounds, [{ requirement: 'municipality', reason: '' }])
    const { decision } = await read(applicant, applicationId)
    assert.equal(decision?.areas[0]?.grounds[0]?.sv, 'En kommun kan inte vara leverantör')
    world.today = day('2022-10-03')
  })

  test('nobody but the officers reads a judgement, and nobody writes one in another’s name', async () => {
    const applicant = await anApplicant(world, 'Nyfikna AB', null)
    const seen = await world.must(applicant, async (context) => {
      return ok((await sql`select 1 from admission.judgement`.execute(context.db)).rows.length)
    })
    assert.equal(seen, 0)
    const [some] = await world.rows<{ id: string }>('select application_id as id from admission.submission limit 1')
    const found = await world.must(world.overseer, async (context) =>
      ok(await findApplication(context, some?.id ?? '')),
    )
    assert.ok(found)
    const forged = world.as(world.overseer, async (context) => {
      await sql`
        insert into admission.judgement (application_id, requirement, outcome, reason, answer_kind, judged_by, recorded_at)
        values (${found.applicationId}, 'references', 'met', '', '', ${second.userId}, ${context.now})`.execute(
        context.db,
      )
      return ok(null)
    })
    await assert.rejects(forged, /row-level security/)
  })
})
