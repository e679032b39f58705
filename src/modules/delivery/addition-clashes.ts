import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { type AddToSession, sessionsToJoin } from './add-to-session.ts'
import { spellOn } from './domain/index.ts'
import {
  absencesOf,
  clashesAt,
  type FoundClash,
  isOwn,
  measuresOf,
  type PreviewedTime,
  slotsIn,
} from './session-clashes.ts'

/** `not-in-service`: the service does not reach the day, and the participant is not booked there. */
export type AdditionClash = FoundClash | { readonly kind: 'not-in-service'; readonly caseId: CaseId }
export type AddedTime = Omit<PreviewedTime, 'clashes'> & { readonly clashes: AdditionClash[] }

/**
 * What participants would meet who are added to a session, or to it and the later ones of its series, to be shown before it is
 * saved. Nothing is written. Problems: `not-found`, `not-your-participant`.
 */
export async function previewAddition(
  context: Context,
  { sessionId, caseIds, andLater }: Pick<AddToSession, 'sessionId' | 'caseIds' | 'andLater'>,
): Promise<Result<{ times: AddedTime[] }>> {
  for (const caseId of caseIds) {
    const may = await isOwn(context, caseId)
    if (!may.ok) return may
  }
  const places = await sessionsToJoin(context, { sessionId, andLater })
  if (places.length === 0) return fail(problem('not-found'))
  const sessions = [...Map.groupBy(places, (place) => place.sessionId).values()].flatMap((members) =>
    members.slice(0, 1),
  )
  const slots = await slotsIn(context, { days: sessions.map((each) => each.onDay), caseIds, adviserId: null })
  const known = { absences: await absencesOf(context, caseIds), measures: await measuresOf(context, caseIds) }
  const spells = await spellsOf(context, caseIds)
  const times = sessions.map(({ sessionId: own, startsAt, onDay, minutes }): AddedTime => {
    const isInService = (caseId: CaseId) =>
      spellOn(
        onDay,
        spells.filter((spell) => spell.caseId === caseId),
      ) !== null
    const time = { startsAt, onDay, holiday: null, skipped: false }
    const wish = { caseIds: caseIds.filter(isInService), minutes }
    const met = clashesAt(wish, time, null, { ...known, slots: slots.filter((slot) => slot.sessionId !== own) })
    const outside = caseIds
      .filter((caseId) => !isInService(caseId))
      .map((caseId) => ({ kind: 'not-in-service' as const, caseId }))
    return { ...time, clashes: [...outside, ...met] }
  })
  return ok({ times })
}

interface SpellRow {
  readonly caseId: CaseId
  readonly firstDay: Day
  readonly lastDay: Day | null
}

/** The days with the acting provider. */
async function spellsOf(context: Context, caseIds: readonly CaseId[]): Promise<SpellRow[]> {
  const { rows } = await sql<SpellRow>`
    select case_id as "caseId", first_day as "firstDay", last_day as "lastDay" from market.v_placement
     where case_id = any (${caseIds}::uuid[]) and provider_id = ${context.actor.organisationId}`.execute(context.db)
  return rows
}
