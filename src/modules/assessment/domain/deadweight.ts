import type { Month } from '../../../kernel/day.ts'
import type { Rules } from '../../../rules/index.ts'
import type { Count } from './comparison-table.ts'

/** How many of those who started in a month began work within the days that are a sign of deadweight. */
export interface StartMonth {
  readonly month: Month
  readonly starts: number
  readonly toWork: number
}

export interface DeadweightMonth {
  readonly month: Month
  readonly starts: Count
  readonly toWork: Count
  /** Of those who started, in percent; null where too few started to show it. */
  readonly sharePercent: number | null
  /** The share lies above what the rules allow: a sign that people were referred who would have found work anyway. */
  readonly flagged: boolean
}

/** The deadweight sign by start month (programme 4.2); a month in which too few started or found work shows no share. */
export function deadweightMonths(months: readonly StartMonth[], rules: Rules): DeadweightMonth[] {
  const { deadweightFlagPercent, leastCount } = rules.assessment
  return months.map(({ month, starts, toWork }) => {
    const isSmall = (count: number) => count > 0 && count < leastCount
    if (isSmall(starts) || isSmall(toWork) || isSmall(starts - toWork))
      return { month, starts: isSmall(starts) ? null : starts, toWork: null, sharePercent: null, flagged: false }
    const sharePercent = starts === 0 ? null : (100 * toWork) / starts
    return {
      month,
      starts,
      toWork,
      sharePercent,
      flagged: sharePercent !== null && sharePercent > deadweightFlagPercent,
    }
  })
}
