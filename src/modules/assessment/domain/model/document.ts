import type { AdditiveModel } from './additive-model.ts'
import type { ModelCard } from './card.ts'
import { termFault } from './document-terms.ts'
import type { Trained } from './train.ts'

const format = 'krom-additive-model'
const version = 1

/** How a model was made, so that it can be made again. */
export interface Origin {
  readonly target: string
  readonly weight: string | null
  readonly time: string | null
  readonly seed: number
  readonly bins: number
  readonly pairs: number
  readonly bags: number
}

/** A trained model as its file tells it, found whole. */
export interface ModelDocument {
  readonly target: string
  readonly model: AdditiveModel
  readonly card: ModelCard
  /** SHA-256 over all the rest, in hexadecimal. */
  readonly hash: string
}

/** Why a text is not to be trusted as a model. */
export type DocumentFault =
  | { readonly code: 'not-json' }
  /** `at` names what is missing or of another shape; empty when it is no such document at all. */
  | { readonly code: 'not-a-model'; readonly at: string }
  | { readonly code: 'other-version'; readonly version: string; readonly reads: number }
  /** Its hash does not match: it was changed after it was made. */
  | { readonly code: 'changed' }

/** SHA-256 of a text in hexadecimal; given by the caller, for the domain knows no part of Node. */
export type Sha256 = (text: string) => string

/** A model as readable JSON, closed by a hash over all of it; the same model gives the same text. */
export function writeDocument({ model, baseline, card }: Trained, origin: Origin, sha256: Sha256): string {
  const content = { format, version, ...origin, ...model, card, baseline }
  return `${readable({ ...content, hash: sha256(JSON.stringify(content)) })}\n`
}

/** Reads a model's text: format, version, hash and shape are checked before anything is believed. */
export function readDocument(
  text: string,
  sha256: Sha256,
): { ok: true; document: ModelDocument } | { ok: false; fault: DocumentFault } {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return { ok: false, fault: { code: 'not-json' } }
  }
  if (!isRecord(content) || content.format !== format) return { ok: false, fault: { code: 'not-a-model', at: '' } }
  if (content.version !== version) {
    return { ok: false, fault: { code: 'other-version', version: String(content.version), reads: version } }
  }
  const { hash, ...rest } = content
  if (hash !== sha256(JSON.stringify(rest))) return { ok: false, fault: { code: 'changed' } }
  const at = shapeFault(rest)
  if (at !== null) return { ok: false, fault: { code: 'not-a-model', at } }
  const whole = rest as unknown as AdditiveModel & { target: string; card: ModelCard }
  const { target, intercept, interceptError, terms, card } = whole
  return { ok: true, document: { target, model: { intercept, interceptError, terms }, card, hash } }
}

/** The name of what is missing or of another shape, or `null`. */
function shapeFault(content: Readonly<Record<string, unknown>>): string | null {
  if (typeof content.target !== 'string') return 'target'
  for (const name of ['intercept', 'interceptError']) if (!Number.isFinite(content[name])) return name
  if (!isRecord(content.card) || !isRecord(content.card.data)) return 'card'
  const { terms } = content
  if (!Array.isArray(terms) || terms.length === 0) return 'terms'
  for (const [place, term] of terms.entries()) {
    const at = termFault(term, terms)
    if (at !== null) return `terms.${place}.${at}`
  }
  return null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Indented, with each list of plain values on one line. */
function readable(content: object): string {
  return JSON.stringify(content, null, 1).replace(/\[\n[^[\]{}]*?\n\s*\]/g, (lines) => lines.replace(/\n\s*/g, ' '))
}
