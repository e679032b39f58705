import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day, month } from '../../kernel/day.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { TestWorld } from '../../platform/testing.ts'
import {
  aHeldMeeting,
  anActivity,
  aPlan,
  aServed,
  aStaffedProvider,
  deliveryWorld,
  type Staffed,
} from '../delivery/testing.ts'
import { changeProvider } from '../market/index.ts'
import { answerQuestion } from './answer-question.ts'
import { askQuestion } from './ask-question.ts'
import { giveRespite } from './give-respite.ts'
import { sweeps } from './jobs.ts'
import { logReportContact } from './log-report-contact.ts'
import { readMessages } from './mark-read.ts'
import { inboxOf, threadsOfCase } from './message-reads.ts'
import { figuresOfQuestions, questionsOfCase } from './question-reads.ts'
import { missedReports, readReport, reportMonths, waitingFor } from './report-reads.ts'
import { sendActivityReport } from './send-activity-report.ts'
import { sendMessage } from './send-message.ts'

type Served = Awaited<ReturnType<typeof aServed>>

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

async function aWorld() {
  const { world } = await deliveryWorld()
  const provider = await aStaffedProvider(world)
  const served = await aServed(world, provider)
  return { world, provider, served }
}

describe('messages between a participant and the provider', () => {
  let world: TestWorld
  let provider: Staffed
  let rival: Staffed
  let served: Served
  before(async () => {
    ;({ world, provider, served } = await aWorld())
    rival = await aStaffedProvider(world, 'Den andra AB')
    world.today = day('2022-09-06')
  })
  after(() => world.drop())

  const write = (by: Actor, words: string, more: { sensitiveSeen?: boolean } = {}) =>
    world.as(by, (context) => sendMessage(context, { caseId: served.caseId, words, ...more }))
  const threads = async (by: Actor) =>
    (await world.must(by, (context) => threadsOfCase(context, served.caseId))).threads
  const inbox = (by: Actor) => world.must(by, inboxOf)

  test('each side sees what is unread, reads it, and the other side sees that it was read', async () => {
    assert.equal(codeOf(await write(served.actor, 'Kan vi ses på tisdag?')), 'ok')
    const [seen] = await threads(served.adviser)
    assert.deepEqual(
      [seen?.unread, seen?.messages[0]?.words, seen?.messages[0]?.read],
      [1, 'Kan vi ses på tisdag?', false],
    )
    assert.equal((await inbox(served.adviser)).unread, 1)
    assert.equal((await inbox(served.other)).items.length, 0, 'a colleague has other participants')
    await world.must(served.adviser, (context) => readMessages(context, served))
    assert.equal((await inbox(provider.coordinator)).unread, 0)
    assert.equal((await threads(served.actor))[0]?.messages[0]?.read, true)
    const told = await world.rows("select 1 from platform.notice where kind = 'dialogue.message-from-participant'")
    assert.equal(told.length, 1)
  })

  test('a sensitive word is pointed out first, and sent when the writer says so', async () => {
    assert.equal(codeOf(await write(served.adviser, 'Du nämnde din diagnos')), 'sensitive-words')
    assert.equal(codeOf(await write(served.adviser, 'Du nämnde din diagnos', { sensitiveSeen: true })), 'ok')
    const [row] = await world.rows<{ pointed_out: string[] }>(
      "select pointed_out from dialogue.message where from_side = 'provider'",
    )
    assert.deepEqual(row?.pointed_out, ['health'])
    assert.equal(codeOf(await write(served.adviser, 'x'.repeat(4001))), 'words-too-long')
    const notices = await world.rows<{ details: object }>(
      "select details from platform.notice where kind = 'dialogue.message'",
    )
    assert.deepEqual(notices[0]?.details, {}, 'a notice carries no words')
  })

  test('a colleague, another provider and the authority are outside', async () => {
    assert.equal(codeOf(await write(served.other, 'Hej')), 'not-found')
    assert.equal(codeOf(await write(rival.coordinator, 'Hej')), 'not-found')
    assert.equal(codeOf(await write(world.caseworker, 'Hej')), 'not-allowed')
    const rows = await world.must(world.caseworker, async (context: Context) => {
      const found = await context.db
        .selectFrom('dialogue.message' as never)
        .selectAll()
        .execute()
      return { ok: true as const, value: found }
    })
    assert.deepEqual(rows, [])
  })

  test('the words can be taken away for good, and what is left still reads', async () => {
    await world.rows("update dialogue.message set words = null where from_side = 'participant'")
    const [thread] = await threads(served.actor)
    assert.deepEqual(
      thread?.messages.map((one) => one.words),
      [null, 'Du nämnde din diagnos'],
    )
  })

  test('after a change of provider the new one reads nothing of the old, and the old writes no more', async () => {
    const { contractId, addressId } = rival
    await world.must(served.actor, (context) =>
      changeProvider(context, { caseId: served.caseId, contractId, addressId }),
    )
    world.today = day('2022-09-08')
    const [now, before] = await threads(served.actor)
    assert.deepEqual([now?.providerName, now?.messages.length, now?.open], ['Den andra AB', 0, true])
    assert.equal(before?.messages.length, 2)
    const theirs = await threads(rival.coordinator)
    assert.deepEqual([theirs.length, theirs[0]?.messages.length], [1, 0])
    assert.equal(codeOf(await write(provider.coordinator, 'Lycka till')), 'no-provider-to-write-to')
    assert.equal((await threads(provider.coordinator))[0]?.messages.length, 2, 'the old one still reads its own')
    world.today = day('2022-10-20')
    const later = await world.as(provider.coordinator, (context) => threadsOfCase(context, served.caseId))
    assert.equal(codeOf(later), 'not-found', '30 days after the spell the messages follow the access')
  })
})

