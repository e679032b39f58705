import { sql } from 'kysely'
import { addDays, type Day, maxDay } from '../../kernel/day.ts'
import type { AddressId, OrganisationId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { wholeOrganisation } from '../../platform/whole-organisation.ts'
import type { StaffRole } from './contract/staff.ts'
import type { Orientation } from './contract.ts'
import { setAdviser } from './set-adviser.ts'
import { checkTerms, type StaffTerms } from './staff-terms.ts'

interface HeldDuty {
  readonly dutyId: string
  readonly userId: UserId
  readonly name: string
  readonly role: StaffRole
  readonly firstDay: Day
  /** First day without it; null = until further notice. */
  readonly toDay: Day | null
  readonly hasPlaces: boolean
}

export interface ChangeStaff extends StaffTerms {
  readonly dutyId: string
}

/**
 * Gives a colleague another role, other addresses or another share from today; what stood is kept, and sessions go on under the new
 * duty. Problems: those of `wholeOrganisation`, `checkTerms` and `setAdviser`, `not-found`, `last-head-coordinator`.
 */
export async function changeStaff(context: Context, command: ChangeStaff): Promise<Result<{ dutyId: string }>> {
  const held = await holdDuty(context, command.dutyId)
  if (!held.ok) return held
  const { duty, organisationId } = held.value
  const terms = await checkTerms(context, organisationId, command)
  if (!terms.ok) return terms
  const { role, places } = command
  const staysHead = role === 'coordinator' && places.length === 0
  if (!staysHead && !(await isLedWithout(context, organisationId, duty, context.today))) {
    return fail(problem('last-head-coordinator'))
  }
  const { rows } = await sql<{ dutyId: string }>`
    select platform.replace_duty(${duty.dutyId}, ${role}, ${places.map((each) => each.addressId)}::uuid[], ${context.now}) as "dutyId"`.execute(
    context.db,
  )
  const shared = await setShares(context, organisationId, duty, command)
  if (!shared.ok) return shared
  return ok({ dutyId: rows[0]?.dutyId ?? duty.dutyId })
}

export interface SetLastDay {
  readonly dutyId: string
  /** Null = until further notice; a day before today ends the access at once. */
  readonly lastDay: Day | null
}

/**
 * Gives a colleague's access its last day, moves it or takes it back. After it no session acts under the duty, and the share counts
 * no more. Problems: those of `wholeOrganisation`, `not-found`, `last-head-coordinator`.
 */
export async function setLastDay(context: Context, command: SetLastDay): Promise<Result<{ saved: true }>> {
  const held = await holdDuty(context, command.dutyId)
  if (!held.ok) return held
  const { duty, organisationId } = held.value
  const toDay = command.lastDay === null ? null : maxDay(addDays(command.lastDay, 1), context.today)
  if (toDay !== null && !(await isLedWithout(context, organisationId, duty, toDay)))
    return fail(problem('last-head-coordinator'))
  await sql`select platform.end_duty(${duty.dutyId}, ${toDay}::date, ${context.now})`.execute(context.db)
  return ok({ saved: true })
}

/** The duty of a colleague that is not over, and nobody else changes the staff meanwhile. */
async function holdDuty(
  context: Context,
  dutyId: string,
): Promise<Result<{ duty: HeldDuty; organisationId: OrganisationId }>> {
  const organisation = await wholeOrganisation(context)
  if (!organisation.ok) return organisation
  await lockName(context, `market.staff:${organisation.value}`)
  const { rows } = await sql<HeldDuty>`
    select d.id as "dutyId", d.user_id as "userId", u.display_name as name, d.role, d.valid_from as "firstDay", d.valid_to as "toDay",
           exists (select 1 from platform.duty_place p where p.duty_id = d.id) as "hasPlaces"
      from platform.duty d join platform.user_account u on u.id = d.user_id
     where d.id = ${dutyId} and d.organisation_id = ${organisation.value} and d.role in ('coordinator', 'adviser')
       and (d.valid_to is null or d.valid_to > ${context.today}::date)`.execute(context.db)
  const [duty] = rows
  return duty === undefined ? fail(problem('not-found')) : ok({ duty, organisationId: organisation.value })
}

/** Whether a coordinator of the whole organisation is there from the day on, until further notice, or the duty was never one. */
async function isLedWithout(
  context: Context,
  organisationId: OrganisationId,
  duty: HeldDuty,
  fromDay: Day,
): Promise<boolean> {
  if (duty.role !== 'coordinator' || duty.hasPlaces) return true
  const { rows } = await sql<{ led: boolean }>`
    select exists (
             select 1 from platform.duty d
              where d.organisation_id = ${organisationId} and d.role = 'coordinator' and d.id <> ${duty.dutyId}
                and d.valid_from <= ${fromDay}::date and d.valid_to is null
                and not exists (select 1 from platform.duty_place p where p.duty_id = d.id)) as led`.execute(context.db)
  return rows[0]?.led === true
}

interface Share {
  readonly id: string
  readonly addressId: AddressId
  readonly fullTimePercent: number
  readonly languages: readonly string[]
  readonly orientations: readonly Orientation[]
}

/**
 * The staff register follows: one row an address where the colleague meets participants. A duty that named no address and still names
 * none says nothing of shares, and they stay.
 */
async function setShares(
  context: Context,
  providerId: OrganisationId,
  { userId, name, hasPlaces }: HeldDuty,
  { places, languages }: StaffTerms,
): Promise<Result<null>> {
  const { rows } = await sql<Share>`
    select a.id, a.address_id as "addressId", a.full_time_percent as "fullTimePercent", to_json(a.languages) as languages,
           to_json(a.orientations) as orientations
      from market.adviser a
     where a.provider_id = ${providerId} and a.user_id = ${userId} and a.full_time_percent > 0
       and not exists (select 1 from market.adviser n where n.replaces = a.id)`.execute(context.db)
  const addressIds = new Set([...rows.map((row) => row.addressId), ...places.map((place) => place.addressId)])
  for (const addressId of addressIds) {
    const row = rows.find((each) => each.addressId === addressId)
    const unsaid = hasPlaces || places.length > 0 ? 0 : (row?.fullTimePercent ?? 0)
    const fullTimePercent = places.find((place) => place.addressId === addressId)?.fullTimePercent ?? unsaid
    const same = row?.fullTimePercent === fullTimePercent && row.languages.join() === languages.join()
    if (same || (row === undefined && fullTimePercent === 0)) continue
    const orientations = row?.orientations ?? []
    const facts = { providerId, addressId, name, fullTimePercent, languages, orientations, userId, replaces: row?.id }
    const saved = await setAdviser(context, facts)
    if (!saved.ok) return saved
  }
  return ok(null)
}
