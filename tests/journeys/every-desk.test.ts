import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import { tasks as moneyTasks } from '../../src/modules/compensation/index.ts'
import { tasks as importTasks } from '../../src/modules/registration/index.ts'
import { anExtract, anExtractRow } from '../../src/modules/registration/testing.ts'
import { databaseClock } from '../../src/platform/context.ts'
import { openLog } from '../../src/platform/log.ts'
import { subscriptions } from '../../src/server/subscriptions.ts'
import { aLife, type Life, lifeDetails } from '../access/life.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { type JourneyProvider, openProvider } from './world.ts'

/** A Monday in the middle of everybody's service. */
const today = day('2022-02-28')

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

let house: TestHouse
let provider: JourneyProvider
let life: Life
let leaving: Life
let caseworker: Caller
let adviser: Caller
let coordinator: Caller
let jobseeker: Caller
let overseer: Caller
let administrator: Caller

before(async () => {
  house = await testHouse(today)
  const { world } = house
  provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
  life = await aLife(world, { provider, caseworker: world.caseworker })
  leaving = await aLife(world, { provider, caseworker: world.caseworker })
  world.today = today
  caseworker = await house.signIn(world.caseworker)
  adviser = await house.signIn(provider.adviser)
  coordinator = await house.signIn(provider.coordinator)
  jobseeker = await house.signIn(life.jobseeker)
  overseer = await house.signIn(world.overseer)
  administrator = await house.signIn(world.administrator)
})
after(() => house.drop())

/** Jobs' own access to the house, as the queue has it. */
function work() {
  const { ownerPool } = house.world
  return { pool: ownerPool, subscriptions, clock: databaseClock(ownerPool) }
}

describe('anybody', () => {
  test('reads the rules of a day, names of codes, where the service exists and who gives it', async () => {
    const { anonymous } = house
    const rules = good(await anonymous.get('/rules?on=2022-02-28&module=market'))
    assert.ok(rules.items.length > 0 && rules.items.length <= 20)
    assert.equal(good(await anonymous.get('/reference/municipalities')).items.length, 290)
    assert.ok(good(await anonymous.get('/reference/languages')).items.length > 50)
    assert.equal(good(await anonymous.get('/delivery-areas')).items.length, 60)
    const { items } = good(await anonymous.get('/catalogue?municipality=1480'))
    assert.equal(items[0].providerName, 'Exempelbolaget')
    const page = good(await anonymous.get(`/catalogue/providers/${provider.providerId}`))
    const coverage = good(await anonymous.get('/coverage'))
    assert.ok(coverage.areas.some((area: { providers: number }) => area.providers > 0))
    const table = await anonymous.get('/coverage/export')
    assert.equal(table.status, 200)
    assert.match(table.text, /^.municipality;name;/)
    assert.match(JSON.stringify(page), /Exempelgatan 3/)
  })
})

describe('the participant', () => {
  test('sees who is signed in, the own data, the weeks, the log and who has read it', async () => {
    const session = good(await jobseeker.get('/session'))
    assert.deepEqual([session.duty.role, session.today], ['jobseeker', today])
    assert.equal(good(await jobseeker.get('/persons/me')).person.caseId, life.caseId)
    assert.ok(good(await jobseeker.get(`/cases/${life.caseId}/strip`)))
    assert.ok(good(await jobseeker.get(`/cases/${life.caseId}/delivery`)))
    const log = good(await jobseeker.get(`/cases/${life.caseId}/log?month=2021-09`))
    assert.deepEqual(log.items.map((item: { answer: string }) => item.answer).sort(), ['disputed', 'none', 'none'])
    const { actions } = good(await jobseeker.get(`/cases/${life.caseId}/actions`))
    assert.ok(
      actions.some((action: { name: string; allowed: boolean }) => action.name === 'changeProvider' && action.allowed),
    )
    const { signals } = good(await jobseeker.get(`/cases/${life.caseId}/outcomes`))
    assert.equal(signals.length, 1)
    const audit = good(await jobseeker.get('/audit'))
    assert.ok(
      audit.items.some((row: { who: string }) => row.who === 'Kim Prov'),
      'who has read and written',
    )
  })

  test('answers before a meeting that has been moved', async () => {
    const startsAt = '2022-03-02T09:00:00Z'
    const planned = good(await adviser.post(`/cases/${life.caseId}/meetings`, { startsAt, minutes: 45, mode: 'video' }))
    const moved = good(await adviser.post(`/meetings/${planned.id}/move`, { startsAt: '2022-03-03T09:00:00Z' }))
    good(await jobseeker.post(`/meetings/${moved.id}/answers`, { answer: 'coming' }))
    const old = await jobseeker.post(`/meetings/${planned.id}/answers`, { answer: 'coming' })
    assert.equal(old.status, 404)
  })
})

