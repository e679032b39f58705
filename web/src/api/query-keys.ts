import type { QueryClient } from '@tanstack/react-query'
import type { Query } from './client.ts'

/**
 * Every answer is remembered under its address: the path, then the query. So what a write changed is read anew by path alone:
 * `readAgain(client, ['/cases/1'])` means `/cases/1`, `/cases/1/steps` and every page of them.
 */
export const queryKey = (path: string, query: Query = {}) => ['api', path, query] as const

export const sessionKey = queryKey('/session')

/** True for remembered answers at one of the paths or below it. */
function concerns(paths: readonly string[]) {
  return ({ queryKey: key }: { queryKey: readonly unknown[] }): boolean => {
    const path = key[1]
    return typeof path === 'string' && paths.some((one) => path === one || path.startsWith(`${one}/`))
  }
}

/**
 * Reads anew what a write has changed. An answer that is on its way may have been asked for before the write: it is not waited for,
 * since a first answer would stand as if it were fresh.
 */
export async function readAgain(client: QueryClient, paths: readonly string[]): Promise<void> {
  const predicate = concerns(paths)
  await client.cancelQueries({ predicate })
  await client.invalidateQueries({ predicate })
}
