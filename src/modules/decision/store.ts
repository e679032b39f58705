import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { AssessmentId, CaseId, DecisionId, LetterId, PersonId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { AbstentionReason, InterruptionReason } from '../../rules/index.ts'
import { type Chain, chainsOf, type Decision, type Interruption, type PlanningTalk } from './domain/index.ts'

/** The key of a case and its person, that every fact carries. */
export interface CaseKey {
  readonly caseId: CaseId
  readonly personId: PersonId
}

type DecisionRow = Decision & CaseKey & { readonly withdrawnOn: Day | null; readonly endedOn: Day | null }

const decisionColumns = sql`
  decision_id as id, case_id as "caseId", person_id as "personId", chain_id as "chainId", kind, level, price_model as "priceModel",
  window_no as "windowNumber", assessment_id as "assessmentId", area_code as "areaCode", granted_on as "grantedOn", days,
  first_day as "firstDay", last_day as "lastDay", early_start_on as "earlyStartOn", withdrawn_on as "withdrawnOn", ended_on as "endedOn"`

async function decisionsOfCase(context: Context, caseId: CaseId): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select ${decisionColumns} from decision.v_decision where case_id = ${caseId} order by recorded_at, position`.execute(
    context.db,
  )
  return rows
}

/** The decisions that the actor may see, by their keys. */
export async function findDecisions(
  context: Context,
  ids: readonly DecisionId[],
): Promise<ReadonlyMap<DecisionId, DecisionRow>> {
  const { rows } = await sql<DecisionRow>`
    select ${decisionColumns} from decision.v_decision where decision_id = any (${[...ids]}::uuid[])`.execute(
    context.db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The cases of the decisions that the actor may see. */
export async function casesOfDecisions(context: Context, ids: readonly DecisionId[]): Promise<CaseId[]> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select distinct case_id as "caseId" from decision.decision where id = any (${[...ids]}::uuid[])`.execute(context.db)
  return rows.map((row) => row.caseId)
}

export interface StoredInterruption extends Interruption {
  readonly id: string
}

/** Interruptions in the order they were recorded; none for roles that may not see them. */
export async function interruptionsOf(context: Context, caseId: CaseId): Promise<StoredInterruption[]> {
  const { rows } = await sql<StoredInterruption>`
    select interruption_id as id, chain_id as "chainId", last_day as "lastDay", cause, return_on as "returnedOn"
      from decision.v_interruption where case_id = ${caseId} order by recorded_at`.execute(context.db)
  return rows
}

/** The chains of a case as this role may see them, the oldest first. */
export async function chainsOfCase(context: Context, caseId: CaseId): Promise<Chain[]> {
  const decisions = await decisionsOfCase(context, caseId)
  if (decisions.length === 0) return []
  const known = await interruptionsOf(context, caseId)
  const ends = decisions.flatMap(({ chainId, endedOn }) => (endedOn === null ? [] : [{ chainId, lastDay: endedOn }]))
  return chainsOf({ decisions, interruptions: [...known, ...withdrawn(decisions, known)], ends })
}

// A provider sees that a chain was withdrawn, not why.
function withdrawn(decisions: readonly DecisionRow[], known: readonly Interruption[]): Interruption[] {
  return decisions.flatMap(({ chainId, withdrawnOn }) => {
    if (withdrawnOn === null || known.some((one) => one.chainId === chainId)) return []
    return [{ chainId, lastDay: withdrawnOn, cause: 'other', returnedOn: null }]
  })
}

export interface StoredAbstention {
  readonly assessmentId: AssessmentId
  readonly code: AbstentionReason
  readonly text: string | null
  readonly onDay: Day
}

export async function abstentionsOf(context: Context, caseId: CaseId): Promise<StoredAbstention[]> {
  const { rows } = await sql<StoredAbstention>`
    select assessment_id as "assessmentId", code, text, on_day as "onDay"
      from decision.abstention where case_id = ${caseId} order by recorded_at desc`.execute(context.db)
  return rows
}

export async function latestTalk(context: Context, caseId: CaseId): Promise<PlanningTalk | null> {
  const { rows } = await sql<PlanningTalk>`
    select held_on as "heldOn", available, next_step as "nextStep" from decision.planning_talk
     where case_id = ${caseId} order by held_on desc, recorded_at desc limit 1`.execute(context.db)
  return rows[0] ?? null
}

export async function saveTalk(
  context: Context,
  talk: CaseKey & {
    id: string
    heldOn: Day
    mode: string
    available: string
    notes: string
    nextStep?: string | undefined
  },
): Promise<void> {
  await sql`
    insert into decision.planning_talk (id, case_id, person_id, held_on, mode, available, notes, next_step, recorded_at, recorded_by)
    values (${talk.id}, ${talk.caseId}, ${talk.personId}, ${talk.heldOn}, ${talk.mode}, ${talk.available}, ${talk.notes},
            ${talk.nextStep ?? null}, ${context.now}, ${context.actor.userId})`.execute(context.db)
}

