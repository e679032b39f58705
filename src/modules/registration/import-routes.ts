import { ok } from '../../kernel/result.ts'
import { download, type Route, route } from '../../platform/http/route.ts'
import { importList, importParams, importRun, importStarted, pageQuery } from './contract.ts'
import { importProblems, listImports, problemsFile, readImport, staffLanguage } from './import-reads.ts'
import { startImport } from './start-import.ts'

const module = 'registration'
const mostBytes = 50 * 1_048_576

export const importRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/imports/persons',
    operation: 'startImport',
    summary: 'Send a register extract (CSV, at most 50 MB); it is imported by a job',
    module,
    may: ['administrator'],
    purpose: 'take in a register extract',
    uploadBytes: mostBytes,
    reply: importStarted,
    status: 202,
    handle: (context, { upload }) => startImport(context, upload),
  }),
  route({
    method: 'GET',
    path: '/imports',
    operation: 'listImports',
    summary: 'Imports, the latest first',
    module,
    may: ['administrator'],
    purpose: 'follow imports',
    query: pageQuery,
    reply: importList,
    handle: async (context, { query, language }) => ok(await listImports(context, { ...query, language })),
  }),
  route({
    method: 'GET',
    path: '/imports/:id',
    operation: 'getImport',
    summary: 'How far one import has come',
    module,
    may: ['administrator'],
    purpose: 'follow imports',
    params: importParams,
    reply: importRun,
    handle: (context, { params, language }) => readImport(context, params.id, language),
  }),
  download({
    method: 'GET',
    path: '/imports/:id/problems.csv',
    operation: 'downloadImportProblems',
    summary: 'The refused rows of one import with line, column and reason',
    module,
    may: ['administrator'],
    purpose: 'mend a register extract',
    media: 'text/csv',
    params: importParams,
    handle: async (context, { params, language }) => {
      const run = await readImport(context, params.id, language)
      if (!run.ok) return run
      const reader = staffLanguage(language)
      const body = problemsFile(await importProblems(context, params.id, reader), reader)
      return ok({ body, fileName: `import-${params.id}.csv` })
    },
  }),
]
