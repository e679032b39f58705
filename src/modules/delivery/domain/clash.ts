import { weekday } from '../../../kernel/day.ts'
import { addMillis, dayOf, type Instant } from '../../../kernel/instant.ts'
import { isHoliday } from '../../../kernel/working-days.ts'
import { type Absence, isAbsent } from './log-day.ts'

/** A meeting's or an activity's place in time, and whether others may share it. */
export type Booking = {
  readonly startsAt: Instant
  readonly minutes: number
  readonly individual: boolean
  /** A booked activity; a development meeting unless said. */
  readonly activity?: boolean
}

type Taken = 'participant-meeting' | 'participant-activity' | 'adviser-meeting' | 'adviser-activity'

type DayClash = 'holiday' | 'weekend' | 'approved-absence' | 'parallel-measure'

/** What a wished time meets: worth seeing before it is saved; only what the participant has at the time stands in the way. */
export type Clash =
  | { readonly kind: Taken; readonly startsAt: Instant; readonly minutes: number }
  | { readonly kind: DayClash }

/** Whether the two have a moment in common; one that begins when the other ends has not. */
export function meetInTime(a: Booking, b: Booking): boolean {
  return a.startsAt < endOf(b) && b.startsAt < endOf(a)
}

/**
 * What the wished time meets (programme 4.5): other meetings and activities of the participant, those of the
 * adviser unless both are the same group's, a holiday or weekend, and a day of approved absence or
 * of a parallel measure.
 */
export function clashesOf(
  wish: Booking,
  known: {
    readonly participant: readonly Booking[]
    readonly adviser: readonly Booking[]
    readonly absences: readonly Absence[]
    /** Whole days of measures with another actor, decided by the caseworker. */
    readonly measures?: readonly Absence[]
  },
): Clash[] {
  const onDay = dayOf(wish.startsAt)
  const sameGroup = (other: Booking) => !wish.individual && !other.individual && wish.startsAt === other.startsAt
  const found = (whose: 'participant' | 'adviser', bookings: readonly Booking[]): Clash[] =>
    bookings
      .filter((each) => meetInTime(wish, each))
      .map(({ startsAt, minutes, activity }) => ({
        kind: `${whose}-${activity ? 'activity' : 'meeting'}` as const,
        startsAt,
        minutes,
      }))
  return [
    ...found('participant', known.participant),
    ...found(
      'adviser',
      known.adviser.filter((each) => !sameGroup(each)),
    ),
    ...dayClash(isHoliday(onDay), 'holiday'),
    ...dayClash(weekday(onDay) > 5 && !isHoliday(onDay), 'weekend'),
    ...dayClash(isAbsent(onDay, known.absences), 'approved-absence'),
    ...dayClash(isAbsent(onDay, known.measures ?? []), 'parallel-measure'),
  ]
}

function dayClash(holds: boolean, kind: DayClash): Clash[] {
  return holds ? [{ kind }] : []
}

const endOf = ({ startsAt, minutes }: Booking) => addMillis(startsAt, minutes * 60_000)
