/**
 * A start that cannot go on, told in one sentence to the person at the keyboard: what is wrong, where, and what to do.
 * The server and the verbs print `message` alone, never a stack, and leave with code 1.
 */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}

/** The code of a system or database error (`ENOSPC`, `28P01`), or an empty text. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

/** The words of any thrown value. */
export function errorText(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(errorText).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/**
 * The sentence for faults of the machine that any step of a start can meet: a full disk, a folder that may not be
 * written. Everything else comes back unchanged, so `throw asStartFailure(error, folder)` never hides a bug.
 */
export function asStartFailure(error: unknown, folder: string): unknown {
  if (error instanceof StartFailure) return error
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case '53100':
      return diskFull(folder)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartFailure(
        `Krom may not write in ${folder} (${errorCode(error)}): give this user the right to, or name another folder with KROM_DATA.`,
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartFailure(`${folder} is not a folder: name another data folder with KROM_DATA.`)
    default:
      return error
  }
}

/** The sentence for a disk without room for the database. */
export function diskFull(folder: string): StartFailure {
  return new StartFailure(
    `The disk that holds ${folder} is full: free some space (a new database takes about 100 MB), or name a folder on another disk with KROM_DATA.`,
  )
}

/**
 * The sentence for a web port that cannot be opened; other errors come back unchanged.
 *
 * @param port the number asked for with PORT
 */
export function asPortFailure(error: unknown, port: number): unknown {
  if (errorCode(error) === 'EADDRINUSE') {
    return new StartFailure(
      `Port ${port} is taken by another program: stop it, or choose another with PORT=${port + 1}.`,
    )
  }
  if (errorCode(error) === 'EACCES') {
    return new StartFailure(`This user may not open port ${port}: choose one above 1023 with PORT=3000.`)
  }
  return error
}
