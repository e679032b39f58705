import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import { ok } from '../../kernel/result.ts'
import { newId } from '../../platform/new-id.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { correctPerson } from '../registration/index.ts'
import { addContract } from './add-contract.ts'
import { ownAdvisers } from './advisers.ts'
import { publicCatalogue } from './catalogue.ts'
import { chooseProvider } from './choose-provider.ts'
import { decideTransfer } from './decide-transfer.ts'
import { canEndContract, canTransfer, checkRollOut, placesWithStaff, warningsOf } from './domain/index.ts'
import { endContract } from './end-contract.ts'
import { sweeps } from './jobs.ts'
import { nameAdviser } from './name-adviser.ts'
import { openTender } from './open-tender.ts'
import { decideRollOut, planRollOut } from './plan-roll-out.ts'
import { prepareTransfer } from './prepare-transfer.ts'
import { ownContracts } from './provider-desk.ts'
import { placementsOf } from './reads.ts'
import { listPlans, simulatePlan } from './roll-out-reads.ts'
import { setAdviser } from './set-adviser.ts'
import { lockOffer } from './store.ts'
import { aProvider, aReferred, marketWorld, type Told } from './testing.ts'
import { listReceivers, listTransfers } from './transfers.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)
const moveSweep = sweeps.find((one) => one.name === 'market.move-transferred')

