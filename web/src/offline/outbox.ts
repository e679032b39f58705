import { useSyncExternalStore } from 'react'
import { getLive, post } from '../api/client.ts'
import { newKey } from '../api/new-key.ts'
import { ApiProblem } from '../api/problem.ts'
import type { Session } from '../api/session.ts'
import { sessionRead } from '../api/session-state.ts'
import { waitOnDevice } from './connection.ts'
import { type Entry, type Outcome, outcomeOf, outcomeOfAnswer, type Sent, sendInOrder } from './entry.ts'

/** What a screen says of a tap; the rest the outbox fills in. */
export type Tap = Pick<Entry, 'lane' | 'subjects' | 'kind' | 'about' | 'path' | 'body' | 'screen' | 'changes'> & {
  /** A key that the body itself carries; a new one unless said. */
  key?: string
}

/** Whose entries these are, and how many days an entry may wait before the server has forgotten its key. */
export type Owner = { userId: string; sendDays: number }

/** The device's database is opened when something is tapped or looked for, not with the first screen. */
const deviceStore = async () => (await import('./device-store.ts')).deviceStore()

const dayMillis = 86_400_000
const longestAnswerMillis = 20_000
const lockName = 'krom-outbox'

let owner: Owner | null = null
let entries: readonly Entry[] = []
let lastPlace = 0
/** Taps whose reader still stands at the button: they are told there, not yet as something that waits. */
const atHand = new Set<string>()
const listeners = new Set<() => void>()
const sentListeners = new Set<(done: readonly Entry[]) => void>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(lockName)

async function reload(): Promise<void> {
  const found = owner === null ? [] : await (await deviceStore()).getAllFromIndex('entries', 'user', owner.userId)
  entries = found.filter(({ key }) => !atHand.has(key)).sort((a, b) => a.place - b.place)
  waitOnDevice(entries.length)
  for (const listener of listeners) listener()
}

async function changed(): Promise<void> {
  await reload()
  channel?.postMessage('changed')
}

channel?.addEventListener('message', () => void reload().catch(() => undefined))

/** Opens the outbox of the person who is signed in; null where nothing may wait on this device. */
export async function openOutbox(next: Owner | null): Promise<void> {
  owner = next
  await reload().catch(() => undefined)
}

/** What of the signed-in person waits on this device, in the order of taps. */
export function useEntries(): readonly Entry[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => entries,
  )
}

/** Calls back with the entries that each sending got done. Returns how to stop. */
export function onSent(listener: (done: readonly Entry[]) => void): () => void {
  sentListeners.add(listener)
  return () => void sentListeners.delete(listener)
}

/**
 * Writes a tap down on the device before anything is sent. A refused entry about the same thing is mended by it and goes.
 * Null where nothing may wait, or where the device keeps nothing. Until `letWait` it is not shown as waiting.
 */
export async function writeDown(tap: Tap, whose: Owner | null): Promise<Entry | null> {
  // The first tap may come before the strip has opened the outbox.
  if (owner === null) owner = whose
  if (owner === null || owner.userId !== whose?.userId) return null
  const now = Date.now()
  lastPlace = Math.max(now, lastPlace + 1)
  const { userId } = owner
  const entry = { key: newKey(), ...tap, userId, place: lastPlace, madeAtMillis: now, refused: null }
  try {
    const store = await deviceStore()
    atHand.add(entry.key)
    await store.put('entries', entry)
    for (const old of entries)
      if (old.refused !== null && old.subjects.some((one) => tap.subjects.includes(one)))
        await store.delete('entries', old.key)
    await changed()
    return entry
  } catch {
    atHand.delete(entry.key)
    return null
  }
}

/** The reader has been told what came of a tap: whatever is left of it waits from now on. */
export async function letWait(key: string): Promise<void> {
  if (atHand.delete(key)) await reload()
}

/** Takes an entry away for good. */
export async function throwAway(key: string): Promise<void> {
  await (await deviceStore()).delete('entries', key)
  atHand.delete(key)
  await changed()
}

/** Sends what waits, in order; one sending at a time, over all tabs. */
export function sendWaiting(): Promise<Sent> {
  return alone(async () => {
    const mine = owner
    if (mine === null) return { outcomes: new Map(), stopped: null }
    const done: Entry[] = []
    const sent = await sendInOrder({
      entries: async () => (await deviceStore()).getAllFromIndex('entries', 'user', mine.userId),
      send: (entry) => (owner?.userId === mine.userId ? sendOne(entry, true) : Promise.resolve({ kind: 'signed-out' })),
      async forget(entry) {
        await (await deviceStore()).delete('entries', entry.key)
        if (!atHand.delete(entry.key)) done.push(entry)
      },
      async keepRefused(entry, refused) {
        await (await deviceStore()).put('entries', { ...entry, refused })
      },
      isTooOld: ({ madeAtMillis }) => Date.now() - madeAtMillis > (mine.sendDays - 1) * dayMillis,
    })
    if (sent.outcomes.size > 0) await changed()
    if (done.length > 0) for (const listener of sentListeners) listener(done)
    return sent
  })
}

async function sendOne(entry: Entry, mayRenew: boolean): Promise<Outcome> {
  try {
    const signal = AbortSignal.timeout(longestAnswerMillis)
    return outcomeOfAnswer(await post(entry.path, entry.body, { key: entry.key, signal }))
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem
    if (problem.code === 'csrf-token-wrong' && mayRenew && (await renewed(entry.userId))) return sendOne(entry, false)
    return outcomeOf(problem.body)
  }
}

/** The page may have been opened without a network, or before a new sign-in: the token for writes is asked for anew. */
async function renewed(userId: string): Promise<boolean> {
  const session = await getLive<Session>('/session').catch(() => null)
  if (session === null || session.user.id !== userId) return false
  sessionRead(session.csrfToken)
  return true
}

let last: Promise<unknown> = Promise.resolve()

function alone<T>(work: () => Promise<T>): Promise<T> {
  // Without locks two tabs may send the same entry at once: its key makes that harmless.
  if (typeof navigator.locks !== 'undefined') return navigator.locks.request(lockName, work) as Promise<T>
  const done = last.then(work)
  last = done.catch(() => undefined)
  return done
}
