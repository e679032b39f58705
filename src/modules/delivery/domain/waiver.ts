import type { Day } from '../../../kernel/day.ts'
import { type Rules, rulesOn, type Waiver } from '../../../rules/index.ts'

/** A waiver that the authority has decided, both days in (programme 4.5); `area` null = everywhere. */
export type DecidedWaiver = Pick<Waiver, 'rule' | 'area'> & { readonly firstDay: Day; readonly lastDay: Day }

/** Whether a rule of meetings is waived where the person lives on the day: by the law, or by a decision. */
export function isWaived(
  rule: Waiver['rule'],
  onDay: Day,
  areaCode: string | null,
  decided: readonly DecidedWaiver[],
  rules: Rules = rulesOn(onDay),
): boolean {
  const inForce = decided.filter((waiver) => waiver.firstDay <= onDay && waiver.lastDay >= onDay)
  return [...rules.delivery.waivers, ...inForce].some(
    (waiver) => waiver.rule === rule && (waiver.area === null || waiver.area === areaCode),
  )
}
