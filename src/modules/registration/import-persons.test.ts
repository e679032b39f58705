import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { atTime } from '../../kernel/instant.ts'
import { must, ok } from '../../kernel/result.ts'
import type { Work } from '../../platform/context.ts'
import type { Subscriptions } from '../../platform/events.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { findCase } from './find-case.ts'
import { type ImportProgress, importPersons } from './import-persons.ts'
import { importProblems, problemsFile } from './import-reads.ts'
import { aNumber, anExtract, anExtractRow, layAreas, manyExtractRows } from './testing.ts'

let world: TestWorld
let work: Work
const changes: { fields: readonly string[] }[] = []
const subscriptions = {
  'person-changed': [async (_context: unknown, payload: { fields: string[] }) => void changes.push(payload)],
} as unknown as Subscriptions

before(async () => {
  world = await testWorld()
  await layAreas(world)
  const clock = async () => ({ today: world.today, now: atTime(world.today, '10:00') })
  work = { pool: world.ownerPool, subscriptions, clock }
})
after(() => world.drop())
beforeEach(async () => {
  changes.length = 0
  await world.ownerPool.query(
    'truncate registration.person, registration.case_file, registration.import_run, platform.access, platform.audit_entry cascade',
  )
})

const load = async (text: string, name = 'prov.csv') => must(await importPersons(work, { text, name }))

async function refusal(bytes: Uint8Array): Promise<string | null> {
  const result = await importPersons(work, { bytes, name: 'prov.csv' })
  return result.ok ? null : result.problem.code
}

const count = async (table: string): Promise<number> => {
  const [row] = await world.rows<{ rows: number }>(`select count(*) as rows from ${table}`)
  return row?.rows ?? 0
}

const problemsOf = (runId: string) =>
  world.must(world.administrator, async (context) => ok(await importProblems(context, runId, 'sv')))

test('good rows go in and three bad ones in ten are refused with line, column, reason, cause and cure', async () => {
  const file = join(import.meta.dirname, 'examples', 'persons.csv')
  const summary = must(await importPersons(work, { file }))
  const { runId, ...counts } = summary
  assert.deepEqual(counts, { rows: 10, accepted: 7, updated: 0, unchanged: 0, refused: 3 })
  const problems = await problemsOf(runId)
  assert.deepEqual(
    problems.map(({ text: _text, ...place }) => place),
    [
      { line: 5, column: 7, field: 'kommunkod', reason: 'unknown-municipality' },
      { line: 7, column: 14, field: 'inskriven_fran', reason: 'date-format' },
      { line: 10, column: 16, field: 'ssyk', reason: 'unknown-occupation' },
    ],
  )
  assert.match(problems[0]?.text ?? '', /ingen kommun med den koden.*1480 för Göteborg/)
  const text = problemsFile(problems, 'sv')
  assert.ok(text.startsWith('\uFEFFrad;kolumn;fält;orsak;text\r\n5;7;kommunkod;unknown-municipality;"'))
  assert.equal(text.split('\r\n').length, 5)
})

test('an imported person has a case, an office, a caseworker, an approximate home, and is seen by the authority', async () => {
  await load(anExtract([anExtractRow(0)]))
  const [row] = await world.rows<{ case_id: Parameters<typeof findCase>[1] }>(
    'select case_id from registration.case_file',
  )
  const head = await world.must(world.caseworker, async (context) =>
    ok(await findCase(context, row?.case_id ?? assert.fail())),
  )
  assert.equal(head?.name, 'Åsa Övningsén')
  assert.deepEqual([head?.officeId, head?.areaCode, head?.channel], [world.office, 'FA15', 'import'])
  assert.equal(head?.homeApproximate, true)
  assert.ok(head?.caseworkerId)
})

test('the same file twice changes nothing, however it is written', async () => {
  const rows = manyExtractRows(30)
  assert.equal((await load(anExtract(rows))).accepted, 30)
  const again = await load(anExtract(rows))
  assert.deepEqual([again.accepted, again.updated, again.unchanged], [0, 0, 30])
  const comma = anExtract(rows, { separator: ',', lineEnd: '\n' })
  const older = must(await importPersons(work, { bytes: Buffer.from(comma, 'latin1'), name: 'windows-1252.csv' }))
  assert.equal(older.unchanged, 30)
  const marked = must(await importPersons(work, { text: `\uFEFF${anExtract(rows)}`, name: 'bom.csv' }))
  assert.equal(marked.unchanged, 30)
  assert.equal(await count('registration.person_version'), 30)
})

