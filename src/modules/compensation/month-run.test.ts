import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day, month } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import type { Work } from '../../platform/context.ts'
import { openLog } from '../../platform/log.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { endPlacementsOn } from '../market/index.ts'
import { aProvider, type TestParticipant, type TestProvider } from '../market/testing.ts'
import { addEvidence, claimOutcome, verifyOutcome } from '../outcomes/index.ts'
import { aClaim, aParticipant, aPdf, outcomesWorld } from '../outcomes/testing.ts'
import {
  type CloseMonth,
  closeContract,
  closeMonth,
  closeMonths,
  requestMonthRun,
  resumeMonthRuns,
  returnStatement,
  tasks,
} from './index.ts'
import { monthRuns } from './month-run-reads.ts'
import { anApprovedReport, workOf } from './testing.ts'

interface Line {
  readonly key: string
  readonly ore: number
}

interface Lives {
  readonly world: TestWorld
  readonly provider: TestProvider
  readonly people: readonly [TestParticipant, TestParticipant]
}

/** Two people in service with one provider from 20 April 2022: Ann at level A, Ben at B with the second price. */
async function twoLives(): Promise<Lives> {
  const { world } = await outcomesWorld('2022-04-04')
  const provider = await aProvider(world)
  const people = [await aParticipant(world, provider), await aParticipant(world, provider)] as const
  return { world, provider, people }
}

async function close(world: TestWorld, closing: string, today: string): Promise<void> {
  world.today = day(today)
  const closed = await closeMonth(workOf(world), { month: month(closing) })
  assert.ok(closed.ok, closed.ok ? '' : closed.problem.code)
}

/** The lines of a month's statement about one person. */
function linesIn(world: TestWorld, statementMonth: string, { caseId }: TestParticipant): Promise<Line[]> {
  return world.rows<Line>(
    `select l.entitlement_key as key, l.amount_ore as ore from compensation.entitlement_line l join compensation.statement s on s.id = l.statement_id
      where s.month = $1 and l.case_id = $2 order by 1`,
    [statementMonth, caseId],
  )
}

/** What stands for a person in all, whatever statement it came with. */
function standing(world: TestWorld, { caseId }: TestParticipant): Promise<Line[]> {
  return world.rows<Line>(
    `select entitlement_key as key, sum(amount_ore) as ore from compensation.entitlement_line
      where case_id = $1 group by 1 having sum(amount_ore) <> 0 order by 1`,
    [caseId],
  )
}

describe('three months of lives, closed one by one', () => {
  let lives: Lives
  before(async () => {
    lives = await twoLives()
  })
  after(() => lives.world.drop())

  const report = (person: TestParticipant, of: string, signedOn?: string) =>
    anApprovedReport(lives.world, person, lives.provider, {
      month: of,
      ...(signedOn === undefined ? {} : { signedOn: day(signedOn) }),
    })

  test('a report that comes late is a line of the next month, about its own', async () => {
    const { world, people } = lives
    const [ann, ben] = people
    await report(ann, '2022-04')
    await close(world, '2022-04', '2022-05-11')
    assert.deepEqual(await linesIn(world, '2022-04', ann), [{ key: 'base_fee 2022-04', ore: 44_367 }])
    assert.deepEqual(await linesIn(world, '2022-04', ben), [])
    await report(ben, '2022-04', '2022-05-20')
    await report(ben, '2022-05')
    await report(ann, '2022-05')
    await close(world, '2022-05', '2022-06-13')
    assert.deepEqual(await linesIn(world, '2022-05', ben), [
      { key: 'base_fee 2022-04', ore: 60_500 },
      { key: 'base_fee 2022-05', ore: 165_000 },
    ])
  })

  test('a spell that turns out to have ended takes back the days after it', async () => {
    const { world, people } = lives
    const [, ben] = people
    world.today = day('2022-07-01')
    const { caseId } = ben
    await world.must(systemActor, (context) =>
      endPlacementsOn(context, { caseId, lastDay: day('2022-05-16'), cause: 'interruption' }),
    )
    await close(world, '2022-06', '2022-07-11')
    // 16 of 31 days of 1 650 kronor are right: 85 161 of 165 000.
    assert.deepEqual(await linesIn(world, '2022-06', ben), [{ key: 'base_fee 2022-05', ore: -79_839 }])
  })

  test('an outcome pays and takes back, and when it falls it is taken back itself', async () => {
    const { world, people, provider } = lives
    const [ann] = people
    world.today = day('2022-09-20')
    const claimId = await aClaim(world, provider, ann, { firstDay: '2022-05-16' })
    const verify = (claim: typeof claimId) =>
      world.must(world.secondCaseworker, (context) =>
        verifyOutcome(context, { claimId: claim, outcome: 'verified', reason: 'Inkomstuppgiften stämmer' }),
      )
    await verify(claimId)
    await close(world, '2022-09', '2022-10-11')
    assert.deepEqual(await linesIn(world, '2022-09', ann), [
      { key: 'base_fee 2022-05', ore: -62_452 },
      { key: 'outcome_payment 2022-04-20', ore: 2_030_000 },
      { key: 'speed_premium 2022-04-20', ore: 1_347_133 },
    ])
    world.today = day('2022-10-20')
    const { claimId: corrected } = await world.must(provider.coordinator, (context) =>
      claimOutcome(context, {
        caseId: ann.caseId,
        kind: 'work',
        employer: 'Provbageriet',
        firstDay: day('2022-05-16'),
        lastDay: day('2022-06-30'),
        replaces: claimId,
      }),
    )
    await world.must(provider.coordinator, (context) =>
      addEvidence(context, { claimId: corrected, file: aPdf('rättad') }),
    )
    await verify(corrected)
    await close(world, '2022-10', '2022-11-11')
    const lines = await linesIn(world, '2022-10', ann)
    assert.deepEqual(lines, [
      { key: 'outcome_payment 2022-04-20', ore: -2_030_000 },
      { key: 'speed_premium 2022-04-20', ore: -1_347_133 },
    ])
    await close(world, '2022-11', '2022-12-12')
    assert.deepEqual(await linesIn(world, '2022-11', ann), [], 'the same facts again give no lines')
  })
})

