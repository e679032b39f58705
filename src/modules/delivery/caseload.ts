import { sql } from 'kysely'
import type { z } from 'zod'
import { addDays, type Day } from '../../kernel/day.ts'
import type { CaseId, PlacementId, UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import type { Context } from '../../platform/context.ts'
import type { Level } from '../../rules/index.ts'
import { breachesOf, type ClockFacts, clockFacts, type DueNext, dueOf, exemptToday } from './clock-facts.ts'
import type { caseloadItem, caseloadQuery, caseloadReply } from './contract.ts'

interface Row {
  readonly placementId: PlacementId
  readonly caseId: CaseId
  readonly name: string
  readonly protected: boolean
  readonly firstDay: Day
  readonly lastDay: Day | null
  readonly adviserId: UserId | null
  readonly adviserName: string | null
  readonly level: Level | null
  readonly mapped: boolean
  readonly plan: 'none' | 'waiting' | 'approved' | 'returned'
  readonly nextMeeting: { readonly meetingId: string; readonly startsAt: Instant; readonly minutes: number } | null
  readonly lastMeetingOn: Day | null
}

type Item = z.input<typeof caseloadItem>

const soonWorkingDays = 3
const shownBackDays = 56

/**
 * The provider's participants in service or about to begin, the one with the earliest due day first; `mine` = those whose
 * adviser I am, `search` = part of the name, and by level, adviser and risk. The clocks are computed when asked for, from the
 * log.
 */
export async function caseload(
  context: Context,
  query: z.output<typeof caseloadQuery>,
): Promise<Result<z.input<typeof caseloadReply>>> {
  const { page, limit } = query
  const providerId = context.actor.organisationId
  const mine = query.whose === 'mine' && context.actor.role === 'adviser' ? context.actor.userId : null
  const going = sql`p.provider_id = ${providerId} and (p.last_day is null or p.last_day >= ${context.today}::date)
    and (${mine}::uuid is null or exists (
      select 1 from delivery.v_adviser w where w.placement_id = p.placement_id and w.adviser_id = ${mine}))`
  const facts = await clockFacts(context, going)
  const { rows } = await sql<Row>`
    select p.placement_id as "placementId", p.case_id as "caseId", v.given_name || ' ' || v.family_name as name,
           v.protection <> 'none' as protected, p.first_day as "firstDay",
           p.last_day as "lastDay", g.level, a.adviser_id as "adviserId", u.display_name as "adviserName",
           exists (select 1 from delivery.mapping m where m.placement_id = p.placement_id) as mapped,
           coalesce((select case when l.outcome is null then 'waiting' else l.outcome end from delivery.v_plan l
                      where l.placement_id = p.placement_id and not l.replaced), 'none') as plan,
           (select json_build_object('meetingId', m.meeting_id, 'minutes', m.minutes,
                                     'startsAt', to_char(m.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
              from delivery.v_meeting m
             where m.case_id = p.case_id and m.placement_id = p.placement_id and m.held is null and m.on_day >= ${context.today}::date
             order by m.starts_at limit 1) as "nextMeeting",
           (select max(m.on_day) from delivery.v_meeting m
             where m.case_id = p.case_id and m.placement_id = p.placement_id and m.held) as "lastMeetingOn"
      from market.v_placement p
      join registration.v_person v on v.person_id = p.person_id
      left join delivery.v_adviser a on a.placement_id = p.placement_id and a.case_id = p.case_id
      left join platform.user_account u on u.id = a.adviser_id
      left join decision.v_decision g on g.decision_id = p.decision_id and g.case_id = p.case_id
     where ${going} and (${query.search ?? ''} = '' or v.given_name || ' ' || v.family_name ilike '%' || ${query.search ?? ''} || '%')`.execute(
    context.db,
  )
  const clocks = new Map(facts.map((each) => [each.placementId, each]))
  const items = rows.flatMap((row): Item[] => {
    const item = { ...row, ...clocksOf(context, clocks.get(row.placementId)) }
    const wanted =
      (query.level === undefined || item.level === query.level) &&
      (query.adviserId === undefined || item.adviserId === query.adviserId) &&
      (query.risk === undefined || item.risk === query.risk)
    return wanted ? [item] : []
  })
  const firstDue = (item: Item) => item.due[0]?.dueOn ?? '9999'
  items.sort((a, b) => {
    if (firstDue(a) !== firstDue(b)) return firstDue(a) < firstDue(b) ? -1 : 1
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
  })
  const shown = items.slice((page - 1) * limit, page * limit)
  for (const item of shown) {
    const known = clocks.get(item.placementId as PlacementId)
    if (known) context.readPerson(known.personId)
  }
  return ok({ items: shown, page, limit, total: items.length, advisers: await advisersOf(context) })
}

function clocksOf(context: Context, facts: ClockFacts | undefined): Pick<Item, 'risk' | 'due' | 'exempt' | 'breaches'> {
  if (!facts) return { risk: 'calm', due: [], exempt: [], breaches: [] }
  const due = dueOf(context, facts)
  const since = addDays(context.today, -shownBackDays)
  const breaches = breachesOf(context, facts, 'this-week').filter((breach) => breach.dueOn >= since)
  const exempt = exemptToday(context, facts)
  return { risk: riskOf(due, context.today), due, exempt, breaches: breaches.map((each) => ({ ...each })) }
}

function riskOf(due: readonly DueNext[], today: Day): Item['risk'] {
  if (due.some((each) => each.overdue || each.dueOn < today)) return 'late'
  const soon = addWorkingDays(today, soonWorkingDays)
  return due.some((each) => each.bookedOn === null && each.dueOn <= soon) ? 'soon' : 'calm'
}

async function advisersOf(context: Context): Promise<{ userId: string; name: string }[]> {
  const { rows } = await sql<{ userId: string; name: string }>`
    select distinct u.id as "userId", u.display_name as name
      from platform.duty d join platform.user_account u on u.id = d.user_id
     where d.organisation_id = ${context.actor.organisationId} and d.role in ('adviser', 'coordinator')
       and d.valid_from <= ${context.today}::date and (d.valid_to is null or d.valid_to > ${context.today}::date)
     order by name`.execute(context.db)
  return rows
}
