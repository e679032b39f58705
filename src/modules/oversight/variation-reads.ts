import { sql } from 'kysely'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { OfficeVariationReply, PeriodQuery, UnitView, VariationReply } from './contract.ts'
import {
  type AnswerCell,
  ageGroups,
  ageGroupsFrom,
  type CaseMix,
  mixModelOf,
  type ReasonCount,
  registeredGroups,
  registeredGroupsFrom,
  type UnitVariation,
  type Variation,
  variationOf,
  withoutSmall,
} from './domain/index.ts'
import { type Days, daysAsked } from './period.ts'

/** Who compares offices; only those who follow up single cases see reasons by office and who the caseworkers are. */
export const comparers = ['overseer', 'administrator', 'analyst'] as const

/** How often and why each office abstains, adjusted for the mix of its cases. Problems: `not-allowed`, `period-reversed`. */
export async function officeVariations(context: Context, query: PeriodQuery): Promise<Result<VariationReply>> {
  const may = mayAct(context, comparers)
  if (!may.ok) return may
  const days = daysAsked(context, query)
  if (!days.ok) return days
  const cells = await answersIn(context, days.value, null)
  const found = variationOf(cells, mixModelOf(cells), lawOf(context))
  const view = viewOf(context, days.value, found, await officeNames(context))
  return ok({ ...view, effects: [...found.effects] })
}

/** The same for the caseworkers of one office, measured against the whole country. Problems: `not-allowed`, `period-reversed`. */
export async function caseworkerVariations(
  context: Context,
  officeId: string,
  query: PeriodQuery,
): Promise<Result<OfficeVariationReply>> {
  const may = mayAct(context, ['overseer'])
  if (!may.ok) return may
  const days = daysAsked(context, query)
  if (!days.ok) return days
  const everyone = mixModelOf(await answersIn(context, days.value, null))
  const cells = await answersIn(context, days.value, officeId)
  const found = variationOf(cells, everyone, lawOf(context))
  const names = await staffNames(
    context,
    found.units.map((one) => one.unit),
  )
  const officeName = (await officeNames(context)).get(officeId) ?? null
  return ok({ officeId, officeName, ...viewOf(context, days.value, found, names) })
}

function lawOf({ rules }: Context) {
  return { leastAnswers: rules.oversight.variationLeastAnswers, limits: rules.oversight.variationLimits }
}

function viewOf({ rules, actor }: Context, days: Days, found: Variation, names: ReadonlyMap<string, string>) {
  const seesCases = actor.role === 'overseer'
  const told = (reasons: readonly ReasonCount[]) =>
    seesCases ? [...reasons] : withoutSmall(reasons, rules.oversight.smallCountUnder)
  const unitView = ({ unit, reasons, ...one }: UnitVariation): UnitView => ({
    ...one,
    unitId: unit,
    name: names.get(unit) ?? null,
    reasons: seesCases ? [...reasons] : null,
  })
  return {
    ...days,
    answers: found.answers,
    abstained: found.abstained,
    dispersion: found.dispersion,
    leastAnswers: rules.oversight.variationLeastAnswers,
    ...rules.oversight.variationLimits,
    units: found.units.map(unitView),
    months: [...found.months],
    reasons: told(found.reasons),
    funnel: [...found.funnel],
  }
}

interface AnswerRow {
  readonly officeId: string | null
  readonly caseworkerId: string | null
  readonly month: string
  readonly level: CaseMix['level']
  readonly ageGroup: number
  readonly education: CaseMix['education']
  readonly birthRegion: CaseMix['birthRegion']
  readonly disability: boolean
  readonly registered: number
  readonly code: string | null
  readonly count: number
}

/** Answers by office, or by caseworker of one office; sums, so that no person is read. */
async function answersIn(context: Context, days: Days, officeId: string | null): Promise<AnswerCell[]> {
  const { rows } = await sql<AnswerRow>`
    select office_id as "officeId", caseworker_id as "caseworkerId", month, level, age_group as "ageGroup", education,
           birth_region as "birthRegion", disability, registered_group as registered, code, answers as count
      from oversight.answers(${days.from}, ${days.to}, ${officeId}::uuid, ${[...ageGroupsFrom]}::integer[], ${[...registeredGroupsFrom]}::integer[])`.execute(
    context.db,
  )
  return rows.map((row) => ({
    unit: officeId === null ? row.officeId : row.caseworkerId,
    month: row.month,
    code: row.code,
    count: row.count,
    mix: {
      level: row.level,
      ageGroup: ageGroups[row.ageGroup] ?? ageGroups[0],
      education: row.education,
      birthRegion: row.birthRegion,
      disability: row.disability ? 'yes' : 'no',
      registered: registeredGroups[row.registered] ?? registeredGroups[0],
    },
  }))
}

/** The authority's offices by key. */
export async function officeNames(context: Context): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from platform.office`.execute(context.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function staffNames(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, display_name as name from platform.user_account where id = any (${[...ids]}::uuid[])`.execute(context.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
