import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')
const words = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, word]) => word))].sort()

test('what is asked for early is what the participant’s home draws', () => {
  const drawn = words(read('roles/participant/home-screen.tsx'), /useApi<.*>\(`\$\{path\}(\/[a-z-]+)`/g)
  const list = /const needed = \[([\s\S]*?)\]/.exec(read('early.ts'))?.[1] ?? ''
  assert.ok(drawn.length > 3)
  assert.deepEqual(words(list, /['`](\/[a-z-]+)/g), drawn)
})

test('what every other screen of the participant begins with is asked for early too', () => {
  const begins = /ownPersonPath = '([^']+)'/.exec(read('roles/participant/own-case.tsx'))?.[1] ?? ''
  assert.match(begins, /^\/persons/)
  assert.ok(read('early.ts').includes(`Promise.all([session, ask('${begins}')])`))
})

test('a screen that comes when it is opened knows its own address', () => {
  const addresses = /screens: \{([\s\S]*?)\n {2}\}/.exec(read('roles/participant/screens.ts'))?.[1] ?? ''
  const lazy = words(read('roles/participant/lazy-screens.tsx'), /opened\(\s*'(\/[a-z/]+[a-z])'/g)
  assert.ok(lazy.length > 15)
  assert.deepEqual(
    lazy.filter((address) => !addresses.includes(`'${address}'`)),
    [],
  )
})
