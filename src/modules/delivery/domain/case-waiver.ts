import { addDays, type Day, daysBetween, maxDay } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { Rules, Waiver } from '../../../rules/index.ts'
import type { Spell } from '../../market/domain/index.ts'

/** A caseworker's exception for one participant: which rule of meetings, and its days, both in (programme 4.5). */
export type CaseWaiver = { readonly rule: Waiver['rule']; readonly firstDay: Day; readonly lastDay: Day }

/**
 * Whether an exception may be recorded: its days in order, beginning with a provider, and no longer than the rule says. It may
 * begin in the past, since what was held in need is told afterwards; the clocks are counted anew.
 * Problems: `end-before-start`, `not-in-service` {day}, `case-waiver-too-long` {most}.
 */
export function checkCaseWaiver(waiver: CaseWaiver, spells: readonly Spell[], rules: Rules): Result<CaseWaiver> {
  const { firstDay, lastDay } = waiver
  if (lastDay < firstDay)
    return fail(problem('end-before-start', { field: 'lastDay', values: { from: firstDay, to: lastDay } }))
  const within = spells.some((each) => each.firstDay <= firstDay && (each.lastDay === null || each.lastDay >= firstDay))
  if (!within) return fail(problem('not-in-service', { field: 'firstDay', values: { day: firstDay } }))
  const most = rules.delivery.caseWaiverMaxDays
  if (daysBetween(firstDay, lastDay) + 1 > most)
    return fail(problem('case-waiver-too-long', { field: 'lastDay', values: { most } }))
  return ok(waiver)
}

/**
 * The new last day of an exception that is not needed any longer: yesterday at the earliest, so that what was held under it
 * still counts. Problems: `case-waiver-over` {lastDay}, `last-day-outside-waiver` {from, to}.
 */
export function endCaseWaiver(waiver: CaseWaiver, lastDay: Day, today: Day): Result<Day> {
  if (waiver.lastDay < today) return fail(problem('case-waiver-over', { values: { lastDay: waiver.lastDay } }))
  const yesterday = addDays(today, -1)
  const before = addDays(waiver.firstDay, -1)
  const from = maxDay(before, yesterday)
  const to = addDays(waiver.lastDay, -1)
  if (lastDay >= from && lastDay <= to) return ok(lastDay)
  return fail(problem('last-day-outside-waiver', { field: 'lastDay', values: { from, to } }))
}
