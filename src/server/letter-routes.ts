import { sql } from 'kysely'
import { z } from 'zod'
import { caseId, type PersonId } from '../kernel/ids.ts'
import { problem } from '../kernel/problem.ts'
import { fail, ok } from '../kernel/result.ts'
import { unlessHidden } from '../modules/registration/index.ts'
import { download, type Route, route } from '../platform/http/route.ts'

const readers = ['jobseeker', 'caseworker', 'approver', 'overseer'] as const

const letter = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  language: z.string(),
  frozenAt: z.iso.datetime(),
})

/** Letters as they were frozen with their decisions; printed from the browser. */
export const letterRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/cases/:caseId/letters',
    operation: 'listLetters',
    summary: 'The letters of a case, newest first',
    module: 'platform',
    may: readers,
    purpose: 'show letters',
    params: z.object({ caseId: z.uuid() }),
    reply: z.object({ items: z.array(letter) }),
    async handle(context, { params }) {
      const { rows } = await sql<z.output<typeof letter> & { personId: PersonId }>`
        select id, kind, title, language, frozen_at as "frozenAt", person_id as "personId"
          from platform.letter where case_id = ${params.caseId} order by frozen_at desc, id desc`.execute(context.db)
      for (const row of rows) context.readPerson(row.personId)
      const items = rows.map(({ personId: _personId, ...row }) => row)
      return unlessHidden(context, caseId(params.caseId), { reply: { items }, empty: items.length === 0 })
    },
  }),
  download({
    method: 'GET',
    path: '/letters/:letterId',
    operation: 'getLetter',
    summary: 'A letter as a page to read or print',
    module: 'platform',
    may: readers,
    purpose: 'read a letter',
    params: z.object({ letterId: z.uuid() }),
    media: 'text/html',
    async handle(context, { params }) {
      const { rows } = await sql<{ html: string; personId: PersonId }>`
        select html, person_id as "personId" from platform.letter where id = ${params.letterId}`.execute(context.db)
      const row = rows[0]
      if (!row) return fail(problem('not-found'))
      context.readPerson(row.personId)
      return ok({ body: row.html })
    },
  }),
]
