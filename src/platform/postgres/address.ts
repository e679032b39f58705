import { Client } from 'pg'
import { errorCode, errorText, StartFailure } from '../failure.ts'

const CONNECT_MILLIS = 8_000

/** The address with another user and, where given, another database. */
export function addressFor(url: string, user: string, password: string, database?: string): string {
  const address = new URL(url)
  address.username = encodeURIComponent(user)
  address.password = encodeURIComponent(password)
  if (database !== undefined) address.pathname = `/${encodeURIComponent(database)}`
  return address.href
}

/** The same address, another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${encodeURIComponent(database)}`
  return address.href
}

/**
 * A PostgreSQL address read from a setting.
 *
 * @param setting its name, for the sentence when it cannot be read
 */
export function parseAddress(url: string, setting: string): URL {
  const address = URL.canParse(url) ? new URL(url) : null
  const known = address?.protocol === 'postgres:' || address?.protocol === 'postgresql:'
  if (!address || !known || !address.hostname || !address.username || address.pathname.length < 2) {
    throw new StartFailure(`${setting} should look like postgres://user:password@host:5432/database, and does not.`)
  }
  return address
}

/** The address as it may be shown: without the password. */
function shown(address: URL): string {
  return `${address.hostname}:${address.port || 5432}`
}

/**
 * Connects, or tells in one sentence why not.
 *
 * @param setting where the address comes from, as the reader knows it
 */
export async function connect(url: string, setting: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MILLIS })
  // A connection that breaks later shows at its next query; without a listener it would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    throw connectFailure(error, parseAddress(url, setting), setting)
  }
}

/** The sentence for a connection that failed; errors we do not know come back as they are. */
function connectFailure(error: unknown, address: URL, setting: string): unknown {
  const user = decodeURIComponent(address.username)
  const database = decodeURIComponent(address.pathname.slice(1))
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return new StartFailure(
        `${setting}: ${shown(address)} does not let ${user} in (${errorText(error)}): check the user and the password.`,
      )
    case '3D000':
      return new StartFailure(
        `${setting}: there is no database ${database} at ${shown(address)}: create it with CREATE DATABASE ${database} OWNER ${user}.`,
      )
    case '42501':
      return new StartFailure(`${setting}: ${user} may not connect to the database ${database} at ${shown(address)}.`)
    case '53300':
      return new StartFailure(`${setting}: ${shown(address)} takes no more connections (${errorText(error)}).`)
    case '57P03':
      return new StartFailure(`${setting}: ${shown(address)} is starting or stopping: try again in a moment.`)
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'ECONNRESET':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return unreachable(address, setting, errorCode(error))
    default:
      return /timeout|terminated unexpectedly/i.test(errorText(error))
        ? unreachable(address, setting, 'no answer')
        : error
  }
}

function unreachable(address: URL, setting: string, why: string): StartFailure {
  return new StartFailure(
    `${setting}: no PostgreSQL answers at ${shown(address)} (${why}): is it running, is the address right?`,
  )
}
