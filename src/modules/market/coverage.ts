import { sql } from 'kysely'
import { addDays, type Day, weekday } from '../../kernel/day.ts'
import type { Point } from '../../kernel/geo.ts'
import type { AddressId, ContractId, OrganisationId } from '../../kernel/ids.ts'
import { atTime } from '../../kernel/instant.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Download } from '../../platform/http/route.ts'
import { type SheetColumn, spreadsheet } from '../../platform/spreadsheet.ts'
import { municipalities, municipality, skrGroupName } from '../../rules/reference/index.ts'
import { deliveryAreas } from '../registration/index.ts'
import type { CoverageReply } from './contract/coverage.ts'
import { bandOf, type CoveringOffer, coverage, type HomesByBand, nearestKm } from './domain/index.ts'
import { countsStatement } from './open-offers.ts'

/**
 * Who gives the service where on a day, and how far registered jobseekers had to the nearest address when that was last
 * measured (programme 4.4). Delivery areas as they are today.
 */
export async function coverageOn(context: Context, on: Day): Promise<CoverageReply> {
  const areas = await deliveryAreas(context)
  const areaOf = new Map(areas.flatMap((area) => area.municipalities.map((code) => [code, area.code] as const)))
  const measured = await homesOn(context, on)
  const places = municipalities()
  const found = coverage(
    {
      municipalities: places.map((one) => ({ ...one, areaCode: areaOf.get(one.code) ?? null })),
      areaCodes: areas.map((area) => area.code),
      offers: await offersOn(context, on),
      homes: measured?.homes ?? null,
    },
    context.rules.market,
  )
  return {
    on,
    measuredOn: measured?.on ?? null,
    bandsKm: [...context.rules.market.coverageBandsKm],
    roundedTo: context.rules.market.fewestShown,
    municipalities: found.municipalities.map((row) => {
      const { name = row.code, skrGroup = null, seat: point = null } = municipality(row.code) ?? {}
      return { ...row, name, skrGroup, point, areaCode: areaOf.get(row.code) ?? null }
    }),
    areas: found.areas.map((row) => {
      const { name = row.code, service = null } = areas.find((area) => area.code === row.code) ?? {}
      return { ...row, name, service }
    }),
    groups: found.groups.map((row) => ({ ...row, name: nameOfGroup(row.code) })),
  }
}

function nameOfGroup(code: string): string {
  const group = municipalities().find((one) => one.skrGroup === code)?.skrGroup
  return group === undefined ? code : skrGroupName(group)
}

type OfferRow = Omit<CoveringOffer, 'point' | 'taken'> & {
  readonly providerId: OrganisationId
  readonly contractId: ContractId
  readonly addressId: AddressId
  readonly lat: number
  readonly lon: number
}

/** What took new participants on the day, by what was recorded until its end. */
async function offersOn(context: Context, on: Day): Promise<CoveringOffer[]> {
  const before = atTime(addDays(on, 1), '00:00')
  const { rows } = await sql<OfferRow>`
    select c.provider_id as "providerId", c.id as "contractId", a.id as "addressId", c.area_code as "areaCode",
           a.municipality_code as "municipalityCode", a.lat, a.lon,
           (select k.cap from market.capacity_cap k
             where k.contract_id = c.id and k.address_id = a.id and k.recorded_at < ${before}
             order by k.recorded_at desc, k.id desc limit 1) as cap
      from market.contract c
      join market.contract_span s on s.contract_id = c.id
      join market.contract_address ca on ca.contract_id = c.id
      join market.provider_address a on a.id = ca.address_id
     where c.from_day <= ${on}::date and (s.to_day is null or s.to_day > ${on}::date)
       and coalesce((select n.open from market.new_choices n where n.contract_id = c.id and n.recorded_at < ${before}
                      order by n.recorded_at desc, n.id desc limit 1), true)`.execute(context.db)
  if (rows.length === 0) return []
  const counts = await countsStatement(rows, on).execute(context.db)
  const taken = new Map(counts.rows.map((row) => [`${row.contractId}/${row.addressId}`, row.taken]))
  return rows.map(({ lat, lon, ...row }) => ({
    ...row,
    point: { lat, lon },
    taken: taken.get(`${row.contractId}/${row.addressId}`) ?? 0,
  }))
}

