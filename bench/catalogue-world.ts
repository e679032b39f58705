import pg from 'pg'
import { type Random, seeded } from '../src/kernel/random.ts'
import { must } from '../src/kernel/result.ts'
import { seedDeliveryAreas } from '../src/modules/registration/index.ts'
import { systemActor } from '../src/platform/actor.ts'
import { databaseClock, inTransaction } from '../src/platform/context.ts'
import { openPool } from '../src/platform/database.ts'
import { defaultDeliveryAreas, municipalities, municipality } from '../src/rules/reference/index.ts'

export const contracts = 1000
export const addresses = 3000
const placements = 60_000
const searches = 60

const firstWords =
  'Älvhage Kvarnstad Stenlöv Fyrbåk Strandmark Norrhamn Tallrot Vikforsen Ekhamre Lindåker Holmsäter Granlöv Palmvik Rosenhage Björksund Östermåla Hällevik Sjöbacka Åsbro Mörtnäs'
const secondWords =
  'Jobbväg Karriär Matchning Arbetsliv Kompetens Vägledning Jobbstöd Omställning Arbetsforum Matchpunkt Jobbverkstad Nystart Yrkesbro Framtid Arbetskraft Rekrytering Språkväg Steget Jobbkompass Yrkesvägar'
const languages = ['en', 'ar', 'so', 'ti', 'fa', 'ku', 'es', 'pl', 'uk', 'bs']
const orientations = ['administration', 'sales', 'health-care', 'industry', 'it', 'cleaning', 'transport', 'all']

/** Lays a market of 1,000 contracts at 3,000 addresses with 60,000 placements, some of them over. */
export async function layMarket(urls: { superUrl: string; ownerUrl: string }): Promise<void> {
  const owner = openPool(urls.ownerUrl, 1)
  const why = { operation: 'bench', purpose: 'bench' }
  const work = { pool: owner, subscriptions: {}, clock: databaseClock(owner) }
  must(await inTransaction(work, systemActor, why, seedDeliveryAreas))
  await owner.end()
  const admin = new pg.Client(urls.superUrl)
  await admin.connect()
  try {
    for (const [table, rows] of Object.entries(marketRows())) await lay(admin, `market.${table}`, rows)
    // Placements of nobody: only their number matters.
    await admin.query("set session_replication_role = 'replica'")
    await admin.query(
      `insert into market.placement (case_id, person_id, decision_id, provider_id, contract_id, address_id, how, assisted, chosen_on, first_day, recorded_at)
         select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), contract_id, address_id, 'chosen', false, '2022-05-01', '2022-05-16', '2022-05-01'
           from market.contract_address, generate_series(1, $1::integer)`,
      [placements / addresses],
    )
    await admin.query(
      `insert into market.placement_end (placement_id, case_id, person_id, last_day, cause, recorded_at)
         select id, case_id, person_id, '2022-09-01', 'outcome', '2022-09-02' from market.placement where hashtext(id::text) % 3 = 0`,
    )
    await admin.query(
      `insert into market.seat
         select p.id, p.contract_id, p.address_id, p.chosen_on, p.first_day, e.last_day
           from market.placement p left join market.placement_end e on e.placement_id = p.id`,
    )
    await admin.query('vacuum analyze')
  } finally {
    await admin.end()
  }
}

type Row = Readonly<Record<string, unknown>>

async function lay(admin: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  await admin.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}

const at = '2022-01-01T08:00:00Z'

/** The tables' rows: each of 400 providers in two or three areas, each contract at three addresses of its own. */
function marketRows(): Record<string, Row[]> {
  const random = seeded('catalogue')
  const providers = names().map((name) => ({ id: random.uuid(), name, recorded_at: at }))
  const areas = defaultDeliveryAreas()
  const rows = { provider: providers, contract: [], provider_address: [], contract_address: [], capacity_cap: [] }
  const add = (table: Row[], row: Row) => table.push(row)
  for (let index = 0; index < contracts; index += 1) {
    const provider_id = providers[index % providers.length]?.id
    const area = areas[(index * 7 + Math.floor(index / providers.length)) % areas.length]
    const id = random.uuid()
    add(rows.contract, {
      id,
      provider_id,
      area_code: area?.code,
      price_model: '1',
      from_day: '2021-01-01',
      recorded_at: at,
    })
    for (let number = 0; number < addresses / contracts; number += 1) {
      const address = { provider_id, ...addressOf(random, random.pick(area?.municipalities ?? [])) }
      add(rows.provider_address, address)
      const key = { contract_id: id, address_id: address.id, recorded_at: at }
      add(rows.contract_address, key)
      if (index % 2 === 0) add(rows.capacity_cap, { id: random.uuid(), ...key, cap: 25 })
    }
  }
  return rows
}

function addressOf(random: Random, code: string) {
  const seat = municipality(code)?.seat ?? { lat: 59, lon: 15 }
  return {
    id: random.uuid(),
    street: 'Exempelgatan 1',
    locality: 'Provorten',
    municipality_code: code,
    lat: seat.lat + (random.next() - 0.5) / 20,
    lon: seat.lon + (random.next() - 0.5) / 10,
    point_from: 'given',
    languages: ['sv', ...random.shuffle(languages).slice(0, 4)],
    orientations: random.shuffle(orientations).slice(0, 4),
    presentation: 'Vi arbetar nära dig och dina mål, med många kontakter hos arbetsgivare i hela regionen.',
    recorded_at: at,
  }
}

function names(): string[] {
  return firstWords.split(' ').flatMap((first) => secondWords.split(' ').map((second) => `${first} ${second} AB`))
}

/** Searches as visitors make them: from a municipality, within a radius, by line of work, language and a name with a slip. */
export function searchPaths(): string[] {
  const random = seeded('searches')
  return Array.from({ length: searches }, () => {
    const query = new URLSearchParams({
      municipality: random.pick(municipalities()).code,
      radiusKm: String(random.pick([50, 100, 200])),
      orientation: random.pick(orientations.slice(0, -1)),
      language: random.pick(languages),
      name: slipped(random, random.pick(random.next() < 0.5 ? firstWords.split(' ') : secondWords.split(' '))),
    })
    return `/api/v1/catalogue?${query}`
  })
}

/** Two neighbouring letters that changed places, which makes it another word. */
function slipped(random: Random, word: string): string {
  const places = [...word].flatMap((letter, index) => (index > 0 && letter !== word[index + 1] ? [index] : []))
  const place = random.pick(places.slice(0, -1))
  return word.slice(0, place) + (word[place + 1] ?? '') + (word[place] ?? '') + word.slice(place + 2)
}
