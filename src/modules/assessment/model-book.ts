import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import type {
  CurveBin,
  CurveReply,
  ModelCardReply,
  ModelEffectReply,
  ModelReply,
  ModelsReply,
  ModelView,
  TermView,
} from './contract/models.ts'
import {
  type AdditiveModel,
  type AdditiveTerm,
  type ColumnTerm,
  effectsOf,
  isSensitive,
  neverRisingColumns,
  type PairTerm,
  withoutSmallCounts,
} from './domain/index.ts'
import { type ModelInForce, modelInForce, modelNamed, shippedModel } from './model-in-force.ts'
import { effectOf, findVersion, modelVersions, type StoredVersion } from './model-store.ts'
import { viewOf } from './model-view.ts'
import { binText, dimensionLabel, groupLabel, groupTexts, ofPair, termLabel, unitOf } from './model-words.ts'
import { labelOf, valueText } from './wording.ts'

/** Every version and the shipped model, the latest first. */
export async function listModels(context: Context, language: Language): Promise<ModelsReply> {
  const inForce = (await modelInForce(context)).name
  const items: ModelView[] = []
  for (const version of await modelVersions(context)) {
    const found = await modelNamed(context, version.name)
    if (found !== null) items.push(viewOf(context, { found, version, inForce }, language))
  }
  return { inForce, items: [...items, viewOf(context, { found: shippedModel(), version: null, inForce }, language)] }
}

interface Opened {
  readonly found: ModelInForce
  readonly stored: StoredVersion | null
  /** What training gave, behind every edit. */
  readonly trained: ModelInForce
  readonly view: ModelView
}

async function open(context: Context, name: string, language: Language): Promise<Result<Opened>> {
  const found = await modelNamed(context, name)
  if (found === null) return fail(problem('not-found'))
  const stored = await findVersion(context, name)
  const inForce = (await modelInForce(context)).name
  const view = viewOf(context, { found, version: stored, inForce }, language)
  return ok({ found, stored, trained: await trainedBehind(context, found, stored), view })
}

async function trainedBehind(
  context: Context,
  found: ModelInForce,
  stored: StoredVersion | null,
): Promise<ModelInForce> {
  if (stored === null || stored.madeFrom === null) return found
  const base = await modelNamed(context, stored.madeFrom)
  return base === null ? found : trainedBehind(context, base, await findVersion(context, stored.madeFrom))
}

/** A version's variables and pairs, as the book's first page. Problem: `not-found`. */
export async function readModel(context: Context, name: string, language: Language): Promise<Result<ModelReply>> {
  const opened = await open(context, name, language)
  if (!opened.ok) return opened
  const { found, trained, view } = opened.value
  const { model } = found
  return ok({
    version: view,
    intercept: model.intercept,
    interceptError: model.interceptError,
    baseChance: 1 / (1 + Math.exp(-model.intercept)),
    terms: model.terms.map((_, place) => termView(model, place, trained.model, language)),
  })
}

function termView(model: AdditiveModel, place: number, trained: AdditiveModel, language: Language): TermView {
  const term = model.terms[place] as AdditiveTerm
  const effects = effectsOf(term)
  const before = effectsOf(trained.terms[place] ?? term)
  const rows = term.kind === 'pair' ? [] : term.rows
  const all = rows.reduce((sum, count) => sum + count, 0)
  return {
    place,
    name: term.name,
    label: termLabel(term, model, language),
    kind: term.kind,
    sensitive: isSensitive({ name: term.name, ...ofPair(term, model) }),
    bound: boundOf(term),
    edited: effects.some((effect, index) => effect !== before[index]),
    bins: effects.length,
    lowest: Math.min(...effects),
    highest: Math.max(...effects),
    weight: all === 0 ? null : effects.reduce((sum, effect, bin) => sum + Math.abs(effect) * (rows[bin] ?? 0), 0) / all,
  }
}

function boundOf(term: AdditiveTerm): TermView['bound'] {
  if (neverRisingColumns.includes(term.name)) return 'never-rises'
  return term.kind === 'number' && term.monotone !== 0 ? 'one-way' : null
}

