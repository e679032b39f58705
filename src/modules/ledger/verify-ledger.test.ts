import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { month } from '../../kernel/day.ts'
import type { CaseId, ContractId, OrganisationId, StatementId } from '../../kernel/ids.ts'
import { newId } from '../../platform/new-id.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { type TestStatement, writeReturn, writeStatement } from '../compensation/testing.ts'
import { bookReturn, bookStatement, closePeriod, sealLedger, verifyLedger } from './index.ts'

interface Column {
  table: string
  name: string
  type: string
}

/** Another value of the column's type, one byte or sign away. */
const otherValue: Readonly<Record<string, (name: string) => string>> = {
  text: (name) => `overlay(${name} placing case left(${name}, 1) when 'x' then 'y' else 'x' end from 1 for 1)`,
  uuid: (name) =>
    `overlay(${name}::text placing case right(${name}::text, 1) when '0' then '1' else '0' end from 36)::uuid`,
  int4: (name) => `${name} + 1`,
  int8: (name) => `${name} + 1`,
  bytea: (name) => `set_byte(${name}, 0, get_byte(${name}, 0) # 1)`,
  timestamptz: (name) => `${name} + interval '1 microsecond'`,
  xid8: (name) => `(${name}::text::bigint + 1)::text::xid8`,
  _uuid: (name) => `${name} || uuidv7()`,
}

