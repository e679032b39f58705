import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import type { CaseId, PlacementId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { lockCase } from '../registration/index.ts'
import { choosesBefore } from './domain/index.ts'
import { contractOverLetter } from './letters.ts'
import { openWindow } from './open-choice.ts'
import { findProvider } from './reads.ts'
import { latestWindow, spellsOf } from './store.ts'

/** A spell that goes on beyond the contract that it is under. */
export interface LeftOver {
  readonly caseId: CaseId
  readonly placementId: PlacementId
  /** The first day without the contract. */
  readonly overOn: Day
}

/**
 * The spells whose contract is over soon, or is over already, by notice, termination or because its time is up, while the
 * service goes on; not those that follow a contract to another organisation, or whose person is choosing already.
 */
export async function spellsLeftOver(context: Context, day: Day): Promise<LeftOver[]> {
  const { rows } = await sql<LeftOver>`
    select p.case_id as "caseId", p.id as "placementId", s.to_day as "overOn"
      from market.contract_span s
      join market.placement p on p.contract_id = s.contract_id
      left join market.placement_end e on e.placement_id = p.id and not exists (select 1 from market.placement_end n where n.replaces = e.id)
     where s.to_day <= ${choosesBefore(day, context.rules)}::date
       and (e.id is null or (e.last_day >= s.to_day and e.last_day >= p.first_day and e.last_day > ${day}::date))
       and not exists (select 1 from market.contract_transfer_decision t where t.contract_id = s.contract_id and t.outcome = 'approved')
       and not exists (select 1 from market.choice_window w left join market.choice_closed c on c.window_id = w.id
                        where w.case_id = p.case_id and c.window_id is null)
       and coalesce((select max(every.last_day) from decision.v_decision one join decision.v_decision every on every.chain_id = one.chain_id
                      where one.decision_id = p.decision_id), s.to_day) >= greatest(s.to_day, ${day}::date)
     order by s.to_day, p.case_id, p.id`.execute(context.db)
  return rows
}

/**
 * Lets a participant whose provider's contract is over choose anew, in time: service goes on with the old provider until the
 * new one takes over, on the contract's first day over or, when that is too soon, the next working day after the choice. Who
 * does not choose is placed by the nearest-provider rule; where that finds nobody a caseworker gets a task, so that nobody is
 * left without a provider unseen. A letter tells why. Publishes `choice-opened`. Problems: `not-found`, `not-allowed`.
 */
export async function openChoiceAtEnd(context: Context, left: LeftOver): Promise<Result<{ opened: boolean }>> {
  const locked = await lockCase(context, left.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  const head = locked.value
  const spell = (await spellsOf(context, head.caseId)).find((one) => one.placementId === left.placementId)
  const window = await latestWindow(context, head.caseId)
  if (spell === undefined || window?.closedHow === null) return ok({ opened: false })
  const { decisionId, providerId } = spell
  const { overOn } = left
  await openWindow(context, head, { decisionId, cause: 'contract-over', returnOn: overOn })
  const opened = await latestWindow(context, head.caseId)
  const providerName = (await findProvider(context, providerId))?.name ?? ''
  await contractOverLetter(context, head, {
    providerName,
    lastDay: addDays(overOn, -1),
    dueOn: opened?.dueOn ?? context.today,
  })
  return ok({ opened: true })
}
