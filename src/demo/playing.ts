import { problem } from '../kernel/problem.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { placementsOf } from '../modules/market/index.ts'
import { findCase } from '../modules/registration/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { PersonAct, PersonStep } from '../simulation/script.ts'
import { type Cast, type Moment, must, type Played, type ProviderStaff, perform, type Stage } from './house.ts'

/** One step of the script about a person who is registered. */
export interface Playing {
  readonly stage: Stage
  readonly cast: Cast
  readonly step: PersonStep
  readonly played: Played
}

export type Handler<A extends PersonAct['act']> = (
  playing: Playing,
  input: Extract<PersonAct, { act: A }>,
) => Promise<Result<unknown>>

/** Runs a use case as whoever the step says. Problem: `not-found` where the script asks for somebody who is not there. */
export async function act<T>(
  playing: Playing,
  operation: string,
  body: (context: Context) => Promise<Result<T>>,
): Promise<Result<T>> {
  const actor = await actorFor(playing)
  if (actor === null) return fail(problem('not-found', { values: { who: playing.step.who } }))
  return perform(playing.stage, playing.step, { actor, operation, body })
}

async function actorFor(playing: Playing): Promise<Actor | null> {
  const { who } = playing.step
  if (who === 'self') return playing.played.self
  if (who === 'caseworker') return caseworkerOf({ ...playing, moment: playing.step })
  return (await providerOf(playing))?.adviser ?? null
}

/** The caseworker who answers for the case; null when none does. */
export async function caseworkerOf(about: {
  readonly stage: Stage
  readonly cast: Cast
  readonly moment: Moment
  readonly played: Played
}): Promise<Actor | null> {
  const { stage, cast, moment, played } = about
  if (played.caseworker === null) {
    const head = await must(stage, moment, {
      operation: 'findCase',
      body: async (context) => ok(await findCase(context, played.caseId)),
    })
    played.caseworker = head?.caseworkerId ? (cast.caseworkers.get(head.caseworkerId) ?? null) : null
  }
  return played.caseworker
}

/** The provider that the participant is with, or was with last; the nearest-provider rule may have found it. */
export async function providerOf({ stage, cast, step, played }: Playing): Promise<ProviderStaff | null> {
  played.spells ??= await must(stage, step, {
    operation: 'placementsOf',
    body: async (context) => ok(await placementsOf(context, played.caseId)),
  })
  const begun = played.spells.filter((spell) => spell.firstDay <= step.on)
  const id = (begun.at(-1) ?? played.spells.at(-1))?.providerId
  return [...cast.providers.values()].find((provider) => provider.organisationId === id) ?? null
}
