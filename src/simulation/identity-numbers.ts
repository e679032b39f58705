import { addDays, type Day } from '../kernel/day.ts'
import { type PersonNumber, type Sex, testCoordinationNumber, testPersonNumber } from '../kernel/person-number.ts'
import type { Random } from '../kernel/random.ts'

const firstTestSerial = 980
const serialsPerSex = 10
const longestSearchDays = 3650

/** Hands out test identity numbers that no living person has, each once (birth numbers 980–999). */
export class IdentityNumbers {
  readonly #taken: Set<string>

  constructor(taken: readonly string[] = []) {
    this.#taken = new Set(taken)
  }

  /**
   * A free number for a birth date and sex; a later birth date when all of the day's are taken.
   * Throws when ten years of birth dates are used up.
   */
  take(born: Day, sex: Sex, random: Random): { number: PersonNumber; born: Day } {
    for (let shift = 0; shift < longestSearchDays; shift += 1) {
      const day = addDays(born, shift)
      const start = random.int(serialsPerSex)
      for (let step = 0; step < serialsPerSex; step += 1) {
        const serial = firstTestSerial + 2 * ((start + step) % serialsPerSex) + (sex === 'male' ? 1 : 0)
        const free = [testPersonNumber, testCoordinationNumber]
          .map((make) => make(day, serial))
          .find((one) => !this.#taken.has(one))
        if (free === undefined) continue
        this.#taken.add(free)
        return { number: free, born: day }
      }
    }
    throw new RangeError('the test identity numbers of ten years of birth dates are used up')
  }
}
