import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { must } from '../../kernel/result.ts'
import type { TestWorld } from '../../platform/testing.ts'
import type { LogImportReply } from './contract/log-imports.ts'
import { deviationDrafts } from './deviation-drafts.ts'
import { importLog } from './import-log.ts'
import { correctActivity } from './log-activity.ts'
import { readLogFile } from './log-file.ts'
import { aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

type Row = Record<string, unknown>
type Served = Awaited<ReturnType<typeof aServed>>

describe("a provider's own log is taken in", () => {
  let world: TestWorld
  let provider: Staffed
  let served: Served
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    served = await aServed(world, provider)
    world.today = day('2022-09-15')
  })
  after(() => world.drop())

  const send = (rows: readonly Row[], actor = provider.coordinator): Promise<LogImportReply> =>
    world.must(actor, (context) => {
      const sent = rows.map((values, index) => ({ row: index + 1, values }))
      return importLog(context, { rows: sent, name: 'prov', how: 'api', language: 'sv' })
    })
  const activity = (externalId: string, more: Row = {}): Row => ({
    kind: 'activity',
    externalId,
    caseId: served.caseId,
    onDay: '2022-09-12',
    code: 'practical-support',
    hours: 2,
    mode: 'physical',
    withWhom: 'adviser',
    ...more,
  })
  const meeting = (externalId: string, more: Row = {}): Row => ({
    kind: 'meeting',
    externalId,
    caseId: served.caseId,
    startsAt: '2022-09-13T11:00:00+02:00',
    minutes: 45,
    mode: 'physical',
    ...more,
  })
  const only = ({ results }: LogImportReply) => results[0] ?? assert.fail('one result')
  const codes = ({ problems }: LogImportReply) => problems.map(({ row, field, code }) => [row, field, code])
  const entries = () =>
    world.rows<{ id: string; hours: string; withdrawn: boolean; replaces: string | null }>(
      'select id, hours, withdrawn, replaces from delivery.activity_entry where case_id = $1 order by recorded_at, id',
      [served.caseId],
    )

  test('the same row again changes nothing, a changed one replaces what it said', async () => {
    const first = only(await send([activity('a-1')]))
    assert.equal(first.outcome, 'accepted')
    assert.deepEqual(only(await send([activity('a-1')])), { ...first, outcome: 'unchanged', warnings: [] })
    assert.equal((await entries()).length, 1)
    const changed = only(await send([activity('a-1', { hours: 3 })]))
    assert.equal(changed.outcome, 'updated')
    const stored = await entries()
    assert.deepEqual([stored.length, stored[1]?.replaces, Number(stored[1]?.hours)], [2, first.id, 3])
    const back = only(await send([activity('a-1')]))
    assert.equal(back.outcome, 'updated', 'what was said first and is said again is a change too')
  })

  test('who came partly is said with the minutes away, and a long absence waits as a draft of a report', async () => {
    const partly = { came: 'partly', reason: 'work' }
    const { problems, accepted } = await send([
      activity('partly-1', { ...partly, minutesAway: 45 }),
      meeting('partly-2', { ...partly, startsAt: '2022-09-12T15:00:00+02:00', minutesAway: 20 }),
      meeting('partly-3', { ...partly, startsAt: '2022-09-12T16:00:00+02:00', minutesAway: 60 }),
      activity('partly-4', { ...partly, minutesAway: 0 }),
    ])
    assert.equal(accepted, 2)
    assert.deepEqual(
      problems.map(({ row, field, code }) => [row, field, code]),
      [
        [3, 'minutesAway', 'minutes-away-impossible'],
        [4, 'minutesAway', 'field-not-valid'],
      ],
    )
    const { items } = await world.must(served.adviser, (context) => deviationDrafts(context, { whose: 'all' }))
    assert.deepEqual(items.map((draft) => draft.minutesAway).sort(), [20, 45])
  })

  test('what the screen corrected meanwhile is corrected on, and what it withdrew is not brought back', async () => {
    const { id } = only(await send([activity('a-2', { onDay: '2022-09-14' })]))
    const facts = {
      onDay: day('2022-09-14'),
      code: 'language',
      hours: 1,
      mode: 'physical',
      withWhom: 'adviser',
    } as const
    const screen = await world.must(served.adviser, (context) =>
      correctActivity(context, { entryId: id ?? '', ...facts }),
    )
    const later = only(await send([activity('a-2', { onDay: '2022-09-14', hours: 4 })]))
    const [row] = await world.rows<{ replaces: string }>('select replaces from delivery.activity_entry where id = $1', [
      later.id,
    ])
    assert.deepEqual([later.outcome, row?.replaces], ['updated', screen.id])
    await world.must(served.adviser, (context) =>
      correctActivity(context, { entryId: later.id ?? '', withdrawn: true, note: 'Fel person' }),
    )
    assert.deepEqual(codes(await send([activity('a-2', { onDay: '2022-09-14', hours: 5 })])), [
      [1, null, 'changed-meanwhile'],
    ])
  })

  test('an activity that was logged by mistake is withdrawn by its key alone', async () => {
    await send([activity('a-3')])
    const withdrawn = { kind: 'activity', externalId: 'a-3', withdrawn: true, note: 'Dubbelt' }
    assert.equal(only(await send([withdrawn])).outcome, 'updated')
    assert.equal(only(await send([withdrawn])).outcome, 'unchanged')
    assert.deepEqual(codes(await send([{ ...withdrawn, externalId: 'a-99' }])), [[1, 'externalId', 'not-found']])
  })

  test('a meeting is planned, moved, held and corrected under one key', async () => {
    const planned = only(await send([meeting('m-1', { startsAt: '2022-09-20T09:00:00Z' })]))
    const moved = only(await send([meeting('m-1', { startsAt: '2022-09-21T09:00:00Z' })]))
    assert.deepEqual([planned.outcome, moved.outcome], ['accepted', 'updated'])
    assert.notEqual(moved.id, planned.id)
    world.today = day('2022-09-22')
    const held = { startsAt: '2022-09-21T09:00:00Z', came: 'yes', progress: 'Sökte två jobb.' }
    assert.equal(only(await send([meeting('m-1', held)])).outcome, 'updated')
    assert.equal(
      only(await send([meeting('m-1', { ...held, came: 'no', tookPlace: false, reason: 'sick' })])).id,
      moved.id,
    )
    const attended = await world.rows<{ came: string; replaces: string | null }>(
      'select came, replaces from delivery.attendance where meeting_id = $1 order by recorded_at, id',
      [moved.id],
    )
    assert.deepEqual(
      attended.map((each) => [each.came, each.replaces === null]),
      [
        ['yes', true],
        ['no', false],
      ],
    )
    const late = codes(await send([meeting('m-1', { ...held, startsAt: '2022-09-26T09:00:00Z' })]))
    assert.deepEqual(late, [[1, null, 'already-recorded']])
  })

  test('a meeting that was held without being planned goes in whole', async () => {
    const { outcome, id } = only(await send([meeting('m-2', { came: 'yes' })]))
    const [stored] = await world.rows<{ held: boolean }>('select held from delivery.v_meeting where meeting_id = $1', [
      id,
    ])
    assert.deepEqual([outcome, stored?.held], ['accepted', true])
  })

  test('a participant is known by the own key once it has been told', async () => {
    const { caseId: _, ...nameless } = activity('p-1', { participant: 'KUND 7', onDay: '2022-09-16' })
    assert.deepEqual(codes(await send([nameless])), [[1, 'participant', 'participant-unknown']])
    await send([activity('p-2', { participant: 'KUND 7', onDay: '2022-09-16' })])
    assert.equal(only(await send([nameless])).outcome, 'accepted')
    const { participant: __, ...nobody } = nameless
    assert.deepEqual(codes(await send([{ ...nobody, externalId: 'p-3' }])), [[1, 'caseId', 'participant-not-named']])
  })

  test('bad rows are refused one by one with field, cause and cure, and the others go in', async () => {
    const stranger = await aServed(world, await aStaffedProvider(world, 'Provbolaget'))
    const hidden = await aServed(world, provider, { protection: 'secrecy-mark' })
    const reply = await send([
      activity('b-1', { hours: 'två' }),
      activity('b-2', { code: 'therapy' }),
      activity('b-3', { caseId: stranger.caseId }),
      activity('b-4', { caseId: hidden.caseId }),
      activity('b-5', { onDay: '2022-12-01' }),
      activity('a-1', { caseId: stranger.caseId }),
      { kind: 'coffee', externalId: 'b-6' },
      meeting('b-7', { startsAt: '2022-09-13T13:00:00Z', minutes: 600, came: 'yes' }),
      activity('b-8', { pris: 100 }),
      activity('b-9', { onDay: '2022-09-19' }),
    ])
    assert.deepEqual([reply.rows, reply.accepted, reply.refused], [10, 1, 9])
    assert.equal(reply.results.at(-1)?.outcome, 'accepted')
    const told = new Map(reply.problems.map((each) => [each.externalId, each]))
    const coded = Object.fromEntries([...told].map(([key, { code, field }]) => [key, `${code} ${field}`]))
    assert.equal(coded['b-1'], 'field-not-valid hours')
    assert.equal(coded['b-2'], 'activity-forbidden code')
    assert.equal(coded['b-3'], 'not-found caseId')
    assert.equal(coded['b-4'], 'not-found caseId')
    assert.equal(coded['b-5'], 'in-the-future onDay')
    assert.equal(coded['a-1'], 'not-found caseId')
    assert.equal(coded['b-6'], 'field-not-valid kind')
    assert.equal(coded['b-7'], 'field-not-valid minutes')
    assert.equal(coded['b-8'], 'field-not-valid body')
    assert.ok(told.get('b-2')?.cure)
  })

  test('a key that stands for one row is not taken for another', async () => {
    assert.deepEqual(codes(await send([meeting('a-1', { came: 'yes' })])), [[1, 'externalId', 'external-id-taken']])
  })

  test('only staff of a provider send a log', async () => {
    const refused = await world.as(world.caseworker, (context) =>
      importLog(context, { rows: [], name: '', how: 'api', language: 'sv' }),
    )
    assert.ok(!refused.ok && refused.problem.code === 'not-allowed')
  })
})

