import { type Month, monthOf } from '../../../../src/kernel/day.ts'
import type { StepFact } from '../../ui/case-steps.ts'

/** The months in which the participant disputes something that nobody has settled, the earliest first. */
export function disputedMonths(steps: readonly StepFact[]): Month[] {
  const disputed = steps.filter(({ kind, facts }) =>
    kind === 'delivery.activities-logged'
      ? typeof facts.disputed === 'number' && facts.disputed > 0
      : kind.startsWith('delivery.meeting-') && facts.answer === 'disputed',
  )
  return [...new Set(disputed.map((step) => monthOf(step.on)))].sort()
}
