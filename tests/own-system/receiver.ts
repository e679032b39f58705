import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as a provider's own system takes it. */
export interface Received {
  readonly id: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  readonly text: string
  readonly signed: boolean
}

/** A provider's own system on this machine: it checks each signature and keeps what it was told. */
export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** What it answers; 200 unless said. */
  answer: number
  secret: string
  /** Dies without a word, as a killed process does. */
  kill(): Promise<void>
  /** Is there again under the same address. */
  revive(): Promise<void>
}

export async function aReceiver(): Promise<Receiver> {
  let server: Server | null = null
  let port = 0
  const receiver: Receiver = {
    get url() {
      return `http://127.0.0.1:${port}/krom`
    },
    received: [],
    answer: 200,
    secret: '',
    async kill() {
      const dying = server
      server = null
      dying?.closeAllConnections()
      await new Promise((resolve) => (dying ? dying.close(resolve) : resolve(null)))
    },
    async revive() {
      server = createServer((request, response) => {
        const parts: Buffer[] = []
        request.on('data', (part) => parts.push(part))
        request.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8')
          receiver.received.push(read(receiver.secret, request.headers, text))
          response.writeHead(receiver.answer).end()
        })
      })
      await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
      port = (server.address() as AddressInfo).port
    },
  }
  await receiver.revive()
  return receiver
}

/** As the specification tells receivers to do it, written anew here. */
function read(secret: string, headers: NodeJS.Dict<string | string[]>, text: string): Received {
  const id = String(headers['webhook-id'])
  const timestamp = String(headers['webhook-timestamp'])
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest()
  const given = Buffer.from(String(headers['webhook-signature']).replace('v1,', ''), 'base64')
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 300
  const signed = isFresh && given.length === expected.length && timingSafeEqual(given, expected)
  const { type, data } = JSON.parse(text)
  return { id, type, data, text, signed }
}
