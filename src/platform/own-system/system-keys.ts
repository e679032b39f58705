import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../context.ts'
import { tokenHash } from '../http/request.ts'
import { newId } from '../new-id.ts'
import { wholeOrganisation } from '../whole-organisation.ts'
import type { SystemPurpose } from './purposes.ts'

const keyBytes = 32
const shownCharacters = 4

/** How a key begins, so that one that has been left somewhere is found and known for what it is. */
const keyPrefix = 'krom_'

export interface IssueKey {
  /** What the coordinator calls the system. */
  readonly name: string
  readonly purposes: readonly SystemPurpose[]
}

export interface IssuedKey {
  readonly id: string
  /** Told once. */
  readonly key: string
  readonly expiresAt: Instant
}

/**
 * Gives the coordinator's organisation a key for its own system. Only a hash of it is kept, and an account that names it
 * wherever it acts (decision 0015). Problem: `not-allowed`.
 */
export async function issueKey(context: Context, command: IssueKey): Promise<Result<IssuedKey>> {
  const organisation = await wholeOrganisation(context)
  if (!organisation.ok) return organisation
  const id = newId<UserId>()
  const key = `${keyPrefix}${randomBytes(keyBytes).toString('base64url')}`
  await sql`
    insert into platform.user_account (id, subject, display_name) values (${id}, ${`system-key|${id}`}, ${command.name})`.execute(
    context.db,
  )
  const { rows } = await sql<{ expiresAt: Instant }>`
    insert into platform.system_key (id, organisation_id, name, key_hash, ending, purposes, created_by, expires_at)
    values (${id}, ${organisation.value}, ${command.name}, ${tokenHash(key)}, ${key.slice(-shownCharacters)}, ${[...new Set(command.purposes)]}::text[],
            ${context.actor.userId}, clock_timestamp() + make_interval(days => ${context.rules.platform.systemKeyDays}))
    returning expires_at as "expiresAt"`.execute(context.db)
  const row = rows[0]
  if (!row) throw new Error('an insert gave no row back')
  return ok({ id, key, expiresAt: row.expiresAt })
}

/** Ends a key at once and for ever; ending it again changes nothing. Problems: `not-allowed`, `not-found`. */
export async function revokeKey(context: Context, keyId: string): Promise<Result<{ id: string }>> {
  const organisation = await wholeOrganisation(context)
  if (!organisation.ok) return organisation
  const { rows } = await sql`select 1 from platform.system_key where id = ${keyId}`.execute(context.db)
  if (rows.length === 0) return fail(problem('not-found'))
  await sql`
    insert into platform.system_key_revoked (key_id, organisation_id, by_user)
    values (${keyId}, ${organisation.value}, ${context.actor.userId}) on conflict do nothing`.execute(context.db)
  return ok({ id: keyId })
}

export interface KeyRow {
  readonly id: string
  readonly name: string
  readonly ending: string
  readonly purposes: readonly SystemPurpose[]
  readonly createdAt: Instant
  readonly createdBy: string | null
  readonly expiresAt: Instant
  readonly lastUsedAt: Instant | null
  readonly revokedAt: Instant | null
  readonly state: 'living' | 'expired' | 'revoked'
}

/** The organisation's keys, the latest first. */
export async function listKeys(context: Context): Promise<Result<readonly KeyRow[]>> {
  const organisation = await wholeOrganisation(context)
  if (!organisation.ok) return organisation
  const { rows } = await sql<KeyRow>`
    select k.id, k.name, k.ending, to_json(k.purposes) as purposes, k.created_at as "createdAt", u.display_name as "createdBy",
           k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt", r.at as "revokedAt",
           case when r.at is not null then 'revoked' when k.expires_at <= clock_timestamp() then 'expired' else 'living' end as state
      from platform.system_key k
      left join platform.user_account u on u.id = k.created_by
      left join platform.system_key_revoked r on r.key_id = k.id
     order by k.created_at desc, k.id desc`.execute(context.db)
  return ok(rows)
}
