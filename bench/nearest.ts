import pg from 'pg'
import { addDays, day } from '../src/kernel/day.ts'
import { type FieldOffer, nearestInTurn } from '../src/modules/market/domain/index.ts'
import { sweeps } from '../src/modules/market/index.ts'
import { databaseClock } from '../src/platform/context.ts'
import { openPool } from '../src/platform/database.ts'
import { openLog } from '../src/platform/log.ts'
import { runDay } from '../src/platform/sweeps.ts'
import { rulesOn } from '../src/rules/index.ts'
import { defaultDeliveryAreas, neighbouringAreas } from '../src/rules/reference/index.ts'
import { subscriptions } from '../src/server/subscriptions.ts'
import { addresses, contracts, layMarket } from './catalogue-world.ts'
import { type Bench, median } from './line.ts'
import { laySilent, type Silent, silentPeople } from './nearest-world.ts'
import { withThrowaway } from './throwaway.ts'

const people = Number(process.env.KROM_BENCH_PEOPLE ?? 20_000)
const rounds = 5
const today = day('2022-09-27')

/**
 * Places people by the nearest-provider rule under caps, 1,000 contracts at 3,000 addresses. `nearest`: seconds that the
 * calendar duty takes for 20,000 in the database, with locks, log of every candidate, letters, notices, access and what other
 * modules do when somebody is placed. `nearest-rule`: of them the rule itself, each seeing the seats that earlier ones left.
 */
export const bench: Bench = (print, say) =>
  withThrowaway(say, async ({ superUrl, ownerUrl }) => {
    say(`laying ${contracts} contracts at ${addresses} addresses and ${people} people who did not choose`)
    await layMarket({ superUrl, ownerUrl })
    const all = silentPeople(people)
    await laySilent(superUrl, all)
    const field = await openSeats(superUrl)
    const took: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const told = placeAll(all, field)
      say(`${round === 0 ? 'warm-up' : `round ${round}`}: ${JSON.stringify(told)}`)
      if (told.placed < people / 2 || told.turnedAway === 0)
        throw new Error('the caps did not matter, or hardly anybody was placed')
      if (round > 0) took.push(told.seconds)
    }
    const seconds = await sweepAll(ownerUrl, superUrl, say)
    print({ bench: 'nearest', ours: hundredths(seconds), unit: 's for 20,000', most: 10 })
    print({ bench: 'nearest-rule', ours: hundredths(median(took)), unit: 's for 20,000' })
  })

const hundredths = (value: number): number => Math.round(value * 100) / 100

/** Every offer with the seats that are taken. */
async function openSeats(superUrl: string): Promise<FieldOffer[]> {
  const admin = new pg.Client(superUrl)
  await admin.connect()
  try {
    const { rows } = await admin.query(
      `select contract_id as "contractId", address_id as "addressId", area_code as "areaCode", json_build_object('lat', lat, 'lon', lon) as point,
              json_build_object('start', from_day, 'end', to_day) as period, cap, market.places_taken(contract_id, address_id, $1) as taken, null as staff
         from market.v_offer`,
      [today],
    )
    return rows
  } finally {
    await admin.end()
  }
}

/** Everybody in turn, each seat given once. */
function placeAll(all: readonly Silent[], field: readonly FieldOffer[]) {
  const areas = defaultDeliveryAreas()
  const areaOf = new Map(areas.flatMap((area) => area.municipalities.map((code) => [code, area.code] as const)))
  const around = new Map(areas.map(({ code }) => [code, neighbouringAreas(code, areas).map((area) => area.code)]))
  const began = performance.now()
  const turns = nearestInTurn(
    all.map(({ municipalityCode, home, seed }) => {
      const areaCode = areaOf.get(municipalityCode) ?? ''
      return { home, areaCode, neighbours: around.get(areaCode) ?? [], firstDay: addDays(today, 14), seed }
    }),
    field,
    rulesOn(today),
  )
  const seconds = (performance.now() - began) / 1000
  const placed = turns.filter((turn) => turn.nearest !== null).length
  const turnedAway = turns.filter((turn) => turn.fates.includes('full')).length
  const candidates = turns.reduce((sum, turn) => sum + turn.offers.length, 0)
  return { placed, turnedAway, nobody: people - placed, candidates, seconds }
}

/** Seconds that the calendar duty itself takes. */
async function sweepAll(ownerUrl: string, superUrl: string, say: (text: string) => void): Promise<number> {
  const sweep = sweeps.filter((one) => one.name === 'market.place-by-nearest')
  const pool = openPool(ownerUrl, 4)
  const admin = new pg.Client(superUrl)
  await admin.connect()
  try {
    const began = performance.now()
    await runDay({ pool, subscriptions, clock: databaseClock(pool) }, sweep, today, openLog())
    const took = performance.now() - began
    const { rows } = await admin.query<{ placed: number; logged: number; over: number }>(`
      select (select count(*)::integer from market.placement where how = 'nearest') as placed,
             (select count(*)::integer from market.nearest_log where nearest_address is not null) as logged,
             (select count(*)::integer from market.v_offer o
               where o.cap < market.places_taken(o.contract_id, o.address_id, '${today}')) as over`)
    const [told] = rows
    say(`swept ${people} in ${Math.round(took)} ms: ${JSON.stringify(told)}`)
    if (told === undefined || told.placed < people / 2 || told.logged !== told.placed || told.over > 0) {
      throw new Error(`the duty did not do its work: ${JSON.stringify(told)}`)
    }
    return took / 1000
  } finally {
    await admin.end()
    await pool.end()
  }
}