describe('a file of the log', () => {
  const rowsOf = (text: string | Buffer) => must(readLogFile(Buffer.from(text as string)))
  const refusal = (text: string) => {
    const read = readLogFile(Buffer.from(text))
    return read.ok ? 'ok' : read.problem.code
  }

  test('is read as Swedish spreadsheets write it', () => {
    const [row] = rowsOf(
      'externalId;kind;startsAt;minutes;hours;individual;came;minutesAway;progress\nm-1;meeting;2022-09-13 11:00;45;1,5;ja;delvis;20;"Två ""jobb""; bra"\n',
    )
    assert.deepEqual(row?.values, {
      externalId: 'm-1',
      kind: 'meeting',
      startsAt: '2022-09-13T09:00:00.000Z',
      minutes: 45,
      hours: 1.5,
      individual: true,
      came: 'partly',
      minutesAway: 20,
      progress: 'Två "jobb"; bra',
    })
    assert.equal(row?.row, 2)
    const [seconds] = rowsOf('externalId;kind;startsAt\nm-1;meeting;2022-09-13 11:00:00\n')
    assert.equal(seconds?.values.startsAt, '2022-09-13T09:00:00.000Z')
  })

  test('is read with commas and in the older encoding too', () => {
    const latin = Buffer.from('kind,externalid,place\nmeeting,m-1,Sj\xf6gatan\n', 'latin1')
    assert.deepEqual(must(readLogFile(latin))[0]?.values, { kind: 'meeting', externalId: 'm-1', place: 'Sjögatan' })
  })

  test('is refused whole when its first line cannot be trusted, or it is too long', () => {
    assert.equal(refusal(''), 'empty-file')
    assert.equal(refusal('kind;date\n'), 'missing-column')
    assert.equal(refusal('kind;externalId;personnummer\n'), 'unknown-column')
    assert.equal(refusal('kind;externalId;kind\n'), 'repeated-column')
    assert.equal(refusal(`kind;externalId\n${'activity;x\n'.repeat(1001)}`), 'too-many-rows')
    assert.equal(rowsOf('kind;externalId\nactivity;"x\n')[0]?.broken, true)
  })
})
