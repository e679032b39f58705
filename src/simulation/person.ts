import { addDays, type Day, daysBetween, maxDay } from '../kernel/day.ts'
import type { Point } from '../kernel/geo.ts'
import type { Sex } from '../kernel/person-number.ts'
import type { Random } from '../kernel/random.ts'
import type { AssessmentFacts } from '../modules/assessment/domain/index.ts'
import type { PersonDetails } from '../modules/registration/domain/index.ts'
import type { BirthRegion, EducationLevel, ProgrammeCode } from '../rules/index.ts'
import { municipality, occupationsLevel4 } from '../rules/reference/index.ts'
import { names } from './names.data.ts'
import { gothenburgRegion, type Place, streets } from './places.data.ts'

/** What kind of people are drawn: the centre of age and registered time, and how common each trait is. */
export interface Profile {
  readonly meanAge: number
  readonly ageDeviation: number
  readonly medianRegisteredDays: number
  readonly registeredDaysSigma: number
  readonly women: number
  readonly birthRegions: Readonly<Record<BirthRegion, number>>
  readonly disability: number
  /** Chance of being in the job and development guarantee after 400 registered days. */
  readonly jobWhenLong: number
}

/** A person drawn at random, without identity number: that is taken when the person is kept. */
export interface Draft {
  readonly sex: Sex
  readonly born: Day
  readonly birthRegion: BirthRegion
  readonly education: EducationLevel
  readonly educationCompleted: boolean | null
  readonly disability: boolean
  readonly programme: ProgrammeCode | null
  /** First day of the current registration. */
  readonly registeredFrom: Day
  /** Days registered in the ten years before the case was opened, or before the current spell if that is later. */
  readonly registeredDays10y: number
  readonly ssyk: readonly string[]
  readonly wantedExtentPercent: number
  readonly place: Place
}

const adultDays = 18 * 365.25
const oldestYears = 65
const tenYearsDays = 3652

/** Draws a person as of the stock's day; `history` is the first day on which cases are opened. */
export function drawPerson(random: Random, profile: Profile, stock: Day, history: Day): Draft {
  const birthRegion = random.weighted(Object.entries(profile.birthRegions) as [BirthRegion, number][])
  const education = drawEducation(random, birthRegion)
  const disability = random.next() < profile.disability
  const ageDays = drawAgeDays(random, profile)
  const longer =
    (birthRegion === 'world' ? 0.08 : -0.1) + (disability ? 0.2 : 0) + (education === 'compulsory' ? 0.08 : 0)
  const days = Math.round(
    profile.medianRegisteredDays * Math.exp(profile.registeredDaysSigma * random.normal() + longer),
  )
  const registeredDays = Math.max(1, Math.min(days, Math.round(ageDays - adultDays)))
  const registeredFrom = addDays(stock, -registeredDays)
  const atOpening = Math.max(0, daysBetween(registeredFrom, maxDay(history, registeredFrom)))
  const earlier = random.next() < 0.35 ? random.int(500) : 0
  return {
    sex: random.next() < profile.women ? 'female' : 'male',
    born: addDays(stock, -Math.round(ageDays)),
    birthRegion,
    education,
    educationCompleted: education === 'unknown' ? null : random.next() < 0.85,
    disability,
    programme: drawProgramme(random, { registeredDays, ageYears: ageDays / 365.25, birthRegion, profile }),
    registeredFrom,
    registeredDays10y: Math.min(tenYearsDays, atOpening + earlier),
    ssyk: drawOccupations(random, education),
    wantedExtentPercent: random.weighted<number>([
      [100, disability ? 60 : 86],
      [75, disability ? 15 : 6],
      [50, disability ? 20 : 6],
      [25, disability ? 5 : 2],
    ]),
    place: random.weighted(gothenburgRegion.map((place) => [place, place.weight] as const)),
  }
}

/** What the assessment tool looks at for the person, as registration will hand it over. */
export function assessmentFacts(draft: Draft): AssessmentFacts {
  return {
    sex: draft.sex,
    birthDate: draft.born,
    education: draft.education,
    educationCompleted: draft.educationCompleted,
    birthRegion: draft.birthRegion,
    disability: draft.disability,
    programme: draft.programme,
    registeredFrom: draft.registeredFrom,
    registeredDaysTenYears: draft.registeredDays10y,
    ssyk: draft.ssyk,
    wantedExtentPercent: draft.wantedExtentPercent,
    municipalityCode: draft.place.code,
    municipalityGroup: municipality(draft.place.code)?.skrGroup ?? 'unknown',
  }
}

/** Name, address, contact and language for a draft: what the register needs beside the facts. */
export function fullDetails(
  random: Random,
  draft: Draft,
  given: { readonly identityNumber: string; readonly index: number; readonly language?: string | undefined },
): PersonDetails {
  const language = given.language ?? drawLanguage(random, draft.birthRegion)
  const name = drawName(random, draft, language)
  const { place } = draft
  return {
    identityNumber: given.identityNumber,
    ...name,
    street: `${random.pick(streets)} ${1 + random.int(89)}`,
    postcode: `${random.pick(place.postcodes)}${String(10 + random.int(80))}`,
    locality: random.pick(place.localities),
    municipalityCode: place.code,
    home: drawPoint(random, place),
    birthRegion: draft.birthRegion,
    education: draft.education,
    educationCompleted: draft.educationCompleted,
    disability: draft.disability,
    disabilityCode: null,
    programme: draft.programme,
    registeredFrom: draft.registeredFrom,
    registeredDays10y: draft.registeredDays10y,
    ssyk: draft.ssyk,
    wantedExtentPercent: draft.wantedExtentPercent,
    availableHours: Math.round((40 * draft.wantedExtentPercent) / 100),
    language,
    interpreter: !['sv', 'en', 'no', 'da'].includes(language) && random.next() < 0.4,
    email: random.next() < 0.85 ? emailOf(name, given.index) : null,
    phone: random.next() < 0.92 ? `070-1740${605 + random.int(95)}` : null,
    drivingLicence: random.next() < 0.55,
  }
}

