import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import { testPersonNumber } from '../../src/kernel/person-number.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { aVisitor, type JourneyProvider, openProvider } from './world.ts'

/** The answer of a request that must succeed. */
function good(answer: Answer, status = 200): Answer['body'] {
  assert.ok(answer.status === status || answer.status === 201, `${answer.status}: ${answer.text}`)
  return answer.body
}

type Paid = readonly [kind: string, month: string | null, ore: number]
const byAmount = (one: Paid, other: Paid) => one[2] - other[2]

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

describe('the main job: from registration to a paid outcome', () => {
  let house: TestHouse
  let provider: JourneyProvider
  let jobseeker: Caller
  let caseworker: Caller
  let adviser: Caller
  let approver: Caller
  let secondApprover: Caller
  let caseId = ''

  before(async () => {
    house = await testHouse(day('2021-09-01'))
    const { world } = house
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    jobseeker = await house.signIn(await aVisitor(house, testPersonNumber(day('1980-05-05'), 981), 'Sam Provsson'))
    caseworker = await house.signIn(world.caseworker)
    adviser = await house.signIn(provider.adviser)
    approver = await house.signIn(world.approver)
    secondApprover = await house.signIn(await world.anActor('approver', { name: 'Robin Prov' }))
  })
  after(() => house.drop())

  test('a person registers digitally, is told about profiling and is assessed', async () => {
    const reply = good(
      await jobseeker.post('/registrations', {
        channel: 'digital',
        toldAboutProfiling: true,
        details: {
          givenName: 'Sam',
          familyName: 'Provsson',
          street: 'Provvägen 1',
          postcode: '41101',
          locality: 'Göteborg',
          municipalityCode: '1480',
          birthRegion: 'europe',
          education: 'compulsory',
          educationCompleted: true,
          disability: false,
          programme: 'JOB',
          registeredFrom: '2019-09-01',
          registeredDays10y: 1200,
          ssyk: ['5120'],
          wantedExtentPercent: 100,
          language: 'sv',
          interpreter: false,
          email: 'sam.provsson@example.com',
        },
      }),
    )
    caseId = reply.caseId
    const { items } = good(await caseworker.get(`/cases/${caseId}/assessments`))
    assert.equal(items.length, 1, 'assessed automatically')
    assert.notEqual(items[0].result, 'referable', 'a programme that only the person has named does not count')
    const { versionId, programme } = good(await caseworker.get(`/cases/${caseId}/person`))
    assert.equal(programme, null)
    const changes = { programme: 'JOB', registeredFrom: '2019-09-01', registeredDays10y: 1200 }
    good(await caseworker.post(`/cases/${caseId}/person`, { basedOn: versionId, changes }))
    const anew = good(await caseworker.post(`/cases/${caseId}/assessments`, { reason: 'Uppgifterna är rättade.' }))
    assert.equal(anew.result, 'referable')
    const explained = good(await jobseeker.get(`/cases/${caseId}/assessment-explained`))
    assert.match(JSON.stringify(explained), /av 10/)
  })

  test('the caseworker talks, decides with reasons, and the letter is frozen', async () => {
    good(
      await caseworker.post(`/cases/${caseId}/planning-talks`, {
        heldOn: '2021-09-01',
        mode: 'meeting',
        available: 'yes',
        notes: 'Vill arbeta i lager.',
      }),
    )
    const desk = good(await caseworker.get(`/cases/${caseId}/decision-desk`))
    good(
      await caseworker.post(`/cases/${caseId}/referrals`, {
        reason: 'Behöver stöd för att nå arbete.',
        basedOn: desk.version,
      }),
    )
    const { items } = good(await jobseeker.get(`/cases/${caseId}/letters`))
    const letter = await jobseeker.get(`/letters/${items[0].id}`)
    assert.match(letter.text, /Provsson/)
    assert.match(letter.text, /2021-09-08/, 'the fifth working day after')
  })

  test('the jobseeker chooses among the providers and is placed ten working days later', async () => {
    const { items } = good(await jobseeker.get(`/cases/${caseId}/catalogue`))
    const [entry] = items
    assert.equal(entry.providerName, 'Exempelbolaget')
    const placed = good(
      await jobseeker.post(`/cases/${caseId}/choice`, {
        contractId: entry.contractId,
        addressId: entry.addressId,
        motives: ['location'],
      }),
    )
    assert.equal(placed.firstDay, '2021-09-15')
    const [chain] = good(await caseworker.get(`/cases/${caseId}/decisions`)).items
    assert.equal(chain.lastGrantedDay, '2022-03-13', '180 days, both counted')
  })

  test('the adviser maps, plans and meets; the caseworker approves the plan', async () => {
    await house.goTo(day('2021-09-20'))
    good(
      await adviser.post(`/cases/${caseId}/mappings`, {
        needs: 'Behöver kontakt med arbetsgivare.',
        strengths: 'Van vid lager.',
        obstacles: '',
        language: '',
        health: '',
        wantedWork: 'Lager',
      }),
    )
    const plan = good(
      await adviser.post(`/cases/${caseId}/plans`, {
        goals: 'Arbete i lager före jul.',
        activities: [
          { code: 'practical-support', hoursPerWeek: 4, mode: 'physical' },
          { code: 'own-work', hoursPerWeek: 36, mode: 'remote' },
        ],
      }),
    )
    good(await jobseeker.post(`/plans/${plan.id}/answers`, { answer: 'agreed' }))
    good(await caseworker.post(`/plans/${plan.id}/decision`, { outcome: 'approved' }))
    const meeting = good(
      await adviser.post(`/cases/${caseId}/meetings`, {
        startsAt: '2021-09-21T08:00:00Z',
        minutes: 45,
        mode: 'physical',
      }),
    )
    const early = await adviser.post(`/meetings/${meeting.id}/attendance`, { came: 'yes', tookPlace: true })
    assert.equal(early.body.code, 'in-the-future')
    await house.goTo(day('2021-09-24'))
    good(
      await adviser.post(`/meetings/${meeting.id}/attendance`, {
        came: 'yes',
        tookPlace: true,
        progress: 'Sökte två jobb.',
      }),
    )
    good(
      await adviser.post(`/cases/${caseId}/activities`, {
        onDay: '2021-09-22',
        code: 'practical-support',
        hours: 2.5,
        mode: 'physical',
        withWhom: 'adviser',
      }),
    )
    good(await jobseeker.post(`/cases/${caseId}/confirmations`, { month: '2021-09' }))
  })

  test('the month’s report is derived from the log, signed and approved by rule', async () => {
    await house.goTo(day('2021-10-01'))
    const { items } = good(await adviser.get(`/cases/${caseId}/reports`))
    const [report] = items
    assert.equal(report.month, '2021-09')
    const hours = report.content.lines.find((line: { code: string }) => line.code === 'practical-support')
    assert.equal(hours.physicalHours, 2.5)
    const signed = good(await adviser.post('/reports/signatures', { reportIds: [report.reportId] }))
    assert.equal(signed.reports[0].state, 'approved')
    const none = await adviser.post(`/cases/${caseId}/reports`, { month: '2021-08' })
    assert.equal(none.body.code, 'month-without-service')
  })

  test('work begins, lasts and is verified', async () => {
    await house.goTo(day('2021-10-20'))
    good(
      await adviser.post(`/cases/${caseId}/signals`, { kind: 'work', firstDay: '2021-10-18', employer: 'Lagret AB' }),
    )
    const waits = () => caseworker.get('/tasks?kind=look-at-signal')
    assert.deepEqual(good(await waits()).items[0].why, { code: 'signalled-work', values: { startsOn: '2021-10-18' } })
    good(await caseworker.post(`/cases/${caseId}/signal-answers`, { outcome: 'goes-on', reason: 'Börjar på prov.' }))
    assert.equal(good(await waits()).total, 0)
    await house.goTo(day('2021-11-02'))
    const reports = good(await adviser.get(`/cases/${caseId}/reports`)).items
    const october = reports.find((report: { month: string }) => report.month === '2021-10')
    good(await adviser.post('/reports/signatures', { reportIds: [october.reportId] }))
    await house.goTo(day('2022-02-21'))
    const before = await adviser.post(`/cases/${caseId}/claims`, {
      kind: 'work',
      firstDay: '2021-09-01',
      employer: 'Lagret AB',
    })
    assert.equal(before.body.code, 'outcome-before-start')
    const claim = good(
      await adviser.post(`/cases/${caseId}/claims`, {
        kind: 'work',
        firstDay: '2021-10-18',
        employer: 'Lagret AB',
        organisationNumber: null,
      }),
    )
    good(
      await adviser.upload(`/claims/${claim.claimId}/evidence`, {
        name: 'intyg.pdf',
        type: 'application/pdf',
        bytes: pdf,
      }),
    )
    const verified = good(
      await caseworker.post(`/claims/${claim.claimId}/verification`, {
        outcome: 'verified',
        reason: 'Arbetsgivarintyg visar fyra månader.',
      }),
    )
    assert.equal(verified.counts, true)
  })

  test('the month is closed, two approvers approve, and the right öre is paid', async () => {
    await house.goTo(day('2022-03-11'))
    const { items } = good(await approver.get('/statements?limit=100'))
    assert.ok(items.length > 0)
    for (const { statementId } of items) {
      const { totalOre } = good(await approver.get(`/statements/${statementId}`))
      good(await approver.post(`/statements/${statementId}/approvals`, { totalOre }))
      const twice = await approver.post(`/statements/${statementId}/approvals`, { totalOre })
      assert.equal(twice.body.code, 'four-eyes-same-person')
      good(await secondApprover.post(`/statements/${statementId}/approvals`, { totalOre }))
    }
    const money = good(await caseworker.get(`/cases/${caseId}/money`))
    const paid: Paid[] = money.lines.map((line: { kind: string; month: string; amountOre: number }) => [
      line.kind,
      line.month,
      line.amountOre,
    ])
    // Level C: 1 980 kr a month, 16 of 30 days; October was paid whole before the work was verified, so 14 of its 31 days
    // are taken back; 38 000 kr; (360 − 33 days used) / 30 months of the fee.
    assert.deepEqual(paid.toSorted(byAmount), [
      ['base_fee', '2021-10', -89_419],
      ['base_fee', '2021-09', 105_600],
      ['base_fee', '2021-10', 198_000],
      ['speed_premium', null, 2_158_200],
      ['outcome_payment', null, 3_800_000],
    ])
    assert.ok(money.lines.every((line: { state: string }) => line.state === 'approved'))
    assert.deepEqual(
      money.totals.map((total: { paidOre: number }) => total.paidOre),
      [6_172_381],
    )
    assert.equal((await jobseeker.get(`/cases/${caseId}/money`)).status, 403, 'the participant never sees prices')
  })

  test('the case’s page shows every step, who and when, and to the participant no money', async () => {
    const page = good(await caseworker.get(`/cases/${caseId}`))
    const kinds = new Set(page.steps.map((step: { kind: string }) => step.kind))
    for (const module of ['registration', 'assessment', 'decision', 'market', 'delivery', 'outcomes', 'compensation']) {
      assert.ok(
        page.steps.some((step: { module: string }) => step.module === module),
        `a step of ${module} among ${[...kinds].join(', ')}`,
      )
    }
    const own = good(await jobseeker.get(`/cases/${caseId}`))
    assert.ok(!own.steps.some((step: { module: string }) => step.module === 'compensation'))
    assert.ok(!/öre|amountOre|kr\b/i.test(JSON.stringify(own)))
  })
})
