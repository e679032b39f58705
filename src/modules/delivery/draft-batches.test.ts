import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day, month } from '../../kernel/day.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { confirmLog } from './confirm-log.ts'
import { draftCaseReport } from './drafts.ts'
import { sweeps } from './jobs.ts'
import { aHeldMeeting, anActivity, aPlan, aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

const september = month('2022-09')

describe('the drafts of many participants at once', () => {
  let world: TestWorld
  let provider: Staffed
  const cases: Awaited<ReturnType<typeof aServed>>[] = []
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    for (const _ of [1, 2, 3, 4]) cases.push(await aServed(world, provider))
    await live()
  })
  after(() => world.drop())

  /** One whose plan is approved, one with other work than planned, one who disputes, one of whom nothing is logged. */
  async function live(): Promise<void> {
    const [planned, other, disputing] = cases
    assert.ok(planned && other && disputing)
    world.today = day('2022-09-06')
    await aPlan(world, planned)
    await aPlan(world, other, 'returned')
    await aPlan(world, disputing)
    world.today = day('2022-09-30')
    await aHeldMeeting(world, planned, '2022-09-06', { languageSupport: true })
    await anActivity(world, planned, '2022-09-08')
    await anActivity(world, planned, '2022-09-15', { code: 'language', hours: 1.5, withWhom: 'provider-staff' })
    await anActivity(world, other, '2022-09-20', { code: 'guidance', mode: 'remote' })
    const { id } = await anActivity(world, disputing, '2022-09-21')
    await world.must(disputing.actor, (context) =>
      confirmLog(context, {
        caseId: disputing.caseId,
        items: [{ kind: 'activity', id, answer: 'disputed', comment: 'Jag var inte där' }],
      }),
    )
  }
  const drafts = () =>
    world.rows<{ case_id: string; content: { failed: string[] } }>(
      `select case_id, person_id, provider_id, placement_ids, month, version, content, digest, due_on, payable_until, recorded_by
         from delivery.periodic_report order by case_id`,
    )
  const drafting = sweeps.filter((sweep) => sweep.name === 'draft-month-reports')
  const sweepOn = async (today: string) => {
    world.today = day(today)
    await world.sweep(...drafting)
  }
  const count = async (from: string) =>
    (await world.rows<{ n: number }>(`select count(*)::int as n from ${from}`))[0]?.n ?? -1

  test('of a batch that fails all the others are made, and the one that failed the day after', async () => {
    const broken = cases[1]?.caseId
    await world.rows(
      `alter table delivery.periodic_report add constraint broken check (case_id <> '${broken}') not valid`,
    )
    await sweepOn('2022-10-01')
    assert.equal(await count('delivery.periodic_report'), 3)
    assert.equal(await count(`delivery.periodic_report where case_id = '${broken}'`), 0)
    await world.rows('alter table delivery.periodic_report drop constraint broken')
    await sweepOn('2022-10-02')
    assert.equal(await count('delivery.periodic_report'), 4)
    assert.equal(await count("platform.notice where kind = 'delivery.month-to-confirm'"), 4)
    assert.equal(await count("platform.task where kind = 'delivery.sign-report'"), 4)
  })

  test('are those that each would get by itself', async () => {
    const together = await drafts()
    const failed = new Map(together.map((draft) => [draft.case_id, draft.content.failed]))
    assert.deepEqual(
      cases.map((each) => failed.get(each.caseId)),
      [[], ['plan-approved', 'entries-allowed-and-planned'], ['nothing-disputed'], ['plan-approved']],
    )
    await world.rows('delete from delivery.periodic_report')
    for (const { caseId, adviser } of cases)
      await world.must(adviser, (context) => draftCaseReport(context, { caseId, month: september }))
    assert.deepEqual(await drafts(), together)
  })
})
