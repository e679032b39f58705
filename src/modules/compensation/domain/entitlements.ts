import type { Day } from '../../../kernel/day.ts'
import type { Problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { judgedChains } from '../../outcomes/domain/index.ts'
import { baseFees, hasServiceDays } from './base-fee.ts'
import { type Entitlement, type MoneyFacts, priceFault, type Question } from './money-facts.ts'
import type { LawFor, MoneyLaw } from './money-law.ts'
import { outcomePay } from './outcome-pay.ts'

/** What a case gives its providers, and what a person must answer first. */
export interface CaseMoney {
  /** In order of month or day, then kind and provider. An amount of 0 gives none. */
  readonly entitlements: readonly Entitlement[]
  readonly questions: readonly Question[]
}

/**
 * Every amount that the facts give under the law (programme 5). Pure: the same facts in another order give the same.
 * Problems refuse the case whole: `decisions-overlap`, `spells-overlap`, `never-in-service`, `price-model-missing`.
 * Which reports and claims came in time is the caller's to judge.
 */
export function entitlements(facts: MoneyFacts, lawFor: LawFor): Result<CaseMoney> {
  const laws = new Map<Day, MoneyLaw>()
  const lawOf = (chainFirstDay: Day): MoneyLaw => {
    const law = laws.get(chainFirstDay) ?? lawFor(chainFirstDay)
    laws.set(chainFirstDay, law)
    return law
  }
  const judged = judgedChains(facts, (chainFirstDay) => lawOf(chainFirstDay).rules)
  if (!judged.ok) return judged
  let unset = false
  let fault: Problem | null = null
  for (const each of judged.value) {
    const law = lawOf(each.chain.firstDay)
    unset ||= law.baseFees === null && hasServiceDays(each)
    for (const decision of each.chain.decisions) fault ??= priceFault(decision, law)
  }
  if (fault) return fail(fault)
  const lines: Entitlement[] = [
    ...baseFees(judged.value, facts.approvedReports, lawOf),
    ...judged.value.flatMap((each) => outcomePay(each, lawOf(each.chain.firstDay))),
  ]
  return ok({ entitlements: lines.sort(byTime), questions: unset ? [{ reason: 'rate-not-set' }] : [] })
}

const kinds = ['base_fee', 'outcome_payment', 'outcome_payment_rr1', 'outcome_payment_rr2', 'speed_premium']

function byTime(a: Entitlement, b: Entitlement): number {
  const keyOf = (line: Entitlement) =>
    [line.kind === 'base_fee' ? line.month : line.on, kinds.indexOf(line.kind), line.provider, line.contract].join()
  const [first, second] = [keyOf(a), keyOf(b)]
  return first < second ? -1 : first > second ? 1 : 0
}
