import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  type Day,
  day,
  daysBetween,
  daysIn,
  type Month,
  monthOf,
  nextMonth,
} from '../../../kernel/day.ts'
import { ore, sum } from '../../../kernel/money.ts'
import { must } from '../../../kernel/result.ts'
import { type Level, priceOf, type Rules, rulesOfVersion, type ServiceVersion } from '../../../rules/index.ts'
import { type CaseLine, factsOfLine } from './case-line.ts'
import { differences, isDue, type Posted } from './difference.ts'
import { entitlements } from './entitlements.ts'
import type { Entitlement } from './money-facts.ts'
import { moneyLaw } from './money-law.ts'

const aLevel = fc.constantFrom<Level>('A', 'B', 'C')
const aDecision = fc.record({
  level: aLevel,
  days: fc.constantFrom(180, 180, 180, 90, 31),
  pause: fc.constantFrom(0, 0, 0, 1, 40),
})
const aSpell = fc.record({ days: fc.integer({ min: 1, max: 220 }), gap: fc.constantFrom(0, 0, 1, 12) })
const anOutcome = fc.record({
  // After the one before it, with so many days between; null for any day.
  gap: fc.constantFrom(null, 0, 6, 7, 8),
  kind: fc.constantFrom('work' as const, 'work' as const, 'studies' as const),
  begins: fc.integer({ min: -20, max: 620 }),
  days: fc.option(fc.integer({ min: 1, max: 260 })),
  verified: fc.constantFrom(true, true, true, false),
  subsidised: fc.boolean(),
  extentPercent: fc.constantFrom(null, 30, 45, 50, 70, 100),
  pacePercent: fc.constantFrom(null, 49, 50, 100),
})
/** Short full-time jobs, one after another. */
const aJobInARow = fc.record({
  gap: fc.constantFrom(0, 6, 7, 7, 8),
  kind: fc.constant('work' as const),
  begins: fc.integer({ min: 10, max: 300 }),
  days: fc.integer({ min: 25, max: 90 }),
  verified: fc.constant(true),
  subsidised: fc.boolean(),
  extentPercent: fc.constant(null),
  pacePercent: fc.constant(null),
})

/**
 * Lives for the property tests: one to three decisions of any level, one chain or more; up to five spells with three
 * providers, with gaps, returns and changes; work and studies of any extent, before, in and after the service.
 */
const generatedLife: fc.Arbitrary<CaseLine> = fc
  .record({
    start: fc.integer({ min: 0, max: 800 }),
    decisions: fc.array(aDecision, { minLength: 1, maxLength: 3 }),
    late: fc.constantFrom(-10, 0, 0, 0, 9),
    spells: fc.array(aSpell, { minLength: 1, maxLength: 5 }),
    open: fc.boolean(),
    outcomes: fc.oneof(fc.array(anOutcome, { maxLength: 4 }), fc.array(aJobInARow, { minLength: 2, maxLength: 4 })),
    missing: fc.option(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 })),
    wantedPercent: fc.constantFrom(null, 50, 75, 100),
  })
  .map(({ start, decisions, late, spells, open, outcomes, missing, wantedPercent }) => {
    const from = addDays(day('2020-04-01'), start)
    return {
      decisions: inARow(from, decisions, ({ days, pause }) => [days, pause]).map(({ from, to, of }) => ({
        from,
        to,
        level: of.level,
        priceModel: '1' as const,
      })),
      spells: inARow(addDays(from, late), spells, ({ days, gap }) => [days, gap]).map(({ from, to }, place) => ({
        provider: `p${(place * 2) % 3}`,
        from,
        to: open && place === spells.length - 1 ? null : to,
      })),
      approvedReports: missing === null ? ('all' as const) : monthsBut(from, missing),
      outcomes: outcomesFrom(from, outcomes),
      wantedPercent,
    }
  })

type GeneratedOutcome = typeof anOutcome | typeof aJobInARow extends fc.Arbitrary<infer T> ? T : never

function outcomesFrom(from: Day, outcomes: readonly GeneratedOutcome[]): NonNullable<CaseLine['outcomes']> {
  let before: Day | null = null
  return outcomes.map(({ gap, begins, days, ...rest }) => {
    const first = before === null || gap === null ? addDays(from, begins) : addDays(before, gap + 1)
    before = days === null ? null : addDays(first, days - 1)
    return { ...rest, from: first, to: before }
  })
}

