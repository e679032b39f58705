import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { modelInForce } from '../assessment/index.ts'
import { actDocument } from './act-document.ts'
import type { ActLanguage } from './act-evidence.ts'
import { actFiguresOf } from './act-figures.ts'
import { actFileOf, isPoint, type Places } from './act-file.ts'
import { saveEdition, saveStatement, statementsOf } from './act-store.ts'
import type { ActFileReply, StatementBody } from './contract/act-file.ts'
import { daysAsked } from './period.ts'

/** Who keeps the AI act file. */
export const keepers = ['overseer', 'administrator'] as const

/** The file as it stands today (EU 2024/1689). Problem: `not-allowed`. */
export async function readActFile(context: Context, language: ActLanguage): Promise<Result<ActFileReply>> {
  const may = mayAct(context, keepers)
  if (!may.ok) return may
  const days = daysAsked(context, {})
  if (!days.ok) return days
  const figures = await actFiguresOf(context, days.value)
  if (figures === null) return fail(problem('not-allowed', { values: { role: context.actor.role } }))
  return ok(actFileOf(figures, await statementsOf(context), language, placesFor(context.actor.role)))
}

function placesFor(role: string): Places {
  const own = `/app/${role}`
  return {
    variation: `${own}/variation`,
    reviews: `${own}/reviews`,
    checks: `${own}/checks`,
    rules: '/app/rules',
    api: '/api/',
    audit: '/app/administrator/audit',
    models: `${own}/models`,
  }
}

/** Writes the authority's own words on a point of the file; the earlier ones stay. Problems: `not-allowed`, `act-point-unknown`. */
export async function writeStatement(
  context: Context,
  command: StatementBody,
): Promise<Result<{ statementId: string }>> {
  const may = mayAct(context, keepers)
  if (!may.ok) return may
  const { point, words } = command
  if (!isPoint(point)) return fail(problem('act-point-unknown', { field: 'point', values: { point } }))
  await lockName(context, `act-point:${point}`)
  const before = (await statementsOf(context)).find((one) => one.point === point)
  const id = newId<string>()
  await saveStatement(context, { id, point, words, replaces: before?.statementId ?? null })
  return ok({ statementId: id })
}

/** Freezes the file as one document with its hash. Problem: `not-allowed`. */
export async function freezeActFile(
  context: Context,
  language: ActLanguage,
): Promise<Result<{ editionId: string; sha256: string }>> {
  const file = await readActFile(context, language)
  if (!file.ok) return file
  const { card } = await modelInForce(context)
  const { html, sha256 } = actDocument(file.value, card, language)
  const id = newId<string>()
  await saveEdition(context, { id, language, html, sha256 })
  return ok({ editionId: id, sha256: sha256.toString('hex') })
}
