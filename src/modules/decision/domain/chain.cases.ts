/** Law examples of programme 4.3 and 5: days of decisions, counted by hand on a calendar. */
export const dateCases = [
  { rule: '4.3: 180 days counted inclusively', firstDay: '2021-09-23', days: 180, lastDay: '2022-03-21' },
  { rule: '4.3: over a leap day', firstDay: '2023-09-23', days: 180, lastDay: '2024-03-20' },
  { rule: '4.3: an extension from the day after the last', firstDay: '2022-03-22', days: 180, lastDay: '2022-09-17' },
  { rule: '4.3: a chain is 360 days', firstDay: '2021-09-23', days: 360, lastDay: '2022-09-17' },
] as const

/** Law examples of programme 4.4: when the service starts after a choice. */
export const startCases = [
  { rule: '4.4: the 10th working day after the choice', chosenOn: '2022-10-03', early: null, start: '2022-10-17' },
  {
    rule: '4.4: earlier when a caseworker has allowed it',
    chosenOn: '2022-10-03',
    early: '2022-10-06',
    start: '2022-10-06',
  },
  {
    rule: '4.4: never on the day of the choice itself',
    chosenOn: '2022-10-06',
    early: '2022-10-06',
    start: '2022-10-07',
  },
  {
    rule: '4.4: an early day that lies later than the ordinary delays nothing',
    chosenOn: '2022-10-03',
    early: '2022-11-01',
    start: '2022-10-17',
  },
] as const

/** Law examples of programme 5: decisions that adjoin are one chain, at most two. */
export const joinCases = [
  {
    rule: '5: two that adjoin are one chain',
    decisions: [
      ['2021-03-01', '2021-08-27'],
      ['2021-08-28', '2022-02-23'],
    ],
    chains: [2],
  },
  {
    rule: '5: a day between opens a new chain',
    decisions: [
      ['2021-03-01', '2021-08-27'],
      ['2021-08-29', '2022-02-24'],
    ],
    chains: [1, 1],
  },
  {
    rule: '5: a third that adjoins opens a new chain',
    decisions: [
      ['2021-03-01', '2021-08-27'],
      ['2021-08-28', '2022-02-23'],
      ['2022-02-24', '2022-08-22'],
    ],
    chains: [2, 1],
  },
  {
    rule: '5: the order they come in is free',
    decisions: [
      ['2021-08-28', '2022-02-23'],
      ['2021-03-01', '2021-08-27'],
    ],
    chains: [2],
  },
] as const
