import type { CaseLine } from './case-line.ts'
import type { EntitlementCase } from './entitlements.cases.ts'

const first = { from: '2021-03-01', to: '2021-08-27' } as const
const extension = { from: '2021-08-28', to: '2022-02-23' } as const
const open = { provider: 'p1', from: '2021-03-01', to: null } as const
const job = { kind: 'work', subsidised: false, verified: true } as const

/** A participant at level C with one provider from 1 March 2021 and one decision, and nothing approved. */
const plain: CaseLine = { level: 'C', priceModel: null, decisions: [first], spells: [open], approvedReports: [] }
const withWork = (from: string, more: Partial<CaseLine> = {}): CaseLine => ({
  ...plain,
  outcomes: [{ ...job, from, to: null }],
  ...more,
})

const changes: EntitlementCase[] = [
  {
    rule: 'programme 5: who leaves a provider and comes back in the month gives the first provider one line for both times',
    version: 'rom1',
    line: {
      ...plain,
      approvedReports: ['2021-03'],
      spells: [
        { provider: 'p1', from: '2021-03-01', to: '2021-03-10' },
        { provider: 'p2', from: '2021-03-11', to: '2021-03-20' },
        { provider: 'p1', from: '2021-03-21', to: null },
      ],
    },
    // 198 000 × 21 / 31 = 134 129.03 and × 10 / 31 = 63 870.97
    gives: [
      ['base_fee', 'p1', '2021-03', 134_129],
      ['base_fee', 'p2', '2021-03', 63_871],
    ],
  },
  {
    rule: 'programme 4.4, 5: the day of a change belongs to the new provider, and so does work that begins on it',
    version: 'rom1',
    line: withWork('2021-05-01', {
      spells: [
        { provider: 'p1', from: '2021-03-01', to: '2021-04-30' },
        { provider: 'p2', from: '2021-05-01', to: null },
      ],
    }),
    // 61 days are used, 299 are left: 299 / 30 × 198 000.
    gives: [
      ['outcome_payment', 'p2', '2021-09-01', 3_800_000],
      ['speed_premium', 'p2', '2021-09-01', 1_973_400],
    ],
  },
  {
    rule: 'programme 4.3, 5: an interruption gives no base fee, and a return before the last day goes on with the decision',
    version: 'rom1',
    line: {
      ...plain,
      approvedReports: ['2021-04', '2021-05', '2021-06'],
      spells: [
        { provider: 'p1', from: '2021-03-01', to: '2021-04-15' },
        { provider: 'p1', from: '2021-06-01', to: null },
      ],
    },
    gives: [
      ['base_fee', 'p1', '2021-04', 99_000],
      ['base_fee', 'p1', '2021-06', 198_000],
    ],
  },
  {
    rule: 'programme 5: an interruption does not stop the clock of the speed premium',
    version: 'rom1',
    line: withWork('2021-08-10', {
      spells: [
        { provider: 'p1', from: '2021-03-01', to: '2021-03-31' },
        { provider: 'p1', from: '2021-08-01', to: null },
      ],
    }),
    // 162 days are used, 198 are left: 198 / 30 × 198 000.
    gives: [
      ['outcome_payment', 'p1', '2021-12-10', 3_800_000],
      ['speed_premium', 'p1', '2021-12-10', 1_306_800],
    ],
  },
  {
    rule: 'programme 4.3, 5: a later return is a new chain with a premium clock of its own',
    version: 'rom1',
    line: {
      ...plain,
      decisions: [first, { from: '2021-10-01', to: '2022-03-29' }],
      spells: [
        { provider: 'p1', from: '2021-03-01', to: '2021-04-30' },
        { provider: 'p2', from: '2021-10-01', to: null },
      ],
      approvedReports: ['2021-04', '2021-05', '2021-10'],
      outcomes: [{ ...job, from: '2021-11-01', to: null }],
    },
    // 31 days of the new chain are used, 329 are left: 329 / 30 × 198 000.
    gives: [
      ['base_fee', 'p1', '2021-04', 198_000],
      ['base_fee', 'p2', '2021-10', 198_000],
      ['outcome_payment', 'p2', '2022-03-01', 3_800_000],
      ['speed_premium', 'p2', '2022-03-01', 2_171_400],
    ],
  },
]

const extensions: EntitlementCase[] = [
  {
    rule: 'programme 5: work begun in the extension gives the premium of the days left of 360',
    version: 'rom1',
    line: withWork('2021-10-01', { decisions: [first, extension] }),
    // 214 days are used, 146 are left: 146 / 30 × 198 000.
    gives: [
      ['outcome_payment', 'p1', '2022-02-01', 3_800_000],
      ['speed_premium', 'p1', '2022-02-01', 963_600],
    ],
  },
  {
    rule: 'programme 5: without the extension the same work began after the last granted day: paid, and no premium',
    version: 'rom1',
    line: withWork('2021-10-01'),
    gives: [['outcome_payment', 'p1', '2022-02-01', 3_800_000]],
  },
  {
    rule: 'programme 5: on the last of the 360 days one day is left',
    version: 'rom1',
    line: withWork('2022-02-23', { decisions: [first, extension] }),
    gives: [
      ['outcome_payment', 'p1', '2022-06-23', 3_800_000],
      ['speed_premium', 'p1', '2022-06-23', 6_600],
    ],
  },
  {
    rule: 'programme 5: work on the extension’s first day is paid at its level, premium too',
    version: 'rom1',
    line: withWork('2021-08-28', { decisions: [{ ...first, level: 'A' }, extension] }),
    gives: [
      ['outcome_payment', 'p1', '2021-12-28', 3_800_000],
      ['speed_premium', 'p1', '2021-12-28', 1_188_000],
    ],
  },
  {
    rule: 'programme 5: and on the day before at the first decision’s level',
    version: 'rom1',
    line: withWork('2021-08-27', { decisions: [{ ...first, level: 'A' }, extension] }),
    // 121 000 × 181 / 30 = 730 033.3
    gives: [
      ['outcome_payment', 'p1', '2021-12-27', 2_030_000],
      ['speed_premium', 'p1', '2021-12-27', 730_033],
    ],
  },
]

