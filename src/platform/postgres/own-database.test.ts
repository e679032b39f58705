import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { StartFailure } from '../failure.ts'
import { ordinaryServer } from '../test-database.ts'
import { addressFor, withDatabase } from './address.ts'
import { openDatabase } from './open-database.ts'

let server: Awaited<ReturnType<typeof ordinaryServer>>
let dataFolder: string

before(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'krom-own-'))
  server = await ordinaryServer()
})

after(async () => {
  await server.stop()
  rmSync(dataFolder, { recursive: true })
})

function open(databaseUrl: string, appDatabaseUrl?: string) {
  return openDatabase({ dataFolder, databaseUrl, appDatabaseUrl, log: () => undefined })
}

async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

async function roleOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ role: string }>('select current_user as role')
  await client.end()
  return rows[0]?.role ?? ''
}

async function refused(databaseUrl: string, sentence: RegExp, appDatabaseUrl?: string): Promise<void> {
  await assert.rejects(open(databaseUrl, appDatabaseUrl), (error) => {
    assert.ok(error instanceof StartFailure, String(error))
    assert.match(error.message, sentence)
    assert.doesNotMatch(error.message, /\n/)
    const password = URL.canParse(databaseUrl) ? new URL(databaseUrl).password : ''
    if (password) assert.equal(error.message.includes(password), false, 'a password is never shown')
    return true
  })
}

test('an ordinary role that owns its database and may make roles is all it takes, time after time', async () => {
  const first = await open(server.url)
  assert.equal(await roleOf(first.appUrl), 'krom_app')
  assert.equal(await roleOf(first.ownerUrl), 'municipality')
  assert.equal(first.embedded, false)
  assert.equal(first.superUrl, undefined)
  await first.stop()
  assert.equal((await open(server.url)).appUrl, first.appUrl, 'every process reaches the same address')
})

test('a krom_app with another password of this owner is given the right one', async () => {
  await open(server.url)
  await run(server.url, "alter role krom_app password 'another'")
  assert.equal(await roleOf((await open(server.url)).appUrl), 'krom_app')
})

test('an address that cannot be read is refused', async () => {
  for (const url of [
    'postgres',
    'mysql://a:hidden-word@localhost/c',
    'postgres://localhost',
    'postgres://a@localhost/',
  ]) {
    await refused(url, /^DATABASE_URL should look like postgres:\/\/user:password@host:5432\/database/)
  }
})

test('a server that does not answer is named', async () => {
  await refused('postgres://a:secret@127.0.0.1:1/c', /no PostgreSQL answers at 127\.0\.0\.1:1 \(ECONNREFUSED\)/)
  await refused('postgres://a:secret@nowhere.invalid/c', /no PostgreSQL answers at nowhere\.invalid:5432/)
})

test('a wrong password is told from a missing database', async () => {
  await refused(addressFor(server.url, 'municipality', 'wrong-password'), /does not let municipality in/)
  await refused(
    withDatabase(server.url, 'nothing'),
    /there is no database nothing at .*: create it with CREATE DATABASE/,
  )
})

test('a superuser is refused, for row-level security does not bind it', async () => {
  await refused(server.superUrl, /postgres is a superuser or has BYPASSRLS/)
})

test('a role that does not own the database is told how to own it', async () => {
  await run(server.url, "create role guest login password 'guest-password'")
  await refused(
    addressFor(server.url, 'guest', 'guest-password'),
    /guest does not own the database employment: run ALTER DATABASE employment OWNER TO guest/,
  )
})

test('an owner that may not make or change krom_app gives its address instead', async () => {
  await run(server.superUrl, 'drop role if exists krom_app', "create role plain login password 'plain-password'")
  await run(server.superUrl, 'create database plain owner plain')
  const url = withDatabase(addressFor(server.url, 'plain', 'plain-password'), 'plain')
  await refused(url, /may not make the role krom_app: give it CREATEROLE/)
  await run(server.superUrl, "create role krom_app login password 'app-password'")
  await refused(url, /not this owner's to change: give its address in DATABASE_APP_URL/)

  const appUrl = addressFor(url, 'krom_app', 'app-password')
  assert.equal((await open(url, appUrl)).appUrl, appUrl)
  await run(server.superUrl, "create role member login password 'member-password' in role krom_app")
  const memberUrl = addressFor(url, 'member', 'member-password')
  assert.equal((await open(url, memberUrl)).appUrl, memberUrl)
  await refused(url, /^DATABASE_APP_URL: the role plain must be krom_app or a member of it/, url)
  await run(server.superUrl, 'drop role krom_app')
})
