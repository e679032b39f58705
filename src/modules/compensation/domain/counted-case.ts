import type { Month } from '../../../kernel/day.ts'
import { monthNumber } from '../../../kernel/day-count.ts'
import {
  type CountedService,
  countedOutcome,
  hundredths,
  inOrder,
  type Span,
  spanOf,
} from '../../outcomes/domain/index.ts'
import type { ContractSpell, MoneyFacts } from './money-facts.ts'
import { priceRow } from './money-law.ts'

/** A decision's days and the row of its price. */
export interface PricedSpan extends Span {
  readonly row: number
}

/** Days with a party; a provider may be several parties, one a contract. */
export interface PartySpan extends Span {
  readonly party: number
}

/** A provider under one of its contracts. */
export interface Party {
  readonly provider: string
  readonly contract: string | null
  /** The first party with the same provider. */
  readonly providerParty: number
}

/** Months whose periodic reports are approved, in order of time, each with whose report it is. */
export interface ApprovedMonths {
  readonly months: readonly number[]
  /** The provider's first party; `anyone` where the month is approved for whoever had the participant in it. */
  readonly providerParties: readonly number[]
}

export const anyone = -1

/**
 * The facts of a case in the compact form that the engine computes: days and months as numbers, decisions and spells in
 * order of time, prices as rows, providers as places in `parties`. Made by `countedCase`, which loses nothing that an
 * amount rests on; kept in memory it can be computed again and again.
 */
export interface CountedCase extends CountedService<PricedSpan, PartySpan> {
  readonly parties: readonly Party[]
  /** Null: all. */
  readonly approved: ApprovedMonths | null
}

/** The compact form of a case. Facts come in any order. */
export function countedCase(facts: MoneyFacts): CountedCase {
  const parties: Party[] = []
  const spells = inOrder(facts.spells).map((spell) => ({ ...spanOf(spell.period), party: partyOf(spell, parties) }))
  return {
    decisions: inOrder(facts.decisions).map(({ period, level, priceModel }) => ({
      ...spanOf(period),
      row: priceRow(level, priceModel),
    })),
    spells,
    outcomes: facts.outcomes.map(countedOutcome),
    wanted: hundredths(facts.wantedPercent),
    parties,
    approved: facts.approvedReports === 'all' ? null : approvedMonths(facts.approvedReports, parties),
  }
}

function partyOf({ provider, contract }: ContractSpell, parties: Party[]): number {
  const known = parties.findIndex((each) => each.provider === provider && each.contract === contract)
  if (known >= 0) return known
  const sameProvider = parties.findIndex((each) => each.provider === provider)
  return parties.push({ provider, contract, providerParty: sameProvider < 0 ? parties.length : sameProvider }) - 1
}

function approvedMonths(
  reports: Exclude<MoneyFacts['approvedReports'], 'all'>,
  parties: readonly Party[],
): ApprovedMonths {
  const approved = reports.flatMap((report) => {
    if (typeof report === 'string') return [{ month: monthNumber(report as Month), party: anyone }]
    const party = parties.findIndex((each) => each.provider === report.provider)
    return party < 0 ? [] : [{ month: monthNumber(report.month), party }]
  })
  approved.sort((a, b) => a.month - b.month || a.party - b.party)
  return { months: approved.map(({ month }) => month), providerParties: approved.map(({ party }) => party) }
}
