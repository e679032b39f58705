import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from '../platform/failure.ts'
import { repository } from './settings.ts'

export const webFolder = join(repository, 'web', 'dist')
const stamp = join(webFolder, '.built-from')

/** Everything the web is built from: its own sources, the contracts, the kernel's values and the exact packages. */
const sources = [
  'web/{src,build,public}/**/*',
  'web/*.{ts,html,json}',
  'src/modules/*/contract.ts',
  'src/kernel/*.ts',
  'package-lock.json',
]

/** Builds the web if anything it is built from has changed since; the second start finds nothing to do. */
export async function buildWeb(say: (line: string) => void): Promise<void> {
  const fingerprint = fingerprintOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return
  say('Building the web pages …')
  await runVite()
  writeFileSync(stamp, fingerprint)
}

function fingerprintOf(patterns: readonly string[]): string {
  const hash = createHash('sha256')
  const files = globSync([...patterns], { cwd: repository, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
    hash.update(path.slice(repository.length)).update(readFileSync(path))
  return hash.digest('hex')
}

function runVite(): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = join(repository, 'node_modules', 'vite', 'bin', 'vite.js')
    const child = spawn(process.execPath, [vite, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new StartFailure(`The web pages could not be built: ${said.trim().slice(0, 600)}`)),
    )
  })
}
