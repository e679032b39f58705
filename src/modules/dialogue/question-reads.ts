import { sql } from 'kysely'
import type { z } from 'zod'
import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { askers } from './ask-question.ts'
import type { questionFigures, questionsReply, questionView } from './contract.ts'
import { questionState } from './domain/index.ts'
import { seeCase } from './open-case.ts'

type Row = Omit<z.output<typeof questionView>, 'state'>

/** A case's questions to the employment service with their answers, the latest first. Problems: those of `seeCase`. */
export async function questionsOfCase(
  context: Context,
  caseId: CaseId,
): Promise<Result<z.input<typeof questionsReply>>> {
  const seen = await seeCase(context, caseId, askers)
  if (!seen.ok) return seen
  const { rows } = await sql<Row>`
    select q.id as "questionId", q.case_id as "caseId", q.words, q.told_by as "toldBy", q.asked_on as "askedOn", q.due_on as "dueOn",
           case when a.question_id is null then null
                else json_build_object('words', a.words, 'on', a.answered_on, 'byName', u.display_name) end as answer
      from dialogue.question q
      left join dialogue.question_answer a on a.question_id = q.id and a.case_id = q.case_id
      left join platform.user_account u on u.id = a.recorded_by
     where q.case_id = ${caseId} order by q.recorded_at desc, q.id desc`.execute(context.db)
  const items = rows.map((row) => {
    const { askedOn, dueOn, answer } = row
    return { ...row, state: questionState({ askedOn, dueOn, answeredOn: answer?.on ?? null }, context.today) }
  })
  return ok({ items })
}

/** How many questions were asked each month and answered in time or late, as far as the reader may see (programme 4.5). */
export async function figuresOfQuestions(context: Context): Promise<Result<z.input<typeof questionFigures>>> {
  const may = mayAct(context, ['caseworker', 'overseer'])
  if (!may.ok) return may
  const { rows } = await sql<z.output<typeof questionFigures>['months'][number]>`
    select to_char(q.asked_on, 'YYYY-MM') as month, count(*)::integer as asked,
           count(*) filter (where a.answered_on <= q.due_on)::integer as "inTime",
           count(*) filter (where a.answered_on > q.due_on)::integer as late,
           count(*) filter (where a.answered_on is null and q.due_on >= ${context.today}::date)::integer as open,
           count(*) filter (where a.answered_on is null and q.due_on < ${context.today}::date)::integer as overdue
      from dialogue.question q left join dialogue.question_answer a on a.question_id = q.id
     where q.asked_on > ${context.today}::date - interval '24 months'
     group by 1 order by 1 desc limit 24`.execute(context.db)
  return ok({ months: rows })
}
