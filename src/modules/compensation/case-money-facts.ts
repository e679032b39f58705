import { sql } from 'kysely'
import type { Day, Month } from '../../kernel/day.ts'
import type { CaseId, PersonId, UserId } from '../../kernel/ids.ts'
import { fromInclusive } from '../../kernel/period.ts'
import type { Context } from '../../platform/context.ts'
import type { Level, OutcomeKind, PriceModel } from '../../rules/index.ts'
import type { Entitlement, MoneyFacts, PricedDecision } from './domain/index.ts'

/** A case's facts for money, with the keys of those that an amount's explanation names. */
export interface CaseMoneyFacts {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly facts: MoneyFacts
  readonly decisions: readonly DecisionRow[]
  readonly outcomes: readonly OutcomeRow[]
}

/** What a line rests on: keys for the explanation, and the people who may not approve it. */
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
  readonly personId: PersonId
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

/** A provider's approved months of a case; as one text, for there are a dozen for every case. */
interface ReportsRow {
  readonly caseId: CaseId
  readonly providerId: string
  readonly months: string
}

/**
 * Everything that money rests on for these cases, in one question a kind of fact. Persons are needed for cases without a
 * spell left to tell whose they are. Read as the system: a statement covers everyone, also those whom an approver may not see.
 */
export async function moneyFactsOf(
  context: Context,
  caseIds: readonly CaseId[],
  persons: ReadonlyMap<CaseId, PersonId>,
): Promise<CaseMoneyFacts[]> {
  const ids = [...caseIds]
  const [decisions, spells, outcomes, reports] = await Promise.all([
    sql<DecisionRow>`
      select case_id as "caseId", decision_id as "decisionId", first_day as "firstDay", last_day as "lastDay", level, price_model as "priceModel",
             decided_by as "decidedBy"
        from decision.v_decision
       where case_id = any (${ids}::uuid[]) and first_day is not null and withdrawn_on is null
       order by first_day, decision_id`.execute(context.db),
    sql<SpellRow>`
      select case_id as "caseId", person_id as "personId", provider_id as "providerId", contract_id as "contractId", first_day as "firstDay",
             last_day as "lastDay"
        from market.v_placement where case_id = any (${ids}::uuid[])
       order by first_day, recorded_at, placement_id`.execute(context.db),
    sql<OutcomeRow>`
      select case_id as "caseId", claim_id as "claimId", kind, subsidised, extent_percent as "extentPercent", pace_percent as "pacePercent",
             first_day as "firstDay", last_day as "lastDay", verified_by as "verifiedBy"
        from outcomes.v_outcome where case_id = any (${ids}::uuid[]) order by reported_at, series_id`.execute(
      context.db,
    ),
    sql<ReportsRow>`
      select case_id as "caseId", provider_id as "providerId", string_agg(month, ',' order by month) as months
        from delivery.v_approved_report where case_id = any (${ids}::uuid[]) and payable
       group by case_id, provider_id`.execute(context.db),
  ])
  const personOf = new Map([...persons, ...spells.rows.map((row) => [row.caseId, row.personId] as const)])
  const wanted = await wantedPercents(context, [...personOf.values()])
  const rowsOf = {
    decisions: Map.groupBy(decisions.rows, (row) => row.caseId),
    spells: Map.groupBy(spells.rows, (row) => row.caseId),
    outcomes: Map.groupBy(outcomes.rows, (row) => row.caseId),
    reports: Map.groupBy(reports.rows, (row) => row.caseId),
  }
  return caseIds.flatMap((caseId) => {
    const personId = personOf.get(caseId)
    const wantedPercent = personId && wanted.get(personId)
    // An erased person's money is not computed anew: what was posted stays.
    if (personId === undefined || wantedPercent === undefined) return []
    const rows = {
      decisions: rowsOf.decisions.get(caseId) ?? [],
      spells: rowsOf.spells.get(caseId) ?? [],
      outcomes: rowsOf.outcomes.get(caseId) ?? [],
      reports: rowsOf.reports.get(caseId) ?? [],
    }
    const { decisions: granted, outcomes: reported } = rows
    return [{ caseId, personId, facts: factsOf(wantedPercent, rows), decisions: granted, outcomes: reported }]
  })
}

