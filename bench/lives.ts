import { addDays, type Day, day, monthOf, nextMonth } from '../src/kernel/day.ts'
import { type Random, seeded } from '../src/kernel/random.ts'
import type { CaseLine } from '../src/modules/compensation/domain/index.ts'

/** The decisions of a life adjoin: one chain. */
export type Life = CaseLine & { readonly decisions: readonly { readonly from: Day; readonly to: Day }[] }

type Outcomes = NonNullable<CaseLine['outcomes']>

/**
 * Lives in the service of up to twelve months, that begin from March 2020 to December 2022; the same for the same seed. One
 * decision, mostly extended, at times to another level; one to three providers with gaps; reports of which some are missing;
 * and for every second some work or studies: one job or several that add up or follow each other, some too short, too
 * small, too late or not verified.
 */
export function lives(count: number, seed: number): Life[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => aLife(random))
}

function aLife(random: Random): Life {
  const from = addDays(day('2020-03-30'), random.int(1_000))
  const extended = random.next() < 0.7
  const grantedDays = extended ? 360 : 180
  const first = { from, to: addDays(from, 179), ...someLevel(random) }
  const level = random.next() < 0.85 ? { level: first.level, priceModel: first.priceModel } : someLevel(random)
  const second = { from: addDays(from, 180), to: addDays(from, 359), ...level }
  return {
    decisions: extended ? [first, second] : [first],
    spells: someSpells(from, grantedDays, random),
    approvedReports: approvedMonths(from, grantedDays, random),
    outcomes: someOutcomes(from, grantedDays, random),
    wantedPercent: random.pick([null, 50, 75, 100]),
  }
}

function someLevel(random: Random) {
  const level = random.pick(['A', 'B', 'C'] as const)
  return { level, priceModel: level === 'B' ? random.pick(['1', '2'] as const) : null }
}

function someSpells(from: Day, grantedDays: number, random: Random): CaseLine['spells'] {
  const changes = random.weighted([
    [0, 70],
    [1, 25],
    [2, 5],
  ])
  const spells: { provider: string; from: Day; to: Day | null }[] = []
  let start = from
  for (let change = 0; change < changes; change += 1) {
    const end = addDays(start, 19 + random.int(grantedDays / 2))
    spells.push({ provider: `p${change % 2}`, from: start, to: end })
    start = addDays(end, random.next() < 0.7 ? 1 : 1 + random.int(10))
  }
  spells.push({ provider: `p${changes % 2}`, from: start, to: null })
  return spells
}

function approvedMonths(from: Day, grantedDays: number, random: Random): string[] {
  const months: string[] = []
  const last = monthOf(addDays(from, grantedDays - 1))
  for (let each = monthOf(from); each <= last; each = nextMonth(each)) if (random.next() < 0.97) months.push(each)
  return months
}

function someOutcomes(from: Day, grantedDays: number, random: Random): Outcomes {
  const kind = random.next()
  const begins = addDays(from, 10 + random.int(grantedDays + 70))
  if (kind < 0.5) return []
  if (kind < 0.6) return [{ ...someTime(begins, random), kind: 'studies', pacePercent: random.pick([25, 50, 100]) }]
  const jobs: Outcomes[number][] = []
  let start = begins
  for (let job = 0, count = kind < 0.85 ? 1 : 2 + random.int(2); job < count; job += 1) {
    const time = someTime(start, random)
    jobs.push({ ...time, kind: 'work', extentPercent: random.pick([null, 40, 50, 75, 100]) })
    start = addDays(time.to ?? time.from, random.int(20) - 8)
  }
  return jobs
}

function someTime(from: Day, random: Random) {
  const to = random.next() < 0.5 ? null : addDays(from, 30 + random.int(200))
  return { from, to, verified: random.next() < 0.95, subsidised: random.next() < 0.3 }
}