describe('a question straight to the employment service', () => {
  let world: TestWorld
  let served: Served
  before(async () => {
    ;({ world, served } = await aWorld())
    world.today = day('2022-09-29')
  })
  after(() => world.drop())

  const ask = (by: Actor, words = 'Får jag studera på kvällen?') =>
    world.as(by, (context) => askQuestion(context, { caseId: served.caseId, words }))
  const answer = (by: Actor, questionId: string) =>
    world.as(by, (context) => answerQuestion(context, { questionId, words: 'Ja, om du kan ta ett arbete.' }))

  test('is a task with three working days, answered in time or late, and counted', async () => {
    const first = await ask(served.actor)
    assert.ok(first.ok)
    assert.equal(first.value.dueOn, '2022-10-04')
    const tasks = () =>
      world.rows("select 1 from platform.task where kind = 'dialogue.answer-question' and closed_at is null")
    assert.equal((await tasks()).length, 1)
    const second = await ask(world.caseworker, 'Hur ansöker jag om flytthjälp?')
    assert.ok(second.ok)
    assert.equal(codeOf(await answer(served.actor, first.value.questionId)), 'not-allowed')
    assert.equal(codeOf(await answer(served.adviser, first.value.questionId)), 'not-allowed')
    assert.deepEqual(await answer(world.caseworker, first.value.questionId), {
      ok: true,
      value: { state: 'answered-in-time' },
    })
    assert.equal(codeOf(await answer(world.caseworker, first.value.questionId)), 'question-answered')
    world.today = day('2022-10-05')
    const { months } = await world.must(world.overseer, figuresOfQuestions)
    assert.deepEqual(months, [{ month: '2022-09', asked: 2, inTime: 1, late: 0, open: 0, overdue: 1 }])
    assert.deepEqual(await answer(world.caseworker, second.value.questionId), {
      ok: true,
      value: { state: 'answered-late' },
    })
    assert.equal((await tasks()).length, 0)
    const { items } = await world.must(served.actor, (context) => questionsOfCase(context, served.caseId))
    assert.deepEqual(
      items.map((one) => [one.toldBy, one.state, one.answer?.byName]),
      [
        ['staff', 'answered-late', 'Kim Prov'],
        ['participant', 'answered-in-time', 'Kim Prov'],
      ],
    )
    assert.equal(
      codeOf(await world.as(served.adviser, (context) => questionsOfCase(context, served.caseId))),
      'not-allowed',
    )
  })

  test('is a step on the case’s page, and so is its answer; what was asked is not in it', async () => {
    const steps = await world.rows<{ kind: string; facts: object }>(
      'select kind, facts from dialogue.v_step where case_id = $1 order by recorded_at',
      [served.caseId],
    )
    assert.deepEqual([...new Set(steps.map((step) => step.kind))].sort(), [
      'dialogue.question-answered',
      'dialogue.question-asked',
    ])
    assert.ok(steps.every((step) => !('words' in step.facts)))
  })

  test('a caseworker of another office does not answer', async () => {
    const asked = await ask(served.actor)
    assert.ok(asked.ok)
    const elsewhere = await world.anActor('caseworker', { organisationId: world.authority, officeId: null })
    assert.equal(codeOf(await answer(elsewhere, asked.value.questionId)), 'not-your-office')
  })
})

