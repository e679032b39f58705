import { sql } from 'kysely'
import type { z } from 'zod'
import { addDays, type Day, isoWeek, type Month, maxDay, minDay, mondayOf } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { parallelMeasures, type StoredMeasure } from '../decision/index.ts'
import { findCase } from '../registration/index.ts'
import { type ClockFacts, clockFacts, type DueNext, dueOf } from './clock-facts.ts'
import type { StripWeek, stripReply } from './contract.ts'
import type { ReportState } from './domain/index.ts'

type Drawn = {
  readonly meetings: readonly {
    onDay: Day
    startsAt: Instant
    mode: StripWeek['meetings'][number]['mode']
    held: boolean | null
  }[]
  readonly activities: readonly { onDay: Day; hours: number; mode: 'physical' | 'remote' }[]
  readonly reports: readonly { month: Month; state: ReportState; onDay: Day }[]
}

const weeksAhead = 4
const weeksWithoutEnd = 60

/**
 * The case as a strip of ISO weeks, from the first in service to a few weeks ahead: meetings, activities, what is due, and
 * reports on the day they are due or decided (look, principle 2). The same for every role that may see the case.
 * Problem: `not-found`.
 */
export async function weekStrip(context: Context, caseId: CaseId): Promise<Result<z.input<typeof stripReply>>> {
  const head = await findCase(context, caseId)
  if (head === null) return fail(problem('not-found'))
  const spells = await clockFacts(context, sql`p.case_id = ${caseId}`)
  const drawn = await readDrawn(context, caseId)
  const measures = await parallelMeasures(context, caseId)
  const due = spells.flatMap((spell) => dueOf(context, spell))
  const weeks = mondaysOf(context, spells).map((monday) => weekOf(context, monday, { spells, drawn, due, measures }))
  return ok({ today: context.today, weeks })
}

function mondaysOf(context: Context, spells: readonly ClockFacts[]): Day[] {
  const first = spells[0]
  if (!first) return []
  const ends = spells.map((spell) => spell.lastDay ?? addDays(context.today, weeksAhead * 7))
  const last = ends.reduce(maxDay)
  const end = minDay(last, addDays(context.today, weeksAhead * 7))
  const mondays: Day[] = []
  for (let at = mondayOf(first.firstDay); at <= maxDay(end, first.firstDay); at = addDays(at, 7)) mondays.push(at)
  return mondays.slice(-weeksWithoutEnd)
}

function weekOf(
  context: Context,
  monday: Day,
  all: {
    spells: readonly ClockFacts[]
    drawn: Drawn
    due: readonly DueNext[]
    measures: readonly StoredMeasure[]
  },
): StripWeek {
  const end = addDays(monday, 7)
  const inWeek = (on: Day) => on >= monday && on < end
  const activities = all.drawn.activities.filter((each) => inWeek(each.onDay))
  return {
    monday,
    ...isoWeek(monday),
    inService: all.spells.some((spell) => spell.firstDay < end && (spell.lastDay === null || spell.lastDay >= monday)),
    meetings: all.drawn.meetings
      .filter((each) => inWeek(each.onDay))
      .map(({ onDay, mode, held, startsAt }) => ({ onDay, mode, state: stateOf(held, startsAt > context.now) })),
    activities: {
      count: activities.length,
      hours: activities.reduce((total, each) => total + each.hours, 0),
      physical: activities.filter((each) => each.mode === 'physical').length,
    },
    due: all.due.filter((each) => inWeek(each.dueOn)).map((each) => ({ ...each })),
    reports: all.drawn.reports.filter((each) => inWeek(each.onDay)).map((each) => ({ ...each })),
    measures: all.measures
      .filter((each) => each.firstDay < end && each.lastDay >= monday)
      .map(({ kind, actor, firstDay, lastDay, fullTime }) => ({ kind, actor, firstDay, lastDay, fullTime })),
  }
}

function stateOf(held: boolean | null, ahead: boolean): StripWeek['meetings'][number]['state'] {
  if (held !== null) return held ? 'held' : 'not-held'
  return ahead ? 'planned' : 'unknown'
}

async function readDrawn(context: Context, caseId: CaseId): Promise<Drawn> {
  const { rows } = await sql<Drawn>`
    select coalesce((
             select json_agg(json_build_object('onDay', on_day, 'startsAt', to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                                               'mode', mode, 'held', held) order by starts_at)
               from delivery.v_meeting where case_id = ${caseId}), '[]') as meetings,
           coalesce((
             select json_agg(json_build_object('onDay', on_day, 'hours', hours, 'mode', mode) order by on_day)
               from delivery.v_activity where case_id = ${caseId} and held), '[]') as activities,
           coalesce((
             select json_agg(json_build_object('month', month, 'state', state, 'onDay', coalesce(decided_on, signed_on, due_on)) order by month)
               from delivery.v_report where case_id = ${caseId}), '[]') as reports`.execute(context.db)
  const row = rows[0]
  if (!row) throw new Error('a query without from gives one row')
  return row
}
