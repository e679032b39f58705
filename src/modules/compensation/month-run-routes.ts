import { ok } from '../../kernel/result.ts'
import { route } from '../../platform/http/route.ts'
import { closeMonthBody, monthRunRequested, monthRunsQuery, monthRunsReply } from './contract.ts'
import { monthRuns } from './month-run-reads.ts'
import { requestMonthRun } from './request-month-run.ts'

const module = 'compensation'

export const monthRunRoutes = [
  route({
    method: 'POST',
    path: '/money/month-runs',
    operation: 'closeMonth',
    summary:
      'Close a month now: queued, one statement for each contract with something to post, then the month is frozen',
    module,
    may: ['approver'],
    purpose: 'pay the providers',
    body: closeMonthBody,
    reply: monthRunRequested,
    status: 202,
    handle: (context, { body }) => requestMonthRun(context, body),
  }),
  route({
    method: 'GET',
    path: '/money/month-runs',
    operation: 'listMonthRuns',
    summary: 'Runs that close a month, the latest first, with how far each has come',
    module,
    may: ['approver', 'overseer'],
    purpose: 'follow what is paid',
    query: monthRunsQuery,
    reply: monthRunsReply,
    handle: async (context, { query }) => ok(await monthRuns(context, query)),
  }),
] as const
