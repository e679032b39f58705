import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../../platform/context.ts'
import { type AdditiveModel, type ModelCard, readDocument, type Scorer, scorerOf } from './domain/index.ts'

/** The model that answers, with what it is and how it does. */
export interface ModelInForce {
  /** Names the model in every assessment that it makes; another model has another name. */
  readonly name: string
  /** What the model is and is not, in Swedish and English. */
  readonly note: { readonly sv: string; readonly en: string }
  readonly model: AdditiveModel
  readonly scorer: Scorer
  readonly card: ModelCard
}

const shippedFile = join(import.meta.dirname, 'shipped-model.generated.json')
let shipped: ModelInForce | undefined

/** The only place that says which model answers on the context's day. */
export async function modelInForce(_context: Context): Promise<ModelInForce> {
  return shippedModel()
}

/** The model of this name, if it is still at hand: for making an old assessment again; otherwise `null`. */
export async function modelNamed(_context: Context, name: string): Promise<ModelInForce | null> {
  return shippedModel().name === name ? shippedModel() : null
}

/**
 * The model that Krom is shipped with, read once.
 *
 * @throws Error when its file was changed: a house without a model to trust does not assess
 */
export function shippedModel(): ModelInForce {
  shipped ??= readShipped()
  return shipped
}

function readShipped(): ModelInForce {
  const read = readDocument(readFileSync(shippedFile, 'utf8'), (text) =>
    createHash('sha256').update(text).digest('hex'),
  )
  if (!read.ok) throw new Error(`the shipped model cannot be trusted: ${read.fault.code}`)
  const { model, card, hash } = read.document
  return {
    name: `shipped-${hash.slice(0, 8)}`,
    note: {
      sv: 'Tränad på ett påhittat register. Ingen verklig person står bakom modellen.',
      en: 'Trained on an invented register. No real person stands behind the model.',
    },
    model,
    scorer: scorerOf(model),
    card,
  }
}
