import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, LetterId, PersonId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { ReviewOutcome } from '../../rules/index.ts'

/** A person's wish for a review with its answer, as they stand in the tables. */
export interface StoredReview {
  readonly reviewId: string
  readonly assessmentId: string
  readonly assessedOn: Day
  readonly askedOn: Day
  readonly bySelf: boolean
  readonly why: string | null
  readonly answerBy: Day
  readonly answered: boolean
  readonly outcome: ReviewOutcome | null
  readonly words: string | null
  readonly answeredOn: Day | null
  readonly answeredBy: string | null
  readonly letterId: string | null
}

interface CaseKey {
  readonly caseId: CaseId
  readonly personId: PersonId
}

/** Every wish of a case, the latest first. */
export async function reviewsOf(context: Context, caseId: CaseId): Promise<StoredReview[]> {
  const { rows } = await sql<StoredReview>`
    select r.id as "reviewId", r.assessment_id as "assessmentId", a.on_day as "assessedOn", r.asked_on as "askedOn", r.by_self as "bySelf",
           r.why, r.answer_by as "answerBy", w.request_id is not null as answered, w.outcome, w.words, w.on_day as "answeredOn",
           u.display_name as "answeredBy", w.letter_id as "letterId"
      from assessment.review_request r
      join assessment.assessment a on a.id = r.assessment_id
      left join assessment.review_answer w on w.request_id = r.id
      left join platform.user_account u on u.id = w.recorded_by
     where r.case_id = ${caseId} order by r.recorded_at desc, r.id desc limit 100`.execute(context.db)
  return rows
}

export async function saveReviewRequest(
  context: Context,
  asked: CaseKey & { id: string; assessmentId: string; bySelf: boolean; why: string | null; answerBy: Day },
): Promise<void> {
  await sql`
    insert into assessment.review_request (id, case_id, person_id, assessment_id, asked_on, by_self, why, answer_by, recorded_at, recorded_by)
    values (${asked.id}, ${asked.caseId}, ${asked.personId}, ${asked.assessmentId}, ${context.today}, ${asked.bySelf}, ${asked.why},
            ${asked.answerBy}, ${context.now}, ${context.actor.userId})`.execute(context.db)
}

export async function saveReviewAnswer(
  context: Context,
  answer: CaseKey & { reviewId: string; outcome: ReviewOutcome; words: string; letterId: LetterId },
): Promise<void> {
  await sql`
    insert into assessment.review_answer (request_id, case_id, person_id, outcome, words, on_day, letter_id, recorded_at, recorded_by)
    values (${answer.reviewId}, ${answer.caseId}, ${answer.personId}, ${answer.outcome}, ${answer.words}, ${context.today},
            ${answer.letterId}, ${context.now}, ${context.actor.userId})`.execute(context.db)
}
