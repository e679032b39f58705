import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { readAgain } from '../api/query-keys.ts'
import { useSession } from '../api/session.ts'
import { useSessionEnded } from '../api/session-state.ts'
import { useNotice } from '../ui/notice.tsx'
import { useShownFromDevice } from './connection.ts'
import { onSent, openOutbox, sendWaiting, useEntries } from './outbox.ts'
import { useOfflineText } from './texts.ts'

const firstWaitMillis = 2_000
const longestWaitMillis = 60_000

/** Whether the browser believes that there is a network. */
export function useNetwork(): boolean {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('online', listener)
      addEventListener('offline', listener)
      return () => {
        removeEventListener('online', listener)
        removeEventListener('offline', listener)
      }
    },
    () => navigator.onLine,
  )
}

/** Opens the outbox of who is signed in and sends it whenever there is hope of an answer. Used once, by the strip. */
export function useSending(): void {
  const client = useQueryClient()
  const { data: session } = useSession()
  const ended = useSessionEnded()
  const network = useNetwork()
  const shownFrom = useShownFromDevice()
  const userId = session?.user.id
  const sendDays = session?.offline?.sendDays
  const waits = useEntries().some((entry) => entry.refused === null)
  const isOld = shownFrom !== null
  useEffect(() => {
    void openOutbox(userId === undefined || sendDays === undefined ? null : { userId, sendDays }).then(send)
  }, [userId, sendDays])
  useEffect(() => {
    if (ended || !network || !(waits || isOld)) return
    return tryAgain(() => {
      if (waits) send()
      if (isOld) void client.invalidateQueries()
    })
  }, [client, waits, isOld, ended, network])
  useTellSent()
}

/** Tries at once, when the page is looked at again, and ever more seldom. Returns how to stop. */
function tryAgain(act: () => void): () => void {
  let waitMillis = firstWaitMillis
  let timer: ReturnType<typeof setTimeout>
  const next = () => {
    act()
    timer = setTimeout(next, waitMillis)
    waitMillis = Math.min(2 * waitMillis, longestWaitMillis)
  }
  const seen = () => void (document.visibilityState === 'visible' && act())
  document.addEventListener('visibilitychange', seen)
  next()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  }
}

const send = () => void sendWaiting().catch(() => undefined)

/** What has been sent changes what is shown, and is told. */
function useTellSent(): void {
  const client = useQueryClient()
  const text = useOfflineText()
  const { tell } = useNotice()
  useEffect(
    () =>
      onSent((done) => {
        void readAgain(
          client,
          done.flatMap((entry) => entry.changes),
        )
        tell({ what: text('sent', { n: done.length }) })
      }),
    [client, text, tell],
  )
}
