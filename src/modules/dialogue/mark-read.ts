import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { openTalk, type Talk } from './threads.ts'

/** Says that one's own side has read everything written in the case so far. Problems: those of `openTalk`. */
export async function readMessages(context: Context, command: { caseId: CaseId }): Promise<Result<{ unread: number }>> {
  const opened = await openTalk(context, command.caseId)
  if (!opened.ok) return opened
  await markRead(context, opened.value)
  return ok({ unread: 0 })
}

/** Sets a mark at the latest message of each spell where the own side has something unread. */
export async function markRead(context: Context, { head, side, threads }: Talk): Promise<void> {
  const { rows } = await sql`
    insert into dialogue.read_mark (case_id, person_id, placement_id, provider_id, side, read_to, recorded_at, recorded_by)
    select m.case_id, m.person_id, m.placement_id, m.provider_id, ${side}, max(m.recorded_at), ${context.now}, ${context.actor.userId}
      from dialogue.message m
     where m.case_id = ${head.caseId} and m.placement_id = any (${threads.map((one) => one.placementId)}::uuid[]) and m.from_side <> ${side}
     group by m.case_id, m.person_id, m.placement_id, m.provider_id
    having max(m.recorded_at) > coalesce((
             select max(r.read_to) from dialogue.read_mark r where r.case_id = m.case_id and r.placement_id = m.placement_id and r.side = ${side}),
           '-infinity')
    returning 1`.execute(context.db)
  if (rows.length > 0) context.wrotePerson(head.personId)
}
