import { sql } from 'kysely'
import { type Day, maxDay } from '../../kernel/day.ts'
import type { AddressId, ContractId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask } from '../../platform/tasks.ts'
import { addAddress, addContract, addProvider, findProvider, type Orientation, setAdviser } from '../market/index.ts'
import { judgeTask } from './apply.ts'
import { type AddressAnswer, type AreaOutcome, outcomesOf } from './domain/index.ts'
import { lockSent } from './judge-application.ts'
import { heldItems, isRefusedMunicipality, type SentApplication } from './judged-items.ts'

/**
 * Decides an application by what two officers hold of every requirement: each area is admitted or refused with its
 * grounds. An admitted organisation becomes a provider, with its addresses, staff and a contract for each area from the
 * same moment. Problems: `not-allowed`, `not-found`, `application-decided`,
 * `judgement-unfinished`, and those of the market's register.
 */
export async function decideApplication(
  context: Context,
  { applicationId, reason }: { applicationId: string; reason: string },
): Promise<Result<{ areas: readonly AreaOutcome[] }>> {
  const sent = await lockSent(context, applicationId)
  if (!sent.ok) return sent
  const application = sent.value
  const held = (await heldItems(context, [application])).get(applicationId) ?? []
  const { areas } = application.content
  const outcomes = outcomesOf(held, areas, isRefusedMunicipality(context, application))
  if (!outcomes.ok) return outcomes
  await sql`
    insert into admission.decision (application_id, organisation_id, reason, on_day, decided_by, recorded_at)
    values (${applicationId}, ${application.organisationId}, ${reason}, ${context.today}, ${context.actor.userId}, ${context.now})`.execute(
    context.db,
  )
  const admitted = outcomes.value.filter((one) => one.outcome === 'admitted').map((one) => one.areaCode)
  const contracts = await admit(context, application, admitted)
  if (!contracts.ok) return contracts
  for (const { areaCode, outcome, grounds } of outcomes.value) {
    await sql`
      insert into admission.area_decision (application_id, organisation_id, area_code, outcome, grounds, contract_id)
      values (${applicationId}, ${application.organisationId}, ${areaCode}, ${outcome}, ${JSON.stringify(grounds)}::jsonb,
        ${contracts.value.get(areaCode) ?? null})`.execute(context.db)
  }
  await closeTask(context, { kind: judgeTask, subjectId: applicationId })
  await notify(context, {
    kind: 'admission.decided',
    organisationId: application.organisationId,
    channel: 'screen',
    subjectId: applicationId,
    values: { admitted: admitted.length, refused: areas.length - admitted.length },
  })
  return ok({ areas: outcomes.value })
}

async function admit(
  context: Context,
  application: SentApplication,
  areas: readonly string[],
): Promise<Result<ReadonlyMap<string, ContractId>>> {
  if (areas.length === 0) return ok(new Map())
  const { organisationId, organisationName: name } = application
  if ((await findProvider(context, organisationId)) === null) {
    const provider = await addProvider(context, { organisationId, name })
    if (!provider.ok) return provider
  }
  const addresses = await addAddresses(context, application, areas)
  if (!addresses.ok) return addresses
  const staff = await addStaff(context, application, addresses.value)
  if (!staff.ok) return staff
  return addContracts(context, application, areas, addresses.value)
}

/** The addresses of the admitted areas, by their place in the application. */
async function addAddresses(
  context: Context,
  { organisationId, content }: SentApplication,
  areas: readonly string[],
): Promise<Result<ReadonlyMap<number, AddressId>>> {
  const made = new Map<number, AddressId>()
  for (const [index, address] of content.addresses.entries()) {
    if (!areas.includes(address.areaCode)) continue
    const added = await addAddress(context, {
      providerId: organisationId,
      street: address.street.trim(),
      postcode: address.postcode.replaceAll(' ', ''),
      locality: address.locality.trim(),
      municipalityCode: address.municipalityCode,
      point: pointOf(address),
      languages: address.languages,
      orientations: address.orientations as readonly Orientation[],
      presentation: address.presentation.trim(),
    })
    if (!added.ok) return added
    made.set(index, added.value.id)
  }
  return ok(made)
}

function pointOf({ lat, lon }: AddressAnswer) {
  return lat === null || lon === null ? undefined : { lat, lon }
}

async function addStaff(
  context: Context,
  { organisationId, content }: SentApplication,
  addresses: ReadonlyMap<number, AddressId>,
): Promise<Result<null>> {
  for (const { name, fullTimePercent, languages, address } of content.advisers) {
    const addressId = address === null ? undefined : addresses.get(address)
    if (addressId === undefined || fullTimePercent === null) continue
    const set = await setAdviser(context, {
      providerId: organisationId,
      addressId,
      name: name.trim(),
      fullTimePercent,
      languages,
      orientations: [],
    })
    if (!set.ok) return set
  }
  return ok(null)
}

async function addContracts(
  context: Context,
  { organisationId, termsId, terms, content }: SentApplication,
  areas: readonly string[],
  addresses: ReadonlyMap<number, AddressId>,
): Promise<Result<ReadonlyMap<string, ContractId>>> {
  const made = new Map<string, ContractId>()
  const fromDay: Day = maxDay(terms.contractFrom, context.today)
  for (const areaCode of areas) {
    const given = await addContract(context, {
      providerId: organisationId,
      areaCode,
      priceModel: terms.areas.find((one) => one.code === areaCode)?.priceModel ?? '1',
      fromDay,
      lastDay: terms.contractLastDay ?? undefined,
      addressIds: content.addresses.flatMap((one, index) => {
        const id = addresses.get(index)
        return one.areaCode === areaCode && id !== undefined ? [id] : []
      }),
      tenderId: termsId,
    })
    if (!given.ok) return given
    made.set(areaCode, given.value.id)
  }
  return ok(made)
}
