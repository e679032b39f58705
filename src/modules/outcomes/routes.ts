import { documentBytes } from '../../kernel/document.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok } from '../../kernel/result.ts'
import { download, route } from '../../platform/http/route.ts'
import { unlessHidden } from '../registration/index.ts'
import { addEvidence } from './add-evidence.ts'
import { answerSignals } from './answer-signals.ts'
import { claimOutcome } from './claim-outcome.ts'
import {
  caseParams,
  claimBody,
  claimParams,
  claimReply,
  evidenceParams,
  evidenceReply,
  outcomesReply,
  signalAnswerBody,
  signalAnswerReply,
  signalBody,
  signalReply,
  verificationBody,
  verificationReply,
} from './contract.ts'
import { outcomesOf } from './reads.ts'
import { signalOutcome } from './signal-outcome.ts'
import { findEvidence } from './store.ts'
import { verifyOutcome } from './verify-outcome.ts'

const module = 'outcomes'

export const routes = [
  route({
    method: 'POST',
    path: '/cases/:caseId/signals',
    operation: 'signalOutcome',
    summary: 'Tell that work or studies have begun (R1)',
    module,
    may: ['jobseeker', 'caseworker', 'coordinator', 'adviser'],
    purpose: 'record that work or studies have begun',
    params: caseParams,
    body: signalBody,
    reply: signalReply,
    status: 201,
    handle: (context, { params, body }) => signalOutcome(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/signal-answers',
    operation: 'answerSignals',
    summary: 'Say what the signals of a case mean: the service goes on, or they do not hold',
    module,
    may: ['caseworker'],
    purpose: 'look at a signal of work or studies',
    params: caseParams,
    body: signalAnswerBody,
    reply: signalAnswerReply,
    status: 201,
    handle: (context, { params, body }) => answerSignals(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/claims',
    operation: 'claimOutcome',
    summary: 'Claim that work or studies have lasted (R2), or correct a claim',
    module,
    may: ['coordinator', 'adviser'],
    purpose: 'record a claim about an outcome',
    params: caseParams,
    body: claimBody,
    reply: claimReply,
    status: 201,
    handle: (context, { params, body }) => claimOutcome(context, { ...params, ...body }),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/outcomes',
    operation: 'listOutcomes',
    summary: 'Signals and claims of a case, the latest first; a provider sees its own claims',
    module,
    may: ['jobseeker', 'caseworker', 'approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'follow work and studies after the service',
    params: caseParams,
    reply: outcomesReply,
    handle: async (context, { params }) => {
      const reply = await outcomesOf(context, params.caseId)
      const empty = reply.signals.length + reply.claims.length === 0
      return unlessHidden(context, params.caseId, { reply, empty })
    },
  }),
  route({
    method: 'POST',
    path: '/claims/:claimId/evidence',
    operation: 'addEvidence',
    summary: 'Add a document to a claim: PDF, JPEG or PNG, at most 10 MB',
    module,
    may: ['coordinator', 'adviser', 'caseworker'],
    purpose: 'prove an outcome',
    params: claimParams,
    reply: evidenceReply,
    status: 201,
    uploadBytes: documentBytes,
    handle: (context, { params, upload }) =>
      addEvidence(context, { ...params, file: upload ? { name: upload.name, bytes: upload.bytes } : null }),
  }),
  download({
    method: 'GET',
    path: '/evidence/:evidenceId',
    operation: 'getEvidence',
    summary: 'A document that proves a claim, as a download',
    module,
    may: ['caseworker', 'approver', 'overseer', 'coordinator', 'adviser'],
    purpose: 'verify an outcome',
    params: evidenceParams,
    media: 'application/octet-stream',
    async handle(context, { params }) {
      const found = await findEvidence(context, params.evidenceId)
      if (found === null) return fail(problem('not-found'))
      return ok({ body: found.bytes, fileName: found.name, mediaType: found.mediaType })
    },
  }),
  route({
    method: 'POST',
    path: '/claims/:claimId/verification',
    operation: 'verifyOutcome',
    summary: 'Verify or refuse a claim',
    module,
    may: ['caseworker'],
    purpose: 'verify an outcome',
    params: claimParams,
    body: verificationBody,
    reply: verificationReply,
    status: 201,
    handle: (context, { params, body }) => verifyOutcome(context, { ...params, ...body }),
  }),
] as const
