import { z } from 'zod'
import type { StatementId } from '../../kernel/ids.ts'

/** What the web and the API share about invoices and payments (programme 5). Never for the participant. Amounts in öre. */

// The brand is a matter of types alone: what travels is a UUID.
const key = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, string>
const date = z.iso.date()
const moment = z.iso.datetime()
const ore = z.number().int()
const month = z.string()
const sentence = z.string().trim().min(3).max(2000)

export const invoiceParams = z.object({ invoiceId: z.uuid() })
export const payeeParams = z.object({ payeeId: z.uuid() })
export const fileParams = z.object({ fileId: z.uuid() })
export const answerParams = z.object({ answerId: z.uuid() })

const accountKinds = ['bankgiro', 'plusgiro'] as const

export const payeeBody = z.object({
  street: z.string().trim().min(1).max(200),
  postcode: z
    .string()
    .trim()
    .regex(/^\d{3} ?\d{2}$/),
  city: z.string().trim().min(1).max(100),
  vatNumber: z
    .string()
    .trim()
    .max(20)
    .nullish()
    .transform((text) => text ?? null)
    .describe('SE, ten digits, 01; absent when not registered'),
  fTax: z.boolean(),
  accountKind: z.enum(accountKinds),
  accountNumber: z.string().trim().min(2).max(15),
  kromInvoices: z.boolean().describe('Krom may make the invoices when the coordinator asks for it'),
})
export type PayeeBody = z.input<typeof payeeBody>
export const payeeReply = z.object({ payeeId: z.uuid() })

const payeeView = z.object({
  payeeId: z.uuid(),
  providerId: z.uuid(),
  providerName: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  vatNumber: z.string().nullable(),
  fTax: z.boolean(),
  accountKind: z.enum(accountKinds),
  accountNumber: z.string().describe('As its holder writes it'),
  kromInvoices: z.boolean(),
  enteredByName: z.string().nullable(),
  enteredAt: moment,
  outcome: z.enum(['approved', 'refused']).nullable(),
  reason: z.string().nullable(),
})
export type PayeeView = z.infer<typeof payeeView>

export const payeeDecisionBody = z.object({
  outcome: z.enum(['approved', 'refused']),
  reason: sentence.nullish().transform((text) => text ?? null),
})
export const payeeDecisionReply = z.object({ outcome: z.enum(['approved', 'refused']) })

export const makeInvoiceBody = z.object({ statementId: key<StatementId>() })
export const invoiceReply = z.object({
  invoiceId: z.uuid(),
  number: z.string(),
  state: z.enum(['accepted', 'waiting']),
  differences: z.number().int(),
})
export type InvoiceReply = z.infer<typeof invoiceReply>
export const invoiceDecisionBody = z.object({ outcome: z.enum(['accepted', 'refused']), reason: sentence })
export const invoiceDecisionReply = z.object({ state: z.enum(['accepted', 'refused']) })

export const differenceCodes = [
  'line-amount',
  'line-missing',
  'line-unknown',
  'line-twice',
  'line-without-key',
  'total',
  'vat-treatment',
  'account',
] as const
export const invoiceStates = ['waiting', 'accepted', 'refused', 'ordered', 'paid'] as const

const invoiceView = z.object({
  invoiceId: z.uuid(),
  providerId: z.uuid(),
  providerName: z.string(),
  statementId: z.uuid(),
  month,
  areaCode: z.string().nullable(),
  number: z.string(),
  kind: z.enum(['invoice', 'credit-note']),
  source: z.enum(['krom', 'provider']),
  issuedOn: date,
  dueOn: date.nullable(),
  netOre: ore.describe('Without value added tax; negative for a credit note'),
  payableOre: ore,
  statementOre: ore,
  state: z.enum(invoiceStates),
  reason: z.string().nullable(),
  differences: z.array(
    z.object({
      code: z.enum(differenceCodes),
      line: z.string().nullable(),
      invoiceOre: ore.nullable(),
      statementOre: ore.nullable(),
    }),
  ),
})
export type InvoiceView = z.infer<typeof invoiceView>

const page = { page: z.number().int(), limit: z.number().int(), total: z.number().int() }
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const providerInvoicesReply = z.object({
  payee: payeeView.nullable().describe('In force'),
  entered: payeeView.nullable().describe('The latest entered, when it is not the one in force'),
  toInvoice: z
    .array(
      z.object({
        statementId: z.uuid(),
        month,
        areaCode: z.string().nullable(),
        totalOre: ore,
        lines: z.number().int(),
      }),
    )
    .describe('Approved statements without an invoice'),
  invoices: z.object({ items: z.array(invoiceView), ...page }),
})
export type ProviderInvoicesReply = z.infer<typeof providerInvoicesReply>

const sumPerProvider = z.object({ providerId: z.uuid(), providerName: z.string(), amountOre: ore })
const fileView = z.object({
  fileId: z.uuid(),
  messageId: z.string(),
  executeOn: date,
  payments: z.number().int(),
  totalOre: ore,
  sha256: z.string(),
  state: z.enum(['waiting', 'approved', 'returned']),
  madeByName: z.string().nullable(),
  madeAt: moment,
  approvedByName: z.string().nullable(),
  reason: z.string().nullable(),
  bookedOre: ore,
  rejected: z.number().int(),
  unsettled: z.number().int().describe('Payments that the bank has neither booked nor refused'),
  can: z.object({ approve: z.object({ allowed: z.boolean(), because: z.string().nullable() }) }),
})
export type PaymentFileView = z.infer<typeof fileView>

export const bankIssues = [
  'unknown-payment',
  'amount-differs',
  'status-unclear',
  'booked-after-rejection',
  'returned-before-booked',
  'rejected-after-booking',
  'no-amount',
  'no-day',
  'not-sent',
  'books-refused',
] as const

export const paymentsReply = z.object({
  ready: z.object({
    payments: z.array(sumPerProvider.extend({ account: z.string(), invoices: z.number().int() })),
    totalOre: ore,
    carried: z.array(sumPerProvider),
    withoutAccount: z.array(sumPerProvider),
  }),
  waitingInvoices: z.array(invoiceView),
  waitingPayees: z.array(payeeView.extend({ previousAccount: z.string().nullable() })),
  questions: z.array(
    z.object({
      answerId: z.uuid(),
      kind: z.enum(['pain.002', 'camt.054']),
      takenAt: moment,
      entries: z.array(
        z.object({
          endToEndId: z.string().nullable(),
          event: z.string(),
          amountOre: ore.nullable(),
          paymentOre: ore.nullable(),
          issue: z.enum(bankIssues),
        }),
      ),
    }),
  ),
  files: z.object({ items: z.array(fileView), ...page }),
})
export type PaymentsReply = z.infer<typeof paymentsReply>

export const paymentFileBody = z.object({
  payments: z.number().int().describe('How many the maker saw; another number gives changed-meanwhile'),
  totalOre: ore,
})
export const paymentFileReply = z.object({ fileId: z.uuid() })
export const fileApprovalBody = z.object({ totalOre: ore.describe('What the approver saw') })
export const fileApprovalReply = z.object({ state: z.literal('approved') })
export const fileReturnBody = z.object({ reason: sentence })
export const fileReturnReply = z.object({ state: z.literal('returned') })

export const bankAnswerReply = z.object({
  answerId: z.uuid(),
  already: z.boolean(),
  entries: z.number().int(),
  recorded: z.number().int(),
  issues: z.number().int(),
})
export type BankAnswerReply = z.infer<typeof bankAnswerReply>
export const settlementBody = z.object({ note: sentence })
export const settlementReply = z.object({ state: z.literal('settled') })
