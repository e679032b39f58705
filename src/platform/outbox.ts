import { sql } from 'kysely'
import type { OrganisationId, PersonId, UserId } from '../kernel/ids.ts'
import type { Channel } from './carriers.ts'
import type { Context } from './context.ts'
import type { Language } from './problems.ts'

/** A notice to one receiver; the words are made when it is sent, in the receiver's language, from keys and days alone. */
export interface Notice {
  readonly kind: string
  readonly channel: Channel
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
  await notifyAll(context, [notice])
}

/** `notify` for many, in one statement; they are sent in this order. */
export async function notifyAll(context: Context, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map((notice) => ({
    kind: notice.kind,
    channel: notice.channel,
    person_id: notice.personId,
    user_id: notice.userId,
    organisation_id: notice.organisationId,
    subject_id: notice.subjectId,
    details: notice.values ?? {},
  }))
  await sql`
    insert into platform.notice (kind, channel, person_id, user_id, organisation_id, subject_id, details, queued_at)
    select r.kind, r.channel, r.person_id, r.user_id, r.organisation_id, r.subject_id, r.details, ${context.now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (kind text, channel text, person_id uuid, user_id uuid, organisation_id uuid, subject_id uuid, details jsonb)`.execute(
    context.db,
  )
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
