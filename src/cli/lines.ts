import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** Where lines come from and where they go; the process's own unless a test says otherwise. */
export interface LineStreams {
  readonly input: AsyncIterable<Buffer | string> & NodeJS.ReadableStream
  out(line: string): void
  /** The answer to one line is whole. May ask to wait, when whoever reads is slower. */
  sent?(): Promise<void>
  error(line: string): void
}

/** The process's own streams. Whoever reads has seen enough, as `head` does: that is no fault. */
export function processStreams(): LineStreams {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  // One write for all lines of an answer: a write costs more than a line.
  let pending = ''
  return {
    input: process.stdin,
    out(line) {
      pending += `${line}\n`
    },
    async sent() {
      const whole = pending
      pending = ''
      if (whole !== '' && !process.stdout.write(whole)) await once(process.stdout, 'drain')
    },
    error: (line) => process.stderr.write(`${line}\n`),
  }
}

/**
 * A line of JSON in, lines of JSON out; empty lines are skipped. `answer` gives what to write, or the sentence why the line is
 * refused, which goes to the errors with the line's number. Exit code: 0 done, 1 a line was refused.
 */
export async function answerLines(io: LineStreams, answer: (json: unknown) => readonly object[] | string) {
  let refused = false
  let number = 0
  for await (const text of createInterface({ input: io.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (text.trim() === '') continue
    const json = parsed(text)
    const answered = json === undefined ? 'not-json: not a line of JSON' : answer(json)
    if (typeof answered === 'string') {
      refused = true
      io.error(`line ${number}: ${answered}`)
    } else {
      for (const line of answered) io.out(JSON.stringify(line))
      await io.sent?.()
    }
  }
  return refused ? 1 : 0
}

/** The value that the text is JSON of; undefined when it is not. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
