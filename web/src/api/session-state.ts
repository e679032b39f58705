import { useSyncExternalStore } from 'react'

/** What the client must know outside React: the token for writes, and whether the sign-in has run out. */
let token = ''
let ended = false
const listeners = new Set<() => void>()

const tell = () => {
  for (const listener of listeners) listener()
}

export const csrfToken = (): string => token

/** Called with every session that is read: a fresh sign-in, perhaps in another tab, ends the warning. */
export function sessionRead(fresh: string): void {
  token = fresh
  if (!ended) return
  ended = false
  tell()
}

/** Called on a 401. The page stays as it is, so that nothing typed is lost. */
export function sessionEnded(): void {
  if (ended || token === '') return
  ended = true
  tell()
}

/** True while the sign-in has run out and the reader has not signed in again. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => ended,
  )
}
