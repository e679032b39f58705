import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask } from '../../platform/tasks.ts'
import { channelTo, readWords } from '../dialogue/index.ts'
import { lockCase } from '../registration/index.ts'
import { complaintTask } from './file-complaint.ts'

export interface AnswerComplaint {
  readonly complaintId: string
  readonly words: string
  readonly sensitiveSeen?: boolean
}

/**
 * Answers a complaint; the person is told that there is an answer. Problems: `not-found`, `not-allowed`, `complaint-answered`,
 * `words-too-long`, `sensitive-words`.
 */
export async function answerComplaint(
  context: Context,
  command: AnswerComplaint,
): Promise<Result<{ state: 'answered' }>> {
  const may = mayAct(context, ['overseer'])
  if (!may.ok) return may
  const caseId = (await findComplaint(context, command.complaintId))?.caseId
  if (caseId === undefined) return fail(problem('not-found'))
  const locked = await lockCase(context, caseId)
  if (!locked.ok) return locked
  // Read again under the lock: two overseers may have the same complaint before them.
  if ((await findComplaint(context, command.complaintId))?.answered) return fail(problem('complaint-answered'))
  const { words, sensitiveSeen = false } = command
  const read = readWords({ words: [words], sensitiveSeen }, context.rules.dialogue.messageCharacters, 'words')
  if (!read.ok) return read
  const { personId } = locked.value
  await sql`
    insert into oversight.complaint_answer (complaint_id, case_id, person_id, words, answered_on, recorded_at, recorded_by)
    values (${command.complaintId}, ${caseId}, ${personId}, ${words}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  await closeTask(context, { kind: complaintTask, subjectId: command.complaintId })
  context.wrotePerson(personId)
  const subjectId = command.complaintId
  await notify(context, { kind: 'oversight.complaint-answered', channel: channelTo(locked.value), personId, subjectId })
  return ok({ state: 'answered' })
}

async function findComplaint(
  context: Context,
  complaintId: string,
): Promise<{ readonly caseId: CaseId; readonly answered: boolean } | null> {
  const { rows } = await sql<{ caseId: CaseId; answered: boolean }>`
    select c.case_id as "caseId", a.complaint_id is not null as answered
      from oversight.complaint c left join oversight.complaint_answer a on a.complaint_id = c.id
     where c.id = ${complaintId}`.execute(context.db)
  return rows[0] ?? null
}