function inARow<T>(from: Day, list: readonly T[], measure: (of: T) => [days: number, pause: number]) {
  let next = from
  return list.map((of) => {
    const [days, pause] = measure(of)
    const first = next
    next = addDays(first, days + pause)
    return { from: first, to: addDays(first, days - 1), of }
  })
}

function monthsBut(from: Day, missing: readonly number[]): string[] {
  const months = Array.from({ length: 31 }, (_, place) =>
    addDays(`${from.slice(0, 7)}-15` as Day, (place * 30.4375) | 0),
  )
  return [...new Set(months.map((each) => each.slice(0, 7)))].filter((_, place) => !missing.includes(place))
}

// The law once more, as slowly and plainly as can be: every question is asked of every day.
type Decision = { from: Day; to: Day; level: 'A' | 'B' | 'C' }
type Spell = { provider: string; from: Day; to: Day | null }
type Outcome = NonNullable<CaseLine['outcomes']>[number] & { from: Day; to: Day | null }
type Row = [kind: string, provider: string, when: string, amountOre: number]
type Run = { first: Day; enough: Set<Day> }

const horizonDays = 1_500

function* daysFrom(first: Day, count: number): Generator<Day> {
  for (let n = 0; n < count; n += 1) yield addDays(first, n)
}

const within = (on: Day, of: { from: Day; to: Day | null }) => of.from <= on && (of.to === null || on <= of.to)
const halfUp = (numerator: number, denominator: number) => Math.floor((2 * numerator + denominator) / (2 * denominator))

function slowly(line: CaseLine, version: ServiceVersion): Row[] {
  const decisions = line.decisions as Decision[]
  const spells = line.spells as Spell[]
  const outcomes = (line.outcomes ?? []).filter((each) => each.verified) as Outcome[]
  const start = decisions[0]?.from as Day
  const chains: Decision[][] = []
  for (const each of decisions) {
    const latest = chains.at(-1)
    const adjoins = latest && addDays(latest.at(-1)?.to as Day, 1) === each.from
    if (latest && adjoins && latest.length < 2) latest.push(each)
    else chains.push([each])
  }
  const sums = new Map<string, number>()
  const rows: Row[] = []
  for (const [place, chain] of chains.entries()) {
    const first = chain[0]?.from as Day
    const granted = chain.at(-1)?.to as Day
    const next = chains[place + 1]?.[0]?.from ?? null
    const rules = rulesOfVersion(version, first)
    const lastDay = lastDayInService(spells, first, granted)
    const run = lastDay === null ? null : countingRun(line, outcomes, first, next, lastDay, rules, start)
    const prices = { fee: rules.compensation.baseFeeOre, payment: rules.compensation.outcomePaymentOre }
    for (const decision of chain) {
      for (const on of daysFrom(decision.from, daysBetween(decision.from, decision.to) + 1)) {
        const spell = spells.find((each) => within(on, each))
        if (!spell || (run && on >= run.first)) continue
        if (line.approvedReports !== 'all' && !line.approvedReports.includes(monthOf(on))) continue
        const fee = prices.fee && priceOf(prices.fee, decision.level, '1')
        const key = `${monthOf(on)} ${spell.provider}`
        if (fee) sums.set(key, (sums.get(key) ?? 0) + fee)
      }
    }
    if (run && lastDay !== null) rows.push(...paidFor(run, chain, granted, spells, first, next, rules))
  }
  for (const [key, sum] of sums) {
    const [month, provider] = key.split(' ') as [ReturnType<typeof monthOf>, string]
    rows.push(['base_fee', provider, month, halfUp(sum, daysIn(month))])
  }
  return rows.filter((row) => row[3] !== 0).sort()
}

function lastDayInService(spells: Spell[], first: Day, granted: Day): Day | null {
  const begun = spells.filter((each) => each.from <= granted && (each.to === null || each.to >= first))
  const latest = begun.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
  if (latest === undefined) return null
  return latest.to !== null && latest.to < granted ? latest.to : granted
}