describe('facts that come in another order', () => {
  const months = ['2022-04', '2022-05', '2022-06'] as const
  const closings = ['2022-05-11', '2022-06-13', '2022-07-11'] as const

  /** Lives where each of six reports comes before the closing that `before` says; the outcome comes in October. */
  async function livedThrough(before: (person: number, of: number) => number): Promise<Line[][]> {
    const { world, provider, people } = await twoLives()
    const arrive = async (closing: number) => {
      for (const [person, participant] of people.entries())
        for (const [of, text] of months.entries())
          if (before(person, of) === closing)
            await anApprovedReport(world, participant, provider, { month: text, signedOn: day('2022-07-05') })
    }
    for (const [index, closing] of closings.entries()) {
      await arrive(index)
      await close(world, months[index] ?? '', closing)
    }
    world.today = day('2022-10-20')
    const claimId = await aClaim(world, provider, people[0], { firstDay: '2022-06-08' })
    await world.must(world.secondCaseworker, (context) =>
      verifyOutcome(context, { claimId, outcome: 'verified', reason: 'Inkomstuppgiften stämmer' }),
    )
    await arrive(closings.length)
    await close(world, '2022-10', '2022-11-11')
    const state = [await standing(world, people[0]), await standing(world, people[1])]
    await world.drop()
    return state
  }

  test('give the same in the end', async () => {
    const inTime = await livedThrough((_person, of) => of)
    assert.deepEqual(
      inTime.map((lines) => lines.length),
      [5, 3],
    )
    assert.deepEqual(await livedThrough((person, of) => (person === 0 ? 3 : 2) - Math.min(of, 1)), inTime)
    assert.deepEqual(await livedThrough((person) => (person === 0 ? 3 : 1)), inTime)
  })
})

