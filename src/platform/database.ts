import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/** The open transaction as Kysely sees it; SQL is written with Kysely's `sql` tag, typed by its row. */
export type Db = Kysely<unknown>
export type Client = pg.PoolClient
export type Pool = pg.Pool

const types = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
  [pg.types.builtins.INT8, exactNumber],
  [pg.types.builtins.NUMERIC, Number],
  [1182, textArray],
])

function exactNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a safe integer`)
  return value
}

function textArray(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',')
}

/** Days come as 'YYYY-MM-DD' text, moments as RFC 3339 in UTC, whole numbers exactly. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === 'binary'
      ? pg.types.getTypeParser(oid, 'binary')
      : (types.get(oid) ?? pg.types.getTypeParser(oid))) as never,
}

/** A pool of connections to `url`; `max` bounds what this process takes of the server. */
export function openPool(url: string, max = 10): Pool {
  const pool = new pg.Pool({ connectionString: url, max, types: typeParsers, application_name: 'krom' })
  pool.on('error', () => {
    // An idle connection that the server ended is replaced at the next use; a request in flight reports its own error.
  })
  return pool
}

/** Kysely bound to one held connection, so that every statement runs in the transaction open on it. */
export function boundTo(client: pg.ClientBase): Db {
  const held = Object.assign(Object.create(client), { query: client.query.bind(client), release: () => undefined })
  return new Kysely({
    dialect: new PostgresDialect({ pool: { connect: async () => held, end: async () => undefined, options: {} } }),
  })
}
