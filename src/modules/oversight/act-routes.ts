import { problem } from '../../kernel/problem.ts'
import { fail, ok } from '../../kernel/result.ts'
import { download, type Route, route } from '../../platform/http/route.ts'
import type { Language } from '../../platform/problems.ts'
import type { ActLanguage } from './act-evidence.ts'
import { editionsIn, findEdition } from './act-store.ts'
import { actFileReply, editionReply, editionsReply, statementBody, statementReply } from './contract/act-file.ts'
import { editionParams, nothingBody } from './contract.ts'
import { freezeActFile, keepers, readActFile, writeStatement } from './keep-act-file.ts'

const module = 'oversight'
const purpose = 'no personal data'

/** Staff read Swedish or English; whoever reads another language gets English. */
const spoken = (language: Language): ActLanguage => (language === 'sv' || language === 'sv-x-latt' ? 'sv' : 'en')

/** The AI act file: what the running system shows for each duty, the authority's own words, and frozen editions. */
export const actRoutes: readonly Route[] = [
  route({
    module,
    purpose,
    method: 'GET',
    path: '/oversight/act-file',
    operation: 'readActFile',
    summary: "What the running system shows for each duty of the EU's AI act, and what is still to be written",
    may: keepers,
    reply: actFileReply,
    handle: (context, { language }) => readActFile(context, spoken(language)),
  }),
  route({
    module,
    purpose,
    method: 'POST',
    path: '/oversight/act-file/statements',
    operation: 'writeActStatement',
    summary: "Write the authority's own words on a point of the AI act file; earlier ones are kept",
    may: keepers,
    body: statementBody,
    reply: statementReply,
    status: 201,
    handle: (context, { body }) => writeStatement(context, body),
  }),
  route({
    module,
    purpose,
    method: 'GET',
    path: '/oversight/act-file/editions',
    operation: 'listActEditions',
    summary: 'Frozen editions of the AI act file, newest first',
    may: keepers,
    reply: editionsReply,
    handle: async (context) => ok({ items: await editionsIn(context) }),
  }),
  route({
    module,
    purpose,
    method: 'POST',
    path: '/oversight/act-file/editions',
    operation: 'freezeActFile',
    summary: 'Freeze the AI act file as one document with its hash, in the language of the request',
    may: keepers,
    body: nothingBody,
    reply: editionReply,
    status: 201,
    handle: (context, { language }) => freezeActFile(context, spoken(language)),
  }),
  download({
    module,
    purpose,
    method: 'GET',
    path: '/oversight/act-file/editions/:editionId',
    operation: 'getActEdition',
    summary: 'A frozen edition as one page to read, print or send',
    may: keepers,
    params: editionParams,
    media: 'text/html',
    async handle(context, { params }) {
      const found = await findEdition(context, params.editionId)
      if (found === null) return fail(problem('not-found'))
      return ok({ body: found.html, fileName: `ai-act-${found.onDay}.html` })
    },
  }),
]
