import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { openMail } from './mail.ts'

/** How a notice reaches its receiver; one on the screen is only shown there. */
export type Channel = 'email' | 'sms' | 'digital-mailbox' | 'letter' | 'screen'

/** One message to one receiver, in their language. */
export interface Message {
  /** An e-mail address, a phone number, an identity number (mailbox), or a name with address lines (letter). */
  readonly to: string
  readonly subject: string
  readonly text: string
  /** For the receiver's calendar; e-mail alone can carry it. */
  readonly invitation: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string } | null
}

/** Takes messages on one channel; rejects when a message is not taken, and it is tried again. */
export interface Carrier {
  send(message: Message): Promise<void>
}

/** Who takes what. A channel without a carrier keeps its notices on the outbox screen, where they count as sent. */
export type Carriers = Readonly<Partial<Record<Exclude<Channel, 'screen'>, Carrier>>>

/**
 * E-mail by `KROM_SMTP`; the rest, or another e-mail, by the operator's own module named in `KROM_CARRIERS`, whose default
 * export is a `Carriers`. Krom itself calls no foreign service. Throws when the module is not there or exports none.
 */
export function openCarriers(path = process.env.KROM_CARRIERS): Carriers {
  const mail = openMail()
  const email: Carriers = mail === null ? {} : { email: mail }
  if (!path) return email
  const load = createRequire(import.meta.url)
  const found: { default?: Carriers } = load(resolve(path))
  if (typeof found.default !== 'object') throw new Error(`KROM_CARRIERS: ${path} has no default export with carriers`)
  return { ...email, ...found.default }
}
