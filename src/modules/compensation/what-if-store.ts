import { sql } from 'kysely'
import type { CaseId, ContractId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'

/** What a case has of a kind under a contract, and what it would have. */
export interface CaseChange {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly kind: string
  readonly oldOre: number
  readonly newOre: number
}

/** Keeps one contract's part of a what-if run: the sums of everyone, and the cases that would change; once. */
export async function saveWhatIf(
  context: Context,
  part: {
    readonly whatIfId: string
    readonly contractId: ContractId
    readonly providerId: OrganisationId
    readonly cases: number
    readonly openCases: number
  },
  changes: readonly CaseChange[],
): Promise<null> {
  const { whatIfId, contractId, providerId } = part
  const { rows } = await sql`
    insert into compensation.what_if_contract (what_if_id, contract_id, provider_id, cases, open_cases, recorded_at)
    values (${whatIfId}, ${contractId}, ${providerId}, ${part.cases}, ${part.openCases}, ${context.now})
    on conflict do nothing returning 1`.execute(context.db)
  if (rows.length === 0) return null
  const given = JSON.stringify(
    changes.map((each) => ({
      case_id: each.caseId,
      person_id: each.personId,
      kind: each.kind,
      old_ore: each.oldOre,
      new_ore: each.newOre,
    })),
  )
  await sql`
    with given as (
      select * from jsonb_to_recordset(${given}::jsonb) as g (case_id uuid, person_id uuid, kind text, old_ore bigint, new_ore bigint)
    ), lines as (
      insert into compensation.what_if_line (what_if_id, contract_id, case_id, kind, person_id, provider_id, old_ore, new_ore)
      select ${whatIfId}, ${contractId}, case_id, kind, person_id, ${providerId}, old_ore, new_ore from given where old_ore <> new_ore)
    insert into compensation.what_if_sum (what_if_id, contract_id, provider_id, kind, cases, old_ore, new_ore)
    select ${whatIfId}, ${contractId}, ${providerId}, kind, count(*), sum(old_ore), sum(new_ore) from given group by kind`.execute(
    context.db,
  )
  return null
}
