import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openPool } from '../src/platform/database.ts'
import { newId } from '../src/platform/new-id.ts'
import { beginSession } from '../src/platform/sign-in/session.ts'
import { stepViews } from '../src/server/modules.ts'

/** Steps of every case. */
export const stepsOfCase = 60

export interface HttpWorld {
  readonly cases: readonly { caseId: string; personId: string }[]
  /** The secret of a caseworker's session, as the cookie holds it. */
  readonly token: string
  /** The caseworker's organisation. */
  readonly authority: string
}

const subject = 'bench|caseworker'

/** Lays `count` cases of sixty steps in a newly migrated database and signs a caseworker in. */
export async function layCases(urls: { superUrl: string; appUrl: string }, count: number): Promise<HttpWorld> {
  const admin = new pg.Client(urls.superUrl)
  await admin.connect()
  const appPool = openPool(urls.appUrl, 1)
  try {
    const staff = await layStaff(admin)
    await admin.query("set session_replication_role = 'replica'")
    const text = readFileSync(join(import.meta.dirname, 'http-world.sql'), 'utf8')
    const values: Record<string, string> = { cases: String(count), ...staff }
    await admin.query(text.replaceAll(/(?<!:):([a-z]+)\b/g, (whole, name: string) => values[name] ?? whole))
    await fillUp(admin)
    await admin.query('vacuum analyze')
    const { rows } = await admin.query<{ caseId: string; personId: string }>(
      'select case_id as "caseId", person_id as "personId" from registration.case_file order by case_id',
    )
    const token = await beginSession(appPool, { subject, name: 'Kim Prov', identityNumber: null, idToken: null }, 12)
    if (token === null) throw new Error('the caseworker could not sign in')
    return { cases: rows, token, authority: staff.authority.replaceAll("'", '') }
  } finally {
    await appPool.end()
    await admin.end()
  }
}

/** An authority and the caseworker who reads; their keys as SQL. */
async function layStaff(admin: pg.Client): Promise<{ authority: string; caseworker: string }> {
  const [authority, caseworker] = [newId<string>(), newId<string>()]
  await admin.query(`
    insert into platform.organisation (id, kind, name) values ('${authority}', 'authority', 'Arbetsförmedlingen');
    insert into platform.user_account (id, subject, display_name) values ('${caseworker}', '${subject}', 'Kim Prov');
    insert into platform.duty (user_id, role, organisation_id, valid_from) values ('${caseworker}', 'caseworker', '${authority}', '2020-01-01')`)
  return { authority: `'${authority}'`, caseworker: `'${caseworker}'` }
}

/** Adds held meetings until every case has its sixty steps, whatever the modules make of the rows before. */
async function fillUp(admin: pg.Client): Promise<void> {
  const steps = stepViews.map(([, view]) => `select case_id from ${view}`).join(' union all ')
  const { rows } = await admin.query<{ steps: number }>(
    `select count(*)::integer as steps from (${steps}) s group by case_id order by 1 desc limit 1`,
  )
  const missing = stepsOfCase - (rows[0]?.steps ?? 0)
  if (missing < 1) throw new Error(`the cases have ${rows[0]?.steps} steps already: lay fewer in http-world.sql`)
  await admin.query(`
    with meeting as (
      insert into delivery.meeting (id, case_id, person_id, placement_id, provider_id, starts_at, on_day, minutes, mode, individual, recorded_at)
        select gen_random_uuid(), case_id, person_id, placement_id, (select id from provider), at + k * interval '6 days', '2022-03-23'::date + k * 6, 45, 'physical', true, at
          from c, generate_series(1, ${missing}) k returning *)
    insert into delivery.attendance (id, meeting_id, case_id, person_id, placement_id, provider_id, came, took_place, minutes, mode, individual, language_support,
        job_proposals, recorded_at, recorded_by)
      select gen_random_uuid(), id, case_id, person_id, placement_id, provider_id, 'yes', true, 45, 'physical', true, false, 2, starts_at, (select adviser_id from provider)
        from meeting`)
}