function drawAgeDays(random: Random, profile: Profile): number {
  for (;;) {
    const days = (profile.meanAge + profile.ageDeviation * random.normal()) * 365.25
    // One more year than adult: nobody is registered from the very day of turning 18.
    if (days > adultDays + 365 && days < oldestYears * 365.25) return days
  }
}

function drawEducation(random: Random, region: BirthRegion): EducationLevel {
  const foreign = region === 'world'
  return random.weighted<EducationLevel>([
    ['compulsory', foreign ? 38 : 22],
    ['upper-secondary', foreign ? 29 : 45],
    ['post-secondary', foreign ? 27 : 29],
    ['unknown', foreign ? 7 : 4],
  ])
}

function drawProgramme(
  random: Random,
  about: { registeredDays: number; ageYears: number; birthRegion: BirthRegion; profile: Profile },
): ProgrammeCode | null {
  const { registeredDays, ageYears, birthRegion, profile } = about
  const chance = random.next()
  if (ageYears < 25 && registeredDays > 90) return chance < 0.55 ? 'UGA' : chance < 0.75 ? 'JOB' : null
  if (registeredDays > 400) return chance < profile.jobWhenLong ? 'JOB' : null
  if (birthRegion === 'world' && chance > 0.75) return 'ETP'
  return registeredDays > 250 && chance < profile.jobWhenLong * 0.6 ? 'JOB' : null
}

const occupationsByGroup = Map.groupBy(occupationsLevel4(), (occupation) => occupation.code.slice(0, 1))

function drawOccupations(random: Random, education: EducationLevel): string[] {
  const weights: [string, number][] =
    education === 'post-secondary'
      ? [
          ['2', 32],
          ['3', 20],
          ['4', 12],
          ['5', 20],
          ['1', 4],
          ['9', 6],
          ['8', 6],
        ]
      : education === 'upper-secondary'
        ? [
            ['5', 32],
            ['7', 18],
            ['8', 16],
            ['4', 12],
            ['9', 14],
            ['3', 6],
            ['6', 2],
          ]
        : [
            ['9', 40],
            ['5', 28],
            ['8', 14],
            ['7', 10],
            ['4', 5],
            ['6', 3],
          ]
  const chosen = new Set<string>()
  const wanted = 1 + random.int(3)
  for (let index = 0; index < wanted; index += 1) {
    const group = occupationsByGroup.get(random.weighted(weights)) ?? []
    chosen.add(random.pick(group).code)
  }
  return [...chosen]
}

const languages: Readonly<Record<BirthRegion, readonly (readonly [string, number])[]>> = {
  sweden: [['sv', 1]],
  nordic: [
    ['fi', 55],
    ['no', 10],
    ['da', 10],
    ['sv', 25],
  ],
  europe: [
    ['bs', 32],
    ['pl', 16],
    ['ro', 8],
    ['uk', 10],
    ['en', 6],
    ['sv', 28],
  ],
  world: [
    ['ar', 29],
    ['so', 13],
    ['prs', 8],
    ['fa', 8],
    ['ti', 7],
    ['ku', 7],
    ['tr', 3],
    ['th', 3],
    ['es', 3],
    ['en', 4],
    ['sv', 15],
  ],
}
// Where the language says nothing of where a family comes from, the name may.
const families: Readonly<Record<BirthRegion, readonly (readonly [string, number])[]>> = {
  sweden: [
    ['sv', 84],
    ['ar', 4],
    ['so', 2],
    ['bs', 3],
    ['fi', 3],
    ['tr', 2],
    ['ku', 1],
    ['es', 1],
  ],
  nordic: [
    ['fi', 70],
    ['no', 15],
    ['da', 15],
  ],
  europe: [
    ['bs', 50],
    ['pl', 30],
    ['ro', 20],
  ],
  world: [
    ['ar', 40],
    ['so', 14],
    ['fa', 18],
    ['ku', 12],
    ['ti', 8],
    ['en', 8],
  ],
}

function drawLanguage(random: Random, region: BirthRegion): string {
  return random.weighted(languages[region])
}

function drawName(random: Random, draft: Draft, language: string): { givenName: string; familyName: string } {
  const list = names[language === 'sv' ? random.weighted(families[draft.birthRegion]) : language] ?? names.sv
  if (list === undefined) throw new Error('the list of Swedish names is missing')
  return {
    givenName: random.pick(draft.sex === 'female' ? list.female : list.male),
    familyName: random.pick(list.family),
  }
}

function drawPoint(random: Random, place: Place): Point {
  const seat = municipality(place.code)?.seat
  if (seat === undefined) throw new Error(`no municipality has the code ${place.code}`)
  const kmPerDegree = 111.2
  const lat = seat.lat + (random.normal() * place.spreadKm) / kmPerDegree
  const lon = seat.lon + (random.normal() * place.spreadKm) / (kmPerDegree * Math.cos((seat.lat * Math.PI) / 180))
  return { lat: Number(lat.toFixed(5)), lon: Number(lon.toFixed(5)) }
}

function emailOf({ givenName, familyName }: { givenName: string; familyName: string }, index: number): string {
  const plain = `${givenName}.${familyName}`
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z.]/g, '')
  return `${plain}.${index}@example.com`
}
