import { addDays, day } from '../../kernel/day.ts'
import type { Point } from '../../kernel/geo.ts'
import type { AddressId, CaseId, ContractId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import { testPersonNumber } from '../../kernel/person-number.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Subscriptions } from '../../platform/events.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { assessPerson } from '../assessment/index.ts'
import { decideReferral, fixDecisionDates, holdPlanningTalk } from '../decision/index.ts'
import {
  giveProfilingNotice,
  openArea,
  type PersonDetails,
  registerPerson,
  seedDeliveryAreas,
} from '../registration/index.ts'
import { addAddress } from './add-address.ts'
import { addContract } from './add-contract.ts'
import { addProvider } from './add-provider.ts'
import type { Orientation } from './contract.ts'
import { endOnInterruption } from './end-placement.ts'
import type { Placed } from './events.ts'
import { followProtection } from './follow-protection.ts'
import { inviteStaff } from './invite-staff.ts'
import { openChoiceAfterMove, openChoiceOnReferral, openChoiceOnReturn } from './open-choice.ts'
import { planRollOut } from './plan-roll-out.ts'
import { prepareTransfer } from './prepare-transfer.ts'
import { setCapacity } from './set-capacity.ts'

/** What a told event was, for tests that ask what was published. */
export type Told = { readonly name: string; readonly payload: unknown }

/** A world with the delivery areas and the market's own wiring; `told` holds the market's events, the oldest first. */
export async function marketWorld(today = '2022-10-03'): Promise<{ world: TestWorld; told: Told[] }> {
  const told: Told[] = []
  const note = (name: string) => async (_context: unknown, payload: unknown) => {
    told.push({ name, payload })
  }
  const subscriptions: Subscriptions = {
    'person-changed': [openChoiceAfterMove, followProtection],
    'referral-granted': [openChoiceOnReferral],
    'service-interrupted': [endOnInterruption],
    'service-resumed': [openChoiceOnReturn],
    placed: [
      (context, placed: Placed) =>
        fixDecisionDates(context, { decisionId: placed.decisionId, firstDay: placed.firstDay }),
      note('placed'),
    ],
    'provider-changed': [note('provider-changed')],
    'placement-ended': [note('placement-ended')],
    'choice-opened': [note('choice-opened')],
  }
  const world = await testWorld({ today, subscriptions })
  await world.must(systemActor, seedDeliveryAreas)
  return { world, told }
}

/** A provider with one contract at one address. */
export interface TestProvider {
  readonly providerId: OrganisationId
  readonly contractId: ContractId
  readonly addressId: AddressId
  readonly coordinator: Actor
}

/** Adds a provider to the world: by default in the area of Gothenburg, at Mölndal's seat, without a cap. */
export async function aProvider(
  world: TestWorld,
  wish: {
    name?: string
    area?: string
    municipality?: string
    point?: Point
    cap?: number
    from?: string
    lastDay?: string
    languages?: string[]
    orientations?: Orientation[]
  } = {},
): Promise<TestProvider> {
  const name = wish.name ?? 'Provleverantören AB'
  const providerId = await world.anOrganisation('provider', name)
  const { overseer } = world
  await world.must(overseer, (context) => addProvider(context, { organisationId: providerId, name }))
  const { id: addressId } = await world.must(overseer, (context) =>
    addAddress(context, {
      providerId,
      street: 'Exempelgatan 1',
      locality: 'Provorten',
      municipalityCode: wish.municipality ?? '1481',
      point: wish.point,
      languages: wish.languages ?? ['sv'],
      orientations: wish.orientations ?? ['all'],
      presentation: 'Vi provar.',
    }),
  )
  const { id: contractId } = await world.must(overseer, (context) =>
    addContract(context, {
      providerId,
      areaCode: wish.area ?? 'FA15',
      priceModel: '1',
      fromDay: day(wish.from ?? '2022-01-01'),
      lastDay: wish.lastDay === undefined ? undefined : day(wish.lastDay),
      addressIds: [addressId],
    }),
  )
  const { cap } = wish
  if (cap !== undefined)
    await world.must(systemActor, (context) => setCapacity(context, { contractId, addressId, cap }))
  const coordinator = await world.anActor('coordinator', { organisationId: providerId, officeId: null })
  return { providerId, contractId, addressId, coordinator }
}

/** A jobseeker of the world with a case. */
export interface TestParticipant {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly actor: Actor
}

let serial = 0

/** Registers a jobseeker, by default in Mölndal; `details` says what is different. */
export async function aJobseeker(world: TestWorld, details: Partial<PersonDetails> = {}): Promise<TestParticipant> {
  serial += 1
  const user = await world.anActor('jobseeker')
  const registered = await world.must(world.caseworker, (context) =>
    registerPerson(context, {
      details: { ...ordinary(serial), ...details },
      channel: 'office',
      userId: user.userId ?? undefined,
      namedStaff: world.caseworker.userId === null ? [] : [world.caseworker.userId],
    }),
  )
  const { personId } = registered
  await world.rows('update platform.user_account set person_id = $1 where id = $2', [personId, user.userId])
  return { ...registered, actor: { ...user, personId } }
}

/** A jobseeker with a referral granted on the world's today, so that the choice is open. */
export async function aReferred(world: TestWorld, details: Partial<PersonDetails> = {}): Promise<TestParticipant> {
  const jobseeker = await aJobseeker(world, details)
  const { caseId } = jobseeker
  const { caseworker, today } = world
  await world.must(caseworker, (context) => giveProfilingNotice(context, { caseId, channel: 'spoken' }))
  await world.must(caseworker, (context) => assessPerson(context, { caseId, reason: 'Prov' }))
  await world.must(caseworker, (context) =>
    holdPlanningTalk(context, { caseId, heldOn: today, mode: 'meeting', available: 'yes', notes: 'Prov' }),
  )
  await world.must(caseworker, (context) => decideReferral(context, { caseId, reason: 'Behöver stöd' }))
  return jobseeker
}

/** A person whom the tool refers from December 2021 to July 2022: a woman at level B, a man at level A. */
function ordinary(number: number): PersonDetails {
  return {
    identityNumber: testPersonNumber(addDays(day('1984-03-14'), Math.floor(number / 20)), 980 + (number % 20)),
    givenName: 'Prova',
    familyName: `Exempelsson ${number}`,
    municipalityCode: '1481',
    birthRegion: 'world',
    education: 'upper-secondary',
    educationCompleted: true,
    disability: false,
    programme: 'JOB',
    registeredFrom: day('2021-01-11'),
    registeredDays10y: 900,
    ssyk: ['9111'],
    wantedExtentPercent: 100,
    availableHours: 40,
    language: 'so',
    interpreter: false,
    email: `prova${number}@example.com`,
    availability: 'yes',
  }
}

/** Keys of what the register prepares for another person to decide. */
export interface SupplyKeys {
  readonly transferId: string
  readonly rollOutId: string
}

/** A transfer of the contract, and a plan that switches an area, by one overseer; both wait for somebody else. */
export async function someSupply(world: TestWorld, contractId: ContractId, preparedBy: Actor): Promise<SupplyKeys> {
  const areaCode = 'P1'
  const toOrganisationId = await world.anOrganisation('provider', 'Övertagande AB')
  const onDay = addDays(world.today, 30)
  const transfer = await world.must(preparedBy, (context) =>
    prepareTransfer(context, { contractId, toOrganisationId, onDay, reason: 'Verksamheten överlåts.' }),
  )
  await world.must(world.administrator, (context) =>
    openArea(context, { code: areaCode, name: 'Provområdet', municipalities: ['2584'], from: world.today }),
  )
  const plan = await world.must(preparedBy, (context) =>
    planRollOut(context, { title: 'Provplanen', lines: [{ areaCode, switchOn: onDay, priceModel: '1' }] }),
  )
  return { transferId: transfer.id, rollOutId: plan.id }
}

/** What a request about a provider's staff can aim at. */
export interface StaffKeys {
  readonly dutyId: string
  readonly invitationId: string
}

/** The coordinator's own duty, and an invitation to a colleague. */
export async function someStaff(
  world: TestWorld,
  { coordinator }: { readonly coordinator: Actor },
): Promise<StaffKeys> {
  const invited = await world.must(coordinator, (context) =>
    inviteStaff(context, {
      name: 'Nora Ny',
      role: 'adviser',
      places: [],
      languages: [],
      firstDay: world.today,
      lastDay: null,
    }),
  )
  const [duty] = await world.rows<{ id: string }>('select id from platform.duty where user_id = $1', [
    coordinator.userId,
  ])
  if (duty === undefined) throw new Error('a coordinator without a duty')
  return { dutyId: duty.id, invitationId: invited.id }
}
