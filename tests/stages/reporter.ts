import { relative } from 'node:path'
import type { EventData } from 'node:test'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

/** What the runner reads from the last line that this reporter writes. */
export type Totals = { passed: number; failed: number; skipped: number }

/** Begins the line with the totals; a test does not print it by chance. */
export const totalsMark = '@@totals '

type Suite = { name: string; parent: string | undefined }

/** What one run has told so far. */
class Account {
  readonly suites = new Map<string, Suite>()
  readonly output = new Map<string, string>()
  readonly failed = new Set<string>()

  begin(data: EventData.TestStart): void {
    const parent = data.parentId === undefined ? undefined : `${data.file}:${data.parentId}`
    this.suites.set(`${data.file}:${data.testId}`, { name: data.name, parent })
  }

  keep(file: string, text: string): void {
    this.output.set(file, `${this.output.get(file) ?? ''}${text}`.slice(-keptOutput))
  }

  /** The whole failure, or nothing for a suite that only failed because a test in it did. */
  failure(data: EventData.TestFail): string {
    const { error } = data.details
    if ((error as { failureType?: string }).failureType === 'subtestsFailed') return ''
    const file = data.file ?? ''
    this.failed.add(file)
    const cause = error.cause ?? error
    const text = cause instanceof Error ? inspect(cause, { depth: 6 }) : String(cause)
    return `\n  FAILED  ${shown(file)}:${data.line ?? 1}\n          ${this.nameOf(data)}\n${indented(text)}\n\n`
  }

  /** A line for a file whose tests are over, and what a failed one printed. */
  fileLine({ file = '', counts, duration_ms, success }: EventData.TestSummary): string {
    const seconds = (duration_ms / 1000).toFixed(1)
    const line = `  ${success ? 'ok    ' : 'FAILED'}  ${shown(file)}  ${counts.tests} tests, ${seconds} s\n`
    const printed = this.failed.has(file) || !success ? (this.output.get(file) ?? '').trim() : ''
    return printed === '' ? line : `${line}          it printed:\n${indented(printed)}\n`
  }

  private nameOf(data: EventData.TestFail): string {
    const names = [data.name]
    let id = data.parentId === undefined ? undefined : `${data.file}:${data.parentId}`
    for (let suite = this.find(id); suite !== undefined; suite = this.find(id)) {
      names.unshift(suite.name)
      id = suite.parent
    }
    return names.join(' › ')
  }

  private find(id: string | undefined): Suite | undefined {
    return id === undefined ? undefined : this.suites.get(id)
  }
}

const keptOutput = 20_000

/** Prints a line a file and each failure in full; ends with the totals for the runner. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const account = new Account()
  for await (const { type, data } of events) {
    if (type === 'test:start') account.begin(data)
    else if (type === 'test:stdout' || type === 'test:stderr') account.keep(data.file, data.message)
    else if (type === 'test:fail') yield account.failure(data)
    else if (type === 'test:summary' && data.file !== undefined) yield account.fileLine(data)
    else if (type === 'test:summary') yield `${totalsMark}${JSON.stringify(totalsOf(data))}\n`
  }
}

function totalsOf({ counts, success }: EventData.TestSummary): Totals {
  const { tests, passed, skipped, todo } = counts
  const failed = tests - passed - skipped - todo
  return { passed, skipped: skipped + todo, failed: success ? failed : Math.max(failed, 1) }
}

function shown(file: string): string {
  return relative(process.cwd(), file)
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '          ')
}
