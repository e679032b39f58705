import { sql } from 'kysely'
import { refusalFor } from '../../kernel/approval.ts'
import type { UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Download } from '../../platform/http/route.ts'
import { mayAct } from '../../platform/may.ts'
import type { GiroAccount } from '../../rules/index.ts'
import type { InvoiceView, PayeeView, PaymentFileView, PaymentsReply, ProviderInvoicesReply } from './contract.ts'
import { formatGiro } from './domain/index.ts'
import { readyToPay } from './make-payment-file.ts'
import { findFile } from './payment-file-desk.ts'

interface Page {
  readonly page: number
  readonly limit: number
}

const invoiceColumns = sql`
  i.invoice_id as "invoiceId", i.provider_id as "providerId", o.name as "providerName", i.statement_id as "statementId", s.month,
  c.area_code as "areaCode", i.number, i.kind, i.source, i.issued_on as "issuedOn", i.due_on as "dueOn", i.net_ore as "netOre",
  i.payable_ore as "payableOre", s.total_ore as "statementOre", i.state, i.reason, i.differences`
const invoiceTables = sql`
  invoicing.v_invoice i join platform.organisation o on o.id = i.provider_id join compensation.v_statement s on s.statement_id = i.statement_id
  left join market.v_contract c on c.contract_id = i.contract_id`

const payeeColumns = sql`
  p.id as "payeeId", p.provider_id as "providerId", o.name as "providerName", p.street, p.postcode, p.city, p.vat_number as "vatNumber", p.f_tax as "fTax",
  p.account_kind as "accountKind", p.account_number as "accountNumber", p.krom_invoices as "kromInvoices", u.display_name as "enteredByName",
  p.recorded_at as "enteredAt", d.outcome, d.reason`
const payeeTables = sql`
  invoicing.payee p join platform.organisation o on o.id = p.provider_id left join platform.user_account u on u.id = p.entered_by
  left join invoicing.payee_decision d on d.payee_id = p.id`

const written = (view: PayeeView): PayeeView => ({
  ...view,
  accountNumber: formatGiro({ kind: view.accountKind, number: view.accountNumber }),
})

