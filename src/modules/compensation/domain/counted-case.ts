import type { Month } from '../../../kernel/day.ts'
import { monthNumber } from '../../../kernel/day-count.ts'
import {
  type CountedService,
  countedOutcome,
  hundredths,
  inOrder,
  notKnown,
  spanOf,
} from '../../outcomes/domain/index.ts'
import type { ContractSpell, MoneyFacts } from './money-facts.ts'
import { priceRow } from './money-law.ts'
import { most } from './money-lines.ts'

/**
 * The facts of a case as the engine computes them: days and months as numbers, decisions marked with the row of their
 * price, spells with the place of their party. Made by `countedCase`, which loses nothing that an amount rests on.
 */
export interface CountedCase extends CountedService {
  /** For each party the first one with the same provider, to whom a report belongs. */
  readonly firstParties: number[]
  partyCount: number
  /**
   * The approved reports in order of time, two numbers each: the month, and whose it is, the provider's first party or
   * `anyone`. They stand from `approvedFrom` up to `approvedTo`, which is `all` where every month counts as approved.
   */
  approved: Int32Array
  approvedFrom: number
  approvedTo: number
}

export const anyone = notKnown
export const all = notKnown

/** A provider under one of its contracts. */
export interface Party {
  readonly provider: string
  readonly contract: string | null
}

/** The case's parties, in the order in which they had the participant. */
export function partiesOf(facts: MoneyFacts): Party[] {
  const parties: Party[] = []
  for (const { provider, contract } of inOrder(facts.spells)) {
    if (placeOf({ provider, contract }, parties) < 0) parties.push({ provider, contract })
  }
  return parties
}

/** Facts come in any order. */
export function countedCase(facts: MoneyFacts): CountedCase {
  const parties = partiesOf(facts)
  const approved = facts.approvedReports === 'all' ? [] : approvedReports(facts.approvedReports, parties)
  const { wantedPercent } = facts
  if (Math.max(facts.spells.length, facts.decisions.length) > most) throw new RangeError('a case of too many facts')
  return {
    decisions: inOrder(facts.decisions).map(({ period, level, priceModel }) => ({
      ...spanOf(period),
      mark: priceRow(level, priceModel),
    })),
    decisionCount: facts.decisions.length,
    spells: inOrder(facts.spells).map((spell) => ({ ...spanOf(spell.period), mark: placeOf(spell, parties) })),
    spellCount: facts.spells.length,
    outcomes: facts.outcomes.map(countedOutcome),
    outcomeCount: facts.outcomes.length,
    wanted: wantedPercent === null ? notKnown : hundredths(wantedPercent),
    firstParties: parties.map((party) => firstOf(party.provider, parties)),
    partyCount: parties.length,
    approved: Int32Array.from(approved.flatMap(({ month, party }) => [month, party])),
    approvedFrom: 0,
    approvedTo: facts.approvedReports === 'all' ? all : approved.length * 2,
  }
}

function placeOf({ provider, contract }: Pick<ContractSpell, keyof Party>, parties: readonly Party[]): number {
  return parties.findIndex((each) => each.provider === provider && each.contract === contract)
}

function firstOf(provider: string, parties: readonly Party[]): number {
  return parties.findIndex((each) => each.provider === provider)
}

function approvedReports(
  reports: Exclude<MoneyFacts['approvedReports'], 'all'>,
  parties: readonly Party[],
): { readonly month: number; readonly party: number }[] {
  const approved = reports.flatMap((report) => {
    if (typeof report === 'string') return [{ month: monthNumber(report as Month), party: anyone }]
    const party = firstOf(report.provider, parties)
    return party < 0 ? [] : [{ month: monthNumber(report.month), party }]
  })
  return approved.sort((a, b) => a.month - b.month || a.party - b.party)
}
