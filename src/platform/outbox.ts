import { sql } from 'kysely'
import type { OrganisationId, PersonId, UserId } from '../kernel/ids.ts'
import type { Context } from './context.ts'

/** A notice to one receiver; the words are made when it is sent, in the receiver's language, from keys and days alone. */
export interface Notice {
  readonly kind: string
  readonly channel: 'email' | 'letter' | 'screen'
  readonly personId?: PersonId
  readonly userId?: UserId
  readonly organisationId?: OrganisationId
  readonly subjectId?: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** Queues a notice in the transaction that gives cause for it: it is sent if and only if that is saved. */
export async function notify(context: Context, notice: Notice): Promise<void> {
  await sql`
    insert into platform.notice (kind, channel, person_id, user_id, organisation_id, subject_id, details, queued_at)
    values (${notice.kind}, ${notice.channel}, ${notice.personId ?? null}, ${notice.userId ?? null}, ${notice.organisationId ?? null},
            ${notice.subjectId ?? null}, ${JSON.stringify(notice.values ?? {})}::jsonb, ${context.now})`.execute(
    context.db,
  )
}
