import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { EditModelBody, ModelMade } from './contract/models.ts'
import { editCurves, modelFaultOf, modelStateOf } from './domain/index.ts'
import { modelInForce, modelNamed, shippedModel } from './model-in-force.ts'
import { findVersion, lockModels, nextVersionNumber, saveVersion } from './model-store.ts'

/** Whose duty it is to change which model answers. */
export const modelKeepers = ['administrator'] as const

/**
 * Makes a version by changing curves of one that answers or has answered, or takes an earlier one up again as it was when nothing
 * is changed. Its effect on people is then counted by a job; nothing answers with it before it is sent and approved.
 * Problems: those of `editCurves` by change, `not-found` on `madeFrom`, `model-base-not-approved`, `model-edit-changes-nothing`,
 * `not-allowed`.
 */
export async function editModel(context: Context, command: EditModelBody): Promise<Result<ModelMade>> {
  await lockModels(context)
  const may = mayAct(context, modelKeepers)
  if (!may.ok) return may
  const { madeFrom, changes } = command
  const base = await modelNamed(context, madeFrom)
  if (base === null) return fail(problem('not-found', { field: 'madeFrom' }))
  if (!(await hasAnswered(context, madeFrom))) return fail(problem('model-base-not-approved', { field: 'madeFrom' }))
  if (changes.length === 0 && (await modelInForce(context)).name === madeFrom) {
    return fail(problem('model-edit-changes-nothing', { field: 'changes' }))
  }
  const edited = editCurves(base.model, changes)
  if (!edited.ok) return edited
  const fault = modelFaultOf(edited.value)
  if (fault !== null) return fail(fault)
  const kind = changes.length === 0 ? 'restored' : 'edited'
  const number = await nextVersionNumber(context)
  const name = `${madeFrom.replace(/-[er]\d+$/, '')}-${kind === 'edited' ? 'e' : 'r'}${number}`
  await saveVersion(context, {
    name,
    kind,
    madeFrom,
    changes,
    model: edited.value,
    card: base.card,
    documentHash: null,
  })
  return ok({ model: name })
}

/** Only what has been approved is built on, so that each approval shows the whole of what it changes. */
async function hasAnswered(context: Context, name: string): Promise<boolean> {
  if (name === shippedModel().name) return true
  const version = await findVersion(context, name)
  return version !== null && modelStateOf(version, context.today) === 'answering'
}