/** One variable's curve, or a pair's cells. Problem: `not-found`. */
export async function readCurve(
  context: Context,
  { model: name, place }: { readonly model: string; readonly place: number },
  language: Language,
): Promise<Result<CurveReply>> {
  const opened = await open(context, name, language)
  if (!opened.ok) return opened
  const { found, trained, view } = opened.value
  const term = found.model.terms[place]
  if (term === undefined) return fail(problem('not-found'))
  const before = trained.model.terms[place]
  return ok({
    version: view,
    term: termView(found.model, place, trained.model, language),
    unit: unitOf(term.name, language),
    bins: term.kind === 'pair' ? [] : binsOf(term, before?.kind === 'pair' ? undefined : before, language),
    pair: term.kind === 'pair' ? pairOf(term, before?.kind === 'pair' ? before : term, found.model, language) : null,
  })
}

function binsOf(term: ColumnTerm, before: ColumnTerm | undefined, language: Language): CurveBin[] {
  return term.effects.map((effect, place) => {
    const trained = before?.effects[place]
    return {
      place,
      kind: place === 0 ? 'missing' : term.kind === 'category' ? 'level' : 'range',
      text: binText(term, place, language),
      effect,
      error: term.errors[place] ?? 0,
      rows: term.rows[place] ?? 0,
      trained: trained === undefined || trained === effect ? null : trained,
    }
  })
}

function pairOf(term: PairTerm, before: PairTerm, model: AdditiveModel, language: Language): CurveReply['pair'] {
  const side = (which: 0 | 1) => ({
    label: labelOf({ name: model.terms[term.of[which]]?.name ?? '' }, language),
    groups: groupTexts(term, which, model, language),
  })
  const rows = (lines: readonly (readonly number[])[]) => lines.map((line) => [...line])
  const wasOther = term.effects.some((line, row) => line.some((effect, cell) => effect !== before.effects[row]?.[cell]))
  return {
    down: side(0),
    across: side(1),
    effects: rows(term.effects),
    errors: rows(term.errors),
    trained: wasOther ? rows(before.effects) : null,
  }
}

/** What a version changes for everyone registered; small counts are hidden, and of the shipped one there is none. Problem: `not-found`. */
export async function readEffect(
  context: Context,
  name: string,
  language: Language,
): Promise<Result<ModelEffectReply>> {
  const opened = await open(context, name, language)
  if (!opened.ok) return opened
  const { stored, view } = opened.value
  const counted = stored === null ? null : await effectOf(context, stored.id)
  if (counted === null) return ok({ version: view, against: null, onDay: null, effect: null })
  const { groups, moves, ...rest } = withoutSmallCounts(counted.effect, context.rules.assessment.leastCount)
  return ok({
    version: view,
    against: counted.against,
    onDay: counted.onDay,
    effect: {
      ...rest,
      moves: [...moves],
      groups: groups.map((one) => ({
        ...one,
        dimensionLabel: dimensionLabel(one.dimension, language),
        label: groupLabel(one.dimension, one.group, language),
      })),
    },
  })
}

/** The card that training wrote, with names in words. Problem: `not-found`. */
export async function readCard(context: Context, name: string, language: Language): Promise<Result<ModelCardReply>> {
  const opened = await open(context, name, language)
  if (!opened.ok) return opened
  const { found, trained, view } = opened.value
  const groups = new Map(found.card.data.columns.map(({ name: column }) => [column, new Set<string>()]))
  for (const { column, group } of found.card.groups) groups.get(column)?.add(group)
  const { nearFrom, levelAFrom, levelBFrom, farBelow } = context.rules.assessment.cutPoints
  return ok({
    version: view,
    card: found.card as ModelCardReply['card'],
    measuredOn: trained.name,
    inForceCuts: [farBelow, levelBFrom, levelAFrom, nearFrom],
    words: [...groups].map(([column, own]) => ({
      column,
      label: labelOf({ name: column }, language),
      groups: [...own].map((group) => ({ group, label: valueText(column, group, language) })),
    })),
  })
}
