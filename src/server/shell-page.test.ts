import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { shellPage } from './shell-page.ts'

const page = '<html><head><script>early()</script><script src="/assets/shell.js"></script></head></html>'
const manifest = {
  'index.html': { file: 'assets/shell.js', css: ['assets/shell.css'], imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js' },
  '_strip.js': { file: 'assets/strip.js', dynamicImports: ['src/language/texts/offline.sv.ts'] },
  'src/roles/participant/index.tsx': {
    file: 'assets/participant.js',
    css: ['assets/participant.css'],
    imports: ['_shared.js', '_strip.js'],
  },
  'src/roles/caseworker/index.tsx': { file: 'assets/caseworker.js', imports: ['_shared.js'] },
  ...Object.fromEntries(
    [
      'shell.sv',
      'shell.en',
      'shell.ar',
      'participant.sv',
      'participant.ar',
      'caseworker.sv',
      'caseworker.en',
      'offline.sv',
    ].map((name) => [`src/language/texts/${name}.ts`, { file: `assets/${name}.js` }]),
  ),
}

describe('the page of the signed-in web', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'krom-shell-'))
    mkdirSync(join(folder, '.vite'))
    writeFileSync(join(folder, 'index.html'), page)
    writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest))
  })
  after(() => rmSync(folder, { recursive: true }))

  const named = (path: string, language: 'sv' | 'ar') =>
    [
      ...shellPage(folder)
        .at(path, language)
        .matchAll(/<link [^>]*href="\/assets\/([^"]+)"/g),
    ].map(([, file]) => file)

  test('names what the role’s first screen will ask for, in the reader’s language, and nothing twice', () => {
    assert.deepEqual(named('/app/participant/month?month=2022-09', 'sv'), [
      'shell.sv.js',
      'participant.sv.js',
      'offline.sv.js',
      'participant.js',
      'strip.js',
      'participant.css',
    ])
    assert.deepEqual(named('/app/participant', 'ar').slice(0, 2), ['shell.ar.js', 'participant.ar.js'])
  })

  test('falls back for a role that does not speak the language', () => {
    assert.deepEqual(named('/app/caseworker', 'ar'), ['shell.ar.js', 'caseworker.en.js', 'caseworker.js'])
  })

  test('is the page as it is where no role is meant', () => {
    for (const path of ['/app', '/app/rules', '/app/nobody']) assert.equal(shellPage(folder).at(path, 'sv'), page)
  })

  test('gives the hash of the script in it, and of no other', () => {
    const hash = createHash('sha256').update('early()').digest('base64')
    assert.deepEqual(shellPage(folder).scriptHashes, [`'sha256-${hash}'`])
  })

  test('is empty without a build', () => {
    assert.equal(shellPage(join(folder, 'nowhere')).at('/app', 'sv'), '')
  })
})
