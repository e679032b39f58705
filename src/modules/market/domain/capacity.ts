import type { Day } from '../../../kernel/day.ts'

/** A placement's days as the cap counts them; `lastDay` null while no end is known. */
export type Seat = { readonly chosenOn: Day; readonly firstDay: Day; readonly lastDay: Day | null }

/**
 * Whether the participant takes a place on the day: from the choice on, in service or not started yet, until the last
 * day; free the day after (programme 4.4). One that ended before it began takes none.
 */
export function takesPlace(seat: Seat, on: Day): boolean {
  if (on < seat.chosenOn) return false
  return seat.lastDay === null || (seat.lastDay >= on && seat.lastDay >= seat.firstDay)
}

/** The most participants at once of a contract at an address; null is no cap. ROM2's limit by adviser is not in it. */
export type CapacityCap = number | null

/** Places left under the cap; never below 0, because a lowered cap evicts nobody; null without a cap. */
export function openPlaces(cap: CapacityCap, taken: number): number | null {
  return cap === null ? null : Math.max(0, cap - taken)
}

/**
 * Places left when the staff sets a limit too: so many participants per full-time adviser at the address, whatever the
 * contract (programme 4.4, rule `market.participantsPerAdviser`; half an adviser gives half, rounded down).
 *
 * @param staff null when the rule is not in force or no staff has been entered at the address
 */
export function placesWithStaff(
  open: number | null,
  staff: { readonly advisersPercent: number; readonly perAdviser: number; readonly takenAtAddress: number } | null,
): number | null {
  if (staff === null) return open
  const most = Math.floor((staff.advisersPercent * staff.perAdviser) / 100)
  const left = Math.max(0, most - staff.takenAtAddress)
  return open === null ? left : Math.min(open, left)
}
