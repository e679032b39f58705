import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
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

/**
 * The only place that says which model answers on the context's day: the version approved for the latest day that has come, and
 * before any such the shipped one. Asked of the database each time, so that no process answers with what it remembers.
 */
export async function modelInForce(context: Context): Promise<ModelInForce> {
  const { rows } = await sql<{ id: string }>`
    select d.version_id as id from assessment.model_decision d
     where d.outcome = 'approved' and d.from_day <= ${context.today}
       and not exists (select 1 from assessment.model_withdrawal w where w.version_id = d.version_id)
     order by d.from_day desc, d.recorded_at desc, d.version_id desc limit 1`.execute(context.db)
  return rows[0] === undefined ? shippedModel() : versionOf(context, rows[0].id)
}

/** The model of this name, if it is still at hand: for making an old assessment again; otherwise `null`. */
export async function modelNamed(context: Context, name: string): Promise<ModelInForce | null> {
  if (shippedModel().name === name) return shippedModel()
  const { rows } = await sql<{ id: string }>`
    select id from assessment.model_version where name = ${name}`.execute(context.db)
  return rows[0] === undefined ? null : versionOf(context, rows[0].id)
}

async function versionOf(context: Context, id: string): Promise<ModelInForce> {
  const known = read.get(id)
  if (known !== undefined) return known
  const { rows } = await sql<Row>`
    select id, name, kind, model, card, prepared_on as "preparedOn" from assessment.model_version where id = ${id}`.execute(
    context.db,
  )
  if (rows[0] === undefined) throw new Error(`the model version ${id} cannot be read`)
  return keep(rows[0])
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

/** SHA-256 of a text in hexadecimal, as a model's document is closed by. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

interface Row {
  readonly id: string
  readonly name: string
  readonly kind: 'edited' | 'trained' | 'restored'
  readonly model: AdditiveModel
  readonly card: ModelCard
  readonly preparedOn: string
}

const mostKept = 20
/** Versions made ready to score, by key. A version is never changed, so that what is kept here is never old. */
const read = new Map<string, ModelInForce>()

function keep(row: Row): ModelInForce {
  const { name, model, card } = row
  const ready: ModelInForce = { name, note: noteOf(row), model, scorer: scorerOf(model), card }
  if (read.size >= mostKept) read.clear()
  read.set(row.id, ready)
  return ready
}

const invented = {
  sv: 'Tränad på ett påhittat register. Ingen verklig person står bakom modellen.',
  en: 'Trained on an invented register. No real person stands behind the model.',
}
const real = {
  sv: 'Tränad på uppgifter från ett register.',
  en: 'Trained on data from a register.',
}
const made: Readonly<Record<Row['kind'], (on: string) => ModelInForce['note']>> = {
  edited: (on) => ({
    sv: `Kurvor ändrade för hand ${on}. Hur väl de ändrade chanserna stämmer är inte mätt.`,
    en: `Curves changed by hand on ${on}. How well the changed chances match is not measured.`,
  }),
  trained: (on) => ({ sv: `Inlagd ${on}.`, en: `Taken in on ${on}.` }),
  restored: (on) => ({
    sv: `En tidigare version, upptagen igen ${on}.`,
    en: `An earlier version, taken up again on ${on}.`,
  }),
}

function noteOf({ kind, card, preparedOn }: Row): ModelInForce['note'] {
  const origin = card.data.synthetic ? invented : real
  const own = made[kind](preparedOn)
  return { sv: `${origin.sv} ${own.sv}`, en: `${origin.en} ${own.en}` }
}

function readShipped(): ModelInForce {
  const found = readDocument(readFileSync(shippedFile, 'utf8'), sha256)
  if (!found.ok) throw new Error(`the shipped model cannot be trusted: ${found.fault.code}`)
  const { model, card, hash } = found.document
  return { name: `shipped-${hash.slice(0, 8)}`, note: invented, model, scorer: scorerOf(model), card }
}
