import type { Verdict } from '../source/tree.ts'

/** What a rule must show of itself, whatever else it carries. */
export type SourcedRule = {
  name: string
  values: readonly { from: string; value: unknown; source: unknown; provenance: string }[]
}

const provenances = new Set(['C', 'S', 'D', 'A'])

/** Each value of each rule names where it comes from, how well it is known, and the day from which it holds. */
export function checkRuleSources(rules: readonly SourcedRule[]): Verdict {
  const breaches: string[] = []
  const names = new Set<string>()
  for (const { name, values } of rules) {
    if (names.has(name)) breaches.push(`rule ${name} is defined twice`)
    names.add(name)
    if (values.length === 0) breaches.push(`rule ${name} has no value`)
    for (const { from, source, provenance } of values) {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(from)) breaches.push(`rule ${name} has a value without its first day`)
      if (!isSource(source)) breaches.push(`rule ${name} from ${from} has no source`)
      if (!provenances.has(provenance)) breaches.push(`rule ${name} from ${from} has no provenance (C, S, D or A)`)
    }
  }
  return { read: rules.length, breaches }
}

/** A sentence, or a publication that has a title. */
function isSource(source: unknown): boolean {
  if (typeof source === 'string') return source.trim() !== ''
  if (typeof source !== 'object' || source === null) return false
  const { title } = source as { title?: unknown }
  return typeof title === 'string' && title.trim() !== ''
}
