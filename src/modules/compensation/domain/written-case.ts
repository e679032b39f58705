import { dayOfNumber } from '../../../kernel/day.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { type CountedJudgement, judge } from '../../outcomes/domain/index.ts'
import { writeBaseFees } from './base-fee.ts'
import type { CountedCase, PricedSpan } from './counted-case.ts'
import { type LawAt, levelOfRow, type MoneyLaw } from './money-law.ts'
import type { MoneyLines } from './money-lines.ts'
import { writeOutcomePay } from './outcome-pay.ts'

/** What stands behind the lines that were written. */
export interface WrittenCase {
  readonly judged: readonly CountedJudgement<MoneyLaw>[]
  /** A day in service has no base fee because the authority has entered none. */
  readonly rateUnset: boolean
}

/**
 * Writes every amount of a case into `lines`: base fees by month, then the outcomes by chain (programme 5). The engine: all
 * money comes from here, one case at a time or millions with a `preparedLaw`. Problems, with which nothing is written:
 * those of `judge`, and `price-model-missing`.
 */
export function writeCase(facts: CountedCase, lawAt: LawAt, lines: MoneyLines): Result<WrittenCase> {
  const judgement = judge(facts, lawAt)
  if (!judgement.ok) return judgement
  const judged = judgement.value
  for (const each of judged) {
    const fault = priceFault(facts, each)
    if (fault !== null) return fail(fault)
  }
  const rateUnset = writeBaseFees(facts, judged, lines)
  for (let chain = 0; chain < judged.length; chain += 1) {
    writeOutcomePay(facts, judged[chain] as CountedJudgement<MoneyLaw>, chain, lines)
  }
  return ok({ judged, rateUnset })
}

/** Problem `price-model-missing`: a decision at a level with two prices does not say which. */
function priceFault(facts: CountedCase, { chain, law }: CountedJudgement<MoneyLaw>): Problem | null {
  for (let place = chain.decisionsFrom; place < chain.decisionsTo; place += 1) {
    const { row, start } = facts.decisions[place] as PricedSpan
    if (law.outcomePayments[row] !== null && (law.baseFees === null || law.baseFees[row] !== null)) continue
    const values = { level: levelOfRow(row), from: dayOfNumber(start) }
    return problem('price-model-missing', { field: 'priceModel', values })
  }
  return null
}
