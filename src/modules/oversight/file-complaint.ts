import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, OrganisationId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { openTask } from '../../platform/tasks.ts'
import { channelTo, readWords } from '../dialogue/index.ts'
import { placementsOf } from '../market/index.ts'
import { lockCase } from '../registration/index.ts'
import { type ComplaintSubject, complaintDueOn } from './domain/index.ts'

export interface FileComplaint {
  readonly caseId: CaseId
  readonly about: ComplaintSubject
  readonly words: string
  /** The provider is not told who complains. */
  readonly anonymous: boolean
  readonly sensitiveSeen?: boolean
}

export const complaintTask = 'oversight.answer-complaint'

/**
 * Receives a participant's complaint: confirmed at once, and a task for the overseer with the last day to answer (programme 7).
 * Problems: `not-found`, `not-allowed`, `words-too-long`, `sensitive-words`.
 */
export async function fileComplaint(
  context: Context,
  command: FileComplaint,
): Promise<Result<{ complaintId: string; dueOn: Day }>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['jobseeker'])
  if (!may.ok) return may
  const { caseId, personId } = locked.value
  const { about, words, anonymous, sensitiveSeen = false } = command
  const read = readWords({ words: [words], sensitiveSeen }, context.rules.dialogue.messageCharacters, 'words')
  if (!read.ok) return read
  const spells = about === 'provider' ? await placementsOf(context, caseId) : []
  const providerId = spells.findLast((spell) => spell.firstDay <= context.today)?.providerId ?? null
  const complaintId = newId<string>()
  const dueOn = complaintDueOn(context.today, context.rules)
  await sql`
    insert into oversight.complaint (id, case_id, person_id, about, provider_id, anonymous, words, pointed_out, received_on, due_on, recorded_at, recorded_by)
    values (${complaintId}, ${caseId}, ${personId}, ${about}, ${providerId}, ${anonymous}, ${words}, ${[...read.value]}::text[], ${context.today},
            ${dueOn}, ${context.now}, ${context.actor.userId})`.execute(context.db)
  await openTask(context, {
    kind: complaintTask,
    subjectId: complaintId,
    caseId,
    personId,
    why: { code: 'complaint-received', values: { receivedOn: context.today } },
    dueOn,
    for: { organisationId: await authority(context) },
  })
  context.wrotePerson(personId)
  const subjectId = complaintId
  const channel = channelTo(locked.value)
  await notify(context, { kind: 'oversight.complaint-received', channel, personId, subjectId, values: { dueOn } })
  return ok({ complaintId, dueOn })
}

async function authority(context: Context): Promise<OrganisationId | null> {
  const { rows } = await sql<{ id: OrganisationId }>`
    select id from platform.organisation where kind = 'authority' order by id limit 1`.execute(context.db)
  return rows[0]?.id ?? null
}
