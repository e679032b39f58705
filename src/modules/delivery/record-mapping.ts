import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { openDesk } from './desk.ts'
import { type Mapping, spellToLogIn } from './domain/index.ts'
import { deliveryEvents, type MappingRecorded } from './events.ts'
import { addFact } from './store.ts'

export interface RecordMapping extends Mapping {
  readonly caseId: CaseId
  /** The day of the talk; today unless said. */
  readonly onDay?: Day | undefined
}

/**
 * Records what the person told at the beginning, or a correction of it (programme 4.5). Publishes `mapping-recorded`.
 * Problems: those of `openDesk`, `in-the-future`, `not-in-service`.
 */
export async function recordMapping(context: Context, command: RecordMapping): Promise<Result<{ id: string }>> {
  const desk = await openDesk(context, command.caseId)
  if (!desk.ok) return desk
  const onDay = command.onDay ?? context.today
  const spell = spellToLogIn(onDay, desk.value)
  if (!spell.ok) return spell
  const { head, providerId, spells } = desk.value
  const { placementId } = spell.value
  const id = newId<string>()
  const corrected = spells.find((each) => each.placementId === placementId)?.mappingId ?? null
  await addFact(context, 'mapping', head, {
    id,
    placement_id: placementId,
    provider_id: providerId,
    on_day: onDay,
    replaces: corrected,
  })
  await sql`
    insert into delivery.mapping_content (mapping_id, case_id, person_id, needs, strengths, obstacles, language, health, wanted_work)
    values (${id}, ${head.caseId}, ${head.personId}, ${command.needs}, ${command.strengths}, ${command.obstacles}, ${command.language},
            ${command.health}, ${command.wantedWork})`.execute(context.db)
  const payload: MappingRecorded = { caseId: head.caseId, personId: head.personId, placementId, onDay }
  await context.publish({ name: deliveryEvents.mappingRecorded, payload })
  return ok({ id })
}
