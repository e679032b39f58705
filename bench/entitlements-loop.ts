import { type Day, dayNumber, month } from '../src/kernel/day.ts'
import { addMonthsToDay, firstDayNumber, monthNumber, monthNumberOfDay } from '../src/kernel/day-count.ts'
import { type Level, type PriceModel, priceOf, rulesOfVersion } from '../src/rules/index.ts'
import type { Life } from './lives.ts'

// The peer without an engine: Rusta och matcha 1 for lives as `lives.ts` makes them and for nothing else, written by hand
// over columns of numbers. Its constants are the rules: 4 months, 2 months, 7 days, 5 points, half pace, 360 and 30 days.
const never = 1 << 30
const tableStart = dayNumber('2020-01-01' as Day)
const tableDays = 2_200
const most = 3

/** The lives as columns, with `most` places for spells and outcomes each, and the tables of months. */
export function columnsOf(lives: readonly Life[]) {
  const column = (width = 1) => new Int32Array(lives.length * width)
  const columns = {
    start: column(),
    mid: column(),
    end: column(),
    fee: column(2),
    payment: column(2),
    approved: column(),
    spells: column(),
    spellStart: column(most),
    spellEnd: column(most),
    spellParty: column(most),
    works: column(),
    workStart: column(most),
    workEnd: column(most),
    workShare: column(most),
    studies: column(),
    least: column(),
  }
  const tables = monthTables()
  const number = (text: string) => dayNumber(text as Day) - tableStart
  const endOf = (text: string | null | undefined) => (text ? number(text) + 1 : never)
  for (const [at, life] of lives.entries()) {
    const [first, second] = life.decisions
    if (first === undefined) continue
    const start = number(first.from)
    columns.start[at] = start
    columns.mid[at] = endOf(first.to)
    columns.end[at] = endOf((second ?? first).to)
    const law = rulesOfVersion('rom1', first.from).compensation
    for (const [place, { level, priceModel }] of [first, second ?? first].entries() as Iterable<[number, PricedPart]>) {
      columns.fee[at * 2 + place] = (law.baseFeeOre && priceOf(law.baseFeeOre, level, priceModel)) ?? 0
      columns.payment[at * 2 + place] = priceOf(law.outcomePaymentOre, level, priceModel) ?? 0
    }
    for (const approved of life.approvedReports) {
      const place = monthNumber(month(approved)) - monthNumberOfDay(tableStart) - (tables.monthOf[start] as number)
      columns.approved[at] = (columns.approved[at] as number) | (1 << place)
    }
    columns.spells[at] = life.spells.length
    for (const [place, spell] of life.spells.entries()) {
      columns.spellStart[at * most + place] = number(spell.from)
      columns.spellEnd[at * most + place] = endOf(spell.to)
      columns.spellParty[at * most + place] = Number(spell.provider.slice(1))
    }
    const verified = (life.outcomes ?? []).filter((outcome) => outcome.verified)
    columns.works[at] = verified.length
    columns.studies[at] = Number(verified[0]?.kind === 'studies')
    columns.least[at] = (life.wantedPercent ?? 100) - 5
    for (const [place, work] of verified.entries()) {
      columns.workStart[at * most + place] = number(work.from)
      columns.workEnd[at * most + place] = endOf(work.to)
      columns.workShare[at * most + place] = (work.kind === 'studies' ? work.pacePercent : work.extentPercent) ?? 100
    }
  }
  return { count: lives.length, columns, ...tables }
}

interface PricedPart {
  readonly level: Level
  readonly priceModel: PriceModel | null
}

function monthTables() {
  const monthOf = new Int32Array(tableDays)
  const firstDay = new Int32Array(100)
  const fourMonthsOn = new Int32Array(tableDays)
  const twoMonthsOn = new Int32Array(tableDays)
  const firstMonth = monthNumberOfDay(tableStart)
  for (let n = 0; n < tableDays; n += 1) {
    monthOf[n] = monthNumberOfDay(tableStart + n) - firstMonth
    fourMonthsOn[n] = addMonthsToDay(tableStart + n, 4) - tableStart
    twoMonthsOn[n] = addMonthsToDay(tableStart + n, 2) - tableStart
  }
  for (let n = 0; n < firstDay.length; n += 1) firstDay[n] = firstDayNumber(firstMonth + n) - tableStart
  return { monthOf, firstDay, fourMonthsOn, twoMonthsOn }
}

type Input = ReturnType<typeof columnsOf>

/** The lines, as columns. */
export function roomFor(rows: number) {
  const column = () => new Int32Array(rows)
  return { kind: column(), when: column(), party: column(), amountOre: column() }
}

type Lines = ReturnType<typeof roomFor>

let row = 0
// The run that counts: its first day, and the day on which it is payable.
let began = never
let payableOn = never

