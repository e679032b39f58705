import { sql } from 'kysely'
import { addDays, firstDayOf, monthOf } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import type { Context } from '../../platform/context.ts'
import type { Action } from '../registration/index.ts'
import { findCase } from '../registration/index.ts'
import { canReport, type OwnSpell, spellOn } from './domain/index.ts'

interface State {
  readonly spells: readonly OwnSpell[]
  readonly mapped: boolean
  readonly planWaits: boolean
  readonly reportWaits: boolean
  readonly deviationWaits: boolean
  readonly planUnanswered: boolean
  readonly unanswered: boolean
}

function action(name: string, because: Problem | null): Action {
  return { name, module: 'delivery', allowed: because === null, ...(because ? { because } : {}) }
}

/** What this module offers on the case's page to the acting role. */
export async function actionsOf(context: Context, caseId: CaseId): Promise<Action[]> {
  const head = await findCase(context, caseId)
  if (head === null) return []
  const { role, organisationId } = context.actor
  const atProvider = role === 'coordinator' || role === 'adviser'
  if (!atProvider && role !== 'caseworker' && role !== 'jobseeker') return []
  const state = await readState(context, caseId, atProvider ? organisationId : null)
  if (role === 'caseworker') {
    return [
      action('decidePlan', state.planWaits ? null : problem('already-decided')),
      action('decideReport', state.reportWaits ? null : problem('report-not-signed')),
      action('decideDeviation', state.deviationWaits ? null : problem('already-decided')),
    ]
  }
  if (role === 'jobseeker') {
    return [
      action('answerPlan', state.planUnanswered ? null : problem('already-decided')),
      action('confirmLog', state.unanswered ? null : problem('already-decided')),
    ]
  }
  return state.spells.length === 0 ? [] : providerActions(context, state)
}

function providerActions(context: Context, state: State): Action[] {
  const spell = spellOn(context.today, state.spells)
  const now = spell === null ? problem('not-in-service', { values: { day: context.today } }) : null
  const lastMonth = monthOf(addDays(firstDayOf(monthOf(context.today)), -1))
  const report = canReport(lastMonth, state.spells, context.today)
  const over = state.spells.some((each) => each.lastDay !== null && each.lastDay <= context.today)
  return [
    action('recordMapping', now),
    action('proposePlan', now ?? (state.mapped ? null : problem('mapping-missing'))),
    action('planMeeting', now),
    action('logMeeting', null),
    action('logActivity', null),
    action('reportDeviation', null),
    action('draftReport', report.ok ? null : report.problem),
    action('giveFinalReport', over ? null : problem('not-over-yet')),
  ]
}

async function readState(context: Context, caseId: CaseId, providerId: string | null): Promise<State> {
  const { rows } = await sql<State>`
    select coalesce((
             select json_agg(json_build_object('placementId', p.placement_id, 'firstDay', p.first_day, 'lastDay', p.last_day) order by p.first_day)
               from market.v_placement p where p.case_id = ${caseId} and p.provider_id = ${providerId}), '[]') as spells,
           exists (select 1 from delivery.mapping m where m.case_id = ${caseId} and m.provider_id = ${providerId}) as mapped,
           exists (select 1 from delivery.v_plan l where l.case_id = ${caseId} and not l.replaced and l.outcome is null) as "planWaits",
           exists (select 1 from delivery.v_report r where r.case_id = ${caseId} and r.state = 'being-handled') as "reportWaits",
           exists (select 1 from delivery.v_deviation d where d.case_id = ${caseId} and d.outcome is null) as "deviationWaits",
           exists (select 1 from delivery.v_plan l where l.case_id = ${caseId} and not l.replaced and l.outcome is distinct from 'returned'
                    and not exists (select 1 from delivery.plan_answer a where a.plan_id = l.plan_id and a.answer = 'agreed')) as "planUnanswered",
           exists (select 1 from delivery.v_activity e where e.case_id = ${caseId} and e.answer is null)
             or exists (select 1 from delivery.v_meeting m where m.case_id = ${caseId} and m.attendance_id is not null and m.answer is null) as unanswered`.execute(
    context.db,
  )
  const row = rows[0]
  if (!row) throw new Error('a query without from gives one row')
  return row
}
