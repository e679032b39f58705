import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day, month } from '../../kernel/day.ts'
import type { StatementId } from '../../kernel/ids.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { aProvider, type TestProvider } from '../market/testing.ts'
import { aParticipant, outcomesWorld } from '../outcomes/testing.ts'
import { exportExpected, exportLines, exportStatements } from './export-money.ts'
import { closeMonth } from './index.ts'
import { anApprovedReport, workOf } from './testing.ts'

describe('money as files, in a database', () => {
  let world: TestWorld
  let provider: TestProvider
  let other: TestProvider
  let statementId: StatementId

  before(async () => {
    ;({ world } = await outcomesWorld('2022-04-04'))
    provider = await aProvider(world, { name: '=Stigen; AB' })
    other = await aProvider(world, { name: 'Bron AB' })
    const participant = await aParticipant(world, provider, { givenName: '+Prova' })
    await anApprovedReport(world, participant, provider, { month: '2022-04' })
    world.today = day('2022-05-11')
    await closeMonth(workOf(world), { month: month('2022-04') })
    const [made] = await world.rows<{ id: StatementId }>('select id from compensation.statement')
    assert.ok(made)
    statementId = made.id
  })
  after(() => world.drop())

  const rowsOf = (body: string | Buffer) => String(body).replace('\uFEFF', '').trimEnd().split('\r\n')
  const statements = async (actor: Actor) =>
    rowsOf((await world.must(actor, (c) => exportStatements(c, { format: 'csv' }, 'sv'))).body)

  test('the statements of the reader, amounts with a decimal comma and no formula let through', async () => {
    const [head, only, ...more] = await statements(world.approver)
    assert.equal(head, 'Månad;Leverantör;Leveransområde;Version;Läge;Rader;Belopp, kronor;Gjort')
    assert.equal(only, `2022-04;"'=Stigen; AB";FA15;1;Väntar på attest;1;443,67;2022-05-11`)
    assert.deepEqual(more, [])
    assert.equal((await statements(other.coordinator)).length, 1, 'only the headings')
  })

  test('the lines of a statement, to those who may read it', async () => {
    const lines = (actor: Actor) => world.as(actor, (c) => exportLines(c, statementId, 'csv', 'en'))
    const own = await lines(provider.coordinator)
    assert.ok(own.ok)
    const [, line] = rowsOf(own.value.body)
    assert.match(
      line ?? '',
      /^'\+Prova Exempelsson \d+;Base fee;2022-04;;A;443,67;443,67;0,00;compensation\.baseFeeOre/,
    )
    assert.equal(own.value.fileName, 'statement-2022-04.csv')
    const strange = await lines(other.coordinator)
    assert.equal(strange.ok ? null : strange.problem.code, 'not-found')
  })

  test('what is expected, with the reason in words; Excel is a zip archive', async () => {
    const csv = await world.must(provider.coordinator, (c) => exportExpected(c, 'csv', 'sv'))
    assert.match(rowsOf(csv.body)[1] ?? '', /Hålls upp;Godkänd planering saknas;1210,00;0,00$/)
    const excel = await world.must(provider.coordinator, (c) => exportExpected(c, 'xlsx', 'sv'))
    assert.equal(Buffer.from(excel.body).subarray(0, 2).toString(), 'PK')
    assert.equal(excel.fileName, 'väntas-2022-05.xlsx')
  })
})
