import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { ok } from '../src/kernel/result.ts'
import { withAreas } from '../src/modules/assessment/testing.ts'
import { aReferredPerson } from '../src/modules/decision/testing.ts'
import { flow } from '../src/modules/flow.ts'
import { type TestWorld, testWorld } from '../src/platform/testing.ts'

const schemas = ['platform', ...flow]

describe('the second wall', () => {
  let world: TestWorld
  before(async () => {
    world = await testWorld()
  })
  after(() => world.drop())

  const names = async (sql: string) => (await world.rows<{ name: string }>(sql, [schemas])).map((row) => row.name)

  test('every table that names a person is under forced row-level security', async () => {
    const tables = await names(`
      select distinct c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       where n.nspname = any ($1) and c.relkind in ('r', 'p') and a.attname in ('person_id', 'person_ids') and not a.attisdropped`)
    assert.ok(tables.length > 20, `only ${tables.length} tables read`)
    const bare = await names(`
      select distinct c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       where n.nspname = any ($1) and c.relkind in ('r', 'p') and a.attname in ('person_id', 'person_ids') and not a.attisdropped
         and not (c.relrowsecurity and c.relforcerowsecurity) and c.oid <> 'platform.access'::regclass
         and has_table_privilege('krom_app', c.oid, 'select, insert, update, delete')`)
    assert.deepEqual(bare, [])
  })

  test('every view asks as its reader, not as its owner', async () => {
    const views = await names(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1) and c.relkind = 'v'`,
    )
    assert.ok(views.length > 10, `only ${views.length} views read`)
    const own = await names(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any ($1) and c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'] or c.reloptions @> array['security_invoker=on'], false)`)
    assert.deepEqual(own, [])
  })

  test('the app owns nothing, is no superuser and bypasses nothing', async () => {
    const owned = await world.rows(
      `select 1 from pg_class where relowner = 'krom_app'::regrole union all select 1 from pg_proc where proowner = 'krom_app'::regrole`,
    )
    assert.equal(owned.length, 0)
    const [role] = await world.rows<{ rolsuper: boolean; rolbypassrls: boolean }>(
      `select rolsuper, rolbypassrls from pg_roles where rolname = 'krom_app'`,
    )
    assert.deepEqual(role, { rolsuper: false, rolbypassrls: false })
  })

  test('functions that run with the owner’s rights name their search path', async () => {
    const loose = await names(`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = any ($1) and p.prosecdef and not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%')`)
    assert.deepEqual(loose, [])
  })

  test('policies refer to nothing but the table itself and platform.access', async () => {
    const other = await world.rows<{ name: string; mentions: string }>(
      `select p.polrelid::regclass::text || ' ' || p.polname as name, d.refobjid::regclass::text as mentions
         from pg_policy p join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_class'::regclass
         join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any ($1) and d.refobjid not in (p.polrelid, 'platform.access'::regclass)`,
      [schemas],
    )
    assert.deepEqual(other, [])
  })

  test('without a session, and for a provider who has not got the person, no row of any person is read', async () => {
    await withAreas(world)
    await aReferredPerson(world)
    const tables = await names(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any ($1) and c.relkind in ('r', 'p') and c.relrowsecurity and has_table_privilege('krom_app', c.oid, 'select')
         and c.oid <> 'platform.user_account'::regclass`)
    const filled = await Promise.all(tables.map((table) => world.rows(`select 1 from ${table} limit 1`)))
    assert.ok(filled.filter((rows) => rows.length > 0).length > 8, 'too few tables hold a row to say anything')
    const stranger = await world.anActor('adviser', {
      organisationId: await world.anOrganisation('provider', 'Provbolaget'),
    })
    for (const table of tables) {
      assert.equal(
        (await world.appPool.query(`select 1 from ${table} limit 1`)).rowCount,
        0,
        `${table} without a session`,
      )
      const seen = await world.must(stranger, async (context) =>
        ok((await sql.raw(`select 1 from ${table} limit 1`).execute(context.db)).rows.length),
      )
      assert.equal(seen, 0, `${table} for a stranger`)
    }
  })
})
