import { sql } from 'kysely'
import { addMonths, type Day } from '../../kernel/day.ts'
import type { ContractId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'

/** A provider's contact with an employer, with the contracts of the participants whom it concerned. */
export interface ContactLogged {
  readonly contactId: string
  /** The contact that this one corrects, or null. */
  readonly replaces: string | null
  readonly onDay: Day
  /** Each once; none when it concerned nobody in particular, or was withdrawn. */
  readonly contractIds: readonly ContractId[]
}

/** Counts a contact with an employer for the catalogue (comparable facts, programme 4.4 and 4.5). */
export async function countContact(context: Context, logged: ContactLogged): Promise<void> {
  const { contactId, replaces, onDay, contractIds } = logged
  await sql`
    select market.count_contact(${contactId}::uuid, ${replaces}::uuid, ${[...contractIds]}::uuid[], ${onDay}::date)`.execute(
    context.db,
  )
}

/** How many contacts with employers were made for participants of each contract in the months that the rule counts. */
export async function contactsMade(
  context: Context,
  contractIds: readonly ContractId[],
): Promise<ReadonlyMap<ContractId, number>> {
  if (contractIds.length === 0) return new Map()
  const after = addMonths(context.today, -context.rules.market.employerContactMonths)
  const { rows } = await sql<{ contractId: ContractId; made: number }>`
    select contract_id as "contractId", count(*)::integer as made from market.contact_made
     where contract_id = any (${[...new Set(contractIds)]}::uuid[]) and on_day > ${after}::date and on_day <= ${context.today}::date
     group by contract_id`.execute(context.db)
  return new Map(rows.map((row) => [row.contractId, row.made]))
}
