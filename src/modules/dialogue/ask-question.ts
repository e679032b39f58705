import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Role } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { openTask } from '../../platform/tasks.ts'
import { questionDueOn, readWords } from './domain/index.ts'
import { openCase } from './open-case.ts'
import { forCaseworker, taskKinds } from './tasks.ts'

export interface AskQuestion {
  readonly caseId: CaseId
  readonly words: string
  readonly sensitiveSeen?: boolean
}

export const askers = ['jobseeker', 'caseworker'] as const satisfies readonly Role[]

/**
 * Asks the employment service; the caseworker has a task with the last day to answer (programme 4.5). A caseworker writes down
 * a question that was asked on the telephone. Problems: those of `openCase`, `words-too-long`, `sensitive-words`.
 */
export async function askQuestion(
  context: Context,
  command: AskQuestion,
): Promise<Result<{ questionId: string; dueOn: Day }>> {
  const opened = await openCase(context, command.caseId, askers)
  if (!opened.ok) return opened
  const head = opened.value
  const { words, sensitiveSeen = false } = command
  const read = readWords({ words: [words], sensitiveSeen }, context.rules.dialogue.messageCharacters, 'words')
  if (!read.ok) return read
  const questionId = newId<string>()
  const dueOn = questionDueOn(context.today, context.rules)
  const toldBy = context.actor.role === 'jobseeker' ? 'participant' : 'staff'
  await sql`
    insert into dialogue.question (id, case_id, person_id, words, pointed_out, told_by, asked_on, due_on, recorded_at, recorded_by)
    values (${questionId}, ${head.caseId}, ${head.personId}, ${words}, ${[...read.value]}::text[], ${toldBy}, ${context.today}, ${dueOn},
            ${context.now}, ${context.actor.userId})`.execute(context.db)
  await openTask(context, {
    kind: taskKinds.answerQuestion,
    subjectId: questionId,
    caseId: head.caseId,
    personId: head.personId,
    why: { code: 'question-asked', values: { askedOn: context.today } },
    dueOn,
    for: forCaseworker(head),
  })
  context.wrotePerson(head.personId)
  return ok({ questionId, dueOn })
}