export type NewDecision = CaseKey & Omit<Decision, 'firstDay' | 'lastDay'> & { readonly position: 1 | 2 }

export async function saveDecision(context: Context, made: NewDecision): Promise<void> {
  await sql`
    insert into decision.decision (id, case_id, person_id, chain_id, position, kind, assessment_id, level, price_model, window_no, rules_key,
      granted_on, days, early_start_on, area_code, decided_by, recorded_at, recorded_by)
    values (${made.id}, ${made.caseId}, ${made.personId}, ${made.chainId}, ${made.position}, ${made.kind}, ${made.assessmentId}, ${made.level},
      ${made.priceModel}, ${made.windowNumber}, ${context.rules.key}, ${made.grantedOn}, ${made.days}, ${made.earlyStartOn}, ${made.areaCode},
      ${context.actor.userId}, ${context.now}, ${context.actor.userId})`.execute(context.db)
}

export async function saveGround(
  context: Context,
  ground: CaseKey & {
    decisionId: DecisionId
    reason: string
    earlyStartReason: string | null
    criteria: unknown
    letterId: LetterId
  },
): Promise<void> {
  await sql`
    insert into decision.decision_ground (decision_id, case_id, person_id, reason, early_start_reason, criteria, letter_id, recorded_at, recorded_by)
    values (${ground.decisionId}, ${ground.caseId}, ${ground.personId}, ${ground.reason}, ${ground.earlyStartReason},
      ${JSON.stringify(ground.criteria)}::jsonb, ${ground.letterId}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}

/** Saves the days of decisions; the rows they replace, if any, stay. */
export async function saveDates(
  context: Context,
  dates: readonly (CaseKey & { decisionId: DecisionId; firstDay: Day; lastDay: Day })[],
): Promise<void> {
  if (dates.length === 0) return
  const rows = dates.map(({ decisionId, caseId, personId, firstDay, lastDay }) => ({
    decision_id: decisionId,
    case_id: caseId,
    person_id: personId,
    first_day: firstDay,
    last_day: lastDay,
  }))
  await sql`
    insert into decision.decision_dates (decision_id, case_id, person_id, first_day, last_day, replaces, recorded_at, recorded_by)
    select r.decision_id, r.case_id, r.person_id, r.first_day, r.last_day,
           (select t.id from decision.decision_dates t where t.decision_id = r.decision_id
               and not exists (select 1 from decision.decision_dates n where n.replaces = t.id)),
           ${context.now}, ${context.actor.userId}
      from jsonb_populate_recordset(null::decision.decision_dates, ${JSON.stringify(rows)}::jsonb) r`.execute(
    context.db,
  )
}

export async function saveAbstention(
  context: Context,
  made: CaseKey & StoredAbstention & { id: string },
): Promise<void> {
  await sql`
    insert into decision.abstention (id, case_id, person_id, assessment_id, code, text, on_day, recorded_at, recorded_by)
    values (${made.id}, ${made.caseId}, ${made.personId}, ${made.assessmentId}, ${made.code}, ${made.text}, ${made.onDay},
      ${context.now}, ${context.actor.userId})`.execute(context.db)
}

export async function saveInterruption(
  context: Context,
  made: CaseKey & {
    id: string
    chainId: string
    lastDay: Day
    cause: InterruptionReason
    reason: string | null
    letterId: LetterId
  },
): Promise<void> {
  await sql`
    insert into decision.interruption (id, case_id, person_id, chain_id, last_day, cause, reason, letter_id, recorded_at, recorded_by)
    values (${made.id}, ${made.caseId}, ${made.personId}, ${made.chainId}, ${made.lastDay}, ${made.cause}, ${made.reason}, ${made.letterId},
      ${context.now}, ${context.actor.userId})`.execute(context.db)
}

export async function saveWithdrawal(context: Context, made: CaseKey & { chainId: string; onDay: Day }): Promise<void> {
  await sql`
    insert into decision.withdrawal (chain_id, case_id, person_id, on_day, recorded_at, recorded_by)
    values (${made.chainId}, ${made.caseId}, ${made.personId}, ${made.onDay}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}

export async function saveReturn(
  context: Context,
  made: CaseKey & { interruptionId: string; returnOn: Day },
): Promise<void> {
  await sql`
    insert into decision.service_return (interruption_id, case_id, person_id, return_on, recorded_at, recorded_by)
    values (${made.interruptionId}, ${made.caseId}, ${made.personId}, ${made.returnOn}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}

export async function saveEnd(
  context: Context,
  made: CaseKey & { chainId: string; lastDay: Day; cause: 'outcome' | 'deceased' },
): Promise<void> {
  await sql`
    insert into decision.service_end (chain_id, case_id, person_id, last_day, cause, recorded_at, recorded_by)
    values (${made.chainId}, ${made.caseId}, ${made.personId}, ${made.lastDay}, ${made.cause}, ${context.now}, ${context.actor.userId})
    on conflict do nothing`.execute(context.db)
}
