import { ok } from '../../kernel/result.ts'
import { download, route } from '../../platform/http/route.ts'
import { explanationReply, lineParams } from './contract/explain.ts'
import { providerMoneyQuery, providerMoneyReply } from './contract/provider-money.ts'
import { exportQuery, statementParams, statementsExportQuery } from './contract.ts'
import { explainLine } from './explain-line.ts'
import { exportExpected, exportLines, exportStatements } from './export-money.ts'
import { providerMoney } from './provider-money.ts'

const module = 'compensation'
const readers = ['caseworker', 'approver', 'overseer', 'coordinator', 'adviser'] as const

/** Amounts explained, never to the participant. */
export const moneyRoutes = [
  route({
    method: 'GET',
    path: '/money/lines/:lineId',
    operation: 'explainLine',
    summary: 'An amount all the way down: rule, facts, arithmetic, approvals, and what else was posted on it',
    module,
    may: readers,
    purpose: 'explain what is paid',
    params: lineParams,
    reply: explanationReply,
    handle: (context, { params, language }) => explainLine(context, params.lineId, language),
  }),
  route({
    method: 'GET',
    path: '/money/expected',
    operation: 'showExpectedMoney',
    summary:
      'What the own provider can expect of the month: ready, blocked and by what, expected, and to be taken back',
    module,
    may: ['coordinator', 'adviser'],
    purpose: 'follow what is paid',
    query: providerMoneyQuery,
    reply: providerMoneyReply,
    handle: async (context, { query, language }) => ok(await providerMoney(context, query, language)),
  }),
  download({
    method: 'GET',
    path: '/money/expected/export',
    operation: 'exportExpectedMoney',
    summary: 'What the own provider can expect, as CSV or Excel',
    module,
    may: ['coordinator', 'adviser'],
    purpose: 'follow what is paid',
    query: exportQuery,
    media: 'application/octet-stream',
    handle: (context, { query, language }) => exportExpected(context, query.format, language),
  }),
  download({
    method: 'GET',
    path: '/statements/export',
    operation: 'exportStatements',
    summary: 'Statements as CSV or Excel; a provider gets its own',
    module,
    may: ['approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'follow what is paid',
    query: statementsExportQuery,
    media: 'application/octet-stream',
    handle: (context, { query, language }) => exportStatements(context, query, language),
  }),
  download({
    method: 'GET',
    path: '/statements/:statementId/export',
    operation: 'exportLines',
    summary: 'The lines of a statement as CSV or Excel',
    module,
    may: ['approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'approve what is paid',
    params: statementParams,
    query: exportQuery,
    media: 'application/octet-stream',
    handle: (context, { params, query, language }) => exportLines(context, params.statementId, query.format, language),
  }),
] as const
