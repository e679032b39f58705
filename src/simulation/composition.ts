import { surveyPopulation } from './participants.data.ts'

type Measure = Exclude<keyof (typeof surveyPopulation)['answered'], 'persons'>

/** A measure of everyone in the published table: both columns, weighted by their persons. */
function ofEveryone(measure: Measure): number {
  const { answered, notAnswered } = surveyPopulation
  const persons = answered.persons + notAnswered.persons
  return (answered[measure] * answered.persons + notAnswered[measure] * notAnswered.persons) / persons
}

const share = (measure: Measure) => ofEveryone(measure) / 100

/** Shares that a day's stock of participants has, by facet and group; each facet adds up to 1. */
export const stockShares = {
  sex: rest({ female: share('women') }, 'male'),
  birthRegion: normalised({
    sweden: share('bornSweden'),
    nordic: share('bornNordic'),
    europe: share('bornEurope'),
    world: share('bornOutsideEurope'),
  }),
  education: rest(
    {
      compulsory: share('compulsory'),
      'upper-secondary': share('upperSecondary'),
      'post-secondary': share('postSecondary'),
    },
    'unknown',
  ),
  disability: rest({ yes: share('disability') }, 'no'),
  job: rest({ yes: share('inJobGuarantee') }, 'no'),
  level: normalised({ A: share('levelA'), B: share('levelB'), C: share('levelC') }),
  monthsInService: normalised({
    '0-3': share('months0To3'),
    '4-6': share('months4To6'),
    '7-9': share('months7To9'),
    '10-12': share('months10To12'),
  }),
} as const

export type Facet = Exclude<keyof typeof stockShares, 'monthsInService'>
export type MonthsInService = keyof typeof stockShares.monthsInService

/** Mean age, and the parameters of a lognormal for registered days, of everyone in the published table. */
export const meanAgeYears = ofEveryone('meanAgeYears')
export const meanRegisteredDays = ofEveryone('meanRegisteredDays')
export const medianRegisteredDays = ofEveryone('medianRegisteredDays')
/** For a lognormal, mean / median = e^(σ² / 2). */
export const registeredDaysSigma = Math.sqrt(2 * Math.log(meanRegisteredDays / medianRegisteredDays))

function rest<K extends string, R extends string>(shares: Record<K, number>, other: R): Record<K | R, number> {
  const known = Object.values<number>(shares).reduce((sum, one) => sum + one, 0)
  return { ...shares, [other]: 1 - known } as Record<K | R, number>
}

// Published percents are rounded, so that they may add up to 99 or 101.
function normalised<K extends string>(shares: Record<K, number>): Record<K, number> {
  const whole = Object.values<number>(shares).reduce((sum, one) => sum + one, 0)
  return Object.fromEntries(Object.entries<number>(shares).map(([name, one]) => [name, one / whole])) as Record<
    K,
    number
  >
}
