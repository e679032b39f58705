import { firstDayNumber, monthNumberOfDay, weekdaysBetween } from '../../../kernel/day-count.ts'
import { multiply, type Ore } from '../../../kernel/money.ts'
import type { BaseFeeMethod } from '../../../rules/index.ts'
import { type CountedJudgement, type Judgements, type MarkedSpan, notKnown } from '../../outcomes/domain/index.ts'
import { all, anyone, type CountedCase } from './counted-case.ts'
import type { MoneyLaw } from './money-law.ts'
import { lineKinds, type MoneyLines } from './money-lines.ts'

const weekdaysPerMonth = 22
const baseFee = lineKinds.indexOf('base_fee')

/** A line of the month in hand: fee × days until the month is over, then rounded once. */
interface OpenFee {
  party: number
  chain: number
  sumOre: number
}

/**
 * Writes the base fees of a case: one line for a party and month, rounded after adding (programme 5). Days come in order of
 * time, so only the lines of the month in hand can still grow.
 */
export class BaseFeeWriter {
  /** A day in service has no base fee because the authority has entered none. */
  rateUnset = false
  #month = notKnown
  readonly #open: OpenFee[] = []
  #openCount = 0
  /** The place of the month's first approved report. */
  #approvedFrom = 0

  write(facts: CountedCase, judged: Judgements<MoneyLaw>, lines: MoneyLines): void {
    this.rateUnset = false
    this.#month = notKnown
    this.#approvedFrom = facts.approvedFrom
    for (let chain = 0; chain < judged.count; chain += 1) this.#writeChain(facts, judged, chain, lines)
    this.#closeMonth(judged, lines)
  }

  /** The days in service: of a decision, with a party, and before the outcome that counts begins (programme 5). */
  #writeChain(facts: CountedCase, judged: Judgements<MoneyLaw>, place: number, lines: MoneyLines): void {
    const chain = judged.list[place] as CountedJudgement<MoneyLaw>
    const serviceEnd = chain.run === null ? chain.serviceEnd : Math.min(chain.serviceEnd, chain.run.firstDay)
    for (let decision = chain.decisionsFrom; decision < chain.decisionsTo; decision += 1) {
      const granted = facts.decisions[decision] as MarkedSpan
      for (let at = chain.spellsFrom; at < chain.spellsTo; at += 1) {
        const spell = facts.spells[at] as MarkedSpan
        const start = Math.max(granted.start, spell.start)
        const end = Math.min(granted.end, spell.end, serviceEnd)
        if (start >= end) continue
        if (chain.law.baseFees === null) this.rateUnset = true
        else this.#writeDays(facts, judged, place, decision, spell.mark, start, end, lines)
      }
    }
  }

  #writeDays(
    facts: CountedCase,
    judged: Judgements<MoneyLaw>,
    chain: number,
    decision: number,
    party: number,
    from: number,
    to: number,
    lines: MoneyLines,
  ): void {
    const { law } = judged.list[chain] as CountedJudgement<MoneyLaw>
    const rateOre = feeOre(law, (facts.decisions[decision] as MarkedSpan).mark)
    let start = from
    for (let month = monthNumberOfDay(from); start < to; month += 1) {
      if (month !== this.#month) {
        this.#closeMonth(judged, lines)
        this.#month = month
      }
      const end = Math.min(to, firstDayNumber(month + 1))
      if (!law.onlyApproved || this.#isApproved(facts, party)) {
        const place = this.#openFor(party, chain, judged)
        const fee = this.#open[place] as OpenFee
        fee.sumOre += rateOre * feeDays(start, end, law.feeMethod)
        if (lines.parts !== null) lines.parts.push({ line: lines.count + place, start, end, decision, chain })
      }
      start = end
    }
  }

  #isApproved(facts: CountedCase, party: number): boolean {
    if (facts.approvedTo === all) return true
    const { approved, approvedTo } = facts
    const month = this.#month
    while (this.#approvedFrom < approvedTo && (approved[this.#approvedFrom] as number) < month) this.#approvedFrom += 2
    for (let at = this.#approvedFrom; at < approvedTo && approved[at] === month; at += 2) {
      const whose = approved[at + 1]
      if (whose === anyone || whose === facts.firstParties[party]) return true
    }
    return false
  }

  /** The place of the party's line in the month; days counted by another method stand in a line of their own. */
  #openFor(party: number, chain: number, judged: Judgements<MoneyLaw>): number {
    for (let place = 0; place < this.#openCount; place += 1) {
      const fee = this.#open[place] as OpenFee
      if (fee.party !== party) continue
      if (fee.chain === chain || methodOf(judged, fee.chain) === methodOf(judged, chain)) return place
    }
    const place = this.#openCount
    if (place === this.#open.length) this.#open.push({ party, chain, sumOre: 0 })
    const fee = this.#open[place] as OpenFee
    fee.party = party
    fee.chain = chain
    fee.sumOre = 0
    this.#openCount = place + 1
    return place
  }

  #closeMonth(judged: Judgements<MoneyLaw>, lines: MoneyLines): void {
    for (let place = 0; place < this.#openCount; place += 1) {
      const { party, chain, sumOre } = this.#open[place] as OpenFee
      const of = feeDaysOfMonth(this.#month, methodOf(judged, chain))
      lines.add(baseFee, chain, this.#month, party, multiply(sumOre as Ore, 1, of))
    }
    this.#openCount = 0
  }
}

function methodOf(judged: Judgements<MoneyLaw>, chain: number): BaseFeeMethod {
  return (judged.list[chain] as CountedJudgement<MoneyLaw>).law.feeMethod
}

/** A known price; a case with a decision that lacks one is refused before. */
export function feeOre(law: MoneyLaw, row: number): Ore {
  const price = law.baseFees?.[row] ?? null
  if (price === null) throw new RangeError('a base fee without a price')
  return price as Ore
}

/** The days that are paid for, by the method in force: calendar days or weekdays. */
export function feeDays(start: number, end: number, method: BaseFeeMethod): number {
  return method === 'calendar-day-share' ? end - start : weekdaysBetween(start, end)
}

/** What a whole month's fee is divided by: the month's days, its weekdays, or 22 weekdays. */
export function feeDaysOfMonth(month: number, method: BaseFeeMethod): number {
  return method === 'twenty-second-per-weekday'
    ? weekdaysPerMonth
    : feeDays(firstDayNumber(month), firstDayNumber(month + 1), method)
}
