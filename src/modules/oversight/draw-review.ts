import { sql } from 'kysely'
import { hash32 } from '../../kernel/hash.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import type { DrawBody } from './contract.ts'
import { drawSample } from './domain/index.ts'
import { daysAsked } from './period.ts'
import { saveSample } from './review-store.ts'

/** A sample as it was drawn. */
export interface DrawnSample {
  readonly sampleId: string
  readonly size: number
  readonly population: number
  readonly seed: number
}

/**
 * Draws a sample of the abstentions of a period, to be classed (programme 4.2). The seed follows from the sample's key, so
 * that nobody chooses it, and is kept, so that anybody can draw the sample again.
 * Problems: `not-allowed`, `period-reversed`, `nothing-to-review`.
 */
export async function drawReview(context: Context, command: DrawBody): Promise<Result<DrawnSample>> {
  const may = mayAct(context, ['overseer'])
  if (!may.ok) return may
  const asked = daysAsked(context, command)
  if (!asked.ok) return asked
  const days = asked.value
  const { rows } = await sql<{ id: string }>`
    select id from oversight.abstentions_between(${days.from}, ${days.to}) as a (id)`.execute(context.db)
  if (rows.length === 0) return fail(problem('nothing-to-review', { values: { from: days.from, to: days.to } }))
  const sampleId = newId<string>()
  const drawn = drawSample(
    rows.map((row) => row.id),
    context.rules.oversight.reviewSampleSize,
    hash32(sampleId),
  )
  await saveSample(context, { sampleId, ...days, ...drawn })
  return ok({ sampleId, size: drawn.drawn.length, population: drawn.population, seed: drawn.seed })
}
