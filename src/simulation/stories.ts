import { addDays } from '../kernel/day.ts'
import { letterLanguage } from '../modules/registration/domain/index.ts'
import { stockDay } from './course.ts'
import type { Person, StoryName } from './people.ts'

type Fits = (person: Person) => boolean

const speaks = (person: Person) => letterLanguage(person.details.language)
const inService: Fits = ({ course }) =>
  course?.fate === 'in-service' &&
  course.changesOn === null &&
  course.firstDay !== null &&
  course.firstDay < addDays(stockDay, -45)
const endsSoon: Fits = ({ course }) => {
  if (course?.fate !== 'in-service' || course.firstDay === null) return false
  return course.firstDay < addDays(stockDay, -325)
}

// In this order: the rarer ones choose first.
const casting: readonly (readonly [StoryName, Fits])[] = [
  ['in-service-arabic', (person) => inService(person) && !endsSoon(person) && speaks(person) === 'ar'],
  ['in-service-english', (person) => inService(person) && !endsSoon(person) && speaks(person) === 'en'],
  ['in-service-easy-swedish', (person) => inService(person) && !endsSoon(person) && speaks(person) === 'sv-x-latt'],
  ['end-near', endsSoon],
  ['changed-provider', ({ course }) => course?.fate === 'in-service' && course.changesOn !== null],
  ['in-service', (person) => inService(person) && !endsSoon(person) && speaks(person) === 'sv'],
  ['choosing', ({ course }) => course?.fate === 'choosing'],
  ['coming', ({ course }) => course?.fate === 'coming'],
  [
    'got-work',
    ({ course }) => course?.result?.kind === 'work' && course.result.verifiedOn !== null && !course.result.refused,
  ],
  ['work-to-prove', ({ course }) => course?.result?.kind === 'work' && course.result.claimedOn === null],
  ['interrupted', ({ course }) => course?.fate === 'interrupted'],
  ['just-registered', ({ course, openedOn }) => course === null && openedOn >= addDays(stockDay, -10)],
]

/** Gives each story to the first person whom it fits; they register digitally, since they have an account of their own. */
export function castStories(people: readonly Person[]): Person[] {
  const cast = [...people]
  for (const [story, fits] of casting) {
    const index = cast.findIndex((person) => person.story === null && fits(person))
    const person = cast[index]
    if (person !== undefined) cast[index] = { ...person, story, channel: 'digital' }
  }
  return cast
}
