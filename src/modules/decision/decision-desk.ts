import type { CaseId } from '../../kernel/ids.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { findCase } from '../registration/index.ts'
import { stateOf } from './case-facts.ts'
import type { DecisionDesk } from './contract.ts'
import { whyToolSaysNo } from './domain/index.ts'
import { actionsIn, viewsOf } from './reads.ts'
import { abstentionsOf } from './store.ts'

/** All that a caseworker needs beside the glass box to decide: the version, the talk, what may be done and why not. */
export async function decisionDesk(context: Context, caseId: CaseId): Promise<Result<DecisionDesk>> {
  const head = await findCase(context, caseId)
  if (head === null) return fail(problem('not-found'))
  const state = await stateOf(context, head)
  const { assessment, talk, availability, version } = state
  return ok({
    version,
    talk,
    availability,
    toolSaysNoBecause: assessment === null ? [] : whyToolSaysNo(assessment).map(refusal),
    level: assessment?.level ?? null,
    abstained: (await abstentionsOf(context, caseId)).map(({ code, text, onDay }) => ({ code, text, onDay })),
    chains: viewsOf(context, state.chains),
    actions: (await actionsIn(context, head, state)).map(({ name, allowed, because }) => ({
      name,
      allowed,
      ...(because === undefined ? {} : { because: refusal(because) }),
    })),
  })
}

function refusal({ code, values, problems }: Problem): DecisionDesk['toolSaysNoBecause'][number] {
  return {
    code,
    values: { ...values },
    problems: (problems ?? []).map((one) => ({ code: one.code, values: { ...one.values } })),
  }
}
