import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { AddressId, CaseId, ContractId, PersonId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { LoggedCandidate } from './contract.ts'
import { type CandidateFate, type Turn, tieOrder } from './domain/index.ts'
import type { StoredWindow } from './store.ts'

/** An offer as the log names it. */
export interface NamedOffer {
  readonly contractId: ContractId
  readonly addressId: AddressId
  readonly providerName: string
}

/** What the rule came to for one person. */
export interface Logged {
  readonly window: StoredWindow
  readonly homeApproximate: boolean
  readonly turn: Turn
}

const letters: Readonly<Record<CandidateFate, string>> = {
  nearest: 'n',
  full: 'f',
  'too-far': 't',
  'further-away': 'a',
}
const fates = new Map(Object.entries(letters).map(([fate, letter]) => [letter, fate as CandidateFate]))

/** Logs every candidate of each person's turn (programme 4.4). */
export async function saveNearestLogs(
  context: Context,
  { id: fieldId, field }: KeptField,
  logs: readonly Logged[],
): Promise<void> {
  if (logs.length === 0) return
  const rows = logs.map(({ window, homeApproximate, turn }) => ({
    window_id: window.windowId,
    case_id: window.caseId,
    person_id: window.personId,
    home_approximate: homeApproximate,
    offers: `{${turn.offers.join()}}`,
    metres: `{${turn.metres.join()}}`,
    open_places: `{${turn.openPlaces.map((open) => open ?? 'null').join()}}`,
    fates: turn.fates.map((fate) => letters[fate]).join(''),
    at_home: turn.atHome,
    nearest_address: turn.nearest === null ? null : field[turn.nearest]?.addressId,
  }))
  await sql`
    insert into market.nearest_log (window_id, case_id, person_id, on_day, home_approximate, field_id, offers, metres, open_places, fates, at_home,
      nearest_address, recorded_at, recorded_by)
    select r.window_id, r.case_id, r.person_id, ${context.today}::date, r.home_approximate, ${fieldId}::uuid, r.offers, r.metres, r.open_places, r.fates, r.at_home,
           r.nearest_address, ${context.now}, ${context.actor.userId}
      from jsonb_populate_recordset(null::market.nearest_log, ${JSON.stringify(rows)}::jsonb) r`.execute(context.db)
}

/** A list of offers that logs refer to; no key when it is empty. */
export interface KeptField {
  readonly id: string | null
  readonly field: readonly NamedOffer[]
}

/** Keeps the list, once for all whose logs refer to it, under a key made of itself. */
export async function keepField(context: Context, field: readonly NamedOffer[]): Promise<KeptField> {
  if (field.length === 0) return { id: null, field }
  const offers = JSON.stringify(
    field.map(({ contractId, addressId, providerName }) => ({ contractId, addressId, providerName })),
  )
  const { rows } = await sql<{ id: string; known: boolean }>`
    select o.id, exists (select 1 from market.nearest_field f where f.id = o.id) as known
      from (select encode(substring(sha256(convert_to(${offers}::text, 'UTF8')) for 16), 'hex')::uuid as id) o`.execute(
    context.db,
  )
  const [kept] = rows
  if (kept === undefined) throw new Error('a list was not given a key')
  if (!kept.known) {
    await sql`
      insert into market.nearest_field (id, offers, recorded_at) values (${kept.id}, ${offers}::jsonb, ${context.now})
      on conflict do nothing`.execute(context.db)
  }
  return { id: kept.id, field }
}

interface LogRow {
  readonly personId: PersonId
  readonly onDay: Day
  readonly homeApproximate: boolean
  readonly seed: string
  readonly field: readonly NamedOffer[]
  readonly offers: readonly number[]
  readonly metres: readonly number[]
  readonly openPlaces: readonly (number | null)[]
  readonly fates: string
  readonly atHome: number
}

/** What the nearest-provider rule considered for the case the last time, candidate by candidate. Problem: `not-found`. */
export async function nearestLog(context: Context, caseId: CaseId) {
  const { rows } = await sql<LogRow>`
    select l.person_id as "personId", l.on_day as "onDay", l.home_approximate as "homeApproximate", w.order_seed as seed, coalesce(f.offers, '[]') as field,
           to_json(l.offers) as offers, to_json(l.metres) as metres, to_json(l.open_places) as "openPlaces", l.fates, l.at_home as "atHome"
      from market.nearest_log l
      join market.choice_window w on w.id = l.window_id
      left join market.nearest_field f on f.id = l.field_id
     where l.case_id = ${caseId} order by l.recorded_at desc limit 1`.execute(context.db)
  const log = rows[0]
  if (log === undefined) return fail(problem('not-found'))
  const { personId, onDay, homeApproximate } = log
  context.readPerson(personId)
  return ok({ onDay, homeApproximate, candidates: log.offers.map((place, index) => candidateAt(log, place, index)) })
}

function candidateAt(log: LogRow, place: number, index: number): LoggedCandidate {
  const offer = log.field[place]
  const fate = fates.get(log.fates.charAt(index))
  if (offer === undefined || fate === undefined) throw new Error('a log names an offer that its list lacks')
  return {
    ...offer,
    ring: index < log.atHome ? 'home-area' : 'neighbouring-area',
    distanceKm: (log.metres[index] ?? 0) / 1000,
    tieOrder: tieOrder(log.seed, offer.addressId),
    openPlaces: log.openPlaces[index] ?? null,
    fate,
  }
}
