import type { Day } from '../kernel/day.ts'
import { shippedModel } from '../modules/assessment/index.ts'
import type { Pool } from '../platform/database.ts'
import type { Subscriptions } from '../platform/events.ts'
import type { Log } from '../platform/log.ts'
import type { Sweep } from '../platform/sweeps.ts'
import { countSteps, script } from '../simulation/behaviour.ts'
import { stockDay } from '../simulation/course.ts'
import { market, marketDay } from '../simulation/market.ts'
import { population } from '../simulation/population.ts'
import { enterApplicants } from './enter-applicants.ts'
import { enterBudget } from './enter-budget.ts'
import { enterVacancies } from './enter-vacancies.ts'
import { enterWaivers } from './enter-waivers.ts'
import { enterNewcomers } from './newcomers.ts'
import { type Playbill, play } from './play.ts'
import { setStage } from './set-stage.ts'

export { canaries } from '../simulation/canaries.ts'
export type { Playbill } from './play.ts'
export { enterOnlyAdministrator } from './set-stage.ts'
export { storyOf } from './stories.ts'

/** The domain's day when the demo is over (house section 4). */
export const demoDay: Day = stockDay

export interface DemoParts {
  /** The app's restricted pool: everything that people do is played through it. */
  readonly appPool: Pool
  /** The owner's pool, for calendar duties and accounts. */
  readonly ownerPool: Pool
  readonly subscriptions: Subscriptions
  readonly daily: readonly Sweep[]
  readonly weekly: readonly Sweep[]
  readonly monthly: readonly Sweep[]
  readonly last: readonly Sweep[]
  /** About how many people are registered; a fifth are or were participants. */
  readonly people: number
  readonly seed: string
  readonly log: Log
  /** Told now and then, from 0 to 1. */
  readonly progress: (share: number) => void
}

/**
 * Fills an empty, migrated database with the demo world: sets the stage and plays a year of history through the modules'
 * doors (house section 4). The delivery areas must be there. The same seed and number give the same world.
 */
export async function playDemo(parts: DemoParts): Promise<Playbill> {
  const { appPool, ownerPool, subscriptions, seed, people, log } = parts
  const stage = { appPool, ownerPool, subscriptions }
  const providers = market(seed)
  const cast = await setStage(stage, providers)
  await enterBudget(stage, { on: marketDay, at: '08:00' }, cast)
  const { scorer } = shippedModel()
  const everyone = population(seed, people, scorer)
  const days = script(seed, { people: everyone.people, providers, scorer })
  const steps = countSteps(days)
  const progress = (done: number) => parts.progress(Math.min(1, done / Math.max(1, steps)))
  const bill = await play({
    stage,
    cast,
    days,
    daily: parts.daily,
    weekly: parts.weekly,
    monthly: parts.monthly,
    last: parts.last,
    log,
    progress,
  })
  await enterNewcomers(stage, everyone.notRegistered)
  await enterApplicants(stage, cast)
  await enterWaivers(stage, cast)
  await enterVacancies(stage, { on: demoDay, at: '08:00' }, cast)
  return bill
}
