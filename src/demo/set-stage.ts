import { setTimeout as wait } from 'node:timers/promises'
import { type Day, day } from '../kernel/day.ts'
import type { AddressId, ContractId, OfficeId, OrganisationId, UserId } from '../kernel/ids.ts'
import { kronor } from '../kernel/money.ts'
import { completeOrganisationNumber } from '../kernel/organisation-number.ts'
import { givePaymentRight } from '../modules/compensation/index.ts'
import { addAddress, addContract, addProvider, setCapacity, setNewChoices } from '../modules/market/index.ts'
import { openArea, setAreaTerms } from '../modules/registration/index.ts'
import type { Actor, SignedInRole } from '../platform/actor.ts'
import { addAccount, addOffice, addOrganisation } from '../platform/staff.ts'
import { areas, marketDay, type Provider } from '../simulation/market.ts'
import { enterPayees } from './enter-payees.ts'
import { actorOf, type Cast, type Moment, must, type ProviderStaff, type Stage } from './house.ts'
import {
  advisers,
  authorityStaff,
  coordinators,
  municipalityStaff,
  type OfficeRow,
  officeApprovers,
  offices,
} from './staff.data.ts'

const opening: Moment = { on: marketDay, at: '08:00' }
const staffFrom: Day = day('2021-01-01')
const paymentLimit = kronor(100_000_000)

/** Enters the authority, municipalities and providers with their staff, draws the delivery areas and lays the market. */
export async function setStage(stage: Stage, providers: readonly Provider[]): Promise<Cast> {
  const staff = await enterAuthority(stage)
  for (const area of areas) {
    const { code, name, municipalities, priceModelB } = area
    await must(stage, opening, {
      operation: 'openArea',
      body: (context) => openArea(context, { code, name, municipalities, from: marketDay }),
    })
    await must(stage, opening, {
      operation: 'setAreaTerms',
      body: (context) => setAreaTerms(context, { code, from: marketDay, service: 'rom', priceModelB }),
    })
  }
  for (const row of municipalityStaff) await enterMunicipality(stage, row)
  const cast = {
    ...staff,
    providers: new Map<string, ProviderStaff>(),
    contracts: new Map<string, ContractId>(),
    addresses: new Map<string, AddressId>(),
  }
  for (const [index, provider] of providers.entries()) await enterProvider(stage, cast, { provider, index })
  await enterPayees(stage, opening, { cast, providers })
  return cast
}

/** Made up: a legal person's number with the right check digit, as buyer on invoices. */
const authorityNumber = completeOrganisationNumber('202199001')

async function enterAuthority(stage: Stage) {
  const organisationId = await must(stage, opening, {
    operation: 'addOrganisation',
    body: (context) =>
      addOrganisation(context, { kind: 'authority', name: 'Arbetsförmedlingen', organisationNumber: authorityNumber }),
  })
  const officeStaff = new Map<string, Actor[]>()
  let main: OfficeId | null = null
  const officeIds = new Map<string, OfficeId>()
  for (const row of offices) {
    const { officeId, staff } = await enterOffice(stage, organisationId, row)
    main ??= officeId
    officeIds.set(row.name, officeId)
    for (const code of row.answersFor) officeStaff.set(code, staff)
  }
  if (main === null) throw new Error('the authority has no office')
  const others: Actor[] = []
  for (const [role, name] of authorityStaff)
    others.push(await enterStaff(stage, { role, name, organisationId, officeId: main }))
  const only = (role: SignedInRole) => {
    const found = others.find((actor) => actor.role === role)
    if (found === undefined) throw new Error(`the authority has no ${role}`)
    return found
  }
  const caseworkers = new Map([...officeStaff.values()].flat().map((actor) => [actor.userId as UserId, actor]))
  const approvers = others.filter((actor) => actor.role === 'approver')
  for (const approver of approvers) await givePaymentRightTo(stage, approver, officeIds)
  const administrators = others.filter((actor) => actor.role === 'administrator')
  return {
    caseworkers,
    officeStaff,
    approvers,
    overseer: only('overseer'),
    administrator: only('administrator'),
    administrators,
  }
}

/** The right to approve for the whole authority, or for the one office that the approver answers for. */
async function givePaymentRightTo(
  stage: Stage,
  { userId, name }: Actor,
  officeIds: ReadonlyMap<string, OfficeId>,
): Promise<void> {
  const only = officeApprovers.find((one) => one.name === name)
  const officeId = only === undefined ? null : (officeIds.get(only.office) ?? null)
  const limitOre = only === undefined ? paymentLimit : kronor(only.limit)
  const right = { userId: userId as UserId, officeId, limitOre, from: staffFrom }
  await must(stage, opening, { operation: 'givePaymentRight', body: (context) => givePaymentRight(context, right) })
}

