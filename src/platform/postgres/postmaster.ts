import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { diskFull, StartFailure } from '../failure.ts'
import type { Binaries } from './binaries.ts'
import { isFull } from './cluster.ts'
import { commandOf, identityOf, isAlive, type ProcessIdentity } from './process-identity.ts'
import { asUser, type ServerUser } from './server-user.ts'
import { serverSettings } from './settings.ts'
import { socketFolder } from './socket-folder.ts'

/** A running server of ours. `stop` comes back when its last process is gone. */
export type Postmaster = { pid: number; port: number; stop: () => Promise<void> }

type StartOptions = {
  binaries: Binaries
  user: ServerUser
  cluster: string
  /** The port to try first, 0 = any. */
  port: number
  logFile: string
  testing: boolean
  log: (line: string) => void
}

const STARTUP_MILLIS = 300_000
const TELL_AFTER_MILLIS = 5_000
const FAST_STOP_MILLIS = 20_000
const IMMEDIATE_STOP_MILLIS = 10_000
const POLL_MILLIS = 20
const LOG_LIMIT_BYTES = 20 * 1024 * 1024

/** Servers to take down when this process ends without having stopped them. */
const running = new Set<ProcessIdentity>()

process.on('exit', () => {
  for (const server of running) if (isAlive(server)) process.kill(server.pid, 'SIGINT')
})

/**
 * Starts the server and waits until it takes connections. A port that somebody took meanwhile is replaced by a free one.
 *
 * The server gets a process group of its own: Ctrl-C reaches Krom alone, which then stops it in good order.
 */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  await stopOrphan(options.cluster, options.log)
  rotate(options.logFile)
  const until = Date.now() + STARTUP_MILLIS
  let port = options.port
  for (;;) {
    if (port === 0 || !(await isFree(port))) port = await freePort()
    const result = await startOnce(options, port)
    if (typeof result !== 'string') return result
    const retry = /pre-existing shared memory block|could not create any TCP\/IP sockets|could not bind/.test(result)
    if (!retry || Date.now() > until) throw startFailure(result, options)
    await wait(100)
  }
}

/** One try; a text is the server's log when it gave up. */
async function startOnce(options: StartOptions, port: number): Promise<Postmaster | string> {
  const { binaries, user, cluster, logFile } = options
  const logFd = openSync(logFile, 'a', 0o600)
  const logStart = statSync(logFile).size
  const child = spawn(
    binaries.postgres,
    ['-D', cluster, ...serverSettings(port, socketFolder(cluster), options.testing)],
    {
      ...asUser(user),
      cwd: '/',
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      stdio: ['ignore', logFd, logFd],
      detached: true,
    },
  )
  closeSync(logFd)
  child.unref()
  let ended = false
  let failure = ''
  child.on('error', (error) => {
    ended = true
    failure = error.message
  })
  child.on('exit', () => {
    ended = true
  })

  const identity = child.pid === undefined ? null : identityOf(child.pid)
  if (identity) running.add(identity)
  const began = Date.now()
  let told = false
  while (!ended && !(identity && isReady(cluster, identity.pid))) {
    if (Date.now() - began > STARTUP_MILLIS)
      throw new StartFailure(`PostgreSQL is not ready yet; ${logFile} tells why.`)
    if (!told && Date.now() - began > TELL_AFTER_MILLIS) {
      told = true
      options.log('PostgreSQL is putting its data in order after it was broken off …')
    }
    await wait(POLL_MILLIS)
  }
  if (ended || !identity) {
    if (identity) running.delete(identity)
    return failure || readFileSync(logFile, 'utf8').slice(logStart) || 'it gave no reason'
  }
  let stopping = false
  child.on('exit', () => {
    running.delete(identity)
    if (!stopping) options.log(`PostgreSQL ended by itself; ${logFile} tells why.`)
  })
  const stop = async () => {
    stopping = true
    await stopServer(identity)
    running.delete(identity)
  }
  return { pid: identity.pid, port, stop }
}

/**
 * Stops the server that a killed Krom left on this data. Only a process that was started on exactly this folder is
 * touched; a note that names anybody else is out of date and removed.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const pid = noteOf(cluster)?.pid
  const identity = pid ? identityOf(pid) : null
  if (!identity) return
  const command = commandOf(identity.pid)
  if (command[command.indexOf('-D') + 1] === cluster) {
    log('Krom was broken off last time and left its PostgreSQL running: it is stopped and started again.')
    await stopServer(identity)
  } else {
    rmSync(join(cluster, 'postmaster.pid'), { force: true })
  }
}

/** Asks for a fast shutdown; whoever does not listen is ended harder, which the next start repairs. */
async function stopServer(server: ProcessIdentity): Promise<void> {
  for (const [signal, millis] of [
    ['SIGINT', FAST_STOP_MILLIS],
    ['SIGQUIT', IMMEDIATE_STOP_MILLIS],
    ['SIGKILL', IMMEDIATE_STOP_MILLIS],
  ] as const) {
    if (isAlive(server)) process.kill(server.pid, signal)
    const until = Date.now() + millis
    while (isAlive(server) && Date.now() < until) await wait(POLL_MILLIS)
    if (!isAlive(server)) return
  }
  throw new StartFailure(`PostgreSQL (process ${server.pid}) does not stop: end it by hand and try again.`)
}

/** What `postmaster.pid` says: the process, and whether it takes connections. */
function noteOf(cluster: string): { pid: number; ready: boolean } | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

function isReady(cluster: string, pid: number): boolean {
  const note = noteOf(cluster)
  return note?.pid === pid && note.ready
}

/** Whether nobody listens on the port of 127.0.0.1. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`)
}

function startFailure(output: string, options: StartOptions): StartFailure {
  if (/No space left|Disk quota exceeded/i.test(output) || isFull(options.cluster)) return diskFull(options.cluster)
  if (/incompatible with server|initialized by PostgreSQL version/.test(output)) {
    return new StartFailure(
      `The data in ${options.cluster} was made by another version of PostgreSQL: open it with the Krom that made it, or name another folder with KROM_DATA.`,
    )
  }
  const reasons = output.split('\n').filter((line) => /FATAL|PANIC/.test(line))
  const reason = (reasons.at(-1) ?? output.trim().split('\n').at(-1) ?? '').replace(/^.*?(FATAL|PANIC):\s*/, '')
  return new StartFailure(`PostgreSQL did not start: ${reason} (more in ${options.logFile}).`)
}
