import { sql } from 'kysely'
import type { z } from 'zod'
import { addMonths, type Month, monthOf } from '../../kernel/day.ts'
import type { CaseId, ContractId, PersonId } from '../../kernel/ids.ts'
import { type Ore, ore, sum } from '../../kernel/money.ts'
import { fromInclusive } from '../../kernel/period.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import { type FactRows, factsOf } from './case-money-facts.ts'
import type { ProviderMoneyReply, providerMoneyQuery } from './contract/provider-money.ts'
import { lawsOf } from './contract-money.ts'
import {
  explainStep,
  type ForeseenLine,
  type ForeseenState,
  foreseen,
  type Posted,
  type ReportStanding,
  type WaitingClaim,
} from './domain/index.ts'
import { languageOf } from './line-words.ts'
import { postedFully } from './posted.ts'

interface OwnFacts {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly participant: string | null
  readonly facts: Omit<FactRows, 'reports'> & {
    readonly wantedPercent: number | null
    readonly reports: readonly ReportStanding[]
    readonly claims: readonly (FactRows['outcomes'][number] & { readonly evidence: number })[]
    readonly planApproved: boolean
  }
}

type Item = ForeseenLine & Pick<OwnFacts, 'caseId' | 'participant'>

const lawFor = lawsOf()
/** Claims are made within 24 months; what ended before that gives no more money. */
const monthsBack = 26
const order: readonly ForeseenState[] = ['clawback', 'blocked', 'ready', 'expected']

/**
 * What the actor's provider can expect of the month that goes on, what is ready, what blocks the rest, and what will be
 * taken back (look.md, Provider · Pengar). Computed from the facts so far; nothing is posted.
 */
export async function providerMoney(
  context: Context,
  query: z.output<typeof providerMoneyQuery>,
  language: Language,
): Promise<ProviderMoneyReply> {
  const month = monthOf(context.today)
  const { items, questions } = await foreseenOf(context, month)
  const wanted = items.filter((item) => query.state === undefined || item.state === query.state)
  const { page, limit } = query
  const shown = wanted.slice((page - 1) * limit, page * limit)
  return {
    month,
    sums: {
      clawback: amountOf(items.filter((item) => item.state === 'clawback')),
      blocked: amountOf(items.filter((item) => item.state === 'blocked')),
      ready: amountOf(items.filter((item) => item.state === 'ready')),
      expected: amountOf(items.filter((item) => item.state === 'expected')),
    },
    blocked: [
      ...Map.groupBy(
        items.filter((item) => item.state === 'blocked'),
        (item) => item.why,
      ),
    ]
      .map(([why, of]) => ({ why, ...amountOf(of) }))
      .sort((a, b) => b.ore - a.ore),
    posted: await postedSumsOf(context),
    questions,
    items: shown.map((item) => inWords(item, language)),
    page,
    limit,
    total: wanted.length,
  }
}

/** Every amount foreseen, clawbacks first, the largest first in each state. */
export async function foreseenOf(
  context: Context,
  month: Month,
): Promise<{ items: Item[]; questions: ProviderMoneyReply['questions'] }> {
  const since = addMonths(context.today, -monthsBack)
  const { rows } = await sql<OwnFacts>`
    select f.case_id as "caseId", f.person_id as "personId", p.given_name || ' ' || p.family_name as participant, f.facts
      from compensation.own_money_facts(${since}::date) f left join registration.v_person p on p.person_id = f.person_id`.execute(
    context.db,
  )
  const posted = await postedOf(context, rows, month)
  const items: Item[] = []
  const questions: ProviderMoneyReply['questions'] = []
  for (const each of rows) {
    context.readPerson(each.personId)
    const { caseId, participant } = each
    const money = foreseen(foreseenCase(context, each, posted.get(caseId) ?? new Map()), month, lawFor)
    if (money.question !== null) questions.push({ caseId, participant, code: money.question })
    items.push(...money.lines.map((line) => ({ ...line, caseId, participant })))
  }
  const place = (item: Item) => order.indexOf(item.state)
  items.sort((a, b) => place(a) - place(b) || Math.abs(b.amountOre) - Math.abs(a.amountOre) || (a.key < b.key ? -1 : 1))
  return { items, questions }
}

function foreseenCase(context: Context, each: OwnFacts, posted: ReadonlyMap<string, readonly Posted[]>) {
  const provider = context.actor.organisationId ?? ''
  const { wantedPercent, reports, claims, planApproved } = each.facts
  const payable = reports.filter((report) => report.state === 'approved' && report.payable)
  const months = payable.map((report) => report.month).join(',')
  const approved = months === '' ? [] : [{ caseId: each.caseId, providerId: provider, months }]
  const facts = factsOf(wantedPercent, { ...each.facts, reports: approved })
  const waiting = claims.map(
    ({ claimId, firstDay, lastDay, evidence, ...rest }, index): WaitingClaim => ({
      ...rest,
      key: claimId,
      reportedNumber: facts.outcomes.length + index,
      period: fromInclusive(firstDay, lastDay),
      verified: true,
      evidence,
    }),
  )
  return { provider, facts, reports, claims: waiting, planApproved, posted }
}

/** What is posted, by case and contract; a provider reads its own lines only. */
async function postedOf(context: Context, rows: readonly OwnFacts[], month: Month) {
  const { rows: contracts } = await sql<{ contractId: ContractId }>`
    select distinct contract_id as "contractId" from compensation.entitlement_line where provider_id = ${context.actor.organisationId}`.execute(
    context.db,
  )
  const caseIds = rows.map((row) => row.caseId)
  const found = new Map<CaseId, Map<string, Posted[]>>()
  for (const { contractId } of contracts) {
    for (const line of await postedFully(context, contractId, caseIds, month)) {
      const ofCase = found.get(line.caseId) ?? new Map<string, Posted[]>()
      ofCase.set(contractId, [...(ofCase.get(contractId) ?? []), line])
      found.set(line.caseId, ofCase)
    }
  }
  return found
}

async function postedSumsOf(context: Context): Promise<ProviderMoneyReply['posted']> {
  const { rows } = await sql<{ state: string; lines: number; ore: number }>`
    select state, count(*) as lines, coalesce(sum(total_ore), 0)::bigint as ore from compensation.v_statement
     where provider_id = ${context.actor.organisationId} and state <> 'returned' group by state`.execute(context.db)
  const of = (state: string) => {
    const { lines = 0, ore: total = 0 } = rows.find((row) => row.state === state) ?? {}
    return { lines, ore: total }
  }
  return { waiting: of('waiting'), approved: of('approved') }
}

function amountOf(items: readonly { readonly amountOre: Ore }[]): { lines: number; ore: Ore } {
  return { lines: items.length, ore: items.length === 0 ? ore(0) : sum(items.map((item) => item.amountOre)) }
}

function inWords(item: Item, language: Language): ProviderMoneyReply['items'][number] {
  const { caseId, participant, state, why, kind, month, on, level, amountOre, postedOre, rule } = item
  const steps = item.steps.map((step) => explainStep(step, languageOf(language)))
  const { clause, provenance } = rule
  return {
    caseId,
    participant,
    state,
    why,
    kind,
    month,
    onDay: on,
    level,
    amountOre,
    postedOre,
    steps,
    clause,
    provenance,
  }
}
