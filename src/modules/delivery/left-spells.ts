import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, OfficeId, PersonId, PlacementId, UserId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'

/** What a provider knows of a case that is closed to it: its own ended spells, with the activities of their plans. */
export interface LeftSpells {
  readonly personId: PersonId
  readonly officeId: OfficeId | null
  readonly caseworkerId: UserId | null
  readonly spells: readonly {
    readonly placementId: PlacementId
    readonly firstDay: Day
    readonly lastDay: Day
    readonly codes: readonly string[]
  }[]
}

/** Null where there is none, where the case is still open to the provider, and for a protected identity (programme 12). */
export async function leftSpells(context: Context, caseId: CaseId): Promise<LeftSpells | null> {
  const { rows } = await sql<{ left: LeftSpells | null }>`select delivery.left_spells(${caseId}) as left`.execute(
    context.db,
  )
  const left = rows[0]?.left ?? null
  if (left !== null) context.readPerson(left.personId)
  return left
}
