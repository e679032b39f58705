import { sql } from 'kysely'
import type { z } from 'zod'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { MeasureView, measuresReply } from './contract/parallel-measures.ts'
import { currentChain, measureDays, type ParallelMeasure } from './domain/index.ts'
import { chainsOfCase } from './store.ts'

export type StoredMeasure = ParallelMeasure & {
  readonly measureId: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly actor: string
}

const columns = sql`
  m.measure_id as "measureId", m.case_id as "caseId", m.person_id as "personId", m.chain_id as "chainId", m.kind, m.actor,
  m.first_day as "firstDay", m.last_day as "lastDay", m.full_time as "fullTime", m.hours_per_week::float8 as "hoursPerWeek"`

/** The measures of a case as they stand, the earliest first; those that never began are none. */
export async function parallelMeasures(context: Context, caseId: CaseId): Promise<StoredMeasure[]> {
  const { rows } = await sql<StoredMeasure>`
    select ${columns} from decision.v_parallel_measure m where m.case_id = ${caseId} order by m.first_day`.execute(
    context.db,
  )
  return rows
}

export async function findMeasure(context: Context, measureId: string): Promise<StoredMeasure | null> {
  const { rows } = await sql<StoredMeasure>`
    select ${columns} from decision.v_parallel_measure m where m.measure_id = ${measureId}`.execute(context.db)
  return rows[0] ?? null
}

/** The measures for a page, the latest first, and how many of the chain's days are left. */
export async function listMeasures(context: Context, caseId: CaseId): Promise<Result<z.input<typeof measuresReply>>> {
  const { rows } = await sql<MeasureView & { personId: PersonId; caseId: CaseId }>`
    select ${columns}, (select g.reason from decision.parallel_measure_ground g where g.measure_id = m.measure_id) as reason
      from decision.v_parallel_measure m where m.case_id = ${caseId} order by m.first_day desc`.execute(context.db)
  const chain = currentChain(await chainsOfCase(context, caseId), context.today)
  const used = measureDays((await parallelMeasures(context, caseId)).filter((one) => one.chainId === chain?.chainId))
  const most = context.rules.decision.parallelMeasureMaxDays
  const items = rows.map(({ personId, caseId: _caseId, ...view }) => {
    context.readPerson(personId)
    return view
  })
  return ok({ items, days: { most, used, left: Math.max(0, most - used) } })
}
