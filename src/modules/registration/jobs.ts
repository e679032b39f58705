import { z } from 'zod'
import type { Work } from '../../platform/context.ts'
import type { Log } from '../../platform/log.ts'
import { continueImport } from './import-persons.ts'

const importPayload = z.object({ runId: z.uuid() })

/** Jobs that the queue runs by name, as the owner. */
export const tasks = {
  'import-persons': async (work: Work, payload: unknown, log: Log): Promise<void> => {
    const { runId } = importPayload.parse(payload)
    const done = await continueImport(work, runId)
    if (!done.ok) log.warn({ run: runId, code: done.problem.code }, 'an import was refused')
  },
} as const

/** Queues uploads that a crash broke off; run at each start, harmless when there are none. */
export async function resumeImports(work: Work): Promise<void> {
  await work.pool.query(`
    select platform.enqueue('import-persons', json_build_object('runId', r.id), 'import-persons:' || r.id)
      from registration.import_run r
     where r.state in ('waiting', 'running') and exists (select 1 from registration.import_piece p where p.run_id = r.id)`)
}
