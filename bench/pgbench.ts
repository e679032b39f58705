import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from '../src/platform/database.ts'

/** A statement as the app sent it. */
export type Sent = { readonly text: string; readonly values: readonly unknown[] }

/** Keeps every statement that goes over the pool's connections in `sent`, in order. */
export function recordStatements(pool: Pool): Sent[] {
  const sent: Sent[] = []
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      const [first, second] = given
      const asked = typeof first === 'string' ? { text: first, values: second } : (first as Partial<Sent>)
      sent.push({ text: asked.text ?? '', values: Array.isArray(asked.values) ? asked.values : [] })
      return query(...given)
    }) as typeof client.query
  })
  return sent
}

/** Whether this machine has PostgreSQL's own load generator, which does not come with the embedded server. */
export function hasPgbench(): boolean {
  return spawnSync('pgbench', ['--version']).status === 0
}

/** How often a second pgbench runs one of the scripts, chosen at random, prepared, over 16 connections. */
export function runPgbench(url: string, scripts: readonly (readonly Sent[])[], seconds: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'krom-pgbench-'))
  try {
    const files = scripts.map((script, index) => {
      const file = join(folder, `${index}.sql`)
      writeFileSync(file, script.map((sent) => `${oneLine(inlined(sent))};\n`).join(''))
      return ['-f', file]
    })
    const fixed = ['-n', '-M', 'prepared', '-c', '16', '-j', '2', '-T', String(seconds)]
    const ran = spawnSync('pgbench', [...fixed, ...files.flat(), url], { encoding: 'utf8' })
    const rate = /tps = ([\d.]+)/.exec(ran.stdout)?.[1]
    if (ran.status !== 0 || rate === undefined) throw new Error(`pgbench failed: ${ran.stderr}`)
    return Number(rate)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** With its values spelled out: pgbench prepares each script once a connection, so that nothing is planned twice. */
function inlined({ text, values }: Sent): string {
  return text.replaceAll(/\$(\d+)/g, (_, number: string) => literal(values[Number(number) - 1]))
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') return String(value)
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'::bytea`
  if (Array.isArray(value)) return `'{${value.map((one) => `"${String(one)}"`).join(',')}}'`
  return `'${String(value).replaceAll("'", "''")}'`
}

/** A script's statement ends with its line's semicolon, and a colon before a name would be taken for a variable. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