describe('a calendar in the telephone', () => {
  test('is fetched by a secret address, follows a meeting that is moved, and ends when it is revoked', async () => {
    const planned = good(
      await adviser.post(`/cases/${life.caseId}/meetings`, { startsAt: '2022-03-22T09:00:00Z', mode: 'physical' }),
    )
    const near = `/cases/${life.caseId}/meeting-clashes?startsAt=2022-03-22T09:15:00Z`
    const { clashes } = good(await adviser.get(near))
    assert.deepEqual(clashes, [{ kind: 'participant-meeting', startsAt: '2022-03-22T09:00:00.000Z', minutes: 30 }])
    const overlapping = { startsAt: '2022-03-22T09:15:00Z', mode: 'physical' }
    const refused = await adviser.post(`/cases/${life.caseId}/meetings`, overlapping)
    assert.deepEqual([refused.status, refused.body.code], [409, 'meeting-overlaps'])

    const key = randomUUID()
    const made = good(await jobseeker.post('/calendar-address', {}, { key }))
    assert.equal(good(await jobseeker.post('/calendar-address', {}, { key })).path, null, 'told once')
    assert.equal(good(await jobseeker.get('/calendar-address')).madeAt, made.madeAt)
    const first = await house.anonymous.get(made.path)
    assert.equal(first.status, 200)
    const [uid] =
      /^UID:.*$/m.exec(first.text.split('DTSTART:20220322T090000Z')[0]?.split('BEGIN:VEVENT').at(-1) ?? '') ?? []
    assert.ok(uid)
    good(await adviser.post(`/meetings/${planned.id}/move`, { startsAt: '2022-03-28T09:00:00Z' }))
    const [event] = (await house.anonymous.get(made.path)).text.split('BEGIN:VEVENT').filter((one) => one.includes(uid))
    assert.match(event ?? '', /^SEQUENCE:1\r$/m)
    assert.match(event ?? '', /^DTSTART:20220328T090000Z\r$/m)

    assert.deepEqual(good(await jobseeker.post('/calendar-address/revocation')), { madeAt: null })
    assert.equal((await house.anonymous.get(made.path)).status, 404)
    const reads = good(await jobseeker.get('/audit')).items as { operation: string; role: string }[]
    assert.ok(reads.some((row) => row.operation === 'readCalendar' && row.role === 'jobseeker'))
  })
})

