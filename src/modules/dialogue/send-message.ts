import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { readWords } from './domain/index.ts'
import { markRead } from './mark-read.ts'
import { openTalk, type Talk, type Thread } from './threads.ts'

export interface SendMessage {
  readonly caseId: CaseId
  readonly words: string
  readonly sensitiveSeen?: boolean
}

/**
 * Writes to the other side of the spell that goes on: the participant to the provider, or its staff to the participant. A notice
 * without the words follows. Problems: `not-found`, `not-allowed`, `not-your-participant`, `no-provider-to-write-to`,
 * `words-too-long`, `sensitive-words`.
 */
export async function sendMessage(context: Context, command: SendMessage): Promise<Result<{ messageId: string }>> {
  const opened = await openTalk(context, command.caseId)
  if (!opened.ok) return opened
  const { head, side, threads } = opened.value
  const thread = threads.find((one) => one.open)
  if (thread === undefined) return fail(problem('no-provider-to-write-to'))
  const { words, sensitiveSeen = false } = command
  const most = context.rules.dialogue.messageCharacters
  const read = readWords({ words: [words], sensitiveSeen }, most, 'words')
  if (!read.ok) return read
  const messageId = newId<string>()
  await sql`
    insert into dialogue.message (id, case_id, person_id, placement_id, provider_id, from_side, words, pointed_out, recorded_at, recorded_by)
    values (${messageId}, ${head.caseId}, ${head.personId}, ${thread.placementId}, ${thread.providerId}, ${side}, ${words},
            ${[...read.value]}::text[], ${context.now}, ${context.actor.userId})`.execute(context.db)
  await markRead(context, opened.value)
  context.wrotePerson(head.personId)
  await tellOtherSide(context, opened.value, thread, messageId)
  return ok({ messageId })
}

/** By e-mail where there is one; a protected identity, and a person without, sees it when signed in. */
async function tellOtherSide(context: Context, talk: Talk, thread: Thread, messageId: string): Promise<void> {
  const { head } = talk
  const kind = 'dialogue.message'
  if (talk.side === 'provider') {
    const channel = head.email !== null && head.protection === 'none' ? 'email' : 'screen'
    await notify(context, { kind, channel, personId: head.personId, subjectId: messageId })
  } else if (thread.adviserId !== null) {
    await notify(context, { kind: 'dialogue.message-from-participant', channel: 'email', userId: thread.adviserId })
  } else {
    const organisationId = thread.providerId
    await notify(context, { kind: 'dialogue.message-from-participant', channel: 'screen', organisationId })
  }
}
