import { atTime } from '../../kernel/instant.ts'
import type { Work } from '../../platform/context.ts'
import { actorsAlsoGet, type TestWorld } from '../../platform/testing.ts'

export { anApprovedReport } from '../delivery/testing.ts'

/** Jobs' own access to the world, as the queue has it. */
export function workOf(world: TestWorld): Work {
  const clock = async () => ({ today: world.today, now: atTime(world.today, '10:00') })
  return { pool: world.ownerPool, subscriptions: {}, clock }
}

// An approver of a test may approve anything of any office, unless the test is about the right itself.
actorsAlsoGet('approver', (pool, userId) =>
  pool.query(
    `insert into compensation.payment_right (user_id, office_id, limit_ore, valid_from, recorded_at)
     values ($1, null, 1000000000000, '2020-01-01', '2020-01-01')`,
    [userId],
  ),
)
