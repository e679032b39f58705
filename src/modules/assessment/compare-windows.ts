import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import type { ComparedSide, CompareWindowsBody, ComparisonRequested } from './contract/windows.ts'
import type { WindowLaw } from './domain/window-comparison.ts'
import { checkCutPoints } from './domain/window-plan.ts'
import { windowNumberedOn } from './windows-known.ts'

/** One side of a comparison as it is kept; `number` null for a draft. */
export interface KeptSide {
  readonly number: number | null
  readonly law: WindowLaw
}

/** Under which comparisons are queued. */
export const compareWindowsTask = 'compare-windows'
/** Who decides on windows. */
export const windowKeepers = ['administrator'] as const
/** Who may follow what is compared and planned. */
export const windowReaders = ['administrator', 'analyst', 'overseer'] as const
/** Who may also read what each provider would expect. */
export const revenueReaders = ['administrator', 'analyst'] as const

/**
 * Queues a comparison of two windows, published, decided or drafted, on everyone registered today (programme 4.2).
 * Problems: `not-allowed`, `window-unknown` {number}, `cut-points-order`.
 */
export async function compareWindows(
  context: Context,
  command: CompareWindowsBody,
): Promise<Result<ComparisonRequested>> {
  const may = mayAct(context, windowKeepers)
  if (!may.ok) return may
  const before = await sideOf(context, command.before, 'before')
  if (!before.ok) return before
  const after = await sideOf(context, command.after, 'after')
  if (!after.ok) return after
  const comparisonId = newId<string>()
  await sql`
    insert into assessment.window_comparison (id, before, after, on_day, requested_by, requested_at)
    values (${comparisonId}, ${JSON.stringify(before.value)}::jsonb, ${JSON.stringify(after.value)}::jsonb, ${context.today},
      ${context.actor.userId}, ${context.now})`.execute(context.db)
  await queueComparison(context, comparisonId)
  return ok({ queued: true, comparisonId })
}

async function queueComparison(context: Context, comparisonId: string): Promise<void> {
  const payload = JSON.stringify({ comparisonId })
  await sql`select platform.enqueue(${compareWindowsTask}, ${payload}::json, ${`${compareWindowsTask}:${comparisonId}`})`.execute(
    context.db,
  )
}

/** Queues comparisons that wait or were broken off; once when the house opens. */
export async function queueOpenComparisons(context: Context): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from assessment.window_comparison where ended_at is null`.execute(context.db)
  for (const { id } of rows) await queueComparison(context, id)
}

async function sideOf(context: Context, side: ComparedSide, field: 'before' | 'after'): Promise<Result<KeptSide>> {
  if ('window' in side) {
    const law = await windowNumberedOn(context, side.window)
    if (law === null) return fail(problem('window-unknown', { field, values: { number: side.window } }))
    return ok({ number: side.window, law })
  }
  const { cutPoints, ...criteria } = side.draft
  const checked = checkCutPoints(cutPoints)
  return checked.ok ? ok({ number: null, law: draftedLaw(criteria, cutPoints, context.today) }) : checked
}

/** A draft has no number and no day of its own until it is planned. */
function draftedLaw(
  criteria: Omit<WindowLaw['window'], 'number' | 'from'>,
  cutPoints: WindowLaw['cutPoints'],
  on: Day,
): WindowLaw {
  return { window: { number: 0, from: on, ...criteria }, cutPoints }
}
