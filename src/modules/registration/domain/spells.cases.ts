/** Law examples of programme 4.1: calendar days from the current spell's first day to the day before; breaks of at most 30 days join. */
export const spellCases = [
  { rule: '4.1: one spell, the day itself not counted', from: '2022-01-01', earlier: [], on: '2022-01-02', days: 1 },
  { rule: '4.1: the first day has no days yet', from: '2022-01-01', earlier: [], on: '2022-01-01', days: 0 },
  { rule: '4.1: a day before the spell', from: '2022-01-01', earlier: [], on: '2021-12-31', days: 0 },
  {
    rule: '4.1: a break of 30 days does not start a new spell',
    from: '2022-01-31',
    earlier: [['2021-12-01', '2022-01-01']],
    on: '2022-02-01',
    days: 62,
  },
  {
    rule: '4.1: a break of 31 days does',
    from: '2022-02-01',
    earlier: [['2021-12-01', '2022-01-01']],
    on: '2022-02-02',
    days: 1,
  },
  {
    rule: '4.1: short breaks join one after another, in whatever order they are known',
    from: '2022-03-01',
    earlier: [
      ['2021-01-01', '2021-06-01'],
      ['2022-01-01', '2022-02-15'],
      ['2021-06-10', '2021-12-20'],
    ],
    on: '2022-03-02',
    days: 425,
  },
  {
    rule: '4.1: behind a long break nothing joins any more',
    from: '2022-03-01',
    earlier: [
      ['2020-01-01', '2021-12-30'],
      ['2020-01-01', '2020-02-01'],
      ['2022-02-10', '2022-02-20'],
    ],
    on: '2022-03-02',
    days: 20,
  },
] as const
