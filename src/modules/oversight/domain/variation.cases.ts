import type { Level } from '../../../rules/index.ts'
import type { Verdict } from './variation.ts'

/** What an office has answered the tool's yes with: of so many at a level, so many were abstained from. */
export interface OfficeAnswers {
  readonly office: string
  readonly at: Level
  readonly answers: number
  readonly abstained: number
}

/** An example of the law: given everyone's answers, what is said of one office. */
export interface VariationCase {
  readonly says: string
  readonly rule: string
  readonly given: readonly OfficeAnswers[]
  readonly about: string
  readonly verdict: Verdict
}

/** Twelve offices alike, so that one more cannot move the whole. */
const others = (at: Level, answers: number, abstained: number): OfficeAnswers[] =>
  Array.from({ length: 12 }, (_none, place) => ({ office: `other-${place}`, at, answers, abstained }))

const rule = 'programme 4.2: variation between offices is measured'

export const variationCases: readonly VariationCase[] = [
  {
    says: 'an office that abstains like all others is as expected',
    rule,
    given: [...others('B', 200, 40), { office: 'own', at: 'B', answers: 200, abstained: 40 }],
    about: 'own',
    verdict: 'as-expected',
  },
  {
    says: 'an office that abstains twice as often as its cases let expect is very high',
    rule,
    given: [...others('B', 200, 40), { office: 'own', at: 'B', answers: 200, abstained: 80 }],
    about: 'own',
    verdict: 'very-high',
  },
  {
    says: 'an office that hardly ever abstains is very low',
    rule,
    given: [...others('B', 200, 40), { office: 'own', at: 'B', answers: 200, abstained: 12 }],
    about: 'own',
    verdict: 'very-low',
  },
  {
    says: 'half as often again among fifty is within what chance gives',
    rule,
    given: [...others('B', 200, 40), { office: 'own', at: 'B', answers: 50, abstained: 15 }],
    about: 'own',
    verdict: 'as-expected',
  },
  {
    says: 'an office with harder cases may abstain twice as often as all and be as expected',
    rule: 'programme 4.2: adjusted for the mix of cases',
    given: [
      ...others('A', 200, 20),
      ...others('C', 50, 20),
      { office: 'own', at: 'A', answers: 40, abstained: 4 },
      { office: 'own', at: 'C', answers: 160, abstained: 64 },
    ],
    about: 'own',
    verdict: 'as-expected',
  },
  {
    says: 'an office with easy cases that abstains like all others do is high: its cases let one expect less',
    rule: 'programme 4.2: adjusted for the mix of cases',
    given: [...others('A', 200, 20), ...others('C', 200, 80), { office: 'own', at: 'A', answers: 200, abstained: 50 }],
    about: 'own',
    verdict: 'very-high',
  },
  {
    says: 'an office with few answers is too little to judge, also when all of them are abstentions',
    rule: 'programme 8: small units are too little data, not bad',
    given: [...others('B', 200, 40), { office: 'own', at: 'B', answers: 19, abstained: 19 }],
    about: 'own',
    verdict: 'too-few',
  },
  {
    says: 'where nobody abstains nobody sticks out',
    rule,
    given: [...others('B', 200, 0), { office: 'own', at: 'B', answers: 200, abstained: 0 }],
    about: 'own',
    verdict: 'as-expected',
  },
]
