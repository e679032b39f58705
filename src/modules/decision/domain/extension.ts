import { addDays, type Day } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { Level, Rules } from '../../../rules/index.ts'
import { currentChain, type DecisionState, sameVersion } from './case-state.ts'
import { type Chain, datesFrom, stateOn } from './chain.ts'
import { type Grant, levelFromTool, priceModelFor } from './referral.ts'

export interface ExtensionCommand {
  /** The extension's own labour-market-policy reason. */
  readonly reason: string
  /** A new level; then a valid assessment must give it. Without it the chain's assessment and level carry on. */
  readonly level?: Level | undefined
  readonly basedOn?: string | null | undefined
}

export interface ExtensionGrant extends Grant {
  readonly chainId: string
  readonly firstDay: Day
  readonly lastDay: Day
}

/** The first day on which an extension of the chain may be prepared and decided: 30 days before the last day (programme 4.3). */
export function extensionFrom(lastGrantedDay: Day, rules: Rules): Day {
  return addDays(lastGrantedDay, -rules.decision.extensionPreparationDays)
}

/**
 * An extension (programme 4.3): once, by 180 days from the day after the last, while the first decision runs.
 * Problems, in this order: `changed-meanwhile`, `case-closed`, `not-in-service`, `chain-interrupted`, `chain-full`,
 * `extension-too-early` {from}, `not-available`, then those of a new level.
 */
export function decideExtension(
  state: DecisionState,
  command: ExtensionCommand,
  rules: Rules,
  today: Day,
): Result<ExtensionGrant> {
  const fresh = sameVersion(state, command.basedOn)
  if (!fresh.ok) return fresh
  const open = extendableChain(state, rules, today)
  if (!open.ok) return open
  if (rules.decision.availabilityRequired && state.availability === 'no') return fail(problem('not-available'))
  const { chain, lastDay, last } = open.value
  const dates = datesFrom(addDays(lastDay, 1), rules.decision.extensionDays)
  const common = { chainId: chain.chainId, days: rules.decision.extensionDays, ...dates }
  if (command.level === undefined || command.level === last.level) {
    const { level, priceModel, windowNumber, assessmentId } = last
    return ok({ ...common, level, priceModel, windowNumber, assessmentId })
  }
  const level = levelFromTool(state.assessment, command.level)
  if (!level.ok) return level
  const price = priceModelFor(state, level.value.level)
  return price.ok ? ok({ ...common, ...level.value, priceModel: price.value.priceModel }) : price
}

/** A chain on whose extension a caseworker may decide, yes or no. */
export interface ExtendableChain {
  readonly chain: Chain
  readonly last: Chain['decisions'][number]
  readonly lastDay: Day
}

/**
 * The chain whose extension can be decided on the day. Problems: `case-closed`, `not-in-service`, `chain-interrupted`,
 * `chain-full`, `extension-too-early` {from}.
 */
export function extendableChain(
  { closed, chains }: Pick<DecisionState, 'closed' | 'chains'>,
  rules: Rules,
  today: Day,
): Result<ExtendableChain> {
  if (closed) return fail(problem('case-closed'))
  const chain = currentChain(chains, today)
  const last = chain?.decisions.at(-1)
  const state = chain && stateOn(chain, today)
  if (!chain || !last || chain.lastGrantedDay === null || state === 'coming' || state === 'ended') {
    return fail(problem('not-in-service'))
  }
  if (chain.interruptedOn !== null)
    return fail(problem('chain-interrupted', { values: { lastDay: chain.interruptedOn } }))
  if (chain.decisions.length >= rules.decision.decisionsPerChain) return fail(problem('chain-full'))
  const from = extensionFrom(chain.lastGrantedDay, rules)
  if (today < from) return fail(problem('extension-too-early', { values: { from } }))
  return ok({ chain, last, lastDay: chain.lastGrantedDay })
}
