/** Law examples of programme 4.7 and 5 (day counts); all days inclusive, each counted on a calendar. */
interface ChainCase {
  readonly rule: string
  readonly decisions: readonly (readonly [string, string])[]
  readonly spells: readonly (readonly [string, string, string | null])[]
  /** First day, last granted day, last day in service, latest first day of an outcome. */
  readonly chains: readonly (readonly [string, string, string | null, string | null])[]
}

export const chainCases: readonly ChainCase[] = [
  {
    rule: 'programme 5: the last day in service is the last granted day while the spell goes on',
    decisions: [['2021-09-23', '2022-03-21']],
    spells: [['p1', '2021-09-23', null]],
    chains: [['2021-09-23', '2022-03-21', '2022-03-21', '2022-05-21']],
  },
  {
    rule: 'programme 5: or the end of the last spell, and 31 December + 2 months is the last of February',
    decisions: [['2021-09-23', '2022-03-21']],
    spells: [
      ['p2', '2021-11-01', '2021-12-31'],
      ['p1', '2021-09-23', '2021-10-15'],
    ],
    chains: [['2021-09-23', '2022-03-21', '2021-12-31', '2022-02-28']],
  },
  {
    rule: 'programme 5: two adjoining decisions are one chain, a third opens a new one',
    decisions: [
      ['2021-03-01', '2021-08-27'],
      ['2021-08-28', '2022-02-23'],
      ['2022-02-24', '2022-08-22'],
    ],
    spells: [['p1', '2021-03-01', null]],
    chains: [
      ['2021-03-01', '2022-02-23', '2022-02-23', '2022-04-23'],
      ['2022-02-24', '2022-08-22', '2022-08-22', '2022-10-22'],
    ],
  },
  {
    rule: 'programme 4.3: decisions a day apart are two chains',
    decisions: [
      ['2021-03-01', '2021-08-27'],
      ['2021-08-29', '2022-02-24'],
    ],
    spells: [['p1', '2021-03-01', '2021-05-01']],
    chains: [
      ['2021-03-01', '2021-08-27', '2021-05-01', '2021-07-01'],
      ['2021-08-29', '2022-02-24', null, null],
    ],
  },
]

interface RunCase {
  readonly rule: string
  /** First day, last day, extent. */
  readonly work: readonly (readonly [string, string | null, number | null])[]
  readonly wanted: number | null
  readonly months: number
  /** First day of each run with its required last day and pay day, or null when it has not lasted. */
  readonly runs: readonly (readonly [string, readonly [string, string] | null])[]
}

export const runCases: readonly RunCase[] = [
  {
    rule: 'programme 5: the months keep the day number, clamped to the last of the month',
    work: [['2021-10-31', '2022-02-27', null]],
    wanted: null,
    months: 4,
    runs: [['2021-10-31', ['2022-02-27', '2022-02-28']]],
  },
  {
    rule: 'programme 5: in a leap year to 29 February',
    work: [['2023-10-31', '2024-02-27', null]],
    wanted: null,
    months: 4,
    runs: [['2023-10-31', null]],
  },
  {
    rule: 'programme 5: gap days add up over several gaps',
    work: [
      ['2021-03-01', '2021-03-31', null],
      ['2021-04-08', '2021-04-30', null],
      ['2021-05-04', '2021-07-10', null],
    ],
    wanted: null,
    months: 4,
    runs: [['2021-03-01', ['2021-07-10', '2021-07-11']]],
  },
  {
    rule: 'programme 5: a small job beside does not make the run begin earlier than the extent is enough',
    work: [
      ['2021-01-01', null, 20],
      ['2021-04-01', null, 80],
    ],
    wanted: 100,
    months: 4,
    runs: [['2021-04-01', ['2021-07-31', '2021-08-01']]],
  },
  {
    rule: 'programme 5: three days with too little work are a gap of three days',
    work: [
      ['2021-03-01', '2021-03-31', 100],
      ['2021-03-15', null, 50],
      ['2021-04-04', null, 50],
    ],
    wanted: 100,
    months: 4,
    runs: [['2021-03-01', ['2021-07-03', '2021-07-04']]],
  },
  {
    rule: 'programme 4.7: ROM2’s first half after 3 months',
    work: [['2023-06-01', '2023-08-31', null]],
    wanted: 100,
    months: 3,
    runs: [['2023-06-01', ['2023-08-31', '2023-09-01']]],
  },
]
