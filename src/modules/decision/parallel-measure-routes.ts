import { z } from 'zod'
import { caseId } from '../../kernel/ids.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { unlessHidden } from '../registration/index.ts'
import {
  measureBody,
  measureEndBody,
  measureReply,
  measuresReply,
  refusalBody,
  refusalReply,
} from './contract/parallel-measures.ts'
import { decideParallelMeasure, endParallelMeasure } from './decide-parallel-measure.ts'
import { listMeasures } from './parallel-measure-reads.ts'
import { refuseExtension } from './refuse-extension.ts'

const params = z.object({ caseId: z.uuid() })

/** Measures beside the service, and the no to an extension (programme 4.3). */
export const parallelMeasureRoutes: readonly Route[] = [
  route({
    module: 'decision',
    method: 'GET',
    path: '/cases/:caseId/parallel-measures',
    operation: 'listParallelMeasures',
    summary: 'Measures with another actor beside the service, the latest first',
    may: ['jobseeker', 'caseworker', 'overseer', 'coordinator', 'adviser'],
    purpose: 'know what runs beside the service',
    params,
    reply: measuresReply,
    async handle(context, { params }) {
      const found = await listMeasures(context, caseId(params.caseId))
      if (!found.ok) return found
      const empty = found.value.items.length === 0
      return unlessHidden(context, caseId(params.caseId), { reply: found.value, empty })
    },
  }),
  route({
    module: 'decision',
    method: 'POST',
    path: '/cases/:caseId/parallel-measures',
    operation: 'decideParallelMeasure',
    summary: 'Decide a measure with another actor beside the service and send the letter',
    may: ['caseworker'],
    purpose: 'decide on a parallel measure',
    params,
    body: measureBody,
    reply: measureReply,
    status: 201,
    handle: (context, { params, body }) => decideParallelMeasure(context, { ...body, caseId: caseId(params.caseId) }),
  }),
  route({
    module: 'decision',
    method: 'POST',
    path: '/parallel-measures/:measureId/end',
    operation: 'endParallelMeasure',
    summary: 'End a parallel measure before its last day, or call it off',
    may: ['caseworker'],
    purpose: 'decide on a parallel measure',
    params: z.object({ measureId: z.uuid() }),
    body: measureEndBody,
    reply: measureReply,
    status: 201,
    handle: (context, { params, body }) => endParallelMeasure(context, { ...body, ...params }),
  }),
  route({
    module: 'decision',
    method: 'POST',
    path: '/cases/:caseId/extension-refusals',
    operation: 'refuseExtension',
    summary: 'Decide that the service is not extended and send the letter',
    may: ['caseworker'],
    purpose: 'decide on an extension',
    params,
    body: refusalBody,
    reply: refusalReply,
    status: 201,
    handle: (context, { params, body }) => refuseExtension(context, { ...body, caseId: caseId(params.caseId) }),
  }),
]
