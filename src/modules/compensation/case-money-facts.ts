import { sql } from 'kysely'
import type { Day, Month } from '../../kernel/day.ts'
import type { CaseId, ContractId, PersonId, UserId } from '../../kernel/ids.ts'
import { fromInclusive } from '../../kernel/period.ts'
import type { Context } from '../../platform/context.ts'
import type { Level, OutcomeKind, PriceModel } from '../../rules/index.ts'
import type { Entitlement, MoneyFacts, PricedDecision } from './domain/index.ts'

/** A case's facts for money, with who stands behind each and its key. */
export interface CaseMoneyFacts {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly facts: MoneyFacts
  /** What an entitlement rests on: keys for the explanation, and the people who may not approve it. */
  basisOf(line: Entitlement): Basis
}

export interface Basis {
  readonly facts: {
    readonly decisionIds: readonly string[]
    readonly reportIds: readonly string[]
    readonly claimIds: readonly string[]
  }
  readonly decidedBy: readonly UserId[]
}

interface DecisionRow {
  readonly caseId: CaseId
  readonly decisionId: string
  readonly firstDay: Day
  readonly lastDay: Day
  readonly level: Level
  readonly priceModel: PriceModel | null
  readonly decidedBy: UserId | null
}

interface SpellRow {
  readonly caseId: CaseId
  readonly providerId: string
  readonly contractId: string
  readonly firstDay: Day
  readonly lastDay: Day | null
}

interface OutcomeRow {
  readonly caseId: CaseId
  readonly claimId: string
  readonly kind: OutcomeKind
  readonly subsidised: boolean
  readonly extentPercent: number | null
  readonly pacePercent: number | null
  readonly firstDay: Day
  readonly lastDay: Day | null
  readonly verifiedBy: UserId | null
}

interface ReportRow {
  readonly caseId: CaseId
  readonly reportId: string
  readonly providerId: string
  readonly month: Month
  readonly decidedBy: UserId | null
}

interface CaseRow {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly wantedPercent: number | null
  readonly planApprovers: readonly UserId[]
}

/**
 * The cases that a contract's money may rest on: whoever was ever placed under it by the day, or has a line under it.
 * Read as the system: a statement covers everyone, also those whom an approver may not see.
 */
