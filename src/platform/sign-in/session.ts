import { randomBytes } from 'node:crypto'
import type { Pool } from '../database.ts'
import { tokenHash } from '../http/request.ts'

/** What the sign-in broker says about a person; `identityNumber` only where the broker vouches for it. */
export interface Vouched {
  readonly subject: string
  readonly name: string
  readonly identityNumber: string | null
  readonly idToken: string | null
}

/** Starts a session and returns its secret token, which only the cookie holds; null when the user has no duty today. */
export async function beginSession(pool: Pool, vouched: Vouched, longestHours: number): Promise<string | null> {
  const token = randomBytes(32).toString('base64url')
  const { rows } = await pool.query<{ begun: object | null }>(
    'select platform.begin_session($1, $2, $3, $4, $5, $6, $7) as begun',
    [
      vouched.subject,
      vouched.name,
      vouched.identityNumber,
      tokenHash(token),
      randomBytes(24).toString('base64url'),
      vouched.idToken,
      longestHours,
    ],
  )
  return rows[0]?.begun ? token : null
}

/** Ends the session at once; returns the broker's token so that the broker's own session can be ended too. */
export async function endSession(pool: Pool, token: string): Promise<string | null> {
  const { rows } = await pool.query<{ id_token: string | null }>('select platform.end_session($1) as id_token', [
    tokenHash(token),
  ])
  return rows[0]?.id_token ?? null
}
