import { sql } from 'kysely'
import type { Month } from '../../kernel/day.ts'
import type { ContractId, StatementId } from '../../kernel/ids.ts'
import type { Ore } from '../../kernel/money.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import type { Context } from '../../platform/context.ts'
import type { StatementToInvoice } from './domain/index.ts'

/** A statement of the actor's own organisation, and what has been invoiced on it. */
export interface OwnStatement extends StatementToInvoice {
  readonly statementId: StatementId
  readonly contractId: ContractId
  readonly state: 'waiting' | 'approved' | 'returned'
  readonly version: number
  readonly areaCode: string | null
  /** The invoice that is accepted or waits for a person. */
  readonly invoicedBy: string | null
  /** Earlier accepted invoices of what this statement takes back. */
  readonly preceding: readonly string[]
}

interface LineRow {
  readonly key: string
  readonly kind: keyof typeof kindNames
  readonly month: string | null
  readonly onDay: string | null
  readonly level: string
  readonly amountOre: Ore
}

/** Invoices are Swedish documents; they say what kind of pay it is and for when, never for whom. */
const kindNames = {
  base_fee: 'Grundersättning',
  outcome_payment: 'Resultatersättning',
  outcome_payment_rr1: 'Resultatersättning steg 1',
  outcome_payment_rr2: 'Resultatersättning steg 2',
  speed_premium: 'Snabbhetspremie',
} as const

/** The statement with every line, or null when the acting provider has none such. */
export async function findOwnStatement(context: Context, statementId: string): Promise<OwnStatement | null> {
  const own = context.actor.organisationId
  const { rows } = await sql<Omit<OwnStatement, 'lines' | 'preceding'> & { month: Month }>`
    select s.statement_id as "statementId", s.contract_id as "contractId", s.month, s.version, s.total_ore as "totalOre", s.state,
           c.area_code as "areaCode",
           (select i.number from invoicing.v_invoice i where i.statement_id = s.statement_id and i.state <> 'refused' limit 1) as "invoicedBy"
      from compensation.v_statement s left join market.v_contract c on c.contract_id = s.contract_id
     where s.statement_id = ${statementId}::uuid and s.provider_id = ${own}::uuid`.execute(context.db)
  const [head] = rows
  if (head === undefined) return null
  const lines = await sql<LineRow>`
    select id as key, kind, month, on_day as "onDay", level, amount_ore as "amountOre"
      from compensation.v_line where statement_id = ${statementId}::uuid and provider_id = ${own}::uuid
     order by kind, coalesce(month, on_day::text), id`.execute(context.db)
  return {
    ...head,
    lines: lines.rows.map(({ key, kind, month, onDay, level, amountOre }) => ({
      key,
      name: `${kindNames[kind]} ${month ?? onDay ?? ''}, nivå ${level}`,
      amountOre,
    })),
    preceding: head.totalOre < 0 ? await precedingOf(context, statementId) : [],
  }
}

/** The accepted invoices that earlier paid what the statement's negative lines take back. */
async function precedingOf(context: Context, statementId: string): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select distinct i.number, i.recorded_at
      from compensation.v_line l
      join compensation.v_line e on e.case_id = l.case_id and e.contract_id = l.contract_id and e.entitlement_key = l.entitlement_key
       and e.amount_ore > 0 and (e.statement_month, e.statement_version) < (l.statement_month, l.statement_version)
      join invoicing.v_invoice i on i.statement_id = e.statement_id and i.outcome = 'accepted'
     where l.statement_id = ${statementId}::uuid and l.amount_ore < 0
     order by i.recorded_at, i.number`.execute(context.db)
  return rows.map((row) => row.number)
}

/** Why a statement cannot be invoiced now, or null: `statement-waits`, `statement-sent-back`, `statement-zero`, `statement-invoiced`. */
export function invoicingRefusal({ state, month, totalOre, invoicedBy }: OwnStatement): Problem | null {
  if (state === 'waiting') return problem('statement-waits', { values: { month } })
  if (state === 'returned') return problem('statement-sent-back', { values: { month } })
  if (totalOre === 0) return problem('statement-zero', { values: { month } })
  return invoicedBy === null ? null : problem('statement-invoiced', { values: { month, number: invoicedBy } })
}
