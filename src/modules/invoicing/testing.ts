import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { day, month } from '../../kernel/day.ts'
import { kronor, sum } from '../../kernel/money.ts'
import { completeOrganisationNumber } from '../../kernel/organisation-number.ts'
import type { Actor } from '../../platform/actor.ts'
import { apiRoot } from '../../platform/http/app.ts'
import { sessionCookie, tokenHash } from '../../platform/http/request.ts'
import { newId } from '../../platform/new-id.ts'
import type { TestWorld } from '../../platform/testing.ts'
import type { GiroAccount, VatTreatment } from '../../rules/index.ts'
import { buildInvoice, type Invoice, type Party, type StatementToInvoice, writeUbl } from './domain/index.ts'

/** A provider's number and an authority's. */
const sellerNumber = completeOrganisationNumber('556000464')
const buyerNumber = completeOrganisationNumber('202100211')

/** A statement of September 2022 with a line for each amount in kronor. */
export function aStatement(amounts: readonly number[]): StatementToInvoice {
  const lines = amounts.map((amount, index) => ({
    key: `0000000${index}-0000-4000-8000-000000000000`,
    name: `Grundersättning 2022-0${index + 1}, nivå A`,
    amountOre: kronor(amount),
  }))
  return {
    statementId: '11111111-0000-4000-8000-000000000000',
    contractId: '22222222-0000-4000-8000-000000000000',
    month: month('2022-09'),
    totalOre: sum(lines.map((line) => line.amountOre)),
    lines,
  }
}

/** An invoice of 1 500 kronor in two lines; name only what the test is about. */
export function anInvoice(
  wish: {
    statement?: StatementToInvoice
    vat?: VatTreatment
    account?: GiroAccount
    preceding?: readonly string[]
    name?: string
    number?: string
  } = {},
): Invoice {
  const seller: Party = {
    name: wish.name ?? 'Provleverantören AB',
    organisationNumber: sellerNumber,
    vatNumber: `SE${sellerNumber}01`,
    fTax: true,
    street: 'Exempelgatan 1',
    postcode: '12345',
    city: 'Provorten',
  }
  const unknown = { vatNumber: null, fTax: false, street: null, postcode: null, city: null }
  return buildInvoice({
    number: wish.number ?? 'F-2022-1',
    issuedOn: day('2022-10-03'),
    seller,
    buyer: { name: 'Provmyndigheten', organisationNumber: buyerNumber, ...unknown },
    account: wish.account ?? { kind: 'bankgiro', number: '9912346' },
    statement: wish.statement ?? aStatement([2000, -500]),
    preceding: wish.preceding ?? [],
    vat: wish.vat ?? { category: 'E', percent: 0, reason: 'Undantag från skatteplikt' },
    dueDays: 30,
  })
}

/** The file that is sent. */
export const documentOf = (invoice: Invoice): Buffer => Buffer.from(writeUbl(invoice))

const iso = 'urn:iso:std:iso:20022:tech:xsd:'

