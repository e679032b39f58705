import type { CaseLine } from './case-line.ts'

export interface EntitlementCase {
  /** What the law says, and where. */
  readonly rule: string
  readonly version: 'rom1' | 'rom2'
  readonly line: CaseLine
  /** Kind, provider, month or day it became payable, amount in öre. */
  readonly gives: readonly (readonly [string, string, string, number])[]
}

const c = { level: 'C', priceModel: null, approvedReports: 'all' } as const
const chain = { decisions: [{ from: '2021-03-01', to: '2021-08-27' }] } as const
const open = { spells: [{ provider: 'p1', from: '2021-03-01', to: null }] } as const
const job = { kind: 'work', subsidised: false, verified: true } as const
const none = { approvedReports: [] } as const
const outcomeC = (on: string) => ['outcome_payment', 'p1', on, 3_800_000] as const
const premium = (on: string, amountOre: number) => ['speed_premium', 'p1', on, amountOre] as const

const baseFees: EntitlementCase[] = [
  {
    rule: 'programme 5: a base fee per calendar day in service, up to the day before the outcome that counts begins',
    version: 'rom1',
    line: { ...c, ...chain, ...open, outcomes: [{ ...job, from: '2021-07-05', to: '2022-02-01' }] },
    gives: [
      ['base_fee', 'p1', '2021-03', 198_000],
      ['base_fee', 'p1', '2021-04', 198_000],
      ['base_fee', 'p1', '2021-05', 198_000],
      ['base_fee', 'p1', '2021-06', 198_000],
      // 198 000 × 4 / 31 = 25 548.4
      ['base_fee', 'p1', '2021-07', 25_548],
      // 31 October + 4 months would clamp; 5 July + 4 months is 5 November.
      outcomeC('2021-11-05'),
      // 126 days are used up to and including 4 July: 234 / 30 × 198 000.
      premium('2021-11-05', 1_544_400),
    ],
  },
  {
    rule: 'programme 5: both providers are paid their own days at a change, each line rounded on its own',
    version: 'rom1',
    line: {
      ...chain,
      level: 'A',
      spells: [
        { provider: 'p1', from: '2021-03-01', to: '2021-03-15' },
        { provider: 'p2', from: '2021-03-16', to: null },
      ],
      approvedReports: ['2021-03'],
    },
    gives: [
      // 121 000 × 15 / 31 = 58 548.4 and × 16 / 31 = 62 451.6
      ['base_fee', 'p1', '2021-03', 58_548],
      ['base_fee', 'p2', '2021-03', 62_452],
    ],
  },
  {
    rule: 'programme 4.6, 5: only months whose periodic report is approved',
    version: 'rom1',
    line: { ...c, ...chain, ...open, approvedReports: ['2021-04', '2021-08', '2021-09'] },
    gives: [
      ['base_fee', 'p1', '2021-04', 198_000],
      // 27 of 31 days: the last granted day is 27 August.
      ['base_fee', 'p1', '2021-08', 172_452],
    ],
  },
  {
    rule: 'programme 5: level B is priced by the price model of the contract',
    version: 'rom1',
    line: { ...chain, ...open, level: 'B', priceModel: '1', approvedReports: ['2021-04'] },
    gives: [['base_fee', 'p1', '2021-04', 136_400]],
  },
  {
    rule: 'programme 5: price model 2 gives a higher base fee',
    version: 'rom1',
    line: { ...chain, ...open, level: 'B', priceModel: '2', approvedReports: ['2021-04'] },
    gives: [['base_fee', 'p1', '2021-04', 165_000]],
  },
  {
    rule: 'programme 5: two levels in a month give one line, rounded after adding',
    version: 'rom1',
    line: {
      ...open,
      decisions: [
        { from: '2021-03-01', to: '2021-08-27', level: 'A' },
        { from: '2021-08-28', to: '2022-02-23', level: 'C' },
      ],
      approvedReports: ['2021-08'],
    },
    // (121 000 × 27 + 198 000 × 4) / 31 = 130 935.5
    gives: [['base_fee', 'p1', '2021-08', 130_935]],
  },
  {
    rule: 'programme 5: two spells with one provider in a month give one line, rounded after adding',
    version: 'rom1',
    line: {
      ...c,
      ...chain,
      spells: [
        { provider: 'p1', from: '2021-03-01', to: '2021-03-10' },
        { provider: 'p1', from: '2021-03-21', to: null },
      ],
      approvedReports: ['2021-03'],
    },
    // 21 days of 31; no base fee accrues in the gap.
    gives: [['base_fee', 'p1', '2021-03', 134_129]],
  },
  {
    rule: 'programme 5: the last day in service is the end of the last spell when that is earlier',
    version: 'rom1',
    line: {
      ...c,
      ...chain,
      spells: [{ provider: 'p1', from: '2021-03-01', to: '2021-04-15' }],
      approvedReports: 'all',
    },
    gives: [
      ['base_fee', 'p1', '2021-03', 198_000],
      ['base_fee', 'p1', '2021-04', 99_000],
    ],
  },
  {
    rule: 'programme 5: days with a provider outside every decision are not in service',
    version: 'rom1',
    line: {
      ...c,
      ...chain,
      spells: [{ provider: 'p1', from: '2021-02-01', to: null }],
      approvedReports: ['2021-02', '2021-03', '2021-09'],
    },
    gives: [['base_fee', 'p1', '2021-03', 198_000]],
  },
]

