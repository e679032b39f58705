import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { ore } from '../../kernel/money.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { openTask } from '../../platform/tasks.ts'
import { bookPayment, reversePayment } from '../ledger/index.ts'
import { type BankEntry, type BankEvent, readBankAnswer, reconcile } from './domain/index.ts'
import { readXml } from './read-xml.ts'
import { type EntryToKeep, type FoundPayment, findAuthority, findPayments, saveBankAnswer } from './store.ts'

/** The work item of an answer that says something nobody expected. */
export const settleBankAnswerTask = 'settle-bank-answer'
const answerWorkingDays = 2

export interface TakenAnswer {
  readonly answerId: string
  /** The very same file was taken before: nothing has changed. */
  readonly already: boolean
  readonly entries: number
  readonly recorded: number
  readonly issues: number
}

/**
 * Takes in the bank's answer: pain.002 (taken in or refused, payment by payment) or camt.054 (booked, or come back). What is
 * booked goes to the ledger in the same transaction, what is refused can be ordered again, and every doubt becomes a task.
 * Problems: `not-allowed`, `required`, those of `readXml`, `bank-file-kind`.
 */
export async function takeBankAnswer(
  context: Context,
  command: { readonly bytes: Buffer | null },
): Promise<Result<TakenAnswer>> {
  await lockName(context, 'bank-answer')
  const may = mayAct(context, ['approver'])
  if (!may.ok) return may
  const { bytes } = command
  if (bytes === null) return fail(problem('required', { field: 'file' }))
  const known = await takenBefore(context, bytes)
  if (known !== null) return ok(known)
  const read = readXml(bytes)
  if (!read.ok) return read
  const answer = readBankAnswer(read.value)
  if (!answer.ok) return answer
  const kept: EntryToKeep[] = []
  for (const each of await matched(context, answer.value.entries)) kept.push(await done(context, each))
  const answerId = newId<string>()
  await saveBankAnswer(context, { answerId, kind: answer.value.kind, document: bytes, entries: kept })
  const issues = kept.filter((each) => each.issue !== null).length
  if (issues > 0)
    await openTask(context, {
      kind: settleBankAnswerTask,
      subjectId: answerId,
      why: { code: 'bank-answer-unclear', values: { issues } },
      dueOn: addWorkingDays(context.today, answerWorkingDays),
      for: { organisationId: (await findAuthority(context))?.id ?? null },
    })
  const recorded = kept.filter((each) => each.recorded).length
  return ok({ answerId, already: false, entries: kept.length, recorded, issues })
}

async function takenBefore(context: Context, bytes: Buffer): Promise<TakenAnswer | null> {
  const sha256 = createHash('sha256').update(bytes).digest()
  const { rows } = await sql<{ answerId: string; entries: number; issues: number }>`
    select a.id as "answerId", a.entries, (select count(*) from invoicing.bank_entry e where e.answer_id = a.id and e.issue is not null) as issues
      from invoicing.bank_answer a where a.sha256 = ${sha256}`.execute(context.db)
  const [found] = rows
  return found === undefined ? null : { ...found, already: true, recorded: 0 }
}

/** Each thing that the bank says with the payment it is about; a word about a whole file is one about each of its payments. */
async function matched(context: Context, entries: readonly BankEntry[]): Promise<EntryToKeep[]> {
  const texts = (list: readonly (string | null)[]) => list.filter((each) => each !== null)
  const payments = await findPayments(context, {
    endToEndIds: texts(entries.map((each) => each.endToEndId)),
    messageIds: texts(entries.map((each) => each.messageId)),
  })
  const events = new Map(payments.map((each) => [each.paymentId, [...each.events] as BankEvent[]]))
  return entries.flatMap((entry): EntryToKeep[] => {
    const about = payments.filter(
      (each) =>
        each.endToEndId === entry.endToEndId || (entry.messageId !== null && each.messageId === entry.messageId),
    )
    if (about.length === 0) return [told(entry, null, events)]
    return about.map((payment) => told(entry, payment, events))
  })
}

function told(entry: BankEntry, payment: FoundPayment | null, events: Map<string, BankEvent[]>): EntryToKeep {
  if (payment !== null && !payment.approved) return { entry, payment, issue: 'not-sent', recorded: false }
  const said = payment === null ? [] : (events.get(payment.paymentId) ?? [])
  const known = payment === null ? null : { amountOre: ore(payment.amountOre), events: said }
  const result = reconcile(entry, known)
  if (result.done === 'record') said.push(entry.event)
  return { entry, payment, issue: result.done === 'issue' ? result.issue : null, recorded: result.done === 'record' }
}

/** Follows an entry up; where the books refuse it, that entry alone is undone and goes to a person. */
async function done(context: Context, kept: EntryToKeep): Promise<EntryToKeep> {
  if (!kept.recorded) return kept
  await sql`savepoint bank_entry`.execute(context.db)
  const followed = await followUp(context, kept)
  if (followed.ok) {
    await sql`release savepoint bank_entry`.execute(context.db)
    return kept
  }
  await sql`rollback to savepoint bank_entry`.execute(context.db)
  return { ...kept, issue: 'books-refused', recorded: false }
}

/** What a new word of the bank leads to: the books for money that has gone or come back, a notice for a refusal. */
async function followUp(context: Context, { entry, payment }: EntryToKeep): Promise<Result<null>> {
  if (payment === null) return ok(null)
  const { providerId, parts, paymentId } = payment
  if (entry.event === 'rejected')
    await notify(context, {
      kind: 'invoicing.payment-rejected',
      organisationId: providerId,
      channel: 'screen',
      subjectId: paymentId,
    })
  for (const part of parts) {
    const { id, statementId } = part
    const on = entry.on as Day
    const booking = { paymentId: id, statementId, providerId, amountOre: ore(part.netOre), on }
    const booked =
      entry.event === 'booked'
        ? await bookPayment(context, booking)
        : entry.event === 'returned'
          ? await reversePayment(context, { paymentId: id })
          : ok(null)
    if (!booked.ok) return booked
  }
  return ok(null)
}
