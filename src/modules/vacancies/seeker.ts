import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { type CaseHead, findCase } from '../registration/index.ts'
import type { Seeker } from './domain/index.ts'
import { knownAds } from './store.ts'

/** Why a person has no matches before any vacancy is looked at. */
export type NotMatchable = 'nothing-sought' | 'home-unknown'

/**
 * What matching may know of a person (programme 4.5); a protected identity has no home to measure from. `null` when the
 * actor may not see the case.
 */
export async function seekerOf(
  context: Context,
  caseId: CaseId,
): Promise<{ readonly head: CaseHead; readonly seeker: Seeker | NotMatchable } | null> {
  const head = await findCase(context, caseId)
  if (head === null) return null
  const { rows } = await sql<{ ssyk: string[]; licence: boolean | null }>`
    select ssyk, driving_licence as licence from registration.v_person where person_id = ${head.personId}`.execute(
    context.db,
  )
  const sought = rows[0]?.ssyk ?? []
  if (head.home === null) return { head, seeker: 'home-unknown' }
  if (sought.length === 0) return { head, seeker: 'nothing-sought' }
  const { suggested, applied } = await knownAds(context, caseId)
  const seeker: Seeker = {
    sought,
    home: head.home,
    radiusKm: context.rules.vacancies.radiusKm,
    wantedExtent: head.wantedExtentPercent,
    licence: rows[0]?.licence ?? null,
    languages: [head.spokenLanguage],
    leaveOut: new Set([...suggested, ...applied]),
  }
  return { head, seeker }
}