const late = (from: string, to: string | null = null): CaseLine => ({
  ...c,
  ...chain,
  ...open,
  ...none,
  outcomes: [{ ...job, from, to }],
})

const outcomes: EntitlementCase[] = [
  {
    rule: 'programme 5: an outcome may begin two calendar months after the last day in service, that day included',
    version: 'rom1',
    line: late('2021-10-27'),
    gives: [outcomeC('2022-02-27')],
  },
  { rule: 'programme 5: and not a day later', version: 'rom1', line: late('2021-10-28'), gives: [] },
  {
    rule: 'programme 5: the last day of an outcome is at the earliest first day + 4 months − 1 day',
    version: 'rom1',
    line: late('2021-08-28', '2021-12-27'),
    gives: [outcomeC('2021-12-28')],
  },
  {
    rule: 'programme 5: one day short does not count',
    version: 'rom1',
    line: late('2021-08-28', '2021-12-26'),
    gives: [],
  },
  {
    rule: 'programme 5: the premium is paid on the last granted day, and 0 after it',
    version: 'rom1',
    line: late('2021-08-27'),
    // 179 days used, 181 left of 360 although only 180 were granted: 181 / 30 × 198 000.
    gives: [outcomeC('2021-12-27'), premium('2021-12-27', 1_194_600)],
  },
  {
    rule: 'programme 5: 31 October + 4 months is 28 February',
    version: 'rom1',
    line: { ...late('2021-10-31', '2022-02-27'), decisions: [{ from: '2021-05-05', to: '2021-10-31' }] },
    gives: [outcomeC('2022-02-28'), premium('2022-02-28', 1_194_600)],
  },
  {
    rule: 'programme 5: an outcome begun before the chain does not count, and does not end the service',
    version: 'rom1',
    line: { ...late('2021-02-28'), approvedReports: ['2021-08'] },
    gives: [['base_fee', 'p1', '2021-08', 172_452]],
  },
  {
    rule: 'programme 5: an unverified outcome does not count',
    version: 'rom1',
    line: { ...late('2021-07-05'), outcomes: [{ ...job, verified: false, from: '2021-07-05', to: null }] },
    gives: [],
  },
  {
    rule: 'programme 5: the first that counts is the one, whatever was reported first',
    version: 'rom1',
    line: {
      ...late('2021-08-01'),
      outcomes: [
        { ...job, from: '2021-08-01', to: null },
        { ...job, from: '2021-04-01', to: '2021-05-31' },
        { kind: 'studies', verified: true, from: '2021-06-01', to: null },
      ],
    },
    gives: [outcomeC('2021-10-01'), premium('2021-10-01', 1_768_800)],
  },
  {
    rule: 'programme 5: to the provider of the first day, and after the end to the last one',
    version: 'rom1',
    line: {
      ...late('2021-08-10'),
      spells: [
        { provider: 'p2', from: '2021-03-01', to: '2021-04-30' },
        { provider: 'p1', from: '2021-05-01', to: '2021-07-31' },
      ],
    },
    // The last spell ended earlier, and 10 August lies before the last granted day: 162 used, 198 left.
    gives: [outcomeC('2021-12-10'), premium('2021-12-10', 1_306_800)],
  },
  {
    rule: 'programme 5: when it begins before the first spell, to the chain’s first provider',
    version: 'rom1',
    line: {
      ...late('2021-03-05'),
      spells: [
        { provider: 'p1', from: '2021-03-10', to: '2021-04-30' },
        { provider: 'p2', from: '2021-05-01', to: null },
      ],
    },
    gives: [outcomeC('2021-07-05'), premium('2021-07-05', 2_349_600)],
  },
  {
    rule: 'programme 5: the outcome is paid at the level in force on its first day, after the end at the last level',
    version: 'rom1',
    line: {
      ...open,
      ...none,
      decisions: [
        { from: '2021-03-01', to: '2021-08-27', level: 'A' },
        { from: '2021-08-28', to: '2022-02-23', level: 'B', priceModel: '2' },
      ],
      outcomes: [{ ...job, from: '2022-02-24', to: null }],
    },
    gives: [['outcome_payment', 'p1', '2022-06-24', 2_500_000]],
  },
  {
    rule: 'programme 5: a chain is at most two adjoining decisions, a third opens a new chain with a new clock',
    version: 'rom1',
    line: {
      ...c,
      ...open,
      ...none,
      decisions: [
        { from: '2022-02-24', to: '2022-08-22' },
        { from: '2021-03-01', to: '2021-08-27' },
        { from: '2021-08-28', to: '2022-02-23' },
      ],
      outcomes: [{ ...job, from: '2022-02-24', to: null }],
    },
    gives: [outcomeC('2022-06-24'), premium('2022-06-24', 2_376_000)],
  },
  {
    rule: 'programme 5: decisions that do not adjoin are chains of their own, each with one outcome',
    version: 'rom1',
    line: {
      ...c,
      ...none,
      decisions: [
        { from: '2021-03-01', to: '2021-08-27' },
        { from: '2022-01-10', to: '2022-07-08' },
      ],
      spells: [
        { provider: 'p1', from: '2021-03-01', to: '2021-08-27' },
        { provider: 'p2', from: '2022-01-10', to: '2022-07-08' },
      ],
      outcomes: [
        { ...job, from: '2021-08-27', to: '2021-12-31' },
        { kind: 'studies', verified: true, from: '2022-08-29', to: null },
      ],
    },
    gives: [
      outcomeC('2021-12-27'),
      premium('2021-12-27', 1_194_600),
      ['outcome_payment', 'p2', '2022-12-29', 3_800_000],
    ],
  },
]

