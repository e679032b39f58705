import type { Day } from '../../../kernel/day.ts'
import type { Rules, Waiver } from '../../../rules/index.ts'
import type { Absence } from './log-day.ts'
import { type DecidedWaiver, isWaived } from './waiver.ts'

/**
 * Why the clocks ask for less on a day than they otherwise would: approved absence, a full-time parallel measure, or a waiver of
 * a rule of meetings (programme 4.5). `lastDay` null = no end is known.
 */
export type Exemption = {
  readonly kind: 'approved-absence' | 'parallel-measure' | Waiver['rule']
  readonly lastDay: Day | null
}

type Away = {
  readonly absences: readonly Absence[]
  readonly parallel: readonly Absence[]
  readonly waivers: readonly DecidedWaiver[]
  readonly areaCode: string
}

const waivedRules = ['telephone-meeting', 'no-physical-meeting'] as const

/** The exemptions that hold on the day, each kind once with the day on which the last of it ends. */
export function exemptionsOn(on: Day, { absences, parallel, waivers, areaCode }: Away, rules: Rules): Exemption[] {
  const away = (kind: Exemption['kind'], spans: readonly Absence[]) => {
    const holding = spans.filter((span) => span.from <= on && (span.to === null || span.to >= on))
    return holding.length === 0 ? [] : [{ kind, lastDay: latest(holding.map((span) => span.to)) }]
  }
  return [
    ...away('approved-absence', absences),
    ...away('parallel-measure', parallel),
    ...waivedRules.flatMap((rule): Exemption[] => {
      if (!isWaived(rule, on, areaCode, waivers, rules)) return []
      const decided = waivers.filter(
        (each) =>
          each.rule === rule &&
          each.firstDay <= on &&
          each.lastDay >= on &&
          (each.area === null || each.area === areaCode),
      )
      return [{ kind: rule, lastDay: decided.length === 0 ? null : latest(decided.map((each) => each.lastDay)) }]
    }),
  ]
}

function latest(days: readonly (Day | null)[]): Day | null {
  let last: Day | null = days[0] ?? null
  for (const day of days) {
    if (day === null) return null
    if (last === null || day > last) last = day
  }
  return last
}
