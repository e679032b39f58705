import type { Work } from '../../platform/context.ts'
import type { Log } from '../../platform/log.ts'
import { followStream } from './follow-stream.ts'
import { streamTask } from './set-stream.ts'

/** Jobs by the name they are queued under. */
export const tasks = {
  [streamTask]: async (work: Work, _payload: unknown, log: Log): Promise<void> => {
    await followStream(work, log)
  },
} as const