test('a changed row is a new version, the old one stays, and what the extract does not tell is kept', async () => {
  await load(anExtract([anExtractRow(0), anExtractRow(1)]))
  await world.ownerPool.query("update registration.person_version set availability = 'partly', available_hours = 20")
  const changed = await load(anExtract([anExtractRow(0, { efternamn: 'Provberg' }), anExtractRow(1)]))
  assert.deepEqual([changed.accepted, changed.updated, changed.unchanged], [0, 1, 1])
  assert.deepEqual(
    changes.map((each) => each.fields),
    [['familyName']],
  )
  const versions = await world.rows<{ family_name: string; available_hours: number; first: boolean }>(
    `select family_name, available_hours, replaces is null as first from registration.person_version v
       join registration.person p using (person_id) where p.identity_number = $1 order by v.id`,
    [aNumber(0).replace('-', '')],
  )
  assert.deepEqual(versions, [
    { family_name: 'Övningsén', available_hours: 20, first: true },
    { family_name: 'Provberg', available_hours: 20, first: false },
  ])
})

test('one person twice in a file: word for word is unchanged, otherwise the first row holds', async () => {
  const twice = [anExtractRow(0), anExtractRow(1), anExtractRow(0), anExtractRow(1, { ssyk: '2512' })]
  const { runId, ...counts } = await load(anExtract(twice))
  assert.deepEqual(counts, { rows: 4, accepted: 2, updated: 0, unchanged: 1, refused: 1 })
  assert.deepEqual(
    (await problemsOf(runId)).map(({ line, reason }) => [line, reason]),
    [
      [4, 'same-row-twice'],
      [5, 'conflicts-with-earlier-row'],
    ],
  )
})

test('a protected row has no coordinates and is seen by its caseworker alone; protection may begin in a later file', async () => {
  await load(anExtract([anExtractRow(0, { skyddade_uppgifter: 'fingerade personuppgifter' }), anExtractRow(1)]))
  const grounds = () =>
    world.rows<{ ground: string }>('select ground from platform.access where valid_to is null order by ground')
  assert.deepEqual(await grounds(), [{ ground: 'named-staff' }, { ground: 'public-duty' }])
  await load(anExtract([anExtractRow(1, { skyddade_uppgifter: 'sekretessmarkering' })]))
  assert.deepEqual(await grounds(), [{ ground: 'named-staff' }, { ground: 'named-staff' }])
  const [row] = await world.rows<{ places: number }>(
    "select count(lat) as places from registration.v_person where protection <> 'none'",
  )
  assert.equal(row?.places, 0)
  await load(anExtract([anExtractRow(1)]))
  assert.deepEqual(await grounds(), [{ ground: 'named-staff' }, { ground: 'public-duty' }])
})

test('a file that is no extract is refused whole, and nothing of it is saved', async () => {
  const row = anExtractRow(0)
  assert.equal(await refusal(Buffer.from('')), 'empty-file')
  assert.equal(await refusal(Buffer.from('\r\n \r\n')), 'empty-file')
  assert.equal(await refusal(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00])), 'not-a-text-file')
  assert.equal(await refusal(Buffer.from('namn;adress\nA;B\n')), 'missing-column')
  assert.equal(await refusal(Buffer.from(anExtract([row]).replace('telefon', 'telefon;lön'))), 'unknown-column')
  assert.equal(await refusal(Buffer.from(anExtract([row]).replace('telefon', 'telefon;kon'))), 'repeated-column')
  assert.equal(await count('registration.person'), 0)
  const states = await world.rows<{ state: string }>('select distinct state from registration.import_run')
  assert.deepEqual(states, [{ state: 'refused' }])
})

