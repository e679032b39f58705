import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { OrganisationId, UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Context } from '../../platform/context.ts'
import type { DocumentTopic } from './contract.ts'
import type { ApplicationContent, AreaOutcome, Item, JudgedOutcome, TenderTerms } from './domain/index.ts'

/** A version of the tender terms with what became of it. */
export interface StoredTerms {
  readonly termsId: string
  readonly version: number
  readonly content: TenderTerms
  readonly draftedBy: UserId
  readonly draftedByName: string
  readonly state: 'drafted' | 'published' | 'returned'
  readonly publishedOn: Day | null
  readonly reason: string | null
}

const termsColumns = sql`
  t.id as "termsId", t.version, t.content, t.drafted_by as "draftedBy", u.display_name as "draftedByName", coalesce(d.outcome, 'drafted') as state,
  case when d.outcome = 'published' then d.on_day end as "publishedOn", d.reason`
const termsTables = sql`
  admission.terms t join platform.user_account u on u.id = t.drafted_by left join admission.terms_decision d on d.terms_id = t.id`

export async function findTerms(context: Context, termsId: string): Promise<StoredTerms | null> {
  const { rows } = await sql<StoredTerms>`select ${termsColumns} from ${termsTables} where t.id = ${termsId}`.execute(
    context.db,
  )
  return rows[0] ?? null
}

