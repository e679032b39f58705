import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../kernel/day.ts'
import { caseId, decisionId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { Subscriptions } from '../../platform/events.ts'
import { type TestWorld, testWorld } from '../../platform/testing.ts'
import { anAssessedPerson, newDetails, withAreas } from '../assessment/testing.ts'
import { registerPerson, setAreaTerms } from '../registration/index.ts'
import {
  abstainFromReferral,
  allChainsOf,
  chainOf,
  decideReferral,
  decisionDesk,
  fixDecisionDates,
  holdPlanningTalk,
} from './index.ts'
import { previewLetter } from './preview-letter.ts'
import { actionsOf } from './reads.ts'
import { aPersonReadyForDecision, aReferredPerson } from './testing.ts'

let world: TestWorld
const told: { name: string; payload: Record<string, unknown> }[] = []
const hears = (name: string) => [
  async (_context: Context, payload: object) => void told.push({ name, payload: { ...payload } }),
]
const subscriptions: Subscriptions = Object.fromEntries(
  ['referral-granted', 'referral-abstained', 'decision-dated'].map((name) => [name, hears(name)]),
)

before(async () => {
  world = await testWorld({ subscriptions })
  await withAreas(world)
})
beforeEach(() => {
  world.today = day('2022-10-03')
  told.length = 0
})
after(() => world.drop())

const reason = 'Behöver stöd för att hitta arbete'
const read = <T>(actor: TestWorld['caseworker'], body: (context: Context) => Promise<T>) =>
  world.must(actor, async (context) => ({ ok: true as const, value: await body(context) }))
const countOf = async (table: string, id: string) =>
  (await world.rows<{ n: number }>(`select count(*)::integer as n from decision.${table} where case_id = $1`, [id]))[0]
    ?.n

describe('a referral', () => {
  test("is granted with the tool's level, not dated, with a frozen Swedish letter and the event", async () => {
    const person = await aPersonReadyForDecision(world)
    const made = await world.must(world.caseworker, (context) =>
      decideReferral(context, { caseId: person.caseId, reason }),
    )
    assert.deepEqual([made.level, made.firstDay, made.lastDay], ['C', null, null])
    const [letter] = await world.rows<{ html: string; sha256: Buffer; language: string; title: string }>(
      'select html, sha256, language, title from platform.letter where case_id = $1',
      [person.caseId],
    )
    assert.equal(letter?.title, 'Du får stöd i Rusta och matcha')
    assert.deepEqual(
      letter?.sha256,
      createHash('sha256')
        .update(letter?.html ?? '')
        .digest(),
    )
    assert.match(letter?.html ?? '', /rätt att själv välja leverantör. Gör ditt val senast 2022-10-10/)
    assert.match(letter?.html ?? '', /Din nivå är C/)
    assert.match(letter?.html ?? '', /Behöver stöd för att hitta arbete/)
    assert.match(letter?.html ?? '', /omprövning/)
    assert.match(letter?.html ?? '', /Kim Prov/)
    const { decisionId: id, chainId, letterId } = made
    const granted = { decisionId: id, chainId, level: 'C', grantedOn: '2022-10-03', letterId }
    assert.deepEqual(told, [
      {
        name: 'referral-granted',
        payload: { ...granted, caseId: person.caseId, personId: person.personId, areaCode: told[0]?.payload.areaCode },
      },
    ])
    assert.equal(typeof told[0]?.payload.areaCode, 'string')
  })

  test('comes also in the language of the person, each letter frozen', async () => {
    for (const [language, expected] of [
      ['en', 'en'],
      ['ar', 'ar'],
      ['so', 'sv-x-latt'],
    ] as const) {
      const { caseId: id } = await aReferredPerson(world, { language })
      const letters = await world.rows<{ language: string; html: string }>(
        'select language, html from platform.letter where case_id = $1 order by frozen_at, id',
        [id],
      )
      assert.deepEqual(
        letters.map((letter) => letter.language),
        ['sv', expected],
      )
      for (const letter of letters) assert.doesNotMatch(letter.html, /\{\w+\}|undefined/)
    }
  })

  test('at level B carries the price model of the area', async () => {
    const { caseId: id, decision } = await aReferredPerson(world, { profile: 'B' })
    assert.equal(decision.level, 'B')
    const chain = await read(world.caseworker, (context) => chainOf(context, id))
    assert.equal(chain?.decisions[0]?.priceModel, '2')
  })

  test('is refused when the tool says no, and nothing is half-saved', async () => {
    for (const [profile, code] of [
      ['near', 'tool-says-near'],
      ['far', 'tool-says-far'],
    ] as const) {
      const { caseId: id } = await aPersonReadyForDecision(world, { profile })
      const refused = await world.as(world.caseworker, (context) => decideReferral(context, { caseId: id, reason }))
      assert.deepEqual(refused.ok ? null : refused.problem, { code: 'tool-says-no', problems: [{ code }] })
      assert.equal(await countOf('decision', id), 0)
      assert.deepEqual(await world.rows('select 1 from platform.letter where case_id = $1', [id]), [])
    }
    assert.deepEqual(told, [])
  })

  test('is refused by the database too when the tool says no, at another level, or on an unmet criterion', async () => {
    const far = await anAssessedPerson(world, { profile: 'far' })
    const insert = (of: typeof far, level: string) => (context: Context) =>
      sql`insert into decision.decision (id, case_id, person_id, chain_id, position, kind, assessment_id, level, window_no, rules_key,
            granted_on, days, area_code, recorded_at)
          values (uuidv7(), ${of.caseId}, ${of.personId}, uuidv7(), 1, 'referral', ${of.assessment.assessmentId}, ${level}, 5, 'x',
            '2022-10-03', 180, '14', ${context.now})`.execute(context.db)
    await assert.rejects(read(world.caseworker, insert(far, 'C')), { constraint: 'tool_says_no' })
    const yes = await anAssessedPerson(world, { profile: 'C' })
    await assert.rejects(read(world.caseworker, insert(yes, 'A')), { constraint: 'tool_says_no' })
    const ground = (context: Context) =>
      sql`insert into decision.decision_ground (decision_id, case_id, person_id, reason, criteria, recorded_at)
          values (uuidv7(), ${yes.caseId}, ${yes.personId}, 'x', '[{"met": false}]', ${context.now})`.execute(
        context.db,
      )
    await assert.rejects(read(world.caseworker, ground), { constraint: 'criteria_met' })
    await assert.rejects(read(world.caseworker, insert(yes, 'C')), { constraint: 'referral_has_ground' })
    assert.equal(await countOf('decision', yes.caseId), 0)
  })

  test('is refused by the database on an older yes when the newest assessment says no', async () => {
    const { caseId: id, personId, assessment } = await anAssessedPerson(world, { profile: 'C' })
    await world.rows(
      `insert into assessment.assessment
       select (jsonb_populate_record(a, jsonb_build_object('id', uuidv7(), 'result', 'far', 'level', null, 'referable', false,
         'recorded_at', a.recorded_at + interval '1 hour'))).* from assessment.assessment a where a.id = $1 returning id`,
      [assessment.assessmentId],
    )
    const insert = (context: Context) =>
      sql`insert into decision.decision (id, case_id, person_id, chain_id, position, kind, assessment_id, level, window_no, rules_key,
            granted_on, days, area_code, recorded_at)
          values (uuidv7(), ${id}, ${personId}, uuidv7(), 1, 'referral', ${assessment.assessmentId}, 'C', 5, 'x',
            '2022-10-03', 180, '14', ${context.now})`.execute(context.db)
    await assert.rejects(read(world.caseworker, insert), { constraint: 'tool_says_no' })
  })
})

describe('two tabs', () => {
  test('cannot decide the same case: the one that comes second is told that it has changed', async () => {
    const { caseId: id } = await aPersonReadyForDecision(world)
    const desk = await world.must(world.caseworker, (context) => decisionDesk(context, id))
    const basedOn = desk.version
    await world.must(world.caseworker, (context) => decideReferral(context, { caseId: id, reason, basedOn }))
    const second = await world.as(world.secondCaseworker, (context) =>
      abstainFromReferral(context, { caseId: id, code: 'about-to-start', basedOn }),
    )
    assert.equal(second.ok ? null : second.problem.code, 'changed-meanwhile')
    assert.equal(await countOf('abstention', id), 0)
  })

  test('at the same moment: one wins, and without a version the law itself refuses the other', async () => {
    const { caseId: id } = await aPersonReadyForDecision(world)
    const refer = () => world.as(world.caseworker, (context) => decideReferral(context, { caseId: id, reason }))
    const results = await Promise.all([refer(), refer()])
    assert.deepEqual(results.map((result) => (result.ok ? 'granted' : result.problem.code)).sort(), [
      'already-in-service',
      'granted',
    ])
    assert.equal(await countOf('decision', id), 1)
  })
})

describe('who may', () => {
  test('decide: caseworkers only; the person, an approver and a provider with access are refused', async () => {
    const jobseeker = await world.anActor('jobseeker')
    const { caseId: id, personId } = await world.must(world.caseworker, (context) =>
      registerPerson(context, {
        details: newDetails(world, 'C'),
        channel: 'office',
        userId: jobseeker.userId ?? undefined,
      }),
    )
    const provider = await world.anOrganisation('provider', 'Exempel AB')
    const coordinator = await world.anActor('coordinator', { organisationId: provider })
    await world.rows("select platform.grant_access($1, $2, 'placement', '2022-10-03', null)", [personId, provider])
    const talk = { caseId: id, heldOn: day('2022-10-03'), mode: 'video', available: 'yes', notes: 'Samtal' } as const
    for (const actor of [{ ...jobseeker, personId }, world.approver, coordinator]) {
      for (const act of [
        (context: Context) => decideReferral(context, { caseId: id, reason }),
        (context: Context) => holdPlanningTalk(context, talk),
        (context: Context) => abstainFromReferral(context, { caseId: id, code: 'about-to-start' }),
      ]) {
        const refused = await world.as<unknown>(actor, act)
        assert.equal(refused.ok ? null : refused.problem.code, 'not-allowed')
      }
    }
  })

  test('see: a provider sees level and days of a person placed there, never the ground or an abstention', async () => {
    const { caseId: id, personId } = await aReferredPerson(world, { firstDay: '2022-10-17', profile: 'A' })
    const provider = await world.anOrganisation('provider', 'Insyn AB')
    const coordinator = await world.anActor('coordinator', { organisationId: provider })
    assert.equal(await read(coordinator, (context) => chainOf(context, id)), null)
    await world.rows("select platform.grant_access($1, $2, 'placement', '2022-10-03', null)", [personId, provider])
    const chain = await read(coordinator, (context) => chainOf(context, id))
    assert.deepEqual(
      [chain?.firstDay, chain?.lastGrantedDay, chain?.decisions[0]?.level],
      ['2022-10-17', '2023-04-14', 'A'],
    )
    const hidden = await read(coordinator, (context) =>
      sql<{
        kind: string
        facts: Record<string, unknown>
      }>`select kind, facts from decision.v_step where case_id = ${id} order by kind`.execute(context.db),
    )
    assert.deepEqual(
      hidden.rows.map((row) => [row.kind, row.facts.reason ?? null]),
      [
        ['decision.decision-dated', null],
        ['decision.referral-granted', null],
      ],
    )
    assert.deepEqual(await read(coordinator, (context) => actionsOf(context, id)), [])
  })

  test('an unknown case is not found', async () => {
    const id = caseId('00000000-0000-7000-8000-00000000abcd')
    const refused = await world.as(world.caseworker, (context) => decideReferral(context, { caseId: id, reason }))
    assert.equal(refused.ok ? null : refused.problem.code, 'not-found')
    const unknown = decisionId('00000000-0000-7000-8000-00000000abcd')
    const dated = await world.as(world.caseworker, (context) =>
      fixDecisionDates(context, { decisionId: unknown, firstDay: day('2022-10-17') }),
    )
    assert.equal(dated.ok ? null : dated.problem.code, 'not-found')
  })
})

describe('an abstention', () => {
  test('for deeper support is told and opens a task of 30 days for the caseworker, closed by a later referral', async () => {
    const { caseId: id, personId } = await aPersonReadyForDecision(world)
    const made = await world.must(world.caseworker, (context) =>
      abstainFromReferral(context, { caseId: id, code: 'deeper-support' }),
    )
    assert.equal(made.investigateBy, '2022-11-02')
    assert.deepEqual(told, [{ name: 'referral-abstained', payload: { caseId: id, personId, code: 'deeper-support' } }])
    const tasks = () =>
      world.rows<{ due_on: string; closed: boolean }>(
        "select due_on, closed_at is not null as closed from platform.task where kind = 'investigate-deeper-support' and case_id = $1",
        [id],
      )
    assert.deepEqual(await tasks(), [{ due_on: '2022-11-02', closed: false }])
    await world.must(world.caseworker, (context) => decideReferral(context, { caseId: id, reason }))
    assert.deepEqual(await tasks(), [{ due_on: '2022-11-02', closed: true }])
  })

  test('for another reason needs words', async () => {
    const { caseId: id } = await aPersonReadyForDecision(world)
    const refused = await world.as(world.caseworker, (context) =>
      abstainFromReferral(context, { caseId: id, code: 'other' }),
    )
    assert.equal(refused.ok ? null : refused.problem.code, 'reason-needs-text')
    assert.equal(await countOf('abstention', id), 0)
  })
})

describe('before the decision', () => {
  test('a planning talk cannot be held tomorrow', async () => {
    const { caseId: id } = await anAssessedPerson(world, { profile: 'C' })
    const refused = await world.as(world.caseworker, (context) =>
      holdPlanningTalk(context, {
        caseId: id,
        heldOn: day('2022-10-04'),
        mode: 'meeting',
        available: 'yes',
        notes: 'Samtal',
      }),
    )
    assert.equal(refused.ok ? null : refused.problem.code, 'talk-in-future')
    const early = await world.as(world.caseworker, (context) => decideReferral(context, { caseId: id, reason }))
    assert.equal(early.ok ? null : early.problem.code, 'planning-talk-missing')
  })

  test('the desk says what may be done and why not, and the letter previews itself without saving', async () => {
    const { caseId: id } = await aPersonReadyForDecision(world)
    const desk = await world.must(world.caseworker, (context) => decisionDesk(context, id))
    assert.deepEqual(
      desk.actions.map((action) => [action.name, action.allowed ? null : action.because?.code]),
      [
        ['holdPlanningTalk', null],
        ['decideReferral', null],
        ['abstainFromReferral', null],
        ['decideExtension', 'not-in-service'],
        ['refuseExtension', 'not-in-service'],
        ['decideParallelMeasure', 'not-in-service'],
        ['interruptService', 'not-in-service'],
        ['resumeService', 'nothing-to-return-to'],
      ],
    )
    const preview = await world.must(world.caseworker, (context) =>
      previewLetter(context, { caseId: id, kind: 'referral', reason: 'Ett <b>utkast</b>', language: 'sv' }),
    )
    assert.match(preview.html, /Skäl för beslutet: Ett &lt;b&gt;utkast/)
    assert.deepEqual(await world.rows('select 1 from platform.letter where case_id = $1', [id]), [])
  })

  test('an area that has gone back to the older service takes no referral', async () => {
    const { caseId: id } = await aPersonReadyForDecision(world, { details: { municipalityCode: '0180' } })
    const desk = await read(world.caseworker, (context) =>
      sql<{ code: string }>`select delivery_area as code from registration.v_case where case_id = ${id}`.execute(
        context.db,
      ),
    )
    const code = desk.rows[0]?.code ?? ''
    await world.must(world.administrator, (context) =>
      setAreaTerms(context, { code, from: day('2022-10-01'), service: 'stom', priceModelB: null }),
    )
    const refused = await world.as(world.caseworker, (context) => decideReferral(context, { caseId: id, reason }))
    assert.equal(refused.ok ? null : refused.problem.code, 'area-not-rolled-out')
  })
})

describe('the days of a decision', () => {
  test('are fixed by the placement in the session of whoever chose, told, and written in a letter', async () => {
    const { caseId: id, personId, decision } = await aReferredPerson(world)
    const jobseeker = await world.anActor('jobseeker')
    await world.rows("select platform.grant_access($1, $2, 'self', '2022-10-03', null)", [personId, jobseeker.userId])
    told.length = 0
    const fix = (firstDay: string) =>
      world.must({ ...jobseeker, personId }, (context) =>
        fixDecisionDates(context, { decisionId: decisionId(decision.decisionId), firstDay: day(firstDay) }),
      )
    await fix('2022-10-17')
    await fix('2022-10-17')
    assert.deepEqual(
      told.map(({ name, payload }) => [name, payload.firstDay, payload.lastDay]),
      [['decision-dated', '2022-10-17', '2023-04-14']],
    )
    await fix('2022-10-20')
    const [chain] = await read(world.caseworker, (context) => allChainsOf(context, id))
    assert.deepEqual([chain?.firstDay, chain?.lastGrantedDay], ['2022-10-20', '2023-04-17'])
    assert.equal(await countOf('decision_dates', id), 2)
    const letters = await world.rows<{ html: string }>(
      "select html from platform.letter where case_id = $1 and kind = 'decision-dates' order by id",
      [id],
    )
    assert.equal(letters.length, 2)
    assert.match(letters[1]?.html ?? '', /Du börjar i Rusta och matcha 2022-10-20. Sista dagen är 2023-04-17/)
    assert.match(letters[1]?.html ?? '', /Beslut av: Arbetsförmedlingen/)
  })
})
