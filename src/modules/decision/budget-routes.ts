import { z } from 'zod'
import { caseId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { budgetCaps } from './budget-reads.ts'
import { budgetCapBody, budgetCapReply, budgetCapsReply, budgetWaitBody, budgetWaitReply } from './contract.ts'
import { setBudgetCap } from './set-budget-cap.ts'
import { waitForBudget } from './wait-for-budget.ts'

/** Caps on new decisions, sums only, and the case that waits for one to open. */
export const budgetRoutes: readonly Route[] = [
  route({
    module: 'decision',
    method: 'GET',
    path: '/budget/caps',
    operation: 'listBudgetCaps',
    summary: 'Caps on new decisions, how much of each is used, and how many it has turned away',
    may: ['approver', 'analyst', 'administrator'],
    purpose: 'no personal data',
    reply: budgetCapsReply,
    handle: async (context) => ok(await budgetCaps(context)),
  }),
  route({
    module: 'decision',
    method: 'POST',
    path: '/budget/caps',
    operation: 'setBudgetCap',
    summary: 'Enter a cap on new decisions, take the place of one, or lift it; never for a month that is over',
    may: ['administrator'],
    purpose: 'no personal data',
    body: budgetCapBody,
    reply: budgetCapReply,
    status: 201,
    handle: (context, { body }) => setBudgetCap(context, body),
  }),
  route({
    module: 'decision',
    method: 'POST',
    path: '/cases/:caseId/budget-waits',
    operation: 'waitForBudget',
    summary: 'Put a decision that only the budget stops in the queue for the day when it opens',
    may: ['caseworker'],
    purpose: 'come back to a decision when the budget opens',
    params: z.object({ caseId: z.uuid() }),
    body: budgetWaitBody,
    reply: budgetWaitReply,
    status: 201,
    handle: (context, { params, body }) => waitForBudget(context, { ...body, caseId: caseId(params.caseId) }),
  }),
]
