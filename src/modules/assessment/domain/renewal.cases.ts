/** Law examples of programme 4.1 and 4.2: when a person may be assessed again, and how long an assessment carries a decision. */
export const reprofilingCases = [
  {
    rule: '4.1: told before it is used',
    made: null,
    on: '2022-10-03',
    told: null,
    changed: false,
    code: 'notice-missing',
  },
  {
    rule: '4.1: told later is not told before',
    made: null,
    on: '2022-10-03',
    told: '2022-10-04',
    changed: false,
    code: 'notice-missing',
  },
  { rule: '4.1: told the same day', made: null, on: '2022-10-03', told: '2022-10-03', changed: false, code: null },
  {
    rule: '4.2: 89 days since the last',
    made: '2022-10-03',
    on: '2022-12-31',
    told: '2022-10-01',
    changed: false,
    code: 'assessed-recently',
  },
  {
    rule: '4.2: 90 days since the last',
    made: '2022-10-03',
    on: '2023-01-01',
    told: '2022-10-01',
    changed: false,
    code: null,
  },
  {
    rule: '4.2: at once when a fact changed',
    made: '2022-10-03',
    on: '2022-10-04',
    told: '2022-10-01',
    changed: true,
    code: null,
  },
  {
    rule: '4.2: at once when the window changed',
    made: '2022-09-07',
    on: '2022-09-08',
    told: '2022-09-01',
    changed: false,
    code: null,
  },
] as const

export const validityCases = [
  { rule: '4.2: valid on the day', made: '2022-10-03', on: '2022-10-03', changed: false, code: null },
  { rule: '4.2: valid 90 days', made: '2022-10-03', on: '2023-01-01', changed: false, code: null },
  { rule: '4.2: not on the 91st', made: '2022-10-03', on: '2023-01-02', changed: false, code: 'assessment-expired' },
  {
    rule: '4.2: not in another window',
    made: '2022-09-07',
    on: '2022-09-08',
    changed: false,
    code: 'assessment-other-window',
  },
  {
    rule: '4.2: not when a used fact changed',
    made: '2022-10-03',
    on: '2022-10-04',
    changed: true,
    code: 'assessment-facts-changed',
  },
] as const
