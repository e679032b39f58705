import type { Day } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { PriceModel } from '../../../rules/index.ts'

/** One area's passing from the older service to Rusta och matcha (växling), on its first day with the new one. */
export type RollOut = { readonly areaCode: string; readonly switchOn: Day; readonly priceModel: PriceModel }

/** What a plan must know of the areas as they are. */
export type AreaService = { readonly code: string; readonly rolledOutFrom: Day | null }

/**
 * Whether a plan can stand: each area once, known, not switched or signed already, on a day that lies ahead; the older
 * service ends its new referrals the day before, so the two never take new ones at once (programme 4.4).
 * Problems: `plan-empty`, `area-twice`, `area-unknown`, `area-already-switched`, `switch-in-the-past`.
 */
export function checkRollOut(lines: readonly RollOut[], areas: readonly AreaService[], today: Day): Result<null> {
  if (lines.length === 0) return fail(problem('plan-empty', { field: 'lines' }))
  const seen = new Set<string>()
  for (const { areaCode: code, switchOn } of lines) {
    const values = { code }
    if (seen.has(code)) return fail(problem('area-twice', { field: 'lines', values }))
    seen.add(code)
    const area = areas.find((one) => one.code === code)
    if (area === undefined) return fail(problem('area-unknown', { field: 'lines', values }))
    if (area.rolledOutFrom !== null) {
      return fail(problem('area-already-switched', { field: 'lines', values: { code, day: area.rolledOutFrom } }))
    }
    if (switchOn <= today)
      return fail(problem('switch-in-the-past', { field: 'lines', values: { code, day: switchOn } }))
  }
  return ok(null)
}

/** What an area would have on its first day with the new service, as far as is known now. */
export type Foreseen = {
  readonly contracts: number
  readonly providers: number
  /** Contracts without a cap offer places without a limit; they are not in the number of seats. */
  readonly uncapped: number
  readonly seats: number
  /** Participants with those contracts today; they keep their seats. */
  readonly participants: number
  /** Jobseekers registered in the area today. */
  readonly registered: number
}

/** What a signer should see first: nobody to choose, only one to choose, or no seat left. */
export function warningsOf(foreseen: Foreseen): readonly ('no-contract' | 'one-provider' | 'no-seat-left')[] {
  if (foreseen.contracts === 0) return ['no-contract']
  return [
    ...(foreseen.providers === 1 ? (['one-provider'] as const) : []),
    ...(foreseen.uncapped === 0 && foreseen.seats <= foreseen.participants ? (['no-seat-left'] as const) : []),
  ]
}
