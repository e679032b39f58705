/**
 * What is wrong with one term of a model's document, or `null`. Lists must fit each other, so that no value ever meets an
 * effect that is not there.
 */
export function termFault(term: unknown, all: readonly unknown[]): string | null {
  const { kind, name } = fieldsOf(term)
  if (typeof name !== 'string' || name === '') return 'name'
  if (kind === 'number' || kind === 'category') return columnFault(fieldsOf(term))
  return kind === 'pair' ? pairFault(fieldsOf(term), all) : 'kind'
}

type Fields = Readonly<Record<string, unknown>>

function columnFault(term: Fields): string | null {
  const bins = binsOf(term)
  if (bins === null) return term.kind === 'number' ? 'cuts' : 'levels'
  if (term.kind === 'number' && ![-1, 0, 1].includes(term.monotone as number)) return 'monotone'
  for (const name of ['effects', 'errors', 'rows']) if (!isNumbers(term[name], bins)) return name
  return null
}

/** How many bins a column's term has, missing among them; `null` when it does not say. */
function binsOf({ kind, cuts, levels }: Fields): number | null {
  if (kind === 'number') {
    if (!isNumbers(cuts)) return null
    return cuts.every((one, place) => place === 0 || one > (cuts[place - 1] as number)) ? cuts.length + 2 : null
  }
  if (kind !== 'category' || !Array.isArray(levels)) return null
  const isWords = levels.every((one) => typeof one === 'string') && new Set(levels).size === levels.length
  return isWords ? levels.length + 1 : null
}

function pairFault(term: Fields, all: readonly unknown[]): string | null {
  const { of, groups } = term
  if (!isNumbers(of, 2)) return 'of'
  if (!Array.isArray(groups) || groups.length !== 2) return 'groups'
  const sizes: number[] = []
  for (const [side, place] of of.entries()) {
    const bins = binsOf(fieldsOf(all[place]))
    const own: unknown = groups[side]
    if (bins === null || !isNumbers(own, bins)) return 'groups'
    if (!own.every((one) => Number.isInteger(one) && one >= 0)) return 'groups'
    sizes.push(1 + Math.max(...own))
  }
  const [down = 0, across = 0] = sizes
  for (const name of ['effects', 'errors']) {
    const lines = term[name]
    if (!Array.isArray(lines) || lines.length !== down || !lines.every((line) => isNumbers(line, across))) return name
  }
  return null
}

function isNumbers(value: unknown, length?: number): value is number[] {
  return Array.isArray(value) && (length === undefined || value.length === length) && value.every(Number.isFinite)
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}
