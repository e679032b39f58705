import type { Day, Month } from '../kernel/day.ts'
import type { PersonDetails } from '../modules/registration/domain/index.ts'
import type { AbstentionReason, ActivityKind, ChoiceMotive, InterruptionReason, Level } from '../rules/index.ts'
import type { StoryName } from './people.ts'

/** Who does something about a person; the player finds the account that stands for the duty. */
export type Who = 'self' | 'caseworker' | 'provider' | 'house'

export interface PlannedActivity {
  readonly code: ActivityKind
  readonly hoursPerWeek: number
  readonly mode: 'physical' | 'remote'
}

export type AbsenceCode = 'sick' | 'child-sick' | 'work' | 'education' | 'unknown' | 'other-known'

/** One act about one person, with what is put into it; texts are invented. */
export type PersonAct =
  | {
      readonly act: 'register'
      readonly details: PersonDetails
      readonly channel: 'digital' | 'office' | 'remote-meeting' | 'assisted'
      readonly told: boolean
      readonly story: StoryName | null
      /** The person acts in person later, or tells a story, and so needs an account. */
      readonly hasAccount: boolean
    }
  | { readonly act: 'tell'; readonly channel: 'letter' | 'spoken' }
  | { readonly act: 'assess'; readonly reason: string }
  | {
      readonly act: 'talk'
      readonly mode: 'meeting' | 'video' | 'telephone'
      readonly available: 'yes' | 'partly'
      readonly notes: string
    }
  | { readonly act: 'refer'; readonly reason: string; readonly level: Level }
  | { readonly act: 'abstain'; readonly code: AbstentionReason; readonly text: string | null }
  | {
      readonly act: 'choose' | 'change'
      /** The first that has a place is taken. */
      readonly options: readonly { readonly contract: string; readonly address: string }[]
      readonly motives: readonly ChoiceMotive[]
    }
  | { readonly act: 'name-adviser' }
  | {
      readonly act: 'map'
      readonly needs: string
      readonly strengths: string
      readonly obstacles: string
      readonly language: string
      readonly wantedWork: string
    }
  | {
      readonly act: 'propose-plan'
      readonly goals: string
      readonly activities: readonly PlannedActivity[]
      readonly languageSupport: boolean
    }
  | { readonly act: 'decide-plan'; readonly outcome: 'approved' | 'returned'; readonly why: string | null }
  | { readonly act: 'agree-plan' }
  | {
      readonly act: 'hold-meeting'
      readonly day: Day
      readonly time: string
      readonly minutes: number
      readonly mode: 'physical' | 'video' | 'telephone'
      readonly came: boolean
      readonly reason: AbsenceCode | null
      readonly jobProposals: number
      readonly languageSupport: boolean
      readonly progress: string | null
    }
  | { readonly act: 'plan-meeting'; readonly day: Day; readonly time: string; readonly mode: 'physical' | 'video' }
  | {
      readonly act: 'log-activity'
      readonly day: Day
      readonly code: ActivityKind
      readonly hours: number
      readonly mode: 'physical' | 'remote'
      readonly withWhom: 'adviser' | 'provider-staff' | 'other-actor' | 'own'
    }
  | { readonly act: 'confirm'; readonly month: Month }
  | { readonly act: 'dispute'; readonly comment: string }
  | { readonly act: 'report-absence'; readonly day: Day; readonly reason: AbsenceCode }
  | { readonly act: 'decide-absence'; readonly accepted: boolean }
  | { readonly act: 'extend'; readonly reason: string }
  | {
      readonly act: 'interrupt'
      readonly lastDay: Day
      readonly cause: InterruptionReason
      readonly reason: string | null
    }
  | {
      readonly act: 'final-report'
      readonly occupation: 'work' | 'studies' | 'jobseeking' | 'other'
      readonly progress: string
      readonly nextStep: string
    }
  | {
      readonly act: 'signal'
      readonly kind: 'work' | 'studies'
      readonly from: Day
      readonly fullTime: boolean
      readonly extentPercent: number
    }
  | {
      readonly act: 'claim'
      readonly kind: 'work' | 'studies'
      readonly subsidised: boolean
      readonly from: Day
      readonly extentPercent: number
      readonly employer: string
    }
  | { readonly act: 'verify'; readonly verified: boolean; readonly reason: string | null }

export interface PersonStep {
  readonly on: Day
  /** Time of day in Stockholm, 'HH:MM'. */
  readonly at: string
  readonly person: string
  readonly who: Who
  readonly input: PersonAct
}

/** What is done for many at once, after the day's acts about single persons. */
export type OfficeAct =
  | { readonly act: 'sign-reports'; readonly provider: string; readonly month: Month }
  | { readonly act: 'decide-reports'; readonly month: Month }
  | { readonly act: 'approve-statements'; readonly first: boolean; readonly share: number }

export interface OfficeStep {
  readonly on: Day
  readonly at: string
  readonly input: OfficeAct
}

/** A day of history: what is done about single persons, each person's in order, then what is done for many. */
export interface ScriptDay {
  readonly day: Day
  readonly persons: readonly PersonStep[]
  readonly offices: readonly OfficeStep[]
}
