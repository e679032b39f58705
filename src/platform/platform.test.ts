import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { PersonId } from '../kernel/ids.ts'
import { problem } from '../kernel/problem.ts'
import { fail, ok } from '../kernel/result.ts'
import { endAccess, grantAccess } from './access.ts'
import { sealAudit, verifyAudit } from './audit-seal.ts'
import { newId } from './new-id.ts'
import { closeTask, openTask } from './tasks.ts'
import { type TestWorld, testWorld } from './testing.ts'

describe('the plumbing', () => {
  let world: TestWorld
  before(async () => {
    world = await testWorld()
  })
  after(() => world.drop())

  test('a refused act leaves nothing behind and no audit row', async () => {
    const personId = newId<PersonId>()
    const before = (await world.rows('select 1 from platform.audit_entry')).length
    await world.as(world.caseworker, async (context) => {
      context.wrotePerson(personId)
      await openTask(context, {
        kind: 'refused',
        subjectId: personId,
        why: { code: 'x' },
        dueOn: context.today,
        for: { userId: world.caseworker.userId },
      })
      return fail(problem('not-allowed'))
    })
    assert.equal((await world.rows("select 1 from platform.task where kind = 'refused'")).length, 0)
    assert.equal((await world.rows('select 1 from platform.audit_entry')).length, before)
  })

  test('a saved act has one audit row that names the persons and the purpose', async () => {
    const personId = newId<PersonId>()
    await world.must(world.caseworker, async (context) => {
      context.readPerson(personId)
      return ok(null)
    })
    const rows = await world.rows<{ person_ids: string[]; wrote: boolean; role: string }>(
      'select person_ids::text[], wrote, role from platform.audit_entry where $1 = any (person_ids)',
      [personId],
    )
    assert.deepEqual(rows, [{ person_ids: [personId], wrote: false, role: 'caseworker' }])
  })

  test('the seal finds a changed, a removed and an added row', async () => {
    await sealEverything(world)
    const clean = await verifyAudit(world.ownerPool)
    assert.deepEqual(clean.broken, [])
    assert.ok(clean.sealedEntries > 0)
    await world.rows(
      "update platform.audit_entry set purpose = purpose || '.' where id = (select id from platform.audit_entry limit 1)",
    )
    assert.deepEqual((await verifyAudit(world.ownerPool)).broken, [{ number: 1, because: 'entries-changed' }])
    await world.rows("update platform.audit_entry set purpose = rtrim(purpose, '.')")
    assert.deepEqual((await verifyAudit(world.ownerPool)).broken, [])
    await world.rows('delete from platform.audit_entry where id = (select id from platform.audit_entry limit 1)')
    assert.equal((await verifyAudit(world.ownerPool)).broken.length, 1)
  })

  test('the same work item is open once and can be opened again when closed', async () => {
    const subjectId = newId<PersonId>()
    const item = {
      kind: 'twice',
      subjectId,
      why: { code: 'x' },
      dueOn: world.today,
      for: { userId: world.caseworker.userId },
    }
    await world.must(world.caseworker, async (context) => {
      await openTask(context, item)
      await openTask(context, item)
      return ok(null)
    })
    assert.equal((await world.rows("select 1 from platform.task where kind = 'twice'")).length, 1)
    await world.must(world.caseworker, async (context) => {
      await closeTask(context, item)
      await openTask(context, item)
      return ok(null)
    })
    assert.equal((await world.rows("select 1 from platform.task where kind = 'twice' and closed_at is null")).length, 1)
  })

  test('having seen one person opens nobody else, and ended access closes at once', async () => {
    const [seen, other] = [newId<PersonId>(), newId<PersonId>()]
    const ground = 'public-duty'
    const sees = await world.must(world.caseworker, async (context) => {
      const letter = (personId: PersonId) =>
        sql`insert into platform.letter (kind, person_id, case_id, language, title, html, sha256, frozen_at)
            values ('x', ${personId}, ${personId}, 'sv', 't', 'h', '\\x00', ${context.now})`.execute(context.db)
      const rows = async () => {
        const found = await sql<{ person_id: PersonId }>`
          select person_id from platform.letter where person_id in (${seen}, ${other}) order by person_id`.execute(
          context.db,
        )
        return found.rows.map((row) => row.person_id)
      }
      for (const personId of [seen, other]) {
        await grantAccess(context, { personId, holder: world.authority, ground, from: context.today })
        await letter(personId)
      }
      const both = await rows()
      await endAccess(context, { personId: other, holder: world.authority, ground, to: context.today })
      const one = await rows()
      await endAccess(context, { personId: seen, holder: world.authority, ground, to: context.today })
      return ok({ both, one, none: await rows() })
    })
    assert.deepEqual(sees, { both: [seen, other].sort(), one: [seen], none: [] })
  })

  test('a letter of a person without access is neither written nor read', async () => {
    const personId = newId<PersonId>()
    const insert = (seen: boolean) =>
      world.as(world.caseworker, async (context) => {
        if (seen)
          await grantAccess(context, { personId, holder: world.authority, ground: 'public-duty', from: context.today })
        await sql`insert into platform.letter (kind, person_id, case_id, language, title, html, sha256, frozen_at)
                  values ('x', ${personId}, ${personId}, 'sv', 't', 'h', '\\x00', ${context.now})`.execute(context.db)
        return ok(null)
      })
    await assert.rejects(insert(false), /row-level security/)
    await insert(true)
    const provider = await world.anActor('adviser', {
      organisationId: await world.anOrganisation('provider', 'Provbolaget'),
    })
    const seen = await world.must(provider, async (context) =>
      ok((await sql`select 1 from platform.letter`.execute(context.db)).rows.length),
    )
    assert.equal(seen, 0)
  })
})

/** A transaction still open elsewhere on the shared server holds the seal back for a moment. */
async function sealEverything(world: TestWorld): Promise<void> {
  do await sealAudit(world.ownerPool)
  while ((await verifyAudit(world.ownerPool)).unsealedEntries > 0)
}
