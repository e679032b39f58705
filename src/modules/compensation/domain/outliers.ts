import type { Month } from '../../../kernel/day.ts'
import type { Ore } from '../../../kernel/money.ts'
import type { Rules } from '../../../rules/index.ts'
import type { Entitlement } from './money-facts.ts'

/** A line of the statement, as an outlier is judged by. */
export interface JudgedLine {
  readonly lineId: string
  readonly kind: Entitlement['kind']
  readonly level: string
  /** The month of a base fee. */
  readonly month: Month | null
  readonly amountOre: Ore
  readonly postedOre: Ore
}

/** What lines of a kind and level usually were under the contract: the middle amount of its earlier statements. */
export interface UsualAmount {
  readonly kind: Entitlement['kind']
  readonly level: string
  readonly lines: number
  readonly medianOre: Ore
}

/** What the contract and its provider have been paid before. */
export interface StatementHistory {
  /** Statements of the provider that were not sent back, under any contract. */
  readonly providerStatements: number
  /** Of the contract. */
  readonly contractStatements: number
  readonly outcomesInThem: number
  readonly usual: readonly UsualAmount[]
}

export type OutlierCode =
  | 'first-statement'
  | 'many-late-months'
  | 'many-outcomes'
  | 'very-large-line'
  | 'far-from-usual'
  | 'taken-back-whole'

/** Something an approver looks at before the rest, with its reason; worded by `explainOutlier`. */
export interface Outlier {
  readonly code: OutlierCode
  /** Null when it is about the whole statement. */
  readonly lineId: string | null
  readonly values: Readonly<Record<string, string | number>>
}

const outcomeKinds: readonly Entitlement['kind'][] = ['outcome_payment', 'outcome_payment_rr1']

/**
 * What stands out in a month's statement: about the whole of it first, then line by line, the largest first. Limits are the
 * rules of the day (`compensation.outlier…`, assumed). It refuses nothing: an approver looks.
 */
export function outliersOf(
  month: Month,
  lines: readonly JudgedLine[],
  history: StatementHistory,
  rules: Rules,
): Outlier[] {
  const bySize = [...lines].sort(
    (a, b) => Math.abs(b.amountOre) - Math.abs(a.amountOre) || a.lineId.localeCompare(b.lineId),
  )
  return [...ofStatement(month, lines, history, rules), ...bySize.flatMap((line) => ofLine(line, history, rules) ?? [])]
}

function ofStatement(
  month: Month,
  lines: readonly JudgedLine[],
  history: StatementHistory,
  { compensation: law }: Rules,
): Outlier[] {
  const found: Outlier[] = []
  if (history.providerStatements === 0) found.push({ code: 'first-statement', lineId: null, values: {} })
  const fees = lines.filter((line) => line.kind === 'base_fee' && line.amountOre > 0)
  const late = fees.filter((line) => line.month !== null && line.month < month && line.postedOre === 0)
  const percent = fees.length === 0 ? 0 : Math.round((100 * late.length) / fees.length)
  if (late.length >= law.outlierFewestLate && percent >= law.outlierLatePercent)
    found.push({ code: 'many-late-months', lineId: null, values: { n: late.length, of: fees.length, percent } })
  const outcomes = lines.filter((line) => outcomeKinds.includes(line.kind) && line.amountOre > 0).length
  const usual = history.contractStatements === 0 ? null : history.outcomesInThem / history.contractStatements
  if (usual !== null && outcomes >= law.outlierFewestOutcomes && outcomes >= law.outlierOutcomeTimes * usual)
    found.push({ code: 'many-outcomes', lineId: null, values: { n: outcomes, usual: Math.round(usual * 10) / 10 } })
  return found
}

function ofLine(line: JudgedLine, history: StatementHistory, { compensation: law }: Rules): Outlier | null {
  const { lineId, kind, level, amountOre, postedOre } = line
  const size = Math.abs(amountOre)
  const usual = history.usual.find((one) => one.kind === kind && one.level === level)
  const known = usual !== undefined && usual.lines >= law.outlierFewestForUsual && usual.medianOre > 0 ? usual : null
  if (known && size >= law.outlierTimesUsual * known.medianOre) {
    const times = Math.round((10 * size) / known.medianOre) / 10
    return { code: 'far-from-usual', lineId, values: { amountOre, usualOre: known.medianOre, times } }
  }
  if (size >= law.outlierLargeLineOre)
    return { code: 'very-large-line', lineId, values: { amountOre, limitOre: law.outlierLargeLineOre } }
  if (kind !== 'base_fee' && amountOre < 0 && amountOre === -postedOre)
    return { code: 'taken-back-whole', lineId, values: { amountOre } }
  return null
}
