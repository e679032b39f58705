import type { PersonId } from '../kernel/ids.ts'
import { invitationOf } from '../modules/delivery/index.ts'
import { letterLanguage, type ReachChannel } from '../modules/registration/index.ts'
import type { Channel } from '../platform/carriers.ts'
import { boundTo, type Client, type Pool } from '../platform/database.ts'
import { senderAddress } from '../platform/mail.ts'
import { wordsOf } from '../platform/outbox.ts'
import type { JobParts } from './jobs.ts'

interface Waiting {
  readonly id: string
  readonly kind: string
  readonly person_id: PersonId | null
  readonly details: Readonly<Record<string, string | number>>
  readonly channel: Channel
  readonly subject_id: string | null
  /** What the person speaks, as ISO 639. */
  readonly spoken: string | null
  readonly user_email: string | null
  /** What reaches the person; nothing but the queued channel about a protected identity. */
  readonly reach: Readonly<Partial<Record<ReachChannel, string | null>>> | null
  /** What the person has chosen. */
  readonly chosen: ReachChannel | null
}

const mostAttempts = 5

/**
 * Sends what waits in the outbox, one notice a transaction: a notice is marked in the same transaction that holds it, so
 * two workers never send the same. Words are made now, in the receiver's language. What the mail server does not take is
 * tried again at the next run. A person is told on the channel that they have chosen, if it reaches them. What no carrier takes
 * counts as sent when it stands on the outbox page.
 */
export async function sendNotices(parts: Pick<JobParts, 'work' | 'notices' | 'carriers' | 'log'>): Promise<void> {
  const tried: string[] = []
  for (;;) {
    const id = await sendOne(parts.work.pool, parts, tried)
    if (id === null) return
    tried.push(id)
  }
}

async function sendOne(
  pool: Pool,
  parts: Pick<JobParts, 'notices' | 'carriers' | 'log'>,
  tried: readonly string[],
): Promise<string | null> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<Waiting>(
      `select n.id, n.kind, n.person_id, n.channel, n.subject_id, n.details, p.language as spoken, u.email as user_email, c.channel as chosen,
              case when p.protection = 'none' then json_build_object('email', p.email, 'sms', p.phone, 'digital-mailbox', p.identity_number,
                'letter', case when p.street is not null then concat_ws(E'\\n', p.given_name || ' ' || p.family_name, p.street, p.postcode || ' ' || p.locality) end)
              end as reach
         from platform.notice n
         left join registration.v_person p on p.person_id = n.person_id
         left join registration.v_chosen_channel c on c.person_id = n.person_id
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
  client: Client,
  notice: Waiting,
  parts: Pick<JobParts, 'notices' | 'carriers' | 'log'>,
): Promise<void> {
  const { channel, to } = routeOf(notice)
  const carrier = channel === 'screen' ? undefined : parts.carriers[channel]
  try {
    if (carrier && to) {
      const language = letterLanguage(notice.spoken ?? 'sv')
      const words = wordsOf(parts.notices, notice.kind, language, notice.details)
      const invitation = channel === 'email' ? await invitationFor(client, notice, { language, attendee: to }) : null
      await carrier.send({ to, subject: words.subject, text: words.body, invitation })
    }
    await client.query(
      'update platform.notice set sent_at = clock_timestamp(), attempts = attempts + 1, channel = $2 where id = $1',
      [notice.id, channel],
    )
  } catch (error) {
    parts.log.warn({ notice: notice.id, kind: notice.kind }, 'a notice was not taken by its carrier')
    await client.query('update platform.notice set attempts = attempts + 1, last_error = $2 where id = $1', [
      notice.id,
      refusalCode(error),
    ])
  }
}

/** What the carrier said in codes alone: its words repeat the address, and the outbox names nobody. */
function refusalCode(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return [code ?? 'unknown', responseCode].filter((part) => part !== undefined).join(' ')
}

/** On which channel a notice goes, and to whom: what the person has chosen if it reaches them, else as it was queued. */
function routeOf({ channel, chosen, reach, user_email }: Waiting): { channel: Channel; to: string | null } {
  if (channel === 'screen') return { channel, to: null }
  const wished = chosen === null ? null : (reach?.[chosen] ?? null)
  if (chosen !== null && wished !== null) return { channel: chosen, to: wished }
  return { channel, to: reach?.[channel] ?? (channel === 'email' ? user_email : null) }
}

function invitationFor(
  client: Client,
  { kind, subject_id: subjectId }: Waiting,
  whom: { readonly language: ReturnType<typeof letterLanguage>; readonly attendee: string },
) {
  return invitationOf(boundTo(client), { kind, subjectId, organizer: senderAddress(), ...whom })
}