test('a header alone is an import of no rows, and rows of another width are refused one by one', async () => {
  const header = anExtract([])
  assert.equal((await load(header)).rows, 0)
  const { rows, refused } = await load(`${header}a;b\r\n${Array(30).fill('c').join(';')}\r\n`)
  assert.deepEqual([rows, refused], [2, 2])
})

test('progress is told batch by batch, and each batch leaves one audit row with the keys of those written', async () => {
  const told: ImportProgress[] = []
  const text = anExtract(manyExtractRows(4500))
  must(await importPersons(work, { text, name: 'prov.csv' }, (progress) => told.push(progress)))
  assert.deepEqual(
    told.map((each) => each.rows),
    [0, 2000, 4000, 4500],
  )
  assert.equal(told.at(-1)?.rowsTotal, 4500)
  const audit = await world.rows<{ persons: number; wrote: boolean; operation: string }>(
    'select cardinality(person_ids) as persons, wrote, operation from platform.audit_entry order by 1',
  )
  assert.deepEqual(
    audit.map((row) => [row.persons, row.wrote, row.operation]),
    [500, 2000, 2000].map((persons) => [persons, true, 'importPersons']),
  )
  const shares = await world.rows<{ cases: number }>(
    'select count(*) as cases from registration.v_assignment group by caseworker_user_id',
  )
  assert.deepEqual(
    shares.map((each) => each.cases),
    [2250, 2250],
  )
})

/** Runs the import in a process of its own that kills itself as soon as a batch is saved. */
async function importAndDie(file: string): Promise<NodeJS.Signals | null> {
  const program = `
    import { openPool } from ${JSON.stringify(join(import.meta.dirname, '../../platform/database.ts'))}
    import { importPersons } from ${JSON.stringify(join(import.meta.dirname, 'import-persons.ts'))}
    const pool = openPool(process.env.OWNER_URL, 4)
    const clock = async () => ({ today: '2022-10-03', now: '2022-10-03T08:00:00.000Z' })
    await importPersons({ pool, subscriptions: {}, clock }, { file: ${JSON.stringify(file)} }, ({ rows }) => {
      if (rows >= 2000) process.kill(process.pid, 'SIGKILL')
    })`
  const env = { ...process.env, OWNER_URL: world.ownerPool.options.connectionString ?? '' }
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit', env })
  const [, signal] = await once(child, 'exit')
  return signal
}

test('an import killed between batches goes on where it was and doubles nothing', async () => {
  const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const folder = mkdtempSync(join(tmpdir(), 'krom-import-'))
  const file = join(folder, 'persons.csv')
  try {
    const rows = [...manyExtractRows(9000), anExtractRow(9000, { kon: 'X' }), anExtractRow(8999)]
    writeFileSync(file, anExtract(rows))
    assert.equal(await importAndDie(file), 'SIGKILL')
    const saved = await count('registration.person')
    assert.ok(saved >= 2000 && saved < 9000, String(saved))
    const first: number[] = []
    const resumed = must(await importPersons(work, { file }, (progress) => first.push(progress.rows)))
    assert.ok((first[0] ?? 0) >= 2000)
    const { runId, ...counts } = resumed
    assert.deepEqual(counts, { rows: 9002, accepted: 9000, updated: 0, unchanged: 1, refused: 1 })
    assert.equal((await problemsOf(runId)).length, 2)
    assert.equal(await count('registration.import_run'), 1)
    for (const table of ['person', 'person_version', 'case_file', 'assignment']) {
      assert.equal(await count(`registration.${table}`), 9000, table)
    }
    assert.equal(await count('platform.access'), 9000)
    assert.equal((await importPersons(work, { text: readFileSync(file, 'utf8'), name: 'again' })).ok, true)
    assert.equal(await count('registration.person_version'), 9000)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('two imports of one file at once take turns', async () => {
  const text = anExtract(manyExtractRows(50))
  const both = await Promise.all([load(text), load(text)])
  assert.deepEqual(both.map((each) => each.accepted).sort(), [0, 50])
})

test('the system imports as the house itself', async () => {
  await load(anExtract([anExtractRow(0)]))
  const [row] = await world.rows<{ role: string }>('select role from platform.audit_entry')
  assert.equal(row?.role, systemActor.role)
})
