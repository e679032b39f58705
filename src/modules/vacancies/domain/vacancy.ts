import type { Day } from '../../../kernel/day.ts'
import type { Point } from '../../../kernel/geo.ts'

/** A vacancy as matching needs it, read from an advertisement. */
export interface Vacancy {
  readonly adId: string
  readonly headline: string
  readonly employer: string
  readonly workplace: string | null
  /** SSYK 2012, four digits. */
  readonly ssyk: string
  readonly municipality: string | null
  /** The workplace, or the municipality's seat where the advertisement has none. */
  readonly point: Point
  readonly approximate: boolean
  /** Percent of full time. */
  readonly extent: { readonly min: number; readonly max: number }
  readonly licenceNeeded: boolean
  /** ISO 639 codes of the languages that are demanded. */
  readonly languages: readonly string[]
  readonly experienceNeeded: boolean
  readonly positions: number
  readonly publishedOn: Day
  /** The last day to apply. */
  readonly applyBy: Day
  readonly applyUrl: string | null
  readonly description: string
}
