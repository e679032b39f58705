import { ok } from '../../kernel/result.ts'
import { download, route } from '../../platform/http/route.ts'
import { coverageQuery, coverageReply } from './contract/coverage.ts'
import { coverageCsv, coverageOn } from './coverage.ts'

const module = 'market'
const purpose = 'no personal data'

/** Open data: who gives the service where, as of any day. */
export const coverageRoutes = [
  route({
    method: 'GET',
    path: '/coverage',
    operation: 'showCoverage',
    summary: 'Providers, addresses, places and distances by municipality, delivery area and SKR group, as of any day',
    module,
    may: 'public',
    purpose,
    query: coverageQuery,
    reply: coverageReply,
    handle: async (context, { query }) => ok(await coverageOn(context, query.on ?? context.today)),
  }),
  download({
    method: 'GET',
    path: '/coverage/export',
    operation: 'exportCoverage',
    summary: 'The coverage of every municipality as a table for a spreadsheet',
    module,
    may: 'public',
    purpose,
    query: coverageQuery,
    media: 'text/csv',
    handle: async (context, { query }) => {
      const { body, fileName } = await coverageCsv(await coverageOn(context, query.on ?? context.today))
      return ok({ body, ...(fileName ? { fileName } : {}) })
    },
  }),
] as const
