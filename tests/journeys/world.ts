import { day } from '../../src/kernel/day.ts'
import type { AddressId, ContractId, OrganisationId } from '../../src/kernel/ids.ts'
import { ok } from '../../src/kernel/result.ts'
import { addAddress, addContract, addProvider } from '../../src/modules/market/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { TestHouse } from '../house.ts'

/** Göteborg's default delivery area: its FA region. */
const gothenburg = 'FA15'

export interface JourneyProvider {
  readonly providerId: OrganisationId
  readonly contractId: ContractId
  readonly addressId: AddressId
  readonly coordinator: Actor
  readonly adviser: Actor
}

/** A provider with one contract in Göteborg's area at one address, and its two kinds of staff. */
export async function openProvider(house: TestHouse, name: string, street: string): Promise<JourneyProvider> {
  const { world } = house
  const providerId = await world.anOrganisation('provider', name)
  const made = await world.must(world.administrator, async (context) => {
    const provider = await addProvider(context, { organisationId: providerId, name })
    if (!provider.ok) return provider
    const address = await addAddress(context, {
      providerId,
      street,
      locality: 'Göteborg',
      municipalityCode: '1480',
      languages: ['sv', 'ar'],
      orientations: ['all'],
      presentation: 'Vi hjälper dig hela vägen.',
    })
    if (!address.ok) return address
    const addressId = address.value.id
    const contract = await addContract(context, {
      providerId,
      areaCode: gothenburg,
      priceModel: '1',
      fromDay: day('2021-01-01'),
      addressIds: [addressId],
    })
    return contract.ok ? ok({ addressId, contractId: contract.value.id }) : contract
  })
  return {
    providerId,
    ...made,
    coordinator: await world.anActor('coordinator', {
      organisationId: providerId,
      officeId: null,
      name: `Samordnare ${name}`,
    }),
    adviser: await world.anActor('adviser', { organisationId: providerId, officeId: null, name: `Handledare ${name}` }),
  }
}

/** A jobseeker whom the sign-in vouches for and who is not registered yet. */
export async function aVisitor(house: TestHouse, identityNumber: string, name: string): Promise<Actor> {
  const actor = await house.world.anActor('jobseeker', { name })
  await house.world.ownerPool.query('insert into platform.identity_claim (user_id, identity_number) values ($1, $2)', [
    actor.userId,
    identityNumber,
  ])
  return actor
}
