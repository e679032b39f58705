import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, LetterId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { lockCase } from '../registration/index.ts'
import { stateOf } from './case-facts.ts'
import type { MeasureBody, MeasureEndBody, MeasureReply } from './contract/parallel-measures.ts'
import type { ParallelMeasureDecided } from './contract.ts'
import { decideParallelMeasure as decide, endParallelMeasure as end } from './domain/index.ts'
import { decisionEvents } from './events.ts'
import { sendLetter } from './letters.ts'
import { findMeasure, parallelMeasures, type StoredMeasure } from './parallel-measure-reads.ts'

export type DecideParallelMeasure = MeasureBody & { readonly caseId: CaseId }

/**
 * Decides a measure with another actor beside the service, on the provider's proposal, and sends the letter (programme 4.3).
 * The joint plan may then hold it. Publishes `parallel-measure-decided`. Problems: `not-found`, `not-allowed`,
 * `hours-not-in-quarters`, and those of the domain's `decideParallelMeasure`.
 */
export async function decideParallelMeasure(
  context: Context,
  command: DecideParallelMeasure,
): Promise<Result<MeasureReply>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const head = locked.value
  if (!Number.isInteger(command.hoursPerWeek * 4)) {
    return fail(problem('hours-not-in-quarters', { field: 'hoursPerWeek' }))
  }
  const known = await parallelMeasures(context, head.caseId)
  const decided = decide(await stateOf(context, head), command, known, context.rules, context.today)
  if (!decided.ok) return decided
  const { kind, firstDay, lastDay } = decided.value
  const { actor, reason } = command
  const letterId = await sendLetter(context, head, {
    kind: 'parallel-measure',
    measure: kind,
    actor,
    reason,
    firstDay,
    lastDay,
  })
  const measure: StoredMeasure = {
    ...decided.value,
    actor,
    measureId: newId<string>(),
    caseId: head.caseId,
    personId: head.personId,
  }
  await save(context, measure, { reason, letterId, replaces: null })
  return ok({ measureId: measure.measureId, letterId, lastDay })
}

export type EndParallelMeasure = MeasureEndBody & { readonly measureId: string }

/**
 * Ends a measure before its last day, or calls it off before its first, and sends the letter. Publishes
 * `parallel-measure-decided` with the new days. Problems: `not-found`, `not-allowed`, `changed-meanwhile`, and those of the
 * domain's `endParallelMeasure`.
 */
export async function endParallelMeasure(context: Context, command: EndParallelMeasure): Promise<Result<MeasureReply>> {
  const seen = await findMeasure(context, command.measureId)
  if (seen === null) return fail(problem('not-found'))
  const locked = await lockCase(context, seen.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const measure = await findMeasure(context, command.measureId)
  if (measure === null) return fail(problem('changed-meanwhile'))
  const ended = end(measure, command.lastDay, context.today)
  if (!ended.ok) return ended
  const { kind, actor, firstDay } = measure
  const { reason } = command
  const letterId = await sendLetter(context, locked.value, {
    kind: 'parallel-measure-ended',
    measure: kind,
    actor,
    reason,
    // One that never began has no days to tell.
    ...(ended.value < firstDay ? {} : { firstDay, lastDay: ended.value }),
  })
  const after = { ...measure, measureId: newId<string>(), lastDay: ended.value }
  await save(context, after, { reason, letterId, replaces: measure.measureId })
  return ok({ measureId: after.measureId, letterId, lastDay: ended.value })
}

interface Ground {
  readonly reason: string
  readonly letterId: LetterId
  readonly replaces: string | null
}

async function save(context: Context, measure: StoredMeasure, { reason, letterId, replaces }: Ground): Promise<void> {
  const { measureId, caseId, personId, chainId, kind, actor, firstDay, lastDay, fullTime, hoursPerWeek } = measure
  const by = context.actor.userId
  await sql`
    insert into decision.parallel_measure (id, case_id, person_id, chain_id, kind, actor, first_day, last_day, full_time, hours_per_week,
      replaces, on_day, recorded_at, recorded_by)
    values (${measureId}, ${caseId}, ${personId}, ${chainId}, ${kind}, ${actor}, ${firstDay}, ${lastDay}, ${fullTime}, ${hoursPerWeek},
      ${replaces}, ${context.today}, ${context.now}, ${by})`.execute(context.db)
  await sql`
    insert into decision.parallel_measure_ground (measure_id, case_id, person_id, reason, letter_id, recorded_at, recorded_by)
    values (${measureId}, ${caseId}, ${personId}, ${reason}, ${letterId}, ${context.now}, ${by})`.execute(context.db)
  context.wrotePerson(personId)
  const payload: ParallelMeasureDecided = {
    caseId,
    personId,
    measureId,
    kind,
    firstDay,
    lastDay: lastDay as Day,
    fullTime,
  }
  await context.publish({ name: decisionEvents.parallelMeasureDecided, payload })
}
