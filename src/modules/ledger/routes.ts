import { ok } from '../../kernel/result.ts'
import { route } from '../../platform/http/route.ts'
import { balancesQuery, balancesReply, statementParams, transactionsReply } from './contract.ts'
import { balancesOf, transactionsOf } from './reads.ts'

const module = 'ledger'

export const routes = [
  route({
    method: 'GET',
    path: '/ledger/balances',
    operation: 'listBalances',
    summary:
      'What each period cost, what is owed and what is paid, per provider, kind and appropriation; a provider sees its own',
    module,
    may: ['approver', 'overseer', 'administrator', 'coordinator', 'adviser'],
    purpose: 'follow what is owed and paid',
    query: balancesQuery,
    reply: balancesReply,
    handle: async (context, { query }) => ok(await balancesOf(context, query)),
  }),
  route({
    method: 'GET',
    path: '/ledger/transactions/:statementId',
    operation: 'listTransactions',
    summary: 'What has been booked on a statement: posted, returned, paid, and payments undone',
    module,
    may: ['approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'follow what is owed and paid',
    params: statementParams,
    reply: transactionsReply,
    handle: (context, { params }) => transactionsOf(context, params.statementId),
  }),
] as const
