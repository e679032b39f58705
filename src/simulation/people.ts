import type { Day } from '../kernel/day.ts'
import type { AssessmentFacts } from '../modules/assessment/domain/index.ts'
import type { PersonDetails } from '../modules/registration/domain/index.ts'
import type { Level, RegistrationChannel } from '../rules/index.ts'
import type { Course } from './course.ts'

/** The telling states that a test person can sign in as. */
export type StoryName =
  | 'just-registered'
  | 'choosing'
  | 'coming'
  | 'in-service'
  | 'in-service-arabic'
  | 'in-service-easy-swedish'
  | 'in-service-english'
  | 'changed-provider'
  | 'end-near'
  | 'got-work'
  | 'work-to-prove'
  | 'interrupted'
  | 'protected'

/** One synthetic person: what is told at registration, when and how, and the way through the service if there is one. */
export interface Person {
  /** A name for the person inside the simulation, the same for the same seed. */
  readonly key: string
  readonly details: PersonDetails
  /** What the assessment tool looks at. */
  readonly facts: AssessmentFacts
  readonly openedOn: Day
  readonly channel: RegistrationChannel
  /** Null for people who are registered only. */
  readonly course: Course | null
  /** The tool's level on the day of the assessment; null without a course. */
  readonly level: Level | null
  readonly story: StoryName | null
  readonly isCanary: boolean
}

export interface Population {
  readonly people: readonly Person[]
  /** Have an account but are not registered yet. */
  readonly notRegistered: readonly PersonDetails[]
}

/** Whether the person was in service on the day. */
export function isInServiceOn({ course }: Person, on: Day): boolean {
  if (course === null || course.firstDay === null || course.firstDay > on) return false
  return course.lastDay === null || course.lastDay >= on
}

/** Whether the person is or has been in service by the stock's day. */
export function isParticipant({ course }: Person): boolean {
  return course !== null && course.fate !== 'coming' && course.fate !== 'choosing'
}
