import { day } from '../../kernel/day.ts'
import type { UserId } from '../../kernel/ids.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { DecideModelBody, ModelMade, SubmitModelBody, WithdrawModelBody } from './contract/models.ts'
import { canDecideModel, canSubmitModel, canWithdrawModel, type ModelNow } from './domain/index.ts'
import { modelKeepers } from './edit-model.ts'
import { modelInForce, shippedModel } from './model-in-force.ts'
import {
  findVersion,
  lockModels,
  type StoredVersion,
  saveModelDecision,
  saveSubmission,
  saveWithdrawal,
} from './model-store.ts'

type About<Body> = Body & { readonly model: string }

/**
 * Sends a draft for approval with the reason and the day it is to answer from. Problems: those of `canSubmitModel`, `not-found`,
 * `not-allowed`.
 */
export async function submitModel(context: Context, command: About<SubmitModelBody>): Promise<Result<ModelMade>> {
  const found = await lockedVersion(context, command.model, problem('model-not-draft'))
  if (!found.ok) return found
  const fromDay = day(command.fromDay)
  const can = canSubmitModel(found.value, fromDay, await nowOf(context))
  if (!can.ok) return can
  await saveSubmission(context, found.value.id, { reason: command.reason, fromDay })
  return ok({ model: command.model })
}

/**
 * Approves a version, which then answers from its day, or returns it with a reason; never by who made or sent it (four eyes).
 * Problems: those of `canDecideModel`, `required` on `reason`, `not-found`, `not-allowed`.
 */
export async function decideModel(context: Context, command: About<DecideModelBody>): Promise<Result<ModelMade>> {
  const found = await lockedVersion(context, command.model, problem('model-not-sent'))
  if (!found.ok) return found
  const { outcome } = command
  const { sentBy, fromDay } = found.value
  const can = canDecideModel(found.value, context.actor.userId as UserId, outcome, await nowOf(context))
  if (!can.ok) return can
  if (sentBy === null || fromDay === null) throw new Error('a version that can be decided on was sent')
  const reason = command.reason?.trim() || null
  if (outcome === 'returned' && reason === null) return fail(problem('required', { field: 'reason' }))
  await saveModelDecision(context, { ...found.value, sentBy, fromDay }, { outcome, reason })
  return ok({ model: command.model })
}

/** Gives a version up before its day. Problems: those of `canWithdrawModel`, `not-found`, `not-allowed`. */
export async function withdrawModel(context: Context, command: About<WithdrawModelBody>): Promise<Result<ModelMade>> {
  const found = await lockedVersion(context, command.model, problem('model-answers-already'))
  if (!found.ok) return found
  const can = canWithdrawModel(found.value, context.today)
  if (!can.ok) return can
  await saveWithdrawal(context, found.value.id, command.reason)
  return ok({ model: command.model })
}

/** The version, once nobody else works on versions; nothing becomes of the shipped model, which `ofShipped` says why. */
async function lockedVersion(context: Context, name: string, ofShipped: Problem): Promise<Result<StoredVersion>> {
  await lockModels(context)
  const may = mayAct(context, modelKeepers)
  if (!may.ok) return may
  if (name === shippedModel().name) return fail(ofShipped)
  const version = await findVersion(context, name)
  return version === null ? fail(problem('not-found')) : ok(version)
}

async function nowOf(context: Context): Promise<ModelNow> {
  return { today: context.today, inForce: (await modelInForce(context)).name }
}
