import { ok } from '../../kernel/result.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { budgetCaps } from './budget-reads.ts'
import { budgetCapBody, budgetCapReply, budgetCapsReply } from './contract.ts'
import { setBudgetCap } from './set-budget-cap.ts'

/** Caps on new decisions; sums only, so that nobody is read. */
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
]
