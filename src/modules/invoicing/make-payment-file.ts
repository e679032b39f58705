import { sql } from 'kysely'
import { type Ore, sum } from '../../kernel/money.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import type { GiroAccount } from '../../rules/index.ts'
import { nettedPayments, type OpenInvoice, writePaymentFile } from './domain/index.ts'
import { numberOf } from './parties.ts'
import { findAuthority, savePaymentFile } from './store.ts'

export interface MakePaymentFile {
  /** What the person saw on the button. */
  readonly payments: number
  readonly totalOre: number
}

/** One payment that the next file would hold. */
export interface ReadyPayment {
  readonly providerId: string
  readonly providerName: string
  readonly payeeId: string
  readonly account: GiroAccount
  readonly amountOre: Ore
  readonly invoices: readonly OpenInvoice[]
}

/** What can be paid now, what is carried forward, and who cannot be paid for want of an approved account. */
export interface ReadyToPay {
  readonly payments: readonly ReadyPayment[]
  readonly totalOre: Ore
  readonly carried: readonly { readonly providerId: string; readonly providerName: string; readonly amountOre: Ore }[]
  readonly withoutAccount: readonly {
    readonly providerId: string
    readonly providerName: string
    readonly amountOre: Ore
  }[]
}

interface OpenRow extends OpenInvoice {
  readonly providerName: string
  readonly payeeId: string | null
  readonly kind: GiroAccount['kind']
  readonly account: string
}

/** Accepted invoices and credit notes that no payment holds, netted per provider; never a payment of nil or below. */
export async function readyToPay(context: Context): Promise<ReadyToPay> {
  const { rows } = await sql<OpenRow>`
    select i.invoice_id as "invoiceId", i.provider_id as "providerId", i.statement_id as "statementId", i.number, i.payable_ore as "payableOre",
           i.net_ore as "netOre", o.name as "providerName", p.payee_id as "payeeId", p.account_kind as kind, p.account_number as account
      from invoicing.v_invoice i
      join platform.organisation o on o.id = i.provider_id
      left join invoicing.v_payee p on p.provider_id = i.provider_id
     where i.state = 'accepted'
     order by o.name, i.provider_id, i.recorded_at, i.invoice_id`.execute(context.db)
  const of = new Map(rows.map((row) => [row.providerId, row]))
  const nameOf = (providerId: string) => of.get(providerId)?.providerName ?? ''
  const { payments, carried } = nettedPayments(rows)
  const ready = payments.flatMap((each): ReadyPayment[] => {
    const row = of.get(each.providerId)
    if (row === undefined || row.payeeId === null) return []
    const { providerName, payeeId, kind, account } = row
    return [{ ...each, providerName, payeeId, account: { kind, number: account } }]
  })
  return {
    payments: ready,
    totalOre: sum(ready.map((each) => each.amountOre)),
    carried: carried.map((each) => ({ ...each, providerName: nameOf(each.providerId) })),
    withoutAccount: payments
      .filter((each) => of.get(each.providerId)?.payeeId === null)
      .map(({ providerId, amountOre }) => ({ providerId, amountOre, providerName: nameOf(providerId) })),
  }
}

/**
 * Makes the payment file of everything that can be paid now: one credit transfer a provider, to be made on the next working
 * day. It leaves the house when another approver has approved it. Problems: `not-allowed`, `nothing-to-pay`,
 * `changed-meanwhile`, `organisation-number-missing`.
 */
export async function makePaymentFile(context: Context, command: MakePaymentFile): Promise<Result<{ fileId: string }>> {
  await lockName(context, 'payment-file')
  const may = mayAct(context, ['approver'])
  if (!may.ok) return may
  const { payments, totalOre } = await readyToPay(context)
  if (payments.length === 0) return fail(problem('nothing-to-pay'))
  if (payments.length !== command.payments || totalOre !== command.totalOre) return fail(problem('changed-meanwhile'))
  const authority = await findAuthority(context)
  const organisationNumber = numberOf(authority?.organisationNumber)
  if (authority === null || organisationNumber === null) return fail(problem('organisation-number-missing'))
  const fileId = newId<string>()
  const messageId = fileId.replaceAll('-', '')
  const executeOn = addWorkingDays(context.today, 1)
  // A UUID without its hyphens: never used before, and within the bank's 35 characters.
  const ordered = payments.map((each) => {
    const paymentId = newId<string>()
    return { ...each, paymentId, endToEndId: paymentId.replaceAll('-', '') }
  })
  const text = writePaymentFile({
    messageId,
    madeAt: context.now,
    executeOn,
    payer: { name: authority.name, organisationNumber, account: context.rules.invoicing.payerAccount },
    payments: ordered.map(({ endToEndId, providerName, account, amountOre, invoices }) => ({
      endToEndId,
      payee: providerName,
      account,
      amountOre,
      documents: invoices.map(({ number, payableOre }) => ({ number, payableOre })),
    })),
  })
  const document = Buffer.from(text)
  await savePaymentFile(context, { fileId, messageId, executeOn, totalOre, document, payments: ordered })
  return ok({ fileId })
}
