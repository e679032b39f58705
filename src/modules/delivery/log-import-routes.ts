import { problem } from '../../kernel/problem.ts'
import { fail } from '../../kernel/result.ts'
import { download, type Route, route } from '../../platform/http/route.ts'
import {
  logImportBody,
  logImportParams,
  logImportReply,
  logImportsQuery,
  logImportsReply,
} from './contract/log-imports.ts'
import { providerRoles } from './desk.ts'
import { importLog } from './import-log.ts'
import { readLogFile } from './log-file.ts'
import { listLogImports, refusedRowsFile } from './log-import-reads.ts'

const module = 'delivery'
const may = providerRoles
const mostBytes = 2 * 1_048_576

/** What a provider's own system has logged, by API and by file. */
export const logImportRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/log-imports',
    operation: 'importLog',
    summary: 'Send meetings and activities, at most 1,000; each row by its own key, so that sending it again is safe',
    module,
    may,
    ownSystem: 'log',
    purpose: 'log the service',
    body: logImportBody,
    reply: logImportReply,
    status: 201,
    handle: (context, { body, language }) => {
      const rows = body.rows.map((values, index) => ({ row: index + 1, values }))
      return importLog(context, { rows, name: body.name ?? '', how: 'api', language })
    },
  }),
  route({
    method: 'POST',
    path: '/log-imports/file',
    operation: 'importLogFile',
    summary: 'The same as a file with separated values (CSV, at most 2 MB)',
    module,
    may,
    purpose: 'log the service',
    uploadBytes: mostBytes,
    reply: logImportReply,
    status: 201,
    async handle(context, { upload, language }) {
      if (upload === undefined) return fail(problem('file-missing', { field: 'file' }))
      const rows = readLogFile(upload.bytes)
      if (!rows.ok) return rows
      return importLog(context, { rows: rows.value, name: upload.name, how: 'file', language })
    },
  }),
  route({
    method: 'GET',
    path: '/log-imports',
    operation: 'listLogImports',
    summary: 'What has been sent, the latest first',
    module,
    may,
    ownSystem: 'log',
    purpose: 'no personal data',
    query: logImportsQuery,
    reply: logImportsReply,
    handle: (context, { query }) => listLogImports(context, query),
  }),
  download({
    method: 'GET',
    path: '/log-imports/:importId/problems.csv',
    operation: 'downloadRefusedLog',
    summary: 'The refused rows of one import with row, field, cause and cure',
    module,
    may,
    ownSystem: 'log',
    purpose: 'no personal data',
    media: 'text/csv',
    params: logImportParams,
    handle: (context, { params, language }) => refusedRowsFile(context, params.importId, language),
  }),
]
