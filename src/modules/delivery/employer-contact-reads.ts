import { sql } from 'kysely'
import type { z } from 'zod'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { findCase } from '../registration/index.ts'
import type { CaseContactView, contactsQuery, EmployerContactView } from './contract/employer-contacts.ts'

type Row = Omit<EmployerContactView, 'participants'> & {
  readonly participants: readonly { caseId: string; personId: PersonId; name: string }[]
  readonly total: number
}

/** The acting provider's contacts with employers, the latest first, with the participants whom it still sees (programme 12). */
export async function employerContacts(context: Context, query: z.output<typeof contactsQuery>) {
  const { page, limit } = query
  const part = query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<Row>`
    select c.contact_id as "contactId", c.on_day as "onDay", c.kind, c.employer, c.workplace, c.result, c.note, u.display_name as by,
           coalesce((
             select json_agg(json_build_object('caseId', p.case_id, 'personId', p.person_id,
                                               'name', coalesce(r.given_name || ' ' || r.family_name, '')) order by r.family_name, p.case_id)
               from delivery.employer_contact_person p left join registration.v_person r on r.person_id = p.person_id
              where p.contact_id = c.contact_id), '[]') as participants,
           count(*) over () as total
      from delivery.v_employer_contact c left join platform.user_account u on u.id = c.recorded_by
     where c.provider_id = ${context.actor.organisationId}
       and (${part}::text is null or c.employer ilike ${part} or c.workplace ilike ${part})
     order by c.on_day desc, c.recorded_at desc, c.contact_id limit ${limit} offset ${(page - 1) * limit}`.execute(
    context.db,
  )
  const items = rows.map(({ total: _total, participants, ...row }) => ({
    ...row,
    participants: participants.map(({ personId, ...participant }) => {
      context.readPerson(personId)
      return participant
    }),
  }))
  return ok({ items, page, limit, total: rows[0]?.total ?? 0 })
}

/** Contacts with employers made for the participant, the latest first; never the providers' notes. Problem: `not-found`. */
export async function contactsOfCase(context: Context, caseId: CaseId): Promise<Result<{ items: CaseContactView[] }>> {
  if ((await findCase(context, caseId)) === null) return fail(problem('not-found'))
  const { rows } = await sql<CaseContactView>`
    select c.contact_id as "contactId", c.on_day as "onDay", c.kind, c.employer, c.workplace, c.result, u.display_name as by,
           o.name as "providerName"
      from delivery.v_contact_of_case c
      join platform.organisation o on o.id = c.provider_id
      left join platform.user_account u on u.id = c.recorded_by
     where c.case_id = ${caseId} order by c.on_day desc, c.recorded_at desc, c.contact_id limit 200`.execute(context.db)
  return ok({ items: rows })
}