describe('the activity report of a month', () => {
  let world: TestWorld
  let served: Served
  const september = month('2022-09')
  before(async () => {
    ;({ world, served } = await aWorld())
    world.today = day('2022-09-06')
    await aPlan(world, served)
    world.today = day('2022-09-20')
    await aHeldMeeting(world, served, '2022-09-15')
    await anActivity(world, served, '2022-09-16')
  })
  after(() => world.drop())

  const send = (by: Actor, more: object = {}) =>
    world.as(by, (context) => sendActivityReport(context, { caseId: served.caseId, month: september, ...more }))
  const state = async () =>
    (await world.must(served.actor, (context) => reportMonths(context, served.caseId))).months.find(
      (one) => one.month === september,
    )
  const contactTasks = () =>
    world.rows("select 1 from platform.task where kind = 'dialogue.contact-about-report' and closed_at is null")
  const missed = async () => (await world.must(world.caseworker, missedReports)).items

  test('is prefilled with what is known, and cannot be sent before the month is over', async () => {
    assert.equal(codeOf(await send(served.actor)), 'nothing-to-report')
    world.today = day('2022-10-03')
    const page = await world.must(served.actor, (context) =>
      readReport(context, { caseId: served.caseId, month: september }),
    )
    assert.deepEqual([page.state, page.dueOn, page.sent], ['open', '2022-10-14', null])
    assert.deepEqual(page.known, {
      meetings: [{ on: '2022-09-15', minutes: 30 }],
      activities: [{ on: '2022-09-16', code: 'practical-support', hours: 2 }],
      applications: [],
    })
    const waiting = await world.must(served.actor, (context) => waitingFor(context, served.caseId))
    assert.deepEqual(waiting, {
      unread: 0,
      answers: 0,
      reports: [{ month: '2022-09', dueOn: '2022-10-14', missed: false }],
    })
  })

  test('a missed one is reminded of once, then a human is asked to get in touch; nothing else happens', async () => {
    world.today = day('2022-10-14')
    await world.sweep(...sweeps)
    assert.equal((await state())?.remindedOn, null)
    world.today = day('2022-10-15')
    await world.sweep(...sweeps)
    world.today = day('2022-10-19')
    await world.sweep(...sweeps)
    assert.deepEqual([(await state())?.state, (await state())?.remindedOn], ['missed', '2022-10-15'])
    assert.equal((await world.rows("select 1 from platform.notice where kind = 'dialogue.report-missed'")).length, 1)
    assert.equal((await contactTasks()).length, 1)
    assert.deepEqual(
      (await missed()).map((one) => [one.caseId, one.contacts, one.missedBefore]),
      [[served.caseId, 0, 0]],
    )
  })

  test('an attempt to reach the person is recorded, a respite is one step, and a new last day is reminded of anew', async () => {
    const contact = await world.as(world.caseworker, (context) =>
      logReportContact(context, { caseId: served.caseId, month: september, how: 'telephone', reached: false }),
    )
    assert.equal(codeOf(contact), 'ok')
    assert.equal((await contactTasks()).length, 0)
    assert.equal((await missed())[0]?.contacts, 1)
    const respite = (until: string) =>
      world.as(world.caseworker, (context) =>
        giveRespite(context, { caseId: served.caseId, month: september, until: day(until) }),
      )
    assert.equal(codeOf(await respite('2022-10-14')), 'respite-out-of-range')
    assert.equal(codeOf(await respite('2023-01-01')), 'respite-out-of-range')
    assert.equal(codeOf(await respite('2022-10-26')), 'ok')
    assert.deepEqual([(await state())?.state, (await state())?.dueOn], ['respite', '2022-10-26'])
    assert.deepEqual(await missed(), [])
    world.today = day('2022-10-27')
    await world.sweep(...sweeps)
    assert.equal((await state())?.remindedOn, '2022-10-27')
    world.today = day('2022-11-01')
    await world.sweep(...sweeps)
    assert.equal((await contactTasks()).length, 1)
  })

  test('told to staff it is recorded as told, ends the task, and the person can correct it', async () => {
    const lines = [{ kind: 'applied' as const, words: 'Sökte jobb som vaktmästare' }]
    const told = await send(world.caseworker, { lines })
    assert.ok(told.ok && told.value.late)
    assert.equal((await contactTasks()).length, 0)
    assert.deepEqual(await missed(), [])
    assert.equal(
      codeOf(await send(served.actor, { lines: [{ kind: 'other', words: 'Jag var sjuk' }] })),
      'sensitive-words',
    )
    assert.ok((await send(served.actor, { lines: [...lines, ...lines] })).ok)
    const { sent } = await world.must(world.caseworker, (context) =>
      readReport(context, { caseId: served.caseId, month: september }),
    )
    assert.deepEqual([sent?.version, sent?.toldBy, sent?.added.lines.length], [2, 'participant', 2])
    assert.deepEqual([(await state())?.sentOn, (await state())?.late], ['2022-11-01', true])
    const again = await world.as(world.caseworker, (context) =>
      giveRespite(context, { caseId: served.caseId, month: september, until: day('2022-11-20') }),
    )
    assert.equal(codeOf(again), 'report-sent')
    assert.equal(codeOf(await send(served.adviser)), 'not-allowed')
  })

  test('a month with nothing known has to say that nothing was done', async () => {
    const october = { month: month('2022-10') }
    assert.equal(codeOf(await send(served.actor, october)), 'activity-report-empty')
    assert.equal(codeOf(await send(served.actor, { ...october, nothing: true })), 'ok')
  })

  test('every step of it stands on the case’s page, for those who take part in it', async () => {
    const steps = async (by: Actor) => {
      const read = async (context: Context) =>
        ok(
          (
            await sql<{ kind: string; facts: { month: string } }>`
              select kind, facts from dialogue.v_step where case_id = ${served.caseId} order by recorded_at`.execute(
              context.db,
            )
          ).rows,
        )
      return (await world.must(by, read)).map((step) => `${step.kind.split('.')[1]} ${step.facts.month}`)
    }
    const all = [
      'activity-report-missed 2022-09',
      'contact-tried 2022-09',
      'respite-given 2022-09',
      'activity-report-missed 2022-09',
      'activity-report-sent 2022-09',
      'activity-report-sent 2022-09',
      'activity-report-sent 2022-10',
    ]
    assert.deepEqual((await steps(served.actor)).sort(), [...all].sort())
    assert.deepEqual((await steps(world.caseworker)).sort(), [...all].sort())
    assert.deepEqual(await steps(served.adviser), [])
  })
})
