import { day } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import { route } from '../../platform/http/route.ts'
import { compareWindows, windowKeepers, windowReaders } from './compare-windows.ts'
import { comparisonPage, listComparisons } from './comparison-reads.ts'
import {
  compareWindowsBody,
  comparisonParams,
  comparisonReply,
  comparisonRequested,
  comparisonsQuery,
  comparisonsReply,
  decidePlanBody,
  planChanged,
  planParams,
  plansReply,
  planWindowBody,
  windowsReply,
  withdrawPlanBody,
} from './contract/windows.ts'
import { listWindowPlans } from './plan-reads.ts'
import { decideWindowPlan, planWindow, withdrawWindowPlan } from './plan-window.ts'
import { listWindows } from './windows-known.ts'

const module = 'assessment'
const purpose = 'judge a change of window'
const noPerson = 'no personal data'

export const windowRoutes = [
  route({
    method: 'GET',
    path: '/windows',
    operation: 'listWindows',
    summary: 'Every window in order of its days, published and decided, with its conditions and cut points',
    module,
    may: windowReaders,
    purpose: noPerson,
    reply: windowsReply,
    handle: async (context) => ok(await listWindows(context)),
  }),
  route({
    method: 'POST',
    path: '/windows/comparisons',
    operation: 'compareWindows',
    summary: 'Compare two windows on everyone registered today; queued, and nothing is decided',
    module,
    may: windowKeepers,
    purpose,
    body: compareWindowsBody,
    reply: comparisonRequested,
    status: 202,
    handle: (context, { body }) => compareWindows(context, body),
  }),
  route({
    method: 'GET',
    path: '/windows/comparisons',
    operation: 'listComparisons',
    summary: 'Comparisons of windows, the latest first, with how far each has come',
    module,
    may: windowReaders,
    purpose: noPerson,
    query: comparisonsQuery,
    reply: comparisonsReply,
    handle: (context, { query }) => listComparisons(context, query),
  }),
  route({
    method: 'GET',
    path: '/windows/comparisons/:comparisonId',
    operation: 'readComparison',
    summary: 'Who enters and who leaves by group and area, and the expected cost; small numbers are hidden',
    module,
    may: windowReaders,
    purpose: noPerson,
    params: comparisonParams,
    reply: comparisonReply,
    handle: (context, { params }) => comparisonPage(context, params.comparisonId),
  }),
  route({
    method: 'GET',
    path: '/windows/plans',
    operation: 'listWindowPlans',
    summary: 'Switches of window that were planned, with who drafted and who approved them',
    module,
    may: windowReaders,
    purpose: noPerson,
    reply: plansReply,
    handle: (context) => listWindowPlans(context),
  }),
  route({
    method: 'POST',
    path: '/windows/plans',
    operation: 'planWindow',
    summary: 'Draft a switch to the second window of a comparison on a day ahead',
    module,
    may: windowKeepers,
    purpose: noPerson,
    body: planWindowBody,
    reply: planChanged,
    status: 201,
    handle: (context, { body }) => planWindow(context, { ...body, from: day(body.from) }),
  }),
  route({
    method: 'POST',
    path: '/windows/plans/:windowPlanId/decision',
    operation: 'decideWindowPlan',
    summary: 'Approve a drafted switch or send it back; never who drafted it',
    module,
    may: windowKeepers,
    purpose: noPerson,
    params: planParams,
    body: decidePlanBody,
    reply: planChanged,
    handle: (context, { params, body }) => decideWindowPlan(context, { planId: params.windowPlanId, ...body }),
  }),
  route({
    method: 'POST',
    path: '/windows/plans/:windowPlanId/withdrawal',
    operation: 'withdrawWindowPlan',
    summary: 'Take a switch back before its day',
    module,
    may: windowKeepers,
    purpose: noPerson,
    params: planParams,
    body: withdrawPlanBody,
    reply: planChanged,
    handle: (context, { params, body }) => withdrawWindowPlan(context, { planId: params.windowPlanId, ...body }),
  }),
] as const
