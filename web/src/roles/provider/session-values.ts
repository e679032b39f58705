import { typedNumber } from './typed-number.ts'

/** What is typed of a session to plan. */
export type SessionValues = {
  caseIds: readonly string[]
  code: string
  startsAt: string
  time: string
  minutes: string
  mode: string
  place: string
  repeat: string
  until: string
  holidays: string
}

/** Whether it is typed as quarters of an hour that a session may last. */
export function areQuarters(typed: string): boolean {
  const minutes = typedNumber(typed)
  return minutes !== null && minutes >= 15 && minutes <= 480 && minutes % 15 === 0
}
