import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'
const secretBytes = 32

/** A signing secret as Standard Webhooks writes it. */
export function newSecret(): string {
  return `${prefix}${randomBytes(secretBytes).toString('base64')}`
}

export interface SignedMessage {
  readonly id: string
  /** Seconds since 1970: the receiver refuses what is too old. */
  readonly timestamp: number
  readonly body: string
}

/** The headers of a message: who it is, when it was sent, and HMAC-SHA256 over both and the body (Standard Webhooks). */
export function signedHeaders(secret: string, message: SignedMessage): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  const signed = `${message.id}.${message.timestamp}.${message.body}`
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
  }
}
