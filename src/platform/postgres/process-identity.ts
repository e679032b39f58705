import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process told apart from a later one that got the same number: its number and when it began. */
export type ProcessIdentity = { pid: number; began: string }

/** When the process began, in the system's own words; null when there is no such process. */
function beganOf(pid: number): string | null {
  if (process.platform !== 'linux') {
    const began = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim()
    return began ? began : null
  }
  try {
    // The name in parentheses may hold spaces and parentheses, so fields are counted after the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}/${fields[19]}`
  } catch {
    return null
  }
}

/** The identity of a living process; null when there is none with that number. */
export function identityOf(pid: number): ProcessIdentity | null {
  const began = beganOf(pid)
  return began === null ? null : { pid, began }
}

/** Whether exactly this process still lives: the same number with another beginning is somebody else. */
export function isAlive(identity: ProcessIdentity): boolean {
  return beganOf(identity.pid) === identity.began
}

/** The command line of a living process, one text an argument where the system tells them apart; empty when gone. */
export function commandOf(pid: number): string[] {
  if (process.platform !== 'linux') {
    const line = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim()
    return line ? line.split(' ') : []
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1)
  } catch {
    return []
  }
}
