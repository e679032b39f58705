import { atTime } from '../../kernel/instant.ts'
import type { Work } from '../../platform/context.ts'
import type { TestWorld } from '../../platform/testing.ts'

export { anApprovedReport } from '../delivery/testing.ts'

/** Jobs' own access to the world, as the queue has it. */
export function workOf(world: TestWorld): Work {
  const clock = async () => ({ today: world.today, now: atTime(world.today, '10:00') })
  return { pool: world.ownerPool, subscriptions: {}, clock }
}
