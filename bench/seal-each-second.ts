import { sealAudit } from '../src/platform/audit-seal.ts'
import type { Pool } from '../src/platform/database.ts'

/** Seals the audit log as the running server does; the returned function ends it. */
export function sealEachSecond(owner: Pool): () => Promise<void> {
  let sealing: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    sealing = sealAudit(owner)
  }, 1000)
  return async () => {
    clearInterval(timer)
    await sealing
  }
}
