import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import { ore, sum } from '../../kernel/money.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import type { CaseMoneyReply } from './contract.ts'
import { type LineRow, lineInWords } from './line-words.ts'

type Row = LineRow &
  Pick<
    CaseMoneyReply['lines'][number],
    'statementId' | 'statementMonth' | 'state' | 'providerId' | 'providerName' | 'approvals'
  >

/** Columns of a line, `l`, with its participant's name, `p`, which is null for whoever may not read the case. */
export const lineColumns = sql`
  l.id as "lineId", l.case_id as "caseId", l.person_id as "personId", p.given_name || ' ' || p.family_name as participant, l.kind, l.month,
  l.on_day as "onDay", l.level, l.amount_ore as "amountOre", l.entitled_ore as "entitledOre", l.posted_ore as "postedOre", l.rule, l.steps, l.facts`

/** When a row was recorded, as text inside JSON that the database makes: RFC 3339 in UTC, like every moment of the API. */
export function utc(alias: string) {
  return sql`to_char(${sql.ref(`${alias}.recorded_at`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

/** Every line of a case that the actor may see, each explained, the latest first; a provider sees its own only. */
export async function moneyOf(context: Context, caseId: CaseId, language: Language): Promise<CaseMoneyReply> {
  const { rows } = await sql<Row>`
    select ${lineColumns}, l.statement_id as "statementId", l.statement_month as "statementMonth", l.statement_state as state,
           l.provider_id as "providerId", v.provider_name as "providerName",
           coalesce((select json_agg(json_build_object('name', u.display_name, 'at', ${utc('a')}) order by a.step)
                       from compensation.statement_approval a left join platform.user_account u on u.id = a.approved_by
                      where a.statement_id = l.statement_id), '[]') as approvals
      from compensation.v_line l
      left join registration.v_person p on p.person_id = l.person_id
      left join market.v_contract v on v.contract_id = l.contract_id
     where l.case_id = ${caseId}
     order by l.recorded_at desc, l.id desc limit 500`.execute(context.db)
  for (const row of rows) context.readPerson(row.personId)
  const standing = rows.filter((row) => row.state !== 'returned')
  const totals = [...Map.groupBy(standing, (row) => row.providerId)].map(([providerId, lines]) => {
    const paid = lines.filter((line) => line.state === 'approved')
    return {
      providerId,
      providerName: lines[0]?.providerName ?? null,
      postedOre: sum(lines.map((line) => ore(line.amountOre))),
      paidOre: sum(paid.map((line) => ore(line.amountOre))),
    }
  })
  return { totals, lines: rows.map((row) => lineInWords(row, language)) }
}
