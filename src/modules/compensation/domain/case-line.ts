import { type Month, parseDay, parseMonth } from '../../../kernel/day.ts'
import { type Period, parseInclusive } from '../../../kernel/period.ts'
import { atField, problem } from '../../../kernel/problem.ts'
import { all, fail, ok, type Result } from '../../../kernel/result.ts'
import type { Level, OutcomeKind, PriceModel } from '../../../rules/index.ts'
import type { Outcome } from '../../outcomes/domain/index.ts'
import type { ContractSpell, MoneyFacts, PricedDecision } from './money-facts.ts'

/** No life in the service lies outside; a day that does is a slip of the pen. */
const earliest = '1900-01-01'
const latest = '2100-12-31'

interface LineDays {
  readonly from: string
  /** The last day, which is in; null or absent while open. */
  readonly to?: string | null | undefined
}

/** A case as one line of text tells it: all days inclusive. */
export interface CaseLine {
  /** For decisions that carry none of their own. */
  readonly level?: Level | null | undefined
  readonly priceModel?: PriceModel | null | undefined
  readonly decisions: readonly (LineDays & {
    readonly level?: Level | null | undefined
    readonly priceModel?: PriceModel | null | undefined
  })[]
  readonly spells: readonly (LineDays & { readonly provider: string })[]
  readonly approvedReports: 'all' | readonly string[]
  readonly outcomes?:
    | readonly (LineDays & {
        readonly kind: OutcomeKind
        readonly verified: boolean
        readonly subsidised?: boolean | undefined
        readonly extentPercent?: number | null | undefined
        readonly pacePercent?: number | null | undefined
      })[]
    | undefined
  readonly wantedPercent?: number | null | undefined
}

/**
 * The facts of a line. Problems name the place, such as `decisions[0].from`: `required`, `date-format`,
 * `impossible-date`, `end-before-start`, `open-decision`, `level-missing`, `month-format`, `impossible-month`.
 */
export function factsOfLine(line: CaseLine): Result<MoneyFacts> {
  const decisions = all(line.decisions.map((each, index) => decisionOf(line, each, `decisions[${index}]`)))
  const spells = all(line.spells.map((each, index) => spellOf(each, `spells[${index}]`)))
  const outcomes = all((line.outcomes ?? []).map((each, index) => outcomeOf(each, index)))
  const approved = line.approvedReports === 'all' ? ok('all' as const) : all(line.approvedReports.map(monthOf))
  const facts = all([decisions, spells, outcomes, approved])
  if (!facts.ok) return facts
  const [granted, placed, reported, approvedReports] = facts.value
  return ok({
    decisions: granted,
    spells: placed,
    outcomes: reported,
    approvedReports,
    wantedPercent: line.wantedPercent ?? null,
  })
}

function decisionOf(line: CaseLine, each: CaseLine['decisions'][number], field: string): Result<PricedDecision> {
  const days = daysOf(each, field)
  if (!days.ok) return days
  const { start, end } = days.value
  if (end === null) return fail(problem('open-decision', { field: `${field}.to` }))
  const level = each.level ?? line.level ?? null
  if (level === null) return fail(problem('level-missing', { field: `${field}.level` }))
  return ok({ period: { start, end }, level, priceModel: each.priceModel ?? line.priceModel ?? null })
}

function spellOf(each: CaseLine['spells'][number], field: string): Result<ContractSpell> {
  const days = daysOf(each, field)
  return days.ok ? ok({ period: days.value, provider: each.provider, contract: null }) : days
}

function outcomeOf(each: NonNullable<CaseLine['outcomes']>[number], index: number): Result<Outcome> {
  const days = daysOf(each, `outcomes[${index}]`)
  if (!days.ok) return days
  return ok({
    key: String(index),
    reportedNumber: index,
    kind: each.kind,
    subsidised: each.subsidised ?? false,
    extentPercent: each.extentPercent ?? null,
    pacePercent: each.pacePercent ?? null,
    period: days.value,
    verified: each.verified,
  })
}

function daysOf({ from, to }: LineDays, field: string): Result<Period> {
  const first = parseDay(from)
  if (!first.ok) return fail(atField(first.problem, `${field}.from`))
  const last = to === null || to === undefined ? ok(null) : parseDay(to)
  if (!last.ok) return fail(atField(last.problem, `${field}.to`))
  for (const [name, text] of Object.entries({ from: first.value, to: last.value ?? first.value })) {
    if (text >= earliest && text <= latest) continue
    return fail(problem('impossible-date', { field: `${field}.${name}`, values: { text } }))
  }
  const days = parseInclusive(first.value, last.value)
  return days.ok ? days : fail(atField(days.problem, `${field}.to`))
}

function monthOf(text: string, index: number): Result<Month> {
  const parsed = parseMonth(text)
  return parsed.ok ? parsed : fail(atField(parsed.problem, `approvedReports[${index}]`))
}
