import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StartFailure } from '../platform/failure.ts'
import type { Broker } from '../platform/sign-in/routes.ts'

/** How this instance was asked to run: environment and command line (house section 4). */
export interface Settings {
  readonly port: number
  /** The address that browsers use. */
  readonly origin: string
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly appDatabaseUrl: string | undefined
  readonly broker: Broker | undefined
  /** Size of the demo world; 0 = none. Only looked at when the database is new. */
  readonly people: number
}

export const repository = join(import.meta.dirname, '..', '..')

/** The default size of the demo world: about 2,000 registered, of whom about 400 are or were participants. */
const demoPeople = 2000

/** Reads and checks the settings; a wrong one stops the start with one sentence. */
export function readSettings(environment: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const options = readArguments(args)
  const port = wholeNumber(environment.PORT ?? '3000', 'PORT', 0, 65_535)
  return {
    port,
    origin: (environment.KROM_ORIGIN ?? `http://localhost:${port}`).replace(/\/$/, ''),
    dataFolder: resolve(repository, environment.KROM_DATA ?? '.krom'),
    databaseUrl: environment.DATABASE_URL || undefined,
    appDatabaseUrl: environment.DATABASE_APP_URL || undefined,
    broker: readBroker(environment),
    people: options.empty ? 0 : wholeNumber(options.people ?? String(demoPeople), '--people', 0, 1_000_000),
  }
}

function readArguments(args: readonly string[]): { people?: string; empty?: boolean } {
  try {
    return parseArgs({
      args: [...args],
      options: { people: { type: 'string' }, empty: { type: 'boolean' } },
      allowPositionals: false,
    }).values
  } catch (error) {
    throw new StartFailure(`${(error as Error).message} Known are --people N and --empty.`)
  }
}

function wholeNumber(text: string, name: string, least: number, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new StartFailure(`${name} is ${text}, but must be a whole number from ${least} to ${most}.`)
  return value
}

function readBroker(environment: NodeJS.ProcessEnv): Broker | undefined {
  const { KROM_OIDC_ISSUER: issuer, KROM_OIDC_CLIENT_ID: clientId, KROM_OIDC_CLIENT_SECRET: clientSecret } = environment
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret) {
    throw new StartFailure(
      'Sign-in needs all three of KROM_OIDC_ISSUER, KROM_OIDC_CLIENT_ID and KROM_OIDC_CLIENT_SECRET, or none for test people.',
    )
  }
  return { issuer, clientId, clientSecret }
}
