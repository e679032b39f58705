/**
 * Law examples of programme 4.2: where a person stands in window 5 (180 days) and in one that asks for 90 days and lets
 * in chances up to 0.55. Everyone is otherwise the same.
 */
export const standingCases = [
  { rule: 'days met in both, a chance inside both', days: 200, chance: 0.3, before: 'C', after: 'C' },
  { rule: 'too few days before, enough after: enters', days: 120, chance: 0.3, before: 'not-met', after: 'C' },
  { rule: 'too few days in both', days: 50, chance: 0.3, before: 'not-met', after: 'not-met' },
  { rule: 'too near before, inside after: enters at level A', days: 200, chance: 0.52, before: 'near', after: 'A' },
  { rule: 'far before, far after', days: 200, chance: 0.1, before: 'far', after: 'far' },
  { rule: 'another level', days: 200, chance: 0.36, before: 'B', after: 'C' },
  { rule: 'inside before, far after: leaves', days: 200, chance: 0.26, before: 'C', after: 'far' },
  {
    rule: 'near without the days is near: the chance is asked first',
    days: 0,
    chance: 0.9,
    before: 'near',
    after: 'near',
  },
] as const
