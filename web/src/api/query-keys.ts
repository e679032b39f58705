import type { Query } from './client.ts'

/**
 * Every answer is remembered under its address: the path, then the query. So a write can forget what it changed by path alone:
 * `concerns(['/cases/1'])` matches `/cases/1`, `/cases/1/steps` and every page of them.
 */
export const queryKey = (path: string, query: Query = {}) => ['api', path, query] as const

export const sessionKey = queryKey('/session')

/** True for remembered answers at one of the paths or below it. */
export function concerns(paths: readonly string[]) {
  return ({ queryKey: key }: { queryKey: readonly unknown[] }): boolean => {
    const path = key[1]
    return typeof path === 'string' && paths.some((one) => path === one || path.startsWith(`${one}/`))
  }
}
