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
