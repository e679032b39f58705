import type { StomTrack } from '../../../rules/index.ts'
import type { StomQuestion } from './money-facts.ts'

/** Law examples of programme 6; all days inclusive. The amounts are made up: the authority enters its own. */
interface StomCase {
  readonly rule: string
  /** First day, last day, track. */
  readonly blocks: readonly (readonly [string, string, StomTrack])[]
  /** Provider, first day, last day. */
  readonly spells: readonly (readonly [string, string, string | null])[]
  readonly outcomes: readonly string[]
  readonly amounts: 'given' | 'not-set'
  /** Kind, provider, month or first day, öre. */
  readonly gives: readonly (readonly [string, string, string, number])[]
  readonly asks: readonly StomQuestion[]
}

/** Kronor: for a day, and for an outcome. */
export const stomKronor: Readonly<Record<StomTrack, readonly [number, number]>> = {
  '1': [50, 5_000],
  '2': [60, 10_000],
  '3': [70, 15_000],
  '4': [80.5, 20_000],
}

const block = ['2021-01-11', '2021-04-10', '1'] as const
const withP1 = ['p1', '2021-01-11', null] as const

export const stomCases: readonly StomCase[] = [
  {
    rule: 'programme 6: amounts that the authority has not entered are a question, and nothing is guessed',
    blocks: [block],
    spells: [withP1],
    outcomes: ['2021-03-01'],
    amounts: 'not-set',
    gives: [],
    asks: ['stom-amounts-not-set'],
  },
  {
    rule: 'programme 6: the authority’s day fee for each day of a three-month block',
    blocks: [block],
    spells: [withP1],
    outcomes: [],
    amounts: 'given',
    gives: [
      ['stom_day_fee', 'p1', '2021-01', 21 * 5_000],
      ['stom_day_fee', 'p1', '2021-02', 28 * 5_000],
      ['stom_day_fee', 'p1', '2021-03', 31 * 5_000],
      ['stom_day_fee', 'p1', '2021-04', 10 * 5_000],
    ],
    asks: [],
  },
  {
    rule: 'programme 6: four tracks; a new block in another track and a change of provider within a month',
    blocks: [
      ['2021-01-01', '2021-01-15', '2'],
      ['2021-01-16', '2021-01-31', '4'],
    ],
    spells: [
      ['p1', '2021-01-01', '2021-01-20'],
      ['p2', '2021-01-21', null],
    ],
    outcomes: [],
    amounts: 'given',
    gives: [
      ['stom_day_fee', 'p1', '2021-01', 15 * 6_000 + 5 * 8_050],
      ['stom_day_fee', 'p2', '2021-01', 11 * 8_050],
    ],
    asks: [],
  },
  {
    rule: 'programme 6: and the track’s amount for the outcome, to whoever had the participant on its first day',
    blocks: [['2021-01-01', '2021-01-31', '3']],
    spells: [
      ['p1', '2021-01-01', '2021-01-20'],
      ['p2', '2021-01-21', null],
    ],
    outcomes: ['2021-01-21'],
    amounts: 'given',
    gives: [
      ['stom_day_fee', 'p1', '2021-01', 20 * 7_000],
      ['stom_day_fee', 'p2', '2021-01', 11 * 7_000],
      ['stom_outcome', 'p2', '2021-01-21', 1_500_000],
    ],
    asks: [],
  },
  {
    rule: 'programme 6: a block of more than three months is a question',
    blocks: [['2021-01-11', '2021-04-11', '1']],
    spells: [withP1],
    outcomes: [],
    amounts: 'given',
    gives: [],
    asks: ['stom-block-too-long'],
  },
  {
    rule: 'programme 6: an outcome outside every block is a question',
    blocks: [block],
    spells: [withP1],
    outcomes: ['2021-04-11'],
    amounts: 'given',
    gives: [],
    asks: ['stom-outcome-outside-blocks'],
  },
  {
    rule: 'programme 6: so is a second outcome',
    blocks: [block],
    spells: [withP1],
    outcomes: ['2021-04-01', '2021-02-01'],
    amounts: 'given',
    gives: [],
    asks: ['stom-second-outcome'],
  },
]
