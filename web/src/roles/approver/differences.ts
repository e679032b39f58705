import type { StatementReply } from '../../../../src/modules/compensation/contract.ts'

type Kind = StatementReply['change']['byKind'][number]['kind']

/** One way in which a statement differs from the one before. */
export type Difference = { kind: Kind; ore: number }

const largest = 3

/** The three largest differences by kind, against the contract's statement before; the first statement differs by all of it. */
export function largestDifferences({ byKind }: Pick<StatementReply['change'], 'byKind'>): Difference[] {
  return byKind
    .map(({ kind, ore, previousOre }) => ({ kind, ore: ore - previousOre }))
    .filter((one) => one.ore !== 0)
    .sort((a, b) => Math.abs(b.ore) - Math.abs(a.ore))
    .slice(0, largest)
}
