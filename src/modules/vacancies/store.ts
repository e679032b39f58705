import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { Reason, Vacancy } from './domain/index.ts'

export const vacancyColumns = sql`
  v.ad_id as "adId", v.headline, v.employer, v.workplace, v.ssyk, v.municipality_code as municipality,
  json_build_object('lat', v.lat, 'lon', v.lon) as point, v.approximate,
  json_build_object('min', v.extent_min, 'max', v.extent_max) as extent, v.licence_needed as "licenceNeeded", v.languages,
  v.experience_needed as "experienceNeeded", v.positions, v.published_on as "publishedOn", v.apply_by as "applyBy",
  v.apply_at as "applyUrl"`

/** A vacancy as it now stands, and whether it has been taken away; or null. */
export async function findVacancy(
  context: Context,
  adId: string,
): Promise<(Vacancy & { readonly removed: boolean }) | null> {
  const { rows } = await sql<Vacancy & { removed: boolean }>`
    select ${vacancyColumns}, v.description, v.removed_at is not null as removed from vacancies.vacancy v where v.ad_id = ${adId}`.execute(
    context.db,
  )
  return rows[0] ?? null
}

interface CaseKey {
  readonly caseId: CaseId
  readonly personId: PersonId
}

export interface StoredSuggestion extends CaseKey {
  readonly suggestionId: string
  readonly adId: string
  readonly headline: string
  readonly employer: string
}

/** A suggestion that the actor may see, or null. The person is noted as read. */
export async function findSuggestion(context: Context, suggestionId: string): Promise<StoredSuggestion | null> {
  const { rows } = await sql<StoredSuggestion>`
    select id as "suggestionId", case_id as "caseId", person_id as "personId", ad_id as "adId", headline, employer
      from vacancies.suggestion where id = ${suggestionId}`.execute(context.db)
  const [row] = rows
  if (row) context.readPerson(row.personId)
  return row ?? null
}

/** The advertisements of the case that are suggested already, and those applied for. */
export async function knownAds(
  context: Context,
  caseId: CaseId,
): Promise<{ readonly suggested: readonly string[]; readonly applied: readonly string[] }> {
  const { rows } = await sql<{ suggested: string[]; applied: string[] }>`
    select array(select ad_id from vacancies.suggestion where case_id = ${caseId}) as suggested,
           array(select ad_id from vacancies.application where case_id = ${caseId} and ad_id is not null) as applied`.execute(
    context.db,
  )
  return rows[0] ?? { suggested: [], applied: [] }
}

/** Saves a suggestion with what is shown; `null` when the case has one of the same advertisement. */
export async function saveSuggestion(
  context: Context,
  of: CaseKey & { readonly id: string; readonly providerId: OrganisationId | null },
  vacancy: Vacancy,
  shown: { readonly because: readonly Reason[]; readonly message: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into vacancies.suggestion (id, case_id, person_id, provider_id, ad_id, headline, employer, ssyk, apply_by, because, message, recorded_at, recorded_by)
    values (${of.id}, ${of.caseId}, ${of.personId}, ${of.providerId}, ${vacancy.adId}, ${vacancy.headline}, ${vacancy.employer}, ${vacancy.ssyk},
            ${vacancy.applyBy}, ${JSON.stringify(shown.because)}::jsonb, ${shown.message}, ${context.now}, ${context.actor.userId})
    on conflict (case_id, ad_id) do nothing returning id`.execute(context.db)
  return rows[0]?.id ?? null
}

export async function saveAnswer(
  context: Context,
  suggestion: StoredSuggestion,
  given: { readonly answer: string; readonly reason: string | null },
): Promise<void> {
  await sql`
    insert into vacancies.suggestion_answer (suggestion_id, case_id, person_id, answer, reason, recorded_at, recorded_by)
    values (${suggestion.suggestionId}, ${suggestion.caseId}, ${suggestion.personId}, ${given.answer}, ${given.reason}, ${context.now},
            ${context.actor.userId})`.execute(context.db)
}

/** Saves an application; `null` when the case has one for the same advertisement. */
export async function saveApplication(
  context: Context,
  of: CaseKey & {
    readonly id: string
    readonly adId: string | null
    readonly headline: string
    readonly employer: string
    readonly appliedOn: Day
    readonly toldBy: 'participant' | 'provider' | 'caseworker'
  },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into vacancies.application (id, case_id, person_id, ad_id, headline, employer, applied_on, told_by, recorded_at, recorded_by)
    values (${of.id}, ${of.caseId}, ${of.personId}, ${of.adId}, ${of.headline}, ${of.employer}, ${of.appliedOn}, ${of.toldBy}, ${context.now},
            ${context.actor.userId})
    on conflict (case_id, ad_id) where ad_id is not null do nothing returning id`.execute(context.db)
  return rows[0]?.id ?? null
}