describe('contracts that end or pass to another organisation', () => {
  let world: TestWorld
  let told: Told[]
  before(async () => {
    ;({ world, told } = await marketWorld())
  })
  after(() => world.drop())

  test('stand only in the areas and at the price model of their tender, by problem and by constraint', async () => {
    const { providerId, addressId } = await aProvider(world, { name: 'Underlaget AB' })
    const tenderId = newId<string>()
    const open = (code: string) =>
      world.as(world.overseer, (context) => openTender(context, { tenderId, areas: [{ code, priceModel: '2' }] }))
    assert.equal(codeOf(await open('FA99')), 'area-unknown')
    assert.equal(codeOf(await open('FA16')), 'ok')
    const give = (areaCode: string, priceModel: '1' | '2', tender = tenderId) =>
      world.as(world.overseer, (context) =>
        addContract(context, {
          providerId,
          areaCode,
          priceModel,
          fromDay: day('2022-11-01'),
          addressIds: [addressId],
          tenderId: tender,
        }),
      )
    assert.equal(codeOf(await give('FA16', '2', newId<string>())), 'tender-not-found')
    assert.equal(codeOf(await give('FA17', '2')), 'area-outside-tender')
    assert.equal(codeOf(await give('FA16', '1')), 'price-model-of-tender')
    assert.equal(codeOf(await give('FA16', '2')), 'ok')
    await assert.rejects(
      world.rows(
        "insert into market.contract (provider_id, area_code, price_model, tender_id, from_day, recorded_at) values ($1, 'FA18', '2', $2, '2022-11-01', '2022-10-03')",
        [providerId, tenderId],
      ),
      /contract_in_its_tender/,
    )
  })

  test('end by notice: nobody can start after the last day, and a new contract may begin the day after', async () => {
    const { providerId, contractId, addressId } = await aProvider(world, { name: 'Uppsagda AB' })
    const end = (lastDay: string, actor = world.overseer) =>
      world.as(actor, (context) =>
        endContract(context, { contractId, cause: 'notice-by-provider', lastDay: day(lastDay), reason: 'Lägger ner.' }),
      )
    assert.equal(codeOf(await end('2022-10-10', world.caseworker)), 'not-allowed')
    assert.equal(codeOf(await end('2022-10-02')), 'end-in-the-past')
    assert.equal(codeOf(await end('2022-12-31')), 'ok')
    assert.equal(codeOf(await end('2022-10-10')), 'ok')
    const again = (fromDay: string) =>
      world.as(world.overseer, (context) =>
        addContract(context, {
          providerId,
          areaCode: 'FA15',
          priceModel: '1',
          fromDay: day(fromDay),
          addressIds: [addressId],
        }),
      )
    assert.equal(codeOf(await again('2022-10-10')), 'contract-overlaps')
    assert.equal(codeOf(await again('2022-10-11')), 'ok')
    const person = await aReferred(world)
    const choice = { caseId: person.caseId, contractId, addressId }
    assert.equal(
      codeOf(await world.as(person.actor, (context) => chooseProvider(context, choice))),
      'contract-not-in-force',
    )
    const notice = await world.rows("select 1 from platform.notice where kind = 'market.contract-ends'")
    assert.equal(notice.length, 2)
    const past = { start: day('2022-01-01'), end: day('2022-10-01') }
    assert.equal(codeOf(canEndContract(past, day('2022-10-05'), day('2022-10-03'))), 'contract-over')
    const short = { start: day('2022-01-01'), end: day('2022-12-01') }
    assert.equal(codeOf(canEndContract(short, day('2022-12-01'), day('2022-10-03'))), 'end-after-contract')
  })

  test('pass on with participants, places and staff when another person approves, and no case is lost', async () => {
    const old = await aProvider(world, { name: 'Gamla AB', cap: 2 })
    const person = await aReferred(world)
    const hidden = await aReferred(world, { protection: 'secrecy-mark' })
    for (const { actor, caseId } of [person, hidden]) {
      const { contractId, addressId } = old
      await world.must(actor, (context) => chooseProvider(context, { caseId, contractId, addressId }))
    }
    const toOrganisationId = await world.anOrganisation('provider', 'Nya AB')
    const onDay = day('2022-11-01')
    const prepare = (change: { onDay?: string; to?: OrganisationId } = {}) =>
      world.as(world.overseer, (context) =>
        prepareTransfer(context, {
          contractId: old.contractId,
          toOrganisationId: change.to ?? toOrganisationId,
          onDay: change.onDay === undefined ? onDay : day(change.onDay),
          reason: 'Verksamheten överlåts.',
        }),
      )
    assert.equal(codeOf(await prepare({ to: old.providerId })), 'transfer-to-itself')
    assert.equal(codeOf(await prepare({ onDay: '2022-10-03' })), 'transfer-too-early')
    assert.equal(codeOf(await prepare({ to: world.authority })), 'authority-not-provider')
    const prepared = await prepare()
    assert.ok(prepared.ok)
    assert.equal(codeOf(await prepare()), 'transfer-under-way')
    const transferId = prepared.value.id
    const second = await world.anActor('overseer', { name: 'Petra Prov' })
    const decide = (actor = second, outcome: 'approved' | 'returned' = 'approved') =>
      world.as(actor, (context) => decideTransfer(context, { transferId, outcome, reason: null }))
    assert.equal(codeOf(await decide(world.overseer)), 'four-eyes-preparer')
    assert.equal(codeOf(await decide(second, 'returned')), 'required')
    assert.equal(codeOf(await decide()), 'ok')
    assert.equal(codeOf(await decide()), 'transfer-decided')
    world.today = onDay
    assert.ok(moveSweep)
    await world.sweep(moveSweep)
    const spells = await world.must(person.actor, async (context) => ok(await placementsOf(context, person.caseId)))
    assert.deepEqual(
      spells.map((one) => [one.providerName, one.firstDay, one.lastDay]),
      [
        ['Gamla AB', '2022-10-17', '2022-10-31'],
        ['Nya AB', '2022-11-01', null],
      ],
    )
    const moved = told.filter((one) => one.name === 'provider-changed')
    assert.equal(moved.length, 2)
    const duties = await world.rows('select valid_from from platform.duty where organisation_id = $1', [
      toOrganisationId,
    ])
    assert.deepEqual(duties, [{ valid_from: '2022-11-01' }])
    const seats = await world.rows('select cap from market.v_offer where provider_id = $1 and from_day = $2', [
      toOrganisationId,
      onDay,
    ])
    assert.deepEqual(seats, [{ cap: 2 }])
    const before = await world.rows('select 1 from market.placement')
    await world.rows("delete from platform.day_run where sweep = 'market.move-transferred'")
    await world.sweep(moveSweep)
    assert.equal((await world.rows('select 1 from market.placement')).length, before.length)
    const list = await world.must(second, async (context) => ok(await listTransfers(context, { page: 1, limit: 20 })))
    assert.deepEqual([list.total, list.items[0]?.state, list.items[0]?.participants], [1, 'approved', 2])
    const receivers = await world.must(second, async (context) => ok(await listReceivers(context)))
    assert.ok(receivers.items.some((one) => one.name === 'Nya AB'))
    world.today = day('2022-10-03')
  })

  test('pass on a protected identity to those who were named alone, and not to the organisation that had the person before', async () => {
    world.today = day('2022-10-03')
    const old = await aProvider(world, { name: 'Förra AB' })
    const named = await world.anActor('adviser', { organisationId: old.providerId, officeId: null })
    const { caseId, personId, actor } = await aReferred(world)
    const { contractId, addressId } = old
    await world.must(actor, (context) => chooseProvider(context, { caseId, contractId, addressId }))
    const [version] = await world.rows<{ id: string }>('select id from registration.v_person where person_id = $1', [
      personId,
    ])
    const changes = { protection: 'secrecy-mark', home: null } as const
    await world.must(world.caseworker, (context) =>
      correctPerson(context, { caseId, basedOn: version?.id ?? '', changes }),
    )
    const userId = named.userId ?? assert.fail('a user')
    await world.must(world.caseworker, (context) => nameAdviser(context, { caseId, userId }))
    const toOrganisationId = await world.anOrganisation('provider', 'Senare AB')
    const onDay = day('2022-11-01')
    const { id: transferId } = await world.must(world.overseer, (context) =>
      prepareTransfer(context, { contractId, toOrganisationId, onDay, reason: 'Verksamheten överlåts.' }),
    )
    const second = await world.anActor('overseer')
    await world.must(second, (context) => decideTransfer(context, { transferId, outcome: 'approved', reason: null }))
    world.today = onDay
    await world.rows("delete from platform.day_run where sweep = 'market.move-transferred'")
    await world.sweep(moveSweep ?? assert.fail('a sweep'))
    const holders = await world.rows(
      `select x.holder from market.placement p join platform.access x on x.ground = 'placement:' || p.id
        where p.person_id = $1 and p.provider_id = $2`,
      [personId, toOrganisationId],
    )
    assert.deepEqual(holders, [{ holder: userId }])
    world.today = day('2022-10-03')
  })

  test('pass on only while they are in force', () => {
    const contract = { start: day('2022-01-01'), end: day('2022-11-01'), providerId: 'a' }
    const to = (onDay: string) => canTransfer(contract, { providerId: 'b', onDay: day(onDay) }, day('2022-10-03'))
    assert.deepEqual([codeOf(to('2022-10-31')), codeOf(to('2022-11-01'))], ['ok', 'contract-not-in-force'])
  })
})

