import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import { testPersonNumber } from '../../src/kernel/person-number.ts'
import { aBeginning, aLife, type Life, lifeDays } from '../access/life.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { type JourneyProvider, openProvider } from './world.ts'

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status === 200 || answer.status === 201, `${answer.status}: ${answer.text}`)
  return answer.body
}

let house: TestHouse
let near: JourneyProvider
let other: JourneyProvider
let caseworker: Caller

before(async () => {
  house = await testHouse(lifeDays.today)
  near = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
  other = await openProvider(house, 'Provbolaget', 'Provgatan 5')
  caseworker = await house.signIn(house.world.caseworker)
})
after(() => house.drop())

/** The latest letter of a kind, as its reader gets it, with the address that it is written under. */
async function letterOf(reader: Caller, caseId: string, kind: string, language = 'sv'): Promise<string> {
  const { items } = good(await reader.get(`/cases/${caseId}/letters`))
  const found = items.find((one: { kind: string; language: string }) => one.kind === kind && one.language === language)
  assert.ok(found, `${kind} in ${language} among ${items.map((one: { kind: string }) => one.kind).join(', ')}`)
  const letter = await reader.get(`/letters/${found.id}`)
  assert.equal(letter.status, 200)
  return letter.text
}

const kindsOf = (page: { steps: { kind: string }[] }) => page.steps.map((step) => step.kind)

describe('assisted registration', () => {
  const details = {
    identityNumber: testPersonNumber(day('1991-03-04'), 981),
    givenName: 'Robin',
    familyName: 'Medhjälpsson',
    street: 'Provvägen 4',
    postcode: '41101',
    locality: 'Göteborg',
    municipalityCode: '1480',
    birthRegion: 'world',
    education: 'compulsory',
    educationCompleted: true,
    disability: false,
    programme: 'JOB',
    registeredFrom: '2020-03-01',
    registeredDays10y: 1100,
    ssyk: ['5120'],
    language: 'so',
    interpreter: true,
  }

  test('is done by staff with the person, without e-mail, and told on paper', async () => {
    const answers = { 'can-use-the-web': 'no', 'needs-interpreter': 'yes' }
    const body = { channel: 'assisted', details, answers, toldAboutProfiling: true }
    const { caseId, personId } = good(await caseworker.post('/registrations', body))
    const page = good(await caseworker.get(`/cases/${caseId}`))
    const registered = page.steps.find((step: { kind: string }) => step.kind === 'registration.person-registered')
    assert.equal(registered.who, 'Kim Prov')
    assert.equal(registered.facts.channel, 'assisted')
    const notices = await house.world.rows<{ channel: string }>(
      "select channel from platform.notice where person_id = $1 and kind = 'registration.registered'",
      [personId],
    )
    assert.deepEqual(notices, [{ channel: 'letter' }])
    const [file] = await house.world.rows(
      'select assisted_by, answers from registration.case_file where case_id = $1',
      [caseId],
    )
    assert.deepEqual(file, { assisted_by: house.world.caseworker.userId, answers })
    // Only those who register digitally are assessed by themselves; others when a caseworker asks (programme 4.1).
    assert.deepEqual(good(await caseworker.get(`/cases/${caseId}/assessments`)).items, [])
    const asked = good(await caseworker.post(`/cases/${caseId}/assessments`, { reason: 'Första bedömningen' }))
    assert.equal(asked.result, 'referable')
  })

  test('answers that were wrong are corrected with both versions kept', async () => {
    const { items } = good(await caseworker.get('/cases?whose=all&name=Medhj'))
    const { caseId } = items[0]
    const { versionId } = good(await caseworker.get(`/cases/${caseId}/person`))
    const changes = { education: 'upper-secondary' }
    const { changed } = good(await caseworker.post(`/cases/${caseId}/person`, { basedOn: versionId, changes }))
    assert.deepEqual(changed, ['education'])
    const person = good(await caseworker.get(`/cases/${caseId}/person`))
    assert.equal(person.education, 'upper-secondary')
    assert.equal(person.versions.length, 2)
  })
})

