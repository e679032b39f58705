import { documentBytes } from '../../kernel/document.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok } from '../../kernel/result.ts'
import { download, route } from '../../platform/http/route.ts'
import { addDocument, readDocument, removeDocument } from './add-document.ts'
import { beginApplication, saveDraft, sendApplication } from './apply.ts'
import {
  applicationBody,
  applicationParams,
  applicationReply,
  applicationsReply,
  begunReply,
  decisionBody,
  decisionReply,
  documentKey,
  documentParams,
  documentReply,
  draftBody,
  judgementBody,
  judgementReply,
  keyReply,
  pageQuery,
  savedDraftReply,
  sentReply,
  termsBody,
  termsDecisionBody,
  termsDecisionReply,
  termsListReply,
  termsParams,
  termsReply,
  withdrawalBody,
  withdrawalReply,
} from './contract.ts'
import { decideApplication } from './decide-application.ts'
import { judgeApplication } from './judge-application.ts'
import { decideTerms, draftTerms } from './publish-terms.ts'
import { listApplications, listTerms, readApplication, readTerms, worded } from './reads.ts'
import { withdrawApplication } from './withdraw-application.ts'

const module = 'admission'

const termsRoutes = [
  route({
    method: 'GET',
    path: '/tender-terms',
    operation: 'listTerms',
    summary: 'Versions of the tender terms: what a provider must meet, and where',
    module,
    may: ['coordinator', 'overseer', 'administrator'],
    purpose: 'no personal data',
    query: pageQuery,
    reply: termsListReply,
    handle: async (context, { query }) => ok(await listTerms(context, query)),
  }),
  route({
    method: 'POST',
    path: '/tender-terms',
    operation: 'draftTerms',
    summary: 'Draft a new version of the tender terms',
    module,
    may: ['overseer', 'administrator'],
    purpose: 'no personal data',
    body: termsBody,
    reply: keyReply,
    status: 201,
    handle: (context, { body }) => draftTerms(context, body),
  }),
  route({
    method: 'GET',
    path: '/tender-terms/:termsId',
    operation: 'showTerms',
    summary: 'One version of the tender terms, whole',
    module,
    may: ['coordinator', 'overseer', 'administrator'],
    purpose: 'no personal data',
    params: termsParams,
    reply: termsReply,
    handle: (context, { params }) => readTerms(context, params.termsId),
  }),
  route({
    method: 'POST',
    path: '/tender-terms/:termsId/decision',
    operation: 'decideTerms',
    summary: 'Publish or return terms that another person drafted',
    module,
    may: ['overseer', 'administrator'],
    purpose: 'no personal data',
    params: termsParams,
    body: termsDecisionBody,
    reply: termsDecisionReply,
    status: 201,
    handle: (context, { params, body }) => decideTerms(context, { ...params, ...body }),
  }),
] as const

const applicantRoutes = [
  route({
    method: 'GET',
    path: '/applications',
    operation: 'listApplications',
    summary: "The organisation's own applications, or for the authority all that were sent",
    module,
    may: ['coordinator', 'overseer'],
    purpose: 'admit providers',
    query: pageQuery,
    reply: applicationsReply,
    handle: async (context, { query }) => ok(await listApplications(context, query)),
  }),
  route({
    method: 'POST',
    path: '/applications',
    operation: 'beginApplication',
    summary: 'Begin an application under published terms; no contract is needed',
    module,
    may: ['coordinator'],
    purpose: 'apply to be a provider',
    body: applicationBody,
    reply: begunReply,
    status: 201,
    handle: (context, { body }) => beginApplication(context, body),
  }),
  route({
    method: 'GET',
    path: '/applications/:applicationId',
    operation: 'showApplication',
    summary: 'An application: its draft with faults, or as it was sent, judged and decided',
    module,
    may: ['coordinator', 'overseer'],
    purpose: 'admit providers',
    params: applicationParams,
    reply: applicationReply,
    handle: (context, { params, language }) => readApplication(context, params.applicationId, language),
  }),
  route({
    method: 'POST',
    path: '/applications/:applicationId/draft',
    operation: 'saveDraft',
    summary: 'Save what is written so far, and learn what is wrong with it',
    module,
    may: ['coordinator'],
    purpose: 'apply to be a provider',
    params: applicationParams,
    body: draftBody,
    reply: savedDraftReply,
    status: 201,
    async handle(context, { params, body, language }) {
      const saved = await saveDraft(context, { ...params, ...body })
      if (!saved.ok) return saved
      return ok({ draftId: saved.value.draftId, faults: worded(saved.value.faults, language) })
    },
  }),
  route({
    method: 'POST',
    path: '/applications/:applicationId/submission',
    operation: 'sendApplication',
    summary: 'Send the application as it was saved last; it is frozen from then on',
    module,
    may: ['coordinator'],
    purpose: 'apply to be a provider',
    params: applicationParams,
    reply: sentReply,
    status: 201,
    handle: (context, { params }) => sendApplication(context, params),
  }),
] as const

