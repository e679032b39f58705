import { sql } from 'kysely'
import type { CaseId, StatementId } from '../../kernel/ids.ts'
import { ore, sum } from '../../kernel/money.ts'
import type { Problem } from '../../kernel/problem.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { Language } from '../../platform/problems.ts'
import type { Action } from '../registration/index.ts'
import { lineColumns, utc } from './case-money.ts'
import type { StatementReply, StatementsQuery, StatementsReply } from './contract.ts'
import { type LineRow, lineInWords } from './line-words.ts'
import { approvalRefusal, findOnDesk, returnRefusal } from './statement-desk.ts'
import { openQuestions, type Reviewed, statementOutliers } from './statement-outliers.ts'

type Summary = StatementsReply['items'][number]

/** Why a statement was sent back, by whom and when; null when it was not. */
function sentBack(statement: string) {
  return sql`(select json_build_object('name', u.display_name, 'at', ${utc('r')}, 'code', r.code, 'reason', r.reason)
    from compensation.statement_return r left join platform.user_account u on u.id = r.returned_by
   where r.statement_id = ${sql.ref(statement)})`
}

const summary = sql`
  s.statement_id as "statementId", s.provider_id as "providerId", v.provider_name as "providerName", s.contract_id as "contractId",
  v.area_code as "areaCode", s.month, s.version, s.total_ore as "totalOre", s.line_count as lines, s.state, s.approvals,
  s.needed_approvers as "neededApprovers", s.made_on as "madeOn", s.made_by is null as "madeByJob", ${sentBack('s.statement_id')} as returned,
  exists (select 1 from compensation.statement n where n.contract_id = s.contract_id and n.month = s.month and n.version > s.version) as "madeAgain"`

/** Statements that the actor may see, those that wait first, then the latest month. */
export async function statementsOf(context: Context, query: StatementsQuery): Promise<StatementsReply> {
  const { page, limit } = query
  const { rows } = await sql<Summary & { total: number }>`
    select ${summary}, count(*) over () as total
      from compensation.v_statement s left join market.v_contract v on v.contract_id = s.contract_id
     where (${query.state ?? null}::text is null or s.state = ${query.state ?? null})
       and (${query.month ?? null}::text is null or s.month = ${query.month ?? null})
     order by s.state <> 'waiting', s.month desc, v.provider_name, v.area_code, s.version desc, s.statement_id
     limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  const items = rows.map(({ total: _total, ...row }) => row)
  return { items, page, limit, total: rows[0]?.total ?? 0 }
}

type Head = Summary & Pick<StatementReply, 'madeByName' | 'approvedBy' | 'returnedBefore'>

/** One statement with what has changed since the one before, its lines page by page, and what the actor can do. */
export async function statementPage(
  context: Context,
  statementId: StatementId,
  query: { readonly page: number; readonly limit: number },
  language: Language,
): Promise<Result<StatementReply>> {
  const { rows } = await sql<Head>`
    select ${summary}, m.display_name as "madeByName",
           coalesce((select json_agg(json_build_object('name', u.display_name, 'at', ${utc('a')}) order by a.step)
                       from compensation.statement_approval a left join platform.user_account u on u.id = a.approved_by
                      where a.statement_id = s.statement_id), '[]') as "approvedBy",
           (select ${sentBack('b.id')} from compensation.statement b
             where b.contract_id = s.contract_id and b.month = s.month and b.version = s.version - 1) as "returnedBefore"
      from compensation.v_statement s
      left join market.v_contract v on v.contract_id = s.contract_id
      left join platform.user_account m on m.id = s.made_by
     where s.statement_id = ${statementId}`.execute(context.db)
  const [head] = rows
  if (head === undefined) return fail(problem('not-found'))
  const { lineItems, visible } = await linesOf(context, statementId, query, language)
  const reviews = ['approver', 'overseer'].includes(context.actor.role)
  const hidden = { lines: head.lines - visible.lines, ore: head.totalOre - visible.ore }
  return ok({
    ...head,
    change: await changeOf(context, head),
    outliers: reviews ? await statementOutliers(context, keysOf(head), language) : [],
    questions: reviews ? await openQuestions(context, keysOf(head).contractId) : [],
    hidden,
    lineItems,
    can: await canOf(context, statementId),
  })
}

const keysOf = (head: Summary) => head as unknown as Reviewed

async function linesOf(
  context: Context,
  statementId: StatementId,
  { page, limit }: { readonly page: number; readonly limit: number },
  language: Language,
) {
  const { rows } = await sql<LineRow>`
    select ${lineColumns}
      from compensation.entitlement_line l left join registration.v_person p on p.person_id = l.person_id
     where l.statement_id = ${statementId}
     order by l.posted_ore = 0, abs(l.amount_ore) desc, l.case_id, l.entitlement_key
     limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  const sums = await sql<{ lines: number; ore: number }>`
    select count(*) as lines, coalesce(sum(amount_ore), 0) as ore from compensation.entitlement_line
     where statement_id = ${statementId}`.execute(context.db)
  for (const row of rows) context.readPerson(row.personId)
  const visible = sums.rows[0] ?? { lines: 0, ore: 0 }
  const items = rows.map((row) => lineInWords(row, language))
  return { visible, lineItems: { items, page, limit, total: visible.lines } }
}

