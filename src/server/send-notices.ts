import type { PersonId } from '../kernel/ids.ts'
import { letterLanguage } from '../modules/registration/index.ts'
import type { Pool } from '../platform/database.ts'
import { wordsOf } from '../platform/outbox.ts'
import type { JobParts } from './jobs.ts'

interface Waiting {
  readonly id: string
  readonly kind: string
  readonly person_id: PersonId | null
  readonly details: Readonly<Record<string, string | number>>
  readonly channel: 'email' | 'letter' | 'screen'
  /** What the person speaks, as ISO 639. */
  readonly spoken: string | null
  readonly person_email: string | null
  readonly user_email: string | null
}

const mostAttempts = 5

/**
 * Sends what waits in the outbox, one notice a transaction: a notice is marked in the same transaction that holds it, so
 * two workers never send the same. Words are made now, in the receiver's language. What the mail server does not take is
 * tried again at the next run. Letters and notices on the screen, and all of them without a mail server, count as sent when
 * they stand on the outbox page.
 */
export async function sendNotices(parts: Pick<JobParts, 'work' | 'notices' | 'mail' | 'log'>): Promise<void> {
  const tried: string[] = []
  for (;;) {
    const id = await sendOne(parts.work.pool, parts, tried)
    if (id === null) return
    tried.push(id)
  }
}

async function sendOne(
  pool: Pool,
  parts: Pick<JobParts, 'notices' | 'mail' | 'log'>,
  tried: readonly string[],
): Promise<string | null> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<Waiting>(
      `select n.id, n.kind, n.person_id, n.channel, n.details, p.language as spoken, p.email as person_email, u.email as user_email
         from platform.notice n
         left join registration.v_person p on p.person_id = n.person_id
         left join platform.user_account u on u.id = n.user_id
        where n.sent_at is null and n.attempts < $1 and n.id <> all ($2) order by n.attempts, n.queued_at limit 1 for update of n skip locked`,
      [mostAttempts, tried],
    )
    const notice = rows[0]
    if (notice) await deliver(client, notice, parts)
    await client.query('commit')
    return notice?.id ?? null
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function deliver(
  client: { query: Pool['query'] },
  notice: Waiting,
  parts: Pick<JobParts, 'notices' | 'mail' | 'log'>,
): Promise<void> {
  const to = notice.person_email ?? notice.user_email
  try {
    if (notice.channel === 'email' && parts.mail && to) {
      const words = wordsOf(parts.notices, notice.kind, letterLanguage(notice.spoken ?? 'sv'), notice.details)
      await parts.mail.send({ to, subject: words.subject, text: words.body })
    }
    await client.query(
      'update platform.notice set sent_at = clock_timestamp(), attempts = attempts + 1 where id = $1',
      [notice.id],
    )
  } catch (error) {
    parts.log.warn({ notice: notice.id, kind: notice.kind }, 'a notice was not taken by the mail server')
    await client.query('update platform.notice set attempts = attempts + 1, last_error = $2 where id = $1', [
      notice.id,
      refusalCode(error),
    ])
  }
}

/** What the mail server said in codes alone: its words repeat the address, and the outbox names nobody. */
function refusalCode(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return [code ?? 'unknown', responseCode].filter((part) => part !== undefined).join(' ')
}
