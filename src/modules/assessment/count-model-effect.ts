import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { systemActor } from '../../platform/actor.ts'
import { inTransaction, type Work } from '../../platform/context.ts'
import { effectTally } from './domain/index.ts'
import { factsOfEveryone } from './facts-of-everyone.ts'
import { modelInForce, modelNamed } from './model-in-force.ts'
import { findVersion, saveEffect } from './model-store.ts'

const why = { operation: 'countModelEffect', purpose: 'foresee what a changed model does to groups' }
const batch = 5000

/**
 * Counts what a version changes for everyone who is registered, against the model that answers now and under today's window, and
 * keeps the sums by group. People are gone through batch by batch, each in a transaction of its own; broken off, the count begins
 * again. Does nothing when it is counted already. Problem: `not-found`.
 */
export async function countModelEffect(work: Work, name: string): Promise<Result<null>> {
  const begun = await inTransaction(work, systemActor, why, async (context) => {
    const version = await findVersion(context, name)
    const after = await modelNamed(context, name)
    if (version === null || after === null) return fail(problem('not-found'))
    const isDone = version.countedAgainst !== null || version.withdrawn
    return ok({
      versionId: version.id,
      isDone,
      before: await modelInForce(context),
      after,
      today: context.today,
      law: context.rules.assessment,
    })
  })
  if (!begun.ok) return begun
  const { versionId, isDone, before, after, today, law } = begun.value
  if (isDone) return ok(null)
  const tally = effectTally(before.scorer, after.scorer, law, today)
  let last: CaseId | null = null
  do {
    const read: Result<CaseId | null> = await inTransaction(work, systemActor, why, async (context) => {
      const people = await factsOfEveryone(context, last, batch)
      for (const facts of people) tally.add(facts)
      return ok(people.length < batch ? null : (people.at(-1)?.caseId ?? null))
    })
    if (!read.ok) return read
    last = read.value
  } while (last !== null)
  const effect = tally.effect()
  return inTransaction(work, systemActor, why, async (context) => {
    await saveEffect(context, versionId, { against: before.name, onDay: today, effect })
    return ok(null)
  })
}
