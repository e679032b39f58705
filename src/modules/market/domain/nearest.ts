import type { Point } from '../../../kernel/geo.ts'
import type { Rules } from '../../../rules/index.ts'
import { neutralOrder, type Ordered } from './neutral-order.ts'
import { isFull, type Located } from './offer.ts'

/** An offer that is open for new choices on the day service would begin. */
export type Candidate = Located & { readonly openPlaces: number | null }

/** What became of a candidate: chosen, passed over because full or too far, or simply further away. */
export type CandidateFate = 'nearest' | 'full' | 'too-far' | 'further-away'

export type Considered<T> = Ordered<T> & {
  readonly ring: 'home-area' | 'neighbouring-area'
  readonly fate: CandidateFate
}

export type NearestQuestion<T> = {
  readonly home: Point
  readonly areaCode: string
  /** Areas that share a border with the home area. */
  readonly neighbours: readonly string[]
  readonly candidates: readonly T[]
  /** Of the person's recorded random order. */
  readonly seed: string
}

/** The rule's answer: where there is room nearest, or nobody, with everyone considered for the log. */
export type NearestProvider<T> = { readonly nearest: T | null; readonly considered: readonly Considered<T>[] }

/**
 * The nearest-provider rule (programme 4.4): the nearest open place in the home area, whatever the distance; when none is
 * free there, the nearest in bordering areas within the radius; null when there is none at all.
 * Every candidate comes back with its distance and fate, in the order in which it was considered, for the log.
 */
export function nearestProvider<T extends Candidate>(question: NearestQuestion<T>, rules: Rules): NearestProvider<T> {
  const inArea = (codes: readonly string[]) => question.candidates.filter((each) => codes.includes(each.areaCode))
  const order = (offers: readonly T[]) => neutralOrder(offers, question.home, question.seed)
  const home = judge(order(inArea([question.areaCode])), 'home-area', Number.POSITIVE_INFINITY)
  if (home.nearest !== null || !rules.market.neighbouringAreasWhenEmpty) return home
  const around = order(inArea(question.neighbours.filter((code) => code !== question.areaCode)))
  const further = judge(around, 'neighbouring-area', rules.market.radiusKm * 1000)
  return { nearest: further.nearest, considered: [...home.considered, ...further.considered] }
}

function judge<T extends Candidate>(
  ordered: readonly Ordered<T>[],
  ring: Considered<T>['ring'],
  limitMetres: number,
): NearestProvider<T> {
  let nearest: T | null = null
  const considered: Considered<T>[] = []
  for (const each of ordered) {
    const fate = fateOf(each, limitMetres, nearest !== null)
    if (fate === 'nearest') nearest = each.offer
    considered.push({ ...each, ring, fate })
  }
  return { nearest, considered }
}

function fateOf(each: Ordered<Candidate>, limitMetres: number, found: boolean): CandidateFate {
  if ((each.metres ?? Number.POSITIVE_INFINITY) > limitMetres && limitMetres !== Number.POSITIVE_INFINITY) {
    return 'too-far'
  }
  if (found) return 'further-away'
  return isFull(each.offer.openPlaces) ? 'full' : 'nearest'
}
