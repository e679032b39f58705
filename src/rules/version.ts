import { type Day, day } from '../kernel/day.ts'

/** The two versions of the service that the law knows: Rusta och matcha 1 and 2. */
export type ServiceVersion = 'rom1' | 'rom2'

/** First day of Rusta och matcha; before it no rule of the programme is in force (programme 4.2). */
export const rom1Start: Day = day('2020-03-30')

/** First day of Rusta och matcha 2 (programme 4.2, window 6). */
export const rom2Start: Day = day('2023-04-17')

/** Which version of the service a day belongs to; throws before the service existed. */
export function serviceVersionOn(on: Day): ServiceVersion {
  if (on < rom1Start) throw new RangeError(`Rusta och matcha did not exist on ${on}; it began on ${rom1Start}`)
  return on < rom2Start ? 'rom1' : 'rom2'
}