/** A page of terms, the latest version first; `published` leaves out what is not. */
export async function pageOfTerms(
  context: Context,
  wanted: { page: number; limit: number; published: boolean },
): Promise<{ rows: StoredTerms[]; total: number }> {
  const { rows } = await sql<StoredTerms & { total: number }>`
    select ${termsColumns}, count(*) over () as total from ${termsTables}
     where not ${wanted.published}::boolean or d.outcome = 'published'
     order by t.version desc limit ${wanted.limit} offset ${(wanted.page - 1) * wanted.limit}`.execute(context.db)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** A document that an application rests on, without its content. */
export interface ApplicationDocument {
  readonly documentId: string
  readonly topic: DocumentTopic
  readonly name: string
  readonly bytes: number
}

/** An application with its latest draft and how far it has come. */
export interface StoredApplication {
  readonly applicationId: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly organisationNumber: string | null
  readonly termsId: string
  readonly terms: TenderTerms
  readonly draftId: string
  readonly content: ApplicationContent
  readonly savedAt: Instant
  readonly sentOn: Day | null
  readonly dueOn: Day | null
  readonly decidedOn: Day | null
  readonly decisionReason: string | null
  readonly withdrawnOn: Day | null
  readonly withdrawalReason: string | null
  readonly documents: readonly ApplicationDocument[]
}

const applicationColumns = sql`
  a.id as "applicationId", a.organisation_id as "organisationId", o.name as "organisationName", o.organisation_number as "organisationNumber",
  a.terms_id as "termsId", t.content as terms, d.id as "draftId", d.content, d.recorded_at as "savedAt", s.on_day as "sentOn", s.due_on as "dueOn",
  x.on_day as "decidedOn", x.reason as "decisionReason", w.on_day as "withdrawnOn", w.reason as "withdrawalReason",
  coalesce((select json_agg(json_build_object('documentId', f.id, 'topic', f.topic, 'name', f.name, 'bytes', length(f.bytes)) order by f.topic, f.recorded_at, f.id)
    from admission.document f
   where f.application_id = a.id and not exists (select 1 from admission.document_removed r where r.document_id = f.id)), '[]') as documents`
const applicationTables = sql`
  admission.application a
  join platform.organisation o on o.id = a.organisation_id
  join admission.terms t on t.id = a.terms_id
  join admission.draft d on d.application_id = a.id and not exists (select 1 from admission.draft n where n.replaces = d.id)
  left join admission.submission s on s.application_id = a.id
  left join admission.decision x on x.application_id = a.id
  left join admission.withdrawal w on w.application_id = a.id`

/** Null where there is none or the actor may not see it; a draft is seen by the applicant alone. */
export async function findApplication(context: Context, applicationId: string): Promise<StoredApplication | null> {
  const { rows } = await sql<StoredApplication>`
    select ${applicationColumns} from ${applicationTables}
     where a.id = ${applicationId} and (s.application_id is not null or ${context.actor.role} = 'coordinator')`.execute(
    context.db,
  )
  return rows[0] ?? null
}

/** Those that the actor may see: waiting ones first, by the day they are due. */
export async function pageOfApplications(
  context: Context,
  { page, limit }: { page: number; limit: number },
): Promise<{ rows: StoredApplication[]; total: number }> {
  const { rows } = await sql<StoredApplication & { total: number }>`
    select ${applicationColumns}, count(*) over () as total from ${applicationTables}
     where s.application_id is not null or ${context.actor.role} = 'coordinator'
     order by x.on_day is not null or w.on_day is not null, s.due_on, a.recorded_at desc, a.id limit ${limit} offset ${(page - 1) * limit}`.execute(
    context.db,
  )
  return { rows, total: rows[0]?.total ?? 0 }
}

export async function saveDraftRow(
  context: Context,
  draft: {
    id: string
    application: { applicationId: string; organisationId: OrganisationId }
    content: ApplicationContent
    replaces: string | null
  },
): Promise<void> {
  const { applicationId, organisationId } = draft.application
  await sql`
    insert into admission.draft (id, application_id, organisation_id, content, replaces, recorded_at, recorded_by)
    values (${draft.id}, ${applicationId}, ${organisationId}, ${JSON.stringify(draft.content)}::jsonb, ${draft.replaces}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}

/** What an officer holds of an item, as stored. */
export interface StoredOpinion {
  readonly id: string
  readonly applicationId: string
  readonly requirement: string
  readonly areaCode: string | null
  readonly outcome: JudgedOutcome
  readonly reason: string
  readonly by: UserId
  readonly name: string
  readonly at: Instant
}

/** What the officers hold now of the applications' items, the earliest first. */
export async function opinionsOn(context: Context, applicationIds: readonly string[]): Promise<StoredOpinion[]> {
  const { rows } = await sql<StoredOpinion>`
    select j.id, j.application_id as "applicationId", j.requirement, j.area_code as "areaCode", j.outcome, j.reason, j.judged_by as by,
           u.display_name as name, j.recorded_at as at
      from admission.judgement j join platform.user_account u on u.id = j.judged_by
     where j.application_id = any (${[...applicationIds]}::uuid[]) and not exists (select 1 from admission.judgement n where n.replaces = j.id)
     order by j.recorded_at, j.id`.execute(context.db)
  return rows
}

export async function saveJudgement(
  context: Context,
  judged: {
    applicationId: string
    item: Item
    outcome: JudgedOutcome
    reason: string
    answerKind: string
    replaces: string | null
  },
): Promise<void> {
  const { applicationId, item, outcome, reason, answerKind, replaces } = judged
  await sql`
    insert into admission.judgement (application_id, requirement, area_code, outcome, reason, answer_kind, judged_by, replaces, recorded_at)
    values (${applicationId}, ${item.requirement.code}, ${item.areaCode}, ${outcome}, ${reason}, ${answerKind}, ${context.actor.userId}, ${replaces}, ${context.now})`.execute(
    context.db,
  )
}

/** How one kind of answer to one requirement was judged elsewhere, and how often. */
export interface StoredPrecedent {
  readonly requirement: string
  readonly answerKind: string
  readonly outcome: JudgedOutcome
  readonly applications: number
}

/** What two officers have held of the same requirements in other applications, by the kind of answer. */
export async function precedentsFor(
  context: Context,
  applicationId: string,
  requirements: readonly string[],
): Promise<StoredPrecedent[]> {
  const { rows } = await sql<StoredPrecedent>`
    select requirement, "answerKind", outcome, count(distinct application_id)::integer as applications
      from (select j.application_id, j.requirement, j.area_code, j.answer_kind as "answerKind", j.outcome
              from admission.judgement j
             where j.requirement = any (${[...requirements]}::text[]) and j.application_id <> ${applicationId}
               and not exists (select 1 from admission.judgement n where n.replaces = j.id)
             group by j.application_id, j.requirement, j.area_code, j.answer_kind, j.outcome
            having count(distinct j.judged_by) >= 2) settled
     group by requirement, "answerKind", outcome`.execute(context.db)
  return rows
}

/** The decision's areas, by code. */
export async function areaDecisions(
  context: Context,
  applicationId: string,
): Promise<(AreaOutcome & { contractId: string | null })[]> {
  const { rows } = await sql<AreaOutcome & { contractId: string | null }>`
    select area_code as "areaCode", outcome, grounds, contract_id as "contractId" from admission.area_decision
     where application_id = ${applicationId} order by area_code`.execute(context.db)
  return rows
}
