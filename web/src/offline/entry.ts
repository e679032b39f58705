import type { ProblemBody } from '../api/problem.ts'

/** What an entry is about, in the words of its kind: `said` is the answer, the rest who and when. */
export type About = Readonly<Record<string, string | number>>

export const entryKinds = ['attendance', 'log-answer', 'month', 'meeting-answer', 'held-meeting', 'activity'] as const
export type EntryKind = (typeof entryKinds)[number]

/** One tap that waits on this device until the server has answered it. */
export type Entry = {
  /** Its Idempotency-Key, made when it was tapped: however often it is sent, it is done once. */
  key: string
  /** Who tapped. Nobody else sees it or sends it. */
  userId: string
  /** The case; what is about one participant is sent in the order in which it was tapped. */
  lane: string
  /** The meeting or the rows that it answers. */
  subjects: readonly string[]
  kind: EntryKind
  about: About
  /** Path under `/api/v1`, and the body as it was tapped. */
  path: string
  body: unknown
  /** The screen where it can be mended. */
  screen: string
  /** Paths whose answers it changes. */
  changes: readonly string[]
  /** Place in the order of taps. */
  place: number
  madeAtMillis: number
  /** Why the server refused it; it waits for the person. */
  refused: ProblemBody | null
}

/** What came of sending an entry. `later`: this one cannot be answered now; `no-answer`: nothing can. */
export type Outcome =
  | { kind: 'done'; value: unknown }
  | { kind: 'refused'; problem: ProblemBody }
  | { kind: 'later' }
  | { kind: 'no-answer' }
  | { kind: 'signed-out' }

const signedOut: ReadonlySet<string> = new Set(['session-ended', 'csrf-token-wrong'])
const tooManyRequests = 429
const requestTimeout = 408

/** What a problem means for an entry that waits. Only a definite answer about the entry itself is a refusal. */
export function outcomeOf(problem: ProblemBody): Exclude<Outcome, { kind: 'done' }> {
  const { status, code } = problem
  if (status === 0) return { kind: 'no-answer' }
  if (status === 401 || signedOut.has(code)) return { kind: 'signed-out' }
  if (status >= 500 || status === tooManyRequests || status === requestTimeout) return { kind: 'later' }
  return { kind: 'refused', problem }
}

type Row = { state?: string; problem?: { code: string; title: string; cure: string } | null }

/** What an answer means for an entry of one row: a request for several rows succeeds although a row is refused. */
export function outcomeOfAnswer(value: unknown): Outcome {
  const row = (value as { results?: readonly Row[] } | undefined)?.results?.[0]
  if (row?.state !== 'refused' || !row.problem) return { kind: 'done', value }
  const { code, title, cure } = row.problem
  return { kind: 'refused', problem: { type: `/problems/${code}`, title, detail: cure, status: 409, code } }
}

/** What sending needs of the world. */
export type Desk = {
  /** Every entry of the person who is signed in. */
  entries(): Promise<readonly Entry[]>
  send(entry: Entry): Promise<Outcome>
  /** Forgets an entry that is done. */
  forget(entry: Entry): Promise<void>
  keepRefused(entry: Entry, problem: ProblemBody): Promise<void>
  /** The server forgets keys after a while: an entry that is older could be done twice and is refused here instead. */
  isTooOld(entry: Entry): boolean
}

/** What came of each entry that was tried, by its key. */
export type Sent = { outcomes: ReadonlyMap<string, Outcome>; stopped: 'no-answer' | 'signed-out' | null }

const tooOld: ProblemBody = { type: 'about:blank', title: 'too-old', status: 0, code: 'too-old' }

/**
 * Sends what waits, in the order of taps. A refused entry is kept with its reason and passed by, and with it every later one
 * about the same thing; one that cannot be answered now holds back the rest of its lane.
 */
export async function sendInOrder(desk: Desk): Promise<Sent> {
  const outcomes = new Map<string, Outcome>()
  const heldSubjects = new Set<string>()
  const heldLanes = new Set<string>()
  const entries = [...(await desk.entries())].sort((a, b) => a.place - b.place)
  for (const entry of entries) {
    const hold = () => {
      for (const subject of entry.subjects) heldSubjects.add(subject)
    }
    if (entry.refused !== null || entry.subjects.some((one) => heldSubjects.has(one))) {
      hold()
      continue
    }
    if (heldLanes.has(entry.lane)) continue
    const outcome: Outcome = desk.isTooOld(entry) ? { kind: 'refused', problem: tooOld } : await desk.send(entry)
    outcomes.set(entry.key, outcome)
    if (outcome.kind === 'no-answer' || outcome.kind === 'signed-out') return { outcomes, stopped: outcome.kind }
    if (outcome.kind === 'done') await desk.forget(entry)
    if (outcome.kind === 'later') heldLanes.add(entry.lane)
    if (outcome.kind === 'refused') {
      await desk.keepRefused(entry, outcome.problem)
      hold()
    }
  }
  return { outcomes, stopped: null }
}
