import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { openExtract } from './import-persons.ts'
import { insertPieces, openRun } from './import-run.ts'

export interface StartImport {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * Takes an uploaded extract in and queues its import; a broken-off run of the same file is taken up again. A file whose
 * header is wrong is refused at once. Problems: those of `importPersons`, `file-missing`.
 */
export async function startImport(context: Context, command: StartImport | undefined): Promise<Result<{ id: string }>> {
  await lockName(context, 'start-import')
  const may = mayAct(context, ['administrator'])
  if (!may.ok) return may
  if (command === undefined) return fail(problem('file-missing', { field: 'file' }))
  const opened = openExtract(command.bytes)
  if (!opened.ok) return opened
  const sha256 = createHash('sha256').update(command.bytes).digest()
  const run = await openRun(context, { name: command.name, sha256, sizeBytes: command.bytes.length })
  await insertPieces(context, run.id, command.bytes)
  await sql`
    select platform.enqueue('import-persons', ${JSON.stringify({ runId: run.id })}::json, ${`import-persons:${run.id}`})`.execute(
    context.db,
  )
  return ok({ id: run.id })
}
