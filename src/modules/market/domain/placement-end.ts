import { addDays, type Day, maxDay } from '../../../kernel/day.ts'
import type { Rules } from '../../../rules/index.ts'

/** Why a spell with a provider ended. */
export type EndCause = 'interruption' | 'outcome' | 'chain-over' | 'changed' | 'deceased'

/** The days that a participant is with one provider; one that ends before its first day never began. */
export type Spell = { readonly firstDay: Day; readonly lastDay: Day | null }

/**
 * The last day that an end of service gives a spell, or null when the spell already ends by then. A spell that would
 * begin later never begins: its last day is the day before its first.
 */
export function lastDayOfSpell(spell: Spell, lastDayInService: Day): Day | null {
  const last = maxDay(lastDayInService, addDays(spell.firstDay, -1))
  return spell.lastDay === null || spell.lastDay > last ? last : null
}

/** The first day on which the provider no longer reads the case: 30 days after the spell are still its own (programme 12). */
export function firstDayWithoutAccess(lastDay: Day, rules: Rules): Day {
  return addDays(lastDay, rules.platform.providerReadsAfterDays + 1)
}

/** The spell that lasts, or lies ahead: at most one has no last day, or one that is still to come; null for none. */
export function currentSpell<T extends Spell>(spells: readonly T[], today: Day): T | null {
  return spells.findLast((spell) => isLasting(spell, today)) ?? null
}

function isLasting({ firstDay, lastDay }: Spell, today: Day): boolean {
  return lastDay === null || (lastDay >= firstDay && lastDay > today)
}
