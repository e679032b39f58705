import { z } from 'zod'
import type { Work } from '../../platform/context.ts'
import type { Log } from '../../platform/log.ts'
import { checkToolTask } from './request-check.ts'
import { runCheck } from './run-check.ts'

const payload = z.object({ checkId: z.uuid() })

/** Jobs by the name they are queued under. */
export const tasks = {
  [checkToolTask]: async (work: Work, given: unknown, log: Log): Promise<void> => {
    const { checkId } = payload.parse(given)
    const ran = await runCheck(work, checkId)
    if (!ran.ok) log.warn({ check: checkId, code: ran.problem.code }, 'the tool was not checked')
    else if (ran.value !== null && ran.value.differing > 0)
      log.error({ check: checkId, fields: ran.value.blamed }, 'the tool answers differently to what must not matter')
  },
} as const