const jobs = (wantedPercent: number | null, ...list: CaseLine['outcomes'] & object): CaseLine => ({
  ...c,
  ...chain,
  ...open,
  ...none,
  wantedPercent,
  outcomes: list,
})

const extents: EntitlementCase[] = [
  {
    rule: 'programme 4.7: the extent is at least the wanted one minus 5 percentage points',
    version: 'rom1',
    line: jobs(75, { ...job, from: '2021-08-28', to: null, extentPercent: 70 }),
    gives: [outcomeC('2021-12-28')],
  },
  {
    rule: 'programme 4.7: less than that does not count',
    version: 'rom1',
    line: jobs(75, { ...job, from: '2021-08-28', to: null, extentPercent: 69 }),
    gives: [],
  },
  {
    rule: 'programme 4.7, 5: several jobs add up, on each day, from the day when they are enough',
    version: 'rom1',
    line: jobs(
      100,
      { ...job, from: '2021-08-28', to: null, extentPercent: 50 },
      { ...job, from: '2021-09-10', to: null, extentPercent: 45 },
    ),
    gives: [outcomeC('2022-01-10')],
  },
  {
    rule: 'programme 5: work with a gap of at most 7 days is one, and the gap is added to the period and to the pay day',
    version: 'rom1',
    line: jobs(
      null,
      { ...job, from: '2021-10-08', to: '2022-01-04' },
      { ...job, from: '2021-08-28', to: '2021-09-30' },
    ),
    // 1–7 October are added: 27 December + 7 days is 3 January.
    gives: [outcomeC('2022-01-04')],
  },
  {
    rule: 'programme 5: with the gap it must last longer too',
    version: 'rom1',
    line: jobs(
      null,
      { ...job, from: '2021-08-28', to: '2021-09-30' },
      { ...job, from: '2021-10-08', to: '2022-01-02' },
    ),
    gives: [],
  },
  {
    rule: 'programme 5: a gap of 8 days parts them, and the later one is judged alone',
    version: 'rom1',
    line: jobs(
      null,
      { ...job, from: '2021-08-28', to: '2021-09-30' },
      { ...job, from: '2021-10-09', to: '2022-02-08' },
    ),
    gives: [outcomeC('2022-02-09')],
  },
  {
    rule: 'programme 5: a gap after the required last day is not added',
    version: 'rom1',
    line: jobs(null, { ...job, from: '2021-08-28', to: '2021-12-27' }, { ...job, from: '2022-01-01', to: null }),
    gives: [outcomeC('2021-12-28')],
  },
  {
    rule: 'programme 4.7: studies at half pace count',
    version: 'rom1',
    line: jobs(100, { kind: 'studies', verified: true, from: '2021-08-28', to: null, pacePercent: 50 }),
    gives: [outcomeC('2021-12-28')],
  },
  {
    rule: 'programme 4.7: slower studies do not',
    version: 'rom1',
    line: jobs(100, { kind: 'studies', verified: true, from: '2021-08-28', to: null, pacePercent: 49 }),
    gives: [],
  },
  {
    rule: 'programme 4.7: subsidised work counts',
    version: 'rom1',
    line: jobs(100, { ...job, subsidised: true, from: '2021-08-28', to: null }),
    gives: [outcomeC('2021-12-28')],
  },
]