/** What a bank answers to a payment file, payment by payment (pain.002). */
export function aStatusReport(
  payments: readonly { id: string; status: string; kronor: string; reason?: string }[],
  messageId = 'S-1',
): string {
  const each = payments.map(
    ({ id, status, kronor: worth, reason }) =>
      `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${status}</TxSts>` +
      (reason === undefined ? '' : `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf>`) +
      `<OrgnlTxRef><Amt><InstdAmt Ccy="SEK">${worth}</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${iso}pain.002.001.03"><CstmrPmtStsRpt><GrpHdr><MsgId>${messageId}</MsgId></GrpHdr>
    <OrgnlGrpInfAndSts><OrgnlMsgId>x</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>${each.join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`
}

/** What a bank tells when money has gone, or come back (camt.054). */
export function aBankNotice(
  entries: readonly { id: string; kronor: string; on: string; back?: boolean }[],
  messageId = 'N-1',
): string {
  const each = entries.map(
    ({ id, kronor: worth, on, back }) =>
      `<Ntry><Amt Ccy="SEK">${worth}</Amt><CdtDbtInd>${back ? 'CRDT' : 'DBIT'}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${on}</Dt></BookgDt>` +
      `<NtryDtls><TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="SEK">${worth}</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls></Ntry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${iso}camt.054.001.02"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>${messageId}</MsgId></GrpHdr><Ntfctn>${each.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
}

/** What a request about invoices and payments can aim at. */
export interface InvoicingKeys {
  readonly payeeId: string
  readonly invoiceId: string
  readonly fileId: string
  readonly answerId: string
}

/** Payment details, an invoice with a difference, a payment file and a bank's answer, all waiting; past the application. */
export async function someInvoicing(
  world: TestWorld,
  at: { readonly providerId: string; readonly contractId: string; readonly statementId: string },
): Promise<InvoicingKeys> {
  const keys = {
    payeeId: newId<string>(),
    invoiceId: newId<string>(),
    fileId: newId<string>(),
    answerId: newId<string>(),
  }
  const by = (await world.anActor('approver')).userId
  const document = Buffer.from(keys.fileId)
  await world.rows(
    `insert into invoicing.payee values ($1, $2, 'Gatan 1', '12345', 'Orten', null, true, 'bankgiro', '9912346', true, $3, '2022-01-01')`,
    [keys.payeeId, at.providerId, by],
  )
  await world.rows(
    `insert into invoicing.invoice values ($1, $2, $3, $4, 'P-1', 'invoice', 'provider', '2022-01-01', null, 1, 1, $5, sha256($5),
       '[{"code":"total","line":null,"invoiceOre":1,"statementOre":2}]', '2022-01-01', $6)`,
    [keys.invoiceId, at.providerId, at.contractId, at.statementId, document, by],
  )
  await world.rows(
    `insert into invoicing.payment_file values ($1, $2, '2022-01-03', 1, 1, $3, sha256($3), $4, '2022-01-01')`,
    [keys.fileId, keys.fileId.replaceAll('-', ''), document, by],
  )
  await world.rows(`insert into invoicing.bank_answer values ($1, 'pain.002', $2, sha256($2), 0, '2022-01-01', $3)`, [
    keys.answerId,
    document,
    by,
  ])
  return keys
}

const csrf = 'csrf-of-the-test'
export type Reply = {
  status: number
  body: Record<string, never> & { code?: string } & Record<string, unknown>
  text: string
}
export type Caller = Awaited<ReturnType<typeof aCaller>>

/** Signs an actor in, and gives the calls that it makes over HTTP. */
export async function aCaller(world: TestWorld, app: FastifyInstance, actor: Actor) {
  const token = randomUUID()
  await world.ownerPool.query(
    `insert into platform.session (token_hash, user_id, duty_id, csrf_token, created_at, seen_at, expires_at)
     select $1, $2, id, $3, $4::timestamptz, $4, $4::timestamptz + interval '1 hour' from platform.duty where user_id = $2`,
    [tokenHash(token), actor.userId, csrf, new Date()],
  )
  const inject = async (
    method: 'GET' | 'POST',
    path: string,
    type: string | null,
    payload?: string | Buffer | object,
  ) => {
    const headers = {
      'x-csrf-token': csrf,
      'idempotency-key': randomUUID(),
      ...(type ? { 'content-type': type } : {}),
    }
    const cookies = { [sessionCookie]: token }
    const reply = await app.inject({
      method,
      url: `${apiRoot}${path}`,
      headers,
      cookies,
      ...(payload ? { payload } : {}),
    })
    const json = String(reply.headers['content-type']).includes('json')
    return { status: reply.statusCode, body: json ? reply.json() : {}, text: reply.body } as Reply
  }
  return {
    get: (path: string) => inject('GET', path, null),
    post: (path: string, body: object = {}) => inject('POST', path, 'application/json', body),
    upload(path: string, bytes: Buffer | string) {
      const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="f.xml"\r\n\r\n'
      const payload = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from('\r\n--x--\r\n')])
      return inject('POST', path, 'multipart/form-data; boundary=x', payload)
    },
  }
}
