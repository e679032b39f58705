import { sql } from 'kysely'
import type { OrganisationId, PersonId, UserId } from '../kernel/ids.ts'
import type { Context } from './context.ts'
import type { Language } from './problems.ts'

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

/** The words of one kind of notice; `{name}` is filled from the notice's values. */
export type NoticeText = { readonly [L in Language]?: { readonly subject: string; readonly body: string } } & {
  readonly sv: { readonly subject: string; readonly body: string }
}
export type NoticeTexts = Readonly<Record<string, NoticeText>>

/** Queues a notice in the transaction that gives cause for it: it is sent if and only if that is saved. */
export async function notify(context: Context, notice: Notice): Promise<void> {
  await sql`
    insert into platform.notice (kind, channel, person_id, user_id, organisation_id, subject_id, details, queued_at)
    values (${notice.kind}, ${notice.channel}, ${notice.personId ?? null}, ${notice.userId ?? null}, ${notice.organisationId ?? null},
            ${notice.subjectId ?? null}, ${JSON.stringify(notice.values ?? {})}::jsonb, ${context.now})`.execute(
    context.db,
  )
}

/** Queues many notices at once, each as `notify` would. */
export async function notifyAll(context: Context, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  await sql`
    insert into platform.notice (kind, channel, person_id, user_id, organisation_id, subject_id, details, queued_at)
    select r.kind, r.channel, r."personId", r."userId", r."organisationId", r."subjectId", coalesce(r.values, '{}'), ${context.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as r (kind text, channel text, "personId" uuid, "userId" uuid,
           "organisationId" uuid, "subjectId" uuid, values jsonb)`.execute(context.db)
}

/** The words of a notice in a language, Swedish where it has none in that. */
export function wordsOf(
  texts: NoticeTexts,
  kind: string,
  language: Language,
  values: Readonly<Record<string, string | number>>,
) {
  const text = texts[kind]
  if (!text) throw new Error(`the notice ${kind} has no text`)
  const words = text[language] ?? text.sv
  const filled = (template: string) =>
    template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  return { subject: filled(words.subject), body: filled(words.body) }
}
