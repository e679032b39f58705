import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { BudgetCapsReply, BudgetCapView } from './contract.ts'
import { daysOfPeriod } from './domain/index.ts'

type Row = Omit<BudgetCapView, 'state'> & { readonly replaced: boolean; readonly lifted: boolean }

/** Every cap with how much of it is used and whom it has turned away, those in force first; nothing names a person. */
export async function budgetCaps(context: Context): Promise<BudgetCapsReply> {
  const { rows } = await sql<Row>`
    select c.cap_id as "capId", c.name, c.kind, c.period, c.appropriation, c.programme_group as "programmeGroup", c.office_id as "officeId",
           o.name as "officeName", c.limit_decisions as "limitDecisions", c.limit_committed_ore as "limitCommittedOre",
           coalesce(u.used_decisions, 0) as "usedDecisions", coalesce(u.used_ore, 0) as "usedOre", coalesce(u.refused, 0) as refused,
           c.reason, c.replaces, c.entered_on as "enteredOn", a.display_name as "enteredBy", c.replaced, c.lifted
      from decision.v_budget_cap c
      left join decision.cap_use() u on u.cap_id = c.cap_id
      left join platform.office o on o.id = c.office_id
      left join platform.user_account a on a.id = c.recorded_by
     order by c.replaced or c.lifted, c.period desc, c.kind desc, c.name, c.cap_id`.execute(context.db)
  const offices = await sql<BudgetCapsReply['offices'][number]>`
    select o.id as "officeId", o.name from platform.office o join platform.organisation g on g.id = o.organisation_id
     where g.kind = 'authority' order by o.name`.execute(context.db)
  return {
    items: rows.map(({ replaced, lifted, ...cap }) => ({
      ...cap,
      state: stateOf(cap.period, { replaced, lifted }, context),
    })),
    appropriations: context.rules.decision.appropriations.map(({ code, sv, en, pays }) => ({ code, sv, en, pays })),
    offices: offices.rows,
  }
}

function stateOf(
  period: string,
  { replaced, lifted }: { replaced: boolean; lifted: boolean },
  { today }: Context,
): BudgetCapView['state'] {
  if (replaced) return 'replaced'
  if (lifted) return 'lifted'
  const days = daysOfPeriod(period)
  return days !== null && days.lastDay < today ? 'over' : 'in-force'
}
