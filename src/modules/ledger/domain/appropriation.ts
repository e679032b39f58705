import type { Rules } from '../../../rules/index.ts'
import type { Entitlement } from '../../compensation/domain/index.ts'

/** What a statement's line can be for. */
type LineKind = Entitlement['kind']

const lineKinds = [
  'base_fee',
  'outcome_payment',
  'outcome_payment_rr1',
  'outcome_payment_rr2',
  'speed_premium',
] as const satisfies readonly LineKind[]

/**
 * The appropriation that bears each kind of line (programme 4.3), from the dated rule: the one that pays the providers,
 * whatever the person's programme. Throws when the rules name none: every line is borne by something.
 */
export function appropriationsOf({ decision }: Rules): Readonly<Record<LineKind, string>> {
  const found = decision.appropriations.find(
    (each) => each.pays === 'provider-compensation' && each.programmes === null,
  )
  if (found === undefined) throw new RangeError('no appropriation pays the providers')
  return Object.fromEntries(lineKinds.map((kind) => [kind, found.code])) as Record<LineKind, string>
}
