import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import type { FeedRuns, JobsReply, SuggestionView } from './contract.ts'
import type { Reason, Suggestion } from './domain/index.ts'
import { matchesFor } from './matches.ts'
import { lineOf } from './search-vacancies.ts'
import { seekerOf } from './seeker.ts'
import { reasonText, refusalTexts, setAsideText } from './wording.ts'

type Stored = Omit<SuggestionView, 'because'> & { readonly because: readonly Reason[] }

/** A case's suggested jobs, applications and best matches, as the actor may see them; `null` when the case is hidden. */
export async function jobsOf(context: Context, caseId: CaseId, language: Language): Promise<JobsReply | null> {
  const found = await seekerOf(context, caseId)
  if (found === null) return null
  const { rows: suggestions } = await sql<Stored>`
    select s.id as "suggestionId", s.ad_id as "adId", s.headline, s.employer, s.apply_by as "applyBy",
           coalesce(v.removed_at is null and v.apply_by >= ${context.today}, false) as open,
           (s.recorded_at at time zone 'Europe/Stockholm')::date as "suggestedOn", u.display_name as "byName", s.message, s.because,
           a.answer, a.reason as refusal
      from vacancies.suggestion s
      left join vacancies.vacancy v on v.ad_id = s.ad_id
      left join platform.user_account u on u.id = s.recorded_by
      left join lateral (select answer, reason from vacancies.suggestion_answer a
                          where a.suggestion_id = s.id order by a.recorded_at desc, a.id desc limit 1) a on true
     where s.case_id = ${caseId} order by s.recorded_at desc, s.id desc limit 100`.execute(context.db)
  const { rows: applications } = await sql<JobsReply['applications'][number]>`
    select id as "applicationId", ad_id as "adId", headline, employer, applied_on as "appliedOn", told_by as "toldBy"
      from vacancies.application where case_id = ${caseId} order by applied_on desc, recorded_at desc limit 100`.execute(
    context.db,
  )
  const { seeker } = found
  const matches = typeof seeker === 'string' ? [] : await matchesFor(context, seeker)
  const shown = (because: readonly Reason[]) => because.map((one) => ({ ...one, text: reasonText(one, language) }))
  return {
    suggestions: suggestions.map((one) => ({ ...one, because: shown(one.because) })),
    applications,
    matches: matches.map((one: Suggestion) => ({
      ...lineOf(one.vacancy, one.km),
      points: one.points,
      because: shown(one.because),
      licenceToAsk: one.licenceToAsk,
    })),
    matchesBecause: typeof seeker === 'string' ? seeker : matches.length > 0 ? 'found' : 'none-near',
    radiusKm: context.rules.vacancies.radiusKm,
    refusals: refusalTexts(context.rules.vacancies.refusals, language),
  }
}

const shownProblems = 50

/** Readings of the feed, the latest first, with what was set aside. */
export async function feedRunsOf(context: Context, language: Language): Promise<FeedRuns> {
  const { rows } = await sql<FeedRuns['items'][number]>`
    select r.id as "runId", r.name, r.read, r.added, r.changed, r.unchanged, r.removed, r.set_aside as "setAside", r.recorded_at as "recordedAt",
           coalesce((select json_agg(json_build_object('line', a.line, 'adId', a.ad_id, 'field', a.field, 'reason', a.reason, 'text', '',
                                                       'values', a.details) order by a.line)
                       from (select * from vacancies.set_aside a where a.run_id = r.id order by a.line limit ${shownProblems}) a), '[]') as problems
      from vacancies.feed_run r order by r.recorded_at desc, r.id desc limit 30`.execute(context.db)
  const open = await sql<{ count: number }>`
    select count(*)::integer as count from vacancies.vacancy where removed_at is null and apply_by >= ${context.today}`.execute(
    context.db,
  )
  const items = rows.map((run) => ({
    ...run,
    problems: run.problems.map(({ line, adId, field, reason, ...rest }) => ({
      line,
      adId,
      field,
      reason,
      text: setAsideText(
        { code: reason, values: 'values' in rest ? (rest.values as Record<string, string>) : {} },
        language,
      ),
    })),
  }))
  return { items, open: open.rows[0]?.count ?? 0 }
}