const rom2: EntitlementCase[] = [
  {
    rule: 'programme 4.7, 5: ROM2 pays half after 3 months and half after 6, at one price for B, without premium',
    version: 'rom2',
    line: {
      level: 'B',
      decisions: [{ from: '2023-05-01', to: '2023-10-27' }],
      spells: [{ provider: 'p1', from: '2023-05-01', to: null }],
      approvedReports: 'all',
      outcomes: [{ ...job, from: '2023-06-01', to: null }],
    },
    gives: [
      ['outcome_payment_rr1', 'p1', '2023-09-01', 1_385_000],
      ['outcome_payment_rr2', 'p1', '2023-12-01', 1_385_000],
    ],
  },
  {
    rule: 'programme 5: what lasted 3 months and not 6 gives the first half',
    version: 'rom2',
    line: {
      level: 'A',
      decisions: [{ from: '2023-05-01', to: '2023-10-27' }],
      spells: [{ provider: 'p1', from: '2023-05-01', to: null }],
      approvedReports: 'all',
      outcomes: [{ ...job, from: '2023-06-01', to: '2023-11-29' }],
    },
    gives: [['outcome_payment_rr1', 'p1', '2023-09-01', 1_015_000]],
  },
]

/** The law of money by example; each amount was worked out by hand. */
export const entitlementCases: readonly EntitlementCase[] = [...baseFees, ...outcomes, ...extents, ...rom2]

interface RefusedCase {
  readonly rule: string
  readonly line: CaseLine
  readonly code: string
}

/** What refuses a case whole (programme 5). */
export const refusedCases: readonly RefusedCase[] = [
  {
    rule: 'programme 5: level B without price model',
    line: { ...chain, ...open, level: 'B', approvedReports: 'all' },
    code: 'price-model-missing',
  },
  {
    rule: 'programme 5: overlapping spells',
    line: {
      ...c,
      ...chain,
      spells: [
        { provider: 'p1', from: '2021-03-01', to: '2021-04-01' },
        { provider: 'p2', from: '2021-04-01', to: null },
      ],
    },
    code: 'spells-overlap',
  },
  {
    rule: 'programme 5: overlapping decisions',
    line: {
      ...c,
      ...open,
      decisions: [
        { from: '2021-08-27', to: '2022-02-22' },
        { from: '2021-03-01', to: '2021-08-27' },
      ],
    },
    code: 'decisions-overlap',
  },
  {
    rule: 'programme 5: an end before its beginning',
    line: { ...c, ...chain, spells: [{ provider: 'p1', from: '2021-03-02', to: '2021-03-01' }] },
    code: 'end-before-start',
  },
  {
    rule: 'programme 5: an outcome of somebody never in the service',
    line: { ...c, ...chain, spells: [], outcomes: [{ ...job, from: '2021-05-01', to: null }] },
    code: 'never-in-service',
  },
  {
    rule: 'programme 5: an outcome of somebody without any decision',
    line: { ...c, decisions: [], spells: [], outcomes: [{ ...job, from: '2021-05-01', to: null }] },
    code: 'never-in-service',
  },
  {
    rule: 'programme 4.3: a decision has a last day',
    line: { ...c, ...open, decisions: [{ from: '2021-03-01' }] },
    code: 'open-decision',
  },
  {
    rule: 'programme 4.3: a decision has a level',
    line: { ...chain, ...open, approvedReports: 'all' },
    code: 'level-missing',
  },
]
