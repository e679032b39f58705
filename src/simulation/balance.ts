import { daysBetween } from '../kernel/day.ts'
import {
  type Facet,
  meanAgeYears,
  meanRegisteredDays,
  medianRegisteredDays,
  registeredDaysSigma,
  stockShares,
} from './composition.ts'
import { stockDay } from './course.ts'
import type { Draft } from './person.ts'

const ages = [
  ['-29', 0.135],
  ['30-39', 0.25],
  ['40-49', 0.275],
  ['50-59', 0.24],
  ['60+', 0.1],
] as const
// Fifths of a lognormal, and its median as a border of its own.
const dayBorders = [-0.842, -0.253, 0, 0.253, 0.842].map((z) =>
  Math.round(medianRegisteredDays * Math.exp(z * registeredDaysSigma)),
)
const dayShares = [0.2, 0.2, 0.1, 0.1, 0.2, 0.2]

type Shares = Readonly<Record<string, number>>
const targets: Readonly<Record<Exclude<Facet, 'level'> | 'age' | 'days', Shares>> = {
  sex: stockShares.sex,
  birthRegion: stockShares.birthRegion,
  education: stockShares.education,
  disability: stockShares.disability,
  job: stockShares.job,
  age: Object.fromEntries(ages),
  days: Object.fromEntries(dayShares.map((share, index) => [String(index), share])),
}
type BalancedFacet = keyof typeof targets
// Registered time is the hardest to meet: the windows ask for long times of those who began early.
const weights: Readonly<Record<BalancedFacet, number>> = {
  sex: 1,
  birthRegion: 2,
  education: 1.5,
  disability: 3,
  job: 1,
  age: 1,
  days: 3,
}

/** What a draft counts as in each facet, with its age and registered days on the stock's day. */
export interface Measured {
  readonly groups: Readonly<Record<BalancedFacet, string>>
  readonly ageYears: number
  readonly registeredDays: number
}

export function measure(draft: Draft): Measured {
  const ageYears = daysBetween(draft.born, stockDay) / 365.25
  const registeredDays = daysBetween(draft.registeredFrom, stockDay)
  return {
    groups: {
      sex: draft.sex,
      birthRegion: draft.birthRegion,
      education: draft.education,
      disability: draft.disability ? 'yes' : 'no',
      job: draft.programme === 'JOB' ? 'yes' : 'no',
      age: ages[Math.min(4, Math.max(0, Math.floor(ageYears / 10) - 2))]?.[0] ?? '60+',
      days: String(dayBorders.filter((border) => registeredDays >= border).length),
    },
    ageYears,
    registeredDays,
  }
}

/** Keeps a growing group like the published stock: of several candidates the one that brings it nearest is taken. */
export class Balance {
  readonly #counts = new Map<string, number>()
  #persons = 0
  #ageSum = 0
  #daysSum = 0

  /** How far from the stock the group would be with the candidate; smaller is better. */
  distanceWith(candidate: Measured): number {
    const persons = this.#persons + 1
    let distance = 4 * Math.abs((this.#ageSum + candidate.ageYears) / persons / meanAgeYears - 1)
    distance += 3 * Math.abs((this.#daysSum + candidate.registeredDays) / persons / meanRegisteredDays - 1)
    for (const facet of Object.keys(targets) as BalancedFacet[]) {
      for (const [group, share] of Object.entries(targets[facet])) {
        const count = (this.#counts.get(`${facet}:${group}`) ?? 0) + (candidate.groups[facet] === group ? 1 : 0)
        distance += weights[facet] * Math.abs(count / persons - share)
      }
    }
    return distance
  }

  add(kept: Measured): void {
    for (const [facet, group] of Object.entries(kept.groups)) {
      const name = `${facet}:${group}`
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    }
    this.#persons += 1
    this.#ageSum += kept.ageYears
    this.#daysSum += kept.registeredDays
  }
}
