/** One advertisement of a feed as it came: its place, and its value or, where it is no JSON, null. */
export interface FeedLine {
  readonly line: number
  readonly value: unknown
  readonly readable: boolean
}

/**
 * Takes a feed apart: JSON lines, a JSON array (JobStream), or an object with `hits` (JobSearch). A line that is no JSON is
 * told as unreadable and the rest goes on; a whole file of JSON that breaks off gives `null`.
 */
export function feedLines(text: string): readonly FeedLine[] | null {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') return []
  const whole = trimmed.startsWith('[') ? parsed(trimmed) : trimmed.startsWith('{') ? hitsOf(trimmed) : undefined
  if (whole !== undefined) {
    if (!whole.readable || !Array.isArray(whole.value)) return null
    return whole.value.map((value: unknown, index) => ({ line: index + 1, value, readable: true }))
  }
  return trimmed
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [{ line: index + 1, ...parsed(line) }]))
}

/** A JobSearch answer is one object with `hits`; one advertisement alone, or the first of many lines, has none. */
function hitsOf(text: string): { value: unknown; readable: boolean } | undefined {
  const whole = parsed(text)
  if (!whole.readable || typeof whole.value !== 'object' || whole.value === null) return undefined
  return 'hits' in whole.value ? { value: whole.value.hits, readable: true } : undefined
}

function parsed(text: string): { value: unknown; readable: boolean } {
  try {
    return { value: JSON.parse(text) as unknown, readable: true }
  } catch {
    return { value: null, readable: false }
  }
}
