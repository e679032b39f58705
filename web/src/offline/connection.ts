import { useSyncExternalStore } from 'react'

/** Answers that the screens which work without a network are made of; what of each is kept stands in `kept-shapes.ts`. */
const kept =
  /^\/(?:session|persons\/me|caseload\?whose=mine&limit=100|calendar-week\?monday=\d{4}-\d{2}-\d{2}&whose=mine|rules\?module=delivery&limit=200|cases\/[0-9a-f-]{36}\/(?:actions|catalogue\?limit=1|delivery|assessment-explained|log\?month=\d{4}-\d{2}))$/

/** Whether an answer may be kept on the device at all, by its address. */
export const isKept = (address: string): boolean => kept.test(address)

let waiting = 0

/** Told by the outbox: how much of the signed-in person's waits on this device. */
export function waitOnDevice(count: number): void {
  waiting = count
}

export const waitingCount = (): number => waiting

/** Answers on the page that came from the device, by address, with when they were fetched. */
const shown = new Map<string, number>()
const listeners = new Set<() => void>()
let oldest: number | null = null

function tell(): void {
  const now = shown.size === 0 ? null : Math.min(...shown.values())
  if (now === oldest) return
  oldest = now
  for (const listener of listeners) listener()
}

/** Called when the page is given an answer from the device. */
export function answeredFromDevice(address: string, atMillis: number): void {
  shown.set(address, atMillis)
  tell()
}

/** Called with every answer that came from the server. */
export function answeredLive(address: string): void {
  if (shown.delete(address)) tell()
}

/** Whether nothing but this device answers, as far as is known: the browser may believe in a network that leads nowhere. */
export const isAway = (): boolean => !navigator.onLine || shown.size > 0

/** When the oldest answer on the page was fetched, in milliseconds; null while all of them are fresh. */
export function useShownFromDevice(): number | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => oldest,
  )
}
