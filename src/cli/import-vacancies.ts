import { readFile } from 'node:fs/promises'
import { ok } from '../kernel/result.ts'
import { tellProblem } from '../modules/registration/index.ts'
import { feedRunsOf, importVacancies, vacanciesProblems } from '../modules/vacancies/index.ts'
import { systemActor } from '../platform/actor.ts'
import { inTransaction } from '../platform/context.ts'
import { withDatabase } from './database.ts'

const patienceMs = 60_000

/**
 * Takes in a feed of advertisements from a file or a web address; prints a line for each that was set aside, last the sums.
 * Gives the exit code: 1 when one was set aside or the feed could not be read.
 */
export async function runImportVacancies(from: string): Promise<number> {
  const text = await feedText(from)
  if (text === null) return 1
  return withDatabase(async ({ work }) => {
    const why = { operation: 'importVacancies', purpose: 'keep vacancies current' }
    const done = await inTransaction(work, systemActor, why, (context) =>
      importVacancies(context, { name: from, text }),
    )
    if (!done.ok) {
      const { title, cure } = vacanciesProblems[done.problem.code]?.sv ?? tellProblem(done.problem, 'sv')
      process.stderr.write(`krom import: ${title}. ${cure}\n`)
      return 1
    }
    const { runId, ...sums } = done.value
    await inTransaction(work, systemActor, why, async (context) => {
      const { items } = await feedRunsOf(context, 'sv')
      for (const one of items.find((run) => run.runId === runId)?.problems ?? [])
        process.stdout.write(`${JSON.stringify(one)}\n`)
      return ok(null)
    })
    process.stdout.write(`${JSON.stringify(sums)}\n`)
    return sums.setAside === 0 ? 0 : 1
  }, 'for-people')
}

async function feedText(from: string): Promise<string | null> {
  try {
    if (!/^https?:\/\//.test(from)) return await readFile(from, 'utf8')
    const answer = await fetch(from, { signal: AbortSignal.timeout(patienceMs) })
    if (!answer.ok) throw new Error(`the address answered ${answer.status}`)
    return await answer.text()
  } catch (error) {
    process.stderr.write(`krom import: ${from}: ${error instanceof Error ? error.message : String(error)}\n`)
    return null
  }
}
