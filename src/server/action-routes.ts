import { z } from 'zod'
import { caseId } from '../kernel/ids.ts'
import type { Problem } from '../kernel/problem.ts'
import { unlessHidden } from '../modules/registration/index.ts'
import { problemReply } from '../platform/http/problem-reply.ts'
import { type Route, route } from '../platform/http/route.ts'
import type { Language } from '../platform/problems.ts'
import { actionsOfModules, problemTexts } from './modules.ts'

const words = {
  code: z.string(),
  title: z.string().describe("Why it is refused, in the reader's language"),
  detail: z.string().describe('What can be done about it'),
}
const refusal = z.object({ ...words, problems: z.array(z.object(words)).optional() })
type Refusal = z.output<typeof refusal>

const action = z.object({
  name: z.string(),
  module: z.string(),
  allowed: z.boolean(),
  because: refusal.optional(),
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
    async handle(context, { params, language }) {
      const actions: z.input<typeof action>[] = []
      for (const actionsOf of actionsOfModules) {
        for (const { because, ...offer } of await actionsOf(context, caseId(params.caseId))) {
          actions.push(because === undefined ? offer : { ...offer, because: worded(because, language) })
        }
      }
      return unlessHidden(context, caseId(params.caseId), { reply: { actions }, empty: actions.length === 0 })
    },
  }),
]

function worded(problem: Problem, language: Language): Refusal {
  const { code, title, detail, problems } = problemReply(problem, problemTexts, language)
  if (!problems) return { code, title, detail }
  return {
    code,
    title,
    detail,
    problems: problems.map((one) => ({ code: one.code, title: one.title, detail: one.detail })),
  }
}
