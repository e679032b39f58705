import { sql } from 'kysely'
import type { Day, Month } from '../../kernel/day.ts'
import { monthOf } from '../../kernel/day.ts'
import type { CaseId, DecisionId, OrganisationId, PlacementId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Role } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { type CaseHead, lockCase } from '../registration/index.ts'
import {
  type Absence,
  isAbsent,
  type LogState,
  type OwnSpell,
  type PlannedActivity,
  type Warning,
} from './domain/index.ts'

export const providerRoles = ['coordinator', 'adviser'] as const satisfies readonly Role[]

/** A spell of the acting provider, with who of its staff has the participant. */
export interface DeskSpell extends OwnSpell {
  readonly decisionId: DecisionId
  readonly adviserId: UserId | null
  /** The day of the mapping, or null. */
  readonly mappedOn: Day | null
  readonly mappingId: string | null
}

/** A case on a provider's desk: locked, the actor's own spells in it, and what a log entry of the month needs. */
export interface ProviderDesk extends LogState {
  readonly head: CaseHead
  readonly providerId: OrganisationId
  readonly spells: readonly DeskSpell[]
  readonly absences: readonly Absence[]
  /** Every plan version of the own spells that is not returned, the latest first. */
  readonly plans: readonly DeskPlan[]
  /** The current report's state in each month that has one. */
  readonly reports: Readonly<Record<Month, string>>
}

export interface DeskPlan {
  readonly planId: string
  readonly placementId: PlacementId
  readonly version: number
  readonly outcome: 'approved' | null
  readonly activities: readonly PlannedActivity[]
}

/**
 * Opens a case for the provider's staff: lock, may, and the own spells in it, in three statements that travel together: the
 * server reads only when it has the lock. What is asked of the context right after the call, without waiting, travels too.
 * Problems: `not-found`, `not-allowed`, `not-your-participant`.
 */
export async function openDesk(context: Context, caseId: CaseId): Promise<Result<ProviderDesk>> {
  const providerId = context.actor.organisationId
  const [locked, found] = await Promise.all([
    lockCase(context, caseId),
    providerId === null ? null : readDesk(context, caseId, providerId),
  ])
  if (!locked.ok) return locked
  const may = mayAct(context, providerRoles)
  if (!may.ok) return may
  if (providerId === null || found === null) return fail(problem('not-your-participant'))
  if (found.spells.length === 0) return fail(problem('not-your-participant'))
  context.wrotePerson(locked.value.personId)
  return ok({ head: locked.value, providerId, today: context.today, ...found })
}

type Found = Pick<ProviderDesk, 'spells' | 'absences' | 'plans' | 'reports'>

async function readDesk(context: Context, caseId: CaseId, providerId: OrganisationId): Promise<Found> {
  const { rows } = await sql<Found>`
    select coalesce((
             select json_agg(json_build_object('placementId', p.placement_id, 'decisionId', p.decision_id, 'firstDay', p.first_day, 'lastDay', p.last_day, 'adviserId', a.adviser_id,
                                               'mappedOn', m.on_day, 'mappingId', m.id) order by p.first_day)
               from market.v_placement p
               left join delivery.v_adviser a on a.placement_id = p.placement_id and a.case_id = p.case_id
               left join delivery.mapping m on m.placement_id = p.placement_id and m.case_id = p.case_id
                and not exists (select 1 from delivery.mapping n where n.replaces = m.id)
              where p.case_id = ${caseId} and p.provider_id = ${providerId}), '[]') as spells,
           coalesce((
             select json_agg(json_build_object('from', first_day, 'to', last_day)) from delivery.v_absence where case_id = ${caseId}), '[]') as absences,
           coalesce((
             select json_agg(json_build_object('planId', plan_id, 'placementId', placement_id, 'version', version, 'outcome', outcome,
                                               'activities', activities) order by placement_id, version desc)
               from delivery.v_plan
              where case_id = ${caseId} and provider_id = ${providerId} and outcome is distinct from 'returned'), '[]') as plans,
           coalesce((
             select json_object_agg(month, state) from delivery.v_report where case_id = ${caseId} and provider_id = ${providerId}), '{}') as reports`.execute(
    context.db,
  )
  const row = rows[0]
  if (!row) throw new Error('a query without from gives one row')
  return row
}

/** Whether the month of the day has a draft that a new fact must reach. */
export function hasDraft(desk: Pick<ProviderDesk, 'reports'>, onDay: Day): boolean {
  return desk.reports[monthOf(onDay)] === 'draft'
}

/** What is worth knowing of the day: approved absence, or a month that is reported already. */
export function dayWarnings(desk: Pick<ProviderDesk, 'reports' | 'absences'>, onDay: Day): Warning[] {
  const state = desk.reports[monthOf(onDay)]
  const warnings: Warning[] = []
  if (isAbsent(onDay, desk.absences)) warnings.push('approved-absence')
  if (state !== undefined && state !== 'draft' && state !== 'not-approved') warnings.push('month-reported')
  return warnings
}

/** The kinds of activity in the spell's plan that is not returned; approved or still with the caseworker. */
export function plannedCodes(desk: Pick<ProviderDesk, 'plans'>, placementId: PlacementId): string[] {
  const plan = desk.plans.find((each) => each.placementId === placementId)
  return (plan?.activities ?? []).map((activity) => activity.code)
}

/**
 * Opens a case for a decision by the office's caseworkers (house 5).
 * Problems: `not-found`, `not-allowed`, `not-your-office`.
 */
export async function openOffice(
  context: Context,
  caseId: CaseId,
  roles: readonly Role[] = ['caseworker'],
): Promise<Result<CaseHead>> {
  const locked = await lockCase(context, caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, roles)
  if (!may.ok) return may
  const { actor } = context
  const head = locked.value
  const own = head.officeId === null || head.officeId === actor.officeId || head.caseworkerId === actor.userId
  if (actor.role === 'caseworker' && !own) return fail(problem('not-your-office'))
  context.wrotePerson(head.personId)
  return ok(head)
}
