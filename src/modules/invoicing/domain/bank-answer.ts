import { type Day, parseDay } from '../../../kernel/day.ts'
import type { Ore } from '../../../kernel/money.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { parseOre } from './decimal.ts'
import { find, textAt, type XmlElement } from './xml.ts'

/** What the bank says happened to a payment: taken in, refused, money gone, money come back; `unclear` is for a person. */
export type BankEvent = 'accepted' | 'rejected' | 'booked' | 'returned' | 'unclear'

/** One thing that the bank says: about one payment by its end-to-end id, or about a whole file by its message id. */
export interface BankEntry {
  readonly endToEndId: string | null
  readonly messageId: string | null
  readonly event: BankEvent
  /** Null where the bank names no amount; one that is no amount in SEK is `unclear`. */
  readonly amountOre: Ore | null
  readonly on: Day | null
  readonly reason: string | null
}

export interface BankAnswer {
  readonly kind: 'pain.002' | 'camt.054'
  readonly entries: readonly BankEntry[]
}

const iso = 'urn:iso:std:iso:20022:tech:xsd:'

/** A bank's answer in any version of pain.002 or camt.054. Problem: `bank-file-kind`. */
export function readBankAnswer(document: XmlElement): Result<BankAnswer> {
  const namespace = document.namespace ?? ''
  const report = find(document, 'CstmrPmtStsRpt')[0]
  if (document.name === 'Document' && namespace.startsWith(`${iso}pain.002.`) && report)
    return ok({ kind: 'pain.002', entries: statusEntries(report) })
  const notice = find(document, 'BkToCstmrDbtCdtNtfctn')[0]
  if (document.name === 'Document' && namespace.startsWith(`${iso}camt.054.`) && notice)
    return ok({ kind: 'camt.054', entries: find(notice, 'Ntfctn/Ntry').flatMap(bookedEntries) })
  return fail(problem('bank-file-kind', { field: 'file' }))
}

const statuses: Readonly<Record<string, BankEvent>> = {
  ACCP: 'accepted',
  ACSP: 'accepted',
  ACSC: 'accepted',
  ACTC: 'accepted',
  ACWC: 'accepted',
  RJCT: 'rejected',
}

/** A status of the whole file speaks only where no payment is named. */
function statusEntries(report: XmlElement): BankEntry[] {
  const named = find(report, 'OrgnlPmtInfAndSts/TxInfAndSts').map((each): BankEntry => {
    const amount = find(each, 'OrgnlTxRef/Amt/InstdAmt')[0]
    return {
      endToEndId: textAt(each, 'OrgnlEndToEndId') ?? textAt(each, 'OrgnlInstrId'),
      messageId: null,
      ...told(statuses[textAt(each, 'TxSts') ?? ''] ?? 'unclear', amount),
      on: null,
      reason: reasonAt(each),
    }
  })
  if (named.length > 0) return named
  const group = find(report, 'OrgnlGrpInfAndSts')[0]
  const status = (group && textAt(group, 'GrpSts')) ?? textAt(report, 'OrgnlPmtInfAndSts/PmtInfSts') ?? ''
  const messageId = group === undefined ? null : textAt(group, 'OrgnlMsgId')
  const reason = (group && reasonAt(group)) ?? textAt(report, 'OrgnlPmtInfAndSts/StsRsnInf/Rsn/Cd')
  return [{ endToEndId: null, messageId, event: statuses[status] ?? 'unclear', amountOre: null, on: null, reason }]
}

function reasonAt(from: XmlElement): string | null {
  return textAt(from, 'StsRsnInf/Rsn/Cd') ?? textAt(from, 'StsRsnInf/Rsn/Prtry') ?? textAt(from, 'StsRsnInf/AddtlInf')
}

/** The event, and the amount in öre; an amount in another currency, or none, is for a person. */
function told(event: BankEvent, amount: XmlElement | undefined): Pick<BankEntry, 'event' | 'amountOre'> {
  if (amount === undefined) return { event, amountOre: null }
  const amountOre = amount.attributes.Ccy === 'SEK' ? parseOre(amount.text) : null
  return amountOre === null ? { event: 'unclear', amountOre: null } : { event, amountOre }
}

/** One entry can gather many payments; each is told by itself. Money out is a debit, money that comes back a credit. */
function bookedEntries(entry: XmlElement): BankEntry[] {
  const status = textAt(entry, 'Sts/Cd') ?? textAt(entry, 'Sts') ?? ''
  const parsed = parseDay(textAt(entry, 'BookgDt/Dt') ?? textAt(entry, 'BookgDt/DtTm')?.slice(0, 10) ?? '')
  const on = parsed.ok ? parsed.value : null
  const back = textAt(entry, 'CdtDbtInd') === 'CRDT' || textAt(entry, 'RvslInd') === 'true'
  const event: BankEvent = status !== 'BOOK' ? 'unclear' : back ? 'returned' : 'booked'
  const details = find(entry, 'NtryDtls/TxDtls')
  if (details.length === 0) {
    const amount = find(entry, 'Amt')[0]
    return [{ endToEndId: null, messageId: null, ...told(event, amount), on, reason: null }]
  }
  return details.map((each) => {
    const own = find(each, 'AmtDtls/TxAmt/Amt')[0] ?? find(each, 'AmtDtls/InstdAmt/Amt')[0] ?? find(each, 'Amt')[0]
    return {
      endToEndId: textAt(each, 'Refs/EndToEndId'),
      messageId: null,
      ...told(event, own ?? (details.length === 1 ? find(entry, 'Amt')[0] : undefined)),
      on,
      reason: textAt(each, 'RtrInf/Rsn/Cd'),
    }
  })
}