type KindSum = StatementReply['change']['byKind'][number]
type Corrected = Record<'corrected' | 'correctedOre' | 'takenBack' | 'takenBackOre', number>

/** Against the contract's latest earlier statement that was not returned, over the lines that the actor may see. */
async function changeOf(context: Context, head: Summary): Promise<StatementReply['change']> {
  const { rows: before } = await sql<{ statementId: StatementId; month: string; totalOre: number }>`
    select statement_id as "statementId", month, total_ore as "totalOre" from compensation.v_statement
     where contract_id = ${head.contractId} and month < ${head.month} and state <> 'returned'
     order by month desc, version desc limit 1`.execute(context.db)
  const previous = before[0]
  const earlier = previous?.statementId ?? null
  const { rows: byKind } = await sql<KindSum & Corrected>`
    select kind, coalesce(sum(amount_ore) filter (where statement_id = ${head.statementId}), 0) as ore,
           count(*) filter (where statement_id = ${head.statementId}) as lines,
           coalesce(sum(amount_ore) filter (where statement_id = ${earlier}::uuid), 0) as "previousOre",
           count(*) filter (where statement_id = ${earlier}::uuid) as "previousLines",
           count(*) filter (where statement_id = ${head.statementId} and posted_ore <> 0) as corrected,
           coalesce(sum(amount_ore) filter (where statement_id = ${head.statementId} and posted_ore <> 0), 0) as "correctedOre",
           count(*) filter (where statement_id = ${head.statementId} and amount_ore < 0) as "takenBack",
           coalesce(sum(amount_ore) filter (where statement_id = ${head.statementId} and amount_ore < 0), 0) as "takenBackOre"
      from compensation.entitlement_line where statement_id in (${head.statementId}, ${earlier}::uuid)
     group by kind order by kind`.execute(context.db)
  const { rows: cases } = await sql<{ newCases: number; endedCases: number }>`
    select count(*) filter (where now_in and not then_in) as "newCases", count(*) filter (where then_in and not now_in) as "endedCases"
      from (select bool_or(statement_id = ${head.statementId}) as now_in, coalesce(bool_or(statement_id = ${earlier}::uuid), false) as then_in
              from compensation.entitlement_line where statement_id in (${head.statementId}, ${earlier}::uuid) group by case_id) c`.execute(
    context.db,
  )
  const total = (name: keyof Corrected) => sum(byKind.map((row) => ore(row[name])))
  return {
    previousMonth: previous?.month ?? null,
    previousTotalOre: previous?.totalOre ?? null,
    byKind: byKind.map(({ kind, ore, lines, previousOre, previousLines }) => ({
      kind,
      ore,
      lines,
      previousOre,
      previousLines,
    })),
    corrections: { lines: total('corrected'), ore: total('correctedOre') },
    clawbacks: { lines: total('takenBack'), ore: total('takenBackOre') },
    newCases: cases[0]?.newCases ?? 0,
    endedCases: cases[0]?.endedCases ?? 0,
  }
}

async function canOf(context: Context, statementId: StatementId): Promise<StatementReply['can']> {
  const may = mayAct(context, ['approver'])
  const found = may.ok ? await findOnDesk(context, statementId) : null
  const refusal = may.ok ? null : may.problem
  const because = (given: Problem | null) => ({
    allowed: given === null,
    because: given?.code ?? null,
    values: given?.values ?? {},
  })
  return {
    approve: because(found === null ? refusal : await approvalRefusal(context, found)),
    return: because(found === null ? refusal : returnRefusal(context, found)),
  }
}

/** On a case's page this module offers nothing: money is approved statement by statement. */
export async function actionsOf(_context: Context, _caseId: CaseId): Promise<Action[]> {
  return []
}
