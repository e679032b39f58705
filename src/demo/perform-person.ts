import type { Result } from '../kernel/result.ts'
import type { PersonAct } from '../simulation/script.ts'
import { outcomeActs } from './perform-outcome.ts'
import { referralActs } from './perform-referral.ts'
import { serviceActs } from './perform-service.ts'
import type { Handler, Playing } from './playing.ts'

const handlers: { readonly [A in Exclude<PersonAct['act'], 'register'>]: Handler<A> } = {
  ...referralActs,
  ...serviceActs,
  ...outcomeActs,
}

/** Does what a step says about a registered person, through the door of the module that it belongs to. */
export function personAct(playing: Playing): Promise<Result<unknown>> {
  const { input } = playing.step
  if (input.act === 'register') throw new Error('a person is registered before anything else is done')
  return (handlers[input.act] as Handler<typeof input.act>)(playing, input as never)
}