describe('the provider', () => {
  test('logs a meeting and an activity, corrects it, and reports an absence that is accepted', async () => {
    const path = `/cases/${life.caseId}`
    const held = { startsAt: '2022-01-13T09:00:00Z', minutes: 45, mode: 'physical', came: 'yes', tookPlace: true }
    good(await adviser.post(`${path}/held-meetings`, held))
    const entry = { onDay: '2022-01-14', code: 'practical-support', hours: 2, mode: 'physical', withWhom: 'adviser' }
    const { id } = good(await adviser.post(`${path}/activities`, entry))
    const corrected = good(await adviser.post(`/activities/${id}/correction`, { ...entry, hours: 1.5 }))
    const absence = { kind: 'absence', firstDay: '2022-01-17', reason: 'sick' }
    const deviation = good(await adviser.post(`${path}/deviations`, absence))
    good(await caseworker.post(`/deviations/${deviation.id}/decision`, { outcome: 'accepted' }))
    const item = { kind: 'activity', id: corrected.id, answer: 'disputed', comment: 'Det blev inte av.' }
    good(await jobseeker.post(`${path}/confirmations`, { items: [item] }))
  })

  test('closes January: the disputed report goes to the caseworker, the dispute is settled', async () => {
    const drafted = good(await adviser.post('/reports/drafts', { month: '2022-01' }))
    assert.ok(drafted.reports.length > 0)
    const own = good(await adviser.post(`/cases/${life.caseId}/reports`, { month: '2022-01' })).reports[0]
    const signed = good(await adviser.post('/reports/signatures', { reportIds: [own.reportId] })).reports[0]
    assert.deepEqual([signed.state, signed.failed], ['being-handled', ['nothing-disputed']])
    const { items } = good(await coordinator.get('/reports?month=2022-01&whose=all'))
    assert.ok(items.length > 0)
    const log = good(await jobseeker.get(`/cases/${life.caseId}/log?month=2022-01`))
    const disputed = log.items.find((item: { answer: string }) => item.answer === 'disputed')
    const settlement = { outcome: 'stands', why: 'Deltagarlistan visar närvaro.' }
    good(await caseworker.post(`/disputes/${disputed.confirmationId}/settlement`, settlement))
    const decision = { outcome: 'approved', why: 'Tvisten är avgjord.' }
    good(await caseworker.post(`/reports/${own.reportId}/decision`, decision))
  })

  test('keeps its places and shares out its participants', async () => {
    const { items } = good(await coordinator.get('/caseload?whose=all'))
    assert.equal(items.length, 2)
    const { contractId, addressId } = provider
    assert.equal(good(await coordinator.get('/provider/contracts')).items[0].contractId, contractId)
    good(await coordinator.post(`/provider/contracts/${contractId}/capacity`, { addressId, cap: 40 }))
    const words = { languages: ['sv', 'ar', 'so'], orientations: ['all'], presentation: 'Vi finns nära torget.' }
    good(await coordinator.post(`/provider/addresses/${addressId}/presentation`, words))
    const [{ addresses }] = good(await coordinator.get('/provider/contracts')).items
    assert.equal(addresses[0].presentation, 'Vi finns nära torget.')
    const second = await house.world.anActor('adviser', {
      organisationId: provider.providerId,
      officeId: null,
      name: 'Andra Handledaren',
    })
    good(await coordinator.post(`/cases/${life.caseId}/adviser`, { adviserId: second.userId ?? '' }))
  })
})

describe('the caseworker', () => {
  test('finds the queue, and the document that proves an outcome', async () => {
    const queue = good(await caseworker.get('/tasks'))
    assert.ok(queue.items.length > 0)
    const evidence = await caseworker.get(`/evidence/${life.evidenceId}`)
    assert.equal(evidence.status, 200)
    assert.match(evidence.text, /^%PDF/)
  })

  test('tells about profiling, gives the case to the office and abstains from a referral', async () => {
    const body = { channel: 'office', details: lifeDetails(), toldAboutProfiling: false }
    const { caseId } = good(await caseworker.post('/registrations', body))
    good(await caseworker.post(`/cases/${caseId}/profiling-notice`, { channel: 'spoken' }))
    const office = house.world.office
    good(await caseworker.post(`/cases/${caseId}/assignment`, { officeId: office, caseworkerId: null }))
    good(await caseworker.post(`/cases/${caseId}/assessments`, { reason: 'Första bedömningen' }))
    good(await caseworker.post(`/cases/${caseId}/abstentions`, { code: 'about-to-start' }))
  })

  test('names who else may see a protected person: staff, and one adviser', async () => {
    const { world } = house
    const details = { protection: 'secrecy-mark', givenName: 'Mira', familyName: 'Skyddsson' } as const
    const hidden = await aLife(world, { provider, caseworker: world.caseworker, details })
    world.today = today
    const userId = world.secondCaseworker.userId ?? ''
    const second = await house.signIn(world.secondCaseworker)
    assert.equal((await second.get(`/cases/${hidden.caseId}`)).status, 404)
    good(await caseworker.post(`/cases/${hidden.caseId}/named-staff`, { userId }))
    assert.equal((await second.get(`/cases/${hidden.caseId}`)).status, 200)
    assert.equal((await coordinator.get(`/cases/${hidden.caseId}`)).status, 404)
    const named = { userId: provider.coordinator.userId ?? '' }
    const staffNamed = async () =>
      (await caseworker.get(`/cases/${hidden.caseId}/named-adviser`)).body.staff
        .filter((one: { named: boolean }) => one.named)
        .map((one: { userId: string }) => one.userId)
    assert.deepEqual(await staffNamed(), [provider.adviser.userId])
    good(await caseworker.post(`/cases/${hidden.caseId}/named-adviser`, named))
    assert.equal((await coordinator.get(`/cases/${hidden.caseId}`)).status, 200)
    assert.deepEqual(await staffNamed(), [named.userId])
  })

  test('interrupts, the provider gives its final report, and the person returns', async () => {
    const { caseId, placementId } = leaving
    const interruption = { lastDay: '2022-02-25', cause: 'long-absence', reason: 'Är borta länge.' }
    good(await caseworker.post(`/cases/${caseId}/interruptions`, interruption))
    const done = [{ code: 'practical-support', text: 'Sökte tio jobb.' }]
    const report = { placementId, occupation: 'sick-leave', done, progress: 'Skriver cv själv.', nextStep: 'Vila.' }
    const { id: corrects } = good(await adviser.post(`/cases/${caseId}/final-reports`, report))
    const corrected = { ...report, corrects, nextStep: 'Vila, sedan praktik.' }
    const { id } = good(await adviser.post(`/cases/${caseId}/final-reports`, corrected))
    const { items } = good(await adviser.get(`/cases/${caseId}/final-reports`))
    assert.deepEqual([items[0].lastDay, items[0].report.finalReportId], ['2022-02-25', id])
    good(await caseworker.post(`/final-reports/${id}/reading`))
    good(await caseworker.post(`/cases/${caseId}/returns`, { returnOn: '2022-03-01' }))
  })
})

