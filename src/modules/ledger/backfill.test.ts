import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { day, month } from '../../kernel/day.ts'
import type { CaseId, ContractId, OrganisationId, StatementId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { migrationFiles } from '../../platform/migrate.ts'
import { newId } from '../../platform/new-id.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { type TestLine, type TestStatement, writeReturn, writeStatement } from '../compensation/testing.ts'
import { sealLedger, verifyLedger } from './index.ts'

let world: TestWorld
before(async () => {
  world = await testWorld()
})
after(() => world.drop())

test('a house with statements from before there were books gets them posted in the order in which they happened', async () => {
  const provider = { providerId: newId<OrganisationId>(), contractId: newId<ContractId>() }
  const caseId = newId<CaseId>()
  const stated = async (on: string, of: string, lines: readonly TestLine[]): Promise<TestStatement> => {
    const statement = { statementId: newId<StatementId>(), ...provider, month: month(of), lines }
    world.today = day(on)
    await world.must(systemActor, async (context) => ok(await writeStatement(context, statement)))
    return statement
  }
  await stated('2022-03-11', '2022-02', [{ caseId, amountOre: 121_000 }])
  const wrong = await stated('2022-05-11', '2022-04', [{ caseId, amountOre: -121_000, of: '2022-02' }])
  world.today = day('2022-05-12')
  await world.must(systemActor, async (context) => ok(await writeReturn(context, wrong)))
  await stated('2022-05-13', '2022-04', [{ caseId, amountOre: -21_000, of: '2022-02' }])
  await world.rows('drop schema ledger cascade')
  for (const file of migrationFiles().filter((each) => each.includes('/ledger/')))
    await world.rows(readFileSync(file, 'utf8'))
  const rows = await world.rows<{ what: string; period: string; amount_ore: number }>(
    'select what, period, amount_ore from ledger.v_transaction order by recorded_at, step',
  )
  assert.deepEqual(
    rows.map((each) => [each.what, each.period, each.amount_ore]),
    [
      ['statement', '2022-02', 121_000],
      ['statement', '2022-04', -121_000],
      ['return', '2022-04', -121_000],
      ['statement', '2022-04', -21_000],
    ],
  )
  const periods = await world.rows<{ month: string }>('select month from ledger.v_period order by month')
  assert.deepEqual(
    periods.map((each) => each.month),
    ['2022-02', '2022-03', '2022-04'],
  )
  await sealLedger(world.ownerPool)
  assert.deepEqual((await verifyLedger(world.ownerPool)).faults, [])
})
