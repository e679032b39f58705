import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import { actRoutes } from './act-routes.ts'
import { checksOf } from './check-reads.ts'
import { classAbstention } from './class-abstention.ts'
import { complaintRoutes } from './complaint-routes.ts'
import {
  checkReply,
  checksReply,
  classBody,
  classReply,
  drawBody,
  itemParams,
  nothingBody,
  officeParams,
  officeVariationReply,
  pageQuery,
  periodQuery,
  reviewsReply,
  samplePage,
  sampleParams,
  sampleReply,
  variationReply,
} from './contract.ts'
import { drawReview } from './draw-review.ts'
import { requestCheck } from './request-check.ts'
import { reviewsOf, samplePageOf } from './review-reads.ts'
import { caseworkerVariations, comparers, officeVariations } from './variation-reads.ts'

const module = 'oversight'
const purpose = 'no personal data'

export const routes: readonly Route[] = [
  route({
    module,
    purpose,
    method: 'GET',
    path: '/oversight/variation',
    operation: 'readVariation',
    summary: 'How often and why each office abstains when the tool says yes, adjusted for the mix of its cases',
    may: comparers,
    query: periodQuery,
    reply: variationReply,
    handle: (context, { query }) => officeVariations(context, query),
  }),
  route({
    module,
    purpose: 'follow up how caseworkers use the assessment tool',
    method: 'GET',
    path: '/oversight/variation/offices/:officeId',
    operation: 'readOfficeVariation',
    summary: 'The same for the caseworkers of one office',
    may: ['overseer'],
    params: officeParams,
    query: periodQuery,
    reply: officeVariationReply,
    handle: (context, { params, query }) => caseworkerVariations(context, params.officeId, query),
  }),
  route({
    module,
    purpose,
    method: 'GET',
    path: '/oversight/reviews',
    operation: 'listReviewSamples',
    summary: 'Samples of abstentions, and what reviewers have found of their reasons, office by office',
    may: comparers,
    reply: reviewsReply,
    handle: (context) => reviewsOf(context),
  }),
  route({
    module,
    purpose: 'review reasons to abstain',
    method: 'POST',
    path: '/oversight/reviews',
    operation: 'drawReview',
    summary: 'Draw a random sample of the abstentions of a period; its seed is kept',
    may: ['overseer'],
    body: drawBody,
    reply: sampleReply,
    status: 201,
    handle: (context, { body }) => drawReview(context, body),
  }),
  route({
    module,
    purpose: 'review reasons to abstain',
    method: 'GET',
    path: '/oversight/reviews/:sampleId',
    operation: 'readReview',
    summary: 'One sample with its abstentions in the order they were drawn',
    may: ['overseer'],
    params: sampleParams,
    query: pageQuery,
    reply: samplePage,
    handle: (context, { params, query }) => samplePageOf(context, params.sampleId, query),
  }),
  route({
    module,
    purpose: 'review reasons to abstain',
    method: 'POST',
    path: '/oversight/review-items/:itemId/class',
    operation: 'classAbstention',
    summary: 'Class a drawn abstention as valid, not valid or an administrative error, with a note',
    may: ['overseer'],
    params: itemParams,
    body: classBody,
    reply: classReply,
    status: 201,
    handle: (context, { params, body }) => classAbstention(context, { ...params, ...body }),
  }),
  route({
    module,
    purpose,
    method: 'GET',
    path: '/oversight/checks',
    operation: 'listToolChecks',
    summary:
      'Checks of the tool: whether the same case gets the same answer whatever must not matter, and whether the log is whole',
    may: comparers,
    reply: checksReply,
    handle: (context) => checksOf(context),
  }),
  route({
    module,
    purpose,
    method: 'POST',
    path: '/oversight/checks',
    operation: 'requestToolCheck',
    summary: 'Run a check of the tool over cases that chance picks; it is run by a job',
    may: ['overseer', 'administrator'],
    body: nothingBody,
    reply: checkReply,
    status: 202,
    handle: (context) => requestCheck(context),
  }),
  ...actRoutes,
  ...complaintRoutes,
]
