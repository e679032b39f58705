import type { Day } from '../../../kernel/day.ts'
import type { PlacementId } from '../../../kernel/ids.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { Spell } from '../../market/domain/index.ts'

/** A spell of the provider that acts. */
export type OwnSpell = Spell & { readonly placementId: PlacementId }

/** Whole days of approved absence, both in. */
export type Absence = { readonly from: Day; readonly to: Day | null }

/** What is known when something is logged: the day, and the acting provider's own spells in the case. */
export type LogState = { readonly today: Day; readonly spells: readonly OwnSpell[] }

/** The spell that covers a day, or null. */
export function spellOn<S extends Spell>(on: Day, spells: readonly S[]): S | null {
  return spells.find((spell) => spell.firstDay <= on && (spell.lastDay === null || spell.lastDay >= on)) ?? null
}

/** Whether the day is one of approved absence: what took place on it counts, but is warned about (programme 4.5). */
export function isAbsent(on: Day, absences: readonly Absence[]): boolean {
  return absences.some((absence) => absence.from <= on && (absence.to === null || absence.to >= on))
}

/**
 * The spell in which something on a day is logged: not in the future, and in service with this provider.
 * Problems: `in-the-future`, `not-in-service`.
 */
export function spellToLogIn(onDay: Day, state: LogState): Result<OwnSpell> {
  if (onDay > state.today) return fail(problem('in-the-future', { field: 'onDay', values: { today: state.today } }))
  const spell = spellOn(onDay, state.spells)
  return spell ? ok(spell) : fail(problem('not-in-service', { field: 'onDay', values: { day: onDay } }))
}
