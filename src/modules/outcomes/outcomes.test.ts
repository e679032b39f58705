import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { ClaimId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { placementsOf } from '../market/index.ts'
import { aProvider, type TestParticipant, type TestProvider } from '../market/testing.ts'
import {
  addEvidence,
  answerSignals,
  claimOutcome,
  finishSignals,
  outcomesOf,
  signalOutcome,
  verifyOutcome,
} from './index.ts'
import { actionsOf } from './reads.ts'
import { findEvidence } from './store.ts'
import { aClaim, aParticipant, aPdf, outcomesWorld, type ToldOutcomes } from './testing.ts'

describe('outcomes in a database', () => {
  let world: TestWorld
  let told: ToldOutcomes
  let provider: TestProvider
  let other: TestProvider
  let inService: TestParticipant

  before(async () => {
    ;({ world, told } = await outcomesWorld('2022-04-04'))
    provider = await aProvider(world, { name: 'Stigen AB' })
    other = await aProvider(world, { name: 'Bron AB' })
    inService = await aParticipant(world, provider)
  })
  after(() => world.drop())

  const codeOf = async <T>(actor: Actor, body: (context: Context) => Promise<Result<T>>) => {
    const result = await world.as(actor, body)
    return result.ok ? null : result.problem.code
  }
  const signal = (actor: Actor, firstDay: string) =>
    codeOf(actor, (context) =>
      signalOutcome(context, { caseId: inService.caseId, kind: 'work', firstDay: day(firstDay) }),
    )
  const aJob = { kind: 'work', employer: 'Provbageriet' } as const
  const claim = (actor: Actor, firstDay: string, lastDay: string | null = null) =>
    codeOf(actor, (context) =>
      claimOutcome(context, {
        ...aJob,
        caseId: inService.caseId,
        firstDay: day(firstDay),
        lastDay: lastDay === null ? null : day(lastDay),
      }),
    )
  const verify = (actor: Actor, claimId: ClaimId, outcome: 'verified' | 'refused' = 'verified') =>
    world.as(actor, (context) => verifyOutcome(context, { claimId, outcome, reason: 'Inkomstuppgiften stämmer' }))

  test('the participant is in service from the 10th working day', async () => {
    const [placement] = await world.must(world.caseworker, async (context) =>
      ok(await placementsOf(context, inService.caseId)),
    )
    assert.equal(placement?.firstDay, '2022-04-20')
  })

  test('a signal before the start, in the future, or by the wrong one is refused and leaves nothing', async () => {
    world.today = day('2022-06-01')
    assert.equal(await signal(inService.actor, '2022-04-19'), 'outcome-before-start')
    assert.equal(await signal(provider.coordinator, '2022-06-02'), 'in-the-future')
    assert.equal(await signal(world.approver, '2022-06-01'), 'not-allowed')
    const another = await aParticipant(world, other)
    assert.equal(await signal(another.actor, '2022-06-01'), 'not-found')
    assert.equal(await signal(other.coordinator, '2022-06-01'), 'not-found')
    assert.equal((await world.rows('select 1 from outcomes.signal')).length, 0)
  })

  test('the participant, the provider and the caseworker can each signal', async () => {
    assert.equal(await signal(inService.actor, '2022-05-16'), null)
    assert.equal(await signal(provider.coordinator, '2022-05-16'), null)
    assert.equal(await signal(world.caseworker, '2022-05-16'), null)
    const { signals } = await world.must(provider.coordinator, async (context) =>
      ok(await outcomesOf(context, inService.caseId)),
    )
    assert.deepEqual(signals.map((each) => each.toldBy).sort(), ['caseworker', 'participant', 'provider'])
  })

  const answer = (actor: Actor, outcome: 'goes-on' | 'not-so', reason?: string) =>
    codeOf(actor, (context) =>
      answerSignals(context, { caseId: inService.caseId, outcome, ...(reason ? { reason } : {}) }),
    )
  const waiting = async () => {
    const rows = await world.rows<{ person: string; why: { code: string }; due: string; by: string | null }>(
      `select person_id as person, why, due_on::text as due, closed_by as by from platform.task
        where kind = 'look-at-signal' and case_id = $1 order by opened_at`,
      [inService.caseId],
    )
    return rows.map(({ why, due, by }) => [why.code, due, by === null ? 'open' : 'done'])
  }

  test('a signal waits once with the caseworker, who says that the service goes on or that it does not hold', async () => {
    assert.deepEqual(await waiting(), [['signalled-work', '2022-06-09', 'open']])
    assert.equal(await answer(provider.coordinator, 'goes-on'), 'not-allowed')
    const offered = await world.must(world.caseworker, async (context) =>
      ok(await actionsOf(context, inService.caseId)),
    )
    assert.ok(offered.some((one) => one.name === 'answerSignals' && one.allowed))
    assert.equal(await answer(world.caseworker, 'not-so'), 'signal-reason-missing')
    assert.equal(await answer(world.caseworker, 'not-so', 'Arbetsgivaren säger nej.'), null)
    assert.equal(await answer(world.caseworker, 'goes-on'), 'no-signal-waiting')
    assert.deepEqual(await waiting(), [['signalled-work', '2022-06-09', 'done']])
    const after = await world.must(world.caseworker, async (context) => ok(await actionsOf(context, inService.caseId)))
    assert.ok(!after.some((one) => one.name === 'answerSignals'))
    const read = (actor: Actor) => world.must(actor, async (context) => ok(await outcomesOf(context, inService.caseId)))
    const { signals } = await read(world.caseworker)
    const told = { outcome: 'not-so', reason: 'Arbetsgivaren säger nej.', onDay: '2022-06-01' }
    assert.deepEqual(
      signals.map((each) => each.answer),
      [told, told, told],
    )
    const { signals: seen } = await read(provider.coordinator)
    assert.deepEqual(
      seen.map((each) => each.answer),
      [null, null, null],
    )
  })

  test('a new signal waits anew, until the service is ended or the provider claims, and its answer is of no earlier one', async () => {
    assert.equal(await signal(inService.actor, '2022-05-17'), null)
    await world.must(world.caseworker, async (context) => ok(await finishSignals(context, inService)))
    assert.equal(await answer(world.caseworker, 'not-so', 'Fel'), 'no-signal-waiting')
    world.today = day('2022-06-02')
    assert.equal(await signal(inService.actor, '2022-05-18'), null)
    world.today = day('2022-06-03')
    assert.equal(await signal(provider.coordinator, '2022-05-19'), null)
    assert.equal(await answer(world.caseworker, 'not-so', 'Fel person'), null)
    assert.equal(await signal(inService.actor, '2022-05-18'), null)
    assert.deepEqual(
      (await waiting()).map(([, , state]) => state),
      ['done', 'done', 'done', 'open'],
    )
    const answered = await world.rows<{ starts: string }>(
      `select s.starts_on::text as starts from outcomes.signal_answer a join outcomes.signal s on s.id = a.signal_id
        where a.case_id = $1 and a.reason = 'Fel person' order by 1`,
      [inService.caseId],
    )
    assert.deepEqual(
      answered.map((each) => each.starts),
      ['2022-05-18', '2022-05-19'],
    )
    world.today = day('2022-06-01')
  })

  test('a claim is the provider’s own, begins in the chain and does not end before it began', async () => {
    assert.equal(await claim(world.caseworker, '2022-05-16'), 'not-allowed')
    assert.equal(await claim(provider.coordinator, '2022-04-19'), 'outcome-before-start')
    assert.equal(await claim(provider.coordinator, '2022-05-16', '2022-05-15'), 'end-before-start')
    assert.equal(await claim(provider.coordinator, '2022-05-16', '2022-06-02'), 'in-the-future')
    const wrongNumber = await codeOf(provider.coordinator, (context) =>
      claimOutcome(context, {
        ...aJob,
        caseId: inService.caseId,
        firstDay: day('2022-05-16'),
        organisationNumber: '556000-0000',
      }),
    )
    assert.equal(wrongNumber, 'check-digit')
    assert.equal((await world.rows('select 1 from outcomes.claim')).length, 0)
  })

  test('a provider that only has somebody else cannot claim for this one', async () => {
    assert.equal(await claim(other.coordinator, '2022-05-16'), 'not-found')
  })

  test('evidence is told by its content, and nothing is verified without it', async () => {
    const { claimId } = await world.must(provider.coordinator, (context) =>
      claimOutcome(context, { ...aJob, caseId: inService.caseId, firstDay: day('2022-05-16') }),
    )
    assert.equal(await signal(inService.actor, '2022-05-20'), 'claim-already-made')
    assert.ok(
      (await waiting()).every(([, , state]) => state === 'done'),
      'the claim is looked at in its place',
    )
    const add = (actor: Actor, file: { name: string; bytes: Buffer } | null) =>
      codeOf(actor, (context) => addEvidence(context, { claimId, file }))
    assert.equal(await add(provider.coordinator, null), 'required')
    assert.equal(await add(provider.coordinator, { name: 'x.pdf', bytes: Buffer.from('<html>') }), 'file-kind')
    const tooLarge = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(10 * 1024 * 1024)])
    assert.equal(await add(provider.coordinator, { name: 'x.pdf', bytes: tooLarge }), 'file-too-large')
    assert.equal(await add(other.coordinator, aPdf()), 'not-found')
    assert.equal(await add(inService.actor, aPdf()), 'not-allowed')
    world.today = day('2022-09-20')
    const bare = await verify(world.caseworker, claimId)
    assert.equal(bare.ok ? null : bare.problem.code, 'evidence-missing')

    const file = { name: '../../etc/intyg".PNG.pdf', bytes: aPdf('intyg').bytes }
    const first = await world.must(provider.coordinator, (context) => addEvidence(context, { claimId, file }))
    const again = await world.must(provider.coordinator, (context) => addEvidence(context, { claimId, file }))
    assert.deepEqual(again, first)
    assert.equal(first.sha256, createHash('sha256').update(file.bytes).digest('hex'))
    const stored = await world.must(world.caseworker, async (context) =>
      ok(await findEvidence(context, first.evidenceId)),
    )
    assert.deepEqual([stored?.name, stored?.mediaType], ['intyg.PNG.pdf', 'application/pdf'])
    assert.deepEqual(stored?.bytes, file.bytes)
    const unseen = await world.must(other.coordinator, async (context) =>
      ok(await findEvidence(context, first.evidenceId)),
    )
    assert.equal(unseen, null)
    world.today = day('2022-09-15')
    const early = await verify(world.caseworker, claimId)
    assert.equal(early.ok ? null : early.problem.code, 'outcome-not-lasted-yet')
  })

  test('verified by a caseworker of the office it counts, ends the spell the day before, and only once', async () => {
    world.today = day('2022-09-20')
    const [row] = await world.rows<{ id: ClaimId }>('select id from outcomes.claim')
    assert.ok(row)
    const elsewhere: Actor = { ...world.secondCaseworker, officeId: null }
    const refusalOf = async (actor: Actor) => {
      const result = await verify(actor, row.id)
      return result.ok ? null : result.problem.code
    }
    assert.equal(await refusalOf(world.approver), 'not-allowed')
    assert.equal(await refusalOf(provider.coordinator), 'not-allowed')
    assert.equal(await refusalOf(elsewhere), 'other-office')
    const open = "select 1 from platform.task where kind = 'verify-outcome' and closed_at is null"
    assert.equal((await world.rows(open)).length, 1)
    assert.deepEqual(await verify(world.caseworker, row.id), ok({ counts: true, firstDay: '2022-05-16' }))
    assert.equal((await world.rows(open)).length, 0)
    assert.equal(told.length, 1)
    assert.ok(told[0]?.chainId)
    const [placement] = await world.must(world.caseworker, async (context) =>
      ok(await placementsOf(context, inService.caseId)),
    )
    assert.deepEqual([placement?.lastDay, placement?.endCause], ['2022-05-15', 'outcome'])
    const twice = await verify(world.secondCaseworker, row.id)
    assert.equal(twice.ok ? null : twice.problem.code, 'claim-decided')
    assert.equal(
      await codeOf(provider.coordinator, (c) => addEvidence(c, { claimId: row.id, file: aPdf() })),
      'claim-decided',
    )
  })

  test('a second outcome of the chain is verified and does not count', async () => {
    world.today = day('2022-12-01')
    const claimId = await aClaim(world, provider, inService, { firstDay: '2022-06-15', kind: 'studies' })
    assert.deepEqual(await verify(world.caseworker, claimId), ok({ counts: false, firstDay: '2022-06-15' }))
    assert.equal(told.at(-1)?.counts, false)
  })

  test('a correction is a new claim; the corrected one can no longer be decided or corrected', async () => {
    const first = await aClaim(world, provider, inService, { firstDay: '2022-07-01' })
    const second = await aClaim(world, provider, inService, {
      firstDay: '2022-07-01',
      lastDay: '2022-08-01',
      replaces: first,
    })
    const gone = await verify(world.caseworker, first)
    assert.equal(gone.ok ? null : gone.problem.code, 'claim-replaced')
    const again = await codeOf(provider.coordinator, (context) =>
      claimOutcome(context, { ...aJob, caseId: inService.caseId, firstDay: day('2022-07-02'), replaces: first }),
    )
    assert.equal(again, 'claim-replaced')
    assert.deepEqual(await verify(world.caseworker, second, 'refused'), ok({ counts: false, firstDay: '2022-07-01' }))
  })

  test('long after its access to the case has ended the provider claims still, until 24 months after the end', async () => {
    world.today = day('2024-05-15')
    const seen = await world.must(provider.coordinator, async (context) =>
      ok(await placementsOf(context, inService.caseId)),
    )
    assert.deepEqual(seen, [])
    const claimId = await aClaim(world, provider, inService, { firstDay: '2022-07-01', lastDay: '2022-07-20' })
    assert.ok(claimId)
    world.today = day('2024-05-16')
    assert.equal(await claim(provider.coordinator, '2022-07-01'), 'reported-too-late')
  })

  test('another provider sees none of the claims', async () => {
    const { claims } = await world.must(other.coordinator, async (context) =>
      ok(await outcomesOf(context, inService.caseId)),
    )
    assert.deepEqual(claims, [])
  })

  test('the page offers each role its own acts', async () => {
    world.today = day('2022-12-02')
    const actions = async (actor: Actor) =>
      (await world.must(actor, async (context) => ok(await actionsOf(context, inService.caseId)))).map(
        (each) => `${each.name} ${each.allowed ? 'yes' : each.because?.code}`,
      )
    assert.deepEqual(await actions(inService.actor), ['signalOutcome claim-already-made'])
    assert.deepEqual(await actions(world.approver), [])
    const ofProvider = await actions(provider.coordinator)
    assert.deepEqual(ofProvider, ['signalOutcome claim-already-made', 'claimOutcome yes'])
    const ofCaseworker = await actions(world.caseworker)
    assert.equal(ofCaseworker.length, 2)
  })

  test('work that begins on the first day of a spell is paid to that provider, who keeps the day', async () => {
    world.today = day('2022-12-05')
    const quick = await aParticipant(world, provider)
    world.today = day('2023-05-02')
    const [placement] = await world.must(world.caseworker, async (context) =>
      ok(await placementsOf(context, quick.caseId)),
    )
    const firstDay = placement?.firstDay ?? ''
    const claimId = await aClaim(world, provider, quick, { firstDay })
    assert.deepEqual(await verify(world.caseworker, claimId), ok({ counts: true, firstDay: day(firstDay) }))
    assert.equal(told.at(-1)?.lastDay, firstDay)
    const [ended] = await world.must(world.caseworker, async (context) => ok(await placementsOf(context, quick.caseId)))
    assert.deepEqual([ended?.lastDay, ended?.endCause], [firstDay, 'outcome'])
  })

  test('the trigger refuses what would be verified without evidence, whoever writes it', async () => {
    const { claimId } = await world.must(provider.coordinator, (context) =>
      claimOutcome(context, { ...aJob, caseId: inService.caseId, firstDay: day('2022-11-01') }),
    )
    await assert.rejects(
      world.rows(
        `insert into outcomes.verification (claim_id, case_id, person_id, provider_id, outcome, reason, on_day, recorded_at, recorded_by)
         select id, case_id, person_id, provider_id, 'verified', 'prov', '2022-12-02', recorded_at, $2 from outcomes.claim where id = $1`,
        [claimId, world.caseworker.userId],
      ),
      /evidence/,
    )
  })
})
