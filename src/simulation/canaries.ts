import { day } from '../kernel/day.ts'
import { testPersonNumber } from '../kernel/person-number.ts'
import { seeded } from '../kernel/random.ts'
import type { Scorer } from '../modules/assessment/domain/index.ts'
import type { PersonDetails } from '../modules/registration/domain/index.ts'
import type { ProtectionGrade } from '../rules/index.ts'
import { courseAhead, courseInService } from './course.ts'
import { levelFor } from './eligibility.ts'
import type { Person } from './people.ts'
import { assessmentFacts, type Draft, fullDetails } from './person.ts'
import { gothenburgRegion } from './places.data.ts'

/** A person with protected identity whose traces are unmistakable, for tests that look for them where they must not be. */
export interface Canary {
  readonly key: string
  readonly protection: ProtectionGrade
  readonly identityNumber: string
  readonly givenName: string
  readonly familyName: string
  readonly street: string
  readonly email: string
}

const canaryBirth = day('1984-02-11')

/** One for each grade of protected identity (programme 4.1). */
export const canaries: readonly Canary[] = [
  canary('canary-1', 'secrecy-mark', 990, 'Kanariett'),
  canary('canary-2', 'protected-registration', 992, 'Kanaritvå'),
  canary('canary-3', 'fictitious-identity', 994, 'Kanaritre'),
]

function canary(key: string, protection: ProtectionGrade, serial: number, givenName: string): Canary {
  const identityNumber = testPersonNumber(canaryBirth, serial)
  const familyName = `Skyddad${givenName}sson`
  return {
    key,
    protection,
    identityNumber,
    givenName,
    familyName,
    street: `Kanariestigen ${serial}`,
    email: `${key}@example.com`,
  }
}

/** The canaries as people of the demo world: one in service, one who is to choose, one registered only. */
export function canaryPeople(scorer: Scorer): Person[] {
  const courses = [
    { ...courseInService(seeded('canary in service'), '4-6'), how: 'assisted' as const, changesOn: null },
    courseAhead(seeded('canary ahead'), 'choosing'),
    null,
  ]
  return canaries.map((one, index) => {
    const course = courses[index] ?? null
    return {
      key: one.key,
      details: detailsOf(one),
      facts: assessmentFacts(draft),
      openedOn: course?.assessedOn ?? day('2022-03-15'),
      // A protected person is registered by the caseworker who then keeps the case.
      channel: 'office',
      course,
      level: course === null ? null : levelFor(assessmentFacts(draft), course, scorer),
      story: null,
      isCanary: true,
    }
  })
}

const gothenburg = gothenburgRegion[0]
if (gothenburg === undefined) throw new Error('the region has no municipality')
const draft: Draft = {
  sex: 'female',
  born: canaryBirth,
  birthRegion: 'europe',
  education: 'upper-secondary',
  educationCompleted: true,
  disability: false,
  programme: 'JOB',
  registeredFrom: day('2019-11-18'),
  registeredDays10y: 760,
  ssyk: ['5343'],
  wantedExtentPercent: 100,
  place: gothenburg,
}

function detailsOf(one: Canary): PersonDetails {
  const { givenName, familyName, street, email, identityNumber, protection } = one
  const full = fullDetails(seeded(one.key), draft, { identityNumber, index: 0, language: 'sv' })
  return { ...full, givenName, familyName, street, email, phone: null, home: null, protection }
}