describe('money', () => {
  test('a month is closed when an approver asks, and another sends the statement back', async () => {
    const { world } = house
    const approver = await house.signIn(world.approver)
    const month = '2022-01'
    good(await approver.post('/money/month-runs', { month }))
    await moneyTasks['close-month'](work(), { month, requestedBy: world.approver.userId }, openLog())
    const { items } = good(await approver.get('/statements?state=waiting'))
    const { statementId } = items[0]
    const own = await approver.post(`/statements/${statementId}/return`, { code: 'fact-wrong', reason: 'Fel timmar.' })
    assert.equal(own.body.code, 'four-eyes-preparer')
    const second = await house.signIn(await world.anActor('approver', { name: 'Robin Prov' }))
    good(await second.post(`/statements/${statementId}/return`, { code: 'fact-wrong', reason: 'Fel timmar.' }))
  })
})

describe('the register of providers', () => {
  test('takes in a new one with an address and a contract, and stops its new choices', async () => {
    const organisationId = await house.world.anOrganisation('provider', 'Nya bolaget')
    const { id: providerId } = good(await overseer.post('/providers', { organisationId, name: 'Nya bolaget' }))
    const address = {
      street: 'Nygatan 1',
      locality: 'Göteborg',
      municipalityCode: '1480',
      languages: ['sv', 'en'],
      orientations: ['all'],
      presentation: 'Vi är nya.',
    }
    const { id: addressId } = good(await overseer.post(`/providers/${providerId}/addresses`, address))
    const contract = { providerId, areaCode: 'FA15', priceModel: '1', fromDay: '2022-03-01', addressIds: [addressId] }
    const { id: contractId } = good(await overseer.post('/contracts', contract))
    good(await overseer.post(`/contracts/${contractId}/new-choices`, { open: false, reason: 'Granskas.' }))
    const { items } = good(await overseer.get('/contracts?search=Nya'))
    assert.deepEqual([items.length, items[0].openForChoices], [1, false])
  })
})

describe('the administrator', () => {
  test('imports a register extract and gets the rows to mend', async () => {
    const bytes = Buffer.from(anExtract([anExtractRow(50), anExtractRow(51, { kommunkod: '9999' })]))
    const { id } = good(await administrator.upload('/imports/persons', { name: 'utdrag.csv', type: 'text/csv', bytes }))
    await importTasks['import-persons'](work(), { runId: id }, openLog())
    const run = good(await administrator.get(`/imports/${id}`))
    assert.deepEqual([run.accepted, run.refused], [1, 1])
    assert.equal(good(await administrator.get('/imports')).items[0].id, id)
    const file = await administrator.get(`/imports/${id}/problems.csv`)
    assert.match(file.text, /kommunkod/)
  })

  test('sees the log and the outbox without names, and moves the clock forward', async () => {
    assert.ok(good(await administrator.get('/audit')).total > 20)
    assert.ok(good(await administrator.get('/outbox?waiting=yes')).total > 0)
    assert.equal(good(await administrator.get('/clock')).today, today)
    good(await administrator.post('/clock/forward', { days: 1 }))
    assert.equal(good(await administrator.get('/clock')).today, '2022-03-01')
  })
})