function countingRun(
  line: CaseLine,
  outcomes: Outcome[],
  first: Day,
  next: Day | null,
  lastDay: Day,
  rules: Rules,
  start: Day,
): Run | null {
  const work = outcomes.filter((each) => each.kind === 'work')
  const needed = (line.wantedPercent ?? 100) - 5
  const candidates: (Run & { reported: number })[] = []
  for (const [reported, each] of (line.outcomes ?? []).entries()) {
    if (!each.verified || each.kind !== 'studies' || (each.pacePercent ?? 100) < 50) continue
    const of = each as Outcome
    const enough = new Set([...daysFrom(of.from, horizonDays)].filter((on) => within(on, of)))
    candidates.push({ first: of.from, enough, reported })
  }
  let run: Run | null = null
  let idle = 0
  for (const on of daysFrom(addDays(start, -30), horizonDays)) {
    const jobs = work.filter((each) => within(on, each))
    const extent = jobs.reduce((sum, each) => sum + (each.extentPercent ?? 100), 0)
    const isEnough = jobs.length > 0 && extent >= needed
    if (!isEnough) {
      idle += 1
      continue
    }
    if (run === null || idle > 7) {
      run = { first: on, enough: new Set() }
      const parts = (line.outcomes ?? []).map((each, at) => ({ each, at }))
      const onFirst = parts.filter(({ each }) => each.verified && each.kind === 'work' && within(on, each as Outcome))
      candidates.push({ ...run, reported: Math.min(...onFirst.map(({ at }) => at)) })
    }
    run.enough.add(on)
    idle = 0
  }
  candidates.sort((a, b) => (a.first === b.first ? a.reported - b.reported : a.first < b.first ? -1 : 1))
  const inTime = candidates.filter(
    (each) => each.first >= first && (next === null || each.first < next) && each.first <= addMonths(lastDay, 2),
  )
  const [stage] = rules.outcomes.stages
  return inTime.find((each) => stage && gapsBefore(each, stage.months) !== null) ?? null
}

/** The days without enough work before the run has had as many days as the months have; null when it never has. */
function gapsBefore({ first, enough }: Run, months: number): number | null {
  let left = daysBetween(first, addMonths(first, months))
  let gaps = 0
  let idle = 0
  for (const on of daysFrom(first, horizonDays)) {
    if (!enough.has(on)) {
      idle += 1
      continue
    }
    gaps += idle
    idle = 0
    left -= 1
    if (left === 0) return gaps
  }
  return null
}

function paidFor(
  run: Run,
  chain: Decision[],
  granted: Day,
  spells: Spell[],
  first: Day,
  next: Day | null,
  rules: Rules,
): Row[] {
  const mine = spells.filter((each) => (each.to === null || each.to >= first) && (next === null || each.from < next))
  const payee = (mine.filter((each) => each.from <= run.first).at(-1) ?? mine[0])?.provider as string
  const { level } = (chain.find((each) => within(run.first, each)) ?? chain.at(-1)) as Decision
  const price = priceOf(rules.compensation.outcomePaymentOre, level, '1') as number
  const kinds = { r2: 'outcome_payment', rr1: 'outcome_payment_rr1', rr2: 'outcome_payment_rr2' }
  const rows: Row[] = []
  for (const { code, months, shareNumerator, shareDenominator } of rules.outcomes.stages) {
    const gaps = gapsBefore(run, months)
    if (gaps === null) break
    const on = addDays(addMonths(run.first, months), gaps)
    rows.push([kinds[code], payee, on, halfUp(price * shareNumerator, shareDenominator)])
    const fee = rules.compensation.baseFeeOre && priceOf(rules.compensation.baseFeeOre, level, '1')
    if (rules.compensation.speedPremium === null || !fee || run.first > granted) continue
    const left = Math.max(0, 360 - daysBetween(first, run.first))
    rows.push(['speed_premium', payee, on, halfUp(fee * left, 30)])
  }
  return rows
}

describe('the engine gives what a slow count of every day gives', () => {
  for (const version of ['rom1', 'rom2'] as const) {
    test(`under ${version}`, () => {
      let lines = 0
      fc.assert(
        fc.property(generatedLife, (line) => {
          const money = entitlements(must(factsOfLine(line)), (on) => moneyLaw(rulesOfVersion(version, on)))
          if (!money.ok) {
            assert.equal(money.problem.code, 'never-in-service')
            return
          }
          const found = money.value.entitlements.map((each): Row => {
            return [each.kind, each.provider, each.kind === 'base_fee' ? each.month : each.on, each.amountOre]
          })
          lines += found.length
          assert.deepEqual(found.sort(), slowly(line, version))
        }),
        { numRuns: 150 },
      )
      assert.ok(lines > (version === 'rom1' ? 500 : 20), `${lines} lines were compared`)
    })
  }
})

