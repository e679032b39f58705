import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'

/** Stands in for npm: leaves behind what `npm ci` would, in the way that the test asks for. */
const FAKE_NPM = `
const fs = require('node:fs')
fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n')
fs.rmSync('node_modules', { recursive: true, force: true })
fs.mkdirSync('node_modules/.bin', { recursive: true })
if (process.env.FAKE === 'broken-off') process.exit(1)
if (process.env.FAKE === 'no-scripts') process.exit(0)
const version = process.env.FAKE === 'old' ? 'v22.1.0' : 'v24.0.0'
fs.writeFileSync('node_modules/.bin/node', '#!/bin/sh\\necho ' + version + '\\n', { mode: 0o755 })
`

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'krom-prepare-'))
  mkdirSync(join(root, 'scripts'))
  copyFileSync(join(import.meta.dirname, '..', 'scripts', 'prepare.cjs'), join(root, 'scripts', 'prepare.cjs'))
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(join(root, 'npm.cjs'), FAKE_NPM)
})

afterEach(() => rmSync(root, { recursive: true }))

function prepare(fake = 'good', ...words: string[]): { code: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'prepare.cjs'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(root, 'npm.cjs'), npm_node_execpath: process.execPath, FAKE: fake },
  })
  return { code: status, said: stderr }
}

function npmCalls(): number {
  const calls = join(root, 'npm-calls')
  return existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n').length : 0
}

test('the first start fetches the packages and says so; the second says and does nothing', () => {
  const first = prepare()
  assert.deepEqual([first.code, npmCalls()], [0, 1])
  assert.match(first.said, /^Fetching the packages .* …\n/)
  assert.match(readFileSync(join(root, 'npm-calls'), 'utf8'), /^ci /)
  assert.deepEqual(prepare(), { code: 0, said: '' })
  assert.equal(npmCalls(), 1)
})

test('another lock fetches the packages anew', () => {
  prepare()
  writeFileSync(join(root, 'package-lock.json'), '{ "lockfileVersion": 3 }')
  assert.equal(prepare().code, 0)
  assert.equal(npmCalls(), 2)
})

test('a fetch that is broken off is begun again the next time', () => {
  prepare()
  writeFileSync(join(root, 'package-lock.json'), '{ "lockfileVersion": 3 }')
  const broken = prepare('broken-off')
  assert.equal(broken.code, 1)
  assert.match(broken.said, /npm ci ended with 1/)
  writeFileSync(join(root, 'package-lock.json'), '{}')
  assert.equal(prepare().code, 0)
  assert.equal(npmCalls(), 3)
})

test('install scripts that were ignored, and a Node that is too old, are one sentence each', () => {
  const ignored = prepare('no-scripts')
  assert.equal(ignored.code, 1)
  assert.match(
    ignored.said.trim().split('\n').at(-1) ?? '',
    /is missing or does not run .* run npm ci --ignore-scripts=false\.$/,
  )
  const old = prepare('old')
  assert.equal(old.code, 1)
  assert.match(old.said.trim().split('\n').at(-1) ?? '', /^Krom needs Node 24 and .* is v22\.1\.0: run npm ci\.$/)
})

test('packages fetched by hand are not fetched once more', () => {
  spawnSync(process.execPath, ['npm.cjs', 'ci'], { cwd: root })
  assert.equal(prepare('good', '--stamp').code, 0)
  assert.equal(prepare().code, 0)
  assert.equal(npmCalls(), 1)
})

test('the lock names the optional packages of every platform, without which npm ci refuses it', () => {
  type Entry = { optionalDependencies?: Record<string, string> }
  const path = join(import.meta.dirname, '..', 'package-lock.json')
  const { packages } = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Entry> }
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
  assert.ok(wanted.length > 20)
  const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)))
  assert.deepEqual(
    wanted.filter((name) => !names.has(name)),
    [],
  )
})
