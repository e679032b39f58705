import { z } from 'zod'
import { caseId } from '../kernel/ids.ts'
import { ok } from '../kernel/result.ts'
import { type Route, route } from '../platform/http/route.ts'
import { actionsOfModules } from './modules.ts'

const action = z.object({
  name: z.string(),
  module: z.string(),
  allowed: z.boolean(),
  because: z
    .object({
      code: z.string(),
      field: z.string().optional(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    })
    .optional(),
})

/** The acts that the signed-in user may do on a case now; the page draws them and decides nothing. */
export const actionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/cases/:caseId/actions',
    operation: 'listActions',
    summary: 'What the signed-in user can do on the case now, and why not where it is refused',
    module: 'platform',
    may: ['jobseeker', 'caseworker', 'approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'show what can be done',
    params: z.object({ caseId: z.uuid() }),
    reply: z.object({ actions: z.array(action) }),
    async handle(context, { params }) {
      const actions: z.input<typeof action>[] = []
      for (const actionsOf of actionsOfModules) actions.push(...(await actionsOf(context, caseId(params.caseId))))
      return ok({ actions })
    },
  }),
]
