import type { Estimate, Part } from './assess.ts'

/** A chance in words a person can picture. */
export type ChanceInWords = {
  readonly kind: 'about' | 'fewer-than' | 'more-than'
  readonly of: 10
  readonly count: number
}

/** What spoke for and against, strongest first; parts too small to matter are left out. */
export interface Weighed extends Part {
  /** Share of all effects on the same side, 0–1: the length of the bar. */
  readonly share: number
}

const tooSmall = 0.02

/** 'About 4 of 10'; under 1 of 10 and over 9 of 10 are said so. */
export function inWords(probability: number): ChanceInWords {
  const count = Math.round(probability * 10)
  if (count < 1) return { kind: 'fewer-than', of: 10, count: 1 }
  return count > 9 ? { kind: 'more-than', of: 10, count: 9 } : { kind: 'about', of: 10, count }
}

/** The parts of an estimate for and against, the strongest first. */
export function weigh(estimate: Pick<Estimate, 'parts'>): { for: Weighed[]; against: Weighed[] } {
  return { for: side(estimate, 1), against: side(estimate, -1) }
}

function side(estimate: Pick<Estimate, 'parts'>, sign: 1 | -1): Weighed[] {
  const parts = estimate.parts.filter((part) => part.effect * sign > tooSmall)
  const sum = parts.reduce((total, part) => total + part.effect, 0)
  return parts.map((part) => ({ ...part, share: part.effect / sum })).sort((a, b) => b.share - a.share)
}
