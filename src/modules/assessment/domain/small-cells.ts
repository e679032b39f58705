/**
 * Which numbers of a table to hide so that none under `least` can be read or worked out (programme 12).
 *
 * Numbers from 1 to `least − 1` are hidden. Each relation names numbers of which any one follows from the others, the
 * sum first; where just one of them is hidden, the smallest other part above zero is hidden too, until nothing follows.
 */
export function hideSmall(
  numbers: ReadonlyMap<string, number>,
  relations: readonly (readonly string[])[],
  least: number,
): Set<string> {
  const hidden = new Set<string>()
  for (const [name, number] of numbers) if (number > 0 && number < least) hidden.add(name)
  const byName = new Map<string, (readonly string[])[]>()
  for (const relation of relations) {
    for (const name of relation) byName.set(name, [...(byName.get(name) ?? []), relation])
  }
  const waiting = [...hidden].flatMap((name) => byName.get(name) ?? [])
  for (let relation = waiting.pop(); relation !== undefined; relation = waiting.pop()) {
    const next = alsoHidden(relation, numbers, hidden)
    if (next === null) continue
    hidden.add(next)
    waiting.push(...(byName.get(next) ?? []))
  }
  return hidden
}

/** The number to hide besides the only hidden one of a relation; null when none or several are hidden. */
function alsoHidden(
  relation: readonly string[],
  numbers: ReadonlyMap<string, number>,
  hidden: ReadonlySet<string>,
): string | null {
  if (relation.filter((name) => hidden.has(name)).length !== 1) return null
  const [sum, ...parts] = relation
  const open = parts.filter((name) => !hidden.has(name) && (numbers.get(name) ?? 0) > 0)
  const smallest = open.toSorted((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0))[0]
  return smallest ?? (sum !== undefined && !hidden.has(sum) ? sum : null)
}
