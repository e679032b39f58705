import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'

/** Absent = today. */
export const coverageQuery = z.object({ on: (z.iso.date() as unknown as z.ZodType<Day, string>).optional() })

const count = z.number().int()
const supply = {
  providers: count,
  addresses: count,
  openPlaces: count.nullable().describe('Places left; null when a contract at an address has no cap'),
  homes: z
    .object({ all: count.nullable(), bands: z.array(count.nullable()) })
    .nullable()
    .describe('Homes of registered jobseekers by distance to the nearest address; null where too few to tell'),
}

/** Who gives the service where on a day; no person can be told from it. */
export const coverageReply = z.object({
  on: z.string(),
  measuredOn: z.string().nullable().describe('When the homes were counted; null before the first time'),
  bandsKm: z.array(z.number()).describe('The bands’ limits; the last band lies beyond them'),
  roundedTo: count.describe('Homes are told in multiples of this, and not at all when fewer'),
  municipalities: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      skrGroup: z.string().nullable(),
      areaCode: z.string().nullable(),
      point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
      nearestKm: z.number().nullable().describe('From the seat to the nearest address'),
      ...supply,
    }),
  ),
  areas: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      service: z.enum(['stom', 'rom']).nullable(),
      municipalities: count,
      ...supply,
    }),
  ),
  groups: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      municipalities: count,
      without: count.describe('Municipalities in which no address stands'),
      ...supply,
    }),
  ),
})
export type CoverageReply = z.infer<typeof coverageReply>
