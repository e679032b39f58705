import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { type CaseHead, findCase, lockCase } from './find-case.ts'

export type ReachChannel = 'email' | 'sms' | 'digital-mailbox' | 'letter'

/** What the person has chosen, null where nothing is, and what reaches them. */
export type ChannelChoice = { readonly chosen: ReachChannel | null; readonly possible: ReachChannel[] }

/** How a person has chosen to be told of meetings and the like. Problem: `not-found`. */
export async function channelChoice(context: Context, caseId: CaseId): Promise<Result<ChannelChoice>> {
  const head = await findCase(context, caseId)
  if (head === null) return fail(problem('not-found'))
  return ok({ chosen: (await latest(context, head))?.channel ?? null, possible: await possible(context, head) })
}

/**
 * Chooses how to be told, or takes the choice back with null: then by e-mail where there is one, otherwise on paper. Somebody
 * with a protected identity is told on paper alone. Problems: `not-found`, `not-allowed`, `channel-does-not-reach`.
 */
export async function chooseChannel(
  context: Context,
  command: { readonly caseId: CaseId; readonly channel: ReachChannel | null },
): Promise<Result<{ caseId: CaseId }>> {
  const head = await lockCase(context, command.caseId)
  if (!head.ok) return head
  const may = mayAct(context, ['jobseeker', 'caseworker'])
  if (!may.ok) return may
  const { caseId, personId } = head.value
  const { channel } = command
  if (channel !== null && !(await possible(context, head.value)).includes(channel))
    return fail(problem('channel-does-not-reach', { field: 'channel' }))
  const before = await latest(context, head.value)
  if ((before?.channel ?? null) !== channel) {
    await sql`
      insert into registration.chosen_channel (case_id, person_id, channel, replaces, recorded_at, recorded_by)
      values (${caseId}, ${personId}, ${channel}, ${before?.id ?? null}, ${context.now}, ${context.actor.userId})`.execute(
      context.db,
    )
    context.wrotePerson(personId)
  }
  return ok({ caseId })
}

async function latest(context: Context, { personId }: CaseHead) {
  const { rows } = await sql<{ id: string; channel: ReachChannel | null }>`
    select id, channel from registration.v_chosen_channel where person_id = ${personId}`.execute(context.db)
  return rows[0] ?? null
}

async function possible(context: Context, { personId }: CaseHead): Promise<ReachChannel[]> {
  const { rows } = await sql<{ email: boolean; sms: boolean; hidden: boolean }>`
    select email is not null as email, phone is not null as sms, protection <> 'none' as hidden
      from registration.v_person where person_id = ${personId}`.execute(context.db)
  const [known] = rows
  if (known === undefined || known.hidden) return ['letter']
  return [
    ...(known.email ? (['email'] as const) : []),
    ...(known.sms ? (['sms'] as const) : []),
    'digital-mailbox',
    'letter',
  ]
}
