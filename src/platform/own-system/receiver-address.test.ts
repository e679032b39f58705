import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guardedLookup, isDevelopment, mayReach, readAddress } from './receiver-address.ts'

const codeOf = (text: string, development = false) => {
  const read = readAddress(text, development)
  return read.ok ? 'ok' : read.problem.code
}

test('a message goes to https on the open internet', () => {
  assert.equal(codeOf('https://system.example.com/krom?x=1'), 'ok')
  assert.equal(codeOf('https://93.184.216.34/krom'), 'ok')
  for (const text of [
    'http://system.example.com',
    'ftp://system.example.com',
    'https://name:secret@system.example.com',
    'https://system.example.com/#here',
    'system.example.com',
    `https://system.example.com/${'x'.repeat(600)}`,
  ])
    assert.equal(codeOf(text), 'webhook-address-not-valid', text)
})

test('and never into a closed network, however its address is written', () => {
  for (const text of [
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.0.10/',
    'https://169.254.169.254/latest',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[2002:7f00:1::]/',
  ])
    assert.equal(codeOf(text), 'webhook-address-private', text)
})

test('in development this machine may be told too, and nothing else that is closed', () => {
  assert.equal(codeOf('http://127.0.0.1:8080/hook', true), 'ok')
  assert.equal(codeOf('http://localhost:8080/hook', true), 'ok')
  assert.equal(codeOf('http://[::1]:8080/hook', true), 'ok')
  assert.equal(codeOf('https://10.0.0.1/', true), 'webhook-address-private')
  assert.equal(isDevelopment({}), true)
  assert.equal(isDevelopment({ KROM_OIDC_ISSUER: 'https://broker.example.com' }), false)
})

test('what is no IP address is nowhere to go', () => {
  assert.equal(mayReach('system.example.com', true), false)
  assert.equal(mayReach('8.8.8.8', false), true)
  assert.equal(mayReach('2606:2800:220:1::1', false), true)
})

test('a name that leads to this machine is refused when it is looked up, unless in development', async () => {
  const lookUp = (development: boolean) =>
    new Promise<string>((resolve) => {
      guardedLookup(development)('localhost', { all: true }, (error, found) =>
        resolve(error ? error.message : JSON.stringify(found)),
      )
    })
  assert.equal(await lookUp(false), 'the name leads into a closed network')
  assert.match(await lookUp(true), /127\.0\.0\.1|::1/)
})
