import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { type TestDatabase, testDatabase } from './test-database.ts'

let first: TestDatabase
let second: TestDatabase

before(async () => {
  first = await testDatabase()
  second = await testDatabase()
})

after(async () => {
  await first.drop()
  await second.drop()
})

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.end()
  }
}

test('a test database is migrated and shared with nobody', async () => {
  const migrated = await ask<{ migrated: boolean }>(
    first.ownerUrl,
    'select count(*) > 0 as migrated from public.krom_migration',
  )
  assert.deepEqual(migrated, [{ migrated: true }])
  await ask(first.ownerUrl, 'create table public.mine (a int)')
  const found = await ask(second.ownerUrl, "select 1 from pg_tables where tablename = 'mine'")
  assert.deepEqual(found, [])
})

test('the application is let in as krom_app, which is bound by row-level security', async () => {
  const found = await ask(
    first.appUrl,
    'select current_user as role, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
  )
  assert.deepEqual(found, [
    { role: 'krom_app', rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
  ])
})

test('neither role is past row-level security, and the owner owns its database', async () => {
  const found = await ask(
    first.ownerUrl,
    `select r.rolsuper or r.rolbypassrls as free, pg_has_role(current_user, d.datdba, 'usage') as owns
     from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`,
  )
  assert.deepEqual(found, [{ free: false, owns: true }])
})

test('Swedish letters sort as in Swedish when asked to, and by code point otherwise', async () => {
  const sorted = await ask<{ names: string }>(
    first.appUrl,
    `select string_agg(name, ' ' order by name collate "sv-x-icu") as names from unnest(array['ö', 'ä', 'å', 'z', 'W', 'v']) name`,
  )
  assert.deepEqual(sorted, [{ names: 'v W z å ä ö' }])
})