async function wantedPercents(context: Context, persons: readonly PersonId[]): Promise<Map<PersonId, number | null>> {
  const { rows } = await sql<{ personId: PersonId; wantedPercent: number | null }>`
    select person_id as "personId", wanted_extent_percent as "wantedPercent"
      from registration.v_person where person_id = any (${[...persons]}::uuid[])`.execute(context.db)
  return new Map(rows.map((row) => [row.personId, row.wantedPercent]))
}

/** Rows of a case's facts, as they are read. */
export interface FactRows {
  readonly decisions: readonly Pick<DecisionRow, 'firstDay' | 'lastDay' | 'level' | 'priceModel'>[]
  readonly spells: readonly Pick<SpellRow, 'providerId' | 'contractId' | 'firstDay' | 'lastDay'>[]
  readonly outcomes: readonly Omit<OutcomeRow, 'caseId' | 'verifiedBy'>[]
  readonly reports: readonly Pick<ReportsRow, 'providerId' | 'months'>[]
}

/** The facts in the shape that the law reads. */
export function factsOf(wantedPercent: number | null, rows: FactRows): MoneyFacts {
  return {
    wantedPercent,
    approvedReports: rows.reports.flatMap(({ providerId, months }) =>
      months.split(',').map((month) => ({ provider: providerId, month: month as Month })),
    ),
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
    outcomes: rows.outcomes.map((each, index) => ({
      kind: each.kind,
      subsidised: each.subsidised,
      extentPercent: each.extentPercent,
      pacePercent: each.pacePercent,
      key: each.claimId,
      reportedNumber: index,
      period: fromInclusive(each.firstDay, each.lastDay),
      verified: true,
    })),
  }
}

/** The reports and plans behind the lines of some cases, asked for only where there is a line to explain. */
export interface Grounds {
  readonly reports: ReadonlyMap<string, { readonly reportId: string; readonly decidedBy: UserId | null }>
  readonly planApprovers: ReadonlyMap<CaseId, readonly UserId[]>
}

export async function groundsOf(
  context: Context,
  caseIds: readonly CaseId[],
  months: readonly Month[],
): Promise<Grounds> {
  const ids = [...caseIds]
  const [reports, plans] = await Promise.all([
    sql<{ caseId: CaseId; providerId: string; month: Month; reportId: string; decidedBy: UserId | null }>`
      select case_id as "caseId", provider_id as "providerId", month, report_id as "reportId", decided_by as "decidedBy"
        from delivery.v_approved_report
       where case_id = any (${ids}::uuid[]) and month = any (${[...months]}::text[]) and payable`.execute(context.db),
    sql<{ caseId: CaseId; decidedBy: UserId }>`
      select distinct case_id as "caseId", decided_by as "decidedBy" from delivery.v_plan
       where case_id = any (${ids}::uuid[]) and outcome = 'approved' and decided_by is not null`.execute(context.db),
  ])
  const plansOf = Map.groupBy(plans.rows, (row) => row.caseId)
  return {
    reports: new Map(reports.rows.map((row) => [reportKey(row.caseId, row.providerId, row.month), row])),
    planApprovers: new Map([...plansOf].map(([caseId, rows]) => [caseId, rows.map((row) => row.decidedBy)])),
  }
}

function reportKey(caseId: CaseId, providerId: string, month: Month): string {
  return `${caseId} ${providerId} ${month}`
}

/** Every decision of the case, the month's report or the outcome's claims, and whoever decided, verified or approved them. */
export function basisOf(each: CaseMoneyFacts, line: Entitlement, grounds: Grounds): Basis {
  const isFee = line.kind === 'base_fee'
  const report = isFee ? grounds.reports.get(reportKey(each.caseId, line.provider, line.month)) : undefined
  const claims = isFee ? [] : each.outcomes.filter((outcome) => line.outcomeKeys.includes(outcome.claimId))
  const people = [
    ...each.decisions.map((decision) => decision.decidedBy),
    report?.decidedBy ?? null,
    ...claims.map((claim) => claim.verifiedBy),
    ...(grounds.planApprovers.get(each.caseId) ?? []),
  ]
  return {
    facts: {
      decisionIds: each.decisions.map((decision) => decision.decisionId),
      reportIds: report ? [report.reportId] : [],
      claimIds: claims.map((claim) => claim.claimId),
    },
    decidedBy: [...new Set(people)].filter((person) => person !== null).sort(),
  }
}