const prices: EntitlementCase[] = (
  [
    ['programme 5: level A', { level: 'A', priceModel: null }, 2_030_000, 834_900],
    ['programme 5: level B, price model 1: more for the outcome', { level: 'B', priceModel: '1' }, 3_240_000, 941_160],
    ['programme 5: level B, price model 2: more base fee', { level: 'B', priceModel: '2' }, 2_500_000, 1_138_500],
    ['programme 5: level C', { level: 'C', priceModel: null }, 3_800_000, 1_366_200],
  ] as const
).map(([rule, priced, payment, premium]) => ({
  rule: `${rule}: the outcome payment, and 207 / 30 of its monthly base fee`,
  version: 'rom1',
  line: withWork('2021-08-01', priced),
  gives: [
    ['outcome_payment', 'p1', '2021-12-01', payment],
    ['speed_premium', 'p1', '2021-12-01', premium],
  ],
}))

const lastYear = { decisions: [{ from: '2023-09-05', to: '2024-03-02' }] } as const
const lastSpell = { provider: 'p1', from: '2023-09-05' } as const

const calendar: EntitlementCase[] = [
  {
    rule: 'programme 5: in a leap year February has 29 days',
    version: 'rom1',
    line: { ...plain, ...lastYear, spells: [{ ...lastSpell, to: '2024-02-10' }], approvedReports: ['2024-02'] },
    // 198 000 × 10 / 29 = 68 275.9
    gives: [['base_fee', 'p1', '2024-02', 68_276]],
  },
  {
    rule: 'programme 5: in a leap year 31 October + 4 months is 29 February, and 28 February is the last day needed',
    version: 'rom1',
    line: {
      ...plain,
      ...lastYear,
      spells: [{ ...lastSpell, to: null }],
      outcomes: [{ ...job, from: '2023-10-31', to: '2024-02-28' }],
    },
    // 56 days are used, 304 are left: 304 / 30 × 198 000.
    gives: [
      ['outcome_payment', 'p1', '2024-02-29', 3_800_000],
      ['speed_premium', 'p1', '2024-02-29', 2_006_400],
    ],
  },
  {
    rule: 'programme 5: two months after 31 December end on 28 February',
    version: 'rom1',
    line: withWork('2022-02-28', { decisions: [first, extension], spells: [{ ...open, to: '2021-12-31' }] }),
    gives: [['outcome_payment', 'p1', '2022-06-28', 3_800_000]],
  },
  {
    rule: 'programme 5: and 1 March is too late',
    version: 'rom1',
    line: withWork('2022-03-01', { decisions: [first, extension], spells: [{ ...open, to: '2021-12-31' }] }),
    gives: [],
  },
  {
    rule: 'programme 4.7: an extent of 95 percent is enough where no other than full time was wanted',
    version: 'rom1',
    line: withWork('2021-08-28', { outcomes: [{ ...job, from: '2021-08-28', to: null, extentPercent: 95 }] }),
    gives: [['outcome_payment', 'p1', '2021-12-28', 3_800_000]],
  },
  {
    rule: 'programme 4.7: and 94.99 percent is not',
    version: 'rom1',
    line: withWork('2021-08-28', { outcomes: [{ ...job, from: '2021-08-28', to: null, extentPercent: 94.99 }] }),
    gives: [],
  },
  {
    rule: 'programme 4.7: extents of three jobs add up exactly, whatever their decimals',
    version: 'rom1',
    line: withWork('2021-08-28', {
      outcomes: [31.7, 31.7, 31.6].map((extentPercent) => ({ ...job, from: '2021-08-28', to: null, extentPercent })),
    }),
    gives: [['outcome_payment', 'p1', '2021-12-28', 3_800_000]],
  },
]

const rom2: EntitlementCase[] = [
  {
    rule: 'programme 4.7, 5: ROM2 at level C, 31 August + 3 and + 6 months, the second in a leap year',
    version: 'rom2',
    line: {
      ...plain,
      decisions: [{ from: '2023-05-01', to: '2023-10-27' }],
      spells: [{ provider: 'p1', from: '2023-05-01', to: null }],
      outcomes: [{ ...job, from: '2023-08-31', to: null }],
    },
    gives: [
      ['outcome_payment_rr1', 'p1', '2023-11-30', 1_900_000],
      ['outcome_payment_rr2', 'p1', '2024-02-29', 1_900_000],
    ],
  },
  {
    rule: 'programme 5: ROM2, a gap after the first half moves only the second',
    version: 'rom2',
    line: {
      ...plain,
      decisions: [{ from: '2023-05-01', to: '2023-10-27' }],
      spells: [{ provider: 'p1', from: '2023-05-01', to: null }],
      outcomes: [
        { ...job, from: '2023-06-01', to: '2023-09-30' },
        { ...job, from: '2023-10-04', to: null },
      ],
    },
    gives: [
      ['outcome_payment_rr1', 'p1', '2023-09-01', 1_900_000],
      ['outcome_payment_rr2', 'p1', '2023-12-04', 1_900_000],
    ],
  },
]

/** Changes of provider and level, interruptions, returns, extensions and month ends; each amount was worked out by hand. */
export const changeCases: readonly EntitlementCase[] = [...changes, ...extensions, ...prices, ...calendar, ...rom2]
