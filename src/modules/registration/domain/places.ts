import { distanceKm, type Point } from '../../../kernel/geo.ts'
import { findLanguage, findMunicipality, municipality, ssyk } from '../../../rules/reference/index.ts'

// A town's post goes to farms of the next municipality, not to a place a day's journey away.
const widestPostalKm = 100

/** The seat of the municipality with SCB's code, or null when there is none with the code. */
export function municipalitySeat(code: string): Point | null {
  return municipality(code)?.seat ?? null
}

/**
 * Whether the post town is the name of a municipality so far from the one with the code that one of the two must be
 * wrong: seats more than 100 km apart. Post towns that are no municipality's name are never doubted.
 */
export function isFarFromPostTown(code: string, postTown: string): boolean {
  const home = municipality(code)
  const named = findMunicipality(postTown)
  if (home === null || named === null || home.code === named.code) return false
  return distanceKm(home.seat, named.seat) > widestPostalKm
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
