/**
 * Which numbers of a table to hide so that none under `least` can be read or worked out (programme 12).
 *
 * Numbers from 1 to `least − 1` are hidden. Each relation names numbers of which any one follows from the others, the
 * sum first; where just one of them is hidden, the smallest other part above zero is hidden too, until nothing follows.
 * Where the others are zero one of them is hidden, and a sum only where there is no other part; `keep` names numbers that
 * are hidden last of all.
 */
export function hideSmall(
  numbers: ReadonlyMap<string, number>,
  relations: readonly (readonly string[])[],
  least: number,
  keep: (name: string) => boolean = () => false,
): Set<string> {
  const hidden = new Set<string>()
  for (const [name, number] of numbers) if (number > 0 && number < least) hidden.add(name)
  const byName = new Map<string, (readonly string[])[]>()
  for (const relation of relations) {
    for (const name of relation) byName.set(name, [...(byName.get(name) ?? []), relation])
  }
  const waiting = [...hidden].flatMap((name) => byName.get(name) ?? [])
  for (let relation = waiting.pop(); relation !== undefined; relation = waiting.pop()) {
    const next = alsoHidden(relation, { numbers, hidden, keep })
    if (next === null) continue
    hidden.add(next)
    waiting.push(...(byName.get(next) ?? []))
  }
  return hidden
}

/** More than any count of people, so that kinds of numbers come one after another. */
const step = 1e12

/** The number to hide besides the only hidden one of a relation; null when none or several are hidden. */
function alsoHidden(
  relation: readonly string[],
  {
    numbers,
    hidden,
    keep,
  }: { numbers: ReadonlyMap<string, number>; hidden: ReadonlySet<string>; keep: (name: string) => boolean },
): string | null {
  if (relation.filter((name) => hidden.has(name)).length !== 1) return null
  const [sum] = relation
  const costOf = (name: string): number => {
    const number = numbers.get(name) ?? 0
    if (keep(name)) return 4 * step + number
    if (name === sum) return 2 * step + number
    return number === 0 ? step : number
  }
  return relation.filter((name) => !hidden.has(name)).toSorted((a, b) => costOf(a) - costOf(b))[0] ?? null
}
