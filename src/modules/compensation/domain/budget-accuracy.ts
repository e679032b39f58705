/** A month that was forecast, and what came of it; öre. */
export interface ForecastOutcome {
  readonly month: string
  /** Months from the forecast to the month. */
  readonly lead: number
  readonly expectedOre: number
  readonly lowOre: number
  readonly highOre: number
  readonly postedOre: number
}

/** How forecasts of one lead have done. */
export interface Accuracy {
  readonly lead: number
  readonly months: number
  /** Mean of the errors' sizes, as a share of what was posted. */
  readonly meanErrorShare: number | null
  /** How much too high (positive) or too low the sums were, as a share of what was posted. */
  readonly biasShare: number | null
  /** Share of months whose outcome fell inside the interval. */
  readonly insideShare: number
}

export const isInside = ({ lowOre, highOre, postedOre }: ForecastOutcome): boolean =>
  postedOre >= lowOre && postedOre <= highOre

/** Forecast minus outcome as a share of the outcome; null when nothing was posted. */
export function errorShare({
  expectedOre,
  postedOre,
}: Pick<ForecastOutcome, 'expectedOre' | 'postedOre'>): number | null {
  return postedOre === 0 ? null : (expectedOre - postedOre) / postedOre
}

/** The measures for each lead, the shortest first. */
export function accuracyByLead(outcomes: readonly ForecastOutcome[]): Accuracy[] {
  return [...Map.groupBy(outcomes, (one) => one.lead)]
    .sort(([a], [b]) => a - b)
    .map(([lead, of]) => {
      const errors = of.map(errorShare).filter((share) => share !== null)
      const sum = (pick: (one: ForecastOutcome) => number) => of.reduce((all, one) => all + pick(one), 0)
      const meanError = errors.reduce((all, share) => all + Math.abs(share), 0) / errors.length
      return {
        lead,
        months: of.length,
        meanErrorShare: errors.length === 0 ? null : meanError,
        biasShare: errorShare({ expectedOre: sum((one) => one.expectedOre), postedOre: sum((one) => one.postedOre) }),
        insideShare: of.filter(isInside).length / of.length,
      }
    })
}
