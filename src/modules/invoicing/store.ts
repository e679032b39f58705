import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { ContractId, OrganisationId, StatementId, UserId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import type { GiroAccount } from '../../rules/index.ts'
import { type BankEntry, type Difference, type Invoice, type Issue, signedOre } from './domain/index.ts'

/** A provider's payment details as they are entered. */
export interface PayeeDetails {
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly vatNumber: string | null
  readonly fTax: boolean
  readonly account: GiroAccount
  readonly kromInvoices: boolean
}

export async function savePayee(context: Context, providerId: OrganisationId, details: PayeeDetails): Promise<string> {
  const id = newId<string>()
  const { street, postcode, city, vatNumber, fTax, account, kromInvoices } = details
  await sql`
    insert into invoicing.payee (id, provider_id, street, postcode, city, vat_number, f_tax, account_kind, account_number, krom_invoices, entered_by, recorded_at)
    values (${id}, ${providerId}, ${street}, ${postcode}, ${city}, ${vatNumber}, ${fTax}, ${account.kind}, ${account.number}, ${kromInvoices},
            ${context.actor.userId}, ${context.now})`.execute(context.db)
  return id
}

export async function savePayeeDecision(
  context: Context,
  decision: {
    readonly payeeId: string
    readonly providerId: OrganisationId
    readonly outcome: 'approved' | 'refused'
    readonly reason: string | null
  },
): Promise<void> {
  await sql`
    insert into invoicing.payee_decision (payee_id, provider_id, outcome, reason, decided_by, recorded_at)
    values (${decision.payeeId}, ${decision.providerId}, ${decision.outcome}, ${decision.reason}, ${context.actor.userId}, ${context.now})`.execute(
    context.db,
  )
}

export interface InvoiceToKeep {
  readonly invoice: Invoice
  readonly providerId: OrganisationId
  readonly contractId: ContractId
  readonly statementId: StatementId
  readonly source: 'krom' | 'provider'
  readonly document: Buffer
  readonly differences: readonly Difference[]
}

/** Keeps an invoice as it came, with its amounts in the books' signs. */
export async function saveInvoice(context: Context, kept: InvoiceToKeep): Promise<string> {
  const id = newId<string>()
  const { invoice } = kept
  const net = signedOre(invoice)
  const payable = signedOre({ kind: invoice.kind, netOre: invoice.payableOre })
  await sql`
    insert into invoicing.invoice (id, provider_id, contract_id, statement_id, number, kind, source, issued_on, due_on, net_ore, payable_ore, document,
                                   sha256, differences, recorded_at, recorded_by)
    values (${id}, ${kept.providerId}, ${kept.contractId}, ${kept.statementId}, ${invoice.number}, ${invoice.kind}, ${kept.source}, ${invoice.issuedOn},
            ${invoice.dueOn}, ${net}, ${payable}, ${kept.document}, sha256(${kept.document}), ${JSON.stringify(kept.differences)}::jsonb,
            ${context.now}, ${context.actor.userId})`.execute(context.db)
  return id
}

/** Says what becomes of an invoice; `byPerson` false = it matched. */
export async function saveInvoiceDecision(
  context: Context,
  decision: {
    readonly invoiceId: string
    readonly providerId: OrganisationId
    readonly statementId: StatementId
    readonly outcome: 'accepted' | 'refused'
    readonly reason: string | null
    readonly byPerson: boolean
  },
): Promise<void> {
  await sql`
    insert into invoicing.invoice_decision (invoice_id, provider_id, statement_id, outcome, reason, decided_by, recorded_at)
    values (${decision.invoiceId}, ${decision.providerId}, ${decision.statementId}, ${decision.outcome}, ${decision.reason},
            ${decision.byPerson ? context.actor.userId : null}, ${context.now})`.execute(context.db)
}

export interface PaymentToKeep {
  readonly paymentId: string
  readonly providerId: string
  readonly payeeId: string
  readonly endToEndId: string
  readonly amountOre: number
  readonly invoices: readonly {
    readonly invoiceId: string
    readonly statementId: string
    readonly payableOre: number
    readonly netOre: number
  }[]
}

/** Keeps a payment file with everything in it; the database refuses one that is not the sum of its parts. */
export async function savePaymentFile(
  context: Context,
  file: {
    readonly fileId: string
    readonly messageId: string
    readonly executeOn: Day
    readonly totalOre: number
    readonly document: Buffer
    readonly payments: readonly PaymentToKeep[]
  },
): Promise<void> {
  const { document, payments } = file
  await sql`
    insert into invoicing.payment_file (id, message_id, execute_on, payments, total_ore, document, sha256, made_by, recorded_at)
    values (${file.fileId}, ${file.messageId}, ${file.executeOn}, ${payments.length}, ${file.totalOre}, ${document}, sha256(${document}),
            ${context.actor.userId}, ${context.now})`.execute(context.db)
  const rows = payments.map((each) => ({
    id: each.paymentId,
    provider_id: each.providerId,
    payee_id: each.payeeId,
    end_to_end_id: each.endToEndId,
    amount_ore: each.amountOre,
  }))
  await sql`
    insert into invoicing.payment (id, file_id, provider_id, payee_id, end_to_end_id, amount_ore, recorded_at)
    select r.id, ${file.fileId}, r.provider_id, r.payee_id, r.end_to_end_id, r.amount_ore, ${context.now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, provider_id uuid, payee_id uuid, end_to_end_id text, amount_ore bigint)`.execute(
    context.db,
  )
  const parts = payments.flatMap((payment) =>
    payment.invoices.map((each) => ({
      id: newId<string>(),
      payment_id: payment.paymentId,
      provider_id: payment.providerId,
      invoice_id: each.invoiceId,
      statement_id: each.statementId,
      payable_ore: each.payableOre,
      net_ore: each.netOre,
    })),
  )
  await sql`
    insert into invoicing.payment_invoice (id, payment_id, provider_id, invoice_id, statement_id, payable_ore, net_ore)
    select r.* from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
      as r (id uuid, payment_id uuid, provider_id uuid, invoice_id uuid, statement_id uuid, payable_ore bigint, net_ore bigint)`.execute(
    context.db,
  )
}

/** A payment that an answer may be about. */
export interface FoundPayment {
  readonly paymentId: string
  readonly providerId: OrganisationId
  readonly fileId: string
  readonly messageId: string
  readonly endToEndId: string
  readonly amountOre: number
  readonly approved: boolean
  readonly events: readonly string[]
  readonly parts: readonly { readonly id: string; readonly statementId: StatementId; readonly netOre: number }[]
}

/** The payments that an answer names, by their own ids or by their file's. */
export async function findPayments(
  context: Context,
  names: { readonly endToEndIds: readonly string[]; readonly messageIds: readonly string[] },
): Promise<FoundPayment[]> {
  const { rows } = await sql<FoundPayment>`
    select p.payment_id as "paymentId", p.provider_id as "providerId", p.file_id as "fileId", f.message_id as "messageId",
           p.end_to_end_id as "endToEndId", p.amount_ore as "amountOre", p.events,
           exists (select 1 from invoicing.payment_file_approval a where a.file_id = p.file_id) as approved,
           (select json_agg(json_build_object('id', i.id, 'statementId', i.statement_id, 'netOre', i.net_ore) order by i.net_ore desc, i.id)
              from invoicing.payment_invoice i where i.payment_id = p.payment_id) as parts
      from invoicing.v_payment p join invoicing.payment_file f on f.id = p.file_id
     where p.end_to_end_id = any (${names.endToEndIds}::text[]) or f.message_id = any (${names.messageIds}::text[])
     order by p.recorded_at, p.payment_id`.execute(context.db)
  return rows
}

export interface EntryToKeep {
  readonly entry: BankEntry
  readonly payment: FoundPayment | null
  readonly issue: Issue | null
  readonly recorded: boolean
}

/** Keeps a bank's answer and what was made of each thing that it says. */
export async function saveBankAnswer(
  context: Context,
  answer: {
    readonly answerId: string
    readonly kind: string
    readonly document: Buffer
    readonly entries: readonly EntryToKeep[]
  },
): Promise<void> {
  const { answerId, kind, document, entries } = answer
  await sql`
    insert into invoicing.bank_answer (id, kind, document, sha256, entries, recorded_at, recorded_by)
    values (${answerId}, ${kind}, ${document}, sha256(${document}), ${entries.length}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  const rows = entries.map(({ entry, payment, issue, recorded }, index) => ({
    id: newId<string>(),
    number: index + 1,
    end_to_end_id: entry.endToEndId?.slice(0, 100) ?? null,
    message_id: entry.messageId?.slice(0, 100) ?? null,
    payment_id: payment?.paymentId ?? null,
    provider_id: payment?.providerId ?? null,
    event: entry.event,
    amount_ore: entry.amountOre,
    on_day: entry.on,
    reason: entry.reason?.slice(0, 200) ?? null,
    issue,
    recorded,
  }))
  await sql`
    insert into invoicing.bank_entry (id, answer_id, number, end_to_end_id, message_id, payment_id, provider_id, event, amount_ore, on_day, reason, issue,
                                      recorded, recorded_at)
    select r.id, ${answerId}, r.number, r.end_to_end_id, r.message_id, r.payment_id, r.provider_id, r.event, r.amount_ore, r.on_day, r.reason, r.issue,
           r.recorded, ${context.now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, number integer, end_to_end_id text, message_id text, payment_id uuid,
           provider_id uuid, event text, amount_ore bigint, on_day date, reason text, issue text, recorded boolean)`.execute(
    context.db,
  )
}

/** The authority that buys and pays; there is one. */
export async function findAuthority(
  context: Context,
): Promise<{ readonly id: OrganisationId; readonly name: string; readonly organisationNumber: string | null } | null> {
  const { rows } = await sql<{ id: OrganisationId; name: string; organisationNumber: string | null }>`
    select id, name, organisation_number as "organisationNumber" from platform.organisation where kind = 'authority' order by id limit 1`.execute(
    context.db,
  )
  return rows[0] ?? null
}

/** Who made or entered a thing, for four eyes; null where there is none that the actor may see. */
export async function findPayeeForDecision(
  context: Context,
  payeeId: string,
): Promise<{ readonly providerId: OrganisationId; readonly enteredBy: UserId; readonly decided: boolean } | null> {
  const { rows } = await sql<{ providerId: OrganisationId; enteredBy: UserId; decided: boolean }>`
    select p.provider_id as "providerId", p.entered_by as "enteredBy", d.payee_id is not null as decided
      from invoicing.payee p left join invoicing.payee_decision d on d.payee_id = p.id where p.id = ${payeeId}`.execute(
    context.db,
  )
  return rows[0] ?? null
}
