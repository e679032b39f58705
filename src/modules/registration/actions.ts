import type { CaseId } from '../../kernel/ids.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import type { Role } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { type CaseHead, findCase } from './find-case.ts'

/** One thing that the page may offer: allowed, or why not. */
export interface Action {
  readonly name: string
  readonly module: string
  readonly allowed: boolean
  readonly because?: Problem
}

interface Offer {
  readonly name: string
  readonly roles: readonly Role[]
  because(head: CaseHead): Problem | null
}

const closed = (head: CaseHead): Problem | null => (head.closed ? problem('case-closed') : null)

const offers: readonly Offer[] = [
  {
    name: 'giveProfilingNotice',
    roles: ['jobseeker', 'caseworker'],
    because: (head) => closed(head) ?? (head.profilingNoticeOn === null ? null : problem('notice-already-given')),
  },
  { name: 'correctPerson', roles: ['jobseeker', 'caseworker'], because: () => null },
  { name: 'assignCase', roles: ['caseworker'], because: closed },
  {
    name: 'nameStaff',
    roles: ['caseworker'],
    because: (head) => (head.protection === 'none' ? problem('not-protected') : null),
  },
]

/** What this module offers on the case's page to the acting role. */
export async function actionsOf(context: Context, caseId: CaseId): Promise<Action[]> {
  const mine = offers.filter((offer) => offer.roles.includes(context.actor.role))
  const head = mine.length === 0 ? null : await findCase(context, caseId)
  if (head === null) return []
  return mine.map(({ name, because }) => {
    const refusal = because(head)
    const action = { name, module: 'registration', allowed: refusal === null }
    return refusal === null ? action : { ...action, because: refusal }
  })
}