describe('interruption', () => {
  let life: Life
  before(async () => {
    const details = { language: 'ar' }
    life = await aLife(house.world, { provider: near, caseworker: house.world.caseworker, details })
  })

  test('ends the service with a letter in Swedish and the person’s own language, and asks what comes next', async () => {
    const { caseId } = life
    const desk = good(await caseworker.get(`/cases/${caseId}/decision-desk`))
    const preview = good(
      await caseworker.get(`/cases/${caseId}/decision-preview?kind=interruption&cause=moved-out&lastDay=2022-03-11`),
    )
    assert.match(JSON.stringify(preview), /2022-03-11/)
    good(
      await caseworker.post(`/cases/${caseId}/interruptions`, {
        lastDay: '2022-03-11',
        cause: 'moved-out',
        reason: 'Flyttar till Kiruna.',
        basedOn: desk.version,
      }),
    )
    const jobseeker = await house.signIn(life.jobseeker)
    assert.match(await letterOf(jobseeker, caseId, 'decision-interruption'), /2022-03-11/)
    assert.match(await letterOf(jobseeker, caseId, 'decision-interruption', 'ar'), /dir="rtl"/)
    const tasks = await house.world.rows<{ kind: string }>(
      'select kind from platform.task where case_id = $1 and closed_at is null',
      [caseId],
    )
    const kinds = tasks.map((task) => task.kind)
    assert.ok(
      kinds.some((kind) => kind.includes('next-step')),
      kinds.join(', '),
    )
    assert.ok(
      kinds.some((kind) => kind.includes('final-report')),
      kinds.join(', '),
    )
    assert.ok(kindsOf(good(await jobseeker.get(`/cases/${caseId}`))).includes('decision.service-interrupted'))
  })

  test('shows the participant and the provider that it is over, not why', async () => {
    const adviser = await house.signIn(near.adviser)
    const page = await adviser.get(`/cases/${life.caseId}`)
    assert.equal(page.status, 200, 'until 30 days after')
    assert.doesNotMatch(page.text, /Kiruna/)
    const gone = await caseworker.post(`/cases/${life.caseId}/extensions`, { reason: 'Mer tid' })
    assert.equal(gone.status, 409)
  })
})

describe('extension and change of provider', () => {
  let life: Life
  let jobseeker: Caller
  before(async () => {
    life = await aLife(house.world, { provider: near, caseworker: house.world.caseworker })
    jobseeker = await house.signIn(life.jobseeker)
  })

  test('an extension follows the last day and has its letter', async () => {
    const { caseId } = life
    const desk = good(await caseworker.get(`/cases/${caseId}/decision-desk`))
    const extended = good(
      await caseworker.post(`/cases/${caseId}/extensions`, {
        reason: 'Nära ett arbete men behöver mer stöd.',
        basedOn: desk.version,
      }),
    )
    assert.deepEqual([extended.firstDay, extended.lastDay], ['2022-03-14', '2022-09-09'])
    assert.match(await letterOf(jobseeker, caseId, 'decision-extension'), /2022-09-09/)
    const [chain] = good(await jobseeker.get(`/cases/${caseId}/decisions`)).items
    assert.equal(chain.lastGrantedDay, '2022-09-09')
    const again = await caseworker.post(`/cases/${caseId}/extensions`, { reason: 'En gång till' })
    assert.equal(again.status, 409, 'once')
  })

  test('the participant changes provider from the next working day, with a letter that names both', async () => {
    const { caseId } = life
    const { contractId, addressId } = other
    const changed = good(await jobseeker.post(`/cases/${caseId}/change-of-provider`, { contractId, addressId }))
    assert.equal(changed.firstDay, '2022-03-14')
    const letter = await letterOf(jobseeker, caseId, 'market.provider-changed')
    assert.match(letter, /Exempelbolaget/)
    assert.match(letter, /Provbolaget/)
    const newAdviser = await house.signIn(other.adviser)
    assert.equal((await newAdviser.get(`/cases/${caseId}`)).status, 200)
    const oldAdviser = await house.signIn(near.adviser)
    assert.equal((await oldAdviser.get(`/cases/${caseId}`)).status, 200, 'until 30 days after')
  })
})

describe('the nearest-provider rule', () => {
  let caseId = ''
  let jobseeker: Caller
  before(async () => {
    house.world.today = lifeDays.today
    const begun = await aBeginning(house.world, { caseworker: house.world.caseworker })
    caseId = begun.caseId
    jobseeker = await house.signIn(begun.jobseeker)
  })

  test('waits five working days, with a reminder on the third', async () => {
    await house.goTo(day('2022-03-16'))
    const reminded = await house.world.rows<{ kind: string }>(
      "select kind from platform.notice where kind like 'market.%remind%' or kind like 'market.choice%'",
    )
    assert.ok(reminded.length > 0, 'a reminder on the morning of the third working day')
    await house.goTo(day('2022-03-18'))
    const catalogue = good(await jobseeker.get(`/cases/${caseId}/catalogue`))
    assert.deepEqual(catalogue.placements, [])
  })

  test('then places with the nearest provider, logs every candidate and writes the letter', async () => {
    await house.goTo(day('2022-03-21'))
    const log = good(await caseworker.get(`/cases/${caseId}/nearest-log`))
    assert.equal(log.onDay, '2022-03-21')
    assert.equal(log.candidates.length, 2)
    const nearest = log.candidates.filter((one: { fate: string }) => one.fate === 'nearest')
    assert.equal(nearest.length, 1)
    const letter = await letterOf(jobseeker, caseId, 'market.placed-by-rule')
    assert.ok(letter.includes(nearest[0].providerName))
    assert.match(letter, /2022-04-04/, 'the tenth working day after')
    assert.match(await letterOf(jobseeker, caseId, 'decision-dates'), /2022-04-04/)
    const [chain] = good(await jobseeker.get(`/cases/${caseId}/decisions`)).items
    assert.deepEqual([chain.firstDay, chain.lastGrantedDay], ['2022-04-04', '2022-09-30'])
    const page = good(await jobseeker.get(`/cases/${caseId}`))
    assert.ok(kindsOf(page).some((kind) => kind.startsWith('market.')))
  })
})
