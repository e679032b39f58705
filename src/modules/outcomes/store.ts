import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { DocumentType } from '../../kernel/document.ts'
import type { CaseId, ClaimId, OrganisationId, PersonId, UserId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import type { OutcomeKind } from '../../rules/index.ts'
import type { SignalAnswer } from './domain/index.ts'
import { taskKinds } from './tasks.ts'

/** A claim as it stands in the table, with what has come of it. */
export interface StoredClaim {
  readonly claimId: ClaimId
  readonly seriesId: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly providerId: OrganisationId
  readonly kind: OutcomeKind
  readonly subsidised: boolean
  readonly extentPercent: number | null
  readonly pacePercent: number | null
  readonly firstDay: Day
  readonly lastDay: Day | null
  readonly recordedBy: UserId | null
  readonly decision: 'verified' | 'refused' | null
  readonly replaced: boolean
  readonly evidence: number
}

const columns = sql`
  c.id as "claimId", c.series_id as "seriesId", c.case_id as "caseId", c.person_id as "personId", c.provider_id as "providerId", c.kind, c.subsidised,
  c.extent_percent as "extentPercent", c.pace_percent as "pacePercent", c.first_day as "firstDay", c.last_day as "lastDay",
  c.recorded_by as "recordedBy", v.outcome as decision, exists (select 1 from outcomes.claim n where n.replaces = c.id) as replaced,
  (select count(*)::integer from outcomes.evidence e where e.claim_id = c.id) as evidence`

/** A claim that the actor may see, or null. */
export async function findClaim(context: Context, claimId: ClaimId): Promise<StoredClaim | null> {
  const { rows } = await sql<StoredClaim>`
    select ${columns} from outcomes.claim c left join outcomes.verification v on v.claim_id = c.id
     where c.id = ${claimId}`.execute(context.db)
  const [row] = rows
  if (row) context.readPerson(row.personId)
  return row ?? null
}

/** The claims of a case that are neither refused nor corrected, as far as the actor may see them. */
export async function standingClaims(context: Context, caseId: CaseId): Promise<StoredClaim[]> {
  const { rows } = await sql<StoredClaim>`
    select ${columns} from outcomes.claim c left join outcomes.verification v on v.claim_id = c.id
     where c.case_id = ${caseId} and v.outcome is distinct from 'refused'
       and not exists (select 1 from outcomes.claim n where n.replaces = c.id)
     order by c.recorded_at, c.id`.execute(context.db)
  return rows
}

interface CaseKey {
  readonly caseId: CaseId
  readonly personId: PersonId
}

export async function saveSignal(
  context: Context,
  signal: CaseKey & {
    readonly id: string
    readonly providerId: OrganisationId | null
    readonly toldBy: 'participant' | 'provider' | 'caseworker'
    readonly kind: OutcomeKind
    readonly extentPercent: number | null
    readonly startsOn: Day
    readonly employer: string | null
  },
): Promise<void> {
  await sql`
    insert into outcomes.signal (id, case_id, person_id, provider_id, told_by, kind, extent_percent, starts_on, employer, recorded_at, recorded_by)
    values (${signal.id}, ${signal.caseId}, ${signal.personId}, ${signal.providerId}, ${signal.toldBy}, ${signal.kind}, ${signal.extentPercent},
            ${signal.startsOn}, ${signal.employer}, ${context.now}, ${context.actor.userId})`.execute(context.db)
}

/**
 * Keys of the case's signals that wait for an answer: told since a caseworker was asked to look, none when nobody is asked. What an
 * interruption or a claim has settled has no answer of its own, and a later one does not speak of it.
 */
export async function waitingSignals(context: Context, caseId: CaseId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from outcomes.signal s
      join platform.task t on t.kind = ${taskKinds.lookAtSignal} and t.subject_id = s.case_id and t.closed_at is null
                          and t.opened_at <= s.recorded_at
     where s.case_id = ${caseId} and not exists (select 1 from outcomes.signal_answer a where a.signal_id = s.id)
     order by s.recorded_at, s.id`.execute(context.db)
  return rows.map(({ id }) => id)
}

export async function saveSignalAnswers(
  context: Context,
  { caseId, personId }: CaseKey,
  answer: SignalAnswer & { readonly signalIds: readonly string[] },
): Promise<void> {
  for (const signalId of answer.signalIds) {
    await sql`
      insert into outcomes.signal_answer (id, signal_id, case_id, person_id, outcome, reason, on_day, recorded_at, recorded_by)
      values (${newId<string>()}, ${signalId}, ${caseId}, ${personId}, ${answer.outcome}, ${answer.reason}, ${context.today},
              ${context.now}, ${context.actor.userId})`.execute(context.db)
  }
}

export async function saveClaim(
  context: Context,
  claim: CaseKey & {
    readonly id: ClaimId
    readonly seriesId: string
    readonly providerId: OrganisationId
    readonly kind: OutcomeKind
    readonly subsidised: boolean
    readonly extentPercent: number | null
    readonly pacePercent: number | null
    readonly firstDay: Day
    readonly lastDay: Day | null
    readonly employer: string
    readonly organisationNumber: string | null
    readonly occupation: string | null
    readonly replaces: ClaimId | null
  },
): Promise<void> {
  await sql`
    insert into outcomes.claim (id, series_id, case_id, person_id, provider_id, kind, subsidised, extent_percent, pace_percent, first_day, last_day,
      employer, organisation_number, occupation, replaces, recorded_at, recorded_by)
    values (${claim.id}, ${claim.seriesId}, ${claim.caseId}, ${claim.personId}, ${claim.providerId}, ${claim.kind}, ${claim.subsidised},
      ${claim.extentPercent}, ${claim.pacePercent}, ${claim.firstDay}, ${claim.lastDay}, ${claim.employer}, ${claim.organisationNumber},
      ${claim.occupation}, ${claim.replaces}, ${context.now}, ${context.actor.userId})`.execute(context.db)
}

/** Keeps a file; the same file twice for a claim is one. Gives its key and hash. */
export async function saveEvidence(
  context: Context,
  claim: StoredClaim,
  file: { readonly id: string; readonly name: string; readonly mediaType: DocumentType; readonly bytes: Buffer },
): Promise<{ evidenceId: string; sha256: string }> {
  const hash = createHash('sha256').update(file.bytes).digest()
  await sql`
    insert into outcomes.evidence (id, claim_id, case_id, person_id, provider_id, name, media_type, bytes, sha256, recorded_at, recorded_by)
    values (${file.id}, ${claim.claimId}, ${claim.caseId}, ${claim.personId}, ${claim.providerId}, ${file.name}, ${file.mediaType},
            ${file.bytes}, ${hash}, ${context.now}, ${context.actor.userId})
    on conflict (claim_id, sha256) do nothing`.execute(context.db)
  const { rows } = await sql<{ id: string }>`
    select id from outcomes.evidence where claim_id = ${claim.claimId} and sha256 = ${hash}`.execute(context.db)
  return { evidenceId: rows[0]?.id ?? file.id, sha256: hash.toString('hex') }
}

export interface StoredEvidence {
  readonly personId: PersonId
  readonly name: string
  readonly mediaType: DocumentType
  readonly bytes: Buffer
}

/** A file of evidence that the actor may see, or null. */
export async function findEvidence(context: Context, evidenceId: string): Promise<StoredEvidence | null> {
  const { rows } = await sql<StoredEvidence>`
    select person_id as "personId", name, media_type as "mediaType", bytes from outcomes.evidence where id = ${evidenceId}`.execute(
    context.db,
  )
  const [row] = rows
  if (row) context.readPerson(row.personId)
  return row ?? null
}

export async function saveVerification(
  context: Context,
  claim: StoredClaim,
  decided: { readonly outcome: 'verified' | 'refused'; readonly reason: string },
): Promise<void> {
  await sql`
    insert into outcomes.verification (claim_id, case_id, person_id, provider_id, outcome, reason, on_day, recorded_at, recorded_by)
    values (${claim.claimId}, ${claim.caseId}, ${claim.personId}, ${claim.providerId}, ${decided.outcome}, ${decided.reason}, ${context.today},
            ${context.now}, ${context.actor.userId})`.execute(context.db)
}
