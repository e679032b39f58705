import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Sweep } from '../../platform/sweeps.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { findCase } from '../registration/index.ts'
import { takeUps } from './take-up.ts'
import { forCaseworker, taskKinds } from './tasks.ts'

interface EndingChain {
  readonly chainId: string
  readonly caseId: CaseId
  readonly lastDay: Day
}

/**
 * Chains whose last granted day comes within `days` and that still run; `position` narrows to those with that many decisions.
 * Those that had a task before are left out, open or closed: a caseworker who has dealt with it is not asked again.
 */
async function endingChains(
  context: Context,
  wanted: { readonly until: Day; readonly kind: string; readonly onlyFirst: boolean },
): Promise<EndingChain[]> {
  const { rows } = await sql<EndingChain>`
    select d.chain_id as "chainId", d.case_id as "caseId", d.last_day as "lastDay"
      from decision.v_decision d
     where d.last_day between ${context.today} and ${wanted.until} and d.withdrawn_on is null and d.ended_on is null
       and (not ${wanted.onlyFirst}::boolean or d.position = 1)
       and not exists (select 1 from decision.decision n where n.chain_id = d.chain_id and n.position > d.position)
       and not exists (select 1 from decision.v_interruption i where i.chain_id = d.chain_id and i.return_on is null)
       and not exists (select 1 from platform.task t where t.kind = ${wanted.kind} and t.subject_id = d.chain_id
                          and t.why->'values'->>'lastDay' = d.last_day::text)
     order by d.last_day, d.chain_id`.execute(context.db)
  return rows
}

async function open(context: Context, kind: string, chain: EndingChain): Promise<Result<null>> {
  const head = await findCase(context, chain.caseId)
  if (head === null || head.closed) return ok(null)
  await openTask(context, {
    kind,
    subjectId: chain.chainId,
    caseId: chain.caseId,
    personId: head.personId,
    why: { code: kind, values: { lastDay: chain.lastDay } },
    dueOn: chain.lastDay,
    for: forCaseworker(head),
  })
  return ok(null)
}

/** 30 days before the last day of a first decision: prepare an extension (programme 4.3). */
const prepareExtensions: Sweep = {
  name: 'decision.prepare-extensions',
  run: (work) =>
    work.each(
      (context) => {
        const until = addDays(context.today, context.rules.decision.extensionPreparationDays)
        return endingChains(context, { until, kind: taskKinds.prepareExtension, onlyFirst: true })
      },
      (context, chain) => open(context, taskKinds.prepareExtension, chain),
    ),
}

/** 30 days before the last day of a chain: plan the end with the final report and the next step (programme 4.9). */
const planEnds: Sweep = {
  name: 'decision.plan-ends',
  run: (work) =>
    work.each(
      (context) => {
        const until = addDays(context.today, context.rules.decision.endNoticeDays)
        return endingChains(context, { until, kind: taskKinds.planEnd, onlyFirst: false })
      },
      (context, chain) => open(context, taskKinds.planEnd, chain),
    ),
}

/** After the last granted day no extension can be decided: what is left to do is the end, whose own work item stays. */
const closeLateExtensions: Sweep = {
  name: 'decision.close-late-extensions',
  run: (work) =>
    work.each(chainsTooLateToExtend, async (context, chainId) => {
      await closeTask(context, { kind: taskKinds.prepareExtension, subjectId: chainId })
      return ok(null)
    }),
}

async function chainsTooLateToExtend(context: Context): Promise<string[]> {
  const { rows } = await sql<{ chainId: string }>`
    select t.subject_id as "chainId" from platform.task t
     where t.kind = ${taskKinds.prepareExtension} and t.closed_at is null and t.due_on < ${context.today}::date
     order by t.subject_id`.execute(context.db)
  return rows.map(({ chainId }) => chainId)
}

export const sweeps: readonly Sweep[] = [prepareExtensions, closeLateExtensions, planEnds, ...takeUps]