/** Writes the lines of all cases; gives how many. */
export function runLoop(input: Input, lines: Lines): number {
  const { count, columns, monthOf, firstDay } = input
  const { start, mid, end, fee, payment, approved, spells, spellStart, spellEnd, spellParty, works } = columns
  row = 0
  for (let at = 0; at < count; at += 1) {
    const begin = start[at] as number
    const middle = mid[at] as number
    const granted = end[at] as number
    const feeBefore = fee[at * 2] as number
    const feeAfter = fee[at * 2 + 1] as number
    const reports = (approved[at] as number) << 0
    const firstMonth = monthOf[begin] as number
    began = never
    if ((works[at] as number) > 0) findRun(input, at)
    const serviceEnd = Math.min(began, granted)
    let month = -1
    let sumOne = 0
    let sumTwo = 0
    for (let spell = at * most, last = spell + (spells[at] as number); spell < last; spell += 1) {
      const spellTo = spellEnd[spell] as number
      const to = Math.min(spellTo, serviceEnd)
      let from = spellStart[spell] as number
      while (from < to) {
        const of = monthOf[from] as number
        if (of !== month) {
          if (sumOne > 0) write(lines, 0, month, 0, share(sumOne, month, firstDay))
          if (sumTwo > 0) write(lines, 0, month, 1, share(sumTwo, month, firstDay))
          sumOne = 0
          sumTwo = 0
          month = of
        }
        const next = firstDay[month + 1] as number
        const until = Math.min(next, to)
        if ((reports >> (month - firstMonth)) & 1) {
          const before = until < middle ? until - from : from < middle ? middle - from : 0
          const ore = feeBefore * before + feeAfter * (until - from - before)
          if (spellParty[spell] === 0) sumOne += ore
          else sumTwo += ore
        }
        from = until
      }
    }
    if (sumOne > 0) write(lines, 0, month, 0, share(sumOne, month, firstDay))
    if (sumTwo > 0) write(lines, 0, month, 1, share(sumTwo, month, firstDay))
    if (began === never) continue
    let payee = at * most + (spells[at] as number) - 1
    while (payee > at * most && (spellStart[payee] as number) > began) payee -= 1
    const party = spellParty[payee] as number
    const part = began < middle ? at * 2 : at * 2 + 1
    write(lines, 1, payableOn, party, payment[part] as number)
    const left = 360 - (began - begin)
    if (began < granted && left > 0)
      write(lines, 4, payableOn, party, ((2 * (fee[part] as number) * left + 30) / 60) | 0)
  }
  return row
}

function share(sum: number, month: number, firstDay: Int32Array): number {
  const of = (firstDay[month + 1] as number) - (firstDay[month] as number)
  return ((2 * sum + of) / (2 * of)) | 0
}

function write({ kind, when, party, amountOre }: Lines, what: number, on: number, to: number, ore: number): void {
  kind[row] = what
  when[row] = on
  party[row] = to
  amountOre[row] = ore
  row += 1
}

const bounds = new Int32Array(2 * most)

/** Sets `began` and `payableOn` when work or studies count. */
function findRun({ columns, fourMonthsOn, twoMonthsOn }: Input, at: number): void {
  const { start, end, works, workStart, workEnd, workShare, studies, least, spells, spellEnd } = columns
  const base = at * most
  const count = works[at] as number
  const lastEnd = spellEnd[base + (spells[at] as number) - 1] as number
  const granted = end[at] as number
  const latest = twoMonthsOn[Math.min(lastEnd, granted) - 1] as number
  const needed = studies[at] === 1 ? 50 : (least[at] as number)
  if (count === 1) {
    const from = workStart[base] as number
    const on = fourMonthsOn[from] as number
    if ((workShare[base] as number) < needed || from < (start[at] as number) || from > latest) return
    if ((workEnd[base] as number) < on) return
    began = from
    payableOn = on
    return
  }
  let bound = 0
  for (let place = base; place < base + count; place += 1) {
    bound = insert(workStart[place] as number, bound)
    if (workEnd[place] !== never) bound = insert(workEnd[place] as number, bound)
  }
  let first = never
  let reached = -never
  let gaps = 0
  let left = 0
  for (let place = 0; place < bound; place += 1) {
    const from = bounds[place] as number
    let extent = 0
    for (let job = base; job < base + count; job += 1) {
      if (from >= (workStart[job] as number) && from < (workEnd[job] as number)) extent += workShare[job] as number
    }
    if (extent < needed) continue
    const to = place + 1 < bound ? (bounds[place + 1] as number) : never
    if (from - reached > 7) {
      if (from > latest) return
      first = from
      gaps = 0
      left = (fourMonthsOn[from] as number) - from
    } else gaps += from - reached
    if (to - from >= left && first >= (start[at] as number)) {
      began = first
      payableOn = (fourMonthsOn[first] as number) + gaps
      return
    }
    left -= to - from
    reached = to
  }
}

function insert(next: number, count: number): number {
  let place = count
  while (place > 0 && (bounds[place - 1] as number) > next) place -= 1
  if (place > 0 && bounds[place - 1] === next) return count
  for (let moved = count; moved > place; moved -= 1) bounds[moved] = bounds[moved - 1] as number
  bounds[place] = next
  return count + 1
}
