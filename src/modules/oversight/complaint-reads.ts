import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { findCase } from '../registration/index.ts'
import type { complaintsReply, ownComplaintsReply } from './contract.ts'
import { complaintState } from './domain/index.ts'

type Item = z.output<typeof complaintsReply>['items'][number]
type Row = Omit<Item, 'state'> & { readonly personId: PersonId }

const read = (where: RawBuilder<unknown>) => sql<Row>`
  select c.id as "complaintId", c.case_id as "caseId", c.person_id as "personId", v.given_name || ' ' || v.family_name as name, c.about,
         p.name as "providerName", c.anonymous, c.words, c.received_on as "receivedOn", c.due_on as "dueOn",
         case when a.complaint_id is null then null
              else json_build_object('words', a.words, 'on', a.answered_on, 'byName', u.display_name) end as answer
    from oversight.complaint c
    join registration.v_person v on v.person_id = c.person_id
    left join oversight.complaint_answer a on a.complaint_id = c.id and a.case_id = c.case_id
    left join platform.organisation p on p.id = c.provider_id
    left join platform.user_account u on u.id = a.recorded_by
   where ${where}`

/** What the participant has complained of, with the answers, the latest first. Problems: `not-found`, `not-allowed`. */
export async function complaintsOfCase(
  context: Context,
  caseId: CaseId,
): Promise<Result<z.input<typeof ownComplaintsReply>>> {
  const may = mayAct(context, ['jobseeker'])
  if (!may.ok) return may
  if ((await findCase(context, caseId)) === null) return fail(problem('not-found'))
  const { rows } = await read(sql`c.case_id = ${caseId} order by c.recorded_at desc, c.id desc`).execute(context.db)
  return ok({
    items: rows.map((row) => {
      const { caseId: _, name: __, personId: ___, ...item } = itemOf(context, row)
      return item
    }),
  })
}

/** Every complaint the overseer may see: those that wait first. Problem: `not-allowed`. */
export async function complaints(context: Context): Promise<Result<z.input<typeof complaintsReply>>> {
  const may = mayAct(context, ['overseer'])
  if (!may.ok) return may
  const { rows } = await read(
    sql`true order by a.complaint_id is not null, case when a.complaint_id is null then c.due_on end, a.recorded_at desc, c.id limit 200`,
  ).execute(context.db)
  for (const row of rows) context.readPerson(row.personId)
  return ok({
    items: rows.map((row) => {
      const { personId: _, ...item } = itemOf(context, row)
      return item
    }),
  })
}

function itemOf(context: Context, row: Row) {
  const { receivedOn, dueOn, answer } = row
  return { ...row, state: complaintState({ receivedOn, dueOn, answeredOn: answer?.on ?? null }, context.today) }
}
