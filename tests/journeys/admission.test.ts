import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, day } from '../../src/kernel/day.ts'
import { anAddress, anApplicant, anApplication, someTerms, testNumber } from '../../src/modules/admission/testing.ts'
import { openArea } from '../../src/modules/registration/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { aBeginning } from '../access/life.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status === 200 || answer.status === 201, `${answer.status}: ${answer.text}`)
  return answer.body
}

let house: TestHouse
let applicantActor: Actor
let applicant: Caller
let overseer: Caller
let second: Caller
let administrator: Caller

before(async () => {
  house = await testHouse(day('2022-10-03'))
  const { world } = house
  applicantActor = await anApplicant(world)
  applicant = await house.signIn(applicantActor)
  overseer = await house.signIn(world.overseer)
  second = await house.signIn(await world.anActor('overseer', { name: 'Petra Prov' }))
  administrator = await house.signIn(world.administrator)
})
after(() => house.drop())

describe('an organisation that wants to be a provider', () => {
  let termsId: string
  let applicationId: string
  let contractId: string

  test('finds the terms that two of the authority have published', async () => {
    ;({ id: termsId } = good(await overseer.post('/tender-terms', someTerms())))
    assert.equal((await overseer.post(`/tender-terms/${termsId}/decision`, { outcome: 'published' })).status, 403)
    assert.equal(good(await applicant.get('/tender-terms')).total, 0)
    good(await second.post(`/tender-terms/${termsId}/decision`, { outcome: 'published' }))
    const { items } = good(await applicant.get('/tender-terms'))
    assert.deepEqual([items[0].termsId, items[0].takesApplications], [termsId, true])
    assert.equal(good(await applicant.get(`/tender-terms/${termsId}`)).content.areas.length, 2)
  })

  test('writes half an application, comes back, is told what is missing, and sends it', async () => {
    ;({ id: applicationId } = good(await applicant.post('/applications', { termsId })))
    const begun = good(await applicant.get(`/applications/${applicationId}`))
    assert.equal(begun.content.organisationNumber, testNumber)
    const whole = anApplication()
    const half = { ...whole, references: { ...whole.references, matching: begun.content.references.matching } }
    const path = `/applications/${applicationId}`
    const saved = good(await applicant.post(`${path}/draft`, { basedOn: begun.draftId, content: half }))
    assert.ok(
      saved.faults.every(
        (one: { field: string; cure: string }) => one.field.startsWith('references.matching') && one.cure,
      ),
    )
    const refused = await applicant.post(`${path}/submission`)
    assert.deepEqual([refused.status, refused.body.code], [422, 'several-problems'])
    const back = good(await applicant.get(path))
    assert.deepEqual(back.content, half)
    good(await applicant.post(`${path}/draft`, { basedOn: back.draftId, content: whole }))
    const lease = { name: 'hyresavtal.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4 avtal') }
    const { documentId } = good(await applicant.upload(`${path}/documents/lease`, lease))
    assert.deepEqual(good(await applicant.upload(`${path}/documents/lease`, lease)), { documentId }, 'the same again')
    const wrong = good(await applicant.upload(`${path}/documents/credit`, lease)).documentId
    const text = { name: 'avtal.pdf', type: 'application/pdf', bytes: Buffer.from('bara text') }
    assert.equal((await applicant.upload(`${path}/documents/lease`, text)).body.code, 'file-kind')
    assert.equal((await overseer.get(`/application-documents/${documentId}`)).status, 404, 'a draft is the applicant’s')
    good(await applicant.post(`/application-documents/${wrong}/removal`))
    const sent = good(await applicant.post(`${path}/submission`))
    assert.deepEqual(sent, { sentOn: '2022-10-03', dueOn: '2022-12-02' })
    assert.equal(good(await applicant.get('/applications')).items[0].state, 'sent')
    const work = good(await overseer.get('/tasks'))
    assert.ok(JSON.stringify(work).includes('admission.judge-application'))
  })

  test('is judged by two officers, admitted, and can be chosen the same day', async () => {
    const path = `/applications/${applicationId}`
    const { documents } = good(await overseer.get(path))
    assert.deepEqual(
      documents.map((one: { topic: string; name: string }) => [one.topic, one.name]),
      [['lease', 'hyresavtal.pdf']],
    )
    const paper = await overseer.get(`/application-documents/${documents[0].documentId}`)
    assert.equal(paper.text, '%PDF-1.4 avtal')
    assert.equal(
      (await applicant.post(`/application-documents/${documents[0].documentId}/removal`)).body.code,
      'application-sent',
    )
    const { items } = good(await overseer.get('/applications'))
    assert.deepEqual([items[0].organisationName, items[0].left], ['Sökande AB', 2])
    const judgements = [
      { requirement: 'references', outcome: 'met' },
      { requirement: 'lease', areaCode: 'FA15', outcome: 'met' },
    ]
    good(await overseer.post(`${path}/judgements`, { judgements }))
    assert.equal((await overseer.post(`${path}/decision`, { reason: 'Alla krav är uppfyllda.' })).status, 409)
    assert.deepEqual(good(await second.post(`${path}/judgements`, { judgements })), { left: 0, disagreed: 0 })
    const decided = good(await second.post(`${path}/decision`, { reason: 'Alla krav är uppfyllda.' }))
    assert.deepEqual(decided.areas, [{ areaCode: 'FA15', outcome: 'admitted' }])
    const { decision } = good(await applicant.get(path))
    contractId = decision.areas[0].contractId
    assert.ok(contractId)
    const { caseId, jobseeker } = await aBeginning(house.world, { caseworker: house.world.caseworker })
    const person = await house.signIn(jobseeker)
    const catalogue = good(await person.get(`/cases/${caseId}/catalogue?name=s%C3%B6kande`))
    assert.equal(catalogue.items[0].contractId, contractId)
    const { addressId } = catalogue.items[0]
    const placed = good(await person.post(`/cases/${caseId}/choice`, { contractId, addressId }))
    assert.equal(placed.firstDay, '2022-10-17')
  })

  test('keeps its staff, which the limit by adviser counts', async () => {
    const { addresses, perAdviser } = good(await applicant.get('/provider/advisers'))
    assert.equal(perAdviser, null)
    const [{ addressId, advisers, advisersPercent }] = addresses
    assert.deepEqual([advisersPercent, advisers[0].name], [80, 'Hanna Handledare'])
    const body = { addressId, name: 'Nils Ny', fullTimePercent: 50, languages: ['ar'], orientations: ['it'] }
    good(await applicant.post('/provider/advisers', body))
    assert.equal(good(await applicant.get('/provider/advisers')).addresses[0].advisersPercent, 130)
  })

  test('passes its contract on with the participants when two have agreed, and no case is lost', async () => {
    const heir = await anApplicant(house.world, 'Arvtagaren AB', null)
    const { items } = good(await overseer.get('/contract-receivers'))
    assert.ok(items.some((one: { name: string }) => one.name === 'Arvtagaren AB'))
    const onDay = day('2022-10-20')
    const body = { toOrganisationId: heir.organisationId, onDay, reason: 'Verksamheten överlåts.' }
    const { id } = good(await overseer.post(`/contracts/${contractId}/transfers`, body))
    assert.equal((await overseer.post(`/contract-transfers/${id}/decision`, { outcome: 'approved' })).status, 403)
    good(await second.post(`/contract-transfers/${id}/decision`, { outcome: 'approved' }))
    await house.goTo(onDay)
    const listed = good(await overseer.get('/contract-transfers')).items[0]
    assert.deepEqual([listed.state, listed.toProvider, listed.participants], ['approved', 'Arvtagaren AB', 1])
    const caseload = good(await (await house.signIn(heir)).get('/caseload?whose=all'))
    assert.equal(caseload.total, 1)
    const { items: contracts } = good(await overseer.get('/contracts?search=Arvtagaren'))
    const end = { cause: 'notice-by-provider', lastDay: addDays(onDay, 60), reason: 'Lägger ner.' }
    good(await overseer.post(`/contracts/${contracts[0].contractId}/end`, end))
    const { items: ended } = good(await overseer.get('/contracts?search=Arvtagaren'))
    assert.equal(ended[0].lastDay, '2022-12-19')
  })

  test('is refused by address, number and area before it is sent, and in each area that fails', async () => {
    const other = await house.signIn(await anApplicant(house.world, 'Felskrivna AB', null))
    const begun = good(await other.post('/applications', { termsId }))
    const { draftId } = good(await other.get(`/applications/${begun.id}`))
    const content = anApplication({
      organisationNumber: '556900-0029',
      areas: ['FA15', 'FA16'],
      addresses: [anAddress({ lat: 55.676, lon: 12.568 })],
    })
    const { faults } = good(await other.post(`/applications/${begun.id}/draft`, { basedOn: draftId, content }))
    assert.deepEqual(
      faults.map((one: { code: string }) => one.code),
      ['check-digit', 'area-outside-terms', 'not-in-sweden'],
    )
    const taken = good(await other.post(`/applications/${begun.id}/withdrawal`, { reason: 'Fel uppgifter.' }))
    assert.deepEqual(taken, { withdrawnOn: house.world.today })
    assert.equal((await other.post(`/applications/${begun.id}/withdrawal`)).body.code, 'application-withdrawn')
    assert.equal((await other.post(`/applications/${begun.id}/submission`)).body.code, 'application-withdrawn')
    const anew = good(await other.post('/applications', { termsId }))
    assert.notEqual(anew.id, begun.id)
    const states = good(await other.get('/applications')).items.map((one: { state: string }) => one.state)
    assert.deepEqual(states.toSorted(), ['draft', 'withdrawn'])
  })
})

describe('the roll-out', () => {
  test('is planned by one, looked at as a simulation, and signed by another', async () => {
    const { world } = house
    const from = world.today
    await world.must(world.administrator, (context) =>
      openArea(context, { code: 'P1', name: 'Provområdet', municipalities: ['2584'], from }),
    )
    const lines = [{ areaCode: 'P1', switchOn: '2022-12-01', priceModel: '1' }]
    const { id } = good(await overseer.post('/roll-out-plans', { title: 'Kiruna växlar', lines }))
    const seen = good(await administrator.get(`/roll-out-plans/${id}`))
    assert.deepEqual([seen.lines[0].contracts, seen.lines[0].warnings, seen.mayDecide], [0, ['no-contract'], true])
    good(await administrator.post(`/roll-out-plans/${id}/decision`, { outcome: 'signed' }))
    assert.equal(good(await overseer.get('/roll-out-plans')).items[0].state, 'signed')
    const again = await overseer.post('/roll-out-plans', { title: 'Igen', lines })
    assert.deepEqual([again.status, again.body.code], [409, 'area-already-switched'])
  })
})