const lawFor = (on: Day) => moneyLaw(rulesOfVersion('rom1', on))

/** The entitlements of a life; none when it is refused, which the generator's outcomes before any service can be. */
function linesOf(line: CaseLine): readonly Entitlement[] {
  const money = entitlements(must(factsOfLine(line)), lawFor)
  return money.ok ? money.value.entitlements : []
}

describe('over generated lives with changes, gaps and returns', () => {
  test('the order in which facts arrive changes nothing', () => {
    const shuffled = generatedLife.chain((line) =>
      fc.tuple(
        fc.constant(line),
        fc.record({
          decisions: reordered(line.decisions),
          spells: reordered(line.spells),
          approvedReports:
            line.approvedReports === 'all' ? fc.constant('all' as const) : reordered(line.approvedReports),
        }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([line, other]) => assert.deepEqual(linesOf({ ...line, ...other }), linesOf(line))),
      { numRuns: 150 },
    )
  })

  test('a case and month has a total that is no less than 0 and the sum of its lines to the öre', () => {
    fc.assert(
      fc.property(generatedLife, (line) => {
        const lines = linesOf(line)
        const months = Map.groupBy(lines, (each) => (each.kind === 'base_fee' ? each.month : monthOf(each.on)))
        const totals = [...months.values()].map((ofMonth) => sum(ofMonth.map((each) => each.amountOre)))
        assert.ok(totals.every((total) => total > 0))
        assert.equal(sum(totals), sum(lines.map((each) => each.amountOre)))
      }),
      { numRuns: 150 },
    )
  })

  test('no day is paid twice, whoever had the participant', () => {
    fc.assert(
      fc.property(generatedLife, (line) => {
        const paid = new Set<Day>()
        for (const { code, values } of linesOf(line).flatMap((each) => each.steps)) {
          if (code !== 'days-at-level') continue
          for (const on of daysFrom(day(String(values.from)), Number(values.days))) {
            assert.ok(!paid.has(on), `${on} is paid twice`)
            paid.add(on)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('posting month by month while facts change ends at the same sums as posting once, and then nothing is left', () => {
    fc.assert(
      fc.property(
        fc.array(generatedLife, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        (known, step) => {
          const posted = new Map<string, Posted[]>()
          let month = '2020-04' as Month
          for (const line of known) {
            for (let closed = 0; closed < step; closed += 1, month = nextMonth(month))
              post(posted, linesOf(line), month)
          }
          const last = linesOf(known.at(-1) as CaseLine)
          const end = '2030-01' as Month
          post(posted, last, end)
          const once = new Map<string, Posted[]>()
          post(once, last, end)
          assert.deepEqual(sums(posted), sums(once))
          assert.equal(post(posted, last, end), 0)
        },
      ),
      { numRuns: 80 },
    )
  })
})

function reordered<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length })
}

/** Posts what a month's statement holds, provider by provider; gives how many lines. */
function post(posted: Map<string, Posted[]>, lines: readonly Entitlement[], month: Month): number {
  let count = 0
  for (const provider of ['p0', 'p1', 'p2']) {
    const due = lines.filter((each) => each.provider === provider && isDue(each, month))
    const before = posted.get(provider) ?? []
    const now = new Map(before.map((each) => [each.key, each]))
    for (const line of differences(due, before)) {
      now.set(line.key, { ...line, postedOre: ore(line.postedOre + line.amountOre) })
      count += 1
    }
    posted.set(provider, [...now.values()])
  }
  return count
}

function sums(posted: Map<string, Posted[]>): string[] {
  const all = [...posted].flatMap(([provider, lines]) =>
    lines.map(({ key, postedOre }) => ({ provider, key, postedOre })),
  )
  return all
    .filter((each) => each.postedOre !== 0)
    .map((each) => Object.values(each).join(' '))
    .sort()
}
