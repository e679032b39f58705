import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { seeded } from '../kernel/random.ts'
import { indexVacancies, readAd, suggest } from '../modules/vacancies/domain/index.ts'
import { rulesOn } from '../rules/index.ts'
import { vacancyAds } from './vacancy-ads.ts'

const today = day('2022-10-03')
const { points } = rulesOn(today).vacancies

const list = [...vacancyAds(3000, 3, today)].flatMap((ad) => {
  const read = readAd(ad)
  return read.ok && read.value.kind === 'vacancy' ? [read.value.vacancy] : []
})

test('every invented advertisement is one that a feed may hold', () => {
  assert.equal(list.length, 3000)
})

test('suggestions are the best of all, in the same order however the feed lay', () => {
  const seeker = {
    sought: ['53', '94', '5223'],
    home: { lat: 59.33, lon: 18.06 },
    radiusKm: 500,
    wantedExtent: 100,
    licence: null,
    languages: ['ar'],
    leaveOut: new Set<string>(),
  }
  const best = (from: typeof list, most: number) => suggest(indexVacancies(from, today), seeker, points, most)
  const all = best(list, list.length)
  assert.ok(all.length > 40, `only ${all.length}`)
  assert.deepEqual(best(seeded('order').shuffle(list), 20), all.slice(0, 20))
  for (const [index, one] of all.entries()) assert.ok(index === 0 || (all[index - 1]?.points ?? 0) >= one.points)
})