const documentRoutes = [
  route({
    method: 'POST',
    path: '/applications/:applicationId/documents/:topic',
    operation: 'addDocument',
    summary: 'Add a document to a draft: PDF, JPEG or PNG, at most 10 MB',
    module,
    may: ['coordinator'],
    purpose: 'apply to be a provider',
    params: documentParams,
    reply: documentReply,
    status: 201,
    uploadBytes: documentBytes,
    handle: (context, { params, upload }) =>
      addDocument(context, { ...params, file: upload ? { name: upload.name, bytes: upload.bytes } : null }),
  }),
  route({
    method: 'POST',
    path: '/application-documents/:documentId/removal',
    operation: 'removeDocument',
    summary: 'Take a document away from a draft',
    module,
    may: ['coordinator'],
    purpose: 'apply to be a provider',
    params: documentKey,
    reply: documentReply,
    status: 201,
    handle: (context, { params }) => removeDocument(context, params),
  }),
  download({
    method: 'GET',
    path: '/application-documents/:documentId',
    operation: 'getDocument',
    summary: 'A document of an application, as a download',
    module,
    may: ['coordinator', 'overseer'],
    purpose: 'admit providers',
    params: documentKey,
    media: 'application/octet-stream',
    async handle(context, { params }) {
      const found = await readDocument(context, params.documentId)
      if (found === null) return fail(problem('not-found'))
      return ok({ body: found.bytes, fileName: found.name, mediaType: found.mediaType })
    },
  }),
  route({
    method: 'POST',
    path: '/applications/:applicationId/withdrawal',
    operation: 'withdrawApplication',
    summary: 'Take an application back before it is decided',
    module,
    may: ['coordinator'],
    purpose: 'apply to be a provider',
    params: applicationParams,
    body: withdrawalBody,
    reply: withdrawalReply,
    status: 201,
    handle: (context, { params, body }) => withdrawApplication(context, { ...params, ...body }),
  }),
] as const

const officerRoutes = [
  route({
    method: 'POST',
    path: '/applications/:applicationId/judgements',
    operation: 'judgeApplication',
    summary: 'Say whether requirements are met; each needs two officers who hold the same',
    module,
    may: ['overseer'],
    purpose: 'admit providers',
    params: applicationParams,
    body: judgementBody,
    reply: judgementReply,
    status: 201,
    handle: (context, { params, body }) => judgeApplication(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/applications/:applicationId/decision',
    operation: 'decideApplication',
    summary: 'Decide area by area by what the officers hold; admitted areas have a contract at once',
    module,
    may: ['overseer'],
    purpose: 'admit providers',
    params: applicationParams,
    body: decisionBody,
    reply: decisionReply,
    status: 201,
    async handle(context, { params, body }) {
      const decided = await decideApplication(context, { ...params, ...body })
      if (!decided.ok) return decided
      return ok({ areas: decided.value.areas.map(({ areaCode, outcome }) => ({ areaCode, outcome })) })
    },
  }),
] as const

export const routes = [...termsRoutes, ...applicantRoutes, ...documentRoutes, ...officerRoutes] as const
