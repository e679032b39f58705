import { createTransport } from 'nodemailer'

/** Sends one letter by e-mail; rejects when the server does not take it. */
export interface MailPort {
  send(mail: { to: string; subject: string; text: string }): Promise<void>
}

/** `KROM_SMTP` (smtp://user:password@host:port) names the mail server; without it notices stay on the outbox screen. */
export function openMail(
  address = process.env.KROM_SMTP,
  from = process.env.KROM_MAIL_FROM ?? 'Krom <krom@localhost>',
): MailPort | null {
  if (!address) return null
  const transport = createTransport(address)
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail })
    },
  }
}
