import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Upload } from '../../platform/http/route.ts'
import { mayAct } from '../../platform/may.ts'
import { type ModelMade, modelCard } from './contract/models.ts'
import { type DocumentFault, modelFaultOf, readDocument } from './domain/index.ts'
import { modelKeepers } from './edit-model.ts'
import { modelNamed, sha256, shippedModel } from './model-in-force.ts'
import { lockModels, saveVersion } from './model-store.ts'

/**
 * Takes in a trained model's document, as `./krom train` writes it, as a version; its effect on people is then counted by a job.
 * Nothing of it is believed before its hash, version, shape and columns are checked.
 * Problems: `file-missing`, `model-file-not-json`, `model-file-broken`, `model-file-version`, `model-file-changed`, `model-known`,
 * those of `modelFaultOf`, `not-allowed`.
 */
export async function registerModel(context: Context, file: Upload | undefined): Promise<Result<ModelMade>> {
  await lockModels(context)
  const may = mayAct(context, modelKeepers)
  if (!may.ok) return may
  if (file === undefined) return fail(problem('file-missing', { field: 'file' }))
  const found = readDocument(file.bytes.toString('utf8'), sha256)
  if (!found.ok) return fail(faultOf(found.fault))
  const { model, hash } = found.document
  const card = modelCard.safeParse(found.document.card)
  if (!card.success) return fail(broken(['card', ...(card.error.issues[0]?.path ?? [])].join('.')))
  const fault = modelFaultOf(model)
  if (fault !== null) return fail(fault)
  const short = hash.slice(0, 8)
  const names = [`shipped-${short}`, `trained-${short}`]
  for (const name of names) {
    const known = shippedModel().name === name || (await modelNamed(context, name)) !== null
    if (known) return fail(problem('model-known', { field: 'file', values: { model: name } }))
  }
  const name = `trained-${short}`
  await saveVersion(context, {
    name,
    kind: 'trained',
    madeFrom: null,
    changes: [],
    model,
    card: card.data,
    documentHash: hash,
  })
  return ok({ model: name })
}

function faultOf(fault: DocumentFault): Problem {
  switch (fault.code) {
    case 'not-json':
      return problem('model-file-not-json', { field: 'file' })
    case 'not-a-model':
      return broken(fault.at)
    case 'other-version':
      return problem('model-file-version', { field: 'file', values: { version: fault.version, reads: fault.reads } })
    case 'changed':
      return problem('model-file-changed', { field: 'file' })
  }
}

function broken(at: string): Problem {
  return problem('model-file-broken', { field: 'file', values: { at: at === '' ? 'format' : at } })
}
