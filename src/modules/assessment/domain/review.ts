import type { Day } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import type { ReviewOutcome, Rules } from '../../../rules/index.ts'

/** A person's wish that a human looks at the assessment again (programme 4.2; 2016/679 Article 22, 2024/1689 Article 86). */
export interface AskedReview {
  readonly assessmentId: string
  readonly answerBy: Day
  readonly answered: boolean
}

/** What the law of reviews looks at. */
export interface ReviewState {
  readonly closed: boolean
  /** The latest assessment of the case, or `null`. */
  readonly latestId: string | null
  /** The latest wish, or `null`. */
  readonly asked: AskedReview | null
}

/**
 * The last day to answer, when a review may be asked for: an assessment is made and no earlier wish waits.
 * Problems: `case-closed`, `assessment-missing`, `review-waits` {answerBy}.
 */
export function askForReview(
  state: ReviewState,
  rules: Rules,
  on: Day,
): Result<{ assessmentId: string; answerBy: Day }> {
  if (state.closed) return fail(problem('case-closed'))
  if (state.latestId === null) return fail(problem('assessment-missing'))
  if (state.asked !== null && !state.asked.answered) {
    return fail(problem('review-waits', { values: { answerBy: state.asked.answerBy } }))
  }
  const answerBy = addWorkingDays(on, rules.assessment.reviewAnswerWorkingDays)
  return ok({ assessmentId: state.latestId, answerBy })
}

/**
 * Whether a review may be answered so. "Corrected" says that the assessment was made again, so it must have been.
 * Problems: `review-answered`, `review-nothing-corrected`.
 */
export function answerReview(
  state: Pick<ReviewState, 'latestId'>,
  asked: AskedReview,
  outcome: ReviewOutcome,
): Result<null> {
  if (asked.answered) return fail(problem('review-answered'))
  const madeAgain = state.latestId !== asked.assessmentId
  return outcome === 'corrected' && !madeAgain
    ? fail(problem('review-nothing-corrected', { field: 'outcome' }))
    : ok(null)
}
