import { ok } from '../../kernel/result.ts'
import { route } from '../../platform/http/route.ts'
import {
  closeMonthBody,
  monthRunRequested,
  monthRunsQuery,
  monthRunsReply,
  whatIfBody,
  whatIfParams,
  whatIfQuery,
  whatIfReply,
  whatIfRequested,
} from './contract.ts'
import { monthRuns } from './month-run-reads.ts'
import { requestMonthRun } from './request-month-run.ts'
import { type AskWhatIf, askWhatIf } from './what-if.ts'
import { whatIfPage } from './what-if-reads.ts'

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
  route({
    method: 'POST',
    path: '/money/what-if',
    operation: 'askWhatIf',
    summary: 'Compute a month as closing it would, with other prices where given; queued, and nothing is posted',
    module,
    may: ['approver'],
    purpose: 'foresee what is paid',
    body: whatIfBody,
    reply: whatIfRequested,
    status: 202,
    handle: (context, { body }) => askWhatIf(context, body as AskWhatIf),
  }),
  route({
    method: 'GET',
    path: '/money/what-if/:whatIfId',
    operation: 'readWhatIf',
    summary: 'What is posted, what would be, and the difference: by kind, by provider and by case',
    module,
    may: ['approver', 'overseer'],
    purpose: 'foresee what is paid',
    params: whatIfParams,
    query: whatIfQuery,
    reply: whatIfReply,
    handle: (context, { params, query }) => whatIfPage(context, params.whatIfId, query),
  }),
] as const
