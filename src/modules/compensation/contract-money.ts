import { sql } from 'kysely'
import { lastDayOf, type Month } from '../../kernel/day.ts'
import type { CaseId, ContractId, PersonId } from '../../kernel/ids.ts'
import type { Ore } from '../../kernel/money.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import type { Context } from '../../platform/context.ts'
import { rulesOfChain } from '../outcomes/index.ts'
import { type CaseMoneyFacts, moneyFactsOf } from './case-money-facts.ts'
import {
  type Entitlement,
  entitlementKey,
  entitlements,
  isDue,
  type LawFor,
  type MoneyLaw,
  moneyLaw,
} from './domain/index.ts'
import { type PostedCase, postedSums } from './posted.ts'

/** What a case gives under one contract up to a month, beside what is posted for it. */
export interface CaseUnderContract {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly facts: CaseMoneyFacts
  readonly due: readonly Entitlement[]
  readonly oreByKey: Readonly<Record<string, Ore>>
  /** Those due of which another amount is posted, or none. */
  readonly open: readonly Entitlement[]
  /** Keys of what is posted and is due no longer, or by another amount; outcome pay of a later month may be among them. */
  readonly wrong: ReadonlySet<string>
  /** What a person must answer; a case that is refused whole has nothing open and nothing wrong. */
  readonly question: Problem | null
}

/** A law for each state of the rules, made once: chains by the thousand begin under the same. */
export function lawsOf(make: (rules: MoneyLaw['rules']) => MoneyLaw = moneyLaw): LawFor {
  const laws = new Map<MoneyLaw['rules'], MoneyLaw>()
  return (chainFirstDay) => {
    const rules = rulesOfChain(chainFirstDay)
    const law = laws.get(rules) ?? make(rules)
    laws.set(rules, law)
    return law
  }
}

/**
 * Every case that the contract's money may rest on, in a fixed order: whoever was ever placed under it by the month's end, or
 * has a line under it. Computes and compares only; what comes of it is the caller's.
 */
export async function moneyUnderContract(
  context: Context,
  contractId: ContractId,
  month: Month,
  lawFor: LawFor,
): Promise<CaseUnderContract[]> {
  const [placed, posted] = await Promise.all([placedUnder(context, contractId, month), postedSums(context, contractId)])
  const postedOf = new Map(posted.map((each) => [each.caseId, each]))
  const caseIds = [...new Set([...placed, ...postedOf.keys()])].sort()
  const persons = new Map(posted.map((each) => [each.caseId, each.personId]))
  const facts = await moneyFactsOf(context, caseIds, persons)
  return facts.map((each) => caseUnder(each, postedOf.get(each.caseId), { contractId, month, lawFor }))
}

async function placedUnder(context: Context, contractId: ContractId, month: Month): Promise<CaseId[]> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select distinct case_id as "caseId" from market.v_placement
     where contract_id = ${contractId} and first_day <= ${lastDayOf(month)}`.execute(context.db)
  return rows.map((row) => row.caseId)
}

function caseUnder(
  each: CaseMoneyFacts,
  posted: PostedCase | undefined,
  { contractId, month, lawFor }: { contractId: ContractId; month: Month; lawFor: LawFor },
): CaseUnderContract {
  const { caseId, personId } = each
  const oreByKey = posted?.oreByKey ?? {}
  const none = { caseId, personId, facts: each, due: [], oreByKey, open: [], wrong: new Set<string>() }
  const money = entitlements(each.facts, lawFor)
  if (!money.ok) return { ...none, question: money.problem }
  const due = money.value.entitlements.filter((line) => line.contract === contractId && isDue(line, month))
  const question = money.value.questions.length > 0 ? problem('rate-not-set') : null
  const wrong = new Set(Object.keys(oreByKey).filter((key) => oreByKey[key] !== 0 && !isLaterFee(key, month)))
  const open: Entitlement[] = []
  for (const line of due) {
    const key = entitlementKey(line)
    if (oreByKey[key] === line.amountOre) wrong.delete(key)
    else open.push(line)
  }
  return { ...none, due, open, wrong, question }
}

/** A base fee of a month after, which a later statement has posted. */
function isLaterFee(key: string, month: Month): boolean {
  return key.startsWith('base_fee ') && key.slice('base_fee '.length) > month
}
