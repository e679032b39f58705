import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { identityOf, isAlive } from './postgres/process-identity.ts'
import { placesIn, type TestServer } from './test-server.ts'

const run = promisify(execFile)
const module = join(import.meta.dirname, 'test-database.ts')
let temporary: string

before(() => {
  temporary = mkdtempSync(join(tmpdir(), 'krom-shared-'))
  chmodSync(temporary, 0o755)
})

after(async () => {
  await inProcess('await stopTestServer()')
  rmSync(temporary, { recursive: true })
})

/** A test process with a shared server apart from everybody else's: the folder hangs on the temporary folder. */
async function inProcess(program: string): Promise<string> {
  const imports = `const { testDatabase, stopTestServer } = await import(${JSON.stringify(module)})\n`
  const { KROM_TEST_DATABASE_URL: _, ...inherited } = process.env
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', imports + program], {
    env: { ...inherited, TMPDIR: temporary },
  })
  return stdout.trim()
}

const useOne = `
  const database = await testDatabase()
  console.log(new URL(database.ownerUrl).port)
  await database.drop()`

function serverNow(): TestServer {
  const [folder] = readdirSync(temporary)
  return JSON.parse(readFileSync(placesIn(join(temporary, folder ?? '')).ready, 'utf8')) as TestServer
}

test('test processes that start at once share one server', async () => {
  const ports = await Promise.all([1, 2, 3].map(() => inProcess(useOne)))
  assert.equal(new Set(ports).size, 1, ports.join(' '))
  assert.equal(readdirSync(temporary).length, 1)
})

test('a shared server that was killed is replaced', async () => {
  const { host } = serverNow()
  process.kill(host.pid, 'SIGKILL')
  assert.match(await inProcess(useOne), /^\d+$/)
  assert.notEqual(serverNow().host.pid, host.pid)
})

test('the server is left alone while somebody tests, and gone with its folder when the last one stops it', async () => {
  await inProcess(`${useOne}\nawait stopTestServer()`)
  assert.deepEqual(readdirSync(temporary), [])

  const { host } = JSON.parse(
    await inProcess(`
      const { readFileSync, readdirSync } = await import('node:fs')
      const { execFileSync } = await import('node:child_process')
      const database = await testDatabase()
      const stop = 'const { stopTestServer } = await import(${JSON.stringify(module)}); await stopTestServer()'
      execFileSync(process.execPath, ['--input-type=module', '-e', stop])
      const folder = readdirSync(process.env.TMPDIR)[0]
      console.log(readFileSync(process.env.TMPDIR + '/' + folder + '/ready.json', 'utf8'))
      await database.drop()`),
  ) as TestServer
  assert.ok(identityOf(host.pid), 'a stop by another process ends nothing while this one tests')
  await inProcess('await stopTestServer()')
  // It lets go of the folder just before it ends.
  for (let asked = 0; asked < 200 && isAlive(host); asked += 1) await wait(50)
  assert.equal(isAlive(host), false)
  assert.deepEqual(readdirSync(temporary), [])
})
