import { randomUUID } from 'node:crypto'
import type { Day } from '../../src/kernel/day.ts'
import type { CaseId } from '../../src/kernel/ids.ts'
import { instant } from '../../src/kernel/instant.ts'
import { logAttendance, planSession } from '../../src/modules/delivery/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { TestWorld } from '../../src/platform/testing.ts'

/** A session that the participant was away from, and one to come. */
export async function theSessions(
  world: TestWorld,
  { caseId, adviser }: { readonly caseId: CaseId; readonly adviser: Actor },
  { planned, logged }: { readonly planned: Day; readonly logged: Day },
) {
  const plan = (startsAt: string) =>
    world.must(adviser, (context) =>
      planSession(context, {
        caseIds: [caseId],
        startsAt: instant(startsAt),
        minutes: 60,
        code: 'practical-support',
        mode: 'physical',
      }),
    )
  world.today = planned
  await plan('2021-09-22T12:00:00.000Z')
  const { sessions } = await plan('2022-03-15T12:00:00.000Z')
  world.today = logged
  const [missed] = await world.rows<{ id: string }>(
    'select id from delivery.booking where case_id = $1 order by starts_at',
    [caseId],
  )
  const subjectId = randomUUID()
  const entry = { entryId: subjectId, kind: 'session', id: missed?.id ?? '', came: 'no', tookPlace: false } as const
  await world.must(adviser, (context) => logAttendance(context, { entries: [{ ...entry, reason: 'work' }] }))
  return { sessionId: sessions[0]?.sessionId ?? '', subjectId }
}
