import { type Client, escapeIdentifier, escapeLiteral } from 'pg'
import { errorCode, StartFailure } from '../failure.ts'
import { connect } from './address.ts'

/** The role that the application connects as: no superuser, no BYPASSRLS, owns nothing. Migrations grant to this name. */
export const APP_ROLE = 'krom_app'

/** The owner's role on an embedded server. With DATABASE_URL it may have any name, so migrations never use this one. */
export const OWNER_ROLE = 'krom_owner'

/** The oldest PostgreSQL that Krom is tested with. */
const OLDEST_MAJOR = 18

/** Makes the owner's role and its database where they are missing. `client` is the superuser's. */
export async function makeOwner(client: Client, password: string, database: string): Promise<void> {
  const role = await client.query('select 1 from pg_roles where rolname = $1', [OWNER_ROLE])
  if (role.rowCount === 0) await client.query(`create role ${OWNER_ROLE} login password ${escapeLiteral(password)}`)
  const found = await client.query('select 1 from pg_database where datname = $1', [database])
  if (found.rowCount === 0) await client.query(`create database ${escapeIdentifier(database)} owner ${OWNER_ROLE}`)
}

/**
 * Sees to it that `krom_app` opens the database with this password: made where it is missing, given this password
 * where it has another. Two that start at once may both try; the later only repeats the same.
 *
 * @param client one that may make roles, or else the role must be there already
 */
export async function makeAppRole(client: Client, appUrl: string, password: string): Promise<void> {
  if (await opens(appUrl)) return
  const found = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  const rights = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication'
  try {
    if (found.rowCount === 0)
      await client.query(`create role ${APP_ROLE} ${rights} password ${escapeLiteral(password)}`)
    else await client.query(`alter role ${APP_ROLE} login password ${escapeLiteral(password)}`)
  } catch (error) {
    if (errorCode(error) !== '42501' && !(await opens(appUrl))) throw error
    if (errorCode(error) === '42501') throw mayNotMakeRole(found.rowCount !== 0)
  }
  if (!(await opens(appUrl))) {
    throw new StartFailure(
      `The role ${APP_ROLE} may not connect to the database, though its password is right: grant it CONNECT and let it in through pg_hba.conf.`,
    )
  }
}

function mayNotMakeRole(exists: boolean): StartFailure {
  return exists
    ? new StartFailure(
        `The role ${APP_ROLE} is there but is not this owner's to change: give its address in DATABASE_APP_URL (docs/OPERATIONS.md).`,
      )
    : new StartFailure(
        `The role in DATABASE_URL may not make the role ${APP_ROLE}: give it CREATEROLE, or make ${APP_ROLE} yourself and give its address in DATABASE_APP_URL (docs/OPERATIONS.md).`,
      )
}

/** Whether the address lets one in. */
export async function opens(url: string): Promise<boolean> {
  try {
    const client = await connect(url, 'DATABASE_URL')
    await client.end()
    return true
  } catch (error) {
    if (error instanceof StartFailure) return false
    throw error
  }
}

/**
 * Refuses a server or an owner that Krom cannot stand on: too old, not UTF-8, no Swedish sorting, an owner past
 * row-level security, a role that does not own the database.
 */
export async function checkOwner(client: Client): Promise<void> {
  const { rows } = await client.query<{
    major: number
    version: string
    encoding: string
    swedish: boolean
    user: string
    free: boolean
    owns: boolean
    database: string
  }>(`
    select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding,
      exists (select 1 from pg_collation where collname = 'sv-x-icu') as swedish,
      current_user as user, r.rolsuper or r.rolbypassrls as free,
      pg_has_role(current_user, d.datdba, 'usage') as owns, current_database() as database
    from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`)
  const found = rows[0]
  if (!found) throw new Error('A role that does not see itself')
  if (found.major < OLDEST_MAJOR) {
    throw new StartFailure(`DATABASE_URL: this is PostgreSQL ${found.version}; Krom needs ${OLDEST_MAJOR} or later.`)
  }
  if (found.encoding !== 'UTF8' || !found.swedish) {
    throw new StartFailure(
      `DATABASE_URL: the database ${found.database} must have the encoding UTF8 and a server built with ICU.`,
    )
  }
  if (found.free) {
    throw new StartFailure(
      `DATABASE_URL: ${found.user} is a superuser or has BYPASSRLS, which row-level security does not bind: use an ordinary role that owns the database (docs/OPERATIONS.md).`,
    )
  }
  if (!found.owns) {
    throw new StartFailure(
      `DATABASE_URL: ${found.user} does not own the database ${found.database}: run ALTER DATABASE ${found.database} OWNER TO ${found.user}.`,
    )
  }
}

/** Refuses an application's role that row-level security does not bind, or that the grants do not reach. */
export async function checkAppRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ user: string; free: boolean; member: boolean }>(`
    select current_user as user, r.rolsuper or r.rolbypassrls as free,
      exists (select 1 from pg_roles k where k.rolname = '${APP_ROLE}' and pg_has_role(current_user, k.oid, 'usage')) as member
    from pg_roles r where r.rolname = current_user`)
  const found = rows[0]
  if (!found || found.free || !found.member) {
    throw new StartFailure(
      `DATABASE_APP_URL: the role ${found?.user ?? ''} must be ${APP_ROLE} or a member of it, without SUPERUSER and BYPASSRLS (docs/OPERATIONS.md).`,
    )
  }
}
