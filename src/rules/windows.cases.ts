import type { ProgrammeCode } from './registration.ts'

type WindowCase = {
  readonly rule: string
  readonly day: string
  readonly number: number
  readonly outside: number
  readonly inside: number
  readonly programmes: readonly ProgrammeCode[] | null
}

/** The windows of programme 4.2 on their first and last days, and where a criterion changed inside one. */
export const windowCases: readonly WindowCase[] = [
  { rule: '4.2, window 1', day: '2020-03-30', number: 1, outside: 0, inside: 0, programmes: null },
  { rule: '4.2, window 1', day: '2020-12-06', number: 1, outside: 0, inside: 0, programmes: null },
  { rule: '4.2, window 2', day: '2020-12-07', number: 2, outside: 0, inside: 0, programmes: null },
  { rule: '4.2, window 2', day: '2021-07-31', number: 2, outside: 0, inside: 0, programmes: null },
  { rule: '4.2, window 3', day: '2021-08-01', number: 3, outside: 400, inside: 400, programmes: ['JOB'] },
  { rule: '4.2, window 3', day: '2021-09-08', number: 3, outside: 400, inside: 400, programmes: ['JOB'] },
  { rule: '4.2, window 3', day: '2021-09-09', number: 3, outside: 400, inside: 400, programmes: ['JOB', 'UGA', 'ETP'] },
  { rule: '4.2, window 3', day: '2021-11-15', number: 3, outside: 400, inside: 400, programmes: ['JOB', 'UGA', 'ETP'] },
  { rule: '4.2, window 4', day: '2021-11-16', number: 4, outside: 250, inside: 0, programmes: null },
  { rule: '4.2, window 4', day: '2022-09-07', number: 4, outside: 250, inside: 0, programmes: null },
  { rule: '4.2, window 5', day: '2022-09-08', number: 5, outside: 180, inside: 180, programmes: null },
  { rule: '4.2, window 5', day: '2023-02-28', number: 5, outside: 180, inside: 180, programmes: null },
  { rule: '4.2, window 6', day: '2023-03-01', number: 6, outside: 120, inside: 120, programmes: null },
  { rule: '4.2, window 6 in ROM2', day: '2023-04-17', number: 6, outside: 120, inside: 120, programmes: null },
  { rule: '4.2, window 6 in ROM2', day: '2030-01-01', number: 6, outside: 120, inside: 120, programmes: null },
]
