import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { comesNear, type FoldedName, foldName, nameQuery } from './domain/index.ts'
import { type ListedOffer, offerColumns, type Wanted } from './open-offers.ts'

/** A contract at an address whether or not it takes anybody, with what a search compares. */
interface KeptOffer extends ListedOffer {
  readonly fromDay: Day
  readonly toDay: Day | null
  readonly openForChoices: boolean
  readonly folded: FoldedName
}

interface KeptProvider {
  readonly folded: FoldedName
  readonly offers: readonly KeptOffer[]
}

/** Every offer there is, as of the change that the token names. */
export interface KeptOffers {
  readonly token: string
  readonly providers: ReadonlyMap<OrganisationId, KeptProvider>
  /** The providers that bear a word in their name; many share theirs. */
  readonly byWord: ReadonlyMap<string, readonly KeptProvider[]>
}

let kept: KeptOffers | null = null

/**
 * Every offer as the transaction sees it, from memory where nothing has changed since. Only what everybody may see is kept;
 * what changed within the transaction itself is not in it yet.
 */
export async function keptOffers(context: Context): Promise<KeptOffers> {
  const { rows } = await sql<{ token: string }>`
    select token from market.catalogue_change where version > ${-1} order by version desc limit 1`.execute(context.db)
  if (kept !== null && kept.token === rows[0]?.token) return kept
  kept = await readAnew(context, kept)
  return kept
}

/** What the last transaction found: a guess, until `keptOffers` gives just the same. */
export function lastKept(): KeptOffers | null {
  return kept
}

/** The same with what has changed read anew: everything, where the token is not of this database's past. */
async function readAnew(context: Context, old: KeptOffers | null): Promise<KeptOffers> {
  const { rows } = await sql<{ token: string; changed: readonly OrganisationId[] | null }>`
    select l.token, case when k.version is not null then
             (select coalesce(json_agg(distinct c.provider_id), '[]') from market.catalogue_change c where c.version > k.version) end as changed
      from market.catalogue_change l left join market.catalogue_change k on k.token = ${old?.token ?? null}::uuid
     order by l.version desc limit 1`.execute(context.db)
  const [latest] = rows
  if (latest === undefined) throw new Error('market.catalogue_change has no row')
  const { token, changed } = latest
  const providers = new Map(changed === null ? [] : old?.providers)
  for (const providerId of changed ?? []) providers.delete(providerId)
  for (const [providerId, provider] of await readProviders(context, changed)) providers.set(providerId, provider)
  return { token, providers, byWord: wordsOf(providers) }
}

type Row = Omit<KeptOffer, 'point' | 'folded'> & { lat: number; lon: number }

async function readProviders(
  context: Context,
  only: readonly OrganisationId[] | null,
): Promise<Map<OrganisationId, KeptProvider>> {
  const { rows } = await sql<Row>`
    select ${offerColumns}, from_day as "fromDay", to_day as "toDay", open_for_choices as "openForChoices"
      from market.v_offer where ${only === null ? sql`true` : sql`provider_id = any (${[...only]}::uuid[])`}
     order by contract_id, address_id`.execute(context.db)
  const found = new Map<OrganisationId, { folded: FoldedName; offers: KeptOffer[] }>()
  for (const { lat, lon, ...rest } of rows) {
    const provider = found.get(rest.providerId) ?? { folded: foldName(rest.providerName), offers: [] }
    found.set(rest.providerId, provider)
    provider.offers.push({ ...rest, point: { lat, lon }, folded: provider.folded })
  }
  return found
}

function wordsOf(providers: KeptOffers['providers']): KeptOffers['byWord'] {
  const byWord = new Map<string, KeptProvider[]>()
  for (const provider of providers.values()) {
    for (const word of new Set(provider.folded.words)) {
      const same = byWord.get(word) ?? []
      byWord.set(word, same)
      same.push(provider)
    }
  }
  return byWord
}

/** What `listedOffers` gives for the same wishes, but for names that the pure rule does not take anyhow. */
export function offersWanted(all: KeptOffers, wanted: Omit<Wanted, 'areaCodes' | 'providerId'>): ListedOffer[] {
  const found: ListedOffer[] = []
  for (const { offers } of providersNamed(all, wanted.name)) {
    for (const offer of offers) if (isWanted(offer, wanted)) found.push(offer)
  }
  return found
}

/** Every name that `search` takes has a word that holds, or comes near, the longest of those that were typed. */
function providersNamed({ providers, byWord }: KeptOffers, name: string | undefined): Iterable<KeptProvider> {
  if (name === undefined) return providers.values()
  const { word: typed } = nameQuery(name)
  if (!/[\p{L}\p{N}]/u.test(typed)) return providers.values()
  const found = new Set<KeptProvider>()
  for (const [word, bearers] of byWord) {
    if (comesNear(word, typed)) for (const provider of bearers) found.add(provider)
  }
  return found
}

function isWanted(offer: KeptOffer, { firstDay, place, language, orientation, around }: Omit<Wanted, 'name'>): boolean {
  if (!offer.openForChoices || offer.fromDay > firstDay || (offer.toDay !== null && offer.toDay <= firstDay))
    return false
  if (place !== undefined && offer.municipalityCode !== place) return false
  if (language !== undefined && !offer.languages.includes(language)) return false
  if (orientation !== undefined && !offer.orientations.includes(orientation) && !offer.orientations.includes('all')) {
    return false
  }
  if (around === undefined || offer.areaCode === around.areaCode) return true
  const { box } = around
  const { lat, lon } = offer.point
  return lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east
}
