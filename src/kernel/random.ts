import { hash32 } from './hash.ts'

/** A stream of chance that its seed decides wholly. Each call moves the stream on. */
export type Random = {
  /** From 0 up to, not with, 1. */
  readonly next: () => number
  /** A whole number from 0 up to, not with, `n`; throws unless n is a whole number from 1. */
  readonly int: (n: number) => number
  /** One of the list; throws when it is empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** One of the values with probability in proportion to its weight; throws when no weight is above 0. */
  readonly weighted: <T>(pairs: readonly (readonly [value: T, weight: number])[]) => T
  /** The standard normal distribution: mean 0, standard deviation 1. */
  readonly normal: () => number
  /** A new list with the same members, every order equally likely. */
  readonly shuffle: <T>(list: readonly T[]) => T[]
  /** A UUID of version 4's shape, for seeded worlds. */
  readonly uuid: () => string
  /** An own stream for a part, by label alone: what is drawn elsewhere, before or after, does not change it. */
  readonly fork: (label: string) => Random
}

/** The same seed, number or text, gives the same stream on every machine. */
export function seeded(seed: number | string): Random {
  const root = `${typeof seed}:${seed}`
  const bits = stream(root)
  const next = () => ((bits() >>> 5) * 67_108_864 + (bits() >>> 6)) / 9_007_199_254_740_992
  const int = (n: number) => {
    if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`no whole number below ${n}`)
    return Math.floor(next() * n)
  }
  return {
    next,
    int,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from')
      return list[int(list.length)] as (typeof list)[number]
    },
    weighted: (pairs) => pickWeighted(pairs, next),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle: (list) => shuffled(list, int),
    uuid: () => uuidOf([bits(), bits(), bits(), bits()]),
    fork: (label) => seeded(`${root}/${label}`),
  }
}

// sfc32 (Chris Doty-Humphrey's small fast counter), 128 bits of state, seeded by four hashes of the text.
function stream(seed: string): () => number {
  let a = hash32(`${seed}#a`) | 0
  let b = hash32(`${seed}#b`) | 0
  let c = hash32(`${seed}#c`) | 0
  let counter = 1
  const draw = () => {
    const drawn = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + drawn) | 0
    return drawn >>> 0
  }
  for (let round = 0; round < 12; round += 1) draw()
  return draw
}

function pickWeighted<T>(pairs: readonly (readonly [T, number])[], next: () => number): T {
  let whole = 0
  for (const [, weight] of pairs) {
    if (!(weight >= 0) || weight === Number.POSITIVE_INFINITY) throw new RangeError(`not a weight: ${weight}`)
    whole += weight
  }
  if (whole === 0) throw new RangeError('no weight above 0')
  let left = next() * whole
  let chosen: { value: T } | undefined
  for (const [value, weight] of pairs) {
    if (weight === 0) continue
    chosen = { value }
    left -= weight
    if (left < 0) break
  }
  return (chosen as { value: T }).value
}

function shuffled<T>(list: readonly T[], int: (n: number) => number): T[] {
  const copy = [...list]
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = int(last + 1)
    const held = copy[last] as T
    copy[last] = copy[other] as T
    copy[other] = held
  }
  return copy
}

function uuidOf([a, b, c, d]: readonly [number, number, number, number]): string {
  const versioned = (b & 0xffff0fff) | 0x4000
  const variant = (c & 0x3fffffff) | 0x80000000
  const text = [a, versioned, variant, d].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}
