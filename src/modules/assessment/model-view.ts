import type { Day } from '../../kernel/day.ts'
import { addDays } from '../../kernel/day.ts'
import type { UserId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import type { ModelView } from './contract/models.ts'
import { canDecideModel, canSubmitModel, canWithdrawModel, modelStateOf } from './domain/index.ts'
import { modelKeepers } from './edit-model.ts'
import type { ModelInForce } from './model-in-force.ts'
import type { StoredVersion } from './model-store.ts'
import { changeWords, termLabel } from './model-words.ts'

interface Viewed {
  readonly found: ModelInForce
  /** Null of the shipped model. */
  readonly version: StoredVersion | null
  /** The name of the model that answers. */
  readonly inForce: string
}

/** A version as it is shown: what it is, what has become of it, and what the reader may do with it. */
export function viewOf(context: Context, { found, version, inForce }: Viewed, language: Language): ModelView {
  const { name, card, note } = found
  const isInForce = name === inForce
  return {
    model: name,
    kind: version?.kind ?? 'shipped',
    state: version === null ? 'shipped' : modelStateOf(version, context.today),
    inForce: isInForce,
    synthetic: card.data.synthetic,
    note: language === 'en' ? note.en : note.sv,
    madeFrom: version?.madeFrom ?? null,
    changes: (version?.changes ?? []).map((change) => ({
      term: labelOfTerm(found, change.term, language),
      text: changeWords(change, found.model, language),
    })),
    fromDay: version?.fromDay ?? null,
    reason: version?.reason ?? null,
    prepared: version === null ? null : { name: version.preparedByName, on: version.preparedOn },
    sent: who(version?.sentOn, version?.sentByName),
    decided: decidedOf(version),
    withdrawn: withdrawnOf(version),
    actions: actionsOf(context, version, inForce, isInForce),
  }
}

function labelOfTerm({ model }: ModelInForce, name: string, language: Language): string {
  const term = model.terms.find((one) => one.name === name)
  return term === undefined ? name : termLabel(term, model, language)
}

function who(on: Day | null | undefined, name: string | null | undefined): { name: string | null; on: Day } | null {
  return on == null ? null : { name: name ?? null, on }
}

function decidedOf(version: StoredVersion | null): ModelView['decided'] {
  const by = who(version?.decidedOn, version?.decidedByName)
  if (by === null || version === null || version.outcome === null) return null
  return { ...by, outcome: version.outcome, reason: version.decisionReason }
}

function withdrawnOf(version: StoredVersion | null): ModelView['withdrawn'] {
  const by = who(version?.withdrawnOn, version?.withdrawnByName)
  return by === null ? null : { ...by, reason: version?.withdrawalReason ?? '' }
}

function actionsOf(
  context: Context,
  version: StoredVersion | null,
  inForce: string,
  isInForce: boolean,
): ModelView['actions'] {
  if (!(modelKeepers as readonly string[]).includes(context.actor.role)) return []
  const { today } = context
  const has = version === null || modelStateOf(version, today) === 'answering'
  const list: ModelView['actions'] = has || isInForce ? [{ name: 'editModel', allowed: true, because: null }] : []
  if (version === null) return list
  const now = { today, inForce }
  const add = (name: ModelView['actions'][number]['name'], can: Result<null>) =>
    list.push({ name, allowed: can.ok, because: can.ok ? null : can.problem.code })
  const by = context.actor.userId as UserId
  const state = modelStateOf(version, today)
  if (state === 'counting' || state === 'draft') add('submitModel', canSubmitModel(version, addDays(today, 1), now))
  if (state === 'sent') {
    add('approveModel', canDecideModel(version, by, 'approved', now))
    add('returnModel', canDecideModel(version, by, 'returned', now))
  }
  const withdrawal = canWithdrawModel(version, today)
  if (withdrawal.ok) add('withdrawModel', withdrawal)
  return list
}
