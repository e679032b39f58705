import type { Day } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Ore, ore, sum } from '../../../kernel/money.ts'
import type { GiroAccount } from '../../../rules/index.ts'
import { amountText } from './decimal.ts'
import { node, type XmlNode, xmlText } from './xml.ts'

/** The message that banks in Sweden take in; its answers are pain.002 and camt.054. */
const message = 'pain.001.001.03'

export interface FilePayment {
  /** Ours alone, at most 35 characters: by it the bank refuses a copy and we know its answer. */
  readonly endToEndId: string
  readonly payee: string
  readonly account: GiroAccount
  readonly amountOre: Ore
  readonly documents: readonly { readonly number: string; readonly payableOre: Ore }[]
}

/** A payment file: who pays, when, and one credit transfer for each provider. */
export interface PaymentFile {
  readonly messageId: string
  readonly madeAt: Instant
  readonly executeOn: Day
  readonly payer: { readonly name: string; readonly organisationNumber: string; readonly account: GiroAccount }
  readonly payments: readonly FilePayment[]
}

/** ISO 20022 pain.001.001.03; the same file always gives the same bytes. Throws for an empty file or a payment not above zero. */
export function writePaymentFile(file: PaymentFile): string {
  if (file.payments.length === 0) throw new RangeError('a payment file without payments')
  if (file.payments.some((each) => each.amountOre <= 0)) throw new RangeError('a payment is above zero')
  const count = node('NbOfTxs', String(file.payments.length))
  const total = node('CtrlSum', amountText(sum(file.payments.map((each) => each.amountOre))))
  const { payer } = file
  const party = node('InitgPty', [
    node('Nm', payer.name.slice(0, 70)),
    node('Id', [node('OrgId', [node('Othr', [node('Id', payer.organisationNumber)])])]),
  ])
  return xmlText(
    node(
      'Document',
      [
        node('CstmrCdtTrfInitn', [
          node('GrpHdr', [
            node('MsgId', file.messageId),
            node('CreDtTm', `${file.madeAt.slice(0, 19)}Z`),
            count,
            total,
            party,
          ]),
          node('PmtInf', [
            node('PmtInfId', file.messageId),
            node('PmtMtd', 'TRF'),
            count,
            total,
            node('PmtTpInf', [node('SvcLvl', [node('Cd', 'NURG')])]),
            node('ReqdExctnDt', file.executeOn),
            node('Dbtr', [node('Nm', payer.name.slice(0, 70))]),
            account('DbtrAcct', payer.account),
            node('DbtrAgt', [node('FinInstnId', [clearing(payer.account)])]),
            ...file.payments.map(transfer),
          ]),
        ]),
      ],
      { xmlns: `urn:iso:std:iso:20022:tech:xsd:${message}` },
    ),
  )
}

function transfer(payment: FilePayment): XmlNode {
  return node('CdtTrfTxInf', [
    node('PmtId', [node('InstrId', payment.endToEndId), node('EndToEndId', payment.endToEndId)]),
    node('Amt', [node('InstdAmt', amountText(payment.amountOre), { Ccy: 'SEK' })]),
    node('CdtrAgt', [node('FinInstnId', [clearing(payment.account)])]),
    node('Cdtr', [node('Nm', payment.payee.slice(0, 70))]),
    account('CdtrAcct', payment.account),
    node('RmtInf', payment.documents.map(reference)),
  ])
}

/** Which invoices the payment is for, and which credit notes it is less. */
function reference({ number, payableOre }: FilePayment['documents'][number]): XmlNode {
  const credit = payableOre < 0
  const worth = amountText(ore(Math.abs(payableOre)))
  return node('Strd', [
    node('RfrdDocInf', [node('Tp', [node('CdOrPrtry', [node('Cd', credit ? 'CREN' : 'CINV')])]), node('Nb', number)]),
    node('RfrdDocAmt', [node(credit ? 'CdtNoteAmt' : 'RmtdAmt', worth, { Ccy: 'SEK' })]),
  ])
}

/** Bankgiro and plusgiro as the Swedish clearing names them. */
function clearing({ kind }: GiroAccount): XmlNode {
  return node('ClrSysMmbId', [
    node('ClrSysId', [node('Cd', 'SESBA')]),
    node('MmbId', kind === 'bankgiro' ? '9900' : '9960'),
  ])
}

function account(name: string, { kind, number }: GiroAccount): XmlNode {
  const scheme = kind === 'bankgiro' ? node('Prtry', 'BGNR') : node('Cd', 'BBAN')
  return node(name, [node('Id', [node('Othr', [node('Id', number), node('SchmeNm', [scheme])])])])
}
