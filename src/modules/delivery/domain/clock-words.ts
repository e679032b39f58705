import { becauseTexts } from './clock-words.texts.ts'
import type { ClockBecause } from './clocks.ts'

/** Why a period stands as it does, in a sentence. Hours have at most two decimals. */
export function explainClock(because: ClockBecause, language: 'sv' | 'en'): string {
  const text = becauseTexts[because.code]?.[language] ?? because.code
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = because.values?.[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value
  })
}
