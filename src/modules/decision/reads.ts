import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { type Action, type CaseHead, findCase } from '../registration/index.ts'
import { roomFor, type Wanted } from './budget-room.ts'
import { stateOf } from './case-facts.ts'
import type { ChainView } from './contract.ts'
import {
  type Chain,
  type DecisionState,
  decideAbstention,
  decideExtension,
  decideInterruption,
  decideReferral,
  decideReturn,
  type ExtendableChain,
  extendableChain,
  isWithdrawn,
  measurableChain,
  stateOn,
} from './domain/index.ts'
import { isRefused } from './refuse-extension.ts'
import { chainsOfCase } from './store.ts'

/**
 * The latest chain whose service was not withdrawn before it began: decisions with level, price model and dates, the
 * chain's first day and last granted day. `null` without one. A provider's session sees no interruption in it.
 */
export async function chainOf(context: Context, caseId: CaseId): Promise<Chain | null> {
  return (await chainsOfCase(context, caseId)).findLast((chain) => !isWithdrawn(chain)) ?? null
}

/** Every chain of a case, the oldest first, withdrawn ones too. */
export async function allChainsOf(context: Context, caseId: CaseId): Promise<Chain[]> {
  return chainsOfCase(context, caseId)
}

/** The chains of a case for a page, the latest first. */
export async function chainViews(context: Context, caseId: CaseId): Promise<ChainView[]> {
  const head = await findCase(context, caseId)
  return head === null ? [] : viewsOf(context, await chainsOfCase(context, caseId))
}

export function viewsOf(context: Context, chains: readonly Chain[]): ChainView[] {
  return [...chains].reverse().map((chain) => ({
    chainId: chain.chainId,
    state: stateOn(chain, context.today),
    firstDay: chain.firstDay,
    lastGrantedDay: chain.lastGrantedDay,
    decisions: chain.decisions.map(({ id, kind, level, grantedOn, days, firstDay, lastDay }) => {
      return { id, kind, level, grantedOn, days, firstDay, lastDay }
    }),
  }))
}

/** What this module offers on the case's page to the acting role; only caseworkers decide. */
export async function actionsOf(context: Context, caseId: CaseId): Promise<Action[]> {
  if (context.actor.role !== 'caseworker') return []
  const head = await findCase(context, caseId)
  return head === null ? [] : actionsIn(context, head, await stateOf(context, head))
}

type Head = Pick<CaseHead, 'closed' | 'programme' | 'officeId'>

/** The same for a state that is already read; a full budget shows before it is tried. */
export async function actionsIn(context: Context, head: Head, state: DecisionState): Promise<Action[]> {
  const { rules, today } = context
  const reason = 'preview'
  const referral = decideReferral(state, { reason }, rules, today)
  const extension = decideExtension(state, { reason }, rules, today)
  const interrupt = { lastDay: today, cause: 'work', reason } as const
  return [
    action(
      'holdPlanningTalk',
      head.closed ? { ok: false, problem: { code: 'case-closed' } } : { ok: true, value: null },
    ),
    action('decideReferral', await withRoom(context, head, 'referral', referral)),
    action('abstainFromReferral', decideAbstention(state, { code: 'about-to-start' }, rules, today)),
    action('decideExtension', await withRoom(context, head, 'extension', extension)),
    action('refuseExtension', await withNoRefusal(context, extendableChain(state, rules, today))),
    action('decideParallelMeasure', measurableChain(state, today)),
    action('interruptService', decideInterruption(state, interrupt, rules, today)),
    action('resumeService', decideReturn(state, { returnOn: today }, today)),
  ]
}

async function withRoom(
  context: Context,
  head: Head,
  kind: Wanted['kind'],
  granted: Result<Omit<Wanted, 'kind'>>,
): Promise<Result<unknown>> {
  if (!granted.ok) return granted
  const { level, priceModel, days } = granted.value
  return roomFor(context, head, { kind, level, priceModel, days })
}

/** An extension is refused once; granting it after all stays possible. */
async function withNoRefusal(context: Context, open: Result<ExtendableChain>): Promise<Result<unknown>> {
  if (!open.ok || !(await isRefused(context, open.value.chain.chainId))) return open
  return fail(problem('extension-refused-already'))
}

function action(name: string, can: Result<unknown>): Action {
  const module = 'decision'
  return can.ok ? { name, module, allowed: true } : { name, module, allowed: false, because: can.problem }
}
