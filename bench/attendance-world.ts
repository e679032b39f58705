import pg from 'pg'
import { seeded } from '../src/kernel/random.ts'
import { openPool } from '../src/platform/database.ts'
import { newId } from '../src/platform/new-id.ts'
import { beginSession } from '../src/platform/sign-in/session.ts'
import { layCases } from './http-world.ts'

export const advisers = 200
export const participants = 1000
const meetingsEach = 60

/** An adviser's tap on one of the own meetings that nothing has been recorded of. */
export interface Tap {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Lays participants with half a year behind them and many planned meetings that are over, and signs their advisers in.
 * Gives a tap for each meeting, in an order in which each adviser comes once before any comes again.
 */
export async function layTaps(urls: { superUrl: string; appUrl: string }): Promise<Tap[]> {
  await layCases(urls, participants)
  const admin = new pg.Client(urls.superUrl)
  await admin.connect()
  try {
    await admin.query("set session_replication_role = 'replica'")
    const users = Array.from({ length: advisers }, () => newId<string>())
    await layProvider(admin, users)
    await admin.query(
      `insert into delivery.meeting (id, case_id, person_id, placement_id, provider_id, starts_at, on_day, minutes, mode, individual, adviser_id, recorded_at, recorded_by)
         select gen_random_uuid(), s.case_id, s.person_id, s.placement_id, s.provider_id, day + interval '9 hours', day, 45, 'physical', true, s.adviser_id, day, s.adviser_id
           from delivery.spell_adviser s, generate_series(1, $1::integer) k, lateral (select '2022-09-01'::date + k as day) d`,
      [meetingsEach],
    )
    await admin.query('vacuum analyze')
    const sessions = await signIn(admin, urls.appUrl, users)
    const { rows } = await admin.query<{ id: string; adviser_id: string }>(
      'select id, adviser_id from delivery.meeting where adviser_id is not null order by on_day, id',
    )
    return inTurn(rows.map((row) => ({ adviser: row.adviser_id, path: `/api/v1/meetings/${row.id}/attendance` }))).map(
      ({ adviser, path }) => ({ path, headers: sessions.get(adviser) ?? {} }),
    )
  } finally {
    await admin.end()
  }
}

/** The provider's organisation, its contract, and its staff, who share the participants. */
async function layProvider(admin: pg.Client, users: readonly string[]): Promise<void> {
  await admin.query(
    "insert into platform.organisation (id, kind, name) select id, 'provider', name from market.provider",
  )
  await admin.query(
    `with c as (
       insert into market.contract (id, provider_id, area_code, price_model, from_day, recorded_at)
         select distinct contract_id, provider_id, '15', '1', '2021-01-01'::date, '2021-01-01'::timestamptz from market.placement returning *
     ) insert into market.contract_span (contract_id, provider_id, area_code, from_day) select id, provider_id, area_code, from_day from c`,
  )
  await admin.query(
    `insert into platform.user_account (id, subject, display_name) select u, 'bench|' || u, 'Robin Handledare' from unnest($1::uuid[]) u`,
    [users],
  )
  await admin.query(
    `insert into platform.duty (user_id, role, organisation_id, valid_from)
       select u, 'adviser', (select id from market.provider), '2020-01-01' from unnest($1::uuid[]) u`,
    [users],
  )
  await admin.query(
    `update delivery.spell_adviser s set adviser_id = ($1::uuid[])[1 + n.n % $2::integer]
       from (select case_id, row_number() over (order by case_id) as n from delivery.spell_adviser) n where n.case_id = s.case_id`,
    [users, users.length],
  )
  // Triggers rest while a world is laid: whom each adviser sees is written here.
  await admin.query(
    `insert into platform.access (person_id, holder, ground, valid_from)
       select s.person_id, platform.own_key(s.adviser_id, s.provider_id), 'own:' || s.placement_id, s.from_day from delivery.spell_adviser s`,
  )
}

/** Every adviser's own session, as the headers of a request. */
async function signIn(
  admin: pg.Client,
  appUrl: string,
  users: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  const pool = openPool(appUrl, 1)
  try {
    const cookies = new Map<string, string>()
    for (const user of users) {
      const who = { subject: `bench|${user}`, name: 'Robin Handledare', identityNumber: null, idToken: null }
      cookies.set(user, `krom_session=${await beginSession(pool, who, 12)}`)
    }
    const { rows } = await admin.query<{ user_id: string; csrf_token: string }>(
      'select user_id, csrf_token from platform.session',
    )
    const tokens = new Map(rows.map((row) => [row.user_id, row.csrf_token]))
    return new Map(
      users.map((user) => [user, { cookie: cookies.get(user) ?? '', 'x-csrf-token': tokens.get(user) ?? '' }]),
    )
  } finally {
    await pool.end()
  }
}

/** Each adviser's first, in random order, then each one's second, and so on. */
function inTurn<T extends { readonly adviser: string }>(taps: readonly T[]): T[] {
  const random = seeded('taps')
  const each = [...Map.groupBy(random.shuffle(taps), (tap) => tap.adviser).values()]
  const longest = Math.max(...each.map((own) => own.length))
  return Array.from({ length: longest }, (_, turn) => random.shuffle(each).flatMap((own) => own[turn] ?? [])).flat()
}