async function homesOn(context: Context, on: Day): Promise<{ on: Day; homes: HomesByBand[] } | null> {
  const { rows } = await sql<HomesByBand & { on: Day }>`
    select on_day as on, municipality_code as "municipalityCode", band, homes from market.home_distance
     where on_day = (select max(on_day) from market.home_distance where on_day <= ${on}::date)`.execute(context.db)
  const day = rows[0]?.on
  return day === undefined ? null : { on: day, homes: rows }
}

/** Measuring everybody's way costs more than it changes in a day. */
export function isMeasuringDay(day: Day): boolean {
  return weekday(day) === 1
}

/** Counts how far the homes lie from the nearest address that takes new participants; run as a calendar duty, by the house itself. */
export async function measureHomes(context: Context, on: Day): Promise<Result<null>> {
  const points = [...new Map((await offersOn(context, on)).map((offer) => [offer.addressId, offer.point])).values()]
  const bands = context.rules.market.coverageBandsKm
  const counts = new Map<string, HomesByBand>()
  for (const { municipalityCode, homes, lat, lon } of await homesByPlace(context)) {
    const home: Point | undefined = lat === null || lon === null ? municipality(municipalityCode)?.seat : { lat, lon }
    const band = home === undefined ? bands.length : bandOf(nearestKm(home, points), bands)
    const key = `${municipalityCode}/${band}`
    counts.set(key, { municipalityCode, band, homes: homes + (counts.get(key)?.homes ?? 0) })
  }
  await sql`
    insert into market.home_distance (on_day, municipality_code, band, homes)
      select ${on}::date, r."municipalityCode", r.band, r.homes
        from jsonb_to_recordset(${JSON.stringify([...counts.values()])}::jsonb) as r ("municipalityCode" text, band integer, homes integer)
      on conflict do nothing`.execute(context.db)
  return ok(null)
}

interface HomeRow {
  readonly municipalityCode: string
  readonly lat: number | null
  readonly lon: number | null
  readonly homes: number
}

/** Homes of open cases, those within about a kilometre of each other together; a protected home has no place and is left out. */
async function homesByPlace(context: Context): Promise<HomeRow[]> {
  const { rows } = await sql<HomeRow>`
    select p.municipality_code as "municipalityCode", round(p.lat::numeric, 2)::float8 as lat, round(p.lon::numeric, 2)::float8 as lon,
           count(*)::integer as homes
      from registration.v_person p
      join registration.v_case c on c.person_id = p.person_id
     where not c.closed and p.protection = 'none'
     group by 1, 2, 3`.execute(context.db)
  return rows
}

type Row = CoverageReply['municipalities'][number]

/** The coverage of each municipality as a table for a spreadsheet: open data. */
export async function coverageCsv({ on, bandsKm, municipalities: rows }: CoverageReply): Promise<Download> {
  const limits = [...bandsKm.map((km) => `homes_within_${km}_km`), 'homes_beyond']
  const columns: SheetColumn<Row>[] = [
    { title: 'municipality', kind: 'text', value: (row) => row.code },
    { title: 'name', kind: 'text', value: (row) => row.name },
    { title: 'skr_group', kind: 'text', value: (row) => row.skrGroup },
    { title: 'delivery_area', kind: 'text', value: (row) => row.areaCode },
    { title: 'providers', kind: 'number', value: (row) => row.providers },
    { title: 'addresses', kind: 'number', value: (row) => row.addresses },
    { title: 'open_places', kind: 'number', value: (row) => row.openPlaces },
    { title: 'nearest_km', kind: 'number', value: (row) => row.nearestKm },
    { title: 'homes', kind: 'number', value: (row) => row.homes?.all ?? null },
    ...limits.map((title, band) => ({
      title,
      kind: 'number' as const,
      value: (row: Row) => row.homes?.bands[band] ?? null,
    })),
  ]
  return spreadsheet({ name: `coverage-${on}`, columns, rows }, 'csv')
}