describe('a run that may not be', () => {
  let lives: Lives
  let told: { name: string; payload: unknown }[]
  let work: Work

  before(async () => {
    lives = await twoLives()
    told = []
    const note = (name: string) => async (_context: unknown, payload: unknown) => {
      told.push({ name, payload })
    }
    const subscriptions = Object.fromEntries(['statement-made', 'month-closed'].map((name) => [name, [note(name)]]))
    work = { ...workOf(lives.world), subscriptions }
    for (const person of lives.people) await anApprovedReport(lives.world, person, lives.provider, { month: '2022-04' })
    lives.world.today = day('2022-05-11')
  })
  after(() => lives.world.drop())

  const refusalOf = async (command: CloseMonth) => {
    const closed = await closeMonth(work, command)
    return closed.ok ? null : closed.problem.code
  }
  const lines = async () => (await lives.world.rows('select 1 from compensation.entitlement_line')).length

  test('of a month that is not over is refused, and posts nothing', async () => {
    const { world } = lives
    assert.equal(await refusalOf({ month: month('2022-05') }), 'month-not-over')
    const asked = await world.as(world.approver, (c) => requestMonthRun(c, { month: month('2022-05') }))
    assert.equal(asked.ok ? null : asked.problem.code, 'month-not-over')
    const early = await world.as(world.caseworker, (c) => requestMonthRun(c, { month: month('2022-04') }))
    assert.equal(early.ok ? null : early.problem.code, 'not-allowed')
    assert.deepEqual([await lines(), await world.rows('select 1 from compensation.month_run')], [0, []])
  })

  test('where a contract cannot be closed leaves the month open, and goes on when it can', async () => {
    const refuse = async () => ({ ok: false as const, problem: { code: 'not-found' } })
    const refusing = { ...work, subscriptions: { 'statement-made': [refuse] } }
    const first = await closeMonth(refusing, { month: month('2022-04') })
    assert.equal(first.ok ? null : first.problem.code, 'month-run-unfinished')
    await assert.rejects(
      tasks['close-month'](refusing, { month: '2022-04', requestedBy: null }, openLog()),
      /contracts left/,
    )
    assert.deepEqual([await lines(), told], [0, []])
    const { world } = lives
    const seen = await world.must(world.overseer, async (c) => ok(await monthRuns(c, { page: 1, limit: 20 })))
    assert.deepEqual([seen.total, seen.items[0]?.state, seen.items[0]?.contractsDone], [1, 'waiting', 0])
    await resumeMonthRuns(work)
    const queued = await world.rows("select 1 from graphile_worker.jobs where key = 'close-month:2022-04'")
    assert.equal(queued.length, 1)
  })

  test('an approver asks for it, it is queued once, and its end freezes the month', async () => {
    const { world } = lives
    const asked = await world.must(world.approver, (c) => requestMonthRun(c, { month: month('2022-04') }))
    assert.equal(asked.kind, 'close')
    await tasks['close-month'](work, { month: '2022-04', requestedBy: world.approver.userId }, openLog())
    assert.deepEqual(
      told.map((each) => each.name),
      ['statement-made', 'month-closed'],
    )
    assert.deepEqual(told[1]?.payload, { month: '2022-04' })
    const { items } = await world.must(world.approver, async (c) => ok(await monthRuns(c, { page: 1, limit: 20 })))
    const [run] = items
    assert.deepEqual(
      [run?.state, run?.contracts, run?.contractsDone, run?.casesDone, run?.statements, run?.lines, run?.totalOre],
      ['done', 1, 1, 2, 1, 2, 104_867],
    )
  })

  test('again is refused, so is an earlier month and a contract that has no statement there', async () => {
    const { world } = lives
    assert.equal(await refusalOf({ month: month('2022-04') }), 'month-frozen')
    assert.equal(await refusalOf({ month: month('2022-04'), requestedBy: world.approver.userId }), 'month-frozen')
    assert.equal(await refusalOf({ month: month('2022-03') }), 'later-month-closed')
    const asked = await world.as(world.approver, (c) => requestMonthRun(c, { month: month('2022-04') }))
    assert.equal(asked.ok ? null : asked.problem.code, 'month-frozen')
    const { contractId } = await aProvider(world, { name: 'Nya AB' })
    const late = await world.as(systemActor, (c) => closeContract(c, { contractId, month: month('2022-04') }))
    assert.equal(late.ok ? null : late.problem.code, 'month-frozen')
    assert.equal(await lines(), 2)
  })

  test('a statement that was returned is made again, from that month alone, while later ones stand', async () => {
    const { world, people, provider } = lives
    for (const person of people) await anApprovedReport(world, person, provider, { month: '2022-05' })
    world.today = day('2022-06-11')
    await world.sweep(closeMonths)
    const [april] = await world.rows<{ id: string }>("select id from compensation.statement where month = '2022-04'")
    const statementId = april?.id as Parameters<typeof returnStatement>[1]['statementId']
    const second = await world.anActor('approver', { name: 'Bo Prov' })
    await world.must(second, (c) =>
      returnStatement(c, { statementId, code: 'fact-wrong', reason: 'Kontrollera dagarna' }),
    )
    assert.equal(await refusalOf({ month: month('2022-04') }), 'month-frozen', 'the calendar does not make it again')
    const corrected = await closeMonth(work, { month: month('2022-04'), requestedBy: second.userId })
    assert.deepEqual(corrected, ok({ statements: 1, lines: 2, openCases: 0 }))
    const [ann] = people
    const again = await linesIn(world, '2022-04', ann)
    assert.deepEqual(again, [
      { key: 'base_fee 2022-04', ore: 44_367 },
      { key: 'base_fee 2022-04', ore: 44_367 },
    ])
    assert.equal(told.filter((each) => each.name === 'month-closed').length, 1, 'a correction closes nothing anew')
    world.today = day('2022-07-11')
    await world.sweep(closeMonths)
    assert.deepEqual(await linesIn(world, '2022-06', ann), [])
  })
})
