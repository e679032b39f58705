import { dayOfNumber } from '../../../kernel/day.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { type CountedJudgement, Judgements, judge, type MarkedSpan } from '../../outcomes/domain/index.ts'
import { type OpenFees, writeBaseFees } from './base-fee.ts'
import type { CountedCase } from './counted-case.ts'
import { type LawAt, levelOfRow, type MoneyLaw } from './money-law.ts'
import type { MoneyLines } from './money-lines.ts'
import { writeOutcomePay } from './outcome-pay.ts'

/**
 * Computes cases, one after another: all money comes from here (programme 5). The law is prepared once, the rows go into
 * columns, and nothing is put into words; `entitlements` reads one case with everything behind it.
 */
export class MoneyEngine {
  /** The chains of the latest case, which its rows name by place. */
  readonly judged = new Judgements<MoneyLaw>()
  /** Whether a day in service of the latest case has no base fee because the authority has entered none. */
  rateUnset = false
  readonly #lawAt: LawAt
  readonly #openFees: OpenFees = []

  /** `lawAt`: `preparedLaw` for many cases, `lawOnce` for one. */
  constructor(lawAt: LawAt) {
    this.#lawAt = lawAt
  }

  /**
   * Writes every amount of the case: base fees by month, then the outcomes by chain. Gives null, or the problem with which
   * nothing is written: those of `judge`, and `price-model-missing`.
   */
  write(facts: CountedCase, lines: MoneyLines): Problem | null {
    const { judged } = this
    const fault = judge(facts, this.#lawAt, judged) ?? priceFault(facts, judged)
    if (fault !== null) return fault
    this.rateUnset = writeBaseFees(facts, judged, this.#openFees, lines)
    for (let place = 0; place < judged.count; place += 1) {
      writeOutcomePay(facts, judged.list[place] as CountedJudgement<MoneyLaw>, place, lines)
    }
    return null
  }
}

/** Problem `price-model-missing`: a decision at a level with two prices does not say which. */
function priceFault(facts: CountedCase, judged: Judgements<MoneyLaw>): Problem | null {
  for (let chain = 0; chain < judged.count; chain += 1) {
    const { decisionsFrom, decisionsTo, law } = judged.list[chain] as CountedJudgement<MoneyLaw>
    for (let place = decisionsFrom; place < decisionsTo; place += 1) {
      const { mark, start } = facts.decisions[place] as MarkedSpan
      if (law.outcomePayments[mark] !== null && (law.baseFees === null || law.baseFees[mark] !== null)) continue
      const values = { level: levelOfRow(mark), from: dayOfNumber(start) }
      return problem('price-model-missing', { field: 'priceModel', values })
    }
  }
  return null
}
