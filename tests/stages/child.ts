import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { repositoryRoot } from '../source/tree.ts'

export type Ended = { code: number; output: string }

const running = new Set<ChildProcess>()
const patience = 5_000
let ending = false
const never = new Promise<never>(() => undefined)

/**
 * Runs a command from the repository's root in a process group of its own, so that whatever it leaves behind is ended
 * with it. Lines of its output go to `onLine` as they come; the whole of it comes back too.
 */
export async function runChild(
  command: string,
  args: readonly string[],
  { env = {}, onLine = () => undefined }: { env?: Record<string, string>; onLine?: (line: string) => void } = {},
): Promise<Ended> {
  if (ending) return never
  const child = spawn(command, args, {
    cwd: repositoryRoot,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  running.add(child)
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      onLine(line)
    })
  }
  const code = await endOf(child, lines)
  endGroup(child, 'SIGKILL')
  running.delete(child)
  if (ending) return never
  return { code, output: lines.join('\n') }
}

/** The exit code, once the output is read too; a command that cannot be started counts as failed. */
async function endOf(child: ChildProcess, lines: string[]): Promise<number> {
  try {
    const [code] = (await once(child, 'close')) as [number | null]
    return code ?? 1
  } catch (error) {
    lines.push(String(error))
    return 1
  }
}

/** Ends every child and what it started, first asked, then forced; nothing is started any more. */
export async function endChildren(): Promise<void> {
  ending = true
  const ends = [...running].map((child) => once(child, 'close'))
  for (const child of running) endGroup(child, 'SIGINT')
  const forced = setTimeout(() => {
    for (const child of running) endGroup(child, 'SIGKILL')
  }, patience)
  await Promise.allSettled(ends)
  clearTimeout(forced)
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
