import { distanceKm, type Point } from '../../../kernel/geo.ts'
import type { OfficeId, UserId } from '../../../kernel/ids.ts'
import { municipalitySeat } from './places.ts'

export interface Office {
  readonly id: OfficeId
  readonly municipalityCode: string
}

/**
 * The office that answers for a person: one in the municipality, otherwise the one whose municipality's seat is nearest;
 * equal ones by key, so that the same person always gets the same. Null when there are no offices.
 */
export function officeFor(municipalityCode: string, offices: readonly Office[]): OfficeId | null {
  const home = municipalitySeat(municipalityCode)
  const ranked = offices
    .map((office) => ({ id: office.id, km: seatDistance(home, office.municipalityCode, municipalityCode) }))
    .sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1))
  return ranked[0]?.id ?? null
}

function seatDistance(home: Point | null, officeMunicipality: string, municipality: string): number {
  if (officeMunicipality === municipality) return -1
  const seat = municipalitySeat(officeMunicipality)
  return home === null || seat === null ? Number.POSITIVE_INFINITY : distanceKm(home, seat)
}

/** Open cases by caseworker, office by office; `next` gives a case to the one with the fewest, ties by key, and counts it. */
export interface Caseload {
  next(office: OfficeId | null): UserId | null
}

/** Shares out many cases as one by one would: each goes to the caseworker with the fewest. */
export function caseloadOf(rows: readonly { office: OfficeId; caseworker: UserId; cases: number }[]): Caseload {
  const byOffice = new Map<OfficeId, { caseworker: UserId; cases: number }[]>()
  for (const { office, caseworker, cases } of rows) {
    const list = byOffice.get(office) ?? []
    list.push({ caseworker, cases })
    byOffice.set(office, list)
  }
  return {
    next(office) {
      const list = office === null ? undefined : byOffice.get(office)
      if (list === undefined) return null
      const fewest = list.reduce((a, b) => (isBefore(b, a) ? b : a))
      fewest.cases += 1
      return fewest.caseworker
    },
  }
}

function isBefore(a: { caseworker: UserId; cases: number }, b: { caseworker: UserId; cases: number }): boolean {
  return a.cases < b.cases || (a.cases === b.cases && a.caseworker < b.caseworker)
}
