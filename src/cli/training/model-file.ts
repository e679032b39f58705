import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { AdditiveModel, LogisticBaseline, ModelCard, Trained } from '../../modules/assessment/domain/index.ts'

const format = 'krom-additive-model'
const version = 1

const list = z.array(z.number())
const sign = z.union([z.literal(-1), z.literal(0), z.literal(1)])
const shown = { name: z.string(), effects: list, errors: list, rows: list }
const term = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), cuts: list, monotone: sign, ...shown }),
  z.object({ kind: z.literal('category'), levels: z.array(z.string()), ...shown }),
  z.object({
    kind: z.literal('pair'),
    name: z.string(),
    of: z.tuple([z.number(), z.number()]),
    groups: z.tuple([list, list]),
    effects: z.array(list),
    errors: z.array(list),
  }),
])
const document = z.object({
  target: z.string(),
  intercept: z.number(),
  interceptError: z.number(),
  terms: z.array(term),
})

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

/** A model as its file tells it. */
export interface ModelFile extends AdditiveModel {
  readonly target: string
}

/** Writes a model as readable JSON, closed by a hash over all of it; the same model gives the same file. */
export function writeModel(file: string, { model, baseline, card }: Trained, origin: Origin): void {
  const content: object = { format, version, ...origin, ...model, card, baseline } satisfies AdditiveModel & {
    card: ModelCard
    baseline: LogisticBaseline
  } & Record<string, unknown>
  writeFileSync(file, `${readable({ ...content, hash: hashOf(content) })}\n`)
}

/** Reads a model; or the sentence that says why it is not to be trusted. */
export function readModel(file: string): ModelFile | string {
  let content: Record<string, unknown>
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return error instanceof SyntaxError ? `${file} is not JSON` : `${file} cannot be read`
  }
  if (content === null || typeof content !== 'object' || content.format !== format)
    return `${file} is not a model of Krom`
  if (content.version !== version) {
    return `${file} is of version ${content.version} and this is version ${version}: train the model again`
  }
  const { hash, ...rest } = content
  if (hash !== hashOf(rest)) return `${file} has been changed since it was trained: its hash does not match`
  const parsed = document.safeParse(rest)
  return parsed.success ? parsed.data : `${file} is not a model of Krom: ${parsed.error.issues[0]?.path.join('.')}`
}

function hashOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** Indented, with each list of plain values on one line. */
function readable(content: object): string {
  return JSON.stringify(content, null, 1).replace(/\[\n[^[\]{}]*?\n\s*\]/g, (lines) => lines.replace(/\n\s*/g, ' '))
}
