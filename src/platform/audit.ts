import { setTimeout as wait } from 'node:timers/promises'
import type { Actor } from './actor.ts'
import type { Operation, Touched } from './context.ts'
import type { Pool } from './database.ts'

/** One operation as the audit log keeps it: keys only, never names or numbers. */
export interface AuditRow {
  readonly user_id: string | null
  readonly role: string
  readonly organisation_id: string | null
  readonly operation: string
  readonly purpose: string
  readonly person_ids: readonly string[]
  readonly wrote: boolean
}

export function auditRow(actor: Actor, why: Operation, touched: Touched): AuditRow {
  return {
    user_id: actor.userId,
    role: actor.role,
    organisation_id: actor.organisationId,
    operation: why.operation,
    purpose: why.purpose,
    person_ids: [...touched.persons],
    wrote: touched.wrote,
  }
}

const columns = 'user_id, role, organisation_id, operation, purpose, person_ids, wrote'

/** The statement that writes the rows. */
export function auditInsert(rows: readonly AuditRow[]) {
  return {
    name: 'audit',
    text: `insert into platform.audit_entry (${columns})
           select ${columns} from jsonb_to_recordset($1::jsonb) as r (user_id uuid, role text, organisation_id uuid, operation text,
                                                                      purpose text, person_ids uuid[], wrote boolean)`,
    values: [JSON.stringify(rows)],
  }
}

const gatherMillis = 2

interface Batch {
  readonly rows: AuditRow[]
  readonly written: Promise<unknown>
}

const gathering = new WeakMap<Pool, Batch>()

/**
 * Writes the audit row of a read; comes back when it is on disk, and only then may anybody see what was read. Reads that
 * end within the same few milliseconds are written together: to sync each by itself is more work than reading.
 */
export async function auditRead(pool: Pool, row: AuditRow): Promise<void> {
  let batch = gathering.get(pool)
  if (batch === undefined) {
    const rows: AuditRow[] = []
    const written = wait(gatherMillis).then(() => {
      gathering.delete(pool)
      return pool.query(auditInsert(rows))
    })
    batch = { rows, written }
    gathering.set(pool, batch)
  }
  batch.rows.push(row)
  await batch.written
}
