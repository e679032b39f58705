import { sql } from 'kysely'
import type { z } from 'zod'
import type { CaseId, OrganisationId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { findCase } from '../registration/index.ts'
import { breachesOf, type ClockFacts, clockFacts, dueOf, exemptToday } from './clock-facts.ts'
import type { DeliveryReply, deliveryReply } from './contract.ts'
import { deviationsOf } from './deviation-reads.ts'
import { finalReportDueOn, periodOf } from './domain/index.ts'
import { finalReportsOf } from './final-report-reads.ts'
import { storedBreaches } from './keep-breaches.ts'
import { ofOwn, ownProvider } from './own-provider.ts'
import { answerOf } from './store.ts'

type OfProvider = { readonly providerId: OrganisationId }
type Answered = { answer: string | null; settled: string | null }
type MeetingRow = Omit<DeliveryReply['meetings'][number], 'answer'> & Answered

/**
 * Everything of delivery on a case: spells with advisers, mapping, plans, meetings, deviations and what is due. What the role
 * may not see is left out by row-level security. Problem: `not-found`.
 */
export async function deliveryPage(context: Context, caseId: CaseId): Promise<Result<z.input<typeof deliveryReply>>> {
  const head = await findCase(context, caseId)
  if (head === null) return fail(problem('not-found'))
  const facts = await clockFacts(context, sql`p.case_id = ${caseId}`, 'whole-log')
  const now = facts.findLast(
    (each) => each.firstDay <= context.today && (each.lastDay ?? context.today) >= context.today,
  )
  return ok({
    spells: await spells(context, caseId),
    availableHours: head.availableHours,
    programme: head.programme,
    mapping: await mapping(context, caseId),
    plans: await plans(context, caseId),
    meetings: await meetings(context, caseId),
    deviations: await deviationsOf(context, caseId, ownProvider(context)),
    due: facts.flatMap((each) => dueOf(context, each)),
    exempt: now === undefined ? [] : exemptToday(context, now),
    breaches: await knownBreaches(context, caseId, facts.toReversed()),
  })
}

/** The breaches as the log stands now, each with the day at whose end it was first written down. */
async function knownBreaches(
  context: Context,
  caseId: CaseId,
  facts: readonly ClockFacts[],
): Promise<DeliveryReply['breaches']> {
  const stored = await storedBreaches(context, caseId)
  const firstKnown = new Map(stored.map((fact) => [`${fact.placementId} ${periodOf(fact)}`, fact.firstKnownOn]))
  return facts.flatMap((each) =>
    breachesOf(context, each, 'whole-log').map((breach) => ({
      ...breach,
      knownOn: firstKnown.get(`${each.placementId} ${periodOf(breach)}`) ?? null,
    })),
  )
}

async function spells(context: Context, caseId: CaseId): Promise<DeliveryReply['spells']> {
  const finals = await finalReportsOf(context, caseId)
  const own = ownProvider(context)
  const { rows } = await sql<Omit<DeliveryReply['spells'][number], 'finalReportDueOn' | 'finalReport'> & OfProvider>`
    select p.provider_id as "providerId", p.placement_id as "placementId", p.provider_name as "providerName", p.first_day as "firstDay", p.last_day as "lastDay",
           u.display_name as "adviserName"
      from market.v_placement p
      left join delivery.v_adviser a on a.placement_id = p.placement_id and a.case_id = p.case_id
      left join platform.user_account u on u.id = a.adviser_id
     where p.case_id = ${caseId} order by p.first_day`.execute(context.db)
  return rows.map(({ providerId, ...row }) => ({
    ...row,
    finalReport: own === null || own === providerId ? (finals.get(row.placementId) ?? null) : null,
    finalReportDueOn:
      row.lastDay === null
        ? null
        : finalReportDueOn(row.lastDay as Parameters<typeof finalReportDueOn>[0], context.rules),
  }))
}

async function mapping(context: Context, caseId: CaseId): Promise<DeliveryReply['mapping']> {
  const { rows } = await sql<NonNullable<DeliveryReply['mapping']>>`
    select m.id as "mappingId", m.on_day as "onDay",
           (select json_build_object('needs', c.needs, 'strengths', c.strengths, 'obstacles', c.obstacles, 'language', c.language,
                                     'health', c.health, 'wantedWork', c.wanted_work)
              from delivery.mapping_content c where c.mapping_id = m.id) as content
      from delivery.mapping m
     where m.case_id = ${caseId} and not exists (select 1 from delivery.mapping n where n.replaces = m.id)
       and (${ownProvider(context)}::uuid is null or m.provider_id = ${ownProvider(context)})
     order by m.on_day desc, m.recorded_at desc limit 1`.execute(context.db)
  return rows[0] ?? null
}

/** The spell that goes on, or the last one begun. */
function spellNow(context: Context, caseId: CaseId) {
  return sql`(
    select s.placement_id from market.v_placement s
     where s.case_id = ${caseId} and s.first_day <= ${context.today}::date
       and (${ownProvider(context)}::uuid is null or s.provider_id = ${ownProvider(context)})
     order by s.first_day desc limit 1)`
}

async function plans(context: Context, caseId: CaseId): Promise<DeliveryReply['plans']> {
  const { rows } = await sql<DeliveryReply['plans'][number]>`
    select plan_id as "planId", version, replaced, not replaced and placement_id is not distinct from ${spellNow(context, caseId)} as current, goals, activities, hours_per_week as "hoursPerWeek", agreed_on as "agreedOn",
           language_support as "languageSupport", o.name as "providerName", coalesce(outcome, 'waiting') as state, why,
           coalesce((
             select json_agg(json_build_object('answer', a.answer, 'comment', a.comment,
                                               'at', to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.recorded_at)
               from delivery.plan_answer a where a.plan_id = p.plan_id), '[]') as answers
      from delivery.v_plan p join platform.organisation o on o.id = p.provider_id where case_id = ${caseId} order by recorded_at desc, version desc`.execute(
    context.db,
  )
  return rows
}

async function meetings(context: Context, caseId: CaseId): Promise<DeliveryReply['meetings']> {
  const { rows } = await sql<MeetingRow>`
    select m.meeting_id as "meetingId", m.starts_at as "startsAt", m.on_day as "onDay", m.minutes, m.mode, m.individual, m.place,
           u.display_name as "adviserName", m.came, m.took_place as "tookPlace", m.attendance_id as "attendanceId",
           case when ${ofOwn(context, sql`m.provider_id`)} then m.progress end as progress, m.answer,
           m.settled, m.expected
      from delivery.v_meeting m left join platform.user_account u on u.id = m.adviser_id
     where m.case_id = ${caseId} order by m.starts_at desc limit 200`.execute(context.db)
  return rows.map(({ settled, ...row }) => ({ ...row, answer: answerOf({ answer: row.answer, settled }) }))
}
