import { z } from 'zod'

/** What the web and the API share about a person's right to have the assessment looked at by a person (programme 4.2). */

export const reviewOutcome = z.enum(['stands', 'corrected', 'judged-otherwise'])
export type ReviewOutcome = z.infer<typeof reviewOutcome>

export const askForReviewBody = z.object({
  why: z.string().trim().max(2000).optional().describe('What the person thinks is wrong, in own words; not needed'),
})
export type AskForReviewBody = z.infer<typeof askForReviewBody>
export const askForReviewReply = z.object({ reviewId: z.uuid(), answerBy: z.iso.date() })
export type AskForReviewReply = z.infer<typeof askForReviewReply>

export const answerReviewBody = z.object({
  outcome: reviewOutcome.describe('corrected needs an assessment made after the one that was asked about'),
  words: z.string().trim().min(3).max(2000).describe('The answer to the person, in plain words; stands in the letter'),
})
export type AnswerReviewBody = z.infer<typeof answerReviewBody>
export const answerReviewReply = z.object({ reviewId: z.uuid(), letterId: z.uuid() })
export type AnswerReviewReply = z.infer<typeof answerReviewReply>

const answerToReview = z.object({
  outcome: reviewOutcome,
  words: z.string(),
  onDay: z.iso.date(),
  by: z.string().nullable().describe('Who looked at it'),
  letterId: z.uuid().nullable(),
})

export const assessmentReview = z.object({
  reviewId: z.uuid(),
  assessmentId: z.uuid(),
  assessedOn: z.iso.date(),
  askedOn: z.iso.date(),
  bySelf: z.boolean().describe('False when staff recorded what the person said'),
  why: z.string().nullable(),
  answerBy: z.iso.date(),
  answer: answerToReview.nullable(),
})
export type AssessmentReview = z.infer<typeof assessmentReview>

export const reviewsReply = z.object({
  items: z.array(assessmentReview).describe('The latest first'),
  mayAsk: z.boolean().describe('Whether a review can be asked for now'),
  answerWorkingDays: z.number().int(),
})
export type ReviewsReply = z.infer<typeof reviewsReply>
