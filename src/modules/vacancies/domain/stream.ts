import { addMillis, type Instant, millisOf } from '../../../kernel/instant.ts'
import { type FeedLine, feedLines } from './feed.ts'

/** What the rules say about following a stream. */
export interface StreamPace {
  readonly streamOverlapMinutes: number
  readonly streamBackDays: number
}

/** One question to a stream: what changed since a moment, until another where much is left, and how far its answer reaches. */
export interface Ask {
  readonly since: Instant
  readonly until: Instant | null
  readonly reaches: Instant
}

const minute = 60_000
const day = 24 * 60 * minute
/** What is asked for at once when much is behind, so that no answer grows past what can be read. */
const slice = 6 * 60 * minute

/** The next question after what was taken, `null` the first time; a little is asked for twice, nothing is ever skipped. */
export function nextAsk(takenTo: Instant | null, now: Instant, pace: StreamPace): Ask {
  const from = takenTo ?? addMillis(now, -pace.streamBackDays * day)
  const since = addMillis(from, -pace.streamOverlapMinutes * minute)
  if (millisOf(now) - millisOf(from) <= slice) return { since, until: null, reaches: now > from ? now : from }
  const until = addMillis(from, slice)
  return { since, until, reaches: until }
}

/**
 * The address with its question, in the names of JobStream's first version or, where the path says so, its second.
 * The digits are those of UTC: a host that takes them for Swedish time gives an hour or two more, never less.
 */
export function askAddress(stream: string, ask: Ask): string {
  const url = new URL(stream)
  const [after, before] = url.pathname.includes('/v2/')
    ? ['updated-after', 'updated-before']
    : ['date', 'updated-before-date']
  url.searchParams.set(after, ask.since.slice(0, 19))
  if (ask.until !== null) url.searchParams.set(before, ask.until.slice(0, 19))
  return url.href
}

/** The advertisements of an answer, which is one JSON list, empty when nothing changed; `null` for anything else. */
export function streamLines(text: string): readonly FeedLine[] | null {
  return text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('[')
    ? feedLines(text)
    : null
}
