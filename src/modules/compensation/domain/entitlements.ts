import { dayOfNumber } from '../../../kernel/day.ts'
import { monthOfNumber } from '../../../kernel/day-count.ts'
import { type Ore, ore } from '../../../kernel/money.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import {
  type CountedJudgement,
  type CountedRun,
  type Judgements,
  type MarkedSpan,
  runInDays,
} from '../../outcomes/domain/index.ts'
import { type CountedCase, countedCase, type Party, partiesOf } from './counted-case.ts'
import { feeSteps, paymentSteps, premiumSteps } from './line-steps.ts'
import { MoneyEngine } from './money-engine.ts'
import type { BaseFee, Entitlement, MoneyFacts, OutcomePayment, PremiumPayment, Question } from './money-facts.ts'
import { type LawFor, lawOnce, levelOfRow, type MoneyLaw } from './money-law.ts'
import { type LineKind, lineKinds, MoneyLines } from './money-lines.ts'
import { rowPaidAt } from './outcome-pay.ts'

/** What a case gives its providers, and what a person must answer first. */
export interface CaseMoney {
  /** In order of month or day, then kind and provider. An amount of 0 gives none. */
  readonly entitlements: readonly Entitlement[]
  readonly questions: readonly Question[]
}

/** A case with its lines, for reading. */
interface Read {
  readonly facts: MoneyFacts
  readonly counted: CountedCase
  readonly parties: readonly Party[]
  readonly judged: Judgements<MoneyLaw>
  readonly lines: MoneyLines
}

/**
 * Every amount that the facts give under the law (programme 5). Pure: the same facts in another order give the same.
 * Problems refuse the case whole: `decisions-overlap`, `spells-overlap`, `never-in-service`, `price-model-missing`.
 * Which reports and claims came in time is the caller's to judge. What many cases give is computed by the
 * `MoneyEngine`, which this reads; the steps of a line are made when they are asked for.
 */
export function entitlements(facts: MoneyFacts, lawFor: LawFor): Result<CaseMoney> {
  const counted = countedCase(facts)
  const lines = new MoneyLines('with-parts')
  const engine = new MoneyEngine(lawOnce(lawFor))
  const fault = engine.write(counted, lines)
  if (fault !== null) return fail(fault)
  const read = { facts, counted, parties: partiesOf(facts), judged: engine.judged, lines }
  const found: Entitlement[] = []
  for (let row = 0; row < lines.count; row += 1) if (lines.amountOre[row] !== 0) found.push(entitlementIn(row, read))
  return ok({ entitlements: found.sort(byTime), questions: engine.rateUnset ? [{ reason: 'rate-not-set' }] : [] })
}

function entitlementIn(row: number, read: Read): Entitlement {
  const { parties, judged, lines } = read
  const kind = lines.kindOf(row)
  const { provider, contract } = parties[lines.partyOf(row)] as Party
  const amountOre = ore(lines.amountOre[row] as number)
  const chain = judged.list[lines.chainOf(row)] as CountedJudgement<MoneyLaw>
  const to = { provider, contract, amountOre }
  return kind === 'base_fee' ? baseFeeIn(row, chain, to, read) : outcomePayIn(row, kind, chain, to, read)
}

type Paid = Pick<Entitlement, 'provider' | 'contract'> & { readonly amountOre: Ore }

function baseFeeIn(row: number, { law }: CountedJudgement<MoneyLaw>, to: Paid, read: Read): BaseFee {
  const { counted, judged, lines } = read
  const parts = lines.parts?.filter(({ line }) => line === row) ?? []
  const levels = parts.map(({ decision }) => levelOfRow((counted.decisions[decision] as MarkedSpan).mark))
  const firstDays = parts.map(({ chain }) => dayOfNumber((judged.list[chain] as CountedJudgement<MoneyLaw>).firstDay))
  const month = lines.when[row] as number
  return {
    kind: 'base_fee',
    ...to,
    month: monthOfNumber(month),
    levels: [...new Set(levels)].sort(),
    chainFirstDays: [...new Set(firstDays)].sort(),
    rule: law.baseFeeRule,
    get steps() {
      return feeSteps(counted, judged, parts, month, to.amountOre)
    },
  }
}

function outcomePayIn(
  row: number,
  kind: Exclude<LineKind, 'base_fee'>,
  chain: CountedJudgement<MoneyLaw>,
  to: Paid,
  { facts, counted, lines }: Read,
): OutcomePayment | PremiumPayment {
  const { law } = chain
  const run = chain.run as CountedRun
  const shared = {
    ...to,
    on: dayOfNumber(lines.when[row] as number),
    level: levelOfRow(rowPaidAt(counted, chain, run)),
    chainFirstDay: dayOfNumber(chain.firstDay),
    outcomeFirstDay: dayOfNumber(run.firstDay),
    outcomeKeys: runInDays(run, facts.outcomes, counted.outcomes, law.outcomes).keys,
  }
  if (kind === 'speed_premium') {
    return {
      kind,
      ...shared,
      rule: law.premiumRule,
      get steps() {
        return premiumSteps(counted, chain, to.amountOre)
      },
    }
  }
  return {
    kind,
    ...shared,
    rule: law.outcomeRule,
    get steps() {
      return paymentSteps(counted, chain, kind, to.amountOre)
    },
  }
}

function byTime(a: Entitlement, b: Entitlement): number {
  const keyOf = (line: Entitlement) =>
    [line.kind === 'base_fee' ? line.month : line.on, lineKinds.indexOf(line.kind), line.provider, line.contract].join()
  const [first, second] = [keyOf(a), keyOf(b)]
  return first < second ? -1 : first > second ? 1 : 0
}