describe('staff and places', () => {
  test('give fifty places per full-time adviser whatever the contract, and never more than the cap', () => {
    const staff = (advisersPercent: number, takenAtAddress: number) => ({
      advisersPercent,
      perAdviser: 50,
      takenAtAddress,
    })
    assert.equal(placesWithStaff(null, null), null)
    assert.equal(placesWithStaff(7, null), 7)
    assert.equal(placesWithStaff(null, staff(150, 70)), 5)
    assert.equal(placesWithStaff(3, staff(150, 70)), 3)
    assert.equal(placesWithStaff(9, staff(75, 37)), 0)
    assert.equal(placesWithStaff(9, staff(50, 40)), 0)
  })

  test('count from the day that the rule is in force, by the staff that the coordinator has entered', async () => {
    const { world } = await marketWorld()
    try {
      const { providerId, addressId, contractId, coordinator } = await aProvider(world)
      const adviser = { providerId, addressId, name: 'Rut', languages: ['sv'], orientations: [] }
      const set = (change: object = {}, actor = coordinator) =>
        world.as(actor, (context) => setAdviser(context, { ...adviser, fullTimePercent: 50, ...change }))
      assert.equal(codeOf(await set({}, world.caseworker)), 'not-allowed')
      const stranger = (await aProvider(world, { name: 'Annan AB' })).coordinator
      assert.equal(codeOf(await set({}, stranger)), 'not-found')
      assert.equal(codeOf(await set({ fullTimePercent: 101 })), 'share-not-percent')
      assert.equal(codeOf(await set({ fullTimePercent: 0 })), 'share-not-percent')
      assert.equal(codeOf(await set({ languages: ['qqq'] })), 'language-unknown')
      assert.equal(codeOf(await set({ addressId: providerId })), 'address-of-another')
      const first = await set()
      assert.ok(first.ok)
      const places = () =>
        world.must(coordinator, async (context) => ok((await lockOffer(context, contractId, addressId))?.openPlaces))
      assert.equal(await places(), null)
      world.today = day('2023-12-01')
      assert.equal(await places(), 25)
      const { id: replaces } = first.value
      assert.equal(codeOf(await set({ fullTimePercent: 100, replaces })), 'ok')
      assert.equal(codeOf(await set({ fullTimePercent: 0, replaces })), 'changed-meanwhile')
      assert.equal(await places(), 50)
      const shown = await world.must(coordinator, (context) =>
        publicCatalogue(context, { municipality: '1481', page: 1, limit: 20 }),
      )
      assert.equal(shown.items.find((one) => one.addressId === addressId)?.openPlaces, 50)
      const contracts = await world.must(coordinator, (context) => ownContracts(context, { page: 1, limit: 20 }))
      assert.equal(contracts.items[0]?.addresses[0]?.openPlaces, 50)
      const desk = await world.must(coordinator, ownAdvisers)
      assert.deepEqual(
        desk.addresses.map((one) => [one.advisersPercent, one.mostParticipants, one.advisers.length]),
        [[100, 50, 1]],
      )
    } finally {
      await world.drop()
    }
  })
})

