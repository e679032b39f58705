import { dayOf, type Instant, instantOfMillis, millisOf } from '../../../src/kernel/instant.ts'
import type { Session } from '../api/session.ts'
import { answeredFromDevice } from './connection.ts'
import { deviceStore } from './device-store.ts'
import { keptShape } from './kept-shapes.ts'

/*
 * What a device shows without a network: a small copy of the last answers, for the one person who is signed in on it and only
 * where the server has said so. It goes at sign-out, when somebody else signs in, and after the days that the rules say.
 */

const dayMillis = 86_400_000
const sessionAddress = '/session'

/** `aheadMillis`: how far the house's clock goes before this device's. */
type Owner = { userId: string; copyDays: number; aheadMillis: number }
let owner: Owner | null = null
/** One after the other: the session says whose the next answers are. */
let queue: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = queue.then(work)
  queue = done.catch(() => undefined)
  return done
}

/** Keeps what may be kept of an answer. A device that keeps nothing is no fault. */
export function keepAnswer(address: string, answer: unknown): Promise<void> {
  return inTurn(async () => {
    if (address === sessionAddress) await takeOwner(answer as Session)
    if (owner === null) return
    const atMillis = Date.now()
    const { userId, copyDays, aheadMillis } = owner
    const shape = keptShape(address, answer, atMillis + aheadMillis)
    if (shape === null) return
    const untilMillis = atMillis + copyDays * dayMillis
    await (await deviceStore()).put('kept', { userId, address, answer: shape, atMillis, untilMillis })
  }).catch(() => undefined)
}

/** The answer that was kept for an address, of whoever was signed in here last; undefined when there is none. */
export function keptAnswer(address: string): Promise<{ answer: unknown } | undefined> {
  return inTurn(async () => {
    const store = await deviceStore()
    const all = await store.getAll('kept')
    for (const one of all) if (one.untilMillis <= Date.now()) await store.delete('kept', [one.userId, one.address])
    const found = all.find(
      (one) =>
        one.address === address && one.untilMillis > Date.now() && (owner === null || one.userId === owner.userId),
    )
    if (found === undefined) return undefined
    answeredFromDevice(address, found.atMillis)
    if (address !== sessionAddress) return { answer: found.answer }
    const session = found.answer as Session
    owner = ownerOf(session, found.atMillis)
    return { answer: movedOn(session, Date.now() - found.atMillis) }
  }).catch(() => undefined)
}

/** Forgets every copy: at sign-out, and when nothing more may be kept. What waits to be sent stays. */
export function forgetAnswers(): Promise<void> {
  return inTurn(async () => {
    owner = null
    await (await deviceStore()).clear('kept')
  }).catch(() => undefined)
}

function ownerOf({ user, offline, now }: Session, atMillis: number): Owner | null {
  if (offline === null) return null
  return { userId: user.id, copyDays: offline.copyDays, aheadMillis: millisOf(now) - atMillis }
}

async function takeOwner(session: Session): Promise<void> {
  const store = await deviceStore()
  const now = Date.now()
  owner = ownerOf(session, now)
  for (const { userId, address, untilMillis } of await store.getAll('kept'))
    if (owner === null || userId !== owner.userId || untilMillis <= now) await store.delete('kept', [userId, address])
}

/** The session as it would be now: the day goes on without a network too. */
function movedOn(session: Session, byMillis: number): Session {
  const now: Instant = instantOfMillis(millisOf(session.now) + byMillis)
  return { ...session, now, today: session.today === dayOf(session.now) ? dayOf(now) : session.today }
}
