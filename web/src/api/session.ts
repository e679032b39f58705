import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Day } from '../../../src/kernel/day.ts'
import type { Instant } from '../../../src/kernel/instant.ts'
import { get } from './client.ts'
import { ApiProblem } from './problem.ts'
import { sessionKey } from './query-keys.ts'
import { sessionRead } from './session-state.ts'

export const roles = [
  'participant',
  'caseworker',
  'provider',
  'approver',
  'overseer',
  'municipality',
  'analyst',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** A duty at one organisation. `jobseeker` is the participant's code; `coordinator` and `adviser` are provider staff. */
export type Duty = { id: string; role: string; organisation: string | null }

/** `GET /session`. `today` is the domain day, which the demo can move; `now` the real moment. */
export type Session = {
  user: { id: string; name: string; personId: string | null }
  duty: Duty & { organisationId: string | null; officeId: string | null }
  /** Every duty of the person today, the current one marked. */
  duties: readonly (Duty & { current: boolean })[]
  csrfToken: string
  today: Day
  now: Instant
  /** How long what is read may be shown from this device, and how long an act may wait on it; null: nothing is kept. */
  offline: { copyDays: number; sendDays: number } | null
}

const screensOf: Readonly<Record<string, Role>> = {
  jobseeker: 'participant',
  coordinator: 'provider',
  adviser: 'provider',
}

/** Which role's screens a duty uses. */
export function roleOf(duty: Duty): Role | null {
  return screensOf[duty.role] ?? roles.find((one) => one === duty.role) ?? null
}

let latest: Session | null = null

/** Stands for the token while the page has none: the server refuses it, and then a real one is asked for. */
const noToken = 'none-yet'

/**
 * The signed-in person and duty; `null` when nobody has signed in. Throws `ApiProblem` for anything but a 401.
 * When a session runs out under an open page the latest one is kept, so that the page and what is typed on it stay.
 */
async function readSession(signal: AbortSignal): Promise<Session | null> {
  const session = await get<Session | null>('/session', {}, signal).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.status === 401) return latest
    throw error
  })
  if (session === null || session === latest) return session
  // From the device: the page goes on with the sign-in that it has, only time has passed.
  const isFromDevice = session.csrfToken === ''
  if (isFromDevice && latest?.user.id === session.user.id) return { ...latest, today: session.today, now: session.now }
  // Somebody else has signed in in another tab: nothing on this page is theirs.
  if (latest !== null && latest.user.id !== session.user.id) location.reload()
  latest = session
  sessionRead(isFromDevice ? noToken : session.csrfToken)
  return session
}

export const sessionQuery = queryOptions<Session | null, ApiProblem>({
  queryKey: sessionKey,
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 60_000,
})

export function useSession() {
  return useQuery({ ...sessionQuery, refetchOnWindowFocus: 'always' })
}

/** Where a person signs in; comes back to `to`, a path of ours. */
export const signInAddress = (to: string): string => `/sign-in?to=${encodeURIComponent(to)}`

/** The session of a screen that stands behind sign-in. */
export function useSignedIn(): Session {
  const { data } = useSession()
  if (data === undefined || data === null) throw new Error('this screen stands behind sign-in')
  return data
}
