/** What a person may expect of the way there. Minutes are null where the way is too long to go like that. */
export type Travel = {
  /** By road, in km with one decimal: an estimate. */
  readonly km: number
  readonly walkMinutes: number | null
  readonly cycleMinutes: number | null
}

export type TravelRules = {
  /** The way by road in percent of the great-circle distance. */
  readonly wayPercent: number
  readonly walkMinutesPerKm: number
  readonly cycleMinutesPerKm: number
  /** Nobody is told of a walk or ride longer than this. */
  readonly wayMinutes: number
}

/**
 * An estimate of the way from the great-circle distance (programme 4.4: distance and travel). Timetables are not known,
 * so nothing is said about buses and trains. Minutes are rounded up to whole fives.
 */
export function travel(metres: number, rules: TravelRules): Travel {
  const km = (metres * rules.wayPercent) / 100_000
  const minutes = (perKm: number) => {
    const needed = Math.max(5, Math.ceil((km * perKm) / 5) * 5)
    return needed <= rules.wayMinutes ? needed : null
  }
  return {
    km: Math.round(km * 10) / 10,
    walkMinutes: minutes(rules.walkMinutesPerKm),
    cycleMinutes: minutes(rules.cycleMinutesPerKm),
  }
}
