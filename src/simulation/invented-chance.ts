import { hash32 } from '../kernel/hash.ts'
import type { RegisterPerson } from './register.ts'

/**
 * The chance of work or studies within 12 months that the synthetic register gives a person. Invented (provenance A):
 * signs and rough sizes follow what the published evaluations describe, no coefficient is estimated on anyone.
 */
export function inventedChance(person: RegisterPerson): number {
  return 1 / (1 + Math.exp(-logOddsOf(person)))
}

function logOddsOf(person: RegisterPerson): number {
  const isWoman = person.sex === 'female'
  const isWorld = person.birthRegion === 'world'
  return (
    1.27 -
    0.2 * Math.log(person.registeredDays + 1) -
    0.00012 * Math.min(2500, person.registeredDays) -
    0.55 * person.registeredShareTenYears +
    ageEffect(person.age) +
    (educations[person.education] ?? 0) +
    (regions[person.birthRegion] ?? 0) +
    (person.disability === 'yes' ? -1.1 : 0) +
    (programmes[person.programme] ?? 0) +
    (isWoman && isWorld ? -0.2 : 0) +
    (person.age < 30 && person.education === 'compulsory' ? -0.2 : 0) +
    (person.age >= 55 && person.registeredDays > 365 ? -0.2 : 0) +
    (person.wantedExtentPercent < 75 ? -0.15 : 0) +
    (person.occupationsSought === 'several' ? 0.06 : 0) +
    (person.occupationsSought === 'none' ? -0.15 : 0) +
    0.12 * spread(`occupation ${person.occupation}`) +
    0.12 * spread(`municipality ${person.municipality}`)
  )
}

function ageEffect(age: number): number {
  if (age < 25) return 0.12
  return 0.12 - 0.012 * (age - 25) - (age > 54 ? 0.05 * (age - 54) : 0)
}

const educations: Readonly<Record<string, number>> = {
  'compulsory-unfinished': -0.55,
  compulsory: -0.42,
  'upper-secondary-unfinished': -0.25,
  'post-secondary-unfinished': 0.12,
  'post-secondary': 0.16,
  unknown: -0.42,
}
const regions: Readonly<Record<string, number>> = { nordic: -0.05, europe: -0.15, world: -0.45 }
const programmes: Readonly<Record<string, number>> = { JOB: -0.12, UGA: 0.05, ETP: -0.3 }

const spreads = new Map<string, number>()

/** About the standard normal distribution, decided by a name. */
function spread(name: string): number {
  const known = spreads.get(name)
  if (known !== undefined) return known
  let sum = -2
  for (const part of ['a', 'b', 'c', 'd']) sum += hash32(`${name} ${part}`) / 2 ** 32
  spreads.set(name, sum * Math.sqrt(3))
  return sum * Math.sqrt(3)
}
