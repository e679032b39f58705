import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DemoHouse } from './demo-house.ts'
import { testRole, visiting } from './every-page.ts'

const roles = ['provider', 'approver', 'municipality', 'analyst'] as const

describe('every page and state of providers and the rest of the staff', () => {
  const visit = visiting()

  for (const role of roles) testRole(role, visit)

  test('of staff for whom nothing waits is free of faults', async () => {
    const { house, page, look } = visit()
    const faults: string[] = []
    for (const [role, addresses] of [
      ['caseworker', ['/app/caseworker', '/app/caseworker/cases']],
      ['coordinator', ['/app/provider', '/app/provider/reports', '/app/provider/money', '/app/provider/contracts']],
    ] as const) {
      await house.letIn(page, await aNewcomer(house, role))
      for (const address of addresses) faults.push(...(await look(address)))
    }
    assert.deepEqual(faults, [])
  })
})

/** Somebody who began today: at an office without cases, or at a provider without participants. */
async function aNewcomer(house: DemoHouse, role: 'caseworker' | 'coordinator'): Promise<string> {
  const [made] = await house.rows<{ id: string }>(
    `with o as (insert into platform.organisation (id, kind, name) values (uuidv7(), $2, 'Nya ' || $1) returning id),
          u as (insert into platform.user_account (id, subject, display_name) values (uuidv7(), 'new|' || $1, 'Ny ' || $1) returning id)
     insert into platform.duty (user_id, role, organisation_id, valid_from) select u.id, $1, o.id, '2020-01-01' from u, o
     returning user_id as id`,
    [role, role === 'caseworker' ? 'authority' : 'provider'],
  )
  assert.ok(made)
  return made.id
}
