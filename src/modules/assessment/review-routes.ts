import { z } from 'zod'
import { caseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok } from '../../kernel/result.ts'
import { route } from '../../platform/http/route.ts'
import { answerReview } from './answer-review.ts'
import { askForReview } from './ask-for-review.ts'
import {
  answerReviewBody,
  answerReviewReply,
  askForReviewBody,
  askForReviewReply,
  reviewsReply,
} from './contract/review.ts'
import { listReviews } from './review-reads.ts'

const params = z.object({ caseId: z.uuid() })

export const reviewRoutes = [
  route({
    method: 'POST',
    path: '/cases/:caseId/assessment-reviews',
    operation: 'askForReview',
    summary: 'Ask for a person to look at the latest assessment again',
    module: 'assessment',
    may: ['jobseeker', 'caseworker'],
    purpose: 'ask for a human review of the assessment',
    params,
    body: askForReviewBody,
    reply: askForReviewReply,
    status: 201,
    handle: (context, { params, body }) => askForReview(context, { ...body, caseId: caseId(params.caseId) }),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/assessment-reviews',
    operation: 'listReviews',
    summary: 'Reviews asked for and their answers, the latest first',
    module: 'assessment',
    may: ['jobseeker', 'caseworker', 'overseer'],
    purpose: 'follow a human review of the assessment',
    params,
    reply: reviewsReply,
    handle: async (context, { params }) => {
      const reply = await listReviews(context, caseId(params.caseId))
      return reply === null ? fail(problem('not-found')) : ok(reply)
    },
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/assessment-reviews/:reviewId/answer',
    operation: 'answerReview',
    summary: 'Answer the person who asked for a review, with a letter',
    module: 'assessment',
    may: ['caseworker'],
    purpose: 'review the assessment of a person',
    params: params.extend({ reviewId: z.uuid() }),
    body: answerReviewBody,
    reply: answerReviewReply,
    status: 201,
    handle: (context, { params: { caseId: id, reviewId }, body }) =>
      answerReview(context, { ...body, caseId: caseId(id), reviewId }),
  }),
] as const
