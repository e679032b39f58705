import { ok } from '../../kernel/result.ts'
import { route } from '../../platform/http/route.ts'
import { unlessHidden } from '../registration/index.ts'
import { approveStatement } from './approve-statement.ts'
import { budgetRoutes } from './budget-routes.ts'
import { moneyOf } from './case-money.ts'
import {
  approvalBody,
  approvalReply,
  caseMoneyReply,
  caseParams,
  returnBody,
  returnReply,
  statementParams,
  statementQuery,
  statementReply,
  statementsQuery,
  statementsReply,
} from './contract.ts'
import { moneyRoutes } from './money-routes.ts'
import { monthRunRoutes } from './month-run-routes.ts'
import { paymentRightRoutes } from './payment-right-routes.ts'
import { statementPage, statementsOf } from './reads.ts'
import { returnStatement } from './return-statement.ts'

const module = 'compensation'

export const routes = [
  route({
    method: 'GET',
    path: '/cases/:caseId/money',
    operation: 'explainMoney',
    summary: 'Every amount that a case has given, with rule, facts, arithmetic and approvals; a provider sees its own',
    module,
    may: ['caseworker', 'approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'explain what is paid',
    params: caseParams,
    reply: caseMoneyReply,
    handle: async (context, { params, language }) => {
      const reply = await moneyOf(context, params.caseId, language)
      return unlessHidden(context, params.caseId, { reply, empty: reply.lines.length === 0 })
    },
  }),
  route({
    method: 'GET',
    path: '/statements',
    operation: 'listStatements',
    summary: 'Statements, those that wait for approval first; a provider sees its own',
    module,
    may: ['approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'follow what is paid',
    query: statementsQuery,
    reply: statementsReply,
    handle: async (context, { query }) => ok(await statementsOf(context, query)),
  }),
  route({
    method: 'GET',
    path: '/statements/:statementId',
    operation: 'readStatement',
    summary:
      'A statement with its lines, corrections and large amounts first, and what has changed since the one before',
    module,
    may: ['approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'approve what is paid',
    params: statementParams,
    query: statementQuery,
    reply: statementReply,
    handle: (context, { params, query, language }) => statementPage(context, params.statementId, query, language),
  }),
  route({
    method: 'POST',
    path: '/statements/:statementId/approvals',
    operation: 'approveStatement',
    summary: 'Approve a statement; the last approval needed pays its lines',
    module,
    may: ['approver'],
    purpose: 'approve what is paid',
    params: statementParams,
    body: approvalBody,
    reply: approvalReply,
    status: 201,
    handle: (context, { params, body }) => approveStatement(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/statements/:statementId/return',
    operation: 'returnStatement',
    summary: 'Send a statement back with a reason',
    module,
    may: ['approver'],
    purpose: 'correct what is to be paid',
    params: statementParams,
    body: returnBody,
    reply: returnReply,
    status: 201,
    handle: (context, { params, body }) => returnStatement(context, { ...params, ...body }),
  }),
  ...budgetRoutes,
  ...monthRunRoutes,
  ...moneyRoutes,
  ...paymentRightRoutes,
] as const
