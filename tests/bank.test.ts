import assert from 'node:assert/strict'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Bank, openBank } from './bank/bank.ts'
import { type BrittleServer, openServer } from './bank/brittle-server.ts'
import { type Deed, planOf, type Told } from './bank/clients.ts'

const clients = 50
const deedsOfClient = 8

/**
 * The bank test: fifty clients post, correct, return, pay and undo at once through the doors of the ledger, on few contracts so that
 * they meet. Their connections are cut at random and the database is broken off in the middle and started again. Whoever hears nothing
 * asks again with the same keys. What was answered must be there, once; at every moment all postings sum to nothing.
 */
describe('fifty clients at the books at once', () => {
  let folder: string
  let server: BrittleServer
  let bank: Bank
  const plans: readonly (readonly Deed[])[] = Array.from({ length: clients }, (_, index) =>
    planOf(index, deedsOfClient),
  )
  const told: Told[] = []

  before(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'krom-bank-')), 'data')
    server = await openServer(folder)
    bank = await openBank(server)
  })
  after(async () => {
    await server.close()
    rmdirSync(join(folder, '..'))
  })

  test('all are answered, though connections are cut and the database is broken off', async () => {
    const total = plans.flat().length
    let looked = 0
    const interfere = async (answers: number) => {
      if (answers % 25 === 0) await server.cutConnections(answers, 5)
      if (answers % 60 === 0) {
        assert.deepEqual(await bank.imbalances(), [])
        await bank.seal()
        looked += 1
      }
      if (answers === Math.floor(total / 2)) await server.breakOff()
    }
    await Promise.all(
      plans.map(async (plan) => {
        for (const deed of plan) {
          const answer = await bank.ask(deed)
          await interfere(told.push(answer))
        }
      }),
    )
    assert.equal(told.length, total)
    assert.equal(server.restarts, 1)
    assert.ok(server.cut > 20, `only ${server.cut} connections were cut`)
    assert.ok(server.retries > 5, `only ${server.retries} deeds were asked again`)
    assert.ok(looked > 3, `the books were looked at ${looked} times only`)
  })

  test('what was answered with success is there once, and what was refused is not there at all', async () => {
    const booked = told.filter((each) => each.refusal === null)
    assert.ok(booked.length >= clients * 6, `only ${booked.length} deeds were done`)
    const entries = await bank.entries()
    const byKey = Map.groupBy(entries, (each) => each.key)
    for (const { deed, transactionId } of booked)
      assert.deepEqual(
        byKey.get(deed.key)?.map((each) => each.id),
        [transactionId],
        `${deed.what} ${deed.key}`,
      )
    assert.equal(entries.length, booked.length, 'nothing but what was answered')
    const refused = told.filter((each) => each.refusal !== null)
    assert.ok(refused.length >= clients, `only ${refused.length} deeds were refused`)
    for (const { deed, refusal } of refused) {
      assert.equal(refusal, deed.refusal, `${deed.what} was refused`)
      assert.equal(byKey.get(deed.key), undefined)
    }
  })

  test('every statement owes what its own history says, and all of it sums to nothing', async () => {
    const owed = new Map<string, number>()
    for (const { deed, refusal } of told)
      if (refusal === null) owed.set(deed.statementId, (owed.get(deed.statementId) ?? 0) + deed.changeOre)
    assert.deepEqual(await bank.owed(), new Map([...owed].sort()))
    assert.deepEqual(await bank.imbalances(), [])
  })

  test('every seal and every posting fits', async () => {
    const verdict = await bank.verdict()
    assert.deepEqual(verdict.faults, [])
    assert.deepEqual([verdict.unsealed, verdict.sealed > told.length / 2], [0, true])
  })
})
