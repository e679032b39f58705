import pg from 'pg'
import { day } from '../src/kernel/day.ts'
import type { AddressId } from '../src/kernel/ids.ts'
import { type Candidate, nearestProvider } from '../src/modules/market/domain/index.ts'
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

const people = 20_000
/** So many of them go through the calendar duty, each in a transaction of its own. */
const swept = Number(process.env.KROM_BENCH_SWEPT ?? 1000)
const rounds = 5
const today = day('2022-09-27')

/**
 * Places people by the nearest-provider rule under caps, 1,000 contracts at 3,000 addresses. `nearest`: seconds that the
 * rule itself takes for 20,000, each seeing the seats that the earlier ones left. `nearest-sweep`: milliseconds a person
 * through the calendar duty, with lock, log, letter, notices, access and what other modules do when somebody is placed.
 */
export const bench: Bench = (print, say) =>
  withThrowaway(say, async ({ superUrl, ownerUrl }) => {
    say(`laying ${contracts} contracts at ${addresses} addresses and ${swept} people who did not choose`)
    await layMarket({ superUrl, ownerUrl })
    const all = silentPeople(people)
    await laySilent(superUrl, all.slice(0, swept))
    const offers = await openSeats(superUrl)
    const took: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const told = placeAll(all, offers)
      say(`${round === 0 ? 'warm-up' : `round ${round}`}: ${JSON.stringify(told)}`)
      if (told.placed < people / 2 || told.turnedAway === 0)
        throw new Error('the caps did not matter, or hardly anybody was placed')
      if (round > 0) took.push(told.seconds)
    }
    print({ bench: 'nearest', ours: hundredths(median(took)), unit: 's for 20,000', most: 10 })
    const each = await sweepAll(ownerUrl, superUrl, say)
    print({ bench: 'nearest-sweep', ours: hundredths(each), unit: 'ms a person' })
  })

const hundredths = (value: number): number => Math.round(value * 100) / 100

type Offer = Candidate & { readonly contractId: string; readonly addressId: AddressId }

/** Every offer with the seats that the cap leaves. */
async function openSeats(superUrl: string): Promise<Offer[]> {
  const admin = new pg.Client(superUrl)
  await admin.connect()
  try {
    const { rows } = await admin.query(
      `select contract_id as "contractId", address_id as "addressId", area_code as "areaCode", json_build_object('lat', lat, 'lon', lon) as point,
              greatest(0, cap - market.places_taken(contract_id, address_id, $1)) as "openPlaces"
         from market.v_offer`,
      [today],
    )
    return rows
  } finally {
    await admin.end()
  }
}

/** Everybody in turn, each seat given once. */
function placeAll(all: readonly Silent[], offers: readonly Offer[]) {
  const rules = rulesOn(today)
  const areas = defaultDeliveryAreas()
  const areaOf = new Map(areas.flatMap((area) => area.municipalities.map((code) => [code, area.code] as const)))
  const around = new Map(areas.map(({ code }) => [code, neighbouringAreas(code, areas).map((area) => area.code)]))
  const seats = Map.groupBy(
    offers.map((offer) => ({ ...offer })),
    (offer) => offer.areaCode,
  )
  const began = performance.now()
  const told = { placed: 0, turnedAway: 0, nobody: 0 }
  for (const { municipalityCode, home, seed } of all) {
    const areaCode = areaOf.get(municipalityCode) ?? ''
    const neighbours = around.get(areaCode) ?? []
    const ask = (codes: readonly string[]) => {
      const candidates = codes.flatMap((code) => seats.get(code) ?? [])
      return nearestProvider({ home, areaCode, neighbours, candidates, seed }, rules)
    }
    // As the duty asks: the areas around only when the own one has no seat.
    const atHome = ask([areaCode])
    const { nearest, considered } = atHome.nearest === null ? ask([areaCode, ...neighbours]) : atHome
    if (considered.some((one) => one.fate === 'full')) told.turnedAway += 1
    if (nearest === null) told.nobody += 1
    else told.placed += 1
    if (nearest !== null && nearest.openPlaces !== null) nearest.openPlaces -= 1
  }
  return { ...told, seconds: (performance.now() - began) / 1000 }
}

/** Milliseconds a person through the calendar duty itself. */
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
    say(`swept ${swept} in ${Math.round(took)} ms: ${JSON.stringify(told)}`)
    if (told === undefined || told.placed < swept / 2 || told.logged !== told.placed || told.over > 0) {
      throw new Error(`the duty did not do its work: ${JSON.stringify(told)}`)
    }
    return took / swept
  } finally {
    await admin.end()
    await pool.end()
  }
}