async function enterOffice(stage: Stage, organisationId: OrganisationId, row: OfficeRow) {
  const { name, municipalityCode } = row
  const officeId = await must(stage, opening, {
    operation: 'addOffice',
    body: (context) => addOffice(context, { organisationId, name, municipalityCode }),
  })
  const staff: Actor[] = []
  for (const caseworker of row.caseworkers) {
    staff.push(await enterStaff(stage, { role: 'caseworker', name: caseworker, organisationId, officeId }))
    // Of equal caseloads the first by key gets the next case, and keys sort by the millisecond they are made in.
    await wait(2)
  }
  return { officeId, staff }
}

async function enterStaff(
  stage: Stage,
  given: { role: SignedInRole; name: string; organisationId: OrganisationId; officeId?: OfficeId },
): Promise<Actor> {
  const { role, name, organisationId, officeId } = given
  const userId = await must(stage, opening, {
    operation: 'addAccount',
    body: (context) =>
      addAccount(context, {
        subject: `staff|${role}|${name.toLowerCase().replaceAll(' ', '.')}`,
        name,
        duties: [{ role, organisationId, officeId: officeId ?? null, from: staffFrom }],
      }),
  })
  return actorOf(userId, role, { organisationId, ...(officeId === undefined ? {} : { officeId }), name })
}

async function enterMunicipality(
  stage: Stage,
  [code, name, people]: (typeof municipalityStaff)[number],
): Promise<void> {
  const organisationId = await must(stage, opening, {
    operation: 'addOrganisation',
    body: (context) => addOrganisation(context, { kind: 'municipality', name, organisationNumber: null }),
  })
  const officeId = await must(stage, opening, {
    operation: 'addOffice',
    body: (context) => addOffice(context, { organisationId, name, municipalityCode: code }),
  })
  for (const person of people) await enterStaff(stage, { role: 'municipality', name: person, organisationId, officeId })
}

interface Market {
  readonly overseer: Actor
  readonly providers: Map<string, ProviderStaff>
  readonly contracts: Map<string, ContractId>
  readonly addresses: Map<string, AddressId>
}

async function enterProvider(
  stage: Stage,
  market: Market,
  { provider, index }: { provider: Provider; index: number },
): Promise<void> {
  const { name, organisationNumber } = provider
  const organisationId = await must(stage, opening, {
    operation: 'addOrganisation',
    body: (context) => addOrganisation(context, { kind: 'provider', name, organisationNumber }),
  })
  const coordinator = await enterStaff(stage, {
    role: 'coordinator',
    name: coordinators[index] ?? 'Samordnare',
    organisationId,
  })
  const adviser =
    provider.advisers > 0
      ? await enterStaff(stage, { role: 'adviser', name: advisers[index] ?? 'Handledare', organisationId })
      : coordinator
  market.providers.set(provider.key, { organisationId, coordinator, adviser })
  const actor = market.overseer
  await must(stage, opening, {
    actor,
    operation: 'addProvider',
    body: (context) => addProvider(context, { organisationId, name }),
  })
  for (const { key, ...address } of provider.addresses) {
    const { id } = await must(stage, opening, {
      actor,
      operation: 'addAddress',
      body: (context) => addAddress(context, { providerId: organisationId, ...address }),
    })
    market.addresses.set(key, id)
  }
  for (const contract of provider.contracts)
    await enterContract(stage, market, { organisationId, coordinator, contract })
}

async function enterContract(
  stage: Stage,
  market: Market,
  about: { organisationId: OrganisationId; coordinator: Actor; contract: Provider['contracts'][number] },
): Promise<void> {
  const { contract } = about
  const addressIds = contract.addresses.map((address) => addressOf(market, address.key))
  const { id: contractId } = await must(stage, opening, {
    actor: market.overseer,
    operation: 'addContract',
    body: (context) =>
      addContract(context, {
        providerId: about.organisationId,
        areaCode: contract.areaCode,
        priceModel: contract.priceModel,
        fromDay: marketDay,
        addressIds,
      }),
  })
  market.contracts.set(contract.key, contractId)
  const { cap } = contract
  for (const addressId of cap === null ? [] : addressIds) {
    await must(stage, opening, {
      actor: about.coordinator,
      operation: 'setCapacity',
      body: (context) => setCapacity(context, { contractId, addressId, cap }),
    })
  }
  if (contract.takesNewChoices) return
  const command = { contractId, open: false, reason: 'Inga nya deltagare i området tills vidare.' }
  await must(stage, opening, {
    actor: market.overseer,
    operation: 'setNewChoices',
    body: (context) => setNewChoices(context, command),
  })
}

function addressOf(market: Market, key: string): AddressId {
  const id = market.addresses.get(key)
  if (id === undefined) throw new Error(`the address ${key} was not entered`)
  return id
}

/** The only account of a house without a demo: somebody who can let the others in. */
export async function enterOnlyAdministrator(stage: Stage, moment: Moment): Promise<void> {
  const organisationId = await must(stage, moment, {
    operation: 'addOrganisation',
    body: (context) =>
      addOrganisation(context, { kind: 'authority', name: 'Arbetsförmedlingen', organisationNumber: null }),
  })
  await enterStaff(stage, { role: 'administrator', name: 'Ida Sandgren', organisationId })
}