describe('./krom ledger verify', () => {
  let world: TestWorld
  let columns: Column[]
  const statements: TestStatement[] = []

  before(async () => {
    world = await testWorld({ today: '2022-05-11' })
    for (const each of ['2022-03', '2022-04']) {
      const statement = aStatement(each)
      statements.push(statement)
      await world.must(systemActor, async (context) => {
        await writeStatement(context, statement)
        return bookStatement(context, statement)
      })
      await world.must(systemActor, (context) => closePeriod(context, { month: month(each) }))
      await sealAll()
    }
    const returned = aStatement('2022-05')
    await world.must(systemActor, async (context) => {
      await writeStatement(context, returned)
      await bookStatement(context, returned)
      await writeReturn(context, returned)
      return bookReturn(context, returned)
    })
    await sealAll()
    columns = await world.rows<Column>(
      `select c.relname as table, a.attname as name, t.typname as type
         from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
        where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`,
    )
  })
  after(() => world.drop())

  /** Seals until nothing is left: a transaction that others still have running, in whatever database, puts it off. */
  async function sealAll(): Promise<void> {
    do await sealLedger(world.ownerPool)
    while ((await verifyLedger(world.ownerPool)).unsealed > 0)
  }

  function aStatement(of: string): TestStatement {
    const line = { kind: 'outcome_payment', of: '2022-01-03' } as const
    return {
      statementId: newId<StatementId>(),
      providerId: newId<OrganisationId>(),
      contractId: newId<ContractId>(),
      month: month(of),
      lines: [
        { caseId: newId<CaseId>(), amountOre: 121_000 },
        { caseId: newId<CaseId>(), amountOre: 44_367 },
        { caseId: newId<CaseId>(), amountOre: 2_030_000, ...line, claimIds: [newId<string>()] },
      ],
    }
  }

  /** Takes every lock off the tables, as somebody who owns the database can, does the damage, looks, and undoes all of it. */
  async function faultsAfter(damage: string, unlocked = unlock): Promise<string[]> {
    const client = await world.ownerPool.connect()
    try {
      await client.query('begin')
      await client.query(unlocked)
      const done = await client.query(damage)
      assert.equal(done.rowCount, 1, damage)
      const pool = { connect: async () => ({ query: asNested(client), release: () => undefined }) }
      const { faults } = await verifyLedger(pool as never)
      return faults.map((each) => `${each.table} ${each.row} ${each.because}`)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  test('finds nothing where nothing is wrong, and says what it looked at', async () => {
    const { faults, seals, sealed, unsealed, postings, head } = await verifyLedger(world.ownerPool)
    assert.deepEqual(faults, [])
    // Three periods and four transactions; a return has as many postings as its statement.
    assert.deepEqual([sealed, unsealed, postings], [7, 0, 12])
    assert.ok(seals >= 3)
    assert.match(head ?? '', /^[0-9a-f]{64}$/)
  })

  test('one byte changed in any column of any table is found, and the row is named', async () => {
    assert.ok(columns.length > 45, `only ${columns.length} columns read`)
    const keys: Record<string, string> = {
      period: 'month',
      transaction: 'id::text',
      posting: "transaction_id || '/' || number",
      fingerprint: "what || ' ' || key",
      seal: 'number::text',
    }
    for (const { table, name, type } of columns) {
      const key = keys[table]
      assert.ok(key, `no key for ${table}`)
      const [row] = await world.rows<{ ctid: string; key: string; filled: string | null }>(
        `select ctid::text as ctid, ${key} as key, ${name}::text as filled from ledger.${table} where nullif(${name}::text, '\\x') is not null
          order by ${key} limit 1`,
      )
      const change = row ? otherValue[type]?.(name) : emptyValue(type)
      assert.ok(change, `no other value of ${type}`)
      const place = row ? `ctid = '${row.ctid}'` : `ctid = (select min(ctid) from ledger.${table})`
      const faults = await faultsAfter(`update ledger.${table} set ${name} = ${change} where ${place}`)
      const named = faults.filter((each) => each.startsWith(`${table} ${row?.key ?? ''}`))
      const isKey = ['key', 'what'].includes(name) || key.includes(name)
      assert.ok(isKey ? faults.length > 0 : named.length > 0, `${table}.${name}: ${JSON.stringify(faults)}`)
    }
  })

  test('a row that is taken away is found, and named by what is left of it', async () => {
    for (const [table, key, named] of [
      ['posting', "transaction_id || '/' || number", 'posting KEY missing'],
      ['transaction', 'id::text', 'transaction KEY missing'],
      ['period', 'month', 'period KEY missing'],
      ['fingerprint', "what || ' ' || key", 'fingerprint KEY missing'],
      ['seal', 'number::text', 'seal KEY missing'],
    ] as const) {
      const [row] = await world.rows<{ ctid: string; key: string }>(
        `select ctid::text as ctid, ${key} as key from ledger.${table} order by 2 limit 1`,
      )
      const faults = await faultsAfter(`delete from ledger.${table} where ctid = '${row?.ctid}'`)
      assert.ok(faults.includes(named.replace('KEY', row?.key ?? '')), `${table}: ${JSON.stringify(faults)}`)
    }
  })

  test('a row that is put in is found and named', async () => {
    const [transaction] = await world.rows<{ id: string }>('select id from ledger.transaction order by id limit 1')
    const added = await faultsAfter(
      `insert into ledger.posting select (jsonb_populate_record(p, '{"number": 4}')).* from ledger.posting p
        where p.transaction_id = '${transaction?.id}' and number = 1`,
    )
    assert.ok(added.includes(`posting ${transaction?.id}/4 added`), JSON.stringify(added))
    const id = newId<string>()
    const whole = await faultsAfter(
      `insert into ledger.transaction select (jsonb_populate_record(t, '{"id": "${id}", "statement_id": "${id}"}')).* from ledger.transaction t
        where id = '${transaction?.id}'`,
    )
    assert.ok(whole.includes(`transaction ${id} added`), JSON.stringify(whole))
    const month = await faultsAfter(
      `insert into ledger.period select (jsonb_populate_record(p, '{"month": "2019-01"}')).* from ledger.period p where previous is null`,
    )
    assert.ok(month.includes('period 2019-01 added'), JSON.stringify(month))
    const seal = await faultsAfter(
      'insert into ledger.seal select 99, to_transaction, to_transaction, 0, hash, sealed_at from ledger.seal order by number desc limit 1',
    )
    assert.ok(seal.includes('seal 99 changed'), JSON.stringify(seal))
  })

  test('a statement’s line that is no longer what was posted is found in the statement too', async () => {
    const [line] = await world.rows<{ id: string }>('select id from compensation.entitlement_line order by id limit 1')
    const faults = await faultsAfter(
      `update compensation.entitlement_line set amount_ore = amount_ore + 1, entitled_ore = entitled_ore + 1 where id = '${line?.id}'`,
      'alter table compensation.entitlement_line disable trigger user',
    )
    assert.deepEqual(faults, [`line ${line?.id} not-as-posted`])
  })

  test('what was booked past the constraints is found before it is sealed', async () => {
    const id = newId<string>()
    const faults = await faultsAfter(
      `insert into ledger.transaction (id, what, statement_id, step, provider_id, contract_id, period, total_ore, amount_ore, before_ore, owed_ore, recorded_at)
       select '${id}', 'statement', '${id}', 1, provider_id, contract_id, period, 5, 5, 0, 5, recorded_at from ledger.transaction limit 1`,
    )
    assert.deepEqual(faults.sort(), [`statement ${id} not-posted`, `transaction ${id} not-its-postings`])
  })
})

const emptyValue = (type: string): string | undefined =>
  ({ uuid: 'uuidv7()', text: "'x'", _uuid: 'array[uuidv7()]', int4: '1', int8: '1', bytea: "'x'" })[type]

/** Runs inside the transaction that holds the damage: what would begin or end another is left out. */
function asNested(client: { query: (text: string, values?: unknown[]) => Promise<unknown> }) {
  return (text: string, values?: unknown[]) =>
    /^(begin|rollback)/.test(text) ? client.query("set local timezone = 'UTC'") : client.query(text, values)
}

const unlock = `do $$
declare
  held record;
begin
  for held in select t.tgrelid::regclass as place, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
               where c.relnamespace = 'ledger'::regnamespace and not t.tgisinternal loop
    execute format('drop trigger %I on %s', held.tgname, held.place);
  end loop;
  for held in select n.conrelid::regclass as place, n.conname from pg_constraint n join pg_class c on c.oid = n.conrelid
               where c.relnamespace = 'ledger'::regnamespace and n.contype in ('f', 'c', 'u', 'p', 't') order by n.contype <> 'f' loop
    execute format('alter table %s drop constraint if exists %I cascade', held.place, held.conname);
  end loop;
  for held in select a.attrelid::regclass as place, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
               where c.relnamespace = 'ledger'::regnamespace and a.attgenerated <> '' loop
    execute format('alter table %s alter column %I drop expression', held.place, held.attname);
  end loop;
end $$`
