import { ok } from '../../kernel/result.ts'
import { download, type Route, route } from '../../platform/http/route.ts'
import { budgetCsv } from './budget-export.ts'
import { setBudgetFigure } from './budget-figures.ts'
import { budgetNow, forecastAccuracy } from './budget-reads.ts'
import { accuracyReply, budgetFigureBody, budgetFigureReply, budgetReply } from './contract/budget.ts'

const module = 'compensation'
const purpose = 'no personal data'

/** The budget's routes: sums over everyone, so that no person is read. */
export const budgetRoutes: readonly Route[] = [
  route({
    module,
    purpose,
    method: 'GET',
    path: '/budget',
    operation: 'readBudget',
    summary: 'What was posted by month, what is expected with its interval, and what is appropriated',
    may: ['approver', 'analyst', 'administrator'],
    reply: budgetReply,
    handle: async (context) => ok(await budgetNow(context)),
  }),
  route({
    module,
    purpose,
    method: 'GET',
    path: '/budget/accuracy',
    operation: 'readForecastAccuracy',
    summary: 'Every kept forecast of a closed month against what was posted, and how each lead has done',
    may: ['approver', 'analyst', 'administrator'],
    reply: accuracyReply,
    handle: async (context) => ok(await forecastAccuracy(context)),
  }),
  download({
    module,
    purpose,
    method: 'GET',
    path: '/budget/export',
    operation: 'exportBudget',
    summary: 'The budget by month, kind and level as a table for a spreadsheet',
    may: ['approver', 'analyst', 'administrator'],
    media: 'text/csv',
    handle: async (context) => ok(await budgetCsv(await budgetNow(context))),
  }),
  route({
    module,
    purpose,
    method: 'POST',
    path: '/budget/figures',
    operation: 'setBudgetFigure',
    summary: 'Enter what an appropriation amounts to or how many referrals are planned; never for a month that is over',
    may: ['administrator'],
    body: budgetFigureBody,
    reply: budgetFigureReply,
    status: 201,
    handle: (context, { body }) => setBudgetFigure(context, body),
  }),
]
