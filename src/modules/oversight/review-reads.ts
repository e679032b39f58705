import { sql } from 'kysely'
import { addMonths, type Day } from '../../kernel/day.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { ReviewItem, ReviewsReply, SamplePage } from './contract.ts'
import { type ReviewVerdict, reviewedUnits } from './domain/index.ts'
import { comparers, officeNames } from './variation-reads.ts'

type Head = Omit<SamplePage, 'items'>

const heads = sql`
  select s.id as "sampleId", s.from_day as "from", s.to_day as "to", s.size, s.population, s.seed, s.drawn_on as "drawnOn",
         u.display_name as "drawnByName",
         coalesce((select sum(n.items) from oversight.review_counts(s.id) n where n.verdict is not null), 0)::integer as classed
    from oversight.review_sample s left join platform.user_account u on u.id = s.recorded_by`

/** Every sample, the latest first, and what all of them together have found, office by office. Problem: `not-allowed`. */
export async function reviewsOf(context: Context): Promise<Result<ReviewsReply>> {
  const may = mayAct(context, comparers)
  if (!may.ok) return may
  const { rows: items } = await sql<Head>`${heads} order by s.recorded_at desc, s.id desc limit 100`.execute(context.db)
  const { rows: counts } = await sql<{ officeId: string | null; verdict: ReviewVerdict; items: number }>`
    select office_id as "officeId", verdict, sum(items)::integer as items from oversight.review_counts(null)
     where verdict is not null group by 1, 2`.execute(context.db)
  const { reviewLeastClassed, reviewIntervalPercent, reviewSampleSize } = context.rules.oversight
  const classed = counts.flatMap(({ officeId, verdict, items: found }) =>
    Array.from({ length: found }, () => ({ unit: officeId, verdict })),
  )
  const names = await officeNames(context)
  return ok({
    items,
    offices: reviewedUnits(classed, { least: reviewLeastClassed, percent: reviewIntervalPercent }).map(
      ({ unit, classed: sum, shares }) => ({
        officeId: unit,
        name: unit === null ? null : (names.get(unit) ?? null),
        classed: sum,
        shares,
      }),
    ),
    dueOn: nextReviewOn(context, items[0]?.drawnOn as Day | undefined),
    sampleSize: reviewSampleSize,
    leastClassed: reviewLeastClassed,
    intervalPercent: reviewIntervalPercent,
  })
}

/** The day by which a new sample is to be drawn: so many months after the latest, at once when there is none. */
function nextReviewOn(context: Context, latest: Day | undefined): Day {
  return latest === undefined ? context.today : addMonths(latest, context.rules.oversight.reviewEveryMonths)
}

/** One sample with its abstentions, page by page in the order they were drawn. Problems: `not-allowed`, `not-found`. */
export async function samplePageOf(
  context: Context,
  sampleId: string,
  { page, limit }: { readonly page: number; readonly limit: number },
): Promise<Result<SamplePage>> {
  const may = mayAct(context, ['overseer'])
  if (!may.ok) return may
  const { rows } = await sql<Head>`${heads} where s.id = ${sampleId}`.execute(context.db)
  const [head] = rows
  if (head === undefined) return fail(problem('not-found'))
  const found = await sql<ReviewItem & { personId: PersonId; total: number }>`
    select i.id as "itemId", i.position, i.case_id as "caseId", i.person_id as "personId", a.on_day as "onDay", a.code, a.text, o.name as "officeName",
           b.display_name as "abstainedByName", m.level, m.probability, c.verdict, c.note, r.display_name as "classedByName",
           i.abstained_by is not distinct from ${context.actor.userId}::uuid as own, count(*) over ()::integer as total
      from oversight.review_item i
      join decision.v_abstention a on a.abstention_id = i.abstention_id
      left join assessment.v_assessment m on m.assessment_id = a.assessment_id
      left join platform.office o on o.id = i.office_id
      left join platform.user_account b on b.id = i.abstained_by
      left join oversight.review_class c on c.item_id = i.id and not exists (select 1 from oversight.review_class n where n.replaces = c.id)
      left join platform.user_account r on r.id = c.recorded_by
     where i.sample_id = ${sampleId} order by i.position limit ${limit} offset ${(page - 1) * limit}`.execute(
    context.db,
  )
  const items = found.rows.map(({ personId, total: _total, ...one }) => {
    context.readPerson(personId)
    return one
  })
  return ok({ ...head, items: { items, page, limit, total: found.rows[0]?.total ?? 0 } })
}
