import { day } from '../src/kernel/day.ts'
import { seeded } from '../src/kernel/random.ts'
import { indexVacancies, readAd, type Seeker, suggest, type Vacancy } from '../src/modules/vacancies/domain/index.ts'
import { rulesOn } from '../src/rules/index.ts'
import { municipalities, occupationsLevel4 } from '../src/rules/reference/index.ts'
import { vacancyAds } from '../src/simulation/vacancy-ads.ts'
import { type Bench, median } from './line.ts'

const vacancies = Number(process.env.KROM_BENCH_VACANCIES ?? 100_000)
const people = 95_000
/** So many of them are asked for in a round; the rest is arithmetic. */
const asked = 4_000
const rounds = 5
const today = day('2022-10-03')

/**
 * The twenty best of 100,000 vacancies, in memory and one thread: milliseconds that 99 of 100 people take at most, and
 * minutes that 95,000 people would take on two threads, counted from 4,000 of them.
 */
export const bench: Bench = async (print, say) => {
  say(`suggest: ${vacancies} vacancies`)
  const index = indexVacancies(read(), today)
  const { points } = rulesOn(today).vacancies
  const seekers = someSeekers()
  const [slowest, minutes]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    const took: number[] = []
    let found = 0
    const began = performance.now()
    for (const seeker of seekers) {
      const from = performance.now()
      found += suggest(index, seeker, points, 20).length
      took.push(performance.now() - from)
    }
    const each = (performance.now() - began) / seekers.length
    if (found === 0) throw new Error('nobody was suggested anything')
    // The first round is the warm-up.
    if (round > 0) {
      slowest.push(took.toSorted((a, b) => a - b)[Math.floor(0.99 * took.length)] as number)
      minutes.push((each * people) / 2 / 60_000)
    }
    say(`suggest: round ${round} of ${rounds}`)
  }
  const one = (value: number) => Math.round(value * 10) / 10
  print({ bench: 'suggest-one', ours: one(median(slowest)), unit: 'ms, 99 of 100', most: 20 })
  print({ bench: 'suggest-all', ours: one(median(minutes)), unit: 'minutes for 95,000', most: 10 })
}

function* read(): Generator<Vacancy> {
  for (const ad of vacancyAds(vacancies, 1, today)) {
    const done = readAd(ad)
    if (done.ok && done.value.kind === 'vacancy') yield done.value.vacancy
  }
}

function someSeekers(): Seeker[] {
  const random = seeded('seekers')
  const groups = occupationsLevel4()
  const seats = municipalities().map((one) => [one.seat, one.skrGroup === 'A1' ? 60 : 3] as const)
  return Array.from({ length: asked }, () => ({
    sought: Array.from({ length: 1 + random.int(3) }, () => random.pick(groups).code),
    home: random.weighted(seats),
    radiusKm: 50,
    wantedExtent: random.next() < 0.8 ? 100 : 50,
    licence: random.next() < 0.5 ? true : null,
    languages: [random.pick(['sv', 'ar', 'so', 'en'])],
    leaveOut: new Set<string>(),
  }))
}
