import type { Day } from '../../../kernel/day.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { EmployerContactKind, EmployerContactResult, Rules } from '../../../rules/index.ts'
import { type OwnSpell, spellToLogIn } from './log-day.ts'

/** A provider's contact with an employer, made for some of its participants or for none in particular (programme 4.5). */
export type EmployerContact = {
  readonly onDay: Day
  readonly kind: EmployerContactKind
  readonly employer: string
  readonly workplace: string | null
  readonly result: EmployerContactResult
}

/** What is known when a contact is logged: the day, and the acting provider's spells with each participant concerned. */
export type ContactState = { readonly today: Day; readonly concerned: readonly (readonly OwnSpell[])[] }

/**
 * Checks a contact by the law of its day, and finds the spell of each participant concerned, in the order given.
 * Problems: `in-the-future`, `required`, `contact-kind-unknown`, `contact-result-unknown`, `not-in-service`.
 */
export function checkEmployerContact(
  contact: EmployerContact,
  state: ContactState,
  rules: Rules,
): Result<readonly OwnSpell[]> {
  const { onDay } = contact
  const { today } = state
  if (onDay > today) return fail(problem('in-the-future', { field: 'onDay', values: { today } }))
  const fault = faultOf(contact, rules)
  if (fault) return fail(fault)
  const spells: OwnSpell[] = []
  for (const own of state.concerned) {
    const spell = spellToLogIn(onDay, { today, spells: own })
    if (!spell.ok) return spell
    spells.push(spell.value)
  }
  return ok(spells)
}

function faultOf({ employer, kind, result }: EmployerContact, rules: Rules): Problem | null {
  const { employerContactKinds, employerContactResults } = rules.delivery
  if (employer.trim() === '') return problem('required', { field: 'employer' })
  if (!employerContactKinds.some((each) => each.code === kind))
    return problem('contact-kind-unknown', { field: 'kind', values: { code: kind } })
  if (!employerContactResults.some((each) => each.code === result))
    return problem('contact-result-unknown', { field: 'result', values: { code: result } })
  return null
}
