import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import { addAddress } from './add-address.ts'
import { ownAdvisers } from './advisers.ts'
import { changeStaff, setLastDay } from './change-staff.ts'
import { type InviteStaff, inviteStaff, withdrawInvitation } from './invite-staff.ts'
import { setAdviser } from './set-adviser.ts'
import { listStaff } from './staff-reads.ts'
import { aJobseeker, aProvider, marketWorld, type TestProvider } from './testing.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

describe('a provider’s staff', { concurrency: false }, () => {
  let world: TestWorld
  let provider: TestProvider
  let rival: TestProvider
  before(async () => {
    ;({ world } = await marketWorld('2022-10-03'))
    provider = await aProvider(world)
    rival = await aProvider(world, { name: 'Provbolaget' })
  })
  after(() => world.drop())

  const wish = (more: Partial<InviteStaff> = {}): InviteStaff => ({
    name: 'Nora Ny',
    role: 'adviser',
    places: [{ addressId: provider.addressId, fullTimePercent: 80 }],
    languages: ['sv', 'ar'],
    firstDay: day('2022-10-03'),
    lastDay: null,
    ...more,
  })
  const invite = (more: Partial<InviteStaff> = {}, by = provider.coordinator) =>
    world.as(by, (context) => inviteStaff(context, wish(more)))
  const invited = (more: Partial<InviteStaff> = {}) =>
    world.must(provider.coordinator, (context) => inviteStaff(context, wish(more)))
  const accept = (actor: Actor, code: string) => world.as(actor, (context) => acceptInvitation(context, code))
  const staff = () => world.must(provider.coordinator, listStaff)
  const named = async (name: string) => (await staff()).items.find((each) => each.name === name)
  const dutyOf = async (name: string) => (await named(name))?.dutyId ?? assert.fail(`${name} has no duty`)
  const share = async () =>
    (await world.must(provider.coordinator, ownAdvisers)).addresses.find(
      (each) => each.addressId === provider.addressId,
    )?.advisersPercent
  const newcomer = (name: string) => world.anActor('jobseeker', { name })

  test('somebody is invited by a coordinator of the whole organisation alone, to what is the organisation’s own', async () => {
    assert.equal(codeOf(await invite({}, world.caseworker)), 'not-allowed')
    const of = (addressId: typeof provider.addressId) => [{ addressId, fullTimePercent: 50 }]
    assert.equal(codeOf(await invite({ places: of(rival.addressId) })), 'address-of-another')
    assert.equal(codeOf(await invite({ languages: ['xx'] })), 'language-unknown')
    assert.equal(codeOf(await invite({ firstDay: day('2022-10-02') })), 'first-day-passed')
    assert.equal(codeOf(await invite({ lastDay: day('2022-10-02') })), 'last-day-before-first')
    const places = [{ addressId: provider.addressId, fullTimePercent: 101 }]
    assert.equal(codeOf(await invite({ places })), 'share-not-percent')
  })

  test('who accepts has the duty, and a place in the staff register', async () => {
    const { code } = await invited()
    const nora = await newcomer('Nora Ny')
    const view = await world.must(nora, (context) => readInvitation(context, code))
    assert.deepEqual(
      [view.organisation, view.invitedBy, view.role, view.addresses],
      ['Provleverantören AB', 'Test coordinator', 'adviser', ['Exempelgatan 1, Provorten']],
    )
    assert.equal(codeOf(await accept(nora, code)), 'ok')
    const row = await named('Nora Ny')
    assert.deepEqual(
      [row?.role, row?.fullTimePercent, row?.languages, row?.firstDay, row?.lastDay, row?.places],
      ['adviser', 80, ['ar', 'sv'], '2022-10-03', null, [{ addressId: provider.addressId, fullTimePercent: 80 }]],
    )
    const left = await world.rows('select 1 from platform.duty where user_id = $1 and valid_to is null', [nora.userId])
    assert.equal(left.length, 1, 'the place as a jobseeker without a case is left')
    assert.equal(await share(), 80)
    assert.deepEqual((await staff()).invitations, [])
  })

  test('a code is for one person, some days, and until it is withdrawn', async () => {
    const first = await invited()
    assert.equal(codeOf(await accept(await newcomer('Ada'), first.code)), 'ok')
    assert.equal(codeOf(await accept(await newcomer('Bo'), first.code)), 'invitation-used')
    assert.equal(codeOf(await accept(await newcomer('Bo'), 'annan-kod')), 'invitation-not-known')
    const second = await invited()
    const withdraw = (by: Actor, id: string) => world.as(by, (context) => withdrawInvitation(context, id))
    assert.equal(codeOf(await withdraw(rival.coordinator, second.id)), 'not-found')
    assert.equal(codeOf(await withdraw(provider.coordinator, second.id)), 'ok')
    assert.equal(codeOf(await accept(await newcomer('Bo'), second.code)), 'invitation-withdrawn')
    assert.equal(codeOf(await withdraw(provider.coordinator, first.id)), 'invitation-used')
    const third = await invited()
    assert.equal(third.lastUseDay, '2022-10-17')
    world.today = day('2022-10-18')
    assert.equal(codeOf(await accept(await newcomer('Bo'), third.code)), 'invitation-expired')
    world.today = day('2022-10-03')
    const kept = await world.rows('select 1 from market.staff_invitation where code_hash::text like $1', [
      `%${third.code}%`,
    ])
    assert.equal(kept.length, 0, 'the code is kept as a hash alone')
  })

  test('nobody is staff twice, with the sign-in of an own case, or at the authority too', async () => {
    const { code } = await invited()
    const jobseeker = await aJobseeker(world)
    assert.equal(codeOf(await accept(jobseeker.actor, code)), 'invitation-own-case')
    assert.equal(codeOf(await accept(provider.coordinator, code)), 'already-staff')
    assert.equal(codeOf(await accept(world.caseworker, code)), 'invitation-authority-staff')
  })

  test('another role and other addresses are given from today, and what stood is kept', async () => {
    const dutyId = await dutyOf('Nora Ny')
    const places = [{ addressId: provider.addressId, fullTimePercent: 20 }]
    const change = (by: Actor, id = dutyId) =>
      world.as(by, (context) => changeStaff(context, { dutyId: id, role: 'coordinator', places, languages: ['sv'] }))
    assert.equal(codeOf(await change(rival.coordinator)), 'not-found')
    assert.equal(codeOf(await change(provider.coordinator)), 'ok')
    const row = await named('Nora Ny')
    assert.deepEqual([row?.role, row?.fullTimePercent, row?.languages], ['coordinator', 20, ['sv']])
    const nora: Actor = { ...provider.coordinator, userId: (row?.userId ?? null) as Actor['userId'] }
    assert.equal(codeOf(await world.as(nora, (context) => inviteStaff(context, wish()))), 'coordinator-of-places')
    assert.equal((await world.must(nora, listStaff)).mayChange, false)
    const earlier = await world.rows('select ended_by from platform.duty where id = $1', [dutyId])
    assert.deepEqual(earlier, [{ ended_by: provider.coordinator.userId }])
    assert.equal(codeOf(await change(provider.coordinator)), 'not-found', 'the duty of before is over')
  })

  test('a last day ends access and share after it, and can be moved, taken back, or be at once', async () => {
    const dutyId = await dutyOf('Ada')
    const end = (lastDay: string | null) =>
      world.as(provider.coordinator, (context) =>
        setLastDay(context, { dutyId, lastDay: lastDay === null ? null : day(lastDay) }),
      )
    const before = await share()
    assert.equal(codeOf(await end('2022-10-10')), 'ok')
    assert.equal((await named('Ada'))?.lastDay, '2022-10-10')
    world.today = day('2022-10-10')
    assert.equal(await share(), before)
    world.today = day('2022-10-11')
    assert.equal(await share(), (before ?? 0) - 80)
    assert.equal(await named('Ada'), undefined)
    world.today = day('2022-10-03')
    assert.equal(codeOf(await end(null)), 'ok')
    assert.equal((await named('Ada'))?.lastDay, null)
    assert.equal(codeOf(await end('2022-10-02')), 'ok')
    assert.equal(await named('Ada'), undefined)
  })

  test('an invitation holds while its sender may invite, and no longer than what it offers', async () => {
    const head = { role: 'coordinator' as const, places: [] }
    const first = await invited(head)
    const olga = await newcomer('Olga')
    assert.equal(codeOf(await accept(olga, first.code)), 'ok')
    const asHead: Actor = { ...provider.coordinator, userId: olga.userId }
    const [demoted, ended] = [await invite({}, asHead), await invite({}, asHead)]
    assert.ok(demoted.ok && ended.ok)
    const expired = async (id: string) => (await staff()).invitations.find((one) => one.id === id)?.expired
    assert.equal(await expired(demoted.value.id), false)
    const places = [{ addressId: provider.addressId, fullTimePercent: 0 }]
    const { dutyId } = await world.must(provider.coordinator, async (context) =>
      changeStaff(context, { dutyId: await dutyOf('Olga'), role: 'coordinator', places, languages: [] }),
    )
    assert.equal(codeOf(await accept(await newcomer('Per'), demoted.value.code)), 'invitation-withdrawn')
    assert.equal(await expired(demoted.value.id), true)
    await world.must(provider.coordinator, (context) => setLastDay(context, { dutyId, lastDay: day('2022-10-02') }))
    assert.equal(codeOf(await accept(await newcomer('Per'), ended.value.code)), 'invitation-withdrawn')
    const short = await invited({ lastDay: day('2022-10-05') })
    world.today = day('2022-10-06')
    assert.equal(codeOf(await accept(await newcomer('Per'), short.code)), 'invitation-expired')
    world.today = day('2022-10-05')
    assert.equal(codeOf(await accept(await newcomer('Per'), short.code)), 'ok')
    assert.equal((await named('Per'))?.lastDay, '2022-10-05')
    world.today = day('2022-10-03')
  })

  test('of two who accept at once one gets the duty', async () => {
    const { code } = await invited()
    const [one, other] = [await newcomer('Pia'), await newcomer('Pål')]
    const answers = (await Promise.all([accept(one, code), accept(other, code)])).map(codeOf)
    assert.equal(answers.filter((answer) => answer === 'ok').length, 1)
    assert.ok(answers.some((answer) => ['changed-meanwhile', 'invitation-used'].includes(answer)))
  })

  test('a withdrawal that comes second says that the invitation is used', async () => {
    const { id, code } = await invited()
    const accepted = Promise.withResolvers<void>()
    const seen = Promise.withResolvers<void>()
    const accepting = world.as(await newcomer('Rut'), async (context) => {
      const answer = await acceptInvitation(context, code)
      accepted.resolve()
      await seen.promise
      return answer
    })
    await accepted.promise
    const withdrawing = world.as(provider.coordinator, (context) => withdrawInvitation(context, id))
    const waiting = () =>
      world.rows(
        `select 1 from pg_locks where not granted
            and (database is null or database = (select oid from pg_database where datname = current_database()))`,
      )
    const most = 2_000
    let asked = 0
    while (asked < most && (await waiting()).length === 0) asked += 1
    seen.resolve()
    assert.ok(asked < most, 'the withdrawal waits for the acceptance')
    assert.equal(codeOf(await accepting), 'ok')
    assert.equal(codeOf(await withdrawing), 'invitation-used')
  })

  test('a duty for the whole organisation keeps its shares when its languages are changed', async () => {
    const { code } = await invited({ places: [] })
    const ulla = await newcomer('Ulla')
    assert.equal(codeOf(await accept(ulla, code)), 'ok')
    const { providerId, addressId, coordinator } = provider
    const row = { providerId, addressId, name: 'Ulla', fullTimePercent: 60, languages: ['sv'], orientations: [] }
    await world.must(coordinator, (context) => setAdviser(context, { ...row, userId: ulla.userId ?? undefined }))
    await world.must(coordinator, async (context) =>
      changeStaff(context, { dutyId: await dutyOf('Ulla'), role: 'adviser', places: [], languages: ['fa'] }),
    )
    const kept = await named('Ulla')
    assert.deepEqual([kept?.fullTimePercent, kept?.languages], [60, ['fa']])
  })

  test('a coordinator of one address cannot move away a row of another', async () => {
    const { providerId, coordinator } = provider
    const { id: otherId } = await world.must(world.overseer, (context) =>
      addAddress(context, {
        providerId,
        street: 'Exempelgatan 2',
        locality: 'Provorten',
        municipalityCode: '1481',
        point: undefined,
        languages: ['sv'],
        orientations: ['all'],
        presentation: 'Vi provar.',
      }),
    )
    const row = { providerId, name: 'Vera', fullTimePercent: 10, languages: ['sv'], orientations: [] }
    const { id } = await world.must(coordinator, (context) =>
      setAdviser(context, { ...row, addressId: provider.addressId }),
    )
    const places = [{ addressId: otherId, fullTimePercent: 0 }]
    const { code } = await invited({ role: 'coordinator', places })
    const newcomerThere = await newcomer('Åsa')
    assert.equal(codeOf(await accept(newcomerThere, code)), 'ok')
    const there: Actor = { ...coordinator, userId: newcomerThere.userId }
    const move = (addressId: typeof otherId, by: Actor) =>
      world.as(by, (context) => setAdviser(context, { ...row, addressId, replaces: id }))
    assert.equal(codeOf(await move(provider.addressId, there)), 'coordinator-of-places')
    assert.equal(codeOf(await move(otherId, there)), 'changed-meanwhile')
    assert.equal(codeOf(await move(provider.addressId, coordinator)), 'ok')
  })

  test('a coordinator of the whole organisation is always left', async () => {
    const dutyId = (await staff()).items.find((each) => each.own)?.dutyId ?? assert.fail('one’s own duty')
    const { coordinator } = provider
    const end = () => world.as(coordinator, (context) => setLastDay(context, { dutyId, lastDay: world.today }))
    assert.equal(codeOf(await end()), 'last-head-coordinator')
    const demote = await world.as(coordinator, (context) =>
      changeStaff(context, { dutyId, role: 'adviser', places: [], languages: [] }),
    )
    assert.equal(codeOf(demote), 'last-head-coordinator')
    const { code } = await invited({ role: 'coordinator', places: [] })
    assert.equal(codeOf(await accept(await newcomer('Siv'), code)), 'ok')
    assert.equal(codeOf(await end()), 'ok')
  })
})
