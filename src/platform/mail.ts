import { createTransport } from 'nodemailer'
import type { Carrier } from './carriers.ts'

/** From whom e-mail comes: `KROM_MAIL_FROM`, as "Name <address>" or an address alone. */
const sender = (from = process.env.KROM_MAIL_FROM) => from ?? 'Krom <krom@localhost>'

/** The address alone of who sends: the organiser of what an e-mail invites to. */
export function senderAddress(from = sender()): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from
}

/** `KROM_SMTP` (smtp://user:password@host:port) names the mail server; without it notices stay on the outbox screen. */
export function openMail(address = process.env.KROM_SMTP, from = sender()): Carrier | null {
  if (!address) return null
  const transport = createTransport(address)
  return {
    async send({ to, subject, text, invitation }) {
      const event = invitation && { method: invitation.method, content: invitation.text, filename: 'invitation.ics' }
      await transport.sendMail({ from, to, subject, text, ...(event ? { icalEvent: event } : {}) })
    },
  }
}
