import { sql } from 'kysely'
import type { z } from 'zod'
import type { CaseId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { findCase } from '../registration/index.ts'
import type { staffToNameReply } from './contract.ts'
import { currentSpell } from './domain/index.ts'
import { currentHoldersOf } from './placement-access.ts'
import { spellsOf } from './store.ts'

type Reply = z.input<typeof staffToNameReply>

/**
 * Whom of the provider's staff today a caseworker may name for a participant with a protected identity, and who is named
 * (programme 4.1); nobody where the identity is not protected or there is no provider. Problem: `not-found`.
 */
export async function staffToName(context: Context, caseId: CaseId): Promise<Result<Reply>> {
  const head = await findCase(context, caseId)
  if (head === null) return fail(problem('not-found'))
  const spell = currentSpell(await spellsOf(context, caseId), context.today)
  if (head.protection === 'none' || spell === null) return ok({ staff: [] })
  const { rows } = await sql<{ userId: UserId; name: string; role: 'coordinator' | 'adviser' }>`
    select u.id as "userId", u.display_name as name, min(d.role) as role
      from platform.duty d join platform.user_account u on u.id = d.user_id
     where d.organisation_id = ${spell.providerId} and d.role in ('coordinator', 'adviser')
       and d.valid_from <= ${context.today}::date and (d.valid_to is null or d.valid_to > ${context.today}::date)
     group by u.id, u.display_name order by u.display_name, u.id`.execute(context.db)
  const named = new Set<string>(await currentHoldersOf(context, spell))
  return ok({ staff: rows.map((row) => ({ ...row, named: named.has(row.userId) })) })
}
