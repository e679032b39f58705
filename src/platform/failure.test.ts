import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { asPortFailure, asStartFailure, StartFailure } from './failure.ts'
import { openDatabase } from './postgres/open-database.ts'

test('a port that is taken is one sentence that names it and another', async () => {
  const taker = createServer().listen(0, '127.0.0.1')
  await once(taker, 'listening')
  const address = taker.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const second = createServer().listen(port, '127.0.0.1')
  const [error] = await once(second, 'error')
  const failure = asPortFailure(error, port)
  assert.ok(failure instanceof StartFailure)
  assert.equal(
    failure.message,
    `Port ${port} is taken by another program: stop it, or choose another with PORT=${port + 1}.`,
  )
  taker.close()
})

test('a full disk is told alike, whether the system or the database noticed', () => {
  for (const code of ['ENOSPC', '53100']) {
    const failure = asStartFailure(Object.assign(new Error('no'), { code }), '/data')
    assert.ok(failure instanceof StartFailure)
    assert.match(failure.message, /^The disk that holds \/data is full/)
  }
})

test('an unknown error stays what it is, so that a bug is never dressed as a sentence', () => {
  const bug = new TypeError('a bug')
  assert.equal(asStartFailure(bug, '/data'), bug)
  assert.equal(asPortFailure(bug, 3000), bug)
})

test('a data folder that is a file is one sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'krom-failure-'))
  try {
    const dataFolder = join(folder, 'file')
    writeFileSync(dataFolder, '')
    await assert.rejects(openDatabase({ dataFolder, log: () => undefined }), (error) => {
      assert.ok(error instanceof StartFailure, String(error))
      assert.match(error.message, /file is not a folder/)
      return true
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
