import { sql } from 'kysely'
import type { Month } from '../../kernel/day.ts'
import type { ContractId, OrganisationId, StatementId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import { lineColumns } from './case-money.ts'
import type { OpenQuestion, StatementOutlier } from './contract/review.ts'
import { explainOutlier, type JudgedLine, outliersOf, type StatementHistory, type UsualAmount } from './domain/index.ts'
import { type LineRow, languageOf, lineInWords } from './line-words.ts'

const mostShown = 50

/** Which statement is looked at. */
export interface Reviewed {
  readonly statementId: StatementId
  readonly providerId: OrganisationId
  readonly contractId: ContractId
  readonly month: Month
}

/** What an approver looks at first, each with its reason in words; over the lines that the actor may see. */
export async function statementOutliers(
  context: Context,
  statement: Reviewed,
  language: Language,
): Promise<StatementOutlier[]> {
  const { rows: judged } = await sql<JudgedLine>`
    select id as "lineId", kind, level, month, amount_ore as "amountOre", posted_ore as "postedOre"
      from compensation.entitlement_line where statement_id = ${statement.statementId}`.execute(context.db)
  const history = await historyBefore(context, statement)
  const found = outliersOf(statement.month, judged, history, context.rules).slice(0, mostShown)
  const { rows: lines } = await sql<LineRow>`
    select ${lineColumns}
      from compensation.entitlement_line l left join registration.v_person p on p.person_id = l.person_id
     where l.id = any (${found.flatMap((each) => each.lineId ?? [])}::uuid[])`.execute(context.db)
  for (const line of lines) context.readPerson(line.personId)
  return found.map((each) => {
    const line = lines.find((one) => one.lineId === each.lineId)
    const text = explainOutlier(each, languageOf(language))
    return { code: each.code, line: line === undefined ? null : lineInWords(line, language), text }
  })
}

/** What was paid before this statement was made, in a year back; statements that were sent back say nothing. */
async function historyBefore(context: Context, statement: Reviewed): Promise<StatementHistory> {
  const { rows: counts } = await sql<Omit<StatementHistory, 'usual'>>`
    select count(distinct s.statement_id) as "providerStatements",
           count(distinct s.statement_id) filter (where s.contract_id = ${statement.contractId}) as "contractStatements",
           count(l.id) filter (where s.contract_id = ${statement.contractId}
             and l.kind in ('outcome_payment', 'outcome_payment_rr1') and l.amount_ore > 0) as "outcomesInThem"
      from compensation.v_statement s
      left join compensation.entitlement_line l on l.statement_id = s.statement_id
     where s.provider_id = ${statement.providerId} and s.month < ${statement.month} and s.state <> 'returned'`.execute(
    context.db,
  )
  const { rows: usual } = await sql<UsualAmount>`
    select l.kind, l.level, count(*) as lines, round(percentile_cont(0.5) within group (order by l.amount_ore))::bigint as "medianOre"
      from compensation.v_line l
     where l.contract_id = ${statement.contractId} and l.statement_month < ${statement.month} and l.statement_state <> 'returned'
       and l.posted_ore = 0
     group by l.kind, l.level`.execute(context.db)
  const [first] = counts
  if (first === undefined) throw new Error('counting gives a row')
  return { ...first, usual }
}

/**
 * Questions that keep cases of the contract out of the statement: what no rule covers, or facts that contradict each other.
 * Only those whose person the actor may see; the rest are counted by the run.
 */
export async function openQuestions(context: Context, contractId: ContractId): Promise<OpenQuestion[]> {
  const { rows } = await sql<OpenQuestion & { personId: string }>`
    select t.case_id as "caseId", t.person_id as "personId", p.given_name || ' ' || p.family_name as participant, t.why ->> 'code' as code,
           coalesce(t.why -> 'values', '{}') as values, t.due_on as "dueOn", u.display_name as "askedName"
      from platform.task t
      left join registration.v_person p on p.person_id = t.person_id
      left join platform.user_account u on u.id = t.for_user
     where t.kind = 'settle-money' and t.closed_at is null
       and t.case_id in (select case_id from market.v_placement where contract_id = ${contractId})
     order by t.due_on, t.id limit 100`.execute(context.db)
  return rows.map(({ personId, ...row }) => {
    context.readPerson(personId as never)
    return row
  })
}
