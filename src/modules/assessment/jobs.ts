import { z } from 'zod'
import type { Work } from '../../platform/context.ts'
import type { Log } from '../../platform/log.ts'
import { countModelEffect } from './count-model-effect.ts'
import { modelEffectTask } from './model-store.ts'

const effectPayload = z.object({ model: z.string() })

/** Jobs that this module queues by name. */
export const tasks = {
  [modelEffectTask]: async (work: Work, payload: unknown, log: Log): Promise<void> => {
    const { model } = effectPayload.parse(payload)
    const counted = await countModelEffect(work, model)
    if (!counted.ok) log.warn({ model, code: counted.problem.code }, 'the effect of a model was not counted')
  },
} as const
