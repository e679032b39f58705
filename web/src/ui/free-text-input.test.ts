import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

/** Long texts that are about no person, or where what is sensitive is what the field is for, with the reason. */
const notPointedOut: Readonly<Record<string, string>> = {
  'web/src/roles/administrator/': 'caps and rules, no persons',
  'web/src/roles/overseer/contract-acts.tsx': 'about a provider',
  'web/src/roles/overseer/new-choices.tsx': 'about a provider',
  'web/src/roles/provider/address-words.tsx': 'the provider about itself',
  'web/src/roles/provider/application-rows.tsx': 'the provider about itself',
  'web/src/roles/provider/application-sections.tsx': 'the provider about itself',
  'web/src/roles/provider/withdraw-application.tsx': 'the provider about itself',
  'web/src/roles/provider/mapping-screen.tsx': 'a mapping tells of health as the person tells it, for few eyes',
  'web/src/ui/admission/': 'terms and applications of providers',
  'web/src/ui/fields.tsx': 'the field itself',
  'web/src/ui/free-text-input.tsx': 'the pointing out itself',
  'web/src/ui/model/': 'about a model',
  'web/src/ui/tool/': 'about a tool',
  'web/src/ui/windows/': 'about the windows of a model',
}

const plain = globSync('web/src/**/*.tsx').filter((file) => /\bLongTextInput\b/.test(readFileSync(file, 'utf8')))

test('free texts about persons have sensitive words pointed out before they are saved (programme 12)', () => {
  assert.ok(plain.length > 10, `${plain.length} files`)
  const unmarked = plain.filter(
    (file) =>
      !readFileSync(file, 'utf8').includes('SensitiveNote') &&
      !Object.keys(notPointedOut).some((known) => file.startsWith(known)),
  )
  assert.deepEqual(unmarked, [])
})

test('every exception from it is still a long text', () => {
  const stale = Object.keys(notPointedOut).filter((known) => !plain.some((file) => file.startsWith(known)))
  assert.deepEqual(stale, [])
})
