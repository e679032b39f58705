import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { systemActor } from '../../platform/actor.ts'
import { type Context, inTransaction, lockName, type Work } from '../../platform/context.ts'
import type { Log } from '../../platform/log.ts'
import { municipality } from '../../rules/reference/index.ts'
import { compareWindowsTask, type KeptSide, queueOpenComparisons } from './compare-windows.ts'
import type { StartMonth } from './domain/deadweight.ts'
import { type AssessmentFacts, columnsOn } from './domain/index.ts'
import { type AreaProviders, expectedOfProviders, type ProviderExpected } from './domain/provider-expectation.ts'
import { type ComparisonTally, countPerson, type ExpectedCost, emptyTally } from './domain/window-comparison.ts'
import { type ModelInForce, modelInForce, modelNamed } from './model-in-force.ts'

/** What later modules know and a comparison shows: prices, who serves where, and who began work soon after a start. */
export interface ComparisonHelp {
  expectedCost(context: Context): Promise<ExpectedCost>
  areaProviders(context: Context): Promise<readonly AreaProviders[]>
  startMonths(context: Context): Promise<readonly StartMonth[]>
}

interface Running {
  readonly before: KeptSide
  readonly after: KeptSide
  readonly onDay: Day
  readonly model: string | null
  readonly lastCase: CaseId | null
  readonly tally: ComparisonTally | null
  readonly peopleDone: number
  readonly ended: boolean
}

const why = { operation: 'compareWindows', purpose: 'judge a change of window' }
/** People of one transaction: some megabytes at once, also where the whole register is compared. */
const peopleAtOnce = 10_000
/** No case has this key, and all come after it: one plain comparison that an index answers. */
const beforeAll = '00000000-0000-0000-0000-000000000000'
const payloadShape = z.object({ comparisonId: z.uuid() })

/** The job that counts everyone under both windows, batch by batch; broken off, it goes on where it was. */
export function windowTasks(help: ComparisonHelp, batch = peopleAtOnce) {
  return {
    [compareWindowsTask]: async (work: Work, payload: unknown, log: Log): Promise<void> => {
      const { comparisonId } = payloadShape.parse(payload)
      for (;;) {
        const done = await inTransaction(work, systemActor, why, (context) =>
          countBatch(context, comparisonId, { help, batch }),
        )
        if (!done.ok) log.warn({ comparisonId, code: done.problem.code }, 'two windows were not compared')
        if (!done.ok || done.value) return
      }
    },
  }
}

/** Goes on with comparisons that a stopped house left. */
export async function resumeComparisons(work: Work): Promise<void> {
  await inTransaction(work, systemActor, why, async (context) => ok(await queueOpenComparisons(context)))
}

/** Counts the next people; true when nobody is left. Problem: `not-found`. */
async function countBatch(
  context: Context,
  comparisonId: string,
  { help, batch }: { readonly help: ComparisonHelp; readonly batch: number },
): Promise<Result<boolean>> {
  await lockName(context, `${compareWindowsTask}:${comparisonId}`)
  const running = await runningOf(context, comparisonId)
  if (running === null) return fail(problem('not-found'))
  if (running.ended) return ok(true)
  const begun = await begin(context, comparisonId, running)
  const people = await peopleAfter(context, begun.lastCase, batch)
  const cost = await help.expectedCost(context)
  const compared = { before: running.before.law, after: running.after.law, on: running.onDay, cost }
  const { scorer } = begun.model
  for (const { facts } of people) {
    const columns = columnsOn(facts, running.onDay)
    const probability = scorer.quick(scorer.names.map((name) => columns[name] ?? null))
    countPerson(begun.tally, { facts, probability }, compared)
  }
  const isLast = people.length < batch
  const deadweight = isLast ? JSON.stringify(await help.startMonths(context)) : null
  await sql`
    update assessment.window_comparison
       set tally = ${JSON.stringify(begun.tally)}::jsonb, last_case = ${people.at(-1)?.caseId ?? begun.lastCase},
           people_done = ${begun.peopleDone + people.length}, deadweight = ${deadweight}::jsonb, ended_at = ${isLast ? context.now : null}
     where id = ${comparisonId}`.execute(context.db)
  if (isLast)
    await keepProviders(
      context,
      comparisonId,
      expectedOfProviders(begun.tally, await help.areaProviders(context), cost),
    )
  return ok(isLast)
}

/** Kept apart from the comparison: fewer may read it. */
async function keepProviders(
  context: Context,
  comparisonId: string,
  expected: readonly ProviderExpected[],
): Promise<void> {
  await sql`
    insert into assessment.window_comparison_providers (comparison_id, expected)
    values (${comparisonId}, ${JSON.stringify(expected)}::jsonb)`.execute(context.db)
}

async function runningOf(context: Context, comparisonId: string): Promise<Running | null> {
  const { rows } = await sql<Running>`
    select before, after, on_day as "onDay", model, last_case as "lastCase", tally, people_done as "peopleDone", ended_at is not null as ended
      from assessment.window_comparison where id = ${comparisonId}`.execute(context.db)
  return rows[0] ?? null
}

interface Begun {
  readonly model: ModelInForce
  readonly tally: ComparisonTally
  readonly lastCase: CaseId | null
  readonly peopleDone: number
}

/** Goes on with the model that it began with; begins, and begins anew when that model is not at hand or chances were not kept. */
async function begin(context: Context, comparisonId: string, running: Running): Promise<Begun> {
  const known = running.model === null ? null : await modelNamed(context, running.model)
  if (known !== null && running.tally !== null && 'chances' in running.tally)
    return { model: known, tally: running.tally, lastCase: running.lastCase, peopleDone: running.peopleDone }
  const model = await modelInForce(context)
  await sql`
    update assessment.window_comparison
       set model = ${model.name}, people_done = 0, last_case = null,
           people = (select count(*) from registration.v_case c join registration.v_person p on p.person_id = c.person_id
                      where not c.closed and p.protection = 'none')
     where id = ${comparisonId}`.execute(context.db)
  return { model, tally: emptyTally(), lastCase: null, peopleDone: 0 }
}

type PersonRow = Omit<AssessmentFacts, 'municipalityGroup'> & { readonly caseId: CaseId }

/** The next registered people in order of their case; never one with a protected identity (programme 4.1). */
async function peopleAfter(
  context: Context,
  lastCase: CaseId | null,
  batch: number,
): Promise<{ caseId: CaseId; facts: AssessmentFacts }[]> {
  const { rows } = await sql<PersonRow>`
    select c.case_id as "caseId", p.sex, p.birth_date as "birthDate", p.education, p.education_completed as "educationCompleted",
           p.birth_region as "birthRegion", p.disability, p.programme, p.registered_from as "registeredFrom",
           p.registered_days_10y as "registeredDaysTenYears", to_json(p.ssyk) as ssyk,
           p.wanted_extent_percent as "wantedExtentPercent", p.municipality_code as "municipalityCode"
      from registration.v_case c join registration.v_person p on p.person_id = c.person_id
     where not c.closed and p.protection = 'none' and c.case_id > ${lastCase ?? beforeAll}
     order by c.case_id limit ${batch}`.execute(context.db)
  return rows.map(({ caseId, ...row }) => {
    const municipalityGroup = municipality(row.municipalityCode)?.skrGroup ?? 'unknown'
    return { caseId, facts: { ...row, municipalityGroup } }
  })
}
