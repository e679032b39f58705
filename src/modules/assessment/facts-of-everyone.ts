import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { municipality } from '../../rules/reference/index.ts'
import type { AssessmentFacts } from './domain/index.ts'

/** A registered person's facts, without anything that says who it is but the case's key. */
export type CaseFacts = AssessmentFacts & { readonly caseId: CaseId }

/**
 * The facts of up to `limit` registered people whose cases are open, in the order of their keys from the one after `after`. Nobody
 * with protected identity is among them (programme 4.1). For jobs that count over everyone: with another role's session the rows
 * are those that the role may see.
 */
export async function factsOfEveryone(context: Context, after: CaseId | null, limit: number): Promise<CaseFacts[]> {
  const { rows } = await sql<Omit<CaseFacts, 'municipalityGroup'>>`
    select c.case_id as "caseId", p.sex, p.birth_date as "birthDate", p.education, p.education_completed as "educationCompleted",
           p.birth_region as "birthRegion", p.disability, p.programme, p.registered_from as "registeredFrom",
           p.registered_days_10y as "registeredDaysTenYears", to_json(p.ssyk) as ssyk,
           p.wanted_extent_percent as "wantedExtentPercent", p.municipality_code as "municipalityCode"
      from registration.v_case c join registration.v_person p on p.person_id = c.person_id
     where not c.closed and p.protection = 'none' and (${after}::uuid is null or c.case_id > ${after}::uuid)
     order by c.case_id limit ${limit}`.execute(context.db)
  return rows.map((row) => ({ ...row, municipalityGroup: municipality(row.municipalityCode)?.skrGroup ?? 'unknown' }))
}