/** What the provider can invoice now, what it has invoiced, and where it is paid. */
export async function providerInvoices(context: Context, { page, limit }: Page): Promise<ProviderInvoicesReply> {
  const own = context.actor.organisationId
  const payees = await sql<PayeeView>`
    select ${payeeColumns} from ${payeeTables} where p.provider_id = ${own}::uuid order by p.recorded_at desc, p.id desc limit 20`.execute(
    context.db,
  )
  const inForce = payees.rows.find((each) => each.outcome === 'approved') ?? null
  const [latest] = payees.rows
  const toInvoice = await sql<ProviderInvoicesReply['toInvoice'][number]>`
    select s.statement_id as "statementId", s.month, c.area_code as "areaCode", s.total_ore as "totalOre", s.line_count as lines
      from compensation.v_statement s left join market.v_contract c on c.contract_id = s.contract_id
     where s.provider_id = ${own}::uuid and s.state = 'approved' and s.total_ore <> 0
       and not exists (select 1 from invoicing.v_invoice i where i.statement_id = s.statement_id and i.state <> 'refused')
     order by s.month, c.area_code limit 100`.execute(context.db)
  const { rows } = await sql<InvoiceView & { total: number }>`
    select ${invoiceColumns}, count(*) over () as total from ${invoiceTables} where i.provider_id = ${own}::uuid
     order by i.recorded_at desc, i.invoice_id desc limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  return {
    payee: inForce === null ? null : written(inForce),
    entered: latest === undefined || latest.payeeId === inForce?.payeeId ? null : written(latest),
    toInvoice: toInvoice.rows,
    invoices: { items: rows.map(({ total: _total, ...row }) => row), page, limit, total: rows[0]?.total ?? 0 },
  }
}

/** Everything about paying on one page: what can be paid, what waits for a person, the files and what the bank has said. */
export async function paymentsDesk(context: Context, { page, limit }: Page): Promise<PaymentsReply> {
  const ready = await readyToPay(context)
  const waiting = await sql<InvoiceView>`
    select ${invoiceColumns} from ${invoiceTables} where i.state = 'waiting' order by i.recorded_at, i.invoice_id limit 100`.execute(
    context.db,
  )
  const payees = await sql<PayeeView & { previousKind: GiroAccount['kind'] | null; previousNumber: string | null }>`
    select ${payeeColumns}, v.account_kind as "previousKind", v.account_number as "previousNumber"
      from ${payeeTables} left join invoicing.v_payee v on v.provider_id = p.provider_id
     where d.payee_id is null order by p.recorded_at, p.id limit 100`.execute(context.db)
  return {
    ready: {
      payments: ready.payments.map(({ providerId, providerName, amountOre, account, invoices }) => ({
        providerId,
        providerName,
        amountOre,
        account: formatGiro(account),
        invoices: invoices.length,
      })),
      totalOre: ready.totalOre,
      carried: [...ready.carried],
      withoutAccount: [...ready.withoutAccount],
    },
    waitingInvoices: waiting.rows,
    waitingPayees: payees.rows.map(({ previousKind, previousNumber, ...row }) => ({
      ...written(row),
      previousAccount:
        previousKind === null || previousNumber === null
          ? null
          : formatGiro({ kind: previousKind, number: previousNumber }),
    })),
    questions: await openQuestions(context),
    files: await filesOf(context, { page, limit }),
  }
}

async function openQuestions(context: Context): Promise<PaymentsReply['questions']> {
  const { rows } = await sql<PaymentsReply['questions'][number]>`
    select a.id as "answerId", a.kind, to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "takenAt",
           json_agg(json_build_object('endToEndId', e.end_to_end_id, 'event', e.event, 'amountOre', e.amount_ore, 'paymentOre', p.amount_ore,
                                      'issue', e.issue) order by e.number) as entries
      from invoicing.bank_answer a join invoicing.bank_entry e on e.answer_id = a.id and e.issue is not null
      left join invoicing.payment p on p.id = e.payment_id
     where not exists (select 1 from invoicing.bank_answer_settlement s where s.answer_id = a.id)
     group by a.id order by a.recorded_at, a.id limit 50`.execute(context.db)
  return rows
}

async function filesOf(context: Context, { page, limit }: Page): Promise<PaymentsReply['files']> {
  const { rows } = await sql<Omit<PaymentFileView, 'can'> & { total: number }>`
    select f.id as "fileId", f.message_id as "messageId", f.execute_on as "executeOn", f.payments, f.total_ore as "totalOre",
           encode(f.sha256, 'hex') as sha256, m.display_name as "madeByName", f.recorded_at as "madeAt", u.display_name as "approvedByName", r.reason,
           case when r.file_id is not null then 'returned' when a.file_id is not null then 'approved' else 'waiting' end as state,
           coalesce(p.booked, 0) as "bookedOre", coalesce(p.rejected, 0) as rejected, coalesce(p.unsettled, 0) as unsettled, count(*) over () as total
      from invoicing.payment_file f
      left join invoicing.payment_file_approval a on a.file_id = f.id
      left join invoicing.payment_file_return r on r.file_id = f.id
      left join platform.user_account m on m.id = f.made_by
      left join platform.user_account u on u.id = a.approved_by
      left join lateral (
        select coalesce(sum(v.amount_ore) filter (where 'booked' = any (v.events) and v.holds), 0) as booked,
               count(*) filter (where not v.holds) as rejected, count(*) filter (where v.holds and not 'booked' = any (v.events)) as unsettled
          from invoicing.v_payment v where v.file_id = f.id) p on true
     order by f.recorded_at desc, f.id desc limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  const items: PaymentFileView[] = []
  for (const { total: _total, ...row } of rows) items.push({ ...row, can: { approve: await canApprove(context, row) } })
  return { items, page, limit, total: rows[0]?.total ?? 0 }
}

async function canApprove(
  context: Context,
  { fileId, state }: Pick<PaymentFileView, 'fileId' | 'state'>,
): Promise<PaymentFileView['can']['approve']> {
  const may = mayAct(context, ['approver'])
  if (!may.ok) return { allowed: false, because: may.problem.code }
  if (state === 'approved') return { allowed: false, because: 'already-approved' }
  const file = await findFile(context, fileId)
  const refusal = file === null ? problem('not-found') : refusalFor(file.approval, context.actor.userId as UserId)
  return { allowed: refusal === null, because: refusal?.code ?? null }
}

/** The invoice as it came. Problem: `not-found`. */
export async function invoiceDocument(context: Context, invoiceId: string): Promise<Result<Download>> {
  const { rows } = await sql<{ body: Buffer; number: string }>`
    select document as body, number from invoicing.invoice where id = ${invoiceId}`.execute(context.db)
  const [found] = rows
  if (found === undefined) return fail(problem('not-found'))
  const fileName = `faktura-${found.number.replaceAll(/[^\w-]/g, '_')}.xml`
  return ok({ body: found.body, fileName, mediaType: 'application/xml' })
}

/** The payment file for the bank, the same bytes each time. Problems: `not-found`, `payment-file-not-approved`. */
export async function paymentFileDocument(context: Context, fileId: string): Promise<Result<Download>> {
  const { rows } = await sql<{ body: Buffer; messageId: string; approved: boolean }>`
    select f.document as body, f.message_id as "messageId", a.file_id is not null as approved
      from invoicing.payment_file f left join invoicing.payment_file_approval a on a.file_id = f.id where f.id = ${fileId}`.execute(
    context.db,
  )
  const [found] = rows
  if (found === undefined) return fail(problem('not-found'))
  if (!found.approved) return fail(problem('payment-file-not-approved'))
  return ok({ body: found.body, fileName: `betalfil-${found.messageId}.xml`, mediaType: 'application/xml' })
}
