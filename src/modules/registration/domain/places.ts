import type { Point } from '../../../kernel/geo.ts'
import { findLanguage, municipality, ssyk } from '../../../rules/reference/index.ts'

/** The seat of the municipality with SCB's code, or null when there is none with the code. */
export function municipalitySeat(code: string): Point | null {
  return municipality(code)?.seat ?? null
}

/** Whether the code is a group of SSYK 2012, any level. */
export function isKnownOccupation(code: string): boolean {
  return ssyk(code) !== null
}

const codesByText = new Map<string, string | null>()

/** ISO 639 code of a language given by code or Swedish name, or null. */
export function languageCode(text: string): string | null {
  const known = codesByText.get(text)
  if (known !== undefined) return known
  const code = findLanguage(text)?.code ?? null
  // Only names of real languages are remembered, so that a file full of rubbish cannot fill the memory.
  if (code !== null) codesByText.set(text, code)
  return code
}
