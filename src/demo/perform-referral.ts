import { problem } from '../kernel/problem.ts'
import { fail, type Result } from '../kernel/result.ts'
import { assessPerson } from '../modules/assessment/index.ts'
import {
  abstainFromReferral,
  decideExtension,
  decideReferral,
  holdPlanningTalk,
  interruptService,
} from '../modules/decision/index.ts'
import { changeProvider, chooseProvider, nameAdviser } from '../modules/market/index.ts'
import { giveProfilingNotice } from '../modules/registration/index.ts'
import type { PersonAct } from '../simulation/script.ts'
import { act, type Handler, type Playing, providerOf } from './playing.ts'

/** The acts from the notice about profiling to the choice of provider, and those that lengthen or end the service. */
export const referralActs = {
  tell: (playing, { channel }) =>
    act(playing, 'giveProfilingNotice', (context) =>
      giveProfilingNotice(context, { caseId: playing.played.caseId, channel }),
    ),
  assess: (playing, { reason }) =>
    act(playing, 'assessPerson', (context) => assessPerson(context, { caseId: playing.played.caseId, reason })),
  talk: (playing, { mode, available, notes }) =>
    act(playing, 'holdPlanningTalk', (context) =>
      holdPlanningTalk(context, { caseId: playing.played.caseId, heldOn: playing.step.on, mode, available, notes }),
    ),
  refer: (playing, { reason, level }) =>
    act(playing, 'decideReferral', (context) =>
      decideReferral(context, { caseId: playing.played.caseId, reason, level }),
    ),
  abstain: (playing, { code, text }) =>
    act(playing, 'abstainFromReferral', (context) =>
      abstainFromReferral(context, { caseId: playing.played.caseId, code, ...(text === null ? {} : { text }) }),
    ),
  choose: (playing, input) => takeFirst(playing, input, false),
  change: (playing, input) => takeFirst(playing, input, true),
  'name-adviser': async (playing) => {
    const userId = (await providerOf(playing))?.adviser.userId
    if (!userId) return fail(problem('not-found'))
    return act(playing, 'nameAdviser', (context) => nameAdviser(context, { caseId: playing.played.caseId, userId }))
  },
  extend: (playing, { reason }) =>
    act(playing, 'decideExtension', (context) => decideExtension(context, { caseId: playing.played.caseId, reason })),
  interrupt: (playing, { lastDay, cause, reason }) =>
    act(playing, 'interruptService', (context) =>
      interruptService(context, {
        caseId: playing.played.caseId,
        lastDay,
        cause,
        ...(reason === null ? {} : { reason }),
      }),
    ),
} satisfies { readonly [A in PersonAct['act']]?: Handler<A> }

/** Tries the person's wishes in order until one has a place. */
async function takeFirst(
  playing: Playing,
  input: Extract<PersonAct, { act: 'choose' | 'change' }>,
  isChange: boolean,
): Promise<Result<unknown>> {
  let result: Result<unknown> = fail(problem('not-found'))
  for (const option of input.options) {
    const contractId = playing.cast.contracts.get(option.contract)
    const addressId = playing.cast.addresses.get(option.address)
    if (contractId === undefined || addressId === undefined) throw new Error(`${option.contract} is not on the stage`)
    const command = { caseId: playing.played.caseId, contractId, addressId, motives: input.motives }
    result = isChange
      ? await act(playing, 'changeProvider', (context) => changeProvider(context, command))
      : await act(playing, 'chooseProvider', (context) => chooseProvider(context, command))
    if (result.ok) break
  }
  playing.played.spells = null
  return result
}
