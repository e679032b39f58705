import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { newSecret, signedHeaders } from './signature.ts'

test('the signature is the one that Standard Webhooks gives as its example', () => {
  const headers = signedHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1614265330,
    body: '{"test": 2432232314}',
  })
  assert.equal(headers['webhook-signature'], 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  assert.deepEqual(
    [headers['webhook-id'], headers['webhook-timestamp']],
    ['msg_p5jXN8AQM9LWM0D4loKWxJek', '1614265330'],
  )
})

test('the check that the documentation gives takes what is ours and fresh, and nothing else', async () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'OWN-SYSTEM.md'), 'utf8')
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? []
  const { isFromKrom } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  const secret = newSecret()
  const body = '{"type":"plan.approved"}'
  const headers = signedHeaders(secret, { id: 'a', timestamp: 1000, body })
  assert.equal(isFromKrom(headers, body, secret, 1299), true)
  assert.equal(isFromKrom(headers, body, secret, 1301), false, 'too old')
  assert.equal(isFromKrom(headers, `${body} `, secret, 1000), false)
  assert.equal(isFromKrom(headers, body, newSecret(), 1000), false)
})

test('secrets are new each time and sign differently', () => {
  const [one, other] = [newSecret(), newSecret()]
  assert.notEqual(one, other)
  assert.match(one, /^whsec_[A-Za-z0-9+/]{43}=$/)
  const message = { id: 'a', timestamp: 1, body: '{}' }
  const key = Buffer.from(one.slice(6), 'base64')
  const expected = createHmac('sha256', key).update('a.1.{}').digest('base64')
  assert.equal(signedHeaders(one, message)['webhook-signature'], `v1,${expected}`)
  assert.notEqual(signedHeaders(other, message)['webhook-signature'], `v1,${expected}`)
})