export async function casesOfContract(context: Context, contractId: ContractId, until: Day): Promise<CaseId[]> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select case_id as "caseId" from market.v_placement where contract_id = ${contractId} and first_day <= ${until}
    union select case_id from compensation.entitlement_line where contract_id = ${contractId}
    order by 1`.execute(context.db)
  return rows.map((row) => row.caseId)
}

/** Everything that money rests on for these cases, in one question a kind of fact. */
export async function moneyFactsOf(context: Context, caseIds: readonly CaseId[]): Promise<CaseMoneyFacts[]> {
  const ids = [...caseIds]
  const cases = await sql<CaseRow>`
    select c.case_id as "caseId", c.person_id as "personId", p.wanted_extent_percent as "wantedPercent",
           coalesce((select json_agg(distinct d.decided_by) from delivery.v_plan d
                      where d.case_id = c.case_id and d.outcome = 'approved' and d.decided_by is not null), '[]') as "planApprovers"
      from (select case_id, person_id from market.v_placement where case_id = any (${ids}::uuid[])
            union select case_id, person_id from compensation.entitlement_line where case_id = any (${ids}::uuid[])) c
      join registration.v_person p on p.person_id = c.person_id
     order by c.case_id`.execute(context.db)
  const decisions = await sql<DecisionRow>`
    select case_id as "caseId", decision_id as "decisionId", first_day as "firstDay", last_day as "lastDay", level, price_model as "priceModel",
           decided_by as "decidedBy"
      from decision.v_decision
     where case_id = any (${ids}::uuid[]) and first_day is not null and withdrawn_on is null
     order by first_day`.execute(context.db)
  const spells = await sql<SpellRow>`
    select case_id as "caseId", provider_id as "providerId", contract_id as "contractId", first_day as "firstDay", last_day as "lastDay"
      from market.v_placement where case_id = any (${ids}::uuid[]) order by first_day`.execute(context.db)
  const outcomes = await sql<OutcomeRow>`
    select case_id as "caseId", claim_id as "claimId", kind, subsidised, extent_percent as "extentPercent", pace_percent as "pacePercent",
           first_day as "firstDay", last_day as "lastDay", verified_by as "verifiedBy"
      from outcomes.v_outcome where case_id = any (${ids}::uuid[]) order by reported_at, series_id`.execute(context.db)
  const reports = await sql<ReportRow>`
    select case_id as "caseId", report_id as "reportId", provider_id as "providerId", month, decided_by as "decidedBy"
      from delivery.v_approved_report where case_id = any (${ids}::uuid[]) and payable`.execute(context.db)
  const of = {
    decisions: Map.groupBy(decisions.rows, (row) => row.caseId),
    spells: Map.groupBy(spells.rows, (row) => row.caseId),
    outcomes: Map.groupBy(outcomes.rows, (row) => row.caseId),
    reports: Map.groupBy(reports.rows, (row) => row.caseId),
  }
  return cases.rows.map((row) =>
    together(row, {
      decisions: of.decisions.get(row.caseId) ?? [],
      spells: of.spells.get(row.caseId) ?? [],
      outcomes: of.outcomes.get(row.caseId) ?? [],
      reports: of.reports.get(row.caseId) ?? [],
    }),
  )
}

interface Rows {
  readonly decisions: readonly DecisionRow[]
  readonly spells: readonly SpellRow[]
  readonly outcomes: readonly OutcomeRow[]
  readonly reports: readonly ReportRow[]
}

function together(row: CaseRow, rows: Rows): CaseMoneyFacts {
  const { caseId, personId } = row
  const facts: MoneyFacts = {
    wantedPercent: row.wantedPercent,
    approvedReports: rows.reports.map((each) => ({ provider: each.providerId, month: each.month })),
    decisions: rows.decisions.map(({ firstDay, lastDay, level, priceModel }) => ({
      period: fromInclusive(firstDay, lastDay) as PricedDecision['period'],
      level,
      priceModel,
    })),
    spells: rows.spells.map((each) => ({
      provider: each.providerId,
      contract: each.contractId,
      period: fromInclusive(each.firstDay, each.lastDay),
    })),
    outcomes: rows.outcomes.map(({ claimId, firstDay, lastDay, verifiedBy: _by, caseId: _case, ...rest }, index) => ({
      ...rest,
      key: claimId,
      reportedNumber: index,
      period: fromInclusive(firstDay, lastDay),
      verified: true,
    })),
  }
  return { caseId, personId, facts, basisOf: (line) => basisOf(line, row, rows) }
}

/** Every decision of the case, the month's report or the outcome's claims, and whoever decided, verified or approved them. */
function basisOf(line: Entitlement, row: CaseRow, rows: Rows): Basis {
  const isFee = line.kind === 'base_fee'
  const claims = isFee ? [] : rows.outcomes.filter((each) => line.outcomeKeys.includes(each.claimId))
  const reports = rows.reports.filter((each) => isFee && each.month === line.month && each.providerId === line.provider)
  const people = [
    ...rows.decisions.map((each) => each.decidedBy),
    ...reports.map((each) => each.decidedBy),
    ...claims.map((each) => each.verifiedBy),
    ...row.planApprovers,
  ]
  return {
    facts: {
      decisionIds: rows.decisions.map((each) => each.decisionId),
      reportIds: reports.map((each) => each.reportId),
      claimIds: claims.map((each) => each.claimId),
    },
    decidedBy: [...new Set(people)].filter((each) => each !== null).sort(),
  }
}