describe('the roll-out', () => {
  const today = day('2022-10-03')
  const areas = [
    { code: 'A', rolledOutFrom: null },
    { code: 'B', rolledOutFrom: day('2022-01-01') },
  ]
  const line = (areaCode: string, switchOn: string) => ({ areaCode, switchOn: day(switchOn), priceModel: '1' as const })

  test('plans each area once, on a day to come, and none that has switched', () => {
    const check = (...lines: ReturnType<typeof line>[]) => codeOf(checkRollOut(lines, areas, today))
    assert.equal(check(), 'plan-empty')
    assert.equal(check(line('A', '2022-12-01'), line('A', '2022-12-02')), 'area-twice')
    assert.equal(check(line('C', '2022-12-01')), 'area-unknown')
    assert.equal(check(line('B', '2022-12-01')), 'area-already-switched')
    assert.equal(check(line('A', '2022-10-03')), 'switch-in-the-past')
    assert.equal(check(line('A', '2022-10-04')), 'ok')
  })

  test('warns of an area with nobody to choose, one to choose, or no seat left', () => {
    const foreseen = { contracts: 2, providers: 2, uncapped: 0, seats: 5, participants: 4, registered: 9 }
    assert.deepEqual(warningsOf(foreseen), [])
    assert.deepEqual(warningsOf({ ...foreseen, contracts: 0 }), ['no-contract'])
    assert.deepEqual(warningsOf({ ...foreseen, providers: 1, participants: 5 }), ['one-provider', 'no-seat-left'])
    assert.deepEqual(warningsOf({ ...foreseen, uncapped: 1, participants: 5 }), [])
  })

  test('switches an area when another person has signed, after what it would mean has been seen', async () => {
    const { world } = await marketWorld()
    try {
      await world.rows("insert into registration.delivery_area (code, name) values ('P1', 'Provområdet')")
      await world.rows(
        "insert into registration.area_municipality (area_code, municipality_code, from_day, recorded_at) values ('P1', '2584', '2022-01-01', '2022-01-01')",
      )
      await world.rows(
        "insert into registration.area_terms (area_code, from_day, service, recorded_at) values ('P1', '2022-01-01', 'stom', '2022-01-01')",
      )
      await aProvider(world, { area: 'P1', municipality: '2584', cap: 8 })
      const plan = (switchOn: string) =>
        world.as(world.overseer, (context) =>
          planRollOut(context, { title: 'Kiruna växlar', lines: [line('P1', switchOn)] }),
        )
      assert.equal(codeOf(await plan('2022-10-01')), 'switch-in-the-past')
      const made = await plan('2022-12-01')
      assert.ok(made.ok)
      const planId = made.value.id
      const seen = await world.must(world.administrator, (context) => simulatePlan(context, planId))
      const [area] = seen.lines
      assert.deepEqual(
        [area?.areaName, area?.serviceNow, area?.contracts, area?.seats, area?.warnings, seen.mayDecide],
        ['Provområdet', 'stom', 1, 8, ['one-provider'], true],
      )
      const decide = (outcome: 'signed' | 'returned', actor = world.administrator) =>
        world.as(actor, (context) => decideRollOut(context, { planId, outcome, reason: null }))
      assert.equal(codeOf(await decide('signed', world.overseer)), 'not-allowed')
      assert.equal(codeOf(await decide('returned')), 'required')
      assert.equal(codeOf(await decide('signed')), 'ok')
      assert.equal(codeOf(await decide('signed')), 'plan-decided')
      assert.equal(codeOf(await plan('2022-12-02')), 'area-already-switched')
      const service = async () =>
        (await world.must(world.administrator, (context) => simulatePlan(context, planId))).lines[0]?.serviceNow
      assert.equal(await service(), 'stom')
      world.today = day('2022-12-01')
      assert.equal(await service(), 'rom')
      const own = await world.as(world.administrator, (context) =>
        planRollOut(context, { title: 'Egen plan', lines: [line('P1', '2023-12-01')] }),
      )
      assert.equal(codeOf(own), 'area-already-switched')
      const list = await world.must(world.overseer, async (context) =>
        ok(await listPlans(context, { page: 1, limit: 9 })),
      )
      assert.deepEqual([list.total, list.items[0]?.state, list.items[0]?.areas], [1, 'signed', 1])
    } finally {
      await world.drop()
    }
  })
})
