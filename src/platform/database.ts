import type { Socket } from 'node:net'
import { availableParallelism } from 'node:os'
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
const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === 'binary'
      ? pg.types.getTypeParser(oid, 'binary')
      : (types.get(oid) ?? pg.types.getTypeParser(oid))) as never,
}

/**
 * How many connections an app process takes: as many as the machine can keep busy. More only turn each other out of its
 * caches; requests beyond wait here, which is cheaper than in the database.
 */
export const appConnections = 2 * availableParallelism() + 2

/**
 * A pool of connections to `url`; `max` bounds what this process takes of the server. Statements given without waiting for
 * the one before travel together (pipelining).
 */
export function openPool(url: string, max = 10): Pool {
  const pool = new pg.Pool({ connectionString: url, max, types: typeParsers, application_name: 'krom', pipeline: true })
  pool.on('error', () => {
    // An idle connection that the server ended is replaced at the next use; a request in flight reports its own error.
  })
  pool.on('connect', (client) => {
    // One that is in use tells its error to whoever asked; untold besides, it would end the process.
    client.on('error', () => undefined)
  })
  return pool
}

type Wired = { readonly connection: { readonly stream: Socket } }

/**
 * Sends what `send` asks of the connection as one packet, so that the server wakes once for all of it. Give the statements
 * without waiting in between and wait for all of them: the first that fails is the one to tell of.
 */
export function together<T>(client: Client, send: () => Promise<T>): Promise<T> {
  const { stream } = (client as unknown as Wired).connection
  stream.cork()
  try {
    return send()
  } finally {
    stream.uncork()
  }
}

const mostPrepared = 500
const prepared = new Map<string, string>()

/**
 * A statement with values as the driver takes it, under a name, so that the server parses and plans it once a connection:
 * planning the views with row-level security costs more than running them. Texts beyond the first few hundred stay
 * unprepared, and so do those without values: no statement may be spelled out with its values.
 */
export function preparedQuery(text: string, values: readonly unknown[]): pg.QueryConfig {
  const query = { text, values: [...values] }
  if (values.length === 0) return query
  const known = prepared.get(text)
  if (known !== undefined) return { ...query, name: known }
  if (prepared.size >= mostPrepared) return query
  const name = `krom_${prepared.size}`
  prepared.set(text, name)
  return { ...query, name }
}

const bound = new WeakMap<pg.ClientBase, Db>()

/** Kysely bound to one held connection, so that every statement runs in the transaction open on it. */
export function boundTo(client: pg.ClientBase): Db {
  const known = bound.get(client)
  if (known) return known
  const { stream } = (client as unknown as Wired).connection
  const query = (text: string, values: readonly unknown[]) => {
    // What is asked side by side is sent as one packet: `nextTick` comes after all that runs without waiting.
    stream.cork()
    process.nextTick(() => stream.uncork())
    return client.query(preparedQuery(text, values))
  }
  const held = Object.assign(Object.create(client), { query, release: () => undefined })
  const db: Db = new Kysely({
    dialect: new PostgresDialect({ pool: { connect: async () => held, end: async () => undefined, options: {} } }),
  })
  bound.set(client, db)
  return db
}
