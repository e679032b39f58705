import { sql } from 'kysely'
import type { Month } from '../../kernel/day.ts'
import type { Context } from '../../platform/context.ts'
import type { Level } from '../../rules/index.ts'
import type { DecisionKind } from './domain/index.ts'

/** What the decisions of a month commit, by kind and level; `deviationOre` of the sum of independent cases. */
export interface CommitmentSum {
  readonly month: Month
  readonly kind: DecisionKind
  readonly level: Level
  readonly decisions: number
  readonly expectedOre: number
  readonly deviationOre: number
}

/** Sums over all decisions of the months, for those who follow the budget; nothing for others. */
export async function commitmentSums(context: Context, from: Month, to: Month): Promise<CommitmentSum[]> {
  const { rows } = await sql<CommitmentSum>`
    select month, kind, level, decisions, expected_ore as "expectedOre", round(sqrt(variance))::bigint as "deviationOre"
      from decision.commitment_sums(${from}, ${to}) order by month, kind desc, level`.execute(context.db)
  return rows
}
