import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask } from '../../platform/tasks.ts'
import { readWords } from './domain/index.ts'
import { channelTo, openCase } from './open-case.ts'
import { taskKinds } from './tasks.ts'

export interface AnswerQuestion {
  readonly questionId: string
  readonly words: string
  readonly sensitiveSeen?: boolean
}

interface Stored {
  readonly caseId: CaseId
  readonly dueOn: Day
  readonly answered: boolean
}

/**
 * Answers a question; the person is told that there is an answer, without the words. Problems: `not-found`, `not-allowed`,
 * those of `openCase`, `question-answered`, `words-too-long`, `sensitive-words`.
 */
export async function answerQuestion(
  context: Context,
  command: AnswerQuestion,
): Promise<Result<{ state: 'answered-in-time' | 'answered-late' }>> {
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const caseId = (await findQuestion(context, command.questionId))?.caseId
  if (caseId === undefined) return fail(problem('not-found'))
  const opened = await openCase(context, caseId, ['caseworker'])
  if (!opened.ok) return opened
  const head = opened.value
  // Read again under the lock: two caseworkers may have the same question before them.
  const question = await findQuestion(context, command.questionId)
  if (question === null) throw new Error('a question is never taken away')
  if (question.answered) return fail(problem('question-answered'))
  const { words, sensitiveSeen = false } = command
  const read = readWords({ words: [words], sensitiveSeen }, context.rules.dialogue.messageCharacters, 'words')
  if (!read.ok) return read
  await sql`
    insert into dialogue.question_answer (question_id, case_id, person_id, words, answered_on, recorded_at, recorded_by)
    values (${command.questionId}, ${head.caseId}, ${head.personId}, ${words}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  await closeTask(context, { kind: taskKinds.answerQuestion, subjectId: command.questionId })
  context.wrotePerson(head.personId)
  const { personId } = head
  const subjectId = command.questionId
  await notify(context, { kind: 'dialogue.question-answered', channel: channelTo(head), personId, subjectId })
  return ok({ state: context.today <= question.dueOn ? 'answered-in-time' : 'answered-late' })
}

async function findQuestion(context: Context, questionId: string): Promise<Stored | null> {
  const { rows } = await sql<Stored>`
    select q.case_id as "caseId", q.due_on as "dueOn", a.question_id is not null as answered
      from dialogue.question q left join dialogue.question_answer a on a.question_id = q.id
     where q.id = ${questionId}`.execute(context.db)
  return rows[0] ?? null
}
