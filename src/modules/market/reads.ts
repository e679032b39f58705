import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type {
  AddressId,
  CaseId,
  ContractId,
  DecisionId,
  OrganisationId,
  PersonId,
  PlacementId,
} from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { PriceModel } from '../../rules/index.ts'
import type { Action } from '../registration/index.ts'
import { findCase } from '../registration/index.ts'
import { canChange, canChoose, currentSpell, type EndCause, type PlacedHow } from './domain/index.ts'
import { chosenBy, mayChoose, windowState } from './may-choose.ts'
import { latestWindow, spellsOf } from './store.ts'

/** A spell with a provider, as later modules read it; spells that never began are left out. */
export interface Placement {
  readonly placementId: PlacementId
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly decisionId: DecisionId
  readonly providerId: OrganisationId
  readonly providerName: string
  readonly contractId: ContractId
  readonly areaCode: string
  /** Which of the two prices for level B the contract carries; not for the participant's eyes. */
  readonly priceModel: PriceModel
  readonly addressId: AddressId
  readonly how: PlacedHow
  /** A caseworker helped with the choice. */
  readonly assisted: boolean
  readonly chosenOn: Day
  readonly firstDay: Day
  /** The last day in service, or null while no end is known. */
  readonly lastDay: Day | null
  readonly endCause: EndCause | null
}

const columns = sql`
  placement_id as "placementId", case_id as "caseId", person_id as "personId", decision_id as "decisionId", provider_id as "providerId",
  provider_name as "providerName", contract_id as "contractId", area_code as "areaCode", price_model as "priceModel", address_id as "addressId",
  how, assisted, chosen_on as "chosenOn", first_day as "firstDay", last_day as "lastDay", end_cause as "endCause"`

/** The case's spells as the actor may see them, the earliest first. */
export async function placementsOf(context: Context, caseId: CaseId): Promise<Placement[]> {
  const { rows } = await sql<Placement>`
    select ${columns} from market.v_placement where case_id = ${caseId} order by first_day, recorded_at`.execute(
    context.db,
  )
  for (const row of rows) context.readPerson(row.personId)
  return rows
}

/** The spell that covers the day, or null. */
export async function placementOn(context: Context, caseId: CaseId, day: Day): Promise<Placement | null> {
  const spells = await placementsOf(context, caseId)
  return spells.find((spell) => spell.firstDay <= day && (spell.lastDay === null || spell.lastDay >= day)) ?? null
}

/** One placement by its key, or null when there is none or the actor may not see it. */
export async function findPlacement(context: Context, placementId: PlacementId): Promise<Placement | null> {
  const { rows } = await sql<Placement>`
    select ${columns} from market.v_placement where placement_id = ${placementId}`.execute(context.db)
  const found = rows[0] ?? null
  if (found !== null) context.readPerson(found.personId)
  return found
}

/** A provider's contract in a delivery area; `toDay` is the first day after it, null until further notice. */
export interface ContractTerms {
  readonly contractId: ContractId
  readonly providerId: OrganisationId
  readonly areaCode: string
  readonly priceModel: PriceModel
  readonly fromDay: Day
  readonly toDay: Day | null
  readonly openForChoices: boolean
}

const contractColumns = sql`
  contract_id as "contractId", provider_id as "providerId", area_code as "areaCode", price_model as "priceModel",
  from_day as "fromDay", to_day as "toDay", open_for_choices as "openForChoices"`

/** The provider's contract in the area on the day, or null. */
export async function contractFor(
  context: Context,
  wanted: { providerId: OrganisationId; areaCode: string; day: Day },
): Promise<ContractTerms | null> {
  const { rows } = await sql<ContractTerms>`
    select ${contractColumns} from market.v_contract
     where provider_id = ${wanted.providerId} and area_code = ${wanted.areaCode}
       and from_day <= ${wanted.day}::date and (to_day is null or to_day > ${wanted.day}::date)`.execute(context.db)
  return rows[0] ?? null
}

/** A contract by its key, or null. */
export async function findContract(context: Context, contractId: ContractId): Promise<ContractTerms | null> {
  const { rows } = await sql<ContractTerms>`
    select ${contractColumns} from market.v_contract where contract_id = ${contractId}`.execute(context.db)
  return rows[0] ?? null
}

/** All contracts of a provider, the earliest first. */
export async function providerContracts(context: Context, providerId: OrganisationId): Promise<ContractTerms[]> {
  const { rows } = await sql<ContractTerms>`
    select ${contractColumns} from market.v_contract where provider_id = ${providerId} order by from_day, area_code`.execute(
    context.db,
  )
  return rows
}

export interface Provider {
  readonly providerId: OrganisationId
  readonly name: string
}

/** The provider that the acting user works at, or null for everyone else. */
export async function providerOfUser(context: Context): Promise<Provider | null> {
  const { organisationId } = context.actor
  return organisationId === null ? null : findProvider(context, organisationId)
}

export async function findProvider(context: Context, providerId: OrganisationId): Promise<Provider | null> {
  const { rows } = await sql<Provider>`
    select id as "providerId", name from market.provider where id = ${providerId}`.execute(context.db)
  return rows[0] ?? null
}

/** What this module offers on the case's page to the acting role. */
export async function actionsOf(context: Context, caseId: CaseId): Promise<Action[]> {
  const head = await findCase(context, caseId)
  if (head === null || !mayChoose(context, head).ok) return []
  const window = windowState(await latestWindow(context, caseId))
  const choosing = canChoose(window, chosenBy(context.actor), context.today)
  const changing = canChange(currentSpell(await spellsOf(context, caseId), context.today))
  const action = (name: string, can: typeof choosing | typeof changing): Action =>
    can.ok
      ? { name, module: 'market', allowed: true }
      : { name, module: 'market', allowed: false, because: can.problem }
  return [action('chooseProvider', choosing), action('changeProvider', changing)]
}
