import { type Day, day } from '../kernel/day.ts'
import { distanceKm, type Point } from '../kernel/geo.ts'
import { completeOrganisationNumber, type OrganisationNumber } from '../kernel/organisation-number.ts'
import { type Random, seeded } from '../kernel/random.ts'
import { municipality } from '../rules/reference/index.ts'
import { type OrientationCode, type ProviderRow, providerRows } from './market.data.ts'
import { gothenburgRegion } from './places.data.ts'

/** A delivery area of the demo's own, drawn over the region's default one. */
export interface Area {
  readonly code: string
  readonly name: string
  readonly municipalities: readonly string[]
  /** Price for level B. */
  readonly priceModelB: '1' | '2'
  readonly takesNewChoices: boolean
}

export interface Address {
  readonly key: string
  readonly street: string
  readonly postcode: string
  readonly locality: string
  readonly municipalityCode: string
  readonly point: Point
  readonly languages: readonly string[]
  readonly orientations: readonly OrientationCode[]
  readonly presentation: string
}

export interface Contract {
  readonly key: string
  readonly areaCode: string
  readonly priceModel: '1' | '2'
  readonly addresses: readonly Address[]
  /** Simultaneous participants at each address; null = no cap. */
  readonly cap: number | null
  readonly takesNewChoices: boolean
}

/** A fictional provider with everything it has in the market. */
export interface Provider {
  readonly key: string
  readonly name: string
  readonly organisationNumber: OrganisationNumber
  readonly advisers: number
  readonly addresses: readonly Address[]
  readonly contracts: readonly Contract[]
}

/** Contracts and areas are in force from before the history begins. */
export const marketDay: Day = day('2021-09-01')

const centre = ['1480', '1481', '1402', '1401', '1407']
const north = ['1440', '1482', '1462', '1415', '1419', '1489', '1441']

/** The region in three: price model 1, price model 2, and one where no contract takes new participants. */
export const areas: readonly Area[] = [
  { code: 'GR-C', name: 'Göteborg med grannar', municipalities: centre, priceModelB: '1', takesNewChoices: true },
  { code: 'GR-N', name: 'Norra Göteborgsregionen', municipalities: north, priceModelB: '2', takesNewChoices: true },
  { code: 'GR-S', name: 'Kungsbacka', municipalities: ['1384'], priceModelB: '2', takesNewChoices: false },
]

const areaCodes = { centre: 'GR-C', north: 'GR-N', south: 'GR-S' } as const

/** The 24 fictional providers, the same for every seed but for where in their street they lie. */
export function market(seed: number | string): readonly Provider[] {
  return providerRows.map((row, index) => providerOf(seeded(seed).fork(`provider ${index}`), row, index))
}

function providerOf(random: Random, row: ProviderRow, index: number): Provider {
  const key = `provider-${String(index + 1).padStart(2, '0')}`
  const addresses = row.addresses.map(([municipalityCode, street, languages, orientations], number) => ({
    key: `${key}/${number + 1}`,
    street,
    municipalityCode,
    ...placeOf(random, municipalityCode),
    languages: languages.split(' '),
    orientations: orientations.split(' ') as OrientationCode[],
    presentation: row.presentation,
  }))
  return {
    key,
    name: row.name,
    // The series 559999 is the last of those that limited companies are given; none is known to use these.
    organisationNumber: completeOrganisationNumber(`559999${String(900 + index)}`),
    advisers: row.size === 'large' ? 1 : 0,
    addresses,
    contracts: row.areas.map((name) => contractOf(`${key}/${name}`, areaCodes[name], addresses, index)),
  }
}

function contractOf(key: string, areaCode: string, addresses: readonly Address[], index: number): Contract {
  const area = areas.find((one) => one.code === areaCode)
  if (area === undefined) throw new Error(`no area has the code ${areaCode}`)
  const own = addresses.filter((address) => area.municipalities.includes(address.municipalityCode))
  return {
    key,
    areaCode,
    priceModel: area.priceModelB,
    addresses: own,
    cap: index % 5 === 3 ? 4 + index : index % 3 === 0 ? 60 : null,
    takesNewChoices: area.takesNewChoices,
  }
}

function placeOf(random: Random, code: string): { point: Point; locality: string; postcode: string } {
  const place = gothenburgRegion.find((one) => one.code === code)
  const seat = municipality(code)?.seat
  if (place === undefined || seat === undefined) throw new Error(`${code} is not in the region`)
  const spread = code === '1480' ? 0.035 : 0.008
  const point = {
    lat: Number((seat.lat + spread * (random.next() - 0.5)).toFixed(5)),
    lon: Number((seat.lon + 2 * spread * (random.next() - 0.5)).toFixed(5)),
  }
  return {
    point,
    locality: place.localities[0] ?? place.name,
    postcode: `${place.postcodes[0] ?? '411'}${10 + random.int(80)}`,
  }
}

/** A contract at an address that a person could choose. */
export interface Offer {
  readonly provider: Provider
  readonly contract: Contract
  readonly address: Address
}

/** Every contract at every address that takes new participants. */
export function openOffers(providers: readonly Provider[]): Offer[] {
  return providers.flatMap((provider) =>
    provider.contracts
      .filter((contract) => contract.takesNewChoices)
      .flatMap((contract) => contract.addresses.map((address) => ({ provider, contract, address }))),
  )
}

/** The person's own choice among the offers: near, in a language the person speaks, mostly in the home's area. */
export function chooseOffer(
  random: Random,
  offers: readonly Offer[],
  person: { readonly home: Point | null; readonly municipalityCode: string; readonly language: string },
): Offer {
  const home = person.home ?? municipality(person.municipalityCode)?.seat
  const area = areas.find((one) => one.municipalities.includes(person.municipalityCode))
  if (home === undefined || home === null) throw new Error(`no municipality has the code ${person.municipalityCode}`)
  return random.weighted(
    offers.map((offer) => {
      const nearness = Math.exp(-distanceKm(home, offer.address.point) / 9)
      const inArea = offer.contract.areaCode === area?.code ? 12 : 1
      const understood = offer.address.languages.includes(person.language) ? 2 : 1
      return [offer, 1e-9 + nearness * inArea * understood] as const
    }),
  )
}

/** The nearest offer of the home's area, which the rule takes when nothing is chosen and nothing is full. */
export function nearestOffer(
  offers: readonly Offer[],
  person: { readonly home: Point | null; readonly municipalityCode: string },
): Offer {
  const home = person.home ?? municipality(person.municipalityCode)?.seat
  const area = areas.find((one) => one.municipalities.includes(person.municipalityCode))
  if (home === undefined || home === null) throw new Error(`no municipality has the code ${person.municipalityCode}`)
  const own = offers.filter((offer) => offer.contract.areaCode === area?.code)
  const [first, ...rest] = own.length > 0 ? own : offers
  if (first === undefined) throw new Error('the market has no open offer')
  const km = (offer: Offer) => distanceKm(home, offer.address.point)
  return rest.reduce((nearest, offer) => (km(offer) < km(nearest) ? offer : nearest), first)
}
